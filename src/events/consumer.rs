//! A consumer that works for the whole installation: its position and its lease stand in the database,
//! so what it does and how far it came commit together.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::clock::Time;
use crate::db::schema::consumers;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};

/// Takes or renews the lease. `None` while another living node holds it.
pub fn claim(tx: &mut Write<'_>, name: &str, holder: &str, lease: TimeDelta) -> Result<Option<i64>> {
    type Row = (i64, Option<String>, Option<Time>);
    let now = tx.now();
    let found: Option<Row> = consumers::table
        .find(name)
        .select((consumers::position, consumers::holder, consumers::leased_until))
        .first(&mut **tx)
        .optional()?;
    let lease = (consumers::holder.eq(holder), consumers::leased_until.eq(now.plus(lease)));
    match found {
        None => {
            diesel::insert_into(consumers::table)
                .values((consumers::name.eq(name), consumers::position.eq(0), lease.0, lease.1))
                .execute(&mut **tx)?;
            Ok(Some(0))
        }
        Some((_, Some(other), Some(until))) if other != holder && until > now => Ok(None),
        Some((position, _, _)) => {
            diesel::update(consumers::table.find(name)).set(lease).execute(&mut **tx)?;
            Ok(Some(position))
        }
    }
}

/// Moves the position on; refuses if the lease was lost in the meantime, so that nothing is done twice.
pub fn advance(tx: &mut Write<'_>, name: &str, holder: &str, from: i64, to: i64) -> Result<()> {
    let moved = diesel::update(consumers::table.find(name))
        .filter(consumers::holder.eq(holder).and(consumers::position.eq(from)))
        .set(consumers::position.eq(to))
        .execute(&mut **tx)?;
    if moved == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// How far a consumer came.
pub fn position(conn: &mut DbConnection, name: &str) -> Result<i64> {
    Ok(consumers::table.find(name).select(consumers::position).first(conn).optional()?.unwrap_or(0))
}

/// How far all of them came, by name.
pub fn positions(conn: &mut DbConnection) -> Result<Vec<(String, i64)>> {
    let rows = consumers::table.order(consumers::name).select((consumers::name, consumers::position));
    Ok(rows.load(conn)?)
}
