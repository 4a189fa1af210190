//! SQL that gives ids alone: what the search index has to read again, or from the beginning.

use diesel::prelude::*;

use super::{Picture, Status, shown_to_all};
use crate::db::DbConnection;
use crate::db::schema::{collections, pictures, products};
use crate::error::Result;
use crate::ids::{CollectionId, OrganisationId, ProductId};

pub fn product_ids_of(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<ProductId>> {
    Ok(products::table.filter(products::maker_id.eq(maker)).select(products::id).load(conn)?)
}

pub fn collection_ids_of(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<CollectionId>> {
    Ok(collections::table.filter(collections::maker_id.eq(maker)).select(collections::id).load(conn)?)
}

pub fn published_product_ids(conn: &mut DbConnection) -> Result<Vec<ProductId>> {
    Ok(products::table
        .filter(products::status.eq(Status::Published))
        .order(products::id)
        .select(products::id)
        .load(conn)?)
}

pub fn published_collection_ids(conn: &mut DbConnection) -> Result<Vec<CollectionId>> {
    Ok(collections::table
        .filter(collections::status.eq(Status::Published))
        .order(collections::id)
        .select(collections::id)
        .load(conn)?)
}

/// The cover of a collection without pictures of its own: its first published product's first picture.
pub fn cover_of_collection(conn: &mut DbConnection, collection: CollectionId) -> Result<Option<Picture>> {
    Ok(pictures::table
        .inner_join(products::table)
        .filter(products::collection_id.eq(collection).and(products::status.eq(Status::Published)))
        .filter(shown_to_all())
        .order((products::id, pictures::rank, pictures::id))
        .select(Picture::as_select())
        .first(conn)
        .optional()?)
}
