//! The number in the menu: in how many conversations something new stands.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};

use super::store;
use crate::web::{House, Visitor};

const MENU_ENTRY: &str = "/conversations";

/// Counts before a page is made. A page without the number is better than none, so nothing that goes wrong here stops it.
pub async fn count_in_menu<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let is_page = *request.method() == Method::GET
        && !["/api/", "/assets/", "/pictures/"].iter().any(|other| request.path().starts_with(other));
    let of = request.extensions().get::<Visitor>().and_then(|visitor| visitor.reads_for);
    if let (true, Some((person, organisation)), Some(house)) =
        (is_page, of, request.app_data::<web::Data<House>>().cloned())
    {
        match house.db.read(move |conn| store::count_unread(conn, organisation, person)).await {
            Ok(count) => {
                if let Some(visitor) = request.extensions_mut().get_mut::<Visitor>() {
                    visitor
                        .links
                        .iter_mut()
                        .filter(|link| link.href == MENU_ENTRY)
                        .for_each(|link| link.count = count);
                }
            }
            Err(error) => tracing::warn!(%error, "counting what is unread"),
        }
    }
    next.call(request).await
}
