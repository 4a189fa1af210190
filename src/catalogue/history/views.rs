//! Revisions as they are read: by programs, and by the page that shows them.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::revision::{Act, Revision};
use super::state::Change;
use super::words::Words;
use super::{Seen, store};
use crate::accounts::{self, Member};
use crate::catalogue::Subject;
use crate::catalogue::views::is_insider;
use crate::clock::Time;
use crate::db::{Actor, DbConnection};
use crate::error::{Error, Message, Result};
use crate::ids::{BulkChangeId, OrganisationId, RevisionId};
use crate::locale::{self, Language};
use crate::web::{Listed, Listing};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RevisionView {
    pub id: RevisionId,
    /// What was done.
    pub act: Act,
    /// The revision that it took back, or whose state it brought back.
    pub about: Option<RevisionId>,
    /// The change of several products that it was a part of.
    pub bulk_change: Option<BulkChangeId>,
    /// The `version` of the thing afterwards.
    pub version: i64,
    /// Who did it.
    pub by: String,
    pub at: Time,
    pub changes: Vec<ChangeView>,
    /// It was taken back since.
    pub undone: bool,
}

/// A field and how it changed, in the language of `Accept-Language`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangeView {
    pub field: String,
    pub label: String,
    pub before: String,
    pub after: String,
    /// As the forms write it.
    pub from: Value,
    pub to: Value,
}

impl ChangeView {
    pub fn new(words: &Words, change: &Change) -> Self {
        Self {
            label: words.label(&change.field),
            before: words.value(&change.field, &change.before),
            after: words.value(&change.field, &change.after),
            field: change.field.clone(),
            from: change.before.clone(),
            to: change.after.clone(),
        }
    }
}

/// What a page of a history needs.
#[derive(Debug)]
pub(super) struct History {
    pub listed: Listed<RevisionView>,
    pub seen: Seen,
}

/// One page of a history, for the maker and for officers.
pub(super) fn history(
    conn: &mut DbConnection,
    by: &Member,
    subject: Subject,
    language: Language,
    listing: Listing,
) -> Result<History> {
    let seen = Seen::read(conn, subject)?;
    if !is_insider(Some(by), seen.maker) {
        return Err(Error::NotFound);
    }
    let listed = listing.page(store::of_subject(conn, subject, listing)?, |revision| revision.id.0);
    let items = views(conn, seen.maker, language, &listed.items)?;
    Ok(History { listed: Listed { items, next: listed.next }, seen })
}

/// The last revision of a thing.
pub(super) fn newest(conn: &mut DbConnection, subject: Subject, language: Language) -> Result<RevisionView> {
    let rows = store::of_subject(conn, subject, Listing { before: i64::MAX, limit: 1 })?;
    let maker = rows.first().ok_or(Error::NotFound)?.maker_id;
    views(conn, maker, language, &rows[..1])?.pop().ok_or(Error::NotFound)
}

fn views(
    conn: &mut DbConnection,
    maker: OrganisationId,
    language: Language,
    rows: &[Revision],
) -> Result<Vec<RevisionView>> {
    let words = Words::read(conn, language, maker)?;
    let ids: Vec<RevisionId> = rows.iter().map(|revision| revision.id).collect();
    let undone = store::undone(conn, &ids)?;
    let names = person_names(conn, language, maker, rows.iter().map(Revision::actor))?;
    let view = |(revision, by): (&Revision, String)| RevisionView {
        id: revision.id,
        act: revision.act,
        about: revision.about_id,
        bulk_change: revision.bulk_change_id,
        version: revision.version,
        by,
        at: revision.recorded_at,
        changes: revision.changes.iter().map(|change| ChangeView::new(&words, change)).collect(),
        undone: undone.contains(&revision.id),
    };
    Ok(rows.iter().zip(names).map(view).collect())
}

impl Revision {
    pub fn actor(&self) -> Actor {
        Actor { person: self.person_id, organisation: self.organisation_id, consent: None }
    }
}

/// Who did things to what is a maker's, in their order: a person, with their organisation if it is another one.
pub(in crate::catalogue) fn person_names(
    conn: &mut DbConnection,
    language: Language,
    maker: OrganisationId,
    actors: impl Iterator<Item = Actor>,
) -> Result<Vec<String>> {
    let mut known: HashMap<(Option<i64>, Option<i64>), String> = HashMap::new();
    let mut names = Vec::new();
    for actor in actors {
        let key = (actor.person.map(|id| id.0), actor.organisation.map(|id| id.0));
        if let Some(name) = known.get(&key) {
            names.push(name.clone());
            continue;
        }
        let person = actor.person.map(|id| accounts::person(conn, id)).transpose()?;
        let mut name = match person {
            Some(person) => person.name,
            None => locale::say(language, &Message::new("history-by-house")),
        };
        if let Some(organisation) = actor.organisation {
            let agent =
                actor.person.map(|person| accounts::acted_for(conn, person, organisation)).transpose()?;
            let own = accounts::organisation(conn, organisation)?;
            name = match agent.flatten() {
                Some(agent) => agent.said(language, own.name_in(language)),
                None if organisation != maker => format!("{name} · {}", own.name_in(language)),
                None => name,
            };
        }
        known.insert(key, name.clone());
        names.push(name);
    }
    Ok(names)
}
