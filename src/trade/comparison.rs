//! The quotes that answer a request, side by side, for the buyer whose request it is: landed in one currency at a dated
//! rate, with what each delivery rule leaves to the buyer, and where they differ from what was asked for.

mod api;
mod comparing;
mod costs;
mod page;
mod query;
mod views;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [page::routes(), api::routes()].concat()
}
