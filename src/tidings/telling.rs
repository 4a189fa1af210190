//! Telling: one letter for everything that waits for somebody whose moment has come. Who is due is asked first, which
//! costs no write; what a letter tells is marked in the write that posts it, so that a crash repeats or loses nothing.

use chrono::TimeDelta;

use super::links;
use super::tiding::Reader;
use super::{composing, letters, store};
use crate::accounts;
use crate::clock::Time;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::PersonId;
use crate::settings::Settings;

/// People in one write: at 7 in the morning all come at once, and others want to write, too.
const AT_ONCE: usize = 20;
/// More than anybody reads; what is beyond waits for the next letter.
const MOST_TIDINGS: i64 = 1_000;

/// Is there anybody to be told something now?
pub fn any_due(conn: &mut DbConnection, now: Time) -> Result<bool> {
    Ok(!due(conn, now)?.is_empty())
}

/// Writes letters that are due. The worker calls this until there are none. Says for how many people something was settled.
pub fn tell_due(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    let now = tx.now();
    let due = due(tx, now)?;
    for (reader, moment) in due.iter().take(AT_ONCE) {
        tell(tx, settings, *reader, *moment)?;
    }
    Ok(due.len().min(AT_ONCE))
}

/// Those whose moment has come, with that moment.
fn due(conn: &mut DbConnection, now: Time) -> Result<Vec<(Reader, Time)>> {
    let waiting = store::waiting(conn, now)?;
    let people: Vec<PersonId> = waiting.iter().map(|(person, _)| *person).collect();
    let known = store::readers(conn, &people)?;
    let moment = |(person, since): (PersonId, Time)| {
        let reader = known.get(&person).copied().unwrap_or_else(|| Reader::new(person));
        let due = reader.due(since).filter(|due| *due <= now)?;
        Some((reader, due))
    };
    Ok(waiting.into_iter().filter_map(moment).collect())
}

fn tell(tx: &mut Write<'_>, settings: &Settings, reader: Reader, moment: Time) -> Result<()> {
    let now = tx.now();
    let waiting = store::waiting_for(tx, reader.person_id, now, MOST_TIDINGS)?;
    let news = composing::compose(tx, reader.person_id, &waiting)?;
    if !news.is_empty() {
        let person = accounts::person(tx, reader.person_id)?;
        let ways = links::Ways {
            person: person.id,
            expires_at: now.plus(TimeDelta::days(links::DAYS)),
            end: links::make(tx, links::unsubscribing(person.id, now), settings)?,
        };
        letters::news(tx, settings, &person, &news, &ways, moment)?;
        store::set_told(tx, &news.told)?;
    }
    store::delete(tx, &news.over)?;
    store::set_reader(tx, &Reader { told_to: Some(moment), ..reader })
}
