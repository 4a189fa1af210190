//! SQL about the people of workshops.

use std::collections::HashMap;

use diesel::prelude::*;

use super::artisan::{Artisan, Consent};
use super::credit::{Credit, Did};
use super::form::NewArtisan;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{artisan_consents, artisans, product_artisans};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{ArtisanId, OrganisationId, PersonId, ProductId};
use crate::locale::Wording;

pub(super) fn artisan(conn: &mut DbConnection, id: ArtisanId) -> Result<Artisan> {
    Ok(Artisan::query().filter(artisans::id.eq(id)).first(conn)?)
}

/// All of a maker, in the order in which they came; erased ones too.
pub fn artisans_of_maker(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Artisan>> {
    Ok(Artisan::query().filter(artisans::maker_id.eq(maker)).order(artisans::id).load(conn)?)
}

pub(super) fn artisans_by_portrait(conn: &mut DbConnection, key: &str) -> Result<Vec<Artisan>> {
    Ok(Artisan::query().filter(artisans::portrait.eq(key)).order(artisans::id).load(conn)?)
}

/// What a maker writes, as columns.
macro_rules! content {
    ($new:expr, $retired:expr) => {
        (
            artisans::name.eq(&$new.name),
            artisans::role.eq(Json::from($new.role.clone())),
            artisans::techniques.eq(Json::from($new.techniques.clone())),
            artisans::since.eq($new.since),
            artisans::words.eq(Json::from($new.words.clone())),
            artisans::consents.eq($new.consents),
            artisans::retired_at.eq($retired),
        )
    };
}

pub(super) fn insert(tx: &mut Write<'_>, maker: OrganisationId, new: &NewArtisan) -> Result<ArtisanId> {
    let now = tx.now();
    Ok(diesel::insert_into(artisans::table)
        .values((
            artisans::maker_id.eq(maker),
            content!(new, new.retired.then_some(now)),
            artisans::version.eq(1_i64),
            artisans::created_at.eq(now),
            artisans::updated_at.eq(now),
        ))
        .returning(artisans::id)
        .get_result(&mut **tx)?)
}

pub(super) fn update(tx: &mut Write<'_>, before: &Artisan, new: &NewArtisan) -> Result<()> {
    let now = tx.now();
    let retired = new.retired.then(|| before.retired_at.unwrap_or(now));
    diesel::update(artisans::table.find(before.id))
        .set((
            content!(new, retired),
            artisans::version.eq(artisans::version + 1),
            artisans::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn set_portrait(tx: &mut Write<'_>, id: ArtisanId, key: Option<&str>) -> Result<()> {
    let now = tx.now();
    diesel::update(artisans::table.find(id))
        .set((artisans::portrait.eq(key), artisans::updated_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Leaves nothing of a person but that there was one.
pub(super) fn erase(tx: &mut Write<'_>, id: ArtisanId) -> Result<()> {
    let now = tx.now();
    let nothing = Json::from(Wording::default());
    diesel::update(artisans::table.find(id))
        .set((
            artisans::name.eq(""),
            artisans::role.eq(nothing.clone()),
            artisans::techniques.eq(Json::from(Vec::<String>::new())),
            artisans::since.eq(None::<i64>),
            artisans::words.eq(nothing),
            artisans::portrait.eq(None::<String>),
            artisans::consents.eq(false),
            artisans::erased_at.eq(Some(now)),
            artisans::version.eq(artisans::version + 1),
            artisans::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    diesel::update(artisan_consents::table.filter(artisan_consents::artisan_id.eq(id)))
        .set(artisan_consents::how.eq(""))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn note_consent(
    tx: &mut Write<'_>,
    id: ArtisanId,
    given: bool,
    how: &str,
    by: PersonId,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(artisan_consents::table)
        .values((
            artisan_consents::artisan_id.eq(id),
            artisan_consents::given.eq(given),
            artisan_consents::how.eq(how),
            artisan_consents::recorded_by.eq(by),
            artisan_consents::recorded_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The last word first.
pub(super) fn consents(conn: &mut DbConnection, id: ArtisanId) -> Result<Vec<Consent>> {
    Ok(Consent::query()
        .filter(artisan_consents::artisan_id.eq(id))
        .order(artisan_consents::id.desc())
        .load(conn)?)
}

/// Who made these products, in the order in which they are named.
pub fn credits_of_products(
    conn: &mut DbConnection,
    products: &[ProductId],
) -> Result<HashMap<ProductId, Vec<Credit>>> {
    let rows: Vec<(ProductId, Did, Artisan)> = product_artisans::table
        .inner_join(artisans::table)
        .filter(product_artisans::product_id.eq_any(products.to_vec()))
        .order((product_artisans::rank, product_artisans::id))
        .select((product_artisans::product_id, product_artisans::did, Artisan::as_select()))
        .load(conn)?;
    let mut found: HashMap<ProductId, Vec<Credit>> = HashMap::new();
    for (product, did, artisan) in rows {
        found.entry(product).or_default().push(Credit { did, artisan });
    }
    Ok(found)
}

pub(super) fn replace_credits(
    tx: &mut Write<'_>,
    product: ProductId,
    credits: &[(ArtisanId, Did)],
) -> Result<()> {
    diesel::delete(product_artisans::table.filter(product_artisans::product_id.eq(product)))
        .execute(&mut **tx)?;
    for (rank, (artisan, did)) in (0_i64..).zip(credits) {
        diesel::insert_into(product_artisans::table)
            .values((
                product_artisans::product_id.eq(product),
                product_artisans::artisan_id.eq(artisan),
                product_artisans::did.eq(did),
                product_artisans::rank.eq(rank),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// So many pieces name each of a maker's people.
pub(super) fn count_pieces(
    conn: &mut DbConnection,
    maker: OrganisationId,
) -> Result<HashMap<ArtisanId, i64>> {
    let pairs: Vec<(ArtisanId, ProductId)> = product_artisans::table
        .inner_join(artisans::table)
        .filter(artisans::maker_id.eq(maker))
        .select((product_artisans::artisan_id, product_artisans::product_id))
        .distinct()
        .load(conn)?;
    let mut counts = HashMap::new();
    for (artisan, _) in pairs {
        *counts.entry(artisan).or_insert(0) += 1;
    }
    Ok(counts)
}

/// When somebody's row was last touched, for whoever edits who made a product.
pub(super) fn touch(tx: &mut Write<'_>, product: ProductId, now: Time) -> Result<()> {
    use crate::db::schema::products;
    diesel::update(products::table.find(product)).set(products::updated_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}
