//! From an offer to an order: quotes, distribution agreements, export deals.

pub mod agreements;
pub mod deals;
mod incoterm;
pub mod quotes;

pub use incoterm::Incoterm;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [quotes::routes(), agreements::routes(), deals::routes()].concat()
}
