//! SQL about the checklist.

use diesel::prelude::*;

use super::form::NewRow;
use super::row::{Changed, Row, Seen};
use super::said::{Attestation, Proof, Verdict, Waiver};
use crate::accounts::Member;
use crate::catalogue::certificates::Decision;
use crate::clock::Date;
use crate::columns::Json;
use crate::db::schema::{
    admission_attestations, admission_changes, admission_proofs, admission_rows, admission_verdicts,
    admission_waivers,
};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{AdmissionRowId, FileId, OrganisationId, PersonId, ProofId, WaiverId};
use crate::web::Listing;

/// All rows in the order in which they are read, retired ones too.
pub(super) fn rows(conn: &mut DbConnection) -> Result<Vec<Row>> {
    Ok(Row::query().order((admission_rows::position, admission_rows::id)).load(conn)?)
}

pub(super) fn row(conn: &mut DbConnection, id: AdmissionRowId) -> Result<Row> {
    Ok(Row::query().filter(admission_rows::id.eq(id)).first(conn)?)
}

/// What an officer writes, as columns.
macro_rules! content {
    ($new:expr, $retired:expr) => {
        (
            admission_rows::wording.eq(Json::from($new.wording.clone())),
            admission_rows::mode.eq($new.mode),
            admission_rows::subject.eq($new.check),
            admission_rows::scheme.eq(&$new.scheme),
            admission_rows::crafts.eq(Json::from($new.crafts.clone())),
            admission_rows::binds.eq($new.binds),
            admission_rows::position.eq($new.position),
            admission_rows::retired_at.eq($retired),
        )
    };
}

pub(super) fn insert_row(tx: &mut Write<'_>, new: &NewRow) -> Result<Row> {
    let now = tx.now();
    let id = diesel::insert_into(admission_rows::table)
        .values((
            content!(new, new.retired.then_some(now)),
            admission_rows::wording_version.eq(1_i64),
            admission_rows::version.eq(1_i64),
            admission_rows::created_at.eq(now),
            admission_rows::updated_at.eq(now),
        ))
        .returning(admission_rows::id)
        .get_result(&mut **tx)?;
    row(tx, id)
}

