//! Quotes: what a maker offers and a buyer counters, version by version, until one is accepted.

mod quote;
mod store;

pub use quote::{Quote, QuoteLine, QuoteStatus, QuoteVersion};
pub use store::{quote, version};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
