//! All SQL about consents, digests and their links.

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::digest::Link;
use super::form::Content;
use super::naming::Named;
use super::{Answer, AssistedAct, Digest, Purpose};
use crate::accounts::{Consent, ConsentDecision};
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{assisted_acts, consents, digest_links, digests, events};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::events::Recorded;
use crate::ids::{ConsentId, DigestId, FileId, OrganisationId, PersonId};
use crate::web::Listing;

pub(super) fn insert_consent(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    helper: OrganisationId,
    agent: Option<PersonId>,
    content: &Content,
    file: Option<FileId>,
    by: PersonId,
) -> Result<ConsentId> {
    let now = tx.now();
    Ok(diesel::insert_into(consents::table)
        .values((
            consents::maker_id.eq(maker),
            consents::helper_id.eq(helper),
            consents::agent_id.eq(agent),
            consents::acts.eq(Json::from(content.acts.clone())),
            consents::ends_on.eq(content.ends_on),
            consents::file_id.eq(file),
            consents::given_by.eq(by),
            consents::given_at.eq(now),
            consents::decision_note.eq(""),
        ))
        .returning(consents::id)
        .get_result(&mut **tx)?)
}

pub(super) fn decide_consent(
    tx: &mut Write<'_>,
    id: ConsentId,
    decision: ConsentDecision,
    note: &str,
    by: PersonId,
) -> Result<()> {
    let now = tx.now();
    diesel::update(consents::table.find(id))
        .set((
            consents::decision.eq(Some(decision)),
            consents::decision_note.eq(note),
            consents::decided_by.eq(Some(by)),
            consents::decided_at.eq(Some(now)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn withdraw_consent(tx: &mut Write<'_>, id: ConsentId, by: PersonId) -> Result<()> {
    let now = tx.now();
    diesel::update(consents::table.find(id))
        .set((consents::withdrawn_by.eq(Some(by)), consents::withdrawn_at.eq(Some(now))))
        .execute(&mut **tx)?;
    Ok(())
}

/// For officers: those that came on paper, the latest first.
pub(super) fn papers_listed(
    conn: &mut DbConnection,
    waiting: bool,
    listing: Listing,
) -> Result<Vec<Consent>> {
    let mut query = Consent::query()
        .filter(consents::file_id.is_not_null().and(consents::id.lt(ConsentId(listing.before))))
        .into_boxed();
    if waiting {
        query = query.filter(consents::decision.is_null().and(consents::withdrawn_at.is_null()));
    }
    Ok(query.order(consents::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// Papers that wait for somebody to look at them.
pub fn count_papers(conn: &mut DbConnection) -> Result<i64> {
    Ok(consents::table
        .filter(consents::decision.is_null().and(consents::withdrawn_at.is_null()))
        .count()
        .get_result(conn)?)
}

pub fn count_papers_of(conn: &mut DbConnection, maker: OrganisationId) -> Result<i64> {
    Ok(consents::table
        .filter(consents::decision.is_null().and(consents::withdrawn_at.is_null()))
        .filter(consents::maker_id.eq(maker))
        .count()
        .get_result(conn)?)
}

/// The consents under which something was done that the maker was not told of yet.
pub(super) fn with_untold_acts(conn: &mut DbConnection) -> Result<Vec<Consent>> {
    let told = assisted_acts::table.filter(assisted_acts::event_id.eq(events::id));
    let untold =
        events::table.filter(events::consent_id.eq(consents::id.nullable())).filter(not(exists(told)));
    Ok(Consent::query().filter(exists(untold)).order(consents::id).load(conn)?)
}

pub(super) fn insert_digest(tx: &mut Write<'_>, maker: OrganisationId) -> Result<DigestId> {
    let now = tx.now();
    Ok(diesel::insert_into(digests::table)
        .values((
            digests::maker_id.eq(maker),
            digests::told_at.eq(now),
            digests::reason.eq(""),
            digests::settled_note.eq(""),
        ))
        .returning(digests::id)
        .get_result(&mut **tx)?)
}

pub(super) fn insert_act(
    tx: &mut Write<'_>,
    digest: DigestId,
    consent: ConsentId,
    person: PersonId,
    fact: &Recorded,
    named: &Named,
) -> Result<()> {
    diesel::insert_into(assisted_acts::table)
        .values((
            assisted_acts::digest_id.eq(digest),
            assisted_acts::consent_id.eq(consent),
            assisted_acts::event_id.eq(fact.id),
            assisted_acts::person_id.eq(person),
            assisted_acts::kind.eq(fact.event.kind()),
            assisted_acts::title.eq(Json::from(named.title.clone())),
            assisted_acts::address.eq(&named.address),
            assisted_acts::done_at.eq(fact.at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn insert_link(
    tx: &mut Write<'_>,
    digest: DigestId,
    person: PersonId,
    purpose: Purpose,
    hash: &str,
    expires_at: Time,
) -> Result<()> {
    diesel::insert_into(digest_links::table)
        .values((
            digest_links::token_hash.eq(hash),
            digest_links::digest_id.eq(digest),
            digest_links::person_id.eq(person),
            digest_links::purpose.eq(purpose),
            digest_links::expires_at.eq(expires_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// A link that has not expired, used or not.
pub(super) fn link(conn: &mut DbConnection, hash: &str, now: Time) -> Result<Link> {
    Ok(Link::query()
        .filter(digest_links::token_hash.eq(hash).and(digest_links::expires_at.gt(now)))
        .first(conn)?)
}

pub(super) fn spend_link(tx: &mut Write<'_>, id: i64) -> Result<()> {
    let now = tx.now();
    diesel::update(digest_links::table.find(id))
        .set(digest_links::used_at.eq(Some(now)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Clears away links that have expired.
pub fn forget_links(tx: &mut Write<'_>) -> Result<usize> {
    let now = tx.now();
    Ok(diesel::delete(digest_links::table.filter(digest_links::expires_at.le(now))).execute(&mut **tx)?)
}

pub(super) fn digest(conn: &mut DbConnection, id: DigestId) -> Result<Digest> {
    Ok(Digest::query().filter(digests::id.eq(id)).first(conn)?)
}

/// What a maker was told of last.
pub fn latest_digest(conn: &mut DbConnection, maker: OrganisationId) -> Result<DigestId> {
    Ok(digests::table
        .filter(digests::maker_id.eq(maker))
        .order(digests::id.desc())
        .select(digests::id)
        .first(conn)?)
}

pub(super) fn digests_of(
    conn: &mut DbConnection,
    maker: OrganisationId,
    listing: Listing,
) -> Result<Vec<Digest>> {
    Ok(Digest::query()
        .filter(digests::maker_id.eq(maker).and(digests::id.lt(DigestId(listing.before))))
        .order(digests::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

/// What makers objected to and is not settled, for officers.
pub(super) fn objections(conn: &mut DbConnection, listing: Listing) -> Result<Vec<Digest>> {
    Ok(Digest::query()
        .filter(digests::answer.eq(Answer::Objected).and(digests::id.lt(DigestId(listing.before))))
        .filter(digests::settled_at.is_null())
        .order(digests::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

pub fn count_objections(conn: &mut DbConnection) -> Result<i64> {
    Ok(digests::table
        .filter(digests::answer.eq(Answer::Objected).and(digests::settled_at.is_null()))
        .count()
        .get_result(conn)?)
}

/// How many makers have stopped an organisation's agents.
pub fn count_objections_about(conn: &mut DbConnection, helper: OrganisationId) -> Result<i64> {
    let about = assisted_acts::table
        .inner_join(consents::table)
        .filter(assisted_acts::digest_id.eq(digests::id).and(consents::helper_id.eq(helper)));
    Ok(digests::table
        .filter(digests::answer.eq(Answer::Objected).and(digests::settled_at.is_null()))
        .filter(exists(about))
        .count()
        .get_result(conn)?)
}

pub fn count_unanswered(conn: &mut DbConnection, maker: OrganisationId) -> Result<i64> {
    Ok(digests::table
        .filter(digests::maker_id.eq(maker).and(digests::answer.is_null()))
        .count()
        .get_result(conn)?)
}

pub(super) fn acts_of(conn: &mut DbConnection, digest: DigestId) -> Result<Vec<AssistedAct>> {
    Ok(AssistedAct::query()
        .filter(assisted_acts::digest_id.eq(digest))
        .order(assisted_acts::id)
        .load(conn)?)
}

/// The consents under which the acts of a digest were done.
pub(super) fn consents_of(conn: &mut DbConnection, digest: DigestId) -> Result<Vec<Consent>> {
    let used =
        assisted_acts::table.filter(assisted_acts::digest_id.eq(digest)).select(assisted_acts::consent_id);
    Ok(Consent::query().filter(consents::id.eq_any(used)).order(consents::id).load(conn)?)
}

pub(super) fn answer(
    tx: &mut Write<'_>,
    id: DigestId,
    answer: Answer,
    reason: &str,
    by: PersonId,
) -> Result<()> {
    let now = tx.now();
    diesel::update(digests::table.find(id))
        .set((
            digests::answer.eq(Some(answer)),
            digests::reason.eq(reason),
            digests::answered_by.eq(Some(by)),
            digests::answered_at.eq(Some(now)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn settle(tx: &mut Write<'_>, id: DigestId, note: &str, by: PersonId) -> Result<()> {
    let now = tx.now();
    diesel::update(digests::table.find(id))
        .set((
            digests::settled_note.eq(note),
            digests::settled_by.eq(Some(by)),
            digests::settled_at.eq(Some(now)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
