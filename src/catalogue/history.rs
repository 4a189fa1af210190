//! What was changed of a product or a collection, by whom and when; and how it is taken back.
//!
//! A revision keeps the fields that changed, before and after, not a whole copy: an edit of one price stays a line
//! however much is said of the product, nothing has to be kept of what was there before histories began, and a single
//! change can be undone while later ones stay. An earlier state is found by going back from the present one.
//! Of each thing the newest two hundred are kept, for at most three years.

mod api;
mod arrive;
mod pages;
mod revision;
mod state;
mod store;
mod undo;
mod views;
mod words;

pub(super) use arrive::{arrange, become_as};
pub(super) use revision::{Act, Entry, Revision};
pub(super) use state::{Change, Part, Seen, Shot, State, is_blank, is_same};
pub(super) use store::insert_bulk_change;
pub use undo::{restore, undo, undo_bulk_change};
pub(super) use views::{ChangeView, person_names};
pub(super) use words::Words;

use chrono::TimeDelta;

use super::Subject;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{OrganisationId, RevisionId};
use crate::web::{Listing, Route};

const MOST_OF_EACH: i64 = 200;
const DAYS: i64 = 3 * 365;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}

/// Does the work and keeps what it changed.
pub(super) fn keeping<T>(
    tx: &mut Write<'_>,
    subject: Subject,
    entry: Entry,
    work: impl FnOnce(&mut Write<'_>) -> Result<T>,
) -> Result<T> {
    let before = Seen::read(tx, subject)?;
    let done = work(tx)?;
    let after = Seen::read(tx, subject)?;
    keep(tx, after.maker, subject, after.version, entry, before.state.changes_to(&after.state))?;
    Ok(done)
}

/// Keeps what changed, if anything did.
pub(super) fn keep(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    subject: Subject,
    version: i64,
    entry: Entry,
    changes: Vec<Change>,
) -> Result<()> {
    if !changes.is_empty() {
        store::insert(tx, maker, subject, version, &entry, changes)?;
    }
    Ok(())
}

/// A history begins.
pub(super) fn begin(tx: &mut Write<'_>, maker: OrganisationId, subject: Subject, entry: Entry) -> Result<()> {
    store::insert(tx, maker, subject, 1, &entry, Vec::new()).map(drop)
}

/// What the write under way has changed of a thing, so that the next page can offer to take it back.
pub(super) fn just_changed(tx: &mut Write<'_>, subject: Subject) -> Result<Option<RevisionId>> {
    let newest = store::of_subject(tx, subject, Listing { before: i64::MAX, limit: 1 })?;
    let now = tx.now();
    let fresh = newest.first().filter(|last| last.recorded_at == now && !last.changes.is_empty());
    Ok(fresh.map(|last| last.id))
}

/// What others, or the same person elsewhere, have changed since a version was read: each field with what it was then,
/// and the last who changed something.
pub(super) fn changed_since(
    conn: &mut DbConnection,
    subject: Subject,
    version: i64,
) -> Result<(State, Option<Revision>)> {
    let revisions = store::since_version(conn, subject, version)?;
    let mut then = State::default();
    for change in revisions.iter().flat_map(|revision| revision.changes.iter()) {
        then.set(&change.field, change.before.clone());
    }
    Ok((then, revisions.into_iter().next()))
}

/// Lets go of what is too old or too much.
pub fn forget_old_revisions(tx: &mut Write<'_>) -> Result<usize> {
    let before = tx.now().minus(TimeDelta::days(DAYS));
    Ok(store::forget_before(tx, before)? + store::forget_beyond(tx, MOST_OF_EACH)?)
}
