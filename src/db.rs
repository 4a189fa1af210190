//! The database: two doors, [`Db::read`] and [`Db::write`], over SQLite or PostgreSQL.
//!
//! Nothing but SQL happens behind them. A write may be repeated, so it must not touch anything else.

mod connection;
mod doors;
mod identity;
mod migrations;
mod pool;
pub mod rows;
pub mod schema;
pub mod tables;
mod write;

pub use connection::DbConnection;
pub use doors::Db;
pub use identity::Identity;
pub use migrations::Age;
pub(crate) use write::RawFact;
pub use write::{Actor, Write};
