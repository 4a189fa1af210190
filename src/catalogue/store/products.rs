//! SQL about products.

use std::collections::HashMap;

use diesel::prelude::*;

use super::Dates;
use crate::accounts::Standing;
use crate::catalogue::{Audience, NewProduct, Product, Status, shown_to_all};
use crate::columns::Json;
use crate::db::schema::{organisations, products};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{CollectionId, OrganisationId, ProductId};
use crate::web::Listing;

pub fn product(conn: &mut DbConnection, id: ProductId) -> Result<Product> {
    Ok(Product::query().filter(products::id.eq(id)).first(conn)?)
}

pub fn product_by_slug(conn: &mut DbConnection, slug: &str) -> Result<Product> {
    Ok(Product::query().filter(products::slug.eq(slug)).first(conn)?)
}

pub(in crate::catalogue) fn product_by_sku(
    conn: &mut DbConnection,
    maker: OrganisationId,
    sku: &str,
) -> Result<Option<Product>> {
    Ok(Product::query()
        .filter(products::maker_id.eq(maker).and(products::sku.eq(sku)))
        .first(conn)
        .optional()?)
}

/// All products of a collection, whatever their status.
pub fn products_of_collection(conn: &mut DbConnection, collection: CollectionId) -> Result<Vec<Product>> {
    Ok(Product::query().filter(products::collection_id.eq(collection)).order(products::id).load(conn)?)
}

/// The products of a collection that are on show.
pub fn collection_products(conn: &mut DbConnection, collection: CollectionId) -> Result<Vec<Product>> {
    Ok(Product::query()
        .filter(products::collection_id.eq(collection).and(products::status.eq(Status::Published)))
        .order(products::id)
        .load(conn)?)
}

pub fn published_products_of_maker(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Product>> {
    Ok(Product::query()
        .filter(products::maker_id.eq(maker).and(products::status.eq(Status::Published)))
        .order(products::id)
        .load(conn)?)
}

/// What a list of products is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct ProductFilter {
    pub maker: Option<OrganisationId>,
    pub collection: Option<CollectionId>,
    /// Country of origin.
    pub country: Option<String>,
    pub craft: Option<String>,
    pub material: Option<String>,
    pub technique: Option<String>,
    /// Who looks.
    pub audience: Audience,
}

