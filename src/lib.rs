//! Fondouk, the merchants' inn: a marketplace and matchmaking backend for clusters of makers.
//!
//! The modules stand in the order in which they may depend on each other: left may never look right.
//! `tests/contracts/order.rs` holds the code against this list.

// The kernel: words, no I/O.
pub mod columns;
pub mod error;
pub mod ids;
pub mod clock;
pub mod money;
pub mod locale;
pub mod input;
pub mod incoterm;
pub mod settings;
pub mod vocabulary;

// The toolkit: the doors to the database, facts, storage, letters, pages.
pub mod db;
pub mod events;
pub mod files;
pub mod mail;
pub mod rates;
pub mod web;

// The slices.
pub mod accounts;
pub mod clusters;
pub mod catalogue;
pub mod commitments;
pub mod search;
pub mod matching;
pub mod splits;
pub mod tidings;
pub mod trade;
pub mod programme;
pub mod assistance;
pub mod desks;

// The assembly.
pub mod backup;
pub mod app;
pub mod worker;
pub mod demo;
pub mod commands;
