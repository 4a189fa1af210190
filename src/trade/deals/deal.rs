//! A deal and its life: draft → confirmed → shipped → delivered → paid, or cancelled.

use diesel::prelude::*;

use crate::clock::{Date, Time};
use crate::db::schema::{deal_lines, deals};
use crate::ids::{AgreementId, DealId, OrganisationId, ProductId, QuoteId};
use crate::money::{Currency, Money};
use crate::trade::Incoterm;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DealStatus {
    #[default]
    Draft,
    Confirmed,
    Shipped,
    Delivered,
    Paid,
    Cancelled,
}

crate::text_enum!(DealStatus {
    Draft => "draft",
    Confirmed => "confirmed",
    Shipped => "shipped",
    Delivered => "delivered",
    Paid => "paid",
    Cancelled => "cancelled",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = deals)]
pub struct Deal {
    pub id: DealId,
    pub agreement_id: AgreementId,
    pub quote_id: Option<QuoteId>,
    pub maker_id: OrganisationId,
    pub buyer_id: OrganisationId,
    /// The exporter of record: the maker itself, or an organisation that exports for it.
    pub exporter_id: OrganisationId,
    pub status: DealStatus,
    pub currency: Currency,
    pub total_minor: i64,
    pub incoterm: Incoterm,
    pub named_place: String,
    pub origin: String,
    pub destination: String,
    pub shipped_on: Option<Date>,
    /// The day by which the proceeds are due back in the exporter's country.
    pub repatriate_by: Option<Date>,
    pub confirmed_at: Option<Time>,
    pub delivered_at: Option<Time>,
    pub paid_at: Option<Time>,
    pub cancelled_at: Option<Time>,
    pub cancelled_note: Option<String>,
    pub created_by: OrganisationId,
    pub created_at: Time,
    pub updated_at: Time,
    pub version: i64,
}

impl Deal {
    pub fn total(&self) -> Money {
        Money::new(self.total_minor, self.currency)
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = deal_lines)]
pub struct DealLine {
    pub id: i64,
    pub deal_id: DealId,
    pub product_id: ProductId,
    pub title: String,
    pub sku: Option<String>,
    pub hs_code: String,
    pub origin: String,
    pub quantity: i64,
    pub unit_price_minor: i64,
}