/// What the world may see, newest first.
pub fn published_products(
    conn: &mut DbConnection,
    filter: &ProductFilter,
    listing: Listing,
) -> Result<Vec<Product>> {
    let mut query = Product::query()
        .inner_join(organisations::table)
        .filter(products::status.eq(Status::Published))
        .filter(organisations::standing.eq(Standing::Approved))
        .filter(products::id.lt(ProductId(listing.before)))
        .into_boxed();
    if let Some(maker) = filter.maker {
        query = query.filter(products::maker_id.eq(maker));
    }
    if let Some(collection) = filter.collection {
        query = query.filter(products::collection_id.eq(collection));
    }
    if let Some(country) = &filter.country {
        query = query.filter(products::origin.eq(country.clone()));
    }
    if let Some(craft) = &filter.craft {
        query = query.filter(products::craft.eq(craft.clone()));
    }
    if let Some(material) = &filter.material {
        query = query.filter(products::materials.like(holds(material)));
    }
    if let Some(technique) = &filter.technique {
        query = query.filter(products::techniques.like(holds(technique)));
    }
    query = match &filter.audience {
        Audience::Programme => query,
        Audience::Somewhere => query.filter(shown_to_all()),
        Audience::Of(country) => query
            .filter(products::only_in.eq("[]").or(products::only_in.like(holds(country))))
            .filter(products::except_in.not_like(holds(country))),
    };
    Ok(query.order(products::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// A list of keys is kept as JSON, so a key stands in it between quotation marks. Keys of the vocabularies hold
/// nothing that `LIKE` would take for a wildcard.
fn holds(key: &str) -> String {
    format!("%\"{key}\"%")
}

/// Everything of one maker, newest first, for the maker's own eyes.
pub fn products_of_maker(
    conn: &mut DbConnection,
    maker: OrganisationId,
    status: Option<Status>,
    collection: Option<CollectionId>,
    listing: Listing,
) -> Result<Vec<Product>> {
    let mut query = Product::query()
        .filter(products::maker_id.eq(maker).and(products::id.lt(ProductId(listing.before))))
        .into_boxed();
    if let Some(status) = status {
        query = query.filter(products::status.eq(status));
    }
    if let Some(collection) = collection {
        query = query.filter(products::collection_id.eq(collection));
    }
    Ok(query.order(products::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// Those of these that are the maker's own, newest first.
pub(in crate::catalogue) fn own_products(
    conn: &mut DbConnection,
    maker: OrganisationId,
    ids: &[ProductId],
) -> Result<Vec<Product>> {
    Ok(Product::query()
        .filter(products::maker_id.eq(maker).and(products::id.eq_any(ids)))
        .order(products::id.desc())
        .load(conn)?)
}

pub(in crate::catalogue) fn count_by_status(
    conn: &mut DbConnection,
    maker: OrganisationId,
) -> Result<HashMap<Status, i64>> {
    let rows: Vec<(Status, i64)> = products::table
        .filter(products::maker_id.eq(maker))
        .group_by(products::status)
        .select((products::status, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// What a maker writes, as columns: the same for a new row and a changed one.
macro_rules! content {
    ($new:expr) => {
        (
            products::collection_id.eq($new.collection),
            products::sku.eq(&$new.sku),
            products::title.eq(Json::from($new.title.clone())),
            products::description.eq(Json::from($new.description.clone())),
            products::craft.eq(&$new.craft),
            products::materials.eq(Json::from($new.materials.clone())),
            products::techniques.eq(Json::from($new.techniques.clone())),
            products::price_minor.eq($new.price.map(|price| price.minor)),
            products::currency.eq($new.price.map(|price| price.currency)),
            products::moq.eq($new.moq),
            products::order_multiple.eq($new.order_multiple),
            products::lead_time_days.eq($new.lead_time_days),
            products::weekly_capacity.eq($new.weekly_capacity),
            products::hs_code.eq(&$new.hs_code),
            products::origin.eq(&$new.origin),
            products::weight_grams.eq($new.weight_grams),
        )
    };
}

/// How a product arrives: a draft of a maker's hand, or what an import brought.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::catalogue) struct Arrival<'a> {
    pub published: bool,
    pub content_hash: Option<&'a str>,
}

pub(in crate::catalogue) fn insert_product(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    slug: &str,
    new: &NewProduct,
    arrival: Arrival<'_>,
) -> Result<ProductId> {
    let now = tx.now();
    let (status, published_at) = match arrival.published {
        true => (Status::Published, Some(now)),
        false => (Status::Draft, None),
    };
    Ok(diesel::insert_into(products::table)
        .values((
            content!(new),
            products::maker_id.eq(maker),
            products::slug.eq(slug),
            products::status.eq(status),
            products::created_at.eq(now),
            products::updated_at.eq(now),
            products::published_at.eq(published_at),
            products::content_hash.eq(arrival.content_hash),
        ))
        .returning(products::id)
        .get_result(&mut **tx)?)
}

pub(in crate::catalogue) fn update_product(
    tx: &mut Write<'_>,
    id: ProductId,
    slug: &str,
    new: &NewProduct,
) -> Result<()> {
    let now = tx.now();
    diesel::update(products::table.find(id))
        .set((
            content!(new),
            products::slug.eq(slug),
            products::updated_at.eq(now),
            products::version.eq(products::version + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Remembers what an import brought.
pub(in crate::catalogue) fn set_imported(
    tx: &mut Write<'_>,
    id: ProductId,
    content_hash: &str,
) -> Result<()> {
    diesel::update(products::table.find(id))
        .set(products::content_hash.eq(content_hash))
        .execute(&mut **tx)?;
    Ok(())
}

pub(in crate::catalogue) fn set_product_status(
    tx: &mut Write<'_>,
    id: ProductId,
    status: Status,
    dates: Dates,
) -> Result<()> {
    let now = tx.now();
    diesel::update(products::table.find(id))
        .set((
            products::status.eq(status),
            products::published_at.eq(dates.published_at),
            products::withdrawn_at.eq(dates.withdrawn_at),
            products::updated_at.eq(now),
            products::version.eq(products::version + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
