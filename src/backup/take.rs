//! Taking a backup.

use std::cell::Cell;
use std::fs::File;
use std::io::{BufWriter, Seek, Write};
use std::path::Path;

use futures_util::{StreamExt, stream};
use sha2::{Digest, Sha256};

use super::archive::{self, Writer};
use super::manifest::{FORMAT, Manifest, NAME, TableEntry};
use super::{Step, Told};
use crate::db::tables::{self, Table};
use crate::db::{Db, DbConnection, Identity, rows};
use crate::error::{Error, Result};
use crate::events;
use crate::files::{self, Files, Remembered};

/// Files fetched at the same time: a bucket is far away.
const AT_ONCE: usize = 8;

/// Writes the whole house into a new archive, which appears under its name only when it is whole and durable.
pub async fn take(db: &Db, store: &Files, target: &Path, told: Told<'_>) -> Result<Manifest> {
    if target.exists() {
        return Err(taken(target));
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let cannot = |error| Error::broken(format!("cannot write into {}: {error}", folder.display()));
    // Nobody else may read it: it holds addresses, hashes of passwords and the texts of letters.
    let beside = tempfile::NamedTempFile::new_in(folder).map_err(cannot)?;
    let mut writer = Writer::new(BufWriter::new(beside.as_file()))?;
    let (mut manifest, remembered) = db.read_now(|conn| copy_rows(conn, db, folder, &mut writer, told))?;
    manifest.missing = copy_files(store, &remembered, &mut writer, told).await?;
    manifest.entries.clone_from(&writer.entries);
    let text = serde_json::to_vec_pretty(&manifest)?;
    let hash = archive::hexadecimal(Sha256::new().chain_update(&text));
    writer.add(NAME.to_owned(), hash, text.len() as u64, text.as_slice())?;
    writer.finish()?.flush()?;
    beside.as_file().sync_all()?;
    beside.persist_noclobber(target).map_err(|error| match error.error.kind() {
        std::io::ErrorKind::AlreadyExists => taken(target),
        _ => Error::wrap(error.error),
    })?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(manifest)
}

fn taken(target: &Path) -> Error {
    Error::broken(format!("{} is there already; name a file that is not", target.display()))
}

/// Everything in the database, as it is in one snapshot.
fn copy_rows<W: Write>(
    conn: &mut DbConnection,
    db: &Db,
    folder: &Path,
    writer: &mut Writer<W>,
    told: Told<'_>,
) -> Result<(Manifest, Vec<Remembered>)> {
    rows::be_patient(conn)?;
    let identity = Identity::read(conn)?;
    let all = tables::all(conn)?;
    let mut entries = Vec::with_capacity(all.len());
    for table in &all {
        let rows = rows::count(conn, table)?;
        entries.push(TableEntry { name: table.name.clone(), rows, last_id: rows::last_id(conn, table)? });
    }
    let (done, of) = (Cell::new(0), entries.iter().map(|entry| entry.rows).sum());
    for table in &all {
        copy_table(conn, table, folder, writer, || {
            done.set(done.get() + 1);
            told(Step::Rows { done: done.get(), of });
        })?;
    }
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: db.clock().now(),
        source: if db.is_embedded() { "sqlite" } else { "postgres" }.to_owned(),
        database: identity.as_ref().map(|identity| identity.database.clone()),
        epoch: identity.map(|identity| identity.epoch),
        newest_fact: events::newest(conn)?,
        migrations: tables::age(conn)?.applied,
        tables: entries,
        entries: Vec::new(),
        missing: Vec::new(),
    };
    Ok((manifest, files::all(conn)?))
}

/// An entry of an archive begins with its length, so the lines wait in a file of their own until they are counted.
fn copy_table<W: Write>(
    conn: &mut DbConnection,
    table: &Table,
    folder: &Path,
    writer: &mut Writer<W>,
    mut row: impl FnMut(),
) -> Result<()> {
    let mut spool = BufWriter::new(tempfile::tempfile_in(folder)?);
    let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
    rows::read(conn, table, |line| {
        hash.update(line);
        hash.update(b"\n");
        bytes += line.len() as u64 + 1;
        row();
        Ok(writeln!(spool, "{line}")?)
    })?;
    let mut spool = spool.into_inner().map_err(Error::wrap)?;
    spool.rewind()?;
    writer.add(archive::table_path(&table.name), archive::hexadecimal(hash), bytes, spool)
}

/// The files that the rows of the snapshot remember; answers the keys of those that are lost or damaged.
async fn copy_files<W: Write>(
    store: &Files,
    remembered: &[Remembered],
    writer: &mut Writer<W>,
    told: Told<'_>,
) -> Result<Vec<String>> {
    let of = remembered.len() as u64;
    let mut missing = Vec::new();
    let mut fetched = stream::iter(remembered)
        .map(|file| async move { (file, store.get(&file.object_key).await) })
        .buffered(AT_ONCE);
    let mut done = 0;
    while let Some((file, content)) = fetched.next().await {
        done += 1;
        told(Step::Files { done, of });
        let content = match content {
            Ok(content) => content,
            Err(Error::NotFound) => {
                missing.push(file.object_key.clone());
                continue;
            }
            Err(error) => return Err(error),
        };
        let sha256 = archive::hexadecimal(Sha256::new().chain_update(&content));
        if sha256 == file.sha256 {
            writer.add(
                archive::file_path(&file.object_key),
                sha256,
                content.len() as u64,
                content.as_ref(),
            )?;
        } else {
            missing.push(file.object_key.clone());
        }
    }
    Ok(missing)
}
