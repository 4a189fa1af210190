//! What a request's words speak of, asked for and confirmed.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::{Recognised, recognise};
use crate::accounts::Buyer;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::ids::RequestId;
use crate::matching::drafting::{self, ConfirmedForm};
use crate::matching::views::RequestView;
use crate::search::Finder;
use crate::web::{Access, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::Buyer;
    vec![
        Route::post(
            "/sourcing-requests/{id}/recognised",
            Buyer,
            "confirm what a request speaks of",
            confirm_page,
        ),
        Route::get("/api/v1/sourcing-requests/{id}/recognised", Buyer, "see a sourcing request", show)
            .gives::<Recognised>(200),
        Route::post(
            "/api/v1/sourcing-requests/{id}/recognised",
            Buyer,
            "confirm what a request speaks of",
            confirm,
        )
        .takes::<ConfirmedForm>()
        .gives::<RequestView>(200),
    ]
}

async fn show(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    buyer: Buyer,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    let request = house.db.read(move |conn| drafting::own_request(conn, &buyer, *id)).await?;
    let index = finder.index().ok_or(Error::Busy)?;
    Ok(HttpResponse::Ok().json(recognise(&index, &request)?))
}

async fn confirm(
    house: web::Data<House>,
    buyer: Buyer,
    id: web::Path<RequestId>,
    input: Input<ConfirmedForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let request = drafting::confirm_recognised(tx, &buyer, *id, &form)?;
        RequestView::read(tx, &request)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn confirm_page(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    id: web::Path<RequestId>,
    input: Input<ConfirmedForm>,
) -> Result<HttpResponse> {
    let (id, form) = (*id, input.into_inner());
    house.db.write(move |tx| drafting::confirm_recognised(tx, &buyer, id, &form)).await?;
    Ok(page.see_other(&format!("/sourcing-requests/{id}"), Some("notice-request-recognised")))
}
