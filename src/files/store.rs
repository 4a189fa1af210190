//! The rows that remember what is kept, so that a backup knows what belongs to the house.

use diesel::prelude::*;

use super::StoredFile;
use crate::clock::Time;
use crate::db::schema::stored_files;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::FileId;

/// A file that belongs to the house.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = stored_files)]
pub struct Remembered {
    pub id: FileId,
    pub object_key: String,
    pub media_type: String,
    pub bytes: i64,
    pub sha256: String,
    pub created_at: Time,
}

/// Remembers a file that was put. The same file again is the same row.
pub fn remember(tx: &mut Write<'_>, file: &StoredFile) -> Result<FileId> {
    let row = (
        stored_files::object_key.eq(&file.object_key),
        stored_files::media_type.eq(&file.media_type),
        stored_files::bytes.eq(file.bytes),
        stored_files::sha256.eq(&file.sha256),
        stored_files::created_at.eq(tx.now()),
    );
    crate::on_each_backend!(&mut **tx, |conn| diesel::insert_into(stored_files::table)
        .values(row)
        .on_conflict(stored_files::object_key)
        .do_nothing()
        .execute(conn))?;
    Ok(find(tx, &file.object_key)?.id)
}

pub fn find(conn: &mut DbConnection, key: &str) -> Result<Remembered> {
    Ok(Remembered::query().filter(stored_files::object_key.eq(key)).first(conn)?)
}

pub fn find_by_id(conn: &mut DbConnection, id: FileId) -> Result<Remembered> {
    Ok(Remembered::query().filter(stored_files::id.eq(id)).first(conn)?)
}

/// Everything that belongs to the house, for backup and doctor.
pub fn all(conn: &mut DbConnection) -> Result<Vec<Remembered>> {
    Ok(Remembered::query().order(stored_files::id).load(conn)?)
}

/// Forgets a file; only then may it be deleted from the store.
pub(super) fn forget(tx: &mut Write<'_>, key: &str) -> Result<()> {
    diesel::delete(stored_files::table.filter(stored_files::object_key.eq(key))).execute(&mut **tx)?;
    Ok(())
}
