//! The outbox in the database. `next_attempt_at` is set exactly while a letter has yet to leave.

use chrono::TimeDelta;
use diesel::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::letter::Letter;
use crate::clock::Time;
use crate::db::schema::letters;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::LetterId;
use crate::locale::Language;

/// A letter as it is carried.
#[derive(Clone, Debug, HasQuery)]
#[diesel(table_name = letters)]
pub(super) struct Posted {
    pub id: LetterId,
    pub message_id: String,
    pub to_address: String,
    pub to_name: String,
    pub language: Language,
    pub subject: String,
    pub text_body: String,
    pub html_body: String,
    pub created_at: Time,
    pub unsubscribe: Option<String>,
}

/// A letter as the operator sees it: without its bodies, which may hold a link that opens somebody's account.
#[derive(Clone, Debug, HasQuery, Serialize, JsonSchema)]
#[diesel(table_name = letters)]
pub struct Entry {
    pub id: LetterId,
    pub message_id: String,
    pub cause: String,
    pub to_address: String,
    pub subject: String,
    pub created_at: Time,
    pub attempts: i64,
    pub next_attempt_at: Option<Time>,
    pub given_up_at: Option<Time>,
    pub last_error: Option<String>,
}

impl Entry {
    /// A longer list than this would help nobody.
    pub const MOST: i64 = 500;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    pub waiting: i64,
    pub given_up: i64,
}

#[derive(Insertable)]
#[diesel(table_name = letters)]
struct NewLetter<'a> {
    message_id: &'a str,
    cause: &'a str,
    to_address: &'a str,
    to_name: &'a str,
    language: Language,
    subject: &'a str,
    text_body: &'a str,
    html_body: &'a str,
    created_at: Time,
    next_attempt_at: Option<Time>,
    unsubscribe: Option<&'a str>,
}

pub(super) fn insert(tx: &mut Write<'_>, letter: &Letter, message_id: &str) -> Result<()> {
    let row = NewLetter {
        message_id,
        cause: &letter.cause,
        to_address: &letter.to_address,
        to_name: &letter.to_name,
        language: letter.language,
        subject: &letter.subject,
        text_body: &letter.text,
        html_body: &letter.html,
        created_at: tx.now(),
        next_attempt_at: Some(tx.now()),
        unsubscribe: letter.unsubscribe.as_deref(),
    };
    crate::on_each_backend!(&mut **tx, |conn| diesel::insert_into(letters::table)
        .values(&row)
        .on_conflict(letters::cause)
        .do_nothing()
        .execute(conn))?;
    Ok(())
}

pub(super) fn is_any_due(conn: &mut DbConnection, now: Time) -> Result<bool> {
    let due = letters::table.filter(letters::next_attempt_at.le(now));
    Ok(due.select(letters::id).first::<LetterId>(conn).optional()?.is_some())
}

/// Takes a few due letters and keeps other nodes from them until the lease is over. Nobody has seen a letter before
/// it is first taken: then its Message-ID gets the host of the site, and never changes again.
pub(super) fn take_due(tx: &mut Write<'_>, most: i64, lease: TimeDelta, host: &str) -> Result<Vec<Posted>> {
    let now = tx.now();
    let mut due = Posted::query()
        .filter(letters::next_attempt_at.le(now))
        .order((letters::next_attempt_at, letters::id))
        .limit(most)
        .load(&mut **tx)?;
    for letter in &mut due {
        if !letter.message_id.contains('@') {
            letter.message_id = format!("{}@{host}", letter.message_id);
        }
        diesel::update(letters::table.find(letter.id))
            .set((
                letters::message_id.eq(&letter.message_id),
                letters::next_attempt_at.eq(Some(now.plus(lease))),
            ))
            .execute(&mut **tx)?;
    }
    Ok(due)
}

