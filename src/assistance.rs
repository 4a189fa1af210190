//! Assisted accounts: a maker lets an agent of a cluster do named kinds of acts in its place, is told what was done,
//! and confirms it or objects. On whom an agent acts for rests in `accounts`; here is all that people do about it.

mod answering;
mod api;
mod digest;
mod form;
mod giving;
mod letters;
mod naming;
mod pages;
mod reading;
mod store;
mod telling;
mod views;

pub use answering::{answer_by_link, answer_digest, settle_objection};
pub use digest::{Answer, AssistedAct, Digest, Purpose};
pub use form::{ConsentForm, DigestAnswerForm, LinkForm, PaperDecisionForm, PaperForm, SettleForm};
pub use giving::{decide_consent, give_consent, hand_in_paper, withdraw_consent};
pub use store::{
    count_objections, count_objections_about, count_papers, count_papers_of, count_unanswered, forget_links,
    latest_digest,
};
pub use telling::tell_due;

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
