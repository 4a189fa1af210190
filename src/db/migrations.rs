//! Brings the tables up to date at start. Migrations only go forward.

use diesel::RunQueryDsl;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::DbConnection;
use crate::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Two nodes may start at once: the second waits for the lock and then finds nothing left to do.
pub(super) fn run(conn: &mut DbConnection) -> Result<()> {
    match conn {
        DbConnection::Sqlite(conn) => {
            // The outer transaction is the lock; each migration becomes a savepoint in it, so all or none is applied.
            conn.immediate_transaction(|conn| {
                conn.run_pending_migrations(SQLITE).map(drop).map_err(Error::Broken)
            })
        }
        DbConnection::Postgres(conn) => {
            diesel::sql_query("SELECT pg_advisory_lock(7203390)").execute(conn)?;
            let outcome = conn.run_pending_migrations(POSTGRES).map(drop).map_err(Error::Broken);
            diesel::sql_query("SELECT pg_advisory_unlock(7203390)").execute(conn)?;
            outcome
        }
    }
}
