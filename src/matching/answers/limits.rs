//! What a maker does not want to be asked for, whatever the request. The matcher holds to it, so nobody is told of what they
//! would decline.

use chrono::TimeDelta;
use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::store;
use crate::accounts::Member;
use crate::clock::Date;
use crate::columns::Json;
use crate::db::schema::maker_limits;
use crate::db::{DbConnection, Write};
use crate::error::{Message, Result};
use crate::events::Event;
use crate::ids::OrganisationId;
use crate::input::{Fields, Raw, RawList};

pub(super) const MOST_PIECES: i64 = 1_000_000;
/// Whoever is busy for longer had better close the workshop in its calendar.
pub(super) const BUSY_DAYS: i64 = 366;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct MakerLimits {
    /// Orders of fewer pieces are not wanted, except where less was agreed on with that buyer.
    pub least_pieces: Option<i64>,
    /// No work is begun before the day after this one.
    pub busy_until: Option<Date>,
    /// Countries that it does not want to sell to.
    pub not_to: Vec<String>,
}

#[derive(Clone, Debug, HasQuery)]
#[diesel(table_name = maker_limits)]
pub(super) struct Row {
    pub maker_id: OrganisationId,
    least_pieces: Option<i64>,
    busy_until: Option<Date>,
    not_to: Json<Vec<String>>,
}

impl From<Row> for MakerLimits {
    fn from(row: Row) -> Self {
        Self { least_pieces: row.least_pieces, busy_until: row.busy_until, not_to: row.not_to.into_inner() }
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsForm {
    /// Fewer pieces than these are not wanted; blank: any number.
    pub least_pieces: Raw,
    /// No work is taken on until after this day; blank: at once.
    pub busy_until: Raw,
    /// Countries, by their two letters, that nothing is sold to.
    pub not_to: RawList,
}

/// The limits as their form would send them unchanged.
impl From<&MakerLimits> for LimitsForm {
    fn from(limits: &MakerLimits) -> Self {
        Self {
            least_pieces: limits.least_pieces.map(Raw::from).unwrap_or_default(),
            busy_until: limits.busy_until.map(Raw::from).unwrap_or_default(),
            not_to: RawList(limits.not_to.clone()),
        }
    }
}

pub(super) fn busy_until(fields: &mut Fields, raw: &Raw, today: Date) -> Option<Date> {
    let day = fields.optional_date("busy_until", raw)?;
    let last = today + TimeDelta::days(BUSY_DAYS);
    if fields.is_sound("busy_until") && !(today <= day && day <= last) {
        let message =
            Message::new("problem-needed-by").with("first", today.to_string()).with("last", last.to_string());
        fields.problem("busy_until", message);
    }
    Some(day)
}

impl LimitsForm {
    fn check(&self, today: Date) -> Result<MakerLimits> {
        let mut fields = Fields::new();
        let limits = MakerLimits {
            least_pieces: fields.optional_whole("least_pieces", &self.least_pieces, 2..=MOST_PIECES),
            busy_until: busy_until(&mut fields, &self.busy_until, today),
            not_to: fields.countries("not_to", &self.not_to),
        };
        fields.done(limits)
    }
}

/// What stands on a day; that it was busy until yesterday is no limit any more.
pub fn limits_of(conn: &mut DbConnection, maker: OrganisationId, today: Date) -> Result<MakerLimits> {
    let limits = store::limits_of(conn, maker)?;
    Ok(MakerLimits { busy_until: limits.busy_until.filter(|day| *day >= today), ..limits })
}

pub fn set_limits(tx: &mut Write<'_>, by: &Member, form: &LimitsForm) -> Result<MakerLimits> {
    by.confirm(tx)?;
    let limits = form.check(tx.today())?;
    keep(tx, by, limits.clone())?;
    Ok(limits)
}

/// Its matches are looked at again.
pub(super) fn keep(tx: &mut Write<'_>, by: &Member, limits: MakerLimits) -> Result<()> {
    store::put_limits(tx, by.organisation, &limits)?;
    tx.record(by.actor(), Event::MakerLimitsChanged { maker: by.organisation });
    Ok(())
}
