//! All SQL about the officers' part of the lexicon.

use diesel::prelude::*;
use search_index::lexicon::Entry;

use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{lexicon_entries, lexicon_history};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{LexiconChangeId, PersonId};

/// What officers wrote about one concept.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = lexicon_entries)]
pub struct Written {
    pub key: String,
    pub entry: Json<Entry>,
    pub revision: i64,
}

/// One change of the history.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = lexicon_history)]
pub struct Recorded {
    pub id: LexiconChangeId,
    pub key: String,
    pub revision: i64,
    pub entry_before: Option<Json<Entry>>,
    pub entry_after: Option<Json<Entry>>,
    pub changed_by: PersonId,
    pub changed_at: Time,
}

pub(super) fn all_written(conn: &mut DbConnection) -> Result<Vec<Written>> {
    Ok(Written::query().order(lexicon_entries::key).load(conn)?)
}

/// The changes of one concept, newest first.
pub(super) fn changes(conn: &mut DbConnection, key: &str) -> Result<Vec<Recorded>> {
    Ok(Recorded::query()
        .filter(lexicon_history::key.eq(key))
        .order(lexicon_history::revision.desc())
        .load(conn)?)
}

pub(in crate::search) fn change(conn: &mut DbConnection, id: LexiconChangeId) -> Result<Recorded> {
    Ok(Recorded::query().filter(lexicon_history::id.eq(id)).first(conn)?)
}

/// The number of the last change; 0 where there was none.
pub(super) fn newest_revision(conn: &mut DbConnection, key: &str) -> Result<i64> {
    let newest = lexicon_history::table
        .filter(lexicon_history::key.eq(key))
        .select(diesel::dsl::max(lexicon_history::revision));
    Ok(newest.first::<Option<i64>>(conn)?.unwrap_or(0))
}

/// Writes what stands now and what it was; without an entry after, the concept stands as it is shipped again.
pub(super) fn replace(
    tx: &mut Write<'_>,
    key: &str,
    before: Option<&Entry>,
    after: Option<&Entry>,
    by: PersonId,
) -> Result<LexiconChangeId> {
    let (now, revision) = (tx.now(), newest_revision(tx, key)? + 1);
    let json = |entry: Option<&Entry>| entry.cloned().map(Json::from);
    diesel::delete(lexicon_entries::table.filter(lexicon_entries::key.eq(key))).execute(&mut **tx)?;
    if let Some(after) = json(after) {
        diesel::insert_into(lexicon_entries::table)
            .values((
                lexicon_entries::key.eq(key),
                lexicon_entries::entry.eq(after),
                lexicon_entries::revision.eq(revision),
                lexicon_entries::changed_by.eq(by),
                lexicon_entries::changed_at.eq(now),
            ))
            .execute(&mut **tx)?;
    }
    Ok(diesel::insert_into(lexicon_history::table)
        .values((
            lexicon_history::key.eq(key),
            lexicon_history::revision.eq(revision),
            lexicon_history::entry_before.eq(json(before)),
            lexicon_history::entry_after.eq(json(after)),
            lexicon_history::changed_by.eq(by),
            lexicon_history::changed_at.eq(now),
        ))
        .returning(lexicon_history::id)
        .get_result(&mut **tx)?)
}
