//! Putting a backup back. Everything is checked before anything is touched; then the files are put where they belong,
//! which harms nobody; then one write changes the whole database, or nothing of it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::rc::Rc;

use futures_util::{StreamExt, TryStreamExt, stream};
use sha2::{Digest, Sha256};

use super::archive::{self, damaged};
use super::manifest::{Entry, Manifest, NAME, TableEntry};
use super::{Step, Told};
use crate::db::tables::{self, Table};
use crate::db::{Db, DbConnection, Identity, Write, rows};
use crate::error::{Error, Result};
use crate::files::Files;

/// Rows, and bytes, that go into one statement.
const ROWS: usize = 500;
const BYTES: usize = 4 << 20;
/// Files put back at the same time.
const AT_ONCE: usize = 8;

/// Reads a whole archive and holds every entry against the manifest.
pub fn check(path: &Path, told: impl Fn(Step) + 'static) -> Result<Manifest> {
    let of = std::fs::metadata(path).map(|found| found.len()).unwrap_or(0);
    let mut archive = archive::open(path, move |done| told(Step::Checked { done, of }))?;
    let mut found: BTreeMap<String, (u64, String)> = BTreeMap::new();
    let mut manifest = None;
    for entry in archive.entries().map_err(damaged)? {
        let mut entry = entry.map_err(damaged)?;
        let path = path_of(&entry)?;
        if path == NAME {
            let mut text = Vec::new();
            entry.read_to_end(&mut text).map_err(damaged)?;
            manifest = Some(Manifest::parse(&text)?);
            continue;
        }
        let mut hash = Hashing(Sha256::new());
        let bytes = std::io::copy(&mut entry, &mut hash).map_err(damaged)?;
        found.insert(path, (bytes, archive::hexadecimal(hash.0)));
    }
    let manifest = manifest.ok_or_else(|| {
        Error::broken(format!("there is no {NAME} in it, so it is cut off or no backup; nothing was changed"))
    })?;
    for Entry { path, bytes, sha256 } in &manifest.entries {
        if found.remove(path).as_ref() != Some(&(*bytes, sha256.clone())) {
            return Err(Error::broken(format!(
                "{path} is damaged or missing in the backup; nothing was changed"
            )));
        }
    }
    match found.keys().next() {
        None => Ok(manifest),
        Some(path) => {
            Err(Error::broken(format!("{path} does not belong in the backup; nothing was changed")))
        }
    }
}

struct Hashing(Sha256);

impl std::io::Write for Hashing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn path_of<R: Read>(entry: &tar::Entry<'_, R>) -> Result<String> {
    let path = entry.path().map_err(damaged)?;
    path.to_str().map(str::to_owned).ok_or_else(|| Error::broken("the backup has a name that is not UTF-8"))
}

/// Puts a checked archive in the place of what is there, which must be nothing unless `force` says otherwise.
pub async fn restore(
    db: &Db,
    store: &Files,
    path: &Path,
    manifest: &Manifest,
    force: bool,
    told: Told<'_>,
) -> Result<Identity> {
    db.read_now(|conn| {
        may_restore(conn, manifest)?;
        if force { Ok(()) } else { refuse_if_inhabited(conn) }
    })?;
    put_files(store, path, manifest, told).await?;
    db.write_now(|tx| {
        if !force {
            refuse_if_inhabited(tx)?;
        }
        put_rows(tx, path, manifest, told)?;
        Identity::raise_epoch(tx)
    })
}

/// Every migration that made the archive's tables must be known here.
fn may_restore(conn: &mut DbConnection, manifest: &Manifest) -> Result<()> {
    let known = tables::age(conn)?;
    let unknown: Vec<&str> = manifest
        .migrations
        .iter()
        .filter(|version| !known.applied.contains(version) && !known.pending.contains(version))
        .map(String::as_str)
        .collect();
    if unknown.is_empty() {
        return Ok(());
    }
    Err(Error::broken(format!(
        "the backup was made by fondouk {}, which is newer than this program ({}): the migrations {} are not known \
         here. Restore it with that version, or a later one; nothing was changed",
        manifest.program,
        env!("CARGO_PKG_VERSION"),
        unknown.join(", "),
    )))
}

/// What a database has by itself, before anybody came.
const OF_ITS_OWN: [&str; 2] = ["consumers", "house_facts"];

