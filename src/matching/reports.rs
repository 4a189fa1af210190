//! Requests that no buyer can mean: makers report them, an officer looks and decides. What proves fake is closed for good, and
//! the answers that makers gave it no longer count against them.

mod api;
mod deciding;
mod desk;
mod letters;
mod report;
mod reporting;
mod store;

pub use deciding::decide_reports;
pub use reporting::{ReportForm, report_request};
pub use store::{count_waiting, reported};

use crate::web::Route;

pub(super) fn routes() -> Vec<Route> {
    [desk::routes(), api::routes()].concat()
}
