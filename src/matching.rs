//! Sourcing requests, and which products answer them, with the reasons.

mod request;
mod store;

pub use request::{Channel, RequestStatus, SourcingRequest};
pub use store::request;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
