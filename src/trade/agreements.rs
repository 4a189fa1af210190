//! Distribution agreements: parties, territory, exclusivity, channel, period, and terms that both sides sign.

mod agreed;
mod agreement;
mod api;
mod calendar;
mod draft;
mod form_page;
mod letters;
mod pages;
mod signing;
mod store;
mod terms;
mod view;

pub use agreement::{Agreement, AgreementStatus, AgreementStep, Signature};
pub use calendar::{activate_due, end_due};
pub use draft::{AgreementForm, draft, edit};
pub use signing::{EndForm, ProposeForm, SignForm, WithdrawForm, end, propose, sign, withdraw};
pub use store::{AgreementFilter, agreement, exclusive_between, listed, signatures};
pub use view::{AgreementSummary, AgreementView, SignatureView};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
