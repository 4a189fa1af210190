//! Export deals. A deal is the order: its lines are snapshots that no later change of a product touches.

mod deal;
mod store;

pub use deal::{Deal, DealLine, DealStatus};
pub use store::{deal, lines};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
