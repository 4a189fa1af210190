//! Certificates as programs read them.

use schemars::JsonSchema;
use serde::Serialize;

use super::certificate::{Certificate, Covers, Decided, Decision, Seen, Standing};
use super::document::may_read;
use super::store;
use crate::accounts::{self, Member};
use crate::catalogue::views::MakerRef;
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{CertificateId, ProductId};
use crate::locale::Language;

/// One that is valid today, for everybody.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ValidCertificateView {
    pub id: CertificateId,
    /// A key of the schemes.
    pub scheme: String,
    /// In English; the own name of one whose scheme is `other`.
    pub title: String,
    pub number: String,
    pub issuer: String,
    /// `all` of the maker's products, or `chosen` ones.
    pub covers: Covers,
    pub valid_from: Date,
    /// The last day; null for what does not end.
    pub valid_until: Option<Date>,
    /// When the programme checked it.
    pub checked_at: Option<Time>,
    /// Where its paper is, for whoever may read it.
    pub document: Option<String>,
}

impl ValidCertificateView {
    pub fn new(certificate: &Certificate, viewer: Option<&Member>, today: Date) -> Self {
        let may_read = may_read(viewer, certificate, today);
        Self {
            id: certificate.id,
            scheme: certificate.scheme.clone(),
            title: certificate.title(Language::En),
            number: certificate.number.clone(),
            issuer: certificate.issuer.clone(),
            covers: certificate.covers,
            valid_from: certificate.valid_from,
            valid_until: certificate.valid_until,
            checked_at: certificate.checked_at,
            document: document(certificate).filter(|_| may_read),
        }
    }
}

fn document(certificate: &Certificate) -> Option<String> {
    certificate.file_id.map(|_| format!("/api/v1/certificates/{}/document", certificate.id))
}

/// One with everything, for its maker and for officers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CertificateView {
    pub id: CertificateId,
    pub maker: MakerRef,
    pub scheme: String,
    /// Its own name, where the scheme is `other`.
    pub name: String,
    pub number: String,
    pub issuer: String,
    pub covers: Covers,
    pub products: Vec<ProductId>,
    pub valid_from: Date,
    pub valid_until: Option<Date>,
    pub note: String,
    pub document: Option<String>,
    /// What an officer says of it as it stands now.
    pub standing: Standing,
    pub checked_at: Option<Time>,
    /// Confirmed, and within its days.
    pub valid_today: bool,
    /// The last word first.
    pub decisions: Vec<DecisionView>,
    pub created_at: Time,
    pub updated_at: Time,
    /// Send it back with a change or a decision.
    pub version: i64,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DecisionView {
    pub decision: Decision,
    pub note: String,
    pub version: i64,
    pub decided_at: Time,
    /// What stood in it then.
    pub number: String,
    pub issuer: String,
    pub covers: Covers,
    pub products: Vec<ProductId>,
    pub valid_from: Date,
    pub valid_until: Option<Date>,
}

impl From<Decided> for DecisionView {
    fn from(decided: Decided) -> Self {
        let Seen { number, issuer, covers, products, valid_from, valid_until, .. } =
            decided.seen.into_inner();
        Self {
            decision: decided.decision,
            note: decided.note,
            version: decided.version,
            decided_at: decided.decided_at,
            number,
            issuer,
            covers,
            products,
            valid_from,
            valid_until,
        }
    }
}

impl CertificateView {
    pub fn read(conn: &mut DbConnection, certificate: Certificate, today: Date) -> Result<Self> {
        let maker = accounts::organisation(conn, certificate.maker_id)?;
        let decisions = store::decisions(conn, certificate.id)?;
        Ok(Self {
            id: certificate.id,
            maker: MakerRef::from(&maker),
            document: document(&certificate),
            valid_today: certificate.is_valid_on(today),
            scheme: certificate.scheme,
            name: certificate.name,
            number: certificate.number,
            issuer: certificate.issuer,
            covers: certificate.covers,
            products: certificate.products.into_inner(),
            valid_from: certificate.valid_from,
            valid_until: certificate.valid_until,
            note: certificate.note,
            standing: certificate.standing,
            checked_at: certificate.checked_at,
            decisions: decisions.into_iter().map(DecisionView::from).collect(),
            created_at: certificate.created_at,
            updated_at: certificate.updated_at,
            version: certificate.version,
        })
    }
}
