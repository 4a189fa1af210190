//! From an offer to an order: quotes, distribution agreements, export deals.

pub mod agreements;
pub mod deals;
mod delivery;
mod exclusivity;
mod forms;
mod letters;
mod lines;
mod parties;
mod quantity;
pub mod quotes;
mod wares;

pub use delivery::Delivery;
pub use lines::{Line, LineForm, LineView};
pub use parties::{Between, Partner, Party, Reader, Side, Trader};

use crate::web::{Act, Route, by_agents};

pub fn routes() -> Vec<Route> {
    let binding = by_agents(Act::Agreements, [agreements::routes(), deals::routes()].concat());
    [by_agents(Act::Quotes, quotes::routes()), binding].concat()
}
