//! What happened: facts recorded in the transaction that causes them, read in order by whoever must act on them.

mod consumer;
mod event;

pub use consumer::{advance, claim, position, positions};
pub use event::Event;

use diesel::prelude::*;

use crate::clock::Time;
use crate::db::schema::{assisted_acts, events};
use crate::db::{Actor, DbConnection, RawFact, Write};
use crate::error::Result;
use crate::ids::{ConsentId, EventId, OrganisationId, PersonId};

/// A fact as it was recorded.
#[derive(Clone, Debug)]
pub struct Recorded {
    pub id: EventId,
    pub event: Event,
    pub actor: Actor,
    pub at: Time,
}

impl Write<'_> {
    /// Records that something became true by this write.
    pub fn record(&mut self, actor: Actor, event: Event) {
        let recorded_at = self.now();
        self.remember(RawFact {
            kind: event.kind(),
            payload: event.payload(),
            person_id: actor.person,
            organisation_id: actor.organisation,
            recorded_at,
            consent_id: actor.consent,
        });
    }
}

/// The facts after a position, oldest first. A kind that this version does not know stops the reading:
/// skipping it would lose what a newer node recorded.
pub fn after(conn: &mut DbConnection, position: i64, limit: i64) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> = events::table
        .filter(events::id.gt(position))
        .order(events::id)
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Row::read).collect()
}

/// The facts of one kind after a position, oldest first.
pub fn of_kind_after(conn: &mut DbConnection, kind: &str, position: i64) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> = events::table
        .filter(events::kind.eq(kind).and(events::id.gt(position)))
        .order(events::id)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Row::read).collect()
}

/// Was anything of these kinds recorded after a position?
pub fn any_of_kinds_after(conn: &mut DbConnection, kinds: &[&str], position: i64) -> Result<bool> {
    let found: Option<i64> = events::table
        .filter(events::kind.eq_any(kinds).and(events::id.gt(position)))
        .select(events::id)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

/// What was done under consents and of which nobody was told yet, the oldest first.
pub fn untold(conn: &mut DbConnection, consents: &[ConsentId], limit: i64) -> Result<Vec<Recorded>> {
    let told = assisted_acts::table.filter(assisted_acts::event_id.eq(events::id));
    let rows: Vec<Row> = events::table
        .filter(events::consent_id.eq_any(consents.iter().copied().map(Some)))
        .filter(diesel::dsl::not(diesel::dsl::exists(told)))
        .order(events::id)
        .limit(limit)
        .select(Row::as_select())
        .load(conn)?;
    rows.into_iter().map(Row::read).collect()
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct Row {
    id: EventId,
    payload: String,
    person_id: Option<PersonId>,
    organisation_id: Option<OrganisationId>,
    recorded_at: Time,
    consent_id: Option<ConsentId>,
}

impl Row {
    fn read(self) -> Result<Recorded> {
        Ok(Recorded {
            id: self.id,
            event: serde_json::from_str(&self.payload)?,
            actor: Actor {
                person: self.person_id,
                organisation: self.organisation_id,
                consent: self.consent_id,
            },
            at: self.recorded_at,
        })
    }
}

/// The id of the newest fact, 0 if nothing ever happened.
pub fn newest(conn: &mut DbConnection) -> Result<i64> {
    Ok(events::table.select(diesel::dsl::max(events::id)).first::<Option<i64>>(conn)?.unwrap_or(0))
}
