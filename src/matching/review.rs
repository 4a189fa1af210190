//! Where the programme wishes it, an officer reads a request before makers do.

mod api;
mod desk;
mod deciding;

pub use deciding::{ReviewForm, review_request};

use crate::web::Route;

pub(super) fn routes() -> Vec<Route> {
    [desk::routes(), api::routes()].concat()
}
