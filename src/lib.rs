//! Fondouk, the merchants' inn: a marketplace and matchmaking backend for clusters of makers.
//!
//! The modules stand in the order in which they may depend on each other: left may never look right.
//! `tests/contracts/order.rs` holds the code against this list.

// The kernel: words, no I/O.
pub mod clock;
pub mod columns;
pub mod error;
pub mod ids;
pub mod input;
pub mod locale;
pub mod money;
pub mod settings;
pub mod vocabulary;

// The toolkit: the two doors to the database.
pub mod db;
pub mod events;
pub mod files;
pub mod mail;
pub mod rates;
pub mod web;

// The slices.
pub mod accounts;
pub mod catalogue;
pub mod clusters;
pub mod commitments;
pub mod desks;
pub mod matching;
pub mod programme;
pub mod search;
pub mod trade;

// The assembly.
pub mod app;
pub mod worker;
pub mod commands;
