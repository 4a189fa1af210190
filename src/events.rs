//! What happened: facts recorded in the transaction that causes them, read in order by whoever must act on them.

mod consumer;
mod event;

pub use consumer::{advance, claim, position, positions};
pub use event::Event;

use diesel::prelude::*;

use crate::clock::Time;
use crate::db::schema::events;
use crate::db::{Actor, DbConnection, RawFact, Write};
use crate::error::Result;
use crate::ids::{EventId, OrganisationId, PersonId};

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
        });
    }
}

/// The facts after a position, oldest first. A kind that this version does not know stops the reading:
/// skipping it would lose what a newer node recorded.
pub fn after(conn: &mut DbConnection, position: i64, limit: i64) -> Result<Vec<Recorded>> {
    type Row = (EventId, String, Option<PersonId>, Option<OrganisationId>, Time);
    let rows: Vec<Row> = events::table
        .filter(events::id.gt(position))
        .order(events::id)
        .limit(limit)
        .select((
            events::id,
            events::payload,
            events::person_id,
            events::organisation_id,
            events::recorded_at,
        ))
        .load(conn)?;
    rows.into_iter()
        .map(|(id, payload, person, organisation, at)| {
            Ok(Recorded {
                id,
                event: serde_json::from_str(&payload)?,
                actor: Actor { person, organisation },
                at,
            })
        })
        .collect()
}

/// The id of the newest fact, 0 if nothing ever happened.
pub fn newest(conn: &mut DbConnection) -> Result<i64> {
    Ok(events::table.select(diesel::dsl::max(events::id)).first::<Option<i64>>(conn)?.unwrap_or(0))
}
