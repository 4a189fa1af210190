//! SQL about calendars.

use diesel::prelude::*;

use super::Period;
use super::period::NewPeriod;
use crate::clock::Date;
use crate::db::schema::capacity_periods;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{OrganisationId, PeriodId};

pub(super) fn period(conn: &mut DbConnection, id: PeriodId) -> Result<Period> {
    Ok(Period::query().filter(capacity_periods::id.eq(id)).first(conn)?)
}

/// What is not over on a day, the next first.
pub fn periods_of_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    from: Date,
) -> Result<Vec<Period>> {
    Ok(Period::query()
        .filter(capacity_periods::maker_id.eq_any(makers).and(capacity_periods::ends_on.ge(from)))
        .order((capacity_periods::starts_on, capacity_periods::id))
        .load(conn)?)
}

pub(super) fn insert(tx: &mut Write<'_>, maker: OrganisationId, new: &NewPeriod) -> Result<PeriodId> {
    let now = tx.now();
    Ok(diesel::insert_into(capacity_periods::table)
        .values((
            capacity_periods::maker_id.eq(maker),
            capacity_periods::product_id.eq(new.product),
            capacity_periods::starts_on.eq(new.starts_on),
            capacity_periods::ends_on.eq(new.ends_on),
            capacity_periods::weekly.eq(new.weekly),
            capacity_periods::note.eq(&new.note),
            capacity_periods::created_at.eq(now),
        ))
        .returning(capacity_periods::id)
        .get_result(&mut **tx)?)
}

pub(super) fn delete(tx: &mut Write<'_>, id: PeriodId) -> Result<()> {
    diesel::delete(capacity_periods::table.find(id)).execute(&mut **tx)?;
    Ok(())
}
