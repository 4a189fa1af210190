//! A deal and its life: draft → confirmed → shipped → delivered → paid, or cancelled.

use diesel::prelude::*;

use crate::accounts::Member;
use crate::clock::{Date, Time};
use crate::db::DbConnection;
use crate::db::schema::{deal_allocations, deal_lines, deals};
use crate::error::{Message, Result};
use crate::ids::{AgreementId, DealId, OrganisationId, ProductId, QuoteId, VariantId};
use crate::incoterm::Incoterm;
use crate::money::{Currency, Money};
use crate::trade::{Between, Side};

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
    pub variant_id: Option<VariantId>,
}

/// Which workshop makes how much of an order that a cluster sells, and how much of its price is for that.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = deal_allocations)]
pub struct DealAllocation {
    pub id: i64,
    pub deal_id: DealId,
    pub maker_id: OrganisationId,
    pub product_id: ProductId,
    pub quantity: i64,
    pub amount_minor: i64,
}

impl DealLine {
    pub fn unit_price(&self, currency: Currency) -> Money {
        Money::new(self.unit_price_minor, currency)
    }
}

/// What a side can do with a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealStep {
    Confirm,
    Ship,
    Deliver,
    Pay,
    Cancel,
}

impl DealStep {
    #[cfg(test)]
    const ALL: [Self; 5] = [Self::Confirm, Self::Ship, Self::Deliver, Self::Pay, Self::Cancel];
}

impl Deal {
    /// May this side take this step? The maker knows what has left the workshop and what has arrived on the account;
    /// that goods have arrived, either side may know first.
    pub fn check(&self, step: DealStep, side: Side) -> Result<(), Message> {
        use DealStatus::*;
        let own = self.organisation(side) == self.created_by;
        match (self.status, step) {
            (Cancelled, _) => Err(Message::new("refusal-deal-cancelled")),
            (Paid, DealStep::Cancel) => Err(Message::new("refusal-deal-paid")),
            (Draft, DealStep::Confirm) if own => Err(Message::new("refusal-deal-own-draft")),
            (Confirmed, DealStep::Ship) | (Delivered, DealStep::Pay) if side == Side::Buyer => {
                Err(Message::new("refusal-deal-maker-knows"))
            }
            (Draft, DealStep::Confirm)
            | (Confirmed, DealStep::Ship)
            | (Shipped, DealStep::Deliver)
            | (Delivered, DealStep::Pay)
            | (Draft | Confirmed | Shipped | Delivered, DealStep::Cancel) => Ok(()),
            _ => Err(Message::new("refusal-deal-order")),
        }
    }
}

impl Between for Deal {
    type Id = DealId;

    fn find(conn: &mut DbConnection, id: DealId) -> Result<Self> {
        super::store::deal(conn, id)
    }

    fn maker(&self) -> OrganisationId {
        self.maker_id
    }

    fn buyer(&self) -> OrganisationId {
        self.buyer_id
    }

    /// The two sides, the exporter of record, whose papers it needs, and the programme.
    fn is_readable_by(&self, member: &Member) -> bool {
        let involved = self.side_of(member.organisation).is_some() || self.exporter_id == member.organisation;
        involved || member.is_officer()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deal(status: DealStatus) -> Deal {
        Deal {
            id: DealId(1),
            agreement_id: AgreementId(1),
            quote_id: None,
            maker_id: OrganisationId(1),
            buyer_id: OrganisationId(2),
            exporter_id: OrganisationId(3),
            status,
            currency: Currency::EUR,
            total_minor: 100,
            incoterm: Incoterm::Fca,
            named_place: "Nabeul".into(),
            origin: "TN".into(),
            destination: "FR".into(),
            shipped_on: None,
            repatriate_by: None,
            confirmed_at: None,
            delivered_at: None,
            paid_at: None,
            cancelled_at: None,
            cancelled_note: None,
            created_by: OrganisationId(2),
            created_at: Time::from_micros(0),
            updated_at: Time::from_micros(0),
            version: 1,
        }
    }

    /// Every status × step × side; the buyer drafted it.
    #[test]
    fn a_step_is_open_exactly_where_the_rules_say() {
        use DealStatus::*;
        use DealStep::*;
        for status in [Draft, Confirmed, Shipped, Delivered, Paid, Cancelled] {
            for step in DealStep::ALL {
                for side in [Side::Maker, Side::Buyer] {
                    let may = match (status, step) {
                        (Draft, Confirm) | (Confirmed, Ship) | (Delivered, Pay) => side == Side::Maker,
                        (Shipped, Deliver) => true,
                        (Draft | Confirmed | Shipped | Delivered, Cancel) => true,
                        _ => false,
                    };
                    assert_eq!(deal(status).check(step, side).is_ok(), may, "{status:?} {step:?} {side:?}");
                }
            }
        }
    }
}
