//! An officer's word on a record, with evidence. Only what was verified moves a figure, and only while the record is
//! still what the officer saw.

mod api;
mod evidence;
mod ledger;
mod pages;
mod record;
mod store;
#[cfg(test)]
mod tests;
mod verdicts;
mod verification;
mod worth;

pub use api::{RecordView, VerificationView};
pub use ledger::{Entry, Ledger, Part, Standing};
pub use record::{Party, Record};
pub use verdicts::{RevokeForm, VerifyForm, revoke, verify};
pub use verification::{Subject, Verdict, Verification};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
