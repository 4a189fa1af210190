//! What is found, by whom and how soon, while the index follows by itself.

mod filters;
pub mod market;
mod paging;
mod prices;
mod results;
mod shelf;
mod suggestions;
mod words;
