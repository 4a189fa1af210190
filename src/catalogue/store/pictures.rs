//! SQL about pictures.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::catalogue::{KeptPicture, Picture, Status, Subject, shown_to_all};
use crate::columns::Json;
use crate::db::schema::{pictures, products};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{CollectionId, OrganisationId, PictureId, ProductId};
use crate::locale::Wording;

pub(in crate::catalogue) fn picture(conn: &mut DbConnection, id: PictureId) -> Result<Picture> {
    Ok(Picture::query().filter(pictures::id.eq(id)).first(conn)?)
}

pub(in crate::catalogue) fn pictures_of(conn: &mut DbConnection, subject: Subject) -> Result<Vec<Picture>> {
    match subject {
        Subject::Product(id) => pictures_of_product(conn, id),
        Subject::Collection(id) => pictures_of_collection(conn, id),
    }
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

/// The pictures of many products at once, each in its order.
pub(in crate::catalogue) fn pictures_of_all_products(
    conn: &mut DbConnection,
    of: &[ProductId],
) -> Result<HashMap<ProductId, Vec<Picture>>> {
    let rows: Vec<Picture> = Picture::query()
        .filter(pictures::product_id.eq_any(of.to_vec()))
        .order((pictures::rank, pictures::id))
        .load(conn)?;
    let mut found: HashMap<ProductId, Vec<Picture>> = HashMap::new();
    for picture in rows {
        if let Some(product) = picture.product_id {
            found.entry(product).or_default().push(picture);
        }
    }
    Ok(found)
}

/// The first picture of each product.
pub fn covers_of_products(conn: &mut DbConnection, of: &[ProductId]) -> Result<HashMap<ProductId, Picture>> {
    let all = pictures_of_all_products(conn, of)?;
    Ok(all.into_iter().filter_map(|(id, list)| Some((id, list.into_iter().next()?))).collect())
}

/// The first picture of each collection, or else of its first product on show that has one.
pub fn covers_of_collections(
    conn: &mut DbConnection,
    of: &[CollectionId],
) -> Result<HashMap<CollectionId, Picture>> {
    let mut found: HashMap<CollectionId, Picture> = HashMap::new();
    let own: Vec<Picture> = Picture::query()
        .filter(pictures::collection_id.eq_any(of.to_vec()))
        .order((pictures::rank, pictures::id))
        .load(conn)?;
    for picture in own {
        if let Some(collection) = picture.collection_id {
            found.entry(collection).or_insert(picture);
        }
    }
    let bare: Vec<CollectionId> = of.iter().copied().filter(|id| !found.contains_key(id)).collect();
    if bare.is_empty() {
        return Ok(found);
    }
    let borrowed: Vec<(Option<CollectionId>, Picture)> = products::table
        .inner_join(pictures::table)
        .filter(products::collection_id.eq_any(bare))
        .filter(products::status.eq(Status::Published))
        .filter(shown_to_all())
        .order((products::id, pictures::rank, pictures::id))
        .select((products::collection_id, Picture::as_select()))
        .load(conn)?;
    for (collection, picture) in borrowed {
        if let Some(collection) = collection {
            found.entry(collection).or_insert(picture);
        }
    }
    Ok(found)
}

/// Whatever shows this file; the same file may have been sent for several things.
pub(in crate::catalogue) fn pictures_by_key(conn: &mut DbConnection, key: &str) -> Result<Vec<Picture>> {
    Ok(Picture::query()
        .filter(pictures::large_key.eq(key).or(pictures::small_key.eq(key)))
        .order(pictures::id)
        .load(conn)?)
}

/// Puts a picture behind the ones that are there.
pub(in crate::catalogue) fn insert_picture(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    subject: Subject,
    kept: &KeptPicture,
    caption: &Wording,
) -> Result<PictureId> {
    let (product, collection) = match subject {
        Subject::Product(id) => (Some(id), None),
        Subject::Collection(id) => (None, Some(id)),
    };
    let rank = pictures_of(tx, subject)?.last().map_or(0, |last| last.rank + 1);
    let now = tx.now();
    Ok(diesel::insert_into(pictures::table)
        .values((
            pictures::product_id.eq(product),
            pictures::collection_id.eq(collection),
            pictures::maker_id.eq(maker),
            pictures::rank.eq(rank),
            pictures::large_key.eq(&kept.large.object_key),
            pictures::small_key.eq(&kept.small.object_key),
            pictures::width.eq(kept.width),
            pictures::height.eq(kept.height),
            pictures::caption.eq(Json::from(caption.clone())),
            pictures::created_at.eq(now),
        ))
        .returning(pictures::id)
        .get_result(&mut **tx)?)
}

pub(in crate::catalogue) fn set_caption(tx: &mut Write<'_>, id: PictureId, caption: &Wording) -> Result<()> {
    diesel::update(pictures::table.find(id))
        .set(pictures::caption.eq(Json::from(caption.clone())))
        .execute(&mut **tx)?;
    Ok(())
}

pub(in crate::catalogue) fn set_rank(tx: &mut Write<'_>, id: PictureId, rank: i64) -> Result<()> {
    diesel::update(pictures::table.find(id)).set(pictures::rank.eq(rank)).execute(&mut **tx)?;
    Ok(())
}

pub(in crate::catalogue) fn delete_picture(tx: &mut Write<'_>, id: PictureId) -> Result<()> {
    diesel::delete(pictures::table.find(id)).execute(&mut **tx)?;
    Ok(())
}
