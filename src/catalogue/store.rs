//! All SQL about collections, products and pictures.

mod agreed;
mod collections;
mod pictures;
mod products;
mod terms;

pub use agreed::{agree, conditions, conditions_of_makers, conditions_of_reader, release_agreed};
pub use collections::{collection, collection_by_slug, collections_of_maker, published_collections};
pub(super) use collections::{
    collection_titles, count_published_products, hidden_collections, insert_collection, public_collections,
    set_collection_status, update_collection,
};
pub use pictures::{covers_of_collections, covers_of_products, pictures_of_collection, pictures_of_product};
pub(super) use pictures::{
    delete_picture, insert_picture, picture, pictures_by_key, pictures_of, pictures_of_all_products,
    set_caption, set_rank,
};
pub(super) use products::{
    Arrival, count_by_status, insert_product, own_products, product_by_sku, set_imported, set_product_status,
    update_product,
};
pub use products::{
    ProductFilter, collection_products, product, product_by_slug, products_of_collection, products_of_maker,
    published_products, published_products_of_maker,
};

pub(super) use terms::{is_sku_taken, write_terms};
pub use terms::{variant, variants_of_product, variants_of_products};

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::slugs::Shelf;
use crate::accounts::Organisation;
use crate::clock::Time;
use crate::db::DbConnection;
use crate::db::schema::{collections as collections_table, organisations, products as products_table};
use crate::error::Result;
use crate::ids::OrganisationId;

/// The makers of a list of things.
pub(super) fn makers(
    conn: &mut DbConnection,
    of: impl Iterator<Item = OrganisationId>,
) -> Result<HashMap<OrganisationId, Organisation>> {
    let ids: Vec<OrganisationId> = of.collect::<HashSet<_>>().into_iter().collect();
    let rows: Vec<Organisation> = Organisation::query().filter(organisations::id.eq_any(ids)).load(conn)?;
    Ok(rows.into_iter().map(|maker| (maker.id, maker)).collect())
}

/// When something came on the shelf and went off it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Dates {
    pub published_at: Option<Time>,
    pub withdrawn_at: Option<Time>,
}

pub(super) fn is_slug_taken(conn: &mut DbConnection, shelf: Shelf, slug: &str) -> Result<bool> {
    let found: Option<String> = match shelf {
        Shelf::Products => products_table::table
            .filter(products_table::slug.eq(slug))
            .select(products_table::slug)
            .first(conn)
            .optional()?,
        Shelf::Collections => collections_table::table
            .filter(collections_table::slug.eq(slug))
            .select(collections_table::slug)
            .first(conn)
            .optional()?,
    };
    Ok(found.is_some())
}
