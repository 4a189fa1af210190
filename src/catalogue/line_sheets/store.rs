//! SQL about line sheets.

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::Code;
use crate::catalogue::{Collection, Status, certificates_on_show};
use crate::clock::{Date, Time};
use crate::db::schema::{line_sheets, pictures, products, stored_files};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::files::{self, StoredFile};
use crate::ids::{CollectionId, FileId, LineSheetId, OrganisationId, PictureId, ProductId};
use crate::locale::Language;

/// A line sheet that was handed out. Rows stay: who holds the document may ask after years.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = line_sheets)]
pub struct LineSheet {
    pub id: LineSheetId,
    pub code: Code,
    pub collection_id: CollectionId,
    pub maker_id: OrganisationId,
    /// None for whoever was not signed in.
    pub reader_id: Option<OrganisationId>,
    pub language: Language,
    /// Of everything that stands on it, and for whom: the same sheet is the same row.
    pub fingerprint: String,
    /// What the collection was like, see [`collection_state`].
    pub collection_state: String,
    pub sha256: String,
    /// None once a newer one took its place.
    pub file_id: Option<FileId>,
    pub issued_at: Time,
}

#[derive(Clone, Debug)]
pub struct NewLineSheet {
    pub code: Code,
    pub collection: Collection,
    pub reader: Option<OrganisationId>,
    pub language: Language,
    pub fingerprint: String,
    pub file: StoredFile,
    pub issued_at: Time,
}

pub fn by_code(conn: &mut DbConnection, code: &Code) -> Result<LineSheet> {
    Ok(LineSheet::query().filter(line_sheets::code.eq(code)).first(conn)?)
}

pub fn by_fingerprint(conn: &mut DbConnection, fingerprint: &str) -> Result<Option<LineSheet>> {
    Ok(LineSheet::query().filter(line_sheets::fingerprint.eq(fingerprint)).first(conn).optional()?)
}

/// A hash over all that a collection shows: itself, its products with their pictures, and the certificates of a day.
pub fn collection_state(conn: &mut DbConnection, collection: &Collection, day: Date) -> Result<String> {
    let on_show = products::collection_id.eq(collection.id).and(products::status.eq(Status::Published));
    let versions: Vec<(ProductId, i64)> = products::table
        .filter(on_show)
        .order(products::id)
        .select((products::id, products::version))
        .load(conn)?;
    let of_products: Vec<PictureId> = products::table
        .inner_join(pictures::table)
        .filter(on_show)
        .order((products::id, pictures::rank, pictures::id))
        .select(pictures::id)
        .load(conn)?;
    let own: Vec<PictureId> = pictures::table
        .filter(pictures::collection_id.eq(collection.id))
        .order((pictures::rank, pictures::id))
        .select(pictures::id)
        .load(conn)?;
    let valid = certificates_on_show(conn, collection.maker_id, None, day)?;
    let valid: Vec<_> = valid.iter().map(|one| (one.id, one.version)).collect();
    let state = serde_json::to_vec(&(collection.version, versions, of_products, own, valid))?;
    Ok(data_encoding::HEXLOWER.encode(&Sha256::digest(&state)))
}

pub fn insert(tx: &mut Write<'_>, new: &NewLineSheet, state: &str) -> Result<LineSheet> {
    let file = files::remember(tx, &new.file)?;
    diesel::insert_into(line_sheets::table)
        .values((
            line_sheets::code.eq(&new.code),
            line_sheets::collection_id.eq(new.collection.id),
            line_sheets::maker_id.eq(new.collection.maker_id),
            line_sheets::reader_id.eq(new.reader),
            line_sheets::language.eq(new.language),
            line_sheets::fingerprint.eq(&new.fingerprint),
            line_sheets::collection_state.eq(state),
            line_sheets::sha256.eq(&new.file.sha256),
            line_sheets::file_id.eq(file),
            line_sheets::issued_at.eq(new.issued_at),
        ))
        .execute(&mut **tx)?;
    by_code(tx, &new.code)
}

/// Lets go of the documents that a new one takes the place of, and says which files nobody needs any more: to be deleted
/// once that is written.
pub fn replace_older(tx: &mut Write<'_>, newest: &LineSheet) -> Result<Vec<String>> {
    let mut older = line_sheets::table
        .inner_join(stored_files::table)
        .filter(line_sheets::collection_id.eq(newest.collection_id))
        .filter(line_sheets::language.eq(newest.language))
        .filter(line_sheets::id.ne(newest.id))
        .select((line_sheets::id, stored_files::object_key))
        .into_boxed();
    older = match newest.reader_id {
        Some(reader) => older.filter(line_sheets::reader_id.eq(reader)),
        None => older.filter(line_sheets::reader_id.is_null()),
    };
    let older: Vec<(LineSheetId, String)> = older.load(&mut **tx)?;
    let mut unused = Vec::new();
    for (id, key) in older {
        diesel::update(line_sheets::table.find(id))
            .set(line_sheets::file_id.eq(None::<FileId>))
            .execute(&mut **tx)?;
        // Somebody may have sent this very document along with a message.
        if files::let_go(tx, &key)? {
            unused.push(key);
        }
    }
    Ok(unused)
}

/// Its document is gone: the next one with the same content is another document, and this row says no more than that it
/// was handed out.
pub fn retire(tx: &mut Write<'_>, id: LineSheetId) -> Result<()> {
    diesel::update(line_sheets::table.find(id))
        .set(line_sheets::fingerprint.eq(format!("retired {id}")))
        .execute(&mut **tx)?;
    Ok(())
}
