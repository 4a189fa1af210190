//! Export deals. A deal is the order: its lines are snapshots that no later change of a product touches.

mod api;
mod deal;
mod draft;
mod form_page;
mod letters;
mod pages;
mod progress;
mod store;
mod view;

pub use deal::{Deal, DealAllocation, DealLine, DealStatus, DealStep};
pub use draft::{DealForm, draft};
pub use progress::{CancelForm, ShipForm, StepForm, cancel, confirm, deliver, pay, ship};
pub use store::{DealFilter, all_allocations, allocations, deal, lines, listed, makers};
pub use view::{DealLineView, DealSummary, DealView};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
