//! SQL about the terms of products, and the variants that they come in.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::catalogue::{NewTerms, NewVariant, Product, Variant};
use crate::columns::Json;
use crate::db::schema::{products, variants};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, VariantId};

pub fn variant(conn: &mut DbConnection, id: VariantId) -> Result<Variant> {
    Ok(Variant::query().filter(variants::id.eq(id)).first(conn)?)
}

/// The variants that are offered, in their order.
pub fn variants_of_product(conn: &mut DbConnection, product: ProductId) -> Result<Vec<Variant>> {
    Ok(variants_of_products(conn, &[product])?.remove(&product).unwrap_or_default())
}

/// The same for several products at once.
pub fn variants_of_products(
    conn: &mut DbConnection,
    ids: &[ProductId],
) -> Result<HashMap<ProductId, Vec<Variant>>> {
    let rows: Vec<Variant> = Variant::query()
        .filter(variants::product_id.eq_any(ids).and(variants::retired_at.is_null()))
        .order((variants::product_id, variants::rank))
        .load(conn)?;
    let mut found: HashMap<ProductId, Vec<Variant>> = HashMap::new();
    for row in rows {
        found.entry(row.product_id).or_default().push(row);
    }
    Ok(found)
}

/// Whether another product of the maker, or a variant of another one, has this article number.
pub(in crate::catalogue) fn is_sku_taken(
    conn: &mut DbConnection,
    maker: OrganisationId,
    sku: &str,
    itself: ProductId,
) -> Result<bool> {
    let product: Option<ProductId> = products::table
        .filter(products::maker_id.eq(maker).and(products::sku.eq(sku)).and(products::id.ne(itself)))
        .select(products::id)
        .first(conn)
        .optional()?;
    let variant: Option<VariantId> = variants::table
        .filter(variants::maker_id.eq(maker).and(variants::sku.eq(sku)).and(variants::product_id.ne(itself)))
        .select(variants::id)
        .first(conn)
        .optional()?;
    Ok(product.is_some() || variant.is_some())
}

pub(in crate::catalogue) fn write_terms(tx: &mut Write<'_>, product: &Product, new: &NewTerms) -> Result<()> {
    let now = tx.now();
    diesel::update(products::table.find(product.id))
        .set((
            products::tiers.eq(Json::from(new.tiers.clone())),
            products::sample_price_minor.eq(new.sample.map(|sample| sample.minor)),
            products::sample_currency.eq(new.sample.map(|sample| sample.currency)),
            products::only_in.eq(Json::from(new.only_in.clone())),
            products::except_in.eq(Json::from(new.except_in.clone())),
            products::packing.eq(Json::from(new.packing.clone())),
            products::updated_at.eq(now),
            products::version.eq(products::version + 1),
        ))
        .execute(&mut **tx)?;
    write_variants(tx, product, &new.variants)
}

/// An article number stays the same variant, also one that comes back; those that are not named any more are retired.
fn write_variants(tx: &mut Write<'_>, product: &Product, new: &[NewVariant]) -> Result<()> {
    let now = tx.now();
    let known: Vec<(VariantId, String)> = variants::table
        .filter(variants::product_id.eq(product.id))
        .select((variants::id, variants::sku))
        .load(&mut **tx)?;
    for (rank, variant) in new.iter().enumerate() {
        let content = (
            variants::rank.eq(rank as i64),
            variants::options.eq(Json::from(variant.options.clone())),
            variants::price_minor.eq(variant.price.map(|price| price.minor)),
            variants::currency.eq(variant.price.map(|price| price.currency)),
            variants::weight_grams.eq(variant.weight_grams),
        );
        match known.iter().find(|(_, sku)| *sku == variant.sku) {
            Some((id, _)) => {
                let set = (content, variants::retired_at.eq(None::<crate::clock::Time>));
                diesel::update(variants::table.find(id)).set(set).execute(&mut **tx)?;
            }
            None => {
                let whose = (
                    variants::product_id.eq(product.id),
                    variants::maker_id.eq(product.maker_id),
                    variants::sku.eq(&variant.sku),
                );
                diesel::insert_into(variants::table).values((content, whose)).execute(&mut **tx)?;
            }
        }
    }
    for (id, _) in known.iter().filter(|(_, sku)| new.iter().all(|variant| variant.sku != *sku)) {
        diesel::update(variants::table.find(id))
            .filter(variants::retired_at.is_null())
            .set(variants::retired_at.eq(now))
            .execute(&mut **tx)?;
    }
    Ok(())
}
