//! A write under way: the connection, the one instant at which everything in it happens, and the facts it causes.

use std::ops::{Deref, DerefMut};

use diesel::prelude::*;

use super::DbConnection;
use super::schema::events;
use crate::clock::{Date, Time};
use crate::error::Result;
use crate::ids::{ConsentId, OrganisationId, PersonId};

/// Who does it; facts remember it. With a consent, the person acts for the organisation without belonging to it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Actor {
    pub person: Option<PersonId>,
    pub organisation: Option<OrganisationId>,
    pub consent: Option<ConsentId>,
}

/// A fact as the table keeps it. `events` gives it its type.
#[derive(Debug, Insertable)]
#[diesel(table_name = events)]
pub(crate) struct RawFact {
    pub kind: String,
    pub payload: String,
    pub person_id: Option<PersonId>,
    pub organisation_id: Option<OrganisationId>,
    pub recorded_at: Time,
    pub consent_id: Option<ConsentId>,
}

#[derive(Debug)]
pub struct Write<'a> {
    conn: &'a mut DbConnection,
    now: Time,
    facts: Vec<RawFact>,
}

impl<'a> Write<'a> {
    pub(super) fn new(conn: &'a mut DbConnection, now: Time) -> Self {
        Self { conn, now, facts: Vec::new() }
    }

    /// The instant of this write.
    pub fn now(&self) -> Time {
        self.now
    }

    pub fn today(&self) -> Date {
        self.now.date()
    }

    pub(crate) fn remember(&mut self, fact: RawFact) {
        self.facts.push(fact);
    }

    /// Stores the facts last, under a lock that ends with the transaction: on PostgreSQL a sequence gives ids out
    /// before commit, so without it a reader could see id 8, move on, and never see 7. Taken this late it is held
    /// for a moment only and cannot deadlock with row locks, since nothing is locked after it.
    pub(super) fn store_facts(&mut self) -> Result<usize> {
        if self.facts.is_empty() {
            return Ok(0);
        }
        if let DbConnection::Postgres(conn) = &mut *self.conn {
            diesel::sql_query("SELECT pg_advisory_xact_lock(7203391)").execute(conn)?;
        }
        for fact in &self.facts {
            diesel::insert_into(events::table).values(fact).execute(self.conn)?;
        }
        Ok(self.facts.len())
    }
}

/// Store functions take a plain connection, so reading inside a write is the same call as reading alone.
impl Deref for Write<'_> {
    type Target = DbConnection;

    fn deref(&self) -> &DbConnection {
        self.conn
    }
}

impl DerefMut for Write<'_> {
    fn deref_mut(&mut self) -> &mut DbConnection {
        self.conn
    }
}
