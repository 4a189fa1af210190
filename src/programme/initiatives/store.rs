//! All SQL about initiatives.

use diesel::prelude::*;

use super::{Initiative, NewInitiative};
use crate::clusters::Cluster;
use crate::columns::Json;
use crate::db::schema::{clusters, initiatives};
use crate::db::{DbConnection, Write};
use crate::error::Result;

/// Every initiative with its cluster, country by country.
pub fn initiatives(conn: &mut DbConnection) -> Result<Vec<(Initiative, Cluster)>> {
    Ok(initiatives::table
        .inner_join(clusters::table)
        .order((clusters::country, initiatives::id))
        .select((Initiative::as_select(), Cluster::as_select()))
        .load(conn)?)
}

pub fn initiative_by_slug(conn: &mut DbConnection, slug: &str) -> Result<(Initiative, Cluster)> {
    Ok(initiatives::table
        .inner_join(clusters::table)
        .filter(initiatives::slug.eq(slug))
        .select((Initiative::as_select(), Cluster::as_select()))
        .first(conn)?)
}

pub(in crate::programme) fn insert(tx: &mut Write<'_>, new: &NewInitiative) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(initiatives::table)
        .values((
            initiatives::cluster_id.eq(new.cluster),
            initiatives::slug.eq(&new.slug),
            initiatives::title.eq(Json::from(new.title.clone())),
            initiatives::summary.eq(Json::from(new.summary.clone())),
            initiatives::phase.eq(new.phase),
            initiatives::starts_on.eq(new.starts_on),
            initiatives::ends_on.eq(new.ends_on),
            initiatives::dates_indicative.eq(new.dates_indicative),
            initiatives::text_illustrative.eq(new.text_illustrative),
            initiatives::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
