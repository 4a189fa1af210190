//! The programme at a glance: for everyone what may be published, for officers all of it.

mod api;
pub(super) mod charts;
mod pages;
mod scope_choices;

pub use scope_choices::ScopeChoices;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
