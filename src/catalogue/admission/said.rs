//! What makers and officers have said about the rows: signed, sent, verified, waived. Rows of it are only added.

use std::collections::HashMap;

use diesel::prelude::*;

use super::row::{Mode, Row};
use super::store;
use crate::catalogue::certificates::Decision;
use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::DbConnection;
use crate::db::schema::{admission_attestations, admission_proofs, admission_verdicts, admission_waivers};
use crate::error::Result;
use crate::ids::{AdmissionRowId, FileId, OrganisationId, PersonId, ProofId, WaiverId};
use crate::locale::Wording;

/// What a maker has signed.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = admission_attestations)]
pub struct Attestation {
    pub id: i64,
    pub row_id: AdmissionRowId,
    pub maker_id: OrganisationId,
    pub wording_version: i64,
    pub wording: Json<Wording>,
    pub name: String,
    pub person_id: PersonId,
    pub attested_at: Time,
}

/// What a maker has sent to be verified.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = admission_proofs)]
pub struct Proof {
    pub id: ProofId,
    pub row_id: AdmissionRowId,
    pub maker_id: OrganisationId,
    pub note: String,
    pub file_id: Option<FileId>,
    pub person_id: PersonId,
    pub sent_at: Time,
    pub answered_at: Option<Time>,
}

/// What an officer said.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = admission_verdicts)]
pub struct Verdict {
    pub id: i64,
    pub row_id: AdmissionRowId,
    pub maker_id: OrganisationId,
    pub wording_version: i64,
    pub decision: Decision,
    pub note: String,
    pub file_id: Option<FileId>,
    pub officer_id: PersonId,
    pub decided_at: Time,
}

/// That a row need not be fulfilled for a while.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = admission_waivers)]
pub struct Waiver {
    pub id: WaiverId,
    pub row_id: AdmissionRowId,
    pub maker_id: OrganisationId,
    pub reason: String,
    pub ends_on: Date,
    pub officer_id: PersonId,
    pub granted_at: Time,
    pub revoked_at: Option<Time>,
    pub revoked_by: Option<PersonId>,
    pub revoked_reason: Option<String>,
}

impl Waiver {
    pub fn holds_on(&self, day: Date) -> bool {
        self.revoked_at.is_none() && day <= self.ends_on
    }
}

/// What was said about a maker, by row, the last word first.
#[derive(Debug, Default)]
pub(super) struct Said {
    pub attestations: HashMap<AdmissionRowId, Vec<Attestation>>,
    pub verdicts: HashMap<AdmissionRowId, Vec<Verdict>>,
    pub proofs: HashMap<AdmissionRowId, Vec<Proof>>,
    pub waivers: HashMap<AdmissionRowId, Vec<Waiver>>,
}

pub(super) fn by_row<T>(rows: Vec<T>, row: impl Fn(&T) -> AdmissionRowId) -> HashMap<AdmissionRowId, Vec<T>> {
    let mut found: HashMap<AdmissionRowId, Vec<T>> = HashMap::new();
    for one in rows {
        found.entry(row(&one)).or_default().push(one);
    }
    found
}

impl Said {
    pub fn read(conn: &mut DbConnection, maker: OrganisationId) -> Result<Self> {
        Ok(Self {
            attestations: by_row(store::attestations(conn, maker)?, |one| one.row_id),
            verdicts: by_row(store::verdicts(conn, maker)?, |one| one.row_id),
            proofs: by_row(store::proofs(conn, maker)?, |one| one.row_id),
            waivers: by_row(store::waivers(conn, maker)?, |one| one.row_id),
        })
    }

    fn last<T>(of: &HashMap<AdmissionRowId, Vec<T>>, row: AdmissionRowId) -> Option<&T> {
        of.get(&row).and_then(|all| all.first())
    }

    /// Is a row waived on this day?
    pub fn waives(&self, row: &Row, day: Date) -> bool {
        self.waivers.get(&row.id).is_some_and(|all| all.iter().any(|waiver| waiver.holds_on(day)))
    }

    /// Does what was said fulfil the row as it is worded now? What the records say is not asked here.
    pub fn fulfils(&self, row: &Row) -> bool {
        match row.mode {
            Mode::Computed => true,
            Mode::Attested => Self::last(&self.attestations, row.id)
                .is_some_and(|one| one.wording_version == row.wording_version),
            Mode::Verified => Self::last(&self.verdicts, row.id).is_some_and(|one| {
                one.decision == Decision::Confirmed && one.wording_version == row.wording_version
            }),
        }
    }

    pub fn waits(&self, row: &Row) -> bool {
        row.mode == Mode::Verified
            && Self::last(&self.proofs, row.id).is_some_and(|proof| proof.answered_at.is_none())
    }
}
