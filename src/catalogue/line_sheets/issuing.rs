//! Handing a line sheet out: found again where it was handed out before, else composed, set, kept and recorded.

use bytes::Bytes;

use super::Code;
use super::composing::{Composed, compose};
use super::material::Material;
use super::sheet::Issue;
use super::store::{self, LineSheet, NewLineSheet};
use super::typesetting::typeset;
use crate::accounts::Member;
use crate::catalogue::Collection;
use crate::clock::Date;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result, if_found};
use crate::files;
use crate::web::{House, Page};

/// A document as somebody takes it away.
#[derive(Debug)]
pub struct Issued {
    pub line_sheet: LineSheet,
    pub slug: String,
    pub bytes: Bytes,
}

/// The sheet of a collection for a reader, in the page's language. The same content for the same reader is the same
/// document, byte for byte, under one code.
pub async fn issue(house: &House, page: &Page, reader: Option<&Member>, slug: &str) -> Result<Issued> {
    let (today, by, wanted) = (house.today(), reader.cloned(), slug.to_owned());
    let material = house.db.read(move |conn| Material::read(conn, &wanted, by.as_ref(), today)).await?;
    let composed = compose(page, &house.settings, &material, reader, today);
    let fingerprint = composed.fingerprint(reader)?;
    let known = kept(house, fingerprint.clone()).await?;
    let (line_sheet, bytes) = match known {
        Known::Kept(line_sheet, bytes) => (line_sheet, bytes),
        Known::Lost(_) | Known::New => {
            let lost = if let Known::Lost(line_sheet) = known { Some(line_sheet) } else { None };
            let reader = reader.map(|member| member.organisation);
            let (code, issued_at) = (Code::random(), house.now());
            let pdf = set(house, page, composed, &code, issued_at.date()).await?;
            let file = house.files.put(pdf.clone(), "application/pdf").await?;
            let new = NewLineSheet {
                code,
                collection: material.collection.clone(),
                reader,
                language: page.language(),
                fingerprint,
                file,
                issued_at,
            };
            record(house, new, lost, pdf).await?
        }
    };
    Ok(Issued { line_sheet, slug: material.collection.slug, bytes })
}

enum Known {
    Kept(LineSheet, Bytes),
    /// It was handed out, and its document is not there any more.
    Lost(LineSheet),
    New,
}

async fn kept(house: &House, fingerprint: String) -> Result<Known> {
    let read = move |conn: &mut DbConnection| {
        let Some(found) = store::by_fingerprint(conn, &fingerprint)? else { return Ok(None) };
        let file = found.file_id.map(|id| files::find_by_id(conn, id)).transpose()?;
        Ok(Some((found, file)))
    };
    let Some((found, file)) = house.db.read(read).await? else { return Ok(Known::New) };
    let bytes = match file {
        Some(file) => if_found(house.files.get(&file.object_key).await)?,
        None => None,
    };
    Ok(match bytes {
        Some(bytes) => Known::Kept(found, bytes),
        None => Known::Lost(found),
    })
}

async fn set(house: &House, page: &Page, composed: Composed, code: &Code, on: Date) -> Result<Bytes> {
    let address = house.settings.absolute(&format!("/line-sheets/{code}"));
    let issue = Issue::new(page, code, address, on)?;
    let mut pictures = Vec::with_capacity(composed.pictures.len());
    for key in &composed.pictures {
        pictures.push(if_found(house.files.get(key).await)?);
    }
    typeset(composed.sheet, issue, pictures).await.map(Bytes::from)
}

/// Of two who ask at once the first one's document is handed to both.
async fn record(
    house: &House,
    new: NewLineSheet,
    lost: Option<LineSheet>,
    pdf: Bytes,
) -> Result<(LineSheet, Bytes)> {
    let own = new.file.object_key.clone();
    let work = move |tx: &mut Write<'_>| {
        if let Some(found) = store::by_fingerprint(tx, &new.fingerprint)? {
            if lost.as_ref().is_none_or(|lost| lost.id != found.id) {
                let file = files::find_by_id(tx, found.file_id.ok_or(Error::Busy)?)?;
                return Ok((found, Some(file.object_key), vec![new.file.object_key.clone()]));
            }
            store::retire(tx, found.id)?;
        }
        let state = store::collection_state(tx, &new.collection, new.issued_at.date())?;
        let line_sheet = store::insert(tx, &new, &state)?;
        let older = store::replace_older(tx, &line_sheet)?;
        Ok((line_sheet, None, older))
    };
    let (line_sheet, others, unused) = match house.db.write(work).await {
        Ok(outcome) => outcome,
        Err(error) => {
            house.files.delete(&own).await?;
            return Err(error);
        }
    };
    house.files.delete_all(unused).await?;
    match others {
        None => Ok((line_sheet, pdf)),
        Some(key) => Ok((line_sheet, house.files.get(&key).await?)),
    }
}

/// Whether a collection shows today what it showed when its sheet was handed out.
pub fn has_changed(
    conn: &mut DbConnection,
    line_sheet: &LineSheet,
    collection: &Collection,
    today: Date,
) -> Result<bool> {
    Ok(store::collection_state(conn, collection, today)? != line_sheet.collection_state)
}
