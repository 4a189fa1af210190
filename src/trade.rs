//! From an offer to an order: quotes, distribution agreements, export deals.

pub mod agreements;
pub mod deals;
mod exclusivity;
mod forms;
mod incoterm;
mod letters;
mod lines;
mod parties;
mod quantity;
pub mod quotes;
mod wares;

pub use incoterm::{Delivery, Incoterm};
pub use lines::{Line, LineForm, LineView};
pub use parties::{Between, Partner, Party, Reader, Side, Trader};

use crate::web::{Act, Route, by_agents};

pub fn routes() -> Vec<Route> {
    let binding = by_agents(Act::Agreements, [agreements::routes(), deals::routes()].concat());
    [by_agents(Act::Quotes, quotes::routes()), binding].concat()
}
