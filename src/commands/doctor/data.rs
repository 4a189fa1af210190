//! The database: is it there, is it whole, whose is it, and does it know what time it is?

use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Text};

use super::finding::Finding;
use crate::db::{Db, DbConnection, Identity};
use crate::error::Result;
use crate::events;
use crate::settings::Settings;

/// The tables' age, and whether the database can be opened without changing it.
pub(super) fn tables(settings: &Settings) -> (Finding, bool) {
    let age = match Db::age(&settings.database, settings.sqlite_file()) {
        Ok(Some(age)) => age,
        Ok(None) => {
            let advice = "`fondouk serve` or `fondouk migrate` makes it";
            return (Finding::warn("database", "there is none yet", advice), false);
        }
        Err(error) => {
            let advice =
                "see that the server runs, and that name, user and password in database.url are right";
            return (Finding::broken("database", &error, advice), false);
        }
    };
    if let Err(error) = age.check() {
        return (
            Finding::broken("database", &error, "start the version of fondouk that wrote it, or a later one"),
            false,
        );
    }
    let (applied, pending) = (age.applied.len(), age.pending.len());
    if pending > 0 {
        let found = format!("{pending} of {} migrations are not applied", applied + pending);
        return (Finding::warn("database", found, "make a backup, then run `fondouk migrate`"), false);
    }
    (Finding::ok("database", format!("reached; all {applied} migrations are applied")), true)
}

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Is what the database holds whole?
pub(super) fn content(db: &Db) -> Finding {
    let looked = db.read_now(|conn| {
        let query = match conn {
            DbConnection::Sqlite(_) => {
                "SELECT quick_check AS line FROM pragma_quick_check \
                 UNION ALL SELECT 'a row of ' || \"table\" || ' refers to nothing' FROM pragma_foreign_key_check"
            }
            DbConnection::Postgres(_) => {
                "SELECT 'the index ' || indexrelid::regclass::text || ' is not valid' AS line \
                 FROM pg_index WHERE NOT indisvalid"
            }
        };
        Ok(diesel::sql_query(query).load::<Line>(conn)?)
    });
    let lines = match looked {
        Ok(lines) => lines,
        Err(error) => return Finding::broken("content", &error, "restore the latest backup"),
    };
    let wrong: Vec<&str> =
        lines.iter().map(|row| row.line.as_str()).filter(|line| *line != "ok").take(3).collect();
    match wrong.as_slice() {
        [] => Finding::ok("content", "the database is whole"),
        wrong => {
            Finding::fail("content", wrong.join("; "), "the database is damaged: restore the latest backup")
        }
    }
}

pub(super) fn identity(db: &Db) -> Finding {
    match db.read_now(Identity::read) {
        Ok(Some(Identity { database, epoch })) => {
            let short: String = database.chars().take(8).collect();
            Finding::ok("identity", format!("database {short}…, epoch {epoch}"))
        }
        Ok(None) => Finding::ok("identity", "none yet: this database was never served"),
        Err(error) => Finding::broken("identity", &error, "restore the latest backup"),
    }
}

#[derive(diesel::QueryableByName)]
struct Micros {
    #[diesel(sql_type = BigInt)]
    micros: i64,
}

/// How far the database's clock is ahead of ours, and when the newest fact was recorded, in microseconds.
fn times(conn: &mut DbConnection) -> Result<(i64, Option<i64>)> {
    let ahead = match conn {
        DbConnection::Sqlite(_) => 0,
        DbConnection::Postgres(conn) => {
            let query = "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS micros";
            let theirs: Micros = diesel::sql_query(query).get_result(conn)?;
            theirs.micros - crate::clock::Clock::Machine.now().micros()
        }
    };
    let newest = events::newest(conn)?;
    let fact = events::after(conn, newest - 1, 1)?.pop();
    Ok((ahead, fact.map(|fact| fact.at.micros())))
}

/// Sessions, deadlines and the order of facts rest on the time.
pub(super) fn clock(db: &Db) -> Finding {
    let (ahead, newest) = match db.read_now(times) {
        Ok(times) => times,
        Err(error) => return Finding::broken("clock", &error, "see the log of the database"),
    };
    let now = db.clock().now();
    let advice = "let the clocks of all machines follow a time server (timedatectl set-ntp true)";
    let seconds = ahead.abs() / 1_000_000;
    if seconds >= 5 {
        let found = format!("the database's clock differs from this machine's by {seconds} s");
        return if seconds >= 60 {
            Finding::fail("clock", found, advice)
        } else {
            Finding::warn("clock", found, advice)
        };
    }
    let future = newest.map_or(0, |newest| (newest - now.micros()) / 1_000_000);
    if future >= 60 {
        let found = format!("it is {now} here, and the newest fact was recorded {future} s later than that");
        return Finding::warn("clock", found, advice);
    }
    Finding::ok("clock", format!("{now}"))
}