pub(super) fn update_row(tx: &mut Write<'_>, before: &Row, new: &NewRow, wording_version: i64) -> Result<()> {
    let now = tx.now();
    let retired = new.retired.then(|| before.retired_at.unwrap_or(now));
    diesel::update(admission_rows::table.find(before.id))
        .set((
            content!(new, retired),
            admission_rows::wording_version.eq(wording_version),
            admission_rows::version.eq(admission_rows::version + 1),
            admission_rows::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn note_change(tx: &mut Write<'_>, row: &Row, officer: Option<PersonId>) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(admission_changes::table)
        .values((
            admission_changes::row_id.eq(row.id),
            admission_changes::version.eq(row.version),
            admission_changes::seen.eq(Json::from(Seen::from(row))),
            admission_changes::officer_id.eq(officer),
            admission_changes::changed_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The last change first.
pub(super) fn changes(conn: &mut DbConnection, id: AdmissionRowId) -> Result<Vec<Changed>> {
    Ok(Changed::query()
        .filter(admission_changes::row_id.eq(id))
        .order(admission_changes::id.desc())
        .load(conn)?)
}

pub(super) fn attestations(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Attestation>> {
    Ok(Attestation::query()
        .filter(admission_attestations::maker_id.eq(maker))
        .order(admission_attestations::id.desc())
        .load(conn)?)
}

pub(super) fn insert_attestation(tx: &mut Write<'_>, row: &Row, by: &Member, name: &str) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(admission_attestations::table)
        .values((
            admission_attestations::row_id.eq(row.id),
            admission_attestations::maker_id.eq(by.organisation),
            admission_attestations::wording_version.eq(row.wording_version),
            admission_attestations::wording.eq(row.wording.clone()),
            admission_attestations::name.eq(name),
            admission_attestations::person_id.eq(by.person),
            admission_attestations::attested_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn proofs(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Proof>> {
    Ok(Proof::query()
        .filter(admission_proofs::maker_id.eq(maker))
        .order(admission_proofs::id.desc())
        .load(conn)?)
}

pub(super) fn proof(conn: &mut DbConnection, id: ProofId) -> Result<Proof> {
    Ok(Proof::query().filter(admission_proofs::id.eq(id)).first(conn)?)
}

/// What no officer has answered yet, the newest first.
pub(super) fn waiting_proofs(conn: &mut DbConnection, listing: Listing) -> Result<Vec<Proof>> {
    Ok(Proof::query()
        .filter(admission_proofs::answered_at.is_null())
        .filter(admission_proofs::id.lt(ProofId(listing.before)))
        .order(admission_proofs::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

pub fn count_waiting_proofs(conn: &mut DbConnection) -> Result<i64> {
    Ok(admission_proofs::table.filter(admission_proofs::answered_at.is_null()).count().get_result(conn)?)
}

pub(super) fn insert_proof(
    tx: &mut Write<'_>,
    row: &Row,
    by: &Member,
    note: &str,
    file: Option<FileId>,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(admission_proofs::table)
        .values((
            admission_proofs::row_id.eq(row.id),
            admission_proofs::maker_id.eq(by.organisation),
            admission_proofs::note.eq(note),
            admission_proofs::file_id.eq(file),
            admission_proofs::person_id.eq(by.person),
            admission_proofs::sent_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn answer_proofs(tx: &mut Write<'_>, maker: OrganisationId, row: AdmissionRowId) -> Result<()> {
    let now = tx.now();
    let waiting = admission_proofs::table
        .filter(admission_proofs::maker_id.eq(maker).and(admission_proofs::row_id.eq(row)))
        .filter(admission_proofs::answered_at.is_null());
    diesel::update(waiting).set(admission_proofs::answered_at.eq(Some(now))).execute(&mut **tx)?;
    Ok(())
}

pub(super) fn verdicts(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Verdict>> {
    Ok(Verdict::query()
        .filter(admission_verdicts::maker_id.eq(maker))
        .order(admission_verdicts::id.desc())
        .load(conn)?)
}

pub(super) fn insert_verdict(
    tx: &mut Write<'_>,
    row: &Row,
    maker: OrganisationId,
    (decision, note): (Decision, &str),
    file: Option<FileId>,
    officer: PersonId,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(admission_verdicts::table)
        .values((
            admission_verdicts::row_id.eq(row.id),
            admission_verdicts::maker_id.eq(maker),
            admission_verdicts::wording_version.eq(row.wording_version),
            admission_verdicts::decision.eq(decision),
            admission_verdicts::note.eq(note),
            admission_verdicts::file_id.eq(file),
            admission_verdicts::officer_id.eq(officer),
            admission_verdicts::decided_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn waivers(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Waiver>> {
    Ok(Waiver::query()
        .filter(admission_waivers::maker_id.eq(maker))
        .order(admission_waivers::id.desc())
        .load(conn)?)
}

pub(super) fn waiver(conn: &mut DbConnection, id: WaiverId) -> Result<Waiver> {
    Ok(Waiver::query().filter(admission_waivers::id.eq(id)).first(conn)?)
}

pub(super) fn insert_waiver(
    tx: &mut Write<'_>,
    row: &Row,
    maker: OrganisationId,
    reason: &str,
    ends_on: Date,
    officer: PersonId,
) -> Result<Waiver> {
    let now = tx.now();
    let id = diesel::insert_into(admission_waivers::table)
        .values((
            admission_waivers::row_id.eq(row.id),
            admission_waivers::maker_id.eq(maker),
            admission_waivers::reason.eq(reason),
            admission_waivers::ends_on.eq(ends_on),
            admission_waivers::officer_id.eq(officer),
            admission_waivers::granted_at.eq(now),
        ))
        .returning(admission_waivers::id)
        .get_result(&mut **tx)?;
    waiver(tx, id)
}

pub(super) fn revoke_waiver(tx: &mut Write<'_>, id: WaiverId, reason: &str, officer: PersonId) -> Result<()> {
    let now = tx.now();
    diesel::update(admission_waivers::table.find(id))
        .set((
            admission_waivers::revoked_at.eq(Some(now)),
            admission_waivers::revoked_by.eq(Some(officer)),
            admission_waivers::revoked_reason.eq(Some(reason)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
