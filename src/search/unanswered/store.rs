//! All SQL about searches that found nothing.

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::tally::{Asked, Times};
use crate::clock::Date;
use crate::db::schema::unanswered_queries::{self, dsl};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::UnansweredId;
use crate::locale::Language;
use crate::web::Listing;

/// More different texts than this are not kept: whoever types noise all day shall not fill the table.
const MOST_ROWS: i64 = 20_000;

/// What was asked for in vain, by whoever it was.
#[derive(Clone, Debug, PartialEq, HasQuery, Serialize, JsonSchema)]
#[diesel(table_name = unanswered_queries)]
pub struct Unanswered {
    pub id: UnansweredId,
    /// The words in small letters.
    pub text: String,
    pub language: Language,
    /// How often.
    pub asked: i64,
    pub first_on: Date,
    pub last_on: Date,
    /// When an officer had dealt with it.
    pub settled_on: Option<Date>,
}

pub(super) fn add(tx: &mut Write<'_>, counted: &[(Asked, Times)]) -> Result<usize> {
    let mut room = MOST_ROWS - dsl::unanswered_queries.count().get_result::<i64>(&mut **tx)?;
    for (asked, times) in counted {
        let same = dsl::text.eq(&asked.text).and(dsl::language.eq(asked.language));
        let known: Option<Unanswered> = Unanswered::query().filter(same).first(&mut **tx).optional()?;
        match known {
            Some(known) => {
                let mut all = Times { asked: known.asked, first: known.first_on, last: known.last_on };
                all.take(*times);
                let counts =
                    (dsl::asked.eq(all.asked), dsl::first_on.eq(all.first), dsl::last_on.eq(all.last));
                diesel::update(dsl::unanswered_queries.filter(dsl::id.eq(known.id)))
                    .set(counts)
                    .execute(&mut **tx)?;
            }
            None if room > 0 => {
                room -= 1;
                diesel::insert_into(dsl::unanswered_queries)
                    .values((
                        dsl::text.eq(&asked.text),
                        dsl::language.eq(asked.language),
                        dsl::asked.eq(times.asked),
                        dsl::first_on.eq(times.first),
                        dsl::last_on.eq(times.last),
                    ))
                    .execute(&mut **tx)?;
            }
            None => {}
        }
    }
    Ok(counted.len())
}

/// The most asked first; settled ones only where they are wanted.
pub(super) fn list(
    conn: &mut DbConnection,
    language: Option<Language>,
    settled: bool,
    listing: Listing,
) -> Result<Vec<Unanswered>> {
    let mut query = Unanswered::query().into_boxed();
    query = match settled {
        true => query.filter(dsl::settled_on.is_not_null()),
        false => query.filter(dsl::settled_on.is_null()),
    };
    if let Some(language) = language {
        query = query.filter(dsl::language.eq(language));
    }
    Ok(query.order((dsl::asked.desc(), dsl::id)).offset(listing.place()).limit(listing.fetch()).load(conn)?)
}

/// How many wait for an officer.
pub fn count_open(conn: &mut DbConnection) -> Result<i64> {
    Ok(dsl::unanswered_queries.filter(dsl::settled_on.is_null()).count().get_result(conn)?)
}

pub(in crate::search) fn unanswered(conn: &mut DbConnection, id: UnansweredId) -> Result<Unanswered> {
    Ok(Unanswered::query().filter(dsl::id.eq(id)).first(conn)?)
}

/// Dealt with. Settling twice changes nothing.
pub(super) fn settle(tx: &mut Write<'_>, id: UnansweredId) -> Result<Unanswered> {
    let today = tx.today();
    diesel::update(dsl::unanswered_queries.filter(dsl::id.eq(id).and(dsl::settled_on.is_null())))
        .set(dsl::settled_on.eq(today))
        .execute(&mut **tx)?;
    unanswered(tx, id)
}

/// The same by the entry that came of it. It may be forgotten since the form was opened, and then nothing is left to do.
pub(in crate::search) fn settle_by_entry(tx: &mut Write<'_>, id: UnansweredId) -> Result<()> {
    match settle(tx, id) {
        Ok(_) | Err(Error::NotFound) => Ok(()),
        Err(error) => Err(error),
    }
}

pub(super) fn forget_before(tx: &mut Write<'_>, day: Date) -> Result<usize> {
    Ok(diesel::delete(dsl::unanswered_queries.filter(dsl::last_on.lt(day))).execute(&mut **tx)?)
}
