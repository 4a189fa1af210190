//! What makers and officers say about a row: signed, sent, verified, waived.

use super::form::{AttestForm, ProofForm, RevokeForm, VerdictForm, WaiverForm};
use super::letters;
use super::row::{Mode, Row};
use super::said::Waiver;
use super::store;
use crate::accounts::{self, Kind, Member, Officer};
use crate::catalogue::products::may_prepare;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::files::{self, StoredFile};
use crate::ids::{AdmissionRowId, OrganisationId, WaiverId};
use crate::settings::Settings;

/// A row that is asked for today.
fn standing(conn: &mut DbConnection, id: AdmissionRowId) -> Result<Row> {
    let row = store::row(conn, id)?;
    if row.retired_at.is_none() { Ok(row) } else { Err(Error::NotFound) }
}

fn of_mode(row: &Row, mode: Mode) -> Result<()> {
    if row.mode == mode { Ok(()) } else { Err(Error::refused("refusal-admission-mode")) }
}

/// The maker signs that it is so, in the words that were read.
pub fn attest(tx: &mut Write<'_>, by: &Member, id: AdmissionRowId, form: &AttestForm) -> Result<()> {
    may_prepare(tx, by)?;
    let row = standing(tx, id)?;
    of_mode(&row, Mode::Attested)?;
    let (name, version) = form.check()?;
    if version != row.wording_version {
        return Err(Error::Conflict);
    }
    store::insert_attestation(tx, &row, by, &name)?;
    tx.record(by.actor(), Event::AdmissionAttested { row: id, maker: by.organisation });
    Ok(())
}

/// The maker sends what an officer needs to verify it.
pub fn send_proof(
    tx: &mut Write<'_>,
    by: &Member,
    id: AdmissionRowId,
    form: &ProofForm,
    file: Option<&StoredFile>,
) -> Result<()> {
    may_prepare(tx, by)?;
    let row = standing(tx, id)?;
    of_mode(&row, Mode::Verified)?;
    let note = form.check()?;
    if store::proofs(tx, by.organisation)?
        .iter()
        .any(|proof| proof.row_id == id && proof.answered_at.is_none())
    {
        return Err(Error::refused("refusal-admission-sent"));
    }
    let file = file.map(|file| files::remember(tx, file)).transpose()?;
    store::insert_proof(tx, &row, by, &note, file)?;
    tx.record(by.actor(), Event::AdmissionProofSent { row: id, maker: by.organisation });
    Ok(())
}

fn maker(conn: &mut DbConnection, id: OrganisationId) -> Result<()> {
    let found = accounts::organisation(conn, id)?;
    if found.kind == Kind::Maker { Ok(()) } else { Err(Error::NotFound) }
}

/// An officer says that it is so, or that it is not; asked by the maker or not.
pub fn decide(
    tx: &mut Write<'_>,
    by: &Officer,
    settings: &Settings,
    (of, id): (OrganisationId, AdmissionRowId),
    form: &VerdictForm,
    file: Option<&StoredFile>,
) -> Result<()> {
    by.confirm(tx)?;
    maker(tx, of)?;
    let row = standing(tx, id)?;
    of_mode(&row, Mode::Verified)?;
    let (decision, note, version) = form.check()?;
    if version != row.wording_version {
        return Err(Error::Conflict);
    }
    let file = file.map(|file| files::remember(tx, file)).transpose()?;
    store::insert_verdict(tx, &row, of, (decision, &note), file, by.person)?;
    store::answer_proofs(tx, of, id)?;
    tx.record(by.actor(), Event::AdmissionDecided { row: id, maker: of });
    letters::decided(tx, settings, of, &row, decision, &note)
}

/// A row need not be fulfilled until a day. Each waiver is a row of its own, and none is overwritten.
pub fn grant_waiver(
    tx: &mut Write<'_>,
    by: &Officer,
    settings: &Settings,
    (of, id): (OrganisationId, AdmissionRowId),
    form: &WaiverForm,
) -> Result<Waiver> {
    by.confirm(tx)?;
    maker(tx, of)?;
    let row = standing(tx, id)?;
    let today = tx.today();
    let (reason, until) = form.check(today)?;
    let waiver = store::insert_waiver(tx, &row, of, &reason, until, by.person)?;
    tx.record(by.actor(), Event::WaiverGranted { waiver: waiver.id });
    letters::waived(tx, settings, &row, &waiver)?;
    Ok(waiver)
}

pub fn revoke_waiver(
    tx: &mut Write<'_>,
    by: &Officer,
    settings: &Settings,
    id: WaiverId,
    form: &RevokeForm,
) -> Result<Waiver> {
    by.confirm(tx)?;
    let waiver = store::waiver(tx, id)?;
    let reason = form.check()?;
    if waiver.revoked_at.is_some() {
        return Err(Error::refused("refusal-waiver-revoked"));
    }
    store::revoke_waiver(tx, id, &reason, by.person)?;
    tx.record(by.actor(), Event::WaiverRevoked { waiver: id });
    let row = store::row(tx, waiver.row_id)?;
    letters::revoked(tx, settings, &row, &waiver, &reason)?;
    store::waiver(tx, id)
}
