//! All SQL about what the two sides made of matches.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::declining::{Decline, DeclineReason};
use super::limits::{MakerLimits, Row};
use super::outcome::{Outcome, Progress};
use crate::accounts::Member;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{maker_limits, match_outcomes, request_declines, sourcing_requests};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{OrganisationId, PersonId, RequestId};
use crate::matching::RequestStatus;

pub(super) fn insert_outcome(
    tx: &mut Write<'_>,
    request: RequestId,
    maker: OrganisationId,
    outcome: Outcome,
    person: PersonId,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(match_outcomes::table)
        .values((
            match_outcomes::request_id.eq(request),
            match_outcomes::maker_id.eq(maker),
            match_outcomes::outcome.eq(outcome),
            match_outcomes::person_id.eq(person),
            match_outcomes::happened_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// How far each maker came with a request.
pub fn progress(conn: &mut DbConnection, request: RequestId) -> Result<BTreeMap<OrganisationId, Progress>> {
    let rows: Vec<(OrganisationId, Outcome)> = match_outcomes::table
        .filter(match_outcomes::request_id.eq(request))
        .order(match_outcomes::id)
        .select((match_outcomes::maker_id, match_outcomes::outcome))
        .load(conn)?;
    Ok(Progress::fold(rows))
}

/// The same for all requests.
pub fn all_progress(conn: &mut DbConnection) -> Result<BTreeMap<(RequestId, OrganisationId), Progress>> {
    let rows: Vec<(RequestId, OrganisationId, Outcome)> = match_outcomes::table
        .order(match_outcomes::id)
        .select((match_outcomes::request_id, match_outcomes::maker_id, match_outcomes::outcome))
        .load(conn)?;
    Ok(Progress::fold(rows.into_iter().map(|(request, maker, outcome)| ((request, maker), outcome))))
}

/// The makers who have quoted for a request.
pub(super) fn quoted_by(conn: &mut DbConnection, request: RequestId) -> Result<BTreeSet<OrganisationId>> {
    let makers: Vec<OrganisationId> = match_outcomes::table
        .filter(match_outcomes::request_id.eq(request).and(match_outcomes::outcome.eq(Outcome::Quoted)))
        .select(match_outcomes::maker_id)
        .distinct()
        .load(conn)?;
    Ok(makers.into_iter().collect())
}

/// The requests that a maker has quoted for since a time; those that proved fake do not count.
pub(super) fn quoted_since(
    conn: &mut DbConnection,
    maker: OrganisationId,
    since: Time,
) -> Result<BTreeSet<RequestId>> {
    let requests: Vec<RequestId> = match_outcomes::table
        .inner_join(sourcing_requests::table)
        .filter(match_outcomes::maker_id.eq(maker).and(match_outcomes::outcome.eq(Outcome::Quoted)))
        .filter(match_outcomes::happened_at.ge(since).and(sourcing_requests::fake_at.is_null()))
        .select(match_outcomes::request_id)
        .distinct()
        .load(conn)?;
    Ok(requests.into_iter().collect())
}

pub(super) fn insert_decline(
    tx: &mut Write<'_>,
    by: &Member,
    request: RequestId,
    reason: DeclineReason,
    note: &str,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(request_declines::table)
        .values((
            request_declines::request_id.eq(request),
            request_declines::maker_id.eq(by.organisation),
            request_declines::reason.eq(reason),
            request_declines::note.eq(note),
            request_declines::person_id.eq(by.person),
            request_declines::declined_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Says whether there was one.
pub(super) fn delete_decline(tx: &mut Write<'_>, request: RequestId, maker: OrganisationId) -> Result<bool> {
    let of_both = request_declines::request_id.eq(request).and(request_declines::maker_id.eq(maker));
    Ok(diesel::delete(request_declines::table.filter(of_both)).execute(&mut **tx)? > 0)
}

pub fn decline_of(
    conn: &mut DbConnection,
    request: RequestId,
    maker: OrganisationId,
) -> Result<Option<Decline>> {
    let of_both = request_declines::request_id.eq(request).and(request_declines::maker_id.eq(maker));
    Ok(Decline::query().filter(of_both).first(conn).optional()?)
}

/// The open requests that makers have declined.
pub fn declines_of_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, BTreeSet<RequestId>>> {
    let rows: Vec<(OrganisationId, RequestId)> = request_declines::table
        .inner_join(sourcing_requests::table)
        .filter(request_declines::maker_id.eq_any(makers))
        .filter(sourcing_requests::status.eq(RequestStatus::Open))
        .select((request_declines::maker_id, request_declines::request_id))
        .load(conn)?;
    let mut all: BTreeMap<OrganisationId, BTreeSet<RequestId>> = BTreeMap::new();
    for (maker, request) in rows {
        all.entry(maker).or_default().insert(request);
    }
    Ok(all)
}

pub fn limits_of_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
) -> Result<BTreeMap<OrganisationId, MakerLimits>> {
    let rows: Vec<Row> = Row::query().filter(maker_limits::maker_id.eq_any(makers)).load(conn)?;
    Ok(rows.into_iter().map(|row| (row.maker_id, row.into())).collect())
}

pub(super) fn limits_of(conn: &mut DbConnection, maker: OrganisationId) -> Result<MakerLimits> {
    Ok(limits_of_makers(conn, &[maker])?.remove(&maker).unwrap_or_default())
}

pub(super) fn put_limits(tx: &mut Write<'_>, maker: OrganisationId, limits: &MakerLimits) -> Result<()> {
    let now = tx.now();
    diesel::delete(maker_limits::table.find(maker)).execute(&mut **tx)?;
    diesel::insert_into(maker_limits::table)
        .values((
            maker_limits::maker_id.eq(maker),
            maker_limits::least_pieces.eq(limits.least_pieces),
            maker_limits::busy_until.eq(limits.busy_until),
            maker_limits::not_to.eq(Json::from(limits.not_to.clone())),
            maker_limits::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
