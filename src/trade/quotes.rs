//! Quotes: what a maker offers and a buyer counters, version by version, until one is accepted.

mod accepting;
mod api;
mod consolidating;
mod lapsing;
mod letters;
mod negotiation;
mod offer;
mod pages;
mod quote;
mod store;
mod view;

pub use accepting::{accept, makers};
pub use consolidating::{SplitQuoteForm, offer_split, release_over, withdraw_offers_of};
pub use lapsing::lapse_due;
pub use negotiation::{counter, decline, offer, withdraw};
pub use offer::{AnswerForm, OfferForm, QuoteForm};
pub use quote::{Allocation, Quote, QuoteLine, QuoteStatus, QuoteStep, QuoteVersion};
pub use store::{
    QuoteFilter, accepted_between, accepted_of, allocations, between, latest, listed, open_of_request, quote,
    version, versions,
};
pub use view::{QuoteSummary, QuoteView, VersionView};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
