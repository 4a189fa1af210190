//! From a first word to an order: conversations, quotes, distribution agreements, export deals.

pub mod agreements;
mod comparison;
pub mod conversations;
pub mod deals;
mod delivery;
mod exclusivity;
mod forms;
mod letters;
mod lines;
mod making;
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
    let talks = [quotes::routes(), comparison::routes(), conversations::routes()].concat();
    [by_agents(Act::Quotes, talks), binding].concat()
}
