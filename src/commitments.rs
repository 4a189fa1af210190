//! The ledger of what is already promised: exclusivity granted, capacity reserved. Trade writes it, search and
//! matching read it.

mod channel;
mod grant;
mod reservation;
mod store;

pub use channel::Channel;
pub use grant::{Claim, Grant};
pub use reservation::{NewReservation, Reservation};
pub use store::{
    grant, grants_in_the_way, grants_of_maker, release_capacity, release_grants, reservations_of_product,
    reserve,
};
