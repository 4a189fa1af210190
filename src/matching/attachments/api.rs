//! What comes along with a request, for programs.

use actix_web::{HttpResponse, web};

use super::receiving;
use crate::accounts::Buyer;
use crate::error::Result;
use crate::ids::{AttachmentId, RequestId};
use crate::matching::store;
use crate::matching::views::RequestView;
use crate::web::{Access, House, Nothing, Parcel, PictureSize, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    const ALL: &str = "/api/v1/sourcing-requests/{id}/attachments";
    const ONE: &str = "/api/v1/sourcing-requests/{id}/attachments/{attachment_id}";
    vec![
        Route::post(ALL, Buyer, "attach files to a request", add).uploads().gives::<RequestView>(201),
        Route::get(ONE, SignedIn, "open a request's attachment", receiving::open).asks::<PictureSize>(),
        Route::delete(ONE, Buyer, "remove a request's attachment", remove).gives_nothing(),
    ]
}

async fn add(
    house: web::Data<House>,
    buyer: Buyer,
    id: web::Path<RequestId>,
    sent: Parcel<Nothing>,
) -> Result<HttpResponse> {
    let id = *id;
    receiving::receive(&house, &buyer, id, sent).await?;
    let read = move |conn: &mut crate::db::DbConnection| {
        let request = store::request(conn, id)?;
        RequestView::read(conn, &request)
    };
    Ok(HttpResponse::Created().json(house.db.read(read).await?))
}

async fn remove(
    house: web::Data<House>,
    buyer: Buyer,
    path: web::Path<(RequestId, AttachmentId)>,
) -> Result<HttpResponse> {
    let (request, id) = path.into_inner();
    receiving::remove(&house, &buyer, request, id).await?;
    Ok(HttpResponse::NoContent().finish())
}
