//! Forms of other sites cannot act for a signed-in person.
//!
//! Browsers say with every request where it comes from (`Sec-Fetch-Site`, and `Origin` on every POST), and a page
//! cannot forge either; so a request that changes something and comes from another site is refused. That covers
//! every form, uploads too, without a token that a template could forget. `SameSite=Lax` on the session cookie is
//! the second lock. A request with neither header comes from a program, which holds no one's cookies by accident.
//!
//! One door stands open to all: the way out of letters, to which mail programs post for their readers (RFC 8058). What it
//! does, the secret in its address allows and nobody's cookie.

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
    if !safe && !comes_from_here(&request) && !is_way_out(request.path()) {
        return Ok(request.error_response(Error::forbidden("refusal-other-site")).map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}

/// `/unsubscribe/{secret}`, and nothing below it.
fn is_way_out(path: &str) -> bool {
    path.strip_prefix("/unsubscribe/").is_some_and(|secret| !secret.is_empty() && !secret.contains('/'))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_way_out_stands_open() {
        assert!(is_way_out("/unsubscribe/secret"));
        for path in [
            "/unsubscribe/",
            "/unsubscribe",
            "/unsubscribe/secret/back",
            "/account/letters",
            "/x/unsubscribe/s",
        ] {
            assert!(!is_way_out(path), "{path}");
        }
    }
}