fn refuse_if_inhabited(conn: &mut DbConnection) -> Result<()> {
    for table in tables::all(conn)?.iter().filter(|table| !OF_ITS_OWN.contains(&table.name.as_str())) {
        if rows::count(conn, table)? > 0 {
            return Err(Error::broken(format!(
                "the database is not empty (there is something in {}); make a backup of it if you may need it, and \
                 then say --force to replace it. Nothing was changed",
                table.name
            )));
        }
    }
    Ok(())
}

/// The archive's files into the store, a few at a time.
async fn put_files(store: &Files, path: &Path, manifest: &Manifest, told: Told<'_>) -> Result<()> {
    let of = manifest.files() as u64;
    if of == 0 {
        return Ok(());
    }
    let mut archive = archive::open(path, |_| ())?;
    let entries = archive.entries().map_err(damaged)?.filter_map(|entry| next_file(entry).transpose());
    let done = Rc::new(std::cell::Cell::new(0));
    stream::iter(entries)
        .map(|file| {
            let done = done.clone();
            async move {
                let (key, content) = file?;
                store.put_back(&key, content.into()).await?;
                done.set(done.get() + 1);
                told(Step::Files { done: done.get(), of });
                Ok(())
            }
        })
        .buffer_unordered(AT_ONCE)
        .try_for_each(|()| async { Ok(()) })
        .await
}

fn next_file<R: Read>(entry: std::io::Result<tar::Entry<'_, R>>) -> Result<Option<(String, Vec<u8>)>> {
    let mut entry = entry.map_err(damaged)?;
    let path = path_of(&entry)?;
    let Some(key) = archive::file_key(&path) else { return Ok(None) };
    let mut content = Vec::new();
    entry.read_to_end(&mut content).map_err(damaged)?;
    Ok(Some((key.to_owned(), content)))
}

/// All rows, into tables that are as they were when the backup was made and are then brought up to date.
fn put_rows(tx: &mut Write<'_>, path: &Path, manifest: &Manifest, told: Told<'_>) -> Result<()> {
    tables::lay_anew(tx, &manifest.migrations)?;
    let known: BTreeMap<String, Table> =
        tables::all(tx)?.into_iter().map(|table| (table.name.clone(), table)).collect();
    let of = manifest.rows();
    let mut done = 0;
    let mut archive = archive::open(path, |_| ())?;
    for (entry, expected) in archive.entries().map_err(damaged)?.zip(&manifest.tables) {
        let entry = entry.map_err(damaged)?;
        let path = path_of(&entry)?;
        // The tables come first and in the manifest's order, each after those that it refers to.
        let table = archive::table_name(&path)
            .filter(|name| *name == expected.name)
            .and_then(|name| known.get(name))
            .ok_or_else(|| {
                Error::broken(format!("{path} is not the table {} of the backup", expected.name))
            })?;
        put_table(tx, table, expected, BufReader::new(entry), |rows| {
            done += rows;
            told(Step::Rows { done, of });
        })?;
    }
    tables::bring_up_to_date(tx)?;
    Ok(())
}

fn put_table(
    tx: &mut Write<'_>,
    table: &Table,
    expected: &TableEntry,
    lines: impl BufRead,
    mut told: impl FnMut(u64),
) -> Result<()> {
    let mut written = 0;
    let mut batch: Vec<String> = Vec::new();
    let mut bytes = 0;
    let mut put = |tx: &mut Write<'_>, batch: &mut Vec<String>| -> Result<u64> {
        let rows = rows::write(tx, table, batch)? as u64;
        told(rows);
        batch.clear();
        Ok(rows)
    };
    for line in lines.lines() {
        let line = line.map_err(damaged)?;
        bytes += line.len();
        batch.push(line);
        if batch.len() == ROWS || bytes > BYTES {
            written += put(tx, &mut batch)?;
            bytes = 0;
        }
    }
    if !batch.is_empty() {
        written += put(tx, &mut batch)?;
    }
    if written != expected.rows {
        let TableEntry { name, rows, .. } = expected;
        return Err(Error::broken(format!(
            "{name} has {written} rows instead of {rows}; nothing was changed"
        )));
    }
    expected.last_id.map_or(Ok(()), |last| rows::count_on_from(tx, table, last))
}
