//! From an offer to an order: what two sides can do with each other, and what they and everyone else cannot.

mod accepting;
mod agreed;
mod agreements;
mod comparison;
mod consolidated;
mod deals;
mod pages;
mod prices;
mod quotes;
pub mod scene;
mod talks;
