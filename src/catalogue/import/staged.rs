//! An import between the arrival of its file and its commit: a report that is looked at before anything is written.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::compose::Note;
use super::layout::{Format, Layout};
use super::report::{NoteView, Report, Tally};
use super::store;
use crate::accounts::Member;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::DbConnection;
use crate::db::schema::imports;
use crate::error::{Error, Result};
use crate::ids::{ImportId, OrganisationId, PersonId};
use crate::locale::{self, Language};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Its rows are being taken in.
    #[default]
    Reading,
    /// Which rows belong together is to be found.
    Grouping,
    /// Its products are held against the rules and the catalogue.
    Checking,
    /// The report is complete.
    Ready,
    Committed,
}

crate::text_enum!(State {
    Reading => "reading",
    Grouping => "grouping",
    Checking => "checking",
    Ready => "ready",
    Committed => "committed",
});

/// What was said about a file, and what was found about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct About {
    pub file: String,
    pub format: Format,
    pub encoding: Option<String>,
    pub separator: Option<String>,
    /// Of prices that name none.
    pub currency: Option<String>,
    /// Of texts that do not show it.
    pub language: Language,
    pub strict: bool,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = imports)]
pub struct Import {
    pub id: ImportId,
    pub maker_id: Option<OrganisationId>,
    pub content_hash: String,
    pub about: Json<About>,
    pub layout: Json<Layout>,
    pub state: State,
    pub staged: i64,
    pub position: i64,
    pub tally: Json<Tally>,
    pub created_by: Option<PersonId>,
    pub created_at: Time,
    pub updated_at: Time,
    pub committed_at: Option<Time>,
}

impl Import {
    /// Is there still something to be found out?
    pub fn is_under_way(&self) -> bool {
        matches!(self.state, State::Reading | State::Grouping | State::Checking)
    }
}

/// An import of the member's own maker. Of others' nobody learns that they exist.
pub fn own(conn: &mut DbConnection, by: &Member, id: ImportId) -> Result<Import> {
    let import = store::import(conn, id)?;
    if import.maker_id == Some(by.organisation) { Ok(import) } else { Err(Error::NotFound) }
}

/// The report of an import as it stands.
pub fn report(conn: &mut DbConnection, import: &Import, language: Language) -> Result<Report> {
    let Import { about, tally, layout, .. } = import;
    let problems = store::problems(conn, import.id, super::report::MOST_PROBLEMS)?;
    let note = |(word, (products, row)): (&String, &(u64, u64))| {
        let note: Note = word.parse().ok()?;
        let message = note.message().with("count", i64::try_from(*products).unwrap_or(i64::MAX));
        Some(NoteView { note: locale::say(language, &message), products: *products, row: *row })
    };
    Ok(Report {
        id: Some(import.id),
        state: import.state,
        file: about.file.clone(),
        format: layout.dialect,
        encoding: about.encoding.clone(),
        separator: about.separator.clone(),
        currency: about.currency.clone(),
        strict: about.strict,
        rows: tally.rows,
        checked: tally.checked,
        read: tally.read,
        created: tally.created,
        changed: tally.changed,
        skipped: tally.skipped,
        refused: tally.refused,
        problems: problems.iter().map(|problem| problem.shown(language)).collect(),
        notes: tally.notes.iter().filter_map(note).collect(),
        columns: layout.columns.clone(),
    })
}
