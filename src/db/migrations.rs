//! Brings the tables up to date at start. Migrations only go forward.

use std::collections::BTreeSet;

use diesel::RunQueryDsl;
use diesel::backend::Backend;
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::DbConnection;
use crate::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// How old the tables are, in versions of migrations such as `0004`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Age {
    pub applied: Vec<String>,
    /// What this program would still apply.
    pub pending: Vec<String>,
    /// What a newer program has applied.
    pub unknown: Vec<String>,
}

impl Age {
    fn of(applied: Vec<String>, known: &BTreeSet<String>) -> Self {
        let pending = known.iter().filter(|version| !applied.contains(version)).cloned().collect();
        let unknown = applied.iter().filter(|version| !known.contains(*version)).cloned().collect();
        Self { applied, pending, unknown }
    }

    /// Refuses what this program cannot understand.
    pub fn check(&self) -> Result<()> {
        if self.unknown.is_empty() {
            return Ok(());
        }
        Err(Error::broken(format!(
            "the database is newer than this program (fondouk {}): it has the migrations {}, which are not known here. \
             Start the version that wrote it, or a later one; or restore a backup that this version made into an \
             empty database",
            env!("CARGO_PKG_VERSION"),
            self.unknown.join(", "),
        )))
    }
}

/// Looks without changing anything.
pub(crate) fn age(conn: &mut DbConnection) -> Result<Age> {
    let known = match conn {
        DbConnection::Sqlite(_) => versions::<diesel::sqlite::Sqlite>(&SQLITE)?,
        DbConnection::Postgres(_) => versions::<diesel::pg::Pg>(&POSTGRES)?,
    };
    let is_there = match conn {
        DbConnection::Sqlite(_) => {
            "SELECT name AS version FROM sqlite_schema WHERE name = '__diesel_schema_migrations'"
        }
        DbConnection::Postgres(_) => {
            "SELECT tablename::text AS version FROM pg_tables \
             WHERE schemaname = current_schema() AND tablename = '__diesel_schema_migrations'"
        }
    };
    let mut applied: Vec<Applied> = diesel::sql_query(is_there).load(conn)?;
    if !applied.is_empty() {
        applied = diesel::sql_query("SELECT version FROM __diesel_schema_migrations ORDER BY version")
            .load(conn)?;
    }
    Ok(Age::of(applied.into_iter().map(|row| row.version).collect(), &known))
}

#[derive(diesel::QueryableByName)]
struct Applied {
    #[diesel(sql_type = diesel::sql_types::Text)]
    version: String,
}

fn versions<DB: Backend>(source: &impl MigrationSource<DB>) -> Result<BTreeSet<String>> {
    let known = source.migrations().map_err(Error::Broken)?;
    Ok(known.iter().map(|migration| migration.name().version().to_string()).collect())
}

/// Applies what is pending and says what that was. Two nodes may start at once: the second waits for the lock and
/// then finds nothing left to do.
pub(super) fn run(conn: &mut DbConnection) -> Result<Vec<String>> {
    age(conn)?.check()?;
    match conn {
        DbConnection::Sqlite(conn) => {
            // The outer transaction is the lock; each migration becomes a savepoint in it, so all or none is applied.
            conn.immediate_transaction(|conn| apply(conn, SQLITE, |_| true))
        }
        DbConnection::Postgres(conn) => {
            diesel::sql_query("SELECT pg_advisory_lock(7203390)").execute(conn)?;
            let outcome = apply(conn, POSTGRES, |_| true);
            diesel::sql_query("SELECT pg_advisory_unlock(7203390)").execute(conn)?;
            outcome
        }
    }
}

/// Applies those of the pending migrations whose version is wanted: a restore needs the tables as they were.
pub(crate) fn apply_only(conn: &mut DbConnection, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    match conn {
        DbConnection::Sqlite(conn) => apply(conn, SQLITE, wanted),
        DbConnection::Postgres(conn) => apply(conn, POSTGRES, wanted),
    }
}

fn apply<DB, C>(
    conn: &mut C,
    source: EmbeddedMigrations,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<String>>
where
    DB: Backend,
    C: MigrationHarness<DB>,
    EmbeddedMigrations: MigrationSource<DB>,
{
    let pending: Vec<Box<dyn Migration<DB>>> = conn.pending_migrations(source).map_err(Error::Broken)?;
    let mut done = Vec::new();
    for migration in pending {
        if wanted(&migration.name().version().to_string()) {
            conn.run_migration(&migration).map_err(Error::Broken)?;
            done.push(migration.name().to_string());
        }
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_database_is_refused_by_name() {
        let known = BTreeSet::from(["0001".to_owned(), "0002".to_owned()]);
        let older = Age::of(vec!["0001".to_owned()], &known);
        assert_eq!(older.pending, ["0002"]);
        assert!(older.check().is_ok());
        let newer = Age::of(vec!["0001".to_owned(), "0003".to_owned()], &known);
        let text = newer.check().unwrap_err().to_string();
        assert!(text.contains("newer than this program") && text.contains("0003"), "{text}");
    }
}
