//! One connection type over both databases, opened by the scheme of the URL.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::result::Error;
use diesel::{Connection, ConnectionError, PgConnection, SqliteConnection};

/// Diesel builds every query for whichever variant it meets at run time.
#[derive(diesel::MultiConnection)]
pub enum DbConnection {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

impl std::fmt::Debug for DbConnection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Postgres(_) => "DbConnection::Postgres",
            Self::Sqlite(_) => "DbConnection::Sqlite",
        })
    }
}

/// Compiles one text once per backend, for the few things that Diesel cannot say over both: upserts and batches.
#[macro_export]
macro_rules! on_each_backend {
    ($conn:expr, |$inner:ident| $body:expr) => {
        match &mut *$conn {
            $crate::db::DbConnection::Postgres($inner) => $body,
            $crate::db::DbConnection::Sqlite($inner) => $body,
        }
    };
}

/// Where the database is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Address {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Address {
    /// `sqlite:` alone means the embedded file of the data folder.
    pub(super) fn parse(url: &str, embedded: PathBuf) -> Result<Self, ConnectionError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            let path = path.trim_start_matches("//");
            return Ok(Self::Sqlite(if path.is_empty() { embedded } else { path.into() }));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        Err(ConnectionError::InvalidConnectionUrl("expected sqlite:… or postgres://…".to_owned()))
    }

    pub(super) fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    pub(super) fn open(&self) -> Result<DbConnection, ConnectionError> {
        match self {
            Self::Sqlite(path) => {
                let path = path.to_str().ok_or_else(|| {
                    ConnectionError::InvalidConnectionUrl(format!("{} is not UTF-8", path.display()))
                })?;
                let mut conn = SqliteConnection::establish(path)?;
                set_up(&mut conn).map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(DbConnection::Sqlite(conn))
            }
            Self::Postgres(url) => {
                let mut conn = PgConnection::establish(url)?;
                conn.batch_execute(POSTGRES_SETTINGS).map_err(ConnectionError::CouldntSetupConfiguration)?;
                Ok(DbConnection::Postgres(conn))
            }
        }
    }
}

/// A file whose journal mode another process is just changing is refused at once, whatever the busy timeout says.
fn set_up(conn: &mut SqliteConnection) -> diesel::QueryResult<()> {
    let begun = Instant::now();
    loop {
        match conn.batch_execute(PRAGMAS) {
            Err(Error::DatabaseError(_, why))
                if why.message().contains("database is locked") && begun.elapsed() < PATIENCE =>
            {
                std::thread::sleep(Duration::from_millis(10));
            }
            outcome => return outcome,
        }
    }
}

/// As long as the busy timeout.
const PATIENCE: Duration = Duration::from_secs(10);

/// `synchronous=FULL`: what was acknowledged survives a power cut, not only a crash.
/// The busy timeout comes first, because changing the journal mode may already meet another process.
const PRAGMAS: &str = "
    PRAGMA busy_timeout = 10000;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA mmap_size = 268435456;
    PRAGMA cache_size = -16000;
";

const POSTGRES_SETTINGS: &str = "
    SET client_min_messages TO warning;
    SET TIME ZONE 'UTC';
    SET statement_timeout TO '60s';
    SET idle_in_transaction_session_timeout TO '60s';
";
