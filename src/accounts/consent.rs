//! What a maker lets an agent do: the record on which acting for somebody rests. `assistance` gives and ends them.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::Member;
use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::DbConnection;
use crate::db::schema::{assisted_acts, consents, digests};
use crate::error::Result;
use crate::ids::{ConsentId, FileId, OrganisationId, PersonId};
use crate::web::Act;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConsentDecision {
    #[default]
    Confirmed,
    Refused,
}

crate::text_enum!(ConsentDecision { Confirmed => "confirmed", Refused => "refused" });

/// How a consent stands on a day; never stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConsentState {
    /// A paper that nobody has looked at yet.
    #[default]
    Waiting,
    Refused,
    Given,
    Ended,
    Withdrawn,
}

crate::text_enum!(ConsentState {
    Waiting => "waiting",
    Refused => "refused",
    Given => "given",
    Ended => "ended",
    Withdrawn => "withdrawn",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = consents)]
pub struct Consent {
    pub id: ConsentId,
    pub maker_id: OrganisationId,
    /// The cluster's organisation.
    pub helper_id: OrganisationId,
    /// This one of its agents alone; all of them if nobody is named.
    pub agent_id: Option<PersonId>,
    pub acts: Json<Vec<Act>>,
    /// The last day.
    pub ends_on: Option<Date>,
    /// The signed paper, if the consent came on one.
    pub file_id: Option<FileId>,
    pub given_by: PersonId,
    pub given_at: Time,
    pub decision: Option<ConsentDecision>,
    pub decision_note: String,
    pub decided_by: Option<PersonId>,
    pub decided_at: Option<Time>,
    pub withdrawn_by: Option<PersonId>,
    pub withdrawn_at: Option<Time>,
}

impl Consent {
    pub fn state(&self, today: Date) -> ConsentState {
        match self.decision {
            _ if self.withdrawn_at.is_some() => ConsentState::Withdrawn,
            None => ConsentState::Waiting,
            Some(ConsentDecision::Refused) => ConsentState::Refused,
            Some(ConsentDecision::Confirmed) if self.ends_on.is_some_and(|last| last < today) => {
                ConsentState::Ended
            }
            Some(ConsentDecision::Confirmed) => ConsentState::Given,
        }
    }

    pub fn holds_on(&self, today: Date) -> bool {
        self.state(today) == ConsentState::Given
    }

    /// Is it about this agent?
    pub fn is_for(&self, agent: &Member) -> bool {
        self.helper_id == agent.organisation && self.agent_id.is_none_or(|person| person == agent.person)
    }
}

pub fn consent(conn: &mut DbConnection, id: ConsentId) -> Result<Consent> {
    Ok(Consent::query().filter(consents::id.eq(id)).first(conn)?)
}

/// All that a maker ever gave, the latest first.
pub fn consents_of_maker(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Consent>> {
    Ok(Consent::query().filter(consents::maker_id.eq(maker)).order(consents::id.desc()).load(conn)?)
}

/// All that an organisation was ever given, the latest first.
pub fn consents_of_helper(conn: &mut DbConnection, helper: OrganisationId) -> Result<Vec<Consent>> {
    Ok(Consent::query().filter(consents::helper_id.eq(helper)).order(consents::id.desc()).load(conn)?)
}

pub fn consents_between(
    conn: &mut DbConnection,
    maker: OrganisationId,
    helper: OrganisationId,
) -> Result<Vec<Consent>> {
    Ok(Consent::query()
        .filter(consents::maker_id.eq(maker).and(consents::helper_id.eq(helper)))
        .order(consents::id.desc())
        .load(conn)?)
}

/// Has the maker objected to something that this helper did, and is that not settled yet?
pub fn is_stopped(conn: &mut DbConnection, maker: OrganisationId, helper: OrganisationId) -> Result<bool> {
    let objections = assisted_acts::table
        .inner_join(digests::table)
        .inner_join(consents::table)
        .filter(digests::maker_id.eq(maker).and(digests::answer.eq("objected")))
        .filter(digests::settled_at.is_null().and(consents::helper_id.eq(helper)));
    Ok(diesel::select(exists(objections)).get_result(conn)?)
}
