//! Consents and digests with the names that people know them by, for pages, letters and programs alike.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Answer, Digest, store};
use crate::accounts::{self, Consent, ConsentState, Member, Organisation};
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{ConsentId, DigestId, OrganisationId, PersonId};
use crate::locale::{Language, Wording, keys};
use crate::web::Act;

/// A consent and its people.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub consent: Consent,
    pub maker: Organisation,
    pub helper: Organisation,
    /// The one agent whom it names.
    pub agent: Option<String>,
    pub given_by: String,
    pub decided_by: Option<String>,
    pub withdrawn_by: Option<String>,
    pub state: ConsentState,
}

pub(super) fn given(conn: &mut DbConnection, consent: Consent, today: Date) -> Result<Given> {
    Ok(Given {
        maker: accounts::organisation(conn, consent.maker_id)?,
        helper: accounts::organisation(conn, consent.helper_id)?,
        agent: named(conn, consent.agent_id)?,
        given_by: accounts::person(conn, consent.given_by)?.name,
        decided_by: named(conn, consent.decided_by)?,
        withdrawn_by: named(conn, consent.withdrawn_by)?,
        state: consent.state(today),
        consent,
    })
}

pub(super) fn all_given(conn: &mut DbConnection, consents: Vec<Consent>, today: Date) -> Result<Vec<Given>> {
    consents.into_iter().map(|consent| given(conn, consent, today)).collect()
}

fn named(conn: &mut DbConnection, person: Option<PersonId>) -> Result<Option<String>> {
    person.map(|person| Ok(accounts::person(conn, person)?.name)).transpose()
}

/// Acts of one kind on one thing by one agent, as one line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub kind: String,
    pub title: Wording,
    pub address: String,
    pub agent: String,
    pub helper: Organisation,
    pub count: i64,
    /// The last of them.
    pub done_at: Time,
}

impl Line {
    /// The text for what was done.
    pub fn done_key(&self) -> &'static str {
        keys(Language::En).get(format!("done-{}", self.kind).as_str()).copied().unwrap_or("done-other")
    }

    /// `Amina Trabelsi (Cluster Nabeul)`.
    pub fn agent_in(&self, language: Language) -> String {
        accounts::agent_of(language, &self.agent, self.helper.name_in(language))
    }
}

/// A digest with all that was told in it.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub digest: Digest,
    pub maker: Organisation,
    pub lines: Vec<Line>,
    pub answered_by: Option<String>,
    pub settled_by: Option<String>,
}

impl Told {
    /// Everybody who acted, once.
    pub fn agents_in(&self, language: Language) -> Vec<String> {
        let mut agents: Vec<String> = Vec::new();
        for agent in self.lines.iter().map(|line| line.agent_in(language)) {
            if !agents.contains(&agent) {
                agents.push(agent);
            }
        }
        agents
    }

    pub fn helpers(&self) -> Vec<Organisation> {
        let mut helpers: Vec<Organisation> = Vec::new();
        for line in &self.lines {
            if !helpers.iter().any(|helper| helper.id == line.helper.id) {
                helpers.push(line.helper.clone());
            }
        }
        helpers
    }
}

pub(super) fn told(conn: &mut DbConnection, id: DigestId) -> Result<Told> {
    let digest = store::digest(conn, id)?;
    told_of(conn, digest)
}

pub(super) fn told_of(conn: &mut DbConnection, digest: Digest) -> Result<Told> {
    let mut helpers = Vec::new();
    for consent in store::consents_of(conn, digest.id)? {
        helpers.push((consent.id, accounts::organisation(conn, consent.helper_id)?));
    }
    let mut people: Vec<(PersonId, String)> = Vec::new();
    let mut lines: Vec<(PersonId, Line)> = Vec::new();
    for act in store::acts_of(conn, digest.id)? {
        let same = lines.iter_mut().find(|(person, line)| {
            *person == act.person_id && line.kind == act.kind && line.address == act.address
        });
        if let Some((_, line)) = same {
            line.count += 1;
            line.done_at = act.done_at;
            line.title = act.title.into_inner();
            continue;
        }
        let agent = match people.iter().find(|(id, _)| *id == act.person_id) {
            Some((_, name)) => name.clone(),
            None => {
                let name = accounts::person(conn, act.person_id)?.name;
                people.push((act.person_id, name.clone()));
                name
            }
        };
        let Some((_, helper)) = helpers.iter().find(|(id, _)| *id == act.consent_id) else { continue };
        let line = Line {
            kind: act.kind,
            title: act.title.into_inner(),
            address: act.address,
            agent,
            helper: helper.clone(),
            count: 1,
            done_at: act.done_at,
        };
        lines.push((act.person_id, line));
    }
    Ok(Told {
        maker: accounts::organisation(conn, digest.maker_id)?,
        answered_by: named(conn, digest.answered_by)?,
        settled_by: named(conn, digest.settled_by)?,
        lines: lines.into_iter().map(|(_, line)| line).collect(),
        digest,
    })
}

/// A maker for whom an agent may act, or could.
#[derive(Clone, Debug)]
pub(super) struct Assisted {
    pub maker: Organisation,
    /// Those that hold today.
    pub acts: Vec<Act>,
    pub ends_on: Option<Date>,
    /// An objection that is not settled keeps the agents from acting.
    pub stopped: bool,
}

