//! Forms of other sites cannot act for a signed-in person.
//!
//! Browsers say with every request where it comes from (`Sec-Fetch-Site`, and `Origin` on every POST), and a page
//! cannot forge either; so a request that changes something and comes from another site is refused. That covers
//! every form, uploads too, without a token that a template could forget. `SameSite=Lax` on the session cookie is
//! the second lock. A request with neither header comes from a program, which holds no one's cookies by accident.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;

use crate::error::Error;

pub async fn refuse_foreign(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody>>, actix_web::Error> {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if !safe && !comes_from_here(&request) {
        return Ok(request.error_response(Error::forbidden("refusal-other-site")).map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}

fn comes_from_here(request: &ServiceRequest) -> bool {
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match text(header::ORIGIN.as_str()) {
        None => true,
        Some(origin) => {
            let host = request.connection_info().host().to_owned();
            origin.split_once("://").is_some_and(|(_, origin_host)| origin_host.eq_ignore_ascii_case(&host))
        }
    }
}
