//! The maker's word on what was done: from the workshop, or by a letter's link without signing in. An objection stops the
//! agents until it is settled.

use super::digest::Link;
use super::form::{DigestAnswerForm, LinkForm, SettleForm};
use super::{Answer, Digest, Purpose, giving, letters, store, views};
use crate::accounts::{self, ConsentState, Member, hash_of};
use crate::clock::Time;
use crate::db::{Actor, DbConnection, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::DigestId;
use crate::settings::Settings;

/// Anybody of the maker confirms or objects, once.
pub fn answer_digest(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: DigestId,
    form: &DigestAnswerForm,
) -> Result<Digest> {
    by.confirm(tx)?;
    let digest = own(tx, by, id)?;
    let (answer, reason) = form.check()?;
    take(tx, settings, &digest, answer, &reason, by.actor())
}

fn own(conn: &mut DbConnection, by: &Member, id: DigestId) -> Result<Digest> {
    let digest = store::digest(conn, id)?;
    if digest.maker_id == by.organisation { Ok(digest) } else { Err(Error::NotFound) }
}

fn take(
    tx: &mut Write<'_>,
    settings: &Settings,
    digest: &Digest,
    answer: Answer,
    reason: &str,
    by: Actor,
) -> Result<Digest> {
    digest.may_be_answered()?;
    let person = by.person.ok_or_else(|| Error::broken("an answer of nobody"))?;
    store::answer(tx, digest.id, answer, reason, person)?;
    tx.record(by, Event::DigestAnswered { digest: digest.id });
    if answer == Answer::Objected {
        let told = views::told(tx, digest.id)?;
        letters::objected(tx, settings, &told)?;
    }
    store::digest(tx, digest.id)
}

/// The link that a secret opens, for the people of the maker alone, also when it was used. Reading changes nothing.
pub(super) fn link(conn: &mut DbConnection, secret: &str, now: Time) -> Result<(Link, Digest)> {
    let link = store::link(conn, &hash_of(secret), now)?;
    let digest = store::digest(conn, link.digest_id)?;
    let people = accounts::members_of(conn, digest.maker_id)?;
    match people.iter().any(|person| person.id == link.person_id) {
        true => Ok((link, digest)),
        false => Err(Error::NotFound),
    }
}

/// Does what a link is good for, once.
pub fn answer_by_link(
    tx: &mut Write<'_>,
    settings: &Settings,
    secret: &str,
    form: &LinkForm,
) -> Result<Purpose> {
    let now = tx.now();
    let (link, digest) = link(tx, secret, now)?;
    let reason = form.check()?;
    if link.used_at.is_some() {
        return Err(Error::refused("refusal-link-used"));
    }
    let by = Actor { person: Some(link.person_id), organisation: Some(digest.maker_id), ..Actor::default() };
    match link.purpose {
        Purpose::Confirm => take(tx, settings, &digest, Answer::Confirmed, &reason, by).map(drop)?,
        Purpose::Object => take(tx, settings, &digest, Answer::Objected, &reason, by).map(drop)?,
        Purpose::Withdraw => withdraw_all(tx, settings, &link, by)?,
    }
    store::spend_link(tx, link.id)?;
    Ok(link.purpose)
}

/// Ends every consent under which the letter's acts were done.
fn withdraw_all(tx: &mut Write<'_>, settings: &Settings, link: &Link, by: Actor) -> Result<()> {
    let today = tx.today();
    for consent in store::consents_of(tx, link.digest_id)? {
        if consent.state(today) == ConsentState::Given {
            giving::end(tx, settings, &consent, link.person_id)?;
            tx.record(by, Event::ConsentWithdrawn { consent: consent.id });
        }
    }
    Ok(())
}

/// The maker, or an officer between the two, says that it is settled; the agents may go on.
pub fn settle_objection(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: DigestId,
    form: &SettleForm,
) -> Result<Digest> {
    by.confirm(tx)?;
    let digest = if by.is_officer() { store::digest(tx, id)? } else { own(tx, by, id)? };
    if digest.answer != Some(Answer::Objected) {
        return Err(Error::NotFound);
    }
    let note = form.check()?;
    if !digest.is_open_objection() {
        return Err(Error::refused("refusal-objection-settled"));
    }
    store::settle(tx, id, &note, by.person)?;
    tx.record(by.actor(), Event::ObjectionSettled { digest: id });
    let told = views::told(tx, id)?;
    letters::settled(tx, settings, &told)?;
    store::digest(tx, id)
}
