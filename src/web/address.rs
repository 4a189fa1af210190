//! Addresses that name nothing, whatever route they would lead to.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use crate::error::Error;

/// No name of ours holds a NUL, and PostgreSQL refuses even to look for a text with one.
pub async fn refuse_nul(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody>>, actix_web::Error> {
    if request.uri().path().contains("%00") {
        return Ok(request.error_response(Error::NotFound).map_into_right_body());
    }
    Ok(next.call(request).await?.map_into_left_body())
}
