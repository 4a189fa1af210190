//! All SQL about indicators and their targets.

use diesel::prelude::*;

use super::{Indicator, NewIndicator, NewTarget, Target};
use crate::columns::Json;
use crate::db::schema::{indicator_targets, indicators};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{IndicatorId, PersonId};

pub(in crate::programme) fn indicators(conn: &mut DbConnection) -> Result<Vec<Indicator>> {
    Ok(Indicator::query().order((indicators::position, indicators::id)).load(conn)?)
}

pub(super) fn indicator_by_code(conn: &mut DbConnection, code: &str) -> Result<Indicator> {
    Ok(Indicator::query().filter(indicators::code.eq(code)).first(conn)?)
}

/// Every target ever set, oldest first.
pub(super) fn targets(conn: &mut DbConnection) -> Result<Vec<Target>> {
    Ok(Target::query().order(indicator_targets::id).load(conn)?)
}

pub(in crate::programme) fn insert_indicator(tx: &mut Write<'_>, new: &NewIndicator) -> Result<IndicatorId> {
    let now = tx.now();
    Ok(diesel::insert_into(indicators::table)
        .values((
            indicators::code.eq(&new.code),
            indicators::name.eq(Json::from(new.name.clone())),
            indicators::definition.eq(Json::from(new.definition.clone())),
            indicators::unit.eq(&new.unit),
            indicators::direction.eq(new.direction),
            indicators::aggregation.eq(new.aggregation),
            indicators::computed.eq(new.computed),
            indicators::baseline.eq(&new.baseline),
            indicators::baseline_on.eq(new.baseline_on),
            indicators::assumptions.eq(Json::from(new.assumptions.clone())),
            indicators::position.eq(new.position),
            indicators::created_at.eq(now),
        ))
        .returning(indicators::id)
        .get_result(&mut **tx)?)
}

pub(in crate::programme) fn insert_target(
    tx: &mut Write<'_>,
    indicator: IndicatorId,
    new: &NewTarget,
    by: Option<PersonId>,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(indicator_targets::table)
        .values((
            indicator_targets::indicator_id.eq(indicator),
            indicator_targets::due_on.eq(new.due_on),
            indicator_targets::value.eq(&new.value),
            indicator_targets::basis.eq(new.basis),
            indicator_targets::reason.eq(Json::from(new.reason.clone())),
            indicator_targets::set_by.eq(by),
            indicator_targets::set_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Two officers who set targets from the same page do not overwrite each other unseen.
pub(super) fn move_version(tx: &mut Write<'_>, id: IndicatorId, seen: i64) -> Result<()> {
    let moved = diesel::update(indicators::table.find(id))
        .filter(indicators::version.eq(seen))
        .set(indicators::version.eq(indicators::version + 1))
        .execute(&mut **tx)?;
    if moved == 1 { Ok(()) } else { Err(Error::Conflict) }
}
