//! A quote is a thread between one buyer and one maker; its versions never change.

use diesel::prelude::*;

use crate::clock::{Date, Time};
use crate::db::schema::{quote_lines, quote_versions, quotes};
use crate::ids::{OrganisationId, PersonId, ProductId, QuoteId, QuoteVersionId, RequestId};
use crate::money::{Currency, Money};
use crate::trade::Incoterm;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuoteStatus {
    #[default]
    Open,
    Accepted,
    Declined,
    Withdrawn,
}

crate::text_enum!(QuoteStatus {
    Open => "open",
    Accepted => "accepted",
    Declined => "declined",
    Withdrawn => "withdrawn",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = quotes)]
pub struct Quote {
    pub id: QuoteId,
    pub request_id: Option<RequestId>,
    pub buyer_id: OrganisationId,
    pub maker_id: OrganisationId,
    pub status: QuoteStatus,
    pub latest_number: i64,
    pub accepted_number: Option<i64>,
    pub closed_note: Option<String>,
    pub created_at: Time,
    pub updated_at: Time,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = quote_versions)]
pub struct QuoteVersion {
    pub id: QuoteVersionId,
    pub quote_id: QuoteId,
    pub number: i64,
    pub offered_by: OrganisationId,
    pub person_id: PersonId,
    pub currency: Currency,
    pub incoterm: Incoterm,
    pub named_place: String,
    pub lead_time_days: i64,
    /// The last day on which it can be accepted.
    pub valid_until: Date,
    pub note: Option<String>,
    pub total_minor: i64,
    pub created_at: Time,
}

impl QuoteVersion {
    pub fn total(&self) -> Money {
        Money::new(self.total_minor, self.currency)
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = quote_lines)]
pub struct QuoteLine {
    pub id: i64,
    pub quote_version_id: QuoteVersionId,
    pub product_id: ProductId,
    pub title: String,
    pub quantity: i64,
    pub unit_price_minor: i64,
}
