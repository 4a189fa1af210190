//! Capacity reserved: pieces of a product that a confirmed order takes up between two dates.

use diesel::prelude::*;

use crate::clock::{Date, Time};
use crate::db::schema::capacity_reservations;
use crate::ids::{DealId, OrganisationId, ProductId};

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = capacity_reservations)]
pub struct Reservation {
    pub id: i64,
    pub deal_id: DealId,
    pub maker_id: OrganisationId,
    pub product_id: ProductId,
    pub quantity: i64,
    pub starts_on: Date,
    pub ends_on: Date,
    pub released_at: Option<Time>,
}

#[derive(Clone, Debug, PartialEq, Insertable)]
#[diesel(table_name = capacity_reservations)]
pub struct NewReservation {
    pub deal_id: DealId,
    pub maker_id: OrganisationId,
    pub product_id: ProductId,
    pub quantity: i64,
    pub starts_on: Date,
    pub ends_on: Date,
}
