//! Published figures of the programme. Sources contradict each other, so one figure has several dated claims, one of
//! which is adopted for each place; nothing is ever overwritten.

mod api;
mod claim;
mod figure;
mod pages;
mod recording;
pub(super) mod store;

pub use api::{ClaimView, FigureView};
pub use claim::{Adoption, Claim, NewClaim, Qualifier, Source, StatedBasis, stated_on_in};
pub use figure::{Figure, FigureSheet, Stated};
pub use recording::{AdoptionForm, ClaimForm, adopt_claim, record_claim};
pub use store::{figure_sheet, figure_sheets};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
