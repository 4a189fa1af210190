//! From what is stored to a calendar: what a product, and what its whole workshop, can make and has promised.

use super::{Booking, Capacity, Reservation, Season};
use crate::catalogue::{Period, ProductPlace};
use crate::ids::OrganisationId;

impl Capacity {
    /// None where the product says of itself no number. A workshop that is closed makes nothing of anything.
    pub fn of_product(
        product: ProductPlace,
        weekly: Option<i64>,
        reserved: &[Reservation],
        periods: &[Period],
    ) -> Option<Self> {
        let own = reserved.iter().filter(|reservation| reservation.product_id == product.id);
        let concerns = |period: &&Period| match period.product_id {
            Some(only) => only == product.id,
            None => period.maker_id == product.maker_id && period.is_closed(),
        };
        let seasons = periods.iter().filter(concerns).map(Season::from);
        Some(Self::new(weekly?, own.map(Booking::from)).with_seasons(seasons))
    }

    /// None where the workshop says no number.
    pub fn of_workshop(
        maker: OrganisationId,
        weekly: Option<i64>,
        reserved: &[Reservation],
        periods: &[Period],
    ) -> Option<Self> {
        let own = reserved.iter().filter(|reservation| reservation.maker_id == maker);
        let of_all = periods.iter().filter(|period| period.maker_id == maker && period.product_id.is_none());
        Some(Self::new(weekly?, own.map(Booking::from)).with_seasons(of_all.map(Season::from)))
    }
}
