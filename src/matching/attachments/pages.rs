//! What comes along with a request, on the request's own page.

use actix_web::{HttpResponse, web};

use super::receiving;
use crate::accounts::Buyer;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, RequestId};
use crate::matching::pages::RequestPage;
use crate::search::Finder;
use crate::web::{Access, House, Nothing, Page, Parcel, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    const ALL: &str = "/sourcing-requests/{id}/attachments";
    const ONE: &str = "/sourcing-requests/{id}/attachments/{attachment_id}";
    const REMOVE: &str = "/sourcing-requests/{id}/attachments/{attachment_id}/remove";
    vec![
        Route::post(ALL, Buyer, "attach files to a request", add).uploads(),
        Route::get(ONE, SignedIn, "open a request's attachment", receiving::open),
        Route::post(REMOVE, Buyer, "remove a request's attachment", remove),
    ]
}

async fn add(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    page: Page,
    buyer: Buyer,
    id: web::Path<RequestId>,
    sent: Parcel<Nothing>,
) -> Result<HttpResponse> {
    let id = *id;
    match receiving::receive(&house, &buyer, id, sent).await {
        Ok(()) => {
            let here = format!("/sourcing-requests/{id}#files");
            Ok(page.see_other(&here, Some("notice-request-files-added")))
        }
        Err(Error::Invalid(problems)) => {
            let again = RequestPage::read(&house, &finder, &page, &buyer, id).await?;
            page.show_again(&again.with_problems(problems))
        }
        Err(error) => Err(error),
    }
}

async fn remove(
    house: web::Data<House>,
    page: Page,
    buyer: Buyer,
    path: web::Path<(RequestId, AttachmentId)>,
) -> Result<HttpResponse> {
    let (request, id) = path.into_inner();
    receiving::remove(&house, &buyer, request, id).await?;
    let here = format!("/sourcing-requests/{request}#files");
    Ok(page.see_other(&here, Some("notice-request-file-removed")))
}
