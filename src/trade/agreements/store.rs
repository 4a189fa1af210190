//! All SQL about agreements and signatures.

use diesel::prelude::*;

use super::draft::Content;
use super::{Agreement, AgreementStatus, Signature};
use crate::accounts::Member;
use crate::catalogue::Collection;
use crate::clock::Date;
use crate::columns::Json;
use crate::db::schema::{agreements, collections, signatures};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{AgreementId, OrganisationId, QuoteId};
use crate::web::Listing;

pub fn agreement(conn: &mut DbConnection, id: AgreementId) -> Result<Agreement> {
    Ok(Agreement::query().filter(agreements::id.eq(id)).first(conn)?)
}

pub fn signatures(conn: &mut DbConnection, agreement: AgreementId) -> Result<Vec<Signature>> {
    Ok(Signature::query().filter(signatures::agreement_id.eq(agreement)).order(signatures::id).load(conn)?)
}

/// Which agreements.
#[derive(Clone, Copy, Debug, Default)]
pub struct AgreementFilter {
    /// Those of one organisation, its own drafts among them; of everyone, without drafts, if none is named.
    pub organisation: Option<OrganisationId>,
    pub status: Option<AgreementStatus>,
}

/// Agreements, newest first.
pub fn listed(conn: &mut DbConnection, filter: AgreementFilter, listing: Listing) -> Result<Vec<Agreement>> {
    let mut query = Agreement::query().filter(agreements::id.lt(AgreementId(listing.before))).into_boxed();
    query = match filter.organisation {
        Some(own) => query
            .filter(agreements::maker_id.eq(own).or(agreements::buyer_id.eq(own)))
            .filter(agreements::proposed_at.is_not_null().or(agreements::created_by.eq(own))),
        None => query.filter(agreements::proposed_at.is_not_null()),
    };
    if let Some(status) = filter.status {
        query = query.filter(agreements::status.eq(status));
    }
    Ok(query.order(agreements::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// What makes a buyer the only one somewhere, proposed or binding, the newest first.
pub fn exclusive_between(
    conn: &mut DbConnection,
    maker: OrganisationId,
    buyer: OrganisationId,
) -> Result<Vec<Agreement>> {
    use AgreementStatus::{Active, Proposed, Signed};
    Ok(Agreement::query()
        .filter(agreements::maker_id.eq(maker).and(agreements::buyer_id.eq(buyer)))
        .filter(agreements::exclusive.eq(true).and(agreements::status.eq_any([Proposed, Signed, Active])))
        .order(agreements::id.desc())
        .load(conn)?)
}

/// The maker's collections, whatever their status.
pub(super) fn collections_of(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Collection>> {
    Ok(Collection::query().filter(collections::maker_id.eq(maker)).order(collections::id).load(conn)?)
}

/// Signed agreements whose period has begun.
pub(super) fn to_begin(conn: &mut DbConnection, today: Date, most: i64) -> Result<Vec<Agreement>> {
    Ok(Agreement::query()
        .filter(agreements::status.eq(AgreementStatus::Signed))
        .filter(agreements::starts_on.le(today).and(agreements::ends_on.ge(today)))
        .order(agreements::id)
        .limit(most)
        .load(conn)?)
}

/// Binding agreements whose last day is over.
pub(super) fn to_end(conn: &mut DbConnection, today: Date, most: i64) -> Result<Vec<Agreement>> {
    let binding =
        agreements::status.eq(AgreementStatus::Signed).or(agreements::status.eq(AgreementStatus::Active));
    Ok(Agreement::query()
        .filter(binding.and(agreements::ends_on.lt(today)))
        .order(agreements::id)
        .limit(most)
        .load(conn)?)
}

pub(super) fn insert(
    tx: &mut Write<'_>,
    quote: Option<QuoteId>,
    maker: OrganisationId,
    buyer: OrganisationId,
    created_by: OrganisationId,
    content: &Content,
) -> Result<AgreementId> {
    let now = tx.now();
    Ok(diesel::insert_into(agreements::table)
        .values((
            agreements::maker_id.eq(maker),
            agreements::buyer_id.eq(buyer),
            agreements::quote_id.eq(quote),
            agreements::title.eq(&content.title),
            agreements::territory.eq(Json::from(content.territory.clone())),
            agreements::channel.eq(content.channel),
            agreements::exclusive.eq(content.exclusive),
            agreements::collections.eq(Json::from(content.collections.clone())),
            agreements::starts_on.eq(content.starts_on),
            agreements::ends_on.eq(content.ends_on),
            agreements::terms.eq(&content.terms),
            agreements::terms_language.eq(content.terms_language),
            agreements::agreed.eq(Json::from(content.agreed.clone())),
            agreements::status.eq(AgreementStatus::Draft),
            agreements::created_by.eq(created_by),
            agreements::created_at.eq(now),
            agreements::updated_at.eq(now),
        ))
        .returning(agreements::id)
        .get_result(&mut **tx)?)
}

/// Changes a row that nobody has touched since it was read.
macro_rules! change {
    ($tx:expr, $agreement:expr, $($assignment:expr),+ $(,)?) => {{
        let now = $tx.now();
        let changed = diesel::update(agreements::table.find($agreement.id))
            .filter(agreements::version.eq($agreement.version))
            .set((
                $($assignment,)+
                agreements::updated_at.eq(now),
                agreements::version.eq($agreement.version + 1),
            ))
            .execute(&mut **$tx)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }};
}

pub(super) fn set_content(tx: &mut Write<'_>, agreement: &Agreement, content: &Content) -> Result<()> {
    change!(
        tx,
        agreement,
        agreements::title.eq(&content.title),
        agreements::territory.eq(Json::from(content.territory.clone())),
        agreements::channel.eq(content.channel),
        agreements::exclusive.eq(content.exclusive),
        agreements::collections.eq(Json::from(content.collections.clone())),
        agreements::starts_on.eq(content.starts_on),
        agreements::ends_on.eq(content.ends_on),
        agreements::terms.eq(&content.terms),
        agreements::terms_language.eq(content.terms_language),
        agreements::agreed.eq(Json::from(content.agreed.clone())),
    )
}

pub(super) fn set_proposed(
    tx: &mut Write<'_>,
    agreement: &Agreement,
    by: OrganisationId,
    hash: &str,
) -> Result<()> {
    let now = tx.now();
    change!(
        tx,
        agreement,
        agreements::status.eq(AgreementStatus::Proposed),
        agreements::terms_hash.eq(hash),
        agreements::proposed_by.eq(by),
        agreements::proposed_at.eq(now),
    )
}

pub(super) fn insert_signature(
    tx: &mut Write<'_>,
    agreement: AgreementId,
    by: &Member,
    name: &str,
    hash: &str,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(signatures::table)
        .values((
            signatures::agreement_id.eq(agreement),
            signatures::organisation_id.eq(by.organisation),
            signatures::person_id.eq(by.person),
            signatures::signed_name.eq(name),
            signatures::terms_hash.eq(hash),
            signatures::signed_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Marks the row as changed although only a signature came to it: two signatures at once must not miss each other.
pub(super) fn touch(tx: &mut Write<'_>, agreement: &Agreement) -> Result<()> {
    change!(tx, agreement, agreements::status.eq(agreement.status))
}

pub(super) fn set_signed(tx: &mut Write<'_>, agreement: &Agreement, status: AgreementStatus) -> Result<()> {
    let now = tx.now();
    change!(tx, agreement, agreements::status.eq(status), agreements::signed_at.eq(now))
}

pub(super) fn set_active(tx: &mut Write<'_>, agreement: &Agreement) -> Result<()> {
    change!(tx, agreement, agreements::status.eq(AgreementStatus::Active))
}

/// Withdrawn or ended.
pub(super) fn set_closed(
    tx: &mut Write<'_>,
    agreement: &Agreement,
    status: AgreementStatus,
    note: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    change!(
        tx,
        agreement,
        agreements::status.eq(status),
        agreements::ended_at.eq(now),
        agreements::ended_note.eq(note),
    )
}