/// The makers who let this agent act today.
pub(super) fn assisted(conn: &mut DbConnection, agent: &Member, today: Date) -> Result<Vec<Assisted>> {
    let mut makers: Vec<Assisted> = Vec::new();
    let all = accounts::consents_of_helper(conn, agent.organisation)?;
    for consent in all.iter().filter(|consent| consent.holds_on(today) && consent.is_for(agent)) {
        let known = makers.iter().position(|assisted| assisted.maker.id == consent.maker_id);
        let place = match known {
            Some(place) => place,
            None => {
                makers.push(Assisted {
                    maker: accounts::organisation(conn, consent.maker_id)?,
                    acts: Vec::new(),
                    ends_on: consent.ends_on,
                    stopped: accounts::is_stopped(conn, consent.maker_id, agent.organisation)?,
                });
                makers.len() - 1
            }
        };
        let assisted = &mut makers[place];
        assisted.acts.extend(consent.acts.iter());
        assisted.acts.sort_unstable();
        assisted.acts.dedup();
        // Without an end beats any end; else the later one.
        assisted.ends_on = assisted.ends_on.zip(consent.ends_on).map(|(one, other)| one.max(other));
    }
    makers.sort_by_cached_key(|assisted| crate::locale::sort_key(&assisted.maker.name));
    Ok(makers)
}

/// The page on which somebody begins who may do such acts.
pub(super) fn first_page(acts: &[Act]) -> &'static str {
    match acts.first() {
        None | Some(Act::Catalogue) => "/workshop",
        Some(Act::Certificates) => "/workshop/certificates",
        Some(Act::Quotes) => "/quotes",
        Some(Act::Agreements) => "/agreements",
    }
}

/// An organisation as programs read it here.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SideView {
    pub id: OrganisationId,
    pub slug: String,
    pub name: String,
}

impl From<&Organisation> for SideView {
    fn from(organisation: &Organisation) -> Self {
        Self { id: organisation.id, slug: organisation.slug.clone(), name: organisation.name.clone() }
    }
}

/// What a maker lets an agent do, with its whole history.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ConsentView {
    pub id: ConsentId,
    pub maker: SideView,
    /// The cluster's organisation.
    pub helper: SideView,
    /// The one agent who may; null if all of the cluster's agents may.
    pub agent: Option<String>,
    pub acts: Vec<Act>,
    /// The last day; null until it is withdrawn.
    pub ends_on: Option<Date>,
    pub state: ConsentState,
    /// Where the signed paper is, if it came on one.
    pub paper: Option<String>,
    pub given_by: String,
    pub given_at: Time,
    pub decided_by: Option<String>,
    pub decided_at: Option<Time>,
    pub decision_note: String,
    pub withdrawn_by: Option<String>,
    pub withdrawn_at: Option<Time>,
}

impl From<Given> for ConsentView {
    fn from(given: Given) -> Self {
        let consent = given.consent;
        Self {
            id: consent.id,
            maker: SideView::from(&given.maker),
            helper: SideView::from(&given.helper),
            agent: given.agent,
            acts: consent.acts.to_vec(),
            ends_on: consent.ends_on,
            state: given.state,
            paper: consent.file_id.map(|_| format!("/api/v1/consents/{}/paper", consent.id)),
            given_by: given.given_by,
            given_at: consent.given_at,
            decided_by: given.decided_by,
            decided_at: consent.decided_at,
            decision_note: consent.decision_note,
            withdrawn_by: given.withdrawn_by,
            withdrawn_at: consent.withdrawn_at,
        }
    }
}

/// A maker for whom an agent may act.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AssistedView {
    /// Its id or slug is what the header `For-Maker` names.
    pub maker: SideView,
    pub acts: Vec<Act>,
    pub ends_on: Option<Date>,
    /// The maker has objected to something, and it is not settled: nothing can be done for it until it is.
    pub stopped: bool,
}

impl From<Assisted> for AssistedView {
    fn from(assisted: Assisted) -> Self {
        Self {
            maker: SideView::from(&assisted.maker),
            acts: assisted.acts,
            ends_on: assisted.ends_on,
            stopped: assisted.stopped,
        }
    }
}

/// One thing that was done for a maker, however often within the digest.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ActView {
    /// Such as `product-changed`.
    pub kind: String,
    /// What it was called then.
    pub title: Wording,
    /// The page in the maker's workshop.
    pub href: String,
    pub agent: String,
    pub helper: SideView,
    /// Who did it for whom: `Amina Trabelsi (Cluster Nabeul) for Poterie Aïn Kmicha`.
    pub by: String,
    pub count: i64,
    pub done_at: Time,
}

/// What a maker was told of at once.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DigestView {
    pub id: DigestId,
    pub maker: SideView,
    pub told_at: Time,
    pub acts: Vec<ActView>,
    pub answer: Option<Answer>,
    pub reason: String,
    pub answered_by: Option<String>,
    pub answered_at: Option<Time>,
    pub settled_note: String,
    pub settled_by: Option<String>,
    pub settled_at: Option<Time>,
}

impl From<Told> for DigestView {
    fn from(told: Told) -> Self {
        let maker = &told.maker;
        let act = |line: &Line| ActView {
            kind: line.kind.clone(),
            title: line.title.clone(),
            href: line.address.clone(),
            agent: line.agent.clone(),
            helper: SideView::from(&line.helper),
            by: format!("{} for {}", line.agent_in(Language::En), maker.name),
            count: line.count,
            done_at: line.done_at,
        };
        Self {
            id: told.digest.id,
            acts: told.lines.iter().map(act).collect(),
            maker: SideView::from(maker),
            told_at: told.digest.told_at,
            answer: told.digest.answer,
            reason: told.digest.reason,
            answered_by: told.answered_by,
            answered_at: told.digest.answered_at,
            settled_note: told.digest.settled_note,
            settled_by: told.settled_by,
            settled_at: told.digest.settled_at,
        }
    }
}
