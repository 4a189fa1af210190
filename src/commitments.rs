//! The ledger of what is already promised: exclusivity granted, capacity reserved. Trade writes it, search and
//! matching read it.

mod capacity;
mod channel;
mod grant;
mod reservation;
mod store;

pub use capacity::{Booking, Capacity, Season};
pub use channel::Channel;
pub use grant::{Claim, Grant, Outlet, closed_until};
pub use reservation::{NewReservation, Reservation};
pub use store::{
    grant, grants_in_the_way, grants_of_maker, grants_of_makers, maker_of_agreement, release_capacity,
    release_grants, reservations_of_makers, reservations_of_product, reserve,
};
