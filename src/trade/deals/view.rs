//! Deals as both faces show them.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Deal, DealLine, DealStatus, store};
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{AgreementId, DealId, OrganisationId, ProductId, QuoteId};
use crate::incoterm::Incoterm;
use crate::input::RawMoney;
use crate::money::{Currency, Money};
use crate::trade::parties::Partners;
use crate::trade::{LineView, Partner};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DealSummary {
    pub id: DealId,
    pub agreement_id: AgreementId,
    pub maker: Partner,
    pub buyer: Partner,
    /// The exporter of record.
    pub exporter: Partner,
    pub status: DealStatus,
    pub total: RawMoney,
    pub incoterm: Incoterm,
    pub named_place: String,
    /// ISO 3166-1 alpha-2.
    pub origin: String,
    pub destination: String,
    pub shipped_on: Option<Date>,
    /// The day by which the proceeds are due back in the exporter's country.
    pub repatriate_by: Option<Date>,
    pub created_by: OrganisationId,
    pub created_at: Time,
    pub updated_at: Time,
    #[serde(skip)]
    pub amount: Money,
}

impl DealSummary {
    pub(super) fn new(conn: &mut DbConnection, partners: &mut Partners, deal: &Deal) -> Result<Self> {
        Ok(Self {
            id: deal.id,
            agreement_id: deal.agreement_id,
            maker: partners.get(conn, deal.maker_id)?,
            buyer: partners.get(conn, deal.buyer_id)?,
            exporter: partners.get(conn, deal.exporter_id)?,
            status: deal.status,
            total: deal.total().into(),
            incoterm: deal.incoterm,
            named_place: deal.named_place.clone(),
            origin: deal.origin.clone(),
            destination: deal.destination.clone(),
            shipped_on: deal.shipped_on,
            repatriate_by: deal.repatriate_by,
            created_by: deal.created_by,
            created_at: deal.created_at,
            updated_at: deal.updated_at,
            amount: deal.total(),
        })
    }
}

/// One line with what customs want to know.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DealLineView {
    #[serde(flatten)]
    pub line: LineView,
    pub sku: Option<String>,
    pub hs_code: String,
    pub origin: String,
}

impl DealLineView {
    fn new(line: DealLine, currency: Currency) -> Self {
        let price = line.unit_price(currency);
        Self {
            line: LineView::new((line.product_id, line.variant_id), line.title, line.quantity, price),
            sku: line.sku,
            hs_code: line.hs_code,
            origin: line.origin,
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DealAllocationView {
    pub maker: Partner,
    pub product_id: ProductId,
    pub quantity: i64,
    /// How much of the total is for that.
    pub amount: RawMoney,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DealView {
    #[serde(flatten)]
    pub summary: DealSummary,
    pub quote_id: Option<QuoteId>,
    pub lines: Vec<DealLineView>,
    /// Which workshop makes how much of what a cluster sells; empty where the maker sells for itself.
    pub allocations: Vec<DealAllocationView>,
    pub confirmed_at: Option<Time>,
    pub delivered_at: Option<Time>,
    pub paid_at: Option<Time>,
    pub cancelled_at: Option<Time>,
    pub cancelled_note: Option<String>,
    pub version: i64,
}

impl DealView {
    pub(super) fn load(conn: &mut DbConnection, id: DealId) -> Result<Self> {
        let deal = store::deal(conn, id)?;
        let lines = store::lines(conn, id)?;
        let mut partners = Partners::default();
        let mut allocations = Vec::new();
        for own in store::allocations(conn, id)? {
            allocations.push(DealAllocationView {
                maker: partners.get(conn, own.maker_id)?,
                product_id: own.product_id,
                quantity: own.quantity,
                amount: Money::new(own.amount_minor, deal.currency).into(),
            });
        }
        Ok(Self {
            summary: DealSummary::new(conn, &mut partners, &deal)?,
            allocations,
            quote_id: deal.quote_id,
            lines: lines.into_iter().map(|line| DealLineView::new(line, deal.currency)).collect(),
            confirmed_at: deal.confirmed_at,
            delivered_at: deal.delivered_at,
            paid_at: deal.paid_at,
            cancelled_at: deal.cancelled_at,
            cancelled_note: deal.cancelled_note,
            version: deal.version,
        })
    }
}
