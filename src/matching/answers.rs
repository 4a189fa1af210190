//! What the two sides make of a match: a buyer shortlists or passes over a maker, a maker declines and may say what it does
//! not want to be asked for at all, and trade tells who quoted and who won.

mod api;
mod declining;
mod limits;
mod marking;
mod outcome;
mod pages;
mod quota;
mod store;

pub use declining::{Decline, DeclineForm, DeclineReason, decline_request, reconsider_request};
pub use limits::{LimitsForm, MakerLimits, limits_of, set_limits};
pub use marking::{Mark, MarkForm, mark_maker};
pub use outcome::{Outcome, Progress, note_outcome};
pub use quota::check_answer;
pub use store::decline_of;
pub(super) use store::{all_progress, declines_of_makers, limits_of_makers, progress};

use crate::web::Route;

pub(super) fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
