//! What an archive says about itself.

use serde::{Deserialize, Serialize};

use crate::clock::Time;
use crate::error::{Error, Result};

pub(super) const NAME: &str = "manifest.json";
/// Of this layout of the archive.
pub(super) const FORMAT: u32 = 1;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// The version of the program that made it.
    pub program: String,
    pub made_at: Time,
    /// From which kind of database: `sqlite` or `postgres`.
    pub source: String,
    /// The identity of the database, if it has one yet.
    pub database: Option<String>,
    pub epoch: Option<i64>,
    /// The id of the newest fact in it.
    pub newest_fact: i64,
    /// The migrations that had made its tables.
    pub migrations: Vec<String>,
    pub tables: Vec<TableEntry>,
    /// Everything in the archive but this.
    pub entries: Vec<Entry>,
    /// Files that rows remember and that were lost already when the backup was made.
    pub missing: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableEntry {
    pub name: String,
    pub rows: u64,
    /// The highest id ever given out, where the database counts.
    pub last_id: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
}

impl Manifest {
    pub(super) fn parse(bytes: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let unreadable = |error| {
            Error::broken(format!(
                "the archive's {NAME} cannot be read, so it is damaged or no backup: {error}; nothing was changed"
            ))
        };
        // The rest may look different in a later format, so this is read alone first.
        let Format { format } = serde_json::from_slice(bytes).map_err(unreadable)?;
        if format != FORMAT {
            return Err(Error::broken(format!(
                "the archive has the layout {format}, and this program (fondouk {}) knows the layout {FORMAT} only; nothing was changed",
                env!("CARGO_PKG_VERSION")
            )));
        }
        serde_json::from_slice(bytes).map_err(unreadable)
    }

    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }

    pub fn files(&self) -> usize {
        self.entries.iter().filter(|entry| super::archive::file_key(&entry.path).is_some()).count()
    }
}
