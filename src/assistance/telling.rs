//! Telling a maker what was done for it: one letter for all of an hour, with links that need no signing in.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::{Purpose, letters, naming, store, views};
use crate::accounts::{self, Consent, Secret};
use crate::db::Write;
use crate::error::Result;
use crate::events::{self, Recorded};
use crate::ids::{ConsentId, DigestId, OrganisationId};
use crate::settings::Settings;

/// The first act waits this long for others, so no maker gets more than one letter in it.
const MINUTES: i64 = 60;
/// More than anybody does by hand in an hour; what an import brings beyond it stands in the next one.
const AT_ONCE: i64 = 1000;
/// The links are good for this long. Who signs in can answer later, too.
const LINK_DAYS: i64 = 30;

/// Writes the digests that are due. The worker calls this as often as it likes. Says how many there were.
pub fn tell_due(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    let due = tx.now().minus(TimeDelta::minutes(MINUTES));
    let mut by_maker: BTreeMap<OrganisationId, Vec<Consent>> = BTreeMap::new();
    for consent in store::with_untold_acts(tx)? {
        by_maker.entry(consent.maker_id).or_default().push(consent);
    }
    let mut told = 0;
    for (maker, consents) in by_maker {
        let ids: Vec<ConsentId> = consents.iter().map(|consent| consent.id).collect();
        let facts = events::untold(tx, &ids, AT_ONCE)?;
        if facts.first().is_some_and(|first| first.at <= due) {
            let digest = write_down(tx, maker, &facts)?;
            post(tx, settings, digest, maker)?;
            told += 1;
        }
    }
    Ok(told)
}

fn write_down(tx: &mut Write<'_>, maker: OrganisationId, facts: &[Recorded]) -> Result<DigestId> {
    let digest = store::insert_digest(tx, maker)?;
    for fact in facts {
        let (Some(consent), Some(person)) = (fact.actor.consent, fact.actor.person) else { continue };
        let named = naming::name(tx, fact.event)?;
        store::insert_act(tx, digest, consent, person, fact, &named)?;
    }
    Ok(digest)
}

/// To everybody of the maker who can be written to. Each has links of their own.
fn post(tx: &mut Write<'_>, settings: &Settings, id: DigestId, maker: OrganisationId) -> Result<()> {
    let told = views::told(tx, id)?;
    let expires_at = tx.now().plus(TimeDelta::days(LINK_DAYS));
    for person in accounts::members_of(tx, maker)? {
        let mut links = Vec::new();
        for purpose in [Purpose::Confirm, Purpose::Object, Purpose::Withdraw] {
            let secret = Secret::new();
            store::insert_link(tx, id, person.id, purpose, &secret.hash(), expires_at)?;
            links.push((purpose, settings.absolute(&format!("/done-for-you/{}", secret.expose()))));
        }
        letters::told(tx, &person, &told, &links)?;
    }
    Ok(())
}
