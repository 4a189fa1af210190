//! The checklist as programs read it.

use schemars::JsonSchema;
use serde::Serialize;

use super::lines::place_of;
use super::row::{Binds, Changed, Check, Mode, Row};
use super::said::{Proof, Verdict, Waiver};
use super::state::{Line, LineState};
use crate::accounts;
use crate::catalogue::certificates::Decision;
use crate::catalogue::views::MakerRef;
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{AdmissionRowId, ProductId, ProofId, WaiverId};
use crate::locale::Wording;

/// A row as officers keep it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RowView {
    pub id: AdmissionRowId,
    pub wording: Wording,
    pub mode: Mode,
    pub check: Option<Check>,
    pub scheme: Option<String>,
    pub crafts: Vec<String>,
    pub binds: Binds,
    pub position: i64,
    /// Counts up when it says something else: attestations and verdicts name the one they were about.
    pub wording_version: i64,
    pub retired_at: Option<Time>,
    pub created_at: Time,
    pub updated_at: Time,
    /// Send it back with a change.
    pub version: i64,
}

impl From<Row> for RowView {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            wording: row.wording.into_inner(),
            mode: row.mode,
            check: row.subject,
            scheme: row.scheme,
            crafts: row.crafts.into_inner(),
            binds: row.binds,
            position: row.position,
            wording_version: row.wording_version,
            retired_at: row.retired_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    }
}

/// What stood in a row after a change.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangeView {
    pub version: i64,
    pub wording: Wording,
    pub mode: Mode,
    pub check: Option<Check>,
    pub scheme: Option<String>,
    pub crafts: Vec<String>,
    pub binds: Binds,
    pub position: i64,
    pub retired: bool,
    /// Who changed it; null for what the house came with.
    pub officer: Option<String>,
    pub changed_at: Time,
}

impl ChangeView {
    pub fn read(conn: &mut DbConnection, changed: Changed) -> Result<Self> {
        let officer = changed.officer_id.map(|id| accounts::person(conn, id)).transpose()?;
        let seen = changed.seen.into_inner();
        Ok(Self {
            version: changed.version,
            wording: seen.wording,
            mode: seen.mode,
            check: seen.check,
            scheme: seen.scheme,
            crafts: seen.crafts,
            binds: seen.binds,
            position: seen.position,
            retired: seen.retired,
            officer: officer.map(|person| person.name),
            changed_at: changed.changed_at,
        })
    }
}

/// A row as it stands for a maker.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LineView {
    pub row: AdmissionRowId,
    pub wording: Wording,
    pub wording_version: i64,
    pub mode: Mode,
    pub check: Option<Check>,
    pub scheme: Option<String>,
    pub binds: Binds,
    pub state: LineState,
    /// The page on which it is done.
    pub address: String,
    /// The products that lack it.
    pub products: Vec<ProductId>,
    pub attested: Option<AttestationView>,
    pub proof: Option<ProofView>,
    /// What officers said, the last word first.
    pub verdicts: Vec<VerdictView>,
    /// All that were ever granted, the last one first.
    pub waivers: Vec<WaiverView>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AttestationView {
    pub name: String,
    /// In these words.
    pub wording: Wording,
    pub wording_version: i64,
    pub attested_at: Time,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProofView {
    pub id: ProofId,
    pub note: String,
    pub document: Option<String>,
    pub sent_at: Time,
    pub answered_at: Option<Time>,
}

impl From<&Proof> for ProofView {
    fn from(proof: &Proof) -> Self {
        Self {
            id: proof.id,
            note: proof.note.clone(),
            document: proof.file_id.map(|_| format!("/api/v1/admission-proofs/{}/document", proof.id)),
            sent_at: proof.sent_at,
            answered_at: proof.answered_at,
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VerdictView {
    pub decision: Decision,
    pub note: String,
    pub wording_version: i64,
    pub decided_at: Time,
}

impl From<&Verdict> for VerdictView {
    fn from(verdict: &Verdict) -> Self {
        Self {
            decision: verdict.decision,
            note: verdict.note.clone(),
            wording_version: verdict.wording_version,
            decided_at: verdict.decided_at,
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WaiverView {
    pub id: WaiverId,
    pub row: AdmissionRowId,
    pub reason: String,
    /// The last day.
    pub until: Date,
    pub granted_at: Time,
    pub revoked_at: Option<Time>,
    pub revoked_reason: Option<String>,
}

impl From<&Waiver> for WaiverView {
    fn from(waiver: &Waiver) -> Self {
        Self {
            id: waiver.id,
            row: waiver.row_id,
            reason: waiver.reason.clone(),
            until: waiver.ends_on,
            granted_at: waiver.granted_at,
            revoked_at: waiver.revoked_at,
            revoked_reason: waiver.revoked_reason.clone(),
        }
    }
}

impl From<Line> for LineView {
    fn from(line: Line) -> Self {
        let attested = line.attestation.map(|one| AttestationView {
            name: one.name,
            wording: one.wording.into_inner(),
            wording_version: one.wording_version,
            attested_at: one.attested_at,
        });
        Self {
            row: line.row.id,
            address: place_of(&line.row, None).href,
            wording: (*line.row.wording).clone(),
            wording_version: line.row.wording_version,
            mode: line.row.mode,
            check: line.row.subject,
            scheme: line.row.scheme.clone(),
            binds: line.row.binds,
            state: line.state,
            products: line.lacking.iter().filter_map(|goods| goods.id).collect(),
            attested,
            proof: line.proof.as_ref().map(ProofView::from),
            verdicts: line.verdicts.iter().map(VerdictView::from).collect(),
            waivers: line.waivers.iter().map(WaiverView::from).collect(),
        }
    }
}

/// What a maker has sent, for the officer who looks at it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WaitingView {
    pub maker: MakerRef,
    pub row: AdmissionRowId,
    pub wording: Wording,
    pub proof: ProofView,
}
