//! Consents: a maker gives one, or an agent brings it on paper and somebody confirms it; the maker ends it at any time.

use super::form::{ConsentForm, Content, PaperDecisionForm, PaperForm};
use super::{letters, store};
use crate::accounts::{
    self, Consent, ConsentDecision, ConsentState, Kind, Member, Organisation, Role, Standing,
};
use crate::clusters;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result, if_found};
use crate::events::Event;
use crate::files::{self, StoredFile};
use crate::ids::{ConsentId, PersonId};
use crate::settings::Settings;

/// The owner of a maker lets a cluster's agents act.
pub fn give_consent(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    form: &ConsentForm,
) -> Result<Consent> {
    by.confirm(tx)?;
    must_own(by)?;
    let today = tx.today();
    let (content, agent) = form.check(today)?;
    let helper = if_found(accounts::organisation_named(tx, form.helper.trimmed()))?
        .filter(|helper| helper.kind == Kind::Cluster && helper.is_approved())
        .ok_or_else(|| Error::invalid("helper", "problem-consent-helper"))?;
    if let Some(agent) = agent
        && !accounts::members_of(tx, helper.id)?.iter().any(|person| person.id == agent)
    {
        return Err(Error::invalid("agent", "problem-consent-agent"));
    }
    let id = store::insert_consent(tx, by.organisation, helper.id, agent, &content, None, by.person)?;
    store::decide_consent(tx, id, ConsentDecision::Confirmed, "", by.person)?;
    tx.record(by.actor(), Event::ConsentGiven { consent: id });
    let consent = accounts::consent(tx, id)?;
    letters::given(tx, settings, &consent)?;
    Ok(consent)
}

/// Who belongs to the maker but does not own it works there, and lets nobody in.
fn must_own(by: &Member) -> Result<()> {
    if by.role == Role::Owner { Ok(()) } else { Err(Error::forbidden("refusal-not-owner")) }
}

/// An agent brings what a maker has signed. It holds from the day on which the maker or an officer confirms it.
pub fn hand_in_paper(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    form: &PaperForm,
    file: Option<&StoredFile>,
) -> Result<Consent> {
    by.confirm(tx)?;
    let content: Content = form.check(tx.today())?;
    let unknown = || Error::invalid("maker", "problem-maker-unknown");
    let maker = if_found(accounts::organisation_named(tx, form.maker.trimmed()))?.ok_or_else(unknown)?;
    if !may_know(tx, by, &maker)? {
        return Err(unknown());
    }
    let file = file.ok_or_else(|| Error::invalid("file", "problem-consent-paper"))?;
    let today = tx.today();
    let earlier = accounts::consents_between(tx, maker.id, by.organisation)?;
    if earlier.iter().any(|consent| consent.state(today) == ConsentState::Waiting) {
        return Err(Error::refused("refusal-paper-waiting"));
    }
    let file = files::remember(tx, file)?;
    let id = store::insert_consent(tx, maker.id, by.organisation, None, &content, Some(file), by.person)?;
    tx.record(by.actor(), Event::ConsentGiven { consent: id });
    let consent = accounts::consent(tx, id)?;
    letters::handed_in(tx, settings, &consent)?;
    Ok(consent)
}

/// An approved maker stands on the public list; one that waits is known to the clusters that it has asked.
fn may_know(conn: &mut DbConnection, by: &Member, maker: &Organisation) -> Result<bool> {
    if maker.kind != Kind::Maker {
        return Ok(false);
    }
    let asked = clusters::memberships_of_maker(conn, maker.id)?;
    let own = asked.iter().any(|(_, cluster)| cluster.organisation_id == by.organisation);
    Ok(maker.is_approved() || (own && maker.standing == Standing::Pending))
}

/// The maker's owner, or an officer in the maker's place, says whether a paper is what it says.
pub fn decide_consent(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: ConsentId,
    form: &PaperDecisionForm,
) -> Result<Consent> {
    by.confirm(tx)?;
    let before = accounts::consent(tx, id)?;
    if !by.is_officer() {
        own(by, &before)?;
        must_own(by)?;
    }
    let (decision, note) = form.check()?;
    if before.state(tx.today()) != ConsentState::Waiting {
        return Err(Error::refused("refusal-consent-decided"));
    }
    store::decide_consent(tx, id, decision, &note, by.person)?;
    tx.record(by.actor(), Event::ConsentDecided { consent: id });
    let consent = accounts::consent(tx, id)?;
    match decision {
        ConsentDecision::Confirmed => letters::given(tx, settings, &consent)?,
        ConsentDecision::Refused => letters::refused(tx, settings, &consent)?,
    }
    Ok(consent)
}

/// Anybody of the maker may end what lets others in.
pub fn withdraw_consent(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: ConsentId,
) -> Result<Consent> {
    by.confirm(tx)?;
    let before = accounts::consent(tx, id)?;
    own(by, &before)?;
    if before.withdrawn_at.is_some() {
        return Err(Error::refused("refusal-consent-withdrawn"));
    }
    end(tx, settings, &before, by.person)?;
    tx.record(by.actor(), Event::ConsentWithdrawn { consent: id });
    accounts::consent(tx, id)
}

/// Ends it at once: whatever an agent still has open stops with the next step.
pub(super) fn end(tx: &mut Write<'_>, settings: &Settings, consent: &Consent, by: PersonId) -> Result<()> {
    store::withdraw_consent(tx, consent.id, by)?;
    letters::withdrawn(tx, settings, consent)
}

fn own(by: &Member, consent: &Consent) -> Result<()> {
    if consent.maker_id == by.organisation { Ok(()) } else { Err(Error::NotFound) }
}
