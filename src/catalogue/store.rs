//! All SQL about collections, products and pictures.

use diesel::prelude::*;

use super::{Collection, Picture, Product, Status};
use crate::db::DbConnection;
use crate::db::schema::{collections, pictures, products};
use crate::error::Result;
use crate::ids::{CollectionId, OrganisationId, ProductId};

pub fn product(conn: &mut DbConnection, id: ProductId) -> Result<Product> {
    Ok(Product::query().filter(products::id.eq(id)).first(conn)?)
}

pub fn product_by_slug(conn: &mut DbConnection, slug: &str) -> Result<Product> {
    Ok(Product::query().filter(products::slug.eq(slug)).first(conn)?)
}

pub fn products_of_collection(conn: &mut DbConnection, collection: CollectionId) -> Result<Vec<Product>> {
    Ok(Product::query().filter(products::collection_id.eq(collection)).order(products::id).load(conn)?)
}

pub fn published_products_of_maker(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Product>> {
    Ok(Product::query()
        .filter(products::maker_id.eq(maker).and(products::status.eq(Status::Published)))
        .order(products::id)
        .load(conn)?)
}

pub fn collection(conn: &mut DbConnection, id: CollectionId) -> Result<Collection> {
    Ok(Collection::query().filter(collections::id.eq(id)).first(conn)?)
}

pub fn collection_by_slug(conn: &mut DbConnection, slug: &str) -> Result<Collection> {
    Ok(Collection::query().filter(collections::slug.eq(slug)).first(conn)?)
}

pub fn pictures_of_product(conn: &mut DbConnection, product: ProductId) -> Result<Vec<Picture>> {
    Ok(Picture::query()
        .filter(pictures::product_id.eq(product))
        .order((pictures::rank, pictures::id))
        .load(conn)?)
}

pub fn pictures_of_collection(conn: &mut DbConnection, collection: CollectionId) -> Result<Vec<Picture>> {
    Ok(Picture::query()
        .filter(pictures::collection_id.eq(collection))
        .order((pictures::rank, pictures::id))
        .load(conn)?)
}
