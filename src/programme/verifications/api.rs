//! Verdicts for officers' programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::evidence::{self, Evidence};
use super::verdicts::{RevokeForm, VerifyForm, revoke, verify};
use super::{Entry, Ledger, Record, Standing, Subject, Verdict, Verification, store};
use crate::accounts::Officer;
use crate::clock::{Date, Time};
use crate::db::Write;
use crate::error::{Error, Result};
use crate::ids::VerificationId;
use crate::input::{Fields, Raw, RawMoney};
use crate::locale::Wording;
use crate::web::{Access, House, Input, Listed, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/verifications", Officer, "list verdicts", list)
            .asks::<VerdictQuery>()
            .gives::<Listed<VerificationView>>(200),
        Route::get("/api/v1/verifications/waiting", Officer, "list what waits for a verdict", waiting)
            .asks::<WaitingQuery>()
            .gives::<Listed<RecordView>>(200),
        Route::post("/api/v1/verifications", Officer, "verify a record", verify_record)
            .takes::<VerifyForm>()
            .gives::<VerificationView>(201),
        Route::get("/api/v1/verifications/{id}/evidence", Officer, "read the evidence", paper),
        Route::post("/api/v1/verifications/{id}/revoke", Officer, "revoke a verdict", revoke_verdict)
            .takes::<RevokeForm>()
            .gives::<VerificationView>(201),
        Route::get("/api/v1/verifications/{subject}/{id}", Officer, "see a record and its verdicts", show)
            .gives::<RecordView>(200),
    ]
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct VerificationView {
    pub id: VerificationId,
    pub subject: Subject,
    pub subject_id: i64,
    pub verdict: Verdict,
    pub note: String,
    /// Where the paper is read, if there is one.
    pub evidence: Option<String>,
    pub record_hash: String,
    /// Of a verified deal: its worth, frozen.
    pub eur: Option<RawMoney>,
    pub rate: Option<RateView>,
    pub decided_at: Time,
}

/// The rate that was frozen with a deal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RateView {
    /// The month whose rate was used; earlier than the month of shipment where that one was not known.
    pub month: String,
    /// Units of the deal's currency for one euro.
    pub per_eur: String,
    pub source: String,
    /// SHA-256 of the table that the rate came in with.
    pub source_hash: String,
}

impl From<Verification> for VerificationView {
    fn from(one: Verification) -> Self {
        Self {
            eur: one.worth().map(RawMoney::from),
            rate: one.rate_month.zip(one.rate_per_eur).map(|(month, per_eur)| RateView {
                month,
                per_eur,
                source: one.rate_source.unwrap_or_default(),
                source_hash: one.rate_source_hash.unwrap_or_default(),
            }),
            evidence: one.evidence_file_id.map(|_| format!("/api/v1/verifications/{}/evidence", one.id)),
            id: one.id,
            subject: one.subject,
            subject_id: one.subject_id,
            verdict: one.verdict,
            note: one.evidence_note,
            record_hash: one.record_hash,
            decided_at: one.decided_at,
        }
    }
}

/// A record with where it stands and what officers said of it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RecordView {
    pub subject: Subject,
    pub subject_id: i64,
    /// Null for a deal.
    pub title: Option<Wording>,
    /// Slug of the maker.
    pub maker: String,
    pub buyer: Option<String>,
    pub status: String,
    pub standing: Standing,
    /// Shipped, signed or published on.
    pub day: Option<Date>,
    pub amount: Option<RawMoney>,
    pub origin: Option<String>,
    pub destination: Option<String>,
    /// Send it back with a verdict, so that nothing is verified that was not seen.
    pub record_hash: String,
    /// Where people read it.
    pub href: String,
    /// Newest first.
    pub verdicts: Vec<VerificationView>,
}

impl RecordView {
    pub fn new(entry: Entry) -> Self {
        let verdicts = entry.verdict.iter().cloned().collect();
        Self::with_verdicts(entry.standing(), entry.record, verdicts)
    }

