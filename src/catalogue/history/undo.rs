//! Taking back: one change, an earlier state, or a change of many products at once. Always as a new revision.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::arrive::become_as;
use super::revision::{Act, Entry, Revision};
use super::state::{Part, Seen, State, is_same};
use super::words::label;
use super::{keeping, store};
use crate::accounts::Member;
use crate::catalogue::Subject;
use crate::catalogue::products::{may_prepare, read_version};
use crate::db::Write;
use crate::error::{Argument, Error, Message, Result};
use crate::ids::{BulkChangeId, RevisionId};
use crate::input::Raw;

fn own(tx: &mut Write<'_>, by: &Member, id: RevisionId) -> Result<(Revision, Subject)> {
    let revision = store::revision(tx, id)?;
    match revision.subject() {
        Some(subject) if revision.maker_id == by.organisation => Ok((revision, subject)),
        _ => Err(Error::NotFound),
    }
}

/// Puts back what one change has changed. What was changed again since then is not overwritten.
pub fn undo(tx: &mut Write<'_>, by: &Member, id: RevisionId) -> Result<Subject> {
    may_prepare(tx, by)?;
    let (revision, subject) = own(tx, by, id)?;
    take_back(tx, by, &revision, subject)?;
    Ok(subject)
}

fn take_back(tx: &mut Write<'_>, by: &Member, revision: &Revision, subject: Subject) -> Result<()> {
    if revision.changes.is_empty() {
        return Err(Error::refused("refusal-undo-nothing"));
    }
    let seen = Seen::read(tx, subject)?;
    let mut wanted = seen.state.clone();
    for change in revision.changes.iter() {
        match seen.state.get(&change.field) {
            Some(now) if is_same(now, &change.after) => wanted.set(&change.field, change.before.clone()),
            _ => {
                let field: Argument = label(&change.field).into();
                return Err(Error::Refused(Message::new("refusal-undo-moved").with("field", field)));
            }
        }
    }
    let entry = Entry::of(by.actor(), Act::Undone).about(revision.id);
    keeping(tx, subject, entry, |tx| become_as(tx, by, subject, &seen, &wanted))
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RestoreForm {
    /// The `version` of the product or collection that was read.
    pub version: Raw,
}

/// Brings back what a thing said once a revision had been made. Whether it is on show stays as it is.
pub fn restore(tx: &mut Write<'_>, by: &Member, id: RevisionId, form: &RestoreForm) -> Result<Subject> {
    may_prepare(tx, by)?;
    let (revision, subject) = own(tx, by, id)?;
    let version = read_version(&form.version)?;
    let seen = Seen::read(tx, subject)?;
    if version != seen.version {
        return Err(Error::Conflict);
    }
    let wanted = after(tx, &seen, &revision, subject)?;
    let entry = Entry::of(by.actor(), Act::Restored).about(id);
    keeping(tx, subject, entry, |tx| become_as(tx, by, subject, &seen, &wanted))?;
    Ok(subject)
}

/// The state that a revision left behind: the present one, with all that came later taken back.
fn after(tx: &mut Write<'_>, seen: &Seen, revision: &Revision, subject: Subject) -> Result<State> {
    let mut state = seen.state.clone();
    for later in store::since(tx, subject, revision.id)? {
        for change in later.changes.iter().filter(|change| Part::of(&change.field) != Part::Status) {
            state.set(&change.field, change.before.clone());
        }
    }
    Ok(state)
}

/// Takes back a change of many products: all of them or none.
pub fn undo_bulk_change(tx: &mut Write<'_>, by: &Member, id: BulkChangeId) -> Result<i64> {
    may_prepare(tx, by)?;
    let bulk = store::bulk_change(tx, id)?;
    if bulk.maker_id != by.organisation {
        return Err(Error::NotFound);
    }
    if bulk.undone_at.is_some() {
        return Err(Error::refused("refusal-bulk-undone"));
    }
    let revisions = store::of_bulk_change(tx, id)?;
    if (revisions.len() as i64) < bulk.products {
        return Err(Error::refused("refusal-undo-nothing"));
    }
    for revision in revisions {
        if let Some(subject) = revision.subject() {
            take_back(tx, by, &revision, subject)?;
        }
    }
    store::set_undone(tx, id)?;
    Ok(bulk.products)
}
