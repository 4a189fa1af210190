//! Acting for a maker: an agent of a cluster does what the maker has consented to, in the maker's place and under the
//! agent's own name.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Consent, Kind, Member, Organisation, Role, Scope, consent, consents_between, is_stopped, store};
use crate::clock::Date;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::ids::{ConsentId, OrganisationId, PersonId};
use crate::locale::{self, Language};
use crate::web::{Access, Act};

/// On what it rests that somebody acts for an organisation to which they do not belong.
#[derive(Clone, Debug, PartialEq)]
pub struct Acting {
    pub consent: ConsentId,
    pub act: Act,
    /// The agent's own organisation.
    pub helper: OrganisationId,
}

impl Acting {
    /// The consent as it stands now, inside the write: it may have been withdrawn since the request was let in.
    pub(super) fn confirm(&self, tx: &mut Write<'_>, by: &Member, maker: &Organisation) -> Result<()> {
        let today = tx.today();
        let consent = consent(tx, self.consent)?;
        let is_agent = store::role_of(tx, by.person, self.helper)?.is_some()
            && store::organisation(tx, self.helper)?.is_approved()
            && consent.agent_id.is_none_or(|person| person == by.person);
        let stands = consent.maker_id == maker.id
            && consent.helper_id == self.helper
            && consent.holds_on(today)
            && consent.acts.contains(&self.act)
            && !is_stopped(tx, maker.id, self.helper)?;
        match is_agent && stands && maker.standing == by.standing && by.scope == Scope::Write {
            true => Ok(()),
            false => Err(Error::forbidden("refusal-assistance-stopped")),
        }
    }
}

/// An agent who works for a maker: whom they are, and what holds between the two today.
#[derive(Clone, Debug)]
pub struct Deputy {
    pub own: Member,
    pub maker: Organisation,
    /// Those that hold; none if the maker has withdrawn, or has objected to what was done.
    consents: Vec<Consent>,
}

impl Deputy {
    /// Whoever was never let act for the maker does not learn that it is there.
    pub(super) fn of(conn: &mut DbConnection, own: Member, maker: Organisation, today: Date) -> Result<Self> {
        let all = consents_between(conn, maker.id, own.organisation)?;
        let mut consents: Vec<Consent> = all.into_iter().filter(|consent| consent.is_for(&own)).collect();
        if maker.kind != Kind::Maker || consents.is_empty() {
            return Err(Error::NotFound);
        }
        consents.retain(|consent| consent.holds_on(today));
        if !own.is_approved(Kind::Cluster) || is_stopped(conn, maker.id, own.organisation)? {
            consents.clear();
        }
        Ok(Self { own, maker, consents })
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.consents.is_empty()
    }

    pub(super) fn may(&self, act: Act) -> bool {
        self.consents.iter().any(|consent| consent.acts.contains(&act))
    }

    /// Who this is at a route: the maker's deputy where the maker has consented, and themselves where it is not about
    /// makers.
    pub(super) fn at(self, access: Access, act: Option<Act>) -> Result<Member> {
        let under = act.and_then(|act| {
            let consent = self.consents.iter().find(|consent| consent.acts.contains(&act))?;
            Some(Acting { consent: consent.id, act, helper: self.own.organisation })
        });
        let in_place = access.is_of_parties() || (act.is_some() && access == Access::SignedIn);
        match under {
            Some(acting) => {
                let own = self.own;
                Ok(Member {
                    role: Role::Member,
                    organisation_name: self.maker.name_in(own.language).to_owned(),
                    organisation: self.maker.id,
                    kind: self.maker.kind,
                    slug: self.maker.slug,
                    country: self.maker.country,
                    standing: self.maker.standing,
                    acting: Some(acting),
                    ..own
                })
            }
            None if !in_place => Ok(self.own),
            None if self.is_stopped() => Err(Error::forbidden("refusal-assistance-stopped")),
            None => Err(Error::forbidden("refusal-not-assisted")),
        }
    }
}

/// An agent in a maker's place, for one kind of acts that the maker has consented to.
pub fn deputy(
    conn: &mut DbConnection,
    agent: Member,
    maker: OrganisationId,
    act: Act,
    today: Date,
) -> Result<Member> {
    let maker = store::organisation(conn, maker)?;
    Deputy::of(conn, agent, maker, today)?.at(Access::AnyMaker, Some(act))
}

/// Somebody who did something for an organisation, and where they belong.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ActedFor {
    pub agent: String,
    /// The name of the agent's own organisation.
    pub organisation: String,
    #[serde(skip)]
    organisation_ar: Option<String>,
}

impl ActedFor {
    /// `Amina Trabelsi (Cluster Nabeul) for Poterie Aïn Kmicha`.
    pub fn said(&self, language: Language, organisation: &str) -> String {
        let own = match &self.organisation_ar {
            Some(name) if language == Language::Ar => name,
            _ => &self.organisation,
        };
        let agent = agent_of(language, &self.agent, own);
        locale::say(language, &Message::new("acted-for").with("agent", agent).with("maker", organisation))
    }
}

/// An agent's name with where they belong.
pub fn agent_of(language: Language, agent: &str, helper: &str) -> String {
    locale::say(language, &Message::new("agent-of").with("agent", agent).with("helper", helper))
}

/// Who stands behind an act of an organisation, if it was nobody of its own.
pub fn acted_for(
    conn: &mut DbConnection,
    person: PersonId,
    organisation: OrganisationId,
) -> Result<Option<ActedFor>> {
    if store::role_of(conn, person, organisation)?.is_some() {
        return Ok(None);
    }
    let found = store::member(conn, person, Scope::Read)?;
    found
        .map(|agent| {
            let own = store::organisation(conn, agent.organisation)?;
            Ok(ActedFor { agent: agent.name, organisation: own.name, organisation_ar: own.name_ar })
        })
        .transpose()
}
