//! Agreements as both faces show them.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Agreement, AgreementStatus, store, terms};
use crate::accounts::{self, ActedFor, Member};
use crate::catalogue::{self, Agreed, RawAgreedTerms};
use crate::clock::{Date, Time};
use crate::commitments::Channel;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{AgreementId, CollectionId, OrganisationId, QuoteId};
use crate::locale::{Language, Wording};
use crate::money::Money;
use crate::trade::exclusivity::{self, Obstacle};
use crate::trade::parties::Partners;
use crate::trade::{Between, Partner};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AgreementSummary {
    pub id: AgreementId,
    pub maker: Partner,
    pub buyer: Partner,
    pub title: String,
    /// ISO 3166-1 alpha-2 codes.
    pub territory: Vec<String>,
    pub channel: Channel,
    pub exclusive: bool,
    pub starts_on: Date,
    /// The last day.
    pub ends_on: Date,
    pub status: AgreementStatus,
    pub created_by: OrganisationId,
    pub updated_at: Time,
}

impl AgreementSummary {
    pub(super) fn new(
        conn: &mut DbConnection,
        partners: &mut Partners,
        agreement: &Agreement,
    ) -> Result<Self> {
        Ok(Self {
            id: agreement.id,
            maker: partners.get(conn, agreement.maker_id)?,
            buyer: partners.get(conn, agreement.buyer_id)?,
            title: agreement.title.clone(),
            territory: agreement.territory.to_vec(),
            channel: agreement.channel,
            exclusive: agreement.exclusive,
            starts_on: agreement.starts_on,
            ends_on: agreement.ends_on,
            status: agreement.status,
            created_by: agreement.created_by,
            updated_at: agreement.updated_at,
        })
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SignatureView {
    pub organisation: OrganisationId,
    /// As the person wrote it.
    pub name: String,
    /// Who signed in that side's name; null if it was one of their own.
    pub acted_for: Option<ActedFor>,
    pub terms_hash: String,
    pub signed_at: Time,
}

/// A collection that an agreement names.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CollectionRef {
    pub id: CollectionId,
    pub slug: String,
    pub title: Wording,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AgreementView {
    #[serde(flatten)]
    pub summary: AgreementSummary,
    /// The accepted quote that it rests on.
    pub quote_id: Option<QuoteId>,
    /// None: everything the maker offers.
    pub collections: Vec<CollectionRef>,
    pub terms: String,
    pub terms_language: Language,
    /// Where something else holds than the maker's catalogue says.
    pub agreed: RawAgreedTerms,
    #[serde(skip)]
    pub agreed_about: Vec<(Option<Wording>, Agreed)>,
    #[serde(skip)]
    pub agreed_minimum: Option<Money>,
    /// SHA-256 of `terms_document`, fixed when proposed; whoever signs sends it back.
    pub terms_hash: Option<String>,
    /// Everything that is agreed, as canonical JSON.
    pub terms_document: String,
    pub proposed_by: Option<OrganisationId>,
    pub proposed_at: Option<Time>,
    pub signatures: Vec<SignatureView>,
    pub signed_at: Option<Time>,
    pub ended_at: Option<Time>,
    pub ended_note: Option<String>,
    /// Promises to others because of which it could not be proposed or signed today.
    pub obstacles: Vec<Obstacle>,
    pub created_at: Time,
    pub version: i64,
}

impl AgreementView {
    /// As this member may see it.
    pub(super) fn load(conn: &mut DbConnection, id: AgreementId, viewer: &Member) -> Result<Self> {
        let agreement = store::agreement(conn, id)?;
        let summary = AgreementSummary::new(conn, &mut Partners::default(), &agreement)?;
        let mut collections = Vec::new();
        for id in agreement.collections.iter() {
            let found = catalogue::collection(conn, *id)?;
            collections.push(CollectionRef { id: *id, slug: found.slug, title: found.title.into_inner() });
        }
        let mut agreed_about = Vec::new();
        for row in &agreement.agreed.rows {
            let product = row.product.map(|id| catalogue::product(conn, id)).transpose()?;
            agreed_about.push((product.map(|product| product.title.into_inner()), row.says()));
        }
        let obstacles = match agreement.status {
            AgreementStatus::Draft | AgreementStatus::Proposed => {
                let grants = exclusivity::against_agreement(conn, &agreement)?;
                exclusivity::obstacles(conn, &grants, agreement.side_of(viewer.organisation))?
            }
            _ => Vec::new(),
        };
        let mut signatures = Vec::new();
        for signature in store::signatures(conn, id)? {
            signatures.push(SignatureView {
                acted_for: accounts::acted_for(conn, signature.person_id, signature.organisation_id)?,
                organisation: signature.organisation_id,
                name: signature.signed_name,
                terms_hash: signature.terms_hash,
                signed_at: signature.signed_at,
            });
        }
        Ok(Self {
            summary,
            quote_id: agreement.quote_id,
            collections,
            terms_document: terms::document(&agreement),
            agreed: RawAgreedTerms::from(&*agreement.agreed),
            agreed_about,
            agreed_minimum: agreement.agreed.order_minimum,
            terms: agreement.terms,
            terms_language: agreement.terms_language,
            terms_hash: agreement.terms_hash,
            proposed_by: agreement.proposed_by,
            proposed_at: agreement.proposed_at,
            signatures,
            signed_at: agreement.signed_at,
            ended_at: agreement.ended_at,
            ended_note: agreement.ended_note,
            obstacles,
            created_at: agreement.created_at,
            version: agreement.version,
        })
    }

    pub fn signature_of(&self, organisation: &OrganisationId) -> Option<&SignatureView> {
        self.signatures.iter().find(|signature| signature.organisation == *organisation)
    }
}
