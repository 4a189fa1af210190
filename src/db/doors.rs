//! The two doors. Every query of the house goes through one of them.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, TransactionManager};
use diesel::result::{DatabaseErrorKind, Error as Diesel};
use rand::RngExt;
use tokio::sync::{Notify, Semaphore};

use super::connection::Address;
use super::pool::{self, Pool};
use super::{Age, DbConnection, Write, migrations};
use crate::clock::Clock;
use crate::error::{Error, Result};

/// Writers that may wait for SQLite's one pen; more are told to come back.
const WAITING_WRITERS: usize = 512;

#[derive(Clone, Debug)]
pub struct Db {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    readers: Pool,
    writers: Pool,
    /// One permit on SQLite: writers queue here, first come first served, instead of fighting for the file's lock.
    pens: Semaphore,
    waiting: Semaphore,
    retries: u32,
    clock: Clock,
    written: Notify,
    sqlite: bool,
}

impl Db {
    /// Opens the database and brings its tables up to date.
    pub fn open(settings: &crate::settings::Database, embedded: PathBuf, clock: Clock) -> Result<Self> {
        let (address, _) = up_to_date(settings, embedded)?;
        let sqlite = address.is_sqlite();
        let pens = if sqlite { 1 } else { settings.connections.max(2) / 2 };
        let inner = Inner {
            readers: pool::build(address.clone(), settings.connections)?,
            writers: pool::build(address, pens)?,
            pens: Semaphore::new(pens as usize),
            waiting: Semaphore::new(WAITING_WRITERS),
            retries: settings.retries,
            clock,
            written: Notify::new(),
            sqlite,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Only brings the tables up to date, and says which migrations that took.
    pub fn migrate(settings: &crate::settings::Database, embedded: PathBuf) -> Result<Vec<String>> {
        up_to_date(settings, embedded).map(|(_, applied)| applied)
    }

    /// How old the tables are, changing nothing; `None` if there is no embedded database yet.
    pub fn age(settings: &crate::settings::Database, embedded: PathBuf) -> Result<Option<Age>> {
        let address = Address::parse(&settings.url, embedded).map_err(unreachable)?;
        match &address {
            Address::Sqlite(path) if !path.exists() => Ok(None),
            _ => migrations::age(&mut address.open().map_err(unreachable)?).map(Some),
        }
    }

    /// Is it the embedded database? Only backup and doctor need to know.
    pub fn is_embedded(&self) -> bool {
        self.inner.sqlite
    }

    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Reads from one consistent snapshot, off the async threads.
    pub async fn read<T, F>(&self, work: F) -> Result<T>
    where
        F: FnOnce(&mut DbConnection) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        let db = self.clone();
        tokio::task::spawn_blocking(move || db.read_now(work)).await.map_err(Error::wrap)?
    }

    /// The same on a thread that may wait: commands and workers.
    pub fn read_now<T>(&self, work: impl FnOnce(&mut DbConnection) -> Result<T>) -> Result<T> {
        let mut conn = self.inner.readers.get().map_err(|_| Error::Busy)?;
        begin(&mut conn, "BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        let outcome = work(&mut conn);
        // Nothing was changed, so rolling back is how a read ends well too.
        rollback(&mut conn);
        outcome
    }

    /// Writes in one transaction, together with the facts that the write records. `work` is repeated when the
    /// database asks for it, so it holds nothing but SQL and rules.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        F: Fn(&mut Write<'_>) -> Result<T> + Send + 'static,
        T: Send + 'static,
    {
        let _place = self.inner.waiting.try_acquire().map_err(|_| Error::Busy)?;
        let _pen = self.inner.pens.acquire().await.map_err(Error::wrap)?;
        let db = self.clone();
        tokio::task::spawn_blocking(move || db.write_now(work)).await.map_err(Error::wrap)?
    }

    /// The same on a thread that may wait: commands and workers.
    pub fn write_now<T>(&self, work: impl Fn(&mut Write<'_>) -> Result<T>) -> Result<T> {
        let mut conn = self.inner.writers.get().map_err(|_| Error::Busy)?;
        let mut attempt = 0;
        loop {
            match self.attempt(&mut conn, &work) {
                Err(Error::Broken(source)) if is_race(source.as_ref()) => {
                    if attempt == self.inner.retries {
                        return Err(Error::Busy);
                    }
                    attempt += 1;
                    metrics::counter!("fondouk_write_retries_total").increment(1);
                    std::thread::sleep(pause(attempt));
                }
                outcome => return outcome,
            }
        }
    }

    fn attempt<T>(&self, conn: &mut DbConnection, work: &impl Fn(&mut Write<'_>) -> Result<T>) -> Result<T> {
        begin(conn, "BEGIN IMMEDIATE", "BEGIN ISOLATION LEVEL SERIALIZABLE")?;
        let mut write = Write::new(conn, self.inner.clock.now());
        let outcome = work(&mut write).and_then(|value| Ok((value, write.store_facts()?)));
        match outcome {
            Ok((value, facts)) => {
                commit(conn)?;
                if facts > 0 {
                    self.inner.written.notify_waiters();
                }
                Ok(value)
            }
            Err(error) => {
                rollback(conn);
                Err(error)
            }
        }
    }

    /// Waits until facts were recorded by this process, or until `patience` is over: other processes are found by polling.
    pub async fn something_written(&self, patience: Duration) {
        let _ = tokio::time::timeout(patience, self.inner.written.notified()).await;
    }
}

fn up_to_date(settings: &crate::settings::Database, embedded: PathBuf) -> Result<(Address, Vec<String>)> {
    let address = Address::parse(&settings.url, embedded).map_err(unreachable)?;
    if let Address::Sqlite(path) = &address
        && let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
    {
        crate::settings::make_private(folder)?;
    }
    let applied = migrations::run(&mut address.open().map_err(unreachable)?)?;
    Ok((address, applied))
}

/// For an operator, who knows the setting and not our pool. The address itself may hold a password.
fn unreachable(error: diesel::ConnectionError) -> Error {
    Error::broken(format!("cannot open the database that the setting database.url names: {error}"))
}

fn begin(conn: &mut DbConnection, sqlite: &str, postgres: &str) -> Result<()> {
    match conn {
        DbConnection::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, sqlite)?,
        DbConnection::Postgres(conn) => AnsiTransactionManager::begin_transaction_sql(conn, postgres)?,
    }
    Ok(())
}

fn commit(conn: &mut DbConnection) -> Result<()> {
    // A lost race may show only now; it must reach the retry as what it is.
    let outcome = match conn {
        DbConnection::Sqlite(conn) => AnsiTransactionManager::commit_transaction(conn),
        DbConnection::Postgres(conn) => AnsiTransactionManager::commit_transaction(conn),
    };
    outcome.map_err(|error| Error::Broken(Box::new(error)))
}

fn rollback(conn: &mut DbConnection) {
    let outcome = match conn {
        DbConnection::Sqlite(conn) => AnsiTransactionManager::rollback_transaction(conn),
        DbConnection::Postgres(conn) => AnsiTransactionManager::rollback_transaction(conn),
    };
    if let Err(error) = outcome {
        tracing::warn!(%error, "rollback failed; the connection will be tested before its next use");
    }
}

/// Did the write only lose against another one?
fn is_race(source: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    match source.downcast_ref::<Diesel>() {
        Some(Diesel::DatabaseError(DatabaseErrorKind::SerializationFailure, _)) => true,
        Some(Diesel::DatabaseError(_, info)) => {
            let text = info.message();
            text.contains("deadlock detected")
                || text.contains("database is locked")
                || text.contains("could not serialize")
        }
        Some(Diesel::RollbackErrorOnCommit { commit_error, .. }) => {
            matches!(**commit_error, Diesel::DatabaseError(DatabaseErrorKind::SerializationFailure, _))
        }
        _ => false,
    }
}

/// Longer with each attempt and never the same twice, so that two losers do not meet again.
fn pause(attempt: u32) -> Duration {
    let ceiling = 4_u64 << attempt.min(6);
    Duration::from_micros(rand::rng().random_range(500..=ceiling * 1000))
}
