//! Capacity reserved: pieces of a product that take up a workshop between two dates.

use diesel::prelude::*;

use crate::clock::{Date, Time};
use crate::db::schema::capacity_reservations;
use crate::ids::{DealId, OrganisationId, ProductId, QuoteId};

/// For what it is reserved: a quote from its acceptance on, until an order takes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    Quote(QuoteId),
    Deal(DealId),
}

/// Held by a quote or by an order, never by both.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = capacity_reservations)]
pub struct Reservation {
    pub id: i64,
    pub quote_id: Option<QuoteId>,
    pub deal_id: Option<DealId>,
    pub maker_id: OrganisationId,
    pub product_id: ProductId,
    pub quantity: i64,
    pub starts_on: Date,
    /// The last day on which they are made.
    pub ends_on: Date,
    pub released_at: Option<Time>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewReservation {
    pub holder: Holder,
    pub maker: OrganisationId,
    pub product: ProductId,
    pub quantity: i64,
    pub starts_on: Date,
    pub ends_on: Date,
}
