//! All SQL about reports.

use diesel::prelude::*;

use super::report::{Report, Suspicion, Verdict};
use crate::accounts::Member;
use crate::db::schema::request_reports;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{OrganisationId, ReportId, RequestId};
use crate::matching::SourcingRequest;
use crate::matching::store as requests;
use crate::web::Listing;

pub(super) fn insert(
    tx: &mut Write<'_>,
    by: &Member,
    request: RequestId,
    suspicion: Suspicion,
    note: &str,
) -> Result<ReportId> {
    let now = tx.now();
    Ok(diesel::insert_into(request_reports::table)
        .values((
            request_reports::request_id.eq(request),
            request_reports::maker_id.eq(by.organisation),
            request_reports::person_id.eq(by.person),
            request_reports::suspicion.eq(suspicion),
            request_reports::note.eq(note),
            request_reports::reported_at.eq(now),
            request_reports::verdict.eq(Verdict::Waiting),
        ))
        .returning(request_reports::id)
        .get_result(&mut **tx)?)
}

pub(super) fn report(conn: &mut DbConnection, id: ReportId) -> Result<Report> {
    Ok(Report::query().filter(request_reports::id.eq(id)).first(conn)?)
}

/// The request that a report is about.
pub fn reported(conn: &mut DbConnection, id: ReportId) -> Result<SourcingRequest> {
    let report = report(conn, id)?;
    requests::request(conn, report.request_id)
}

pub(super) fn has_reported(
    conn: &mut DbConnection,
    request: RequestId,
    maker: OrganisationId,
) -> Result<bool> {
    let of_both = request_reports::request_id.eq(request).and(request_reports::maker_id.eq(maker));
    let count: i64 = request_reports::table.filter(of_both).count().get_result(conn)?;
    Ok(count > 0)
}

/// Newest first; those of one verdict, if one is named.
pub(super) fn listed(
    conn: &mut DbConnection,
    verdict: Option<Verdict>,
    listing: Listing,
) -> Result<Vec<Report>> {
    let mut query = Report::query()
        .filter(request_reports::id.lt(ReportId(listing.before)))
        .order(request_reports::id.desc())
        .limit(listing.fetch())
        .into_boxed();
    if let Some(verdict) = verdict {
        query = query.filter(request_reports::verdict.eq(verdict));
    }
    Ok(query.load(conn)?)
}

pub fn count_waiting(conn: &mut DbConnection) -> Result<i64> {
    let waiting = request_reports::table.filter(request_reports::verdict.eq(Verdict::Waiting));
    Ok(waiting.count().get_result(conn)?)
}

/// Gives every waiting report of a request its verdict, and says whose they were.
pub(super) fn decide(
    tx: &mut Write<'_>,
    by: &Member,
    request: RequestId,
    verdict: Verdict,
    note: &str,
) -> Result<Vec<OrganisationId>> {
    let now = tx.now();
    let waiting = request_reports::request_id.eq(request).and(request_reports::verdict.eq(Verdict::Waiting));
    let makers = request_reports::table
        .filter(waiting)
        .order(request_reports::id)
        .select(request_reports::maker_id)
        .load(&mut **tx)?;
    diesel::update(request_reports::table.filter(waiting))
        .set((
            request_reports::verdict.eq(verdict),
            request_reports::officer_id.eq(by.person),
            request_reports::decision_note.eq(note),
            request_reports::decided_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(makers)
}
