//! The ledger of what is already promised: exclusivity granted, capacity reserved. Trade writes it, search and
//! matching read it.

mod calendars;
mod capacity;
mod channel;
mod grant;
mod reservation;
mod room;
mod store;

pub use capacity::{Booking, Capacity, Season};
pub use channel::Channel;
pub use grant::{Claim, Grant, Outlet, closed_until};
pub use reservation::{Holder, NewReservation, Reservation};
pub use room::{Lack, lack};
pub use store::{
    grant, grants_in_the_way, grants_of_maker, grants_of_makers, maker_of_agreement, quotes_reserving_since,
    reduce, release_capacity, release_grants, reservations_held, reservations_of_makers,
    reservations_of_product, reserve,
};
