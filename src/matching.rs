//! Sourcing requests, and which products answer them, with the reasons.

mod answers;
mod api;
mod attachments;
mod audience;
mod candidate;
mod drafting;
pub mod evaluation;
pub mod exposure;
mod found;
mod held;
pub mod letters;
mod looking;
pub mod matcher;
mod meeting;
mod open;
mod opening;
mod pages;
mod reading;
mod reasons;
mod recognising;
mod rematching;
mod renewing;
mod reports;
mod request;
mod review;
mod shelf;
mod store;
mod views;
mod waiting;
mod words;

pub use answers::{
    Decline, DeclineForm, DeclineReason, LimitsForm, MakerLimits, Mark, MarkForm, Outcome, Progress,
    check_answer, decline_of, decline_request, limits_of, mark_maker, note_outcome, reconsider_request,
    set_limits,
};
pub use attachments::{add_attachments, remove_attachment};
pub use audience::{Visibility, admits};
pub use drafting::{
    ConfirmedForm, RequestForm, confirm_recognised, discard_request, draft_request, edit_request, own_request,
};
pub use found::Match;
pub use held::{Held, Promise, circumstances, held, wish};
pub use looking::{AnsweredBy, Answers, Field, Look, Memory, Visit, look_at};
pub use meeting::close_met;
pub use opening::{close_overdue, close_request, open_request};
pub use reading::{opportunities, readable_request};
pub use reasons::{Change, Constraint, Contribution, Fit, Part, Reasons, Rule, Verdict, Why};
pub use rematching::{Changes, MOST_KEPT, keep_answers, keep_looks, rematch_products, rematch_request};
pub use renewing::{RenewForm, renew_request};
pub use reports::{
    ReportForm, count_waiting as count_waiting_reports, decide_reports, report_request, reported,
};
pub use request::{Channel, NewRequest, RequestStatus, SourcingRequest, reads_open_requests};
pub use review::{ReviewForm, review_request};
pub use store::{answering, count_submitted, fitting, is_matched, open_versions, request, requests_of_buyer};
pub use waiting::{Waiting, products_for};
pub use words::WordSet;

use crate::web::{Act, Route, by_agents};

pub fn routes() -> Vec<Route> {
    by_agents(
        Act::Quotes,
        [
            pages::routes(),
            api::routes(),
            attachments::routes(),
            answers::routes(),
            reports::routes(),
            review::routes(),
            renewing::routes(),
            recognising::routes(),
        ]
        .concat(),
    )
}
