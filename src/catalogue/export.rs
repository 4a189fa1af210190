//! A maker's catalogue as the sheet that the import reads: what goes out comes in again as it was.
//!
//! Written to the disk product by product, so that memory does not grow with the catalogue.

mod cells;
mod sheets;

use std::fs::File;
use std::io::{Seek, SeekFrom};

pub(super) use cells::Cell;
pub(super) use sheets::Sheet;

use super::import::columns;
use super::store;
use crate::db::{Db, DbConnection};
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::locale::Language;
use crate::web::Listing;

/// Products that are in memory at a time.
const BATCH: i64 = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Csv,
    Xlsx,
}

crate::text_enum!(Kind { Csv => "csv", Xlsx => "xlsx" });

impl Kind {
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// All products of a maker, newest first; without a maker the empty sheet.
pub(super) fn write(db: &Db, maker: Option<OrganisationId>, kind: Kind, language: Language) -> Result<File> {
    let file = tempfile::tempfile()?;
    let mut sheet = Sheet::begin(&file, kind, language)?;
    sheet.row(columns::sheet().map(|column| Cell::Text(column.header(language).to_owned())).collect())?;
    if let Some(maker) = maker {
        db.read_now(|conn| products(conn, maker, language, &mut sheet))?;
    }
    sheet.end()?;
    let mut file = file;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

fn products(
    conn: &mut DbConnection,
    maker: OrganisationId,
    language: Language,
    sheet: &mut Sheet<'_>,
) -> Result<()> {
    let collections: std::collections::HashMap<_, _> =
        store::collection_titles(conn, maker)?.into_iter().map(|(id, slug, _)| (id, slug)).collect();
    let mut listing = Listing { before: i64::MAX, limit: BATCH };
    loop {
        let found = store::products_of_maker(conn, maker, None, None, listing)?;
        let ids: Vec<_> = found.iter().map(|product| product.id).collect();
        let variants = store::variants_of_products(conn, &ids)?;
        for product in &found {
            let collection = product.collection_id.and_then(|id| collections.get(&id)).map(String::as_str);
            let variants = variants.get(&product.id).map(Vec::as_slice).unwrap_or_default();
            // The first variant stands in the product's own row, each other one in a row of its own.
            let first = |column: &columns::Column| {
                cells::of_variant(variants.first(), &column.key)
                    .unwrap_or_else(|| cells::cell(product, &column.key, collection, language))
            };
            sheet.row(columns::sheet().map(first).collect())?;
            for variant in variants.iter().skip(1) {
                let other = |column: &columns::Column| match column.key.as_str() {
                    name @ ("sku" | "slug") => cells::cell(product, name, collection, language),
                    key => cells::of_variant(Some(variant), key).unwrap_or(Cell::Blank),
                };
                sheet.row(columns::sheet().map(other).collect())?;
            }
        }
        match found.last().filter(|_| found.len() as i64 > BATCH) {
            Some(last) => listing.before = last.id.0,
            None => return Ok(()),
        }
    }
}
