//! Requests under review, for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::deciding::{self, ReviewForm};
use crate::accounts::Officer;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::RequestId;
use crate::matching::store;
use crate::matching::views::RequestView;
use crate::web::{Access, House, Input, Listed, Listing, Paging, Route};

pub fn routes() -> Vec<Route> {
    use Access::Officer;
    vec![
        Route::get("/api/v1/request-reviews", Officer, "list requests under review", list)
            .asks::<Paging>()
            .gives::<Listed<RequestView>>(200),
        Route::post("/api/v1/sourcing-requests/{id}/review", Officer, "review a request", review)
            .takes::<ReviewForm>()
            .gives::<RequestView>(200),
    ]
}

async fn list(house: web::Data<House>, _officer: Officer, listing: Listing) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let requests = store::submitted_requests(conn, listing)?;
        requests.iter().map(|request| RequestView::read(conn, request)).collect::<Result<Vec<RequestView>>>()
    };
    let views = house.db.read(read).await?;
    Ok(HttpResponse::Ok().json(listing.page(views, |view| view.id.0)))
}

async fn review(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<RequestId>,
    input: Input<ReviewForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let request = deciding::review_request(tx, &settings, &officer, *id, &form)?;
        RequestView::read(tx, &request)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