    fn with_verdicts(standing: Standing, record: Record, verdicts: Vec<Verification>) -> Self {
        Self {
            subject: record.subject,
            subject_id: record.id,
            title: record.title,
            maker: record.maker.slug,
            buyer: record.buyer.map(|buyer| buyer.slug),
            status: record.status.to_owned(),
            standing,
            day: record.day,
            amount: record.amount.map(RawMoney::from),
            origin: record.origin,
            destination: record.destination,
            record_hash: record.hash,
            href: record.href,
            verdicts: verdicts.into_iter().map(VerificationView::from).collect(),
        }
    }
}

/// Which verdicts an officer wants to see.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct VerdictQuery {
    /// `deal`, `agreement` or `collection`.
    pub subject: Raw,
    /// `verified` or `revoked`.
    pub verdict: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl VerdictQuery {
    pub(super) fn check(&self) -> Result<(Option<Subject>, Option<Verdict>)> {
        let mut fields = Fields::new();
        let subject = (!self.subject.is_blank()).then(|| fields.choice("subject", &self.subject));
        let verdict = (!self.verdict.is_blank()).then(|| fields.choice("verdict", &self.verdict));
        fields.done((subject, verdict))
    }
}

/// Which part of the queue an officer wants to see.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct WaitingQuery {
    /// `deal`, `agreement` or `collection`.
    pub subject: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl WaitingQuery {
    pub(super) fn check(&self) -> Result<Option<Subject>> {
        let mut fields = Fields::new();
        let subject = (!self.subject.is_blank()).then(|| fields.choice("subject", &self.subject));
        fields.done(subject)
    }
}

/// The word in an address; what is no subject is nothing.
pub(super) fn subject_of(word: &str) -> Result<Subject> {
    word.parse().map_err(|_| Error::NotFound)
}

async fn list(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<VerdictQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (subject, verdict) = query.check()?;
    let rows = house.db.read(move |conn| store::verdicts(conn, subject, verdict, listing)).await?;
    Ok(HttpResponse::Ok().json(listing.page(rows, |row| row.id.0).map(VerificationView::from)))
}

async fn waiting(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<WaitingQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let subject = query.check()?;
    let waiting = house.db.read(move |conn| Ok(Ledger::read(conn)?.waiting(subject))).await?;
    Ok(HttpResponse::Ok().json(listing.cut(waiting).map(RecordView::new)))
}

async fn verify_record(
    house: web::Data<House>,
    officer: Officer,
    mut evidence: Evidence,
) -> Result<HttpResponse> {
    let file = evidence.keep(&house.files, evidence.form.check()).await?;
    let Evidence { form, once, .. } = evidence;
    let work =
        move |tx: &mut Write<'_>| verify(tx, &officer, &form, file.as_ref()).map(VerificationView::from);
    match once {
        Some(once) => once.answer(&house.db, StatusCode::CREATED, work).await,
        None => Ok(HttpResponse::Created().json(house.db.write(work).await?)),
    }
}

async fn paper(
    house: web::Data<House>,
    _officer: Officer,
    id: web::Path<VerificationId>,
) -> Result<HttpResponse> {
    evidence::paper(&house, *id).await
}

async fn revoke_verdict(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<VerificationId>,
    input: Input<RevokeForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| revoke(tx, &officer, *id, &form).map(VerificationView::from);
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn show(
    house: web::Data<House>,
    _officer: Officer,
    path: web::Path<(String, i64)>,
) -> Result<HttpResponse> {
    let (word, id) = path.into_inner();
    let subject = subject_of(&word)?;
    let (record, verdicts) =
        house.db.read(move |conn| store::record_with_verdicts(conn, subject, id)).await?;
    let entry = Entry { record, verdict: verdicts.first().cloned(), clusters: Vec::new(), part: None };
    let standing = entry.standing();
    Ok(HttpResponse::Ok().json(RecordView::with_verdicts(standing, entry.record, verdicts)))
}