pub(super) fn record_sent(tx: &mut Write<'_>, id: LetterId) -> Result<()> {
    diesel::update(letters::table.find(id))
        .filter(letters::sent_at.is_null())
        .set((
            letters::attempts.eq(letters::attempts + 1),
            letters::next_attempt_at.eq(None::<Time>),
            letters::sent_at.eq(Some(tx.now())),
            letters::given_up_at.eq(None::<Time>),
            letters::last_error.eq(None::<String>),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Records that a letter did not leave and says whether it was given up. A letter that another node has sent in the
/// meantime stays sent.
pub(super) fn record_failure(
    tx: &mut Write<'_>,
    id: LetterId,
    error: &str,
    last: impl Fn(i64) -> bool,
) -> Result<bool> {
    let unsent = letters::table.find(id).filter(letters::sent_at.is_null());
    let found: Option<i64> = unsent.select(letters::attempts).first(&mut **tx).optional()?;
    let Some(attempts) = found.map(|attempts| attempts + 1) else {
        return Ok(false);
    };
    let now = tx.now();
    let given_up = last(attempts);
    diesel::update(letters::table.find(id))
        .set((
            letters::attempts.eq(attempts),
            letters::next_attempt_at.eq((!given_up).then(|| now.plus(back_off(attempts)))),
            letters::given_up_at.eq(given_up.then_some(now)),
            letters::last_error.eq(Some(printable(error))),
        ))
        .execute(&mut **tx)?;
    Ok(given_up)
}

/// 1, 2, 4, … minutes, but never more than six hours.
fn back_off(attempts: i64) -> TimeDelta {
    let doublings = attempts.clamp(1, 20) - 1;
    TimeDelta::minutes(1 << doublings).min(TimeDelta::hours(6))
}

/// A mail server's answer is foreign text: PostgreSQL refuses a NUL, and an operator reads no novels.
fn printable(error: &str) -> String {
    error.chars().map(|c| if c.is_control() { ' ' } else { c }).take(500).collect()
}

pub(super) fn waiting(conn: &mut DbConnection) -> Result<Vec<Entry>> {
    Ok(Entry::query()
        .filter(letters::next_attempt_at.is_not_null())
        .order((letters::next_attempt_at, letters::id))
        .limit(Entry::MOST)
        .load(conn)?)
}

pub(super) fn given_up(conn: &mut DbConnection) -> Result<Vec<Entry>> {
    Ok(Entry::query()
        .filter(letters::given_up_at.is_not_null())
        .order((letters::given_up_at.desc(), letters::id.desc()))
        .limit(Entry::MOST)
        .load(conn)?)
}

pub(super) fn counts(conn: &mut DbConnection) -> Result<Counts> {
    let waiting = letters::table.filter(letters::next_attempt_at.is_not_null()).count().get_result(conn)?;
    let given_up = letters::table.filter(letters::given_up_at.is_not_null()).count().get_result(conn)?;
    Ok(Counts { waiting, given_up })
}

pub(super) fn retry(tx: &mut Write<'_>, id: LetterId) -> Result<()> {
    let changed = diesel::update(letters::table.find(id))
        .filter(letters::sent_at.is_null())
        .set((
            letters::attempts.eq(0),
            letters::next_attempt_at.eq(Some(tx.now())),
            letters::given_up_at.eq(None::<Time>),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

pub(super) fn forget_sent(tx: &mut Write<'_>, before: Time) -> Result<usize> {
    Ok(diesel::update(letters::table)
        .filter(letters::sent_at.lt(before).and(letters::html_body.ne("")))
        .set((letters::text_body.eq(""), letters::html_body.eq(""), letters::unsubscribe.eq(None::<String>)))
        .execute(&mut **tx)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pause_doubles_up_to_six_hours() {
        let minutes: Vec<_> = (1..=11).map(|attempts| back_off(attempts).num_minutes()).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
        assert_eq!(back_off(i64::MAX), TimeDelta::hours(6));
    }

    #[test]
    fn a_foreign_error_is_cut_and_cleaned() {
        assert_eq!(printable("a\0b\r\nc"), "a b  c");
        assert_eq!(printable(&"é".repeat(900)).chars().count(), 500);
    }
}
