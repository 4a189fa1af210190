//! Indicators: what the programme promised to move, by how much, and how far it has come. Nothing here is counted up:
//! every value is computed, when it is read, from the records behind it.

mod api;
mod counting;
mod indicator;
mod measure;
mod pages;
mod scope;
pub(super) mod store;
mod targets;
#[cfg(test)]
mod tests;

pub use api::IndicatorView;
pub use counting::Reason;
pub use indicator::{
    Aggregation, Computed, Direction, Indicator, NewIndicator, NewTarget, Target, TargetBasis,
};
pub use measure::{Counted, Measure, NotCounted, Part, Reader, indicators, measured};
pub use scope::{Scope, ScopeQuery};
pub use targets::{TargetForm, set_target};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
