//! Assisted accounts for people: the maker's consents and what was done under them, the agent's makers, the officers'
//! desk, and the pages behind a letter's links.

mod acts;
mod agent;
mod consents;
mod link;

pub(super) use consents::paper;

use crate::web::{Act, Page, Route};

pub fn routes() -> Vec<Route> {
    [consents::routes(), agent::routes(), acts::routes(), link::routes()].concat()
}

/// The kinds of acts in words, one after the other.
fn acts_said(page: &Page, acts: &[Act]) -> String {
    acts.iter().map(|act| page.term("act", act)).collect::<Vec<_>>().join(" · ")
}
