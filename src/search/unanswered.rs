//! Searches that found nothing: what people ask for and the house has no word for. Counted without who asked, so that
//! officers see which words the lexicon lacks.

mod api;
mod pages;
mod store;
mod tally;

pub use store::{Unanswered, count_open};
pub(super) use store::{settle_by_entry, unanswered};
pub use tally::Tally;

use chrono::TimeDelta;

use super::Finder;
use super::question::Question;
use crate::clock::Date;
use crate::db::{Db, Write};
use crate::error::{Error, Result};
use crate::locale::Language;
use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}

/// Remembers that a question found nothing, if its words alone are to blame.
pub(super) fn note(finder: &Finder, question: &Question, language: Language, today: Date) {
    if let Some(text) = question.words_alone() {
        finder.tally().note(text, language, today);
    }
}

/// Writes down what this node has counted, in one write. What cannot be written is kept for the next time.
pub async fn write_down(db: &Db, finder: &Finder) -> Result<usize> {
    let counted = finder.tally().take();
    if counted.is_empty() {
        return Ok(0);
    }
    let written = counted.clone();
    let outcome = db.write(move |tx| store::add(tx, &written)).await;
    if outcome.is_err() {
        finder.tally().put_back(counted);
    }
    outcome
}

/// Forgets what nobody has asked for so many days.
pub fn forget_unanswered(tx: &mut Write<'_>, days: i64) -> Result<usize> {
    let days = TimeDelta::try_days(days).ok_or_else(|| Error::broken("too many days"))?;
    store::forget_before(tx, tx.now().minus(days).date())
}
