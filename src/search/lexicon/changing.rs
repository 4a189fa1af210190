//! Officers add, correct and withdraw concepts, and put back what stood before. Nothing is lost: each change stays in the
//! history, the undoing of one too.

use search_index::lexicon::Entry;

use super::concept::{self, Concept, shipped};
use super::form::{self, Checked, CorrectionForm, EntryForm, UndoForm, WithdrawForm, is_key};
use super::{Concepts, relations, store};
use crate::accounts::Officer;
use crate::db::Write;
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::input::Fields;
use crate::search::unanswered;

pub fn add(tx: &mut Write<'_>, by: &Officer, form: &EntryForm) -> Result<Concept> {
    by.confirm(tx)?;
    let concepts = Concepts::read(tx)?;
    let mut fields = Fields::new();
    let key = form.key.trimmed();
    if form.key.is_blank() {
        fields.problem("key", "problem-missing");
    } else if !is_key(key) || key == NEW {
        fields.problem("key", "problem-lexicon-key");
    } else if concepts.standing(key).is_some() {
        fields.problem("key", Message::new("problem-lexicon-key-taken").with("key", key));
    }
    let checked = form.check(&mut fields, key, &concepts);
    let checked = fields.done(checked)?;
    write(tx, by, &concepts, checked)
}

/// The address of the page on which a concept is added.
const NEW: &str = "new";

pub fn correct(tx: &mut Write<'_>, by: &Officer, key: &str, form: &CorrectionForm) -> Result<Concept> {
    by.confirm(tx)?;
    let concepts = Concepts::read(tx)?;
    let now = concept::concept(tx, key)?;
    let mut fields = Fields::new();
    let version = fields.whole("version", &form.version, 0..=i64::MAX);
    let checked = form.entry().check(&mut fields, key, &concepts);
    let checked = fields.done(checked)?;
    seen(&now, version)?;
    if checked.entry == now.entry {
        // Saved as it was: that is no change to remember.
        settle(tx, &checked)?;
        return Ok(now);
    }
    write(tx, by, &concepts, checked)
}

pub fn withdraw(tx: &mut Write<'_>, by: &Officer, key: &str, form: &WithdrawForm) -> Result<Concept> {
    by.confirm(tx)?;
    let now = concept::concept(tx, key)?;
    seen(&now, form::version(&form.version)?)?;
    if now.is_withdrawn() {
        return Err(Error::refused("refusal-lexicon-withdrawn"));
    }
    let concepts = Concepts::read(tx)?;
    record(tx, by, &concepts, key, Some(&Entry { withdrawn: true, ..now.entry }))?;
    concept::concept(tx, key)
}

/// Puts back what stood before a change, whatever came after it.
pub fn undo(tx: &mut Write<'_>, by: &Officer, key: &str, form: &UndoForm) -> Result<Concept> {
    by.confirm(tx)?;
    let now = concept::concept(tx, key)?;
    let mut fields = Fields::new();
    let version = fields.whole("version", &form.version, 0..=i64::MAX);
    let revision = fields.whole("revision", &form.revision, 1..=i64::MAX);
    let changes = store::changes(tx, key)?;
    let found = changes.into_iter().find(|change| change.revision == revision);
    if found.is_none() && fields.is_sound("revision") {
        fields.problem("revision", "problem-lexicon-revision");
    }
    let found = fields.done(found)?.ok_or(Error::NotFound)?;
    seen(&now, version)?;
    let concepts = Concepts::read(tx)?;
    let before = found.entry_before.map(crate::columns::Json::into_inner);
    if before == written(&concepts, key) {
        return Err(Error::refused("refusal-lexicon-same"));
    }
    let back = before.as_ref().or_else(|| shipped(key)).filter(|entry| !entry.withdrawn);
    if let Some(through) = back.and_then(|entry| relations::circle(&concepts, key, &entry.broader)) {
        return Err(Error::Refused(Message::new("refusal-lexicon-circle").with("key", through)));
    }
    record(tx, by, &concepts, key, before.as_ref())?;
    concept::concept(tx, key)
}

/// Somebody else's change in the meantime must not be overwritten unseen.
fn seen(now: &Concept, version: i64) -> Result<()> {
    if now.version == version { Ok(()) } else { Err(Error::Conflict) }
}

fn written(concepts: &Concepts, key: &str) -> Option<Entry> {
    concepts.entries().into_iter().find(|entry| entry.key == key)
}

fn write(tx: &mut Write<'_>, by: &Officer, concepts: &Concepts, checked: Checked) -> Result<Concept> {
    record(tx, by, concepts, &checked.entry.key, Some(&checked.entry))?;
    settle(tx, &checked)?;
    concept::concept(tx, &checked.entry.key)
}

fn settle(tx: &mut Write<'_>, checked: &Checked) -> Result<()> {
    match checked.query {
        Some(query) => unanswered::settle_by_entry(tx, query),
        None => Ok(()),
    }
}

fn record(
    tx: &mut Write<'_>,
    by: &Officer,
    concepts: &Concepts,
    key: &str,
    after: Option<&Entry>,
) -> Result<()> {
    let before = written(concepts, key);
    let change = store::replace(tx, key, before.as_ref(), after, by.person)?;
    tx.record(by.actor(), Event::LexiconChanged { change });
    Ok(())
}
