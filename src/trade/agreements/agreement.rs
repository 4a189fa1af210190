//! An agreement and its life: draft → proposed → signed → active → ended.

use diesel::prelude::*;

use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::commitments::Channel;
use crate::db::schema::{agreements, signatures};
use crate::ids::{AgreementId, CollectionId, OrganisationId, PersonId, QuoteId};
use crate::locale::Language;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgreementStatus {
    #[default]
    Draft,
    Proposed,
    /// Both sides have signed; the period has not begun.
    Signed,
    Active,
    Ended,
    Withdrawn,
}

crate::text_enum!(AgreementStatus {
    Draft => "draft",
    Proposed => "proposed",
    Signed => "signed",
    Active => "active",
    Ended => "ended",
    Withdrawn => "withdrawn",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = agreements)]
pub struct Agreement {
    pub id: AgreementId,
    pub maker_id: OrganisationId,
    pub buyer_id: OrganisationId,
    pub quote_id: Option<QuoteId>,
    pub title: String,
    /// ISO 3166-1 alpha-2 countries.
    pub territory: Json<Vec<String>>,
    pub channel: Channel,
    pub exclusive: bool,
    /// Empty: everything the maker offers.
    pub collections: Json<Vec<CollectionId>>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub terms: String,
    pub terms_language: Language,
    /// Over the terms and everything above, fixed when proposed; both sides sign this hash.
    pub terms_hash: Option<String>,
    pub status: AgreementStatus,
    pub proposed_by: Option<OrganisationId>,
    pub proposed_at: Option<Time>,
    pub signed_at: Option<Time>,
    pub ended_at: Option<Time>,
    pub ended_note: Option<String>,
    pub created_by: OrganisationId,
    pub created_at: Time,
    pub updated_at: Time,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = signatures)]
pub struct Signature {
    pub id: i64,
    pub agreement_id: AgreementId,
    pub organisation_id: OrganisationId,
    pub person_id: PersonId,
    pub signed_name: String,
    pub terms_hash: String,
    pub signed_at: Time,
}
