//! SQL about collections.

use std::collections::{HashMap, HashSet};

use diesel::dsl::exists;
use diesel::prelude::*;

use super::Dates;
use crate::accounts::Standing;
use crate::catalogue::{Collection, NewCollection, Status};
use crate::columns::Json;
use crate::db::schema::{collections, organisations, products};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{CollectionId, OrganisationId};
use crate::locale::Wording;
use crate::web::Listing;

pub fn collection(conn: &mut DbConnection, id: CollectionId) -> Result<Collection> {
    Ok(Collection::query().filter(collections::id.eq(id)).first(conn)?)
}

pub fn collection_by_slug(conn: &mut DbConnection, slug: &str) -> Result<Collection> {
    Ok(Collection::query().filter(collections::slug.eq(slug)).first(conn)?)
}

/// Everything of one maker, newest first.
pub fn collections_of_maker(
    conn: &mut DbConnection,
    maker: OrganisationId,
    listing: Listing,
) -> Result<Vec<Collection>> {
    Ok(Collection::query()
        .filter(collections::maker_id.eq(maker).and(collections::id.lt(CollectionId(listing.before))))
        .order(collections::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

/// The ids and titles of everything of one maker, for choosing among them.
pub(in crate::catalogue) fn collection_titles(
    conn: &mut DbConnection,
    maker: OrganisationId,
) -> Result<Vec<(CollectionId, String, Wording)>> {
    let rows: Vec<(CollectionId, String, Json<Wording>)> = collections::table
        .filter(collections::maker_id.eq(maker))
        .order(collections::id.desc())
        .select((collections::id, collections::slug, collections::title))
        .load(conn)?;
    Ok(rows.into_iter().map(|(id, slug, title)| (id, slug, title.into_inner())).collect())
}

/// What the world may see, newest first.
pub fn published_collections(conn: &mut DbConnection, listing: Listing) -> Result<Vec<Collection>> {
    public_collections(conn, None, None, None, listing)
}

/// The same, narrowed to a maker, to the maker's country, or to a craft of one of its products on show.
pub(in crate::catalogue) fn public_collections(
    conn: &mut DbConnection,
    maker: Option<OrganisationId>,
    country: Option<&str>,
    craft: Option<&str>,
    listing: Listing,
) -> Result<Vec<Collection>> {
    let mut query = Collection::query()
        .inner_join(organisations::table)
        .filter(collections::status.eq(Status::Published))
        .filter(organisations::standing.eq(Standing::Approved))
        .filter(collections::id.lt(CollectionId(listing.before)))
        .into_boxed();
    if let Some(maker) = maker {
        query = query.filter(collections::maker_id.eq(maker));
    }
    if let Some(country) = country {
        query = query.filter(organisations::country.eq(country.to_owned()));
    }
    if let Some(craft) = craft {
        query = query.filter(exists(
            products::table
                .filter(products::collection_id.eq(collections::id.nullable()))
                .filter(products::status.eq(Status::Published))
                .filter(products::craft.eq(craft.to_owned())),
        ));
    }
    Ok(query.order(collections::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// Which of these the world may not see.
pub(in crate::catalogue) fn hidden_collections(
    conn: &mut DbConnection,
    of: impl Iterator<Item = CollectionId>,
) -> Result<HashSet<CollectionId>> {
    let ids: Vec<CollectionId> = of.collect::<HashSet<_>>().into_iter().collect();
    let rows: Vec<CollectionId> = collections::table
        .filter(collections::id.eq_any(ids))
        .filter(collections::status.ne(Status::Published))
        .select(collections::id)
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// How many products of each collection are on show.
pub(in crate::catalogue) fn count_published_products(
    conn: &mut DbConnection,
    of: &[CollectionId],
) -> Result<HashMap<CollectionId, i64>> {
    let rows: Vec<(Option<CollectionId>, i64)> = products::table
        .filter(products::collection_id.eq_any(of.to_vec()))
        .filter(products::status.eq(Status::Published))
        .group_by(products::collection_id)
        .select((products::collection_id, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(id, count)| Some((id?, count))).collect())
}

/// A new draft.
pub(in crate::catalogue) fn insert_collection(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    slug: &str,
    new: &NewCollection,
) -> Result<CollectionId> {
    let now = tx.now();
    Ok(diesel::insert_into(collections::table)
        .values((
            collections::maker_id.eq(maker),
            collections::slug.eq(slug),
            collections::title.eq(Json::from(new.title.clone())),
            collections::story.eq(Json::from(new.story.clone())),
            collections::status.eq(Status::Draft),
            collections::created_at.eq(now),
            collections::updated_at.eq(now),
        ))
        .returning(collections::id)
        .get_result(&mut **tx)?)
}

pub(in crate::catalogue) fn update_collection(
    tx: &mut Write<'_>,
    id: CollectionId,
    slug: &str,
    new: &NewCollection,
) -> Result<()> {
    let now = tx.now();
    diesel::update(collections::table.find(id))
        .set((
            collections::slug.eq(slug),
            collections::title.eq(Json::from(new.title.clone())),
            collections::story.eq(Json::from(new.story.clone())),
            collections::updated_at.eq(now),
            collections::version.eq(collections::version + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(in crate::catalogue) fn set_collection_status(
    tx: &mut Write<'_>,
    id: CollectionId,
    status: Status,
    dates: Dates,
) -> Result<()> {
    let now = tx.now();
    diesel::update(collections::table.find(id))
        .set((
            collections::status.eq(status),
            collections::published_at.eq(dates.published_at),
            collections::withdrawn_at.eq(dates.withdrawn_at),
            collections::updated_at.eq(now),
            collections::version.eq(collections::version + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
