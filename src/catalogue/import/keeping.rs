//! What else is done with an import before it is committed: its columns are mapped, it is dropped, or forgotten.

use chrono::TimeDelta;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::commit::recheck;
use super::layout::is_field;
use super::report::{Outcome, RowView};
use super::staged::{Import, State, own};
use super::{dry_run, store};
use crate::accounts::Member;
use crate::catalogue::products::may_prepare;
use crate::db::{Db, DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::ImportId;
use crate::input::{Fields, Raw};
use crate::locale::{Language, fold};
use crate::web::Listing;

/// Imports that nobody has touched for so long are forgotten, committed ones with their reports too.
const KEPT: TimeDelta = TimeDelta::days(7);
/// A check that has not moved for so long has lost whoever was at it.
const STILL: TimeDelta = TimeDelta::seconds(10);
/// How many are listed: the newest of a week.
const MOST_LISTED: i64 = 20;
/// A write of the sweep deletes so many.
const SWEPT: i64 = 5;
const MOST_MAPPED: usize = super::MOST_COLUMNS;

/// What columns hold, as their maker says.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MappingForm {
    pub columns: Vec<MappedColumn>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MappedColumn {
    /// As it stands in the file.
    pub header: Raw,
    /// A column of our sheet, `option:NAME` for something that variants differ in, or `ignore`; left empty, nothing is said.
    pub field: Raw,
}

/// Remembers what columns hold, for this file and all later ones of the maker, and has everything checked anew.
pub fn map(tx: &mut Write<'_>, by: &Member, id: ImportId, form: &MappingForm) -> Result<Import> {
    may_prepare(tx, by)?;
    let import = own(tx, by, id)?;
    if import.state == State::Committed {
        return Err(Error::refused("refusal-import-committed"));
    }
    let mut fields = Fields::new();
    if form.columns.len() > MOST_MAPPED {
        return Err(Error::invalid("columns", "problem-import-columns"));
    }
    let mut layout = (*import.layout).clone();
    let mut said = Vec::new();
    for (at, mapped) in form.columns.iter().enumerate() {
        let (header, field) = (fold(mapped.header.trimmed()), mapped.field.trimmed());
        if field.is_empty() {
            continue;
        }
        if !is_field(field) || field.chars().count() > 60 || field.chars().any(char::is_control) {
            fields.problem(&format!("columns.{at}.field"), "problem-import-field");
        }
        let mut found = false;
        for column in layout.columns.iter_mut().filter(|column| fold(&column.header) == header) {
            column.field = Some(field.to_owned());
            found = true;
        }
        if !found || header.is_empty() {
            fields.problem(&format!("columns.{at}.header"), "problem-import-header");
        }
        said.push((header, field.to_owned()));
    }
    fields.done(())?;
    for (header, field) in said {
        store::remember_mapping(tx, by.organisation, &header, &field)?;
    }
    store::set_layout(tx, id, &layout)?;
    if import.state != State::Reading {
        recheck(tx, id)?;
    }
    store::import(tx, id)
}

/// Forgets an import; what it has written stays.
pub fn drop_import(tx: &mut Write<'_>, by: &Member, id: ImportId) -> Result<()> {
    may_prepare(tx, by)?;
    own(tx, by, id)?;
    store::delete(tx, id)
}

/// The same for an operator.
pub fn discard(db: &Db, id: ImportId) -> Result<()> {
    db.write_now(|tx| store::delete(tx, id))
}

/// The newest of a maker.
pub fn list(conn: &mut DbConnection, by: &Member) -> Result<Vec<Import>> {
    store::of_maker(conn, by.organisation, MOST_LISTED)
}

pub fn import(conn: &mut DbConnection, id: ImportId) -> Result<Import> {
    store::import(conn, id)
}

/// A page of the table of a dry run; its cursor is a place.
pub fn rows(
    conn: &mut DbConnection,
    by: &Member,
    id: ImportId,
    outcome: Option<Outcome>,
    listing: Listing,
    language: Language,
) -> Result<Vec<RowView>> {
    own(conn, by, id)?;
    store::views(conn, id, outcome, listing.place(), listing.fetch(), language)
}

/// Sweeps away what was left lying. Says how many imports that were.
pub fn forget_old(tx: &mut Write<'_>) -> Result<usize> {
    let before = tx.now().minus(KEPT);
    let old = store::older_than(tx, before, SWEPT)?;
    for id in &old {
        store::delete(tx, *id)?;
    }
    Ok(old.len())
}

/// Takes up checks that stand still because a process died over them.
pub fn take_up(db: &Db) -> Result<usize> {
    let since = db.clock().now().minus(STILL);
    let found = db.read_now(|conn| store::standing_still(conn, since))?;
    for id in &found {
        dry_run::finish(db, *id, &mut |_| ())?;
    }
    Ok(found.len())
}
