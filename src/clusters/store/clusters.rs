//! SQL about clusters.

use std::collections::HashMap;

use diesel::prelude::*;

use super::holds_key;
use crate::accounts::{Kind, Organisation, Standing};
use crate::clusters::sector::and_below;
use crate::clusters::{Cluster, MembershipStanding, NewCluster, Presentation};
use crate::columns::Json;
use crate::db::schema::{cluster_memberships, clusters, organisations};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{ClusterId, OrganisationId};
use crate::locale::Wording;
use crate::web::Listing;

/// Which clusters are looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClusterFilter {
    pub country: Option<String>,
    /// With everything below it.
    pub sector: Option<String>,
    pub craft: Option<String>,
}

pub fn cluster(conn: &mut DbConnection, id: ClusterId) -> Result<Cluster> {
    Ok(Cluster::query().filter(clusters::id.eq(id)).first(conn)?)
}

pub fn cluster_by_slug(conn: &mut DbConnection, slug: &str) -> Result<Cluster> {
    Ok(Cluster::query().filter(clusters::slug.eq(slug)).first(conn)?)
}

/// The cluster that an organisation leads.
pub fn cluster_of_organisation(
    conn: &mut DbConnection,
    organisation: OrganisationId,
) -> Result<Option<Cluster>> {
    Ok(Cluster::query().filter(clusters::organisation_id.eq(organisation)).first(conn).optional()?)
}

/// All clusters by country, for choosing one; there are some dozens at most.
pub fn all_clusters(conn: &mut DbConnection) -> Result<Vec<Cluster>> {
    Ok(Cluster::query().order((clusters::country, clusters::slug)).load(conn)?)
}

/// One page of clusters, newest first.
pub fn clusters_listed(
    conn: &mut DbConnection,
    filter: &ClusterFilter,
    listing: Listing,
) -> Result<Vec<Cluster>> {
    let mut query = Cluster::query().filter(clusters::id.lt(ClusterId(listing.before))).into_boxed();
    if let Some(country) = &filter.country {
        query = query.filter(clusters::country.eq(country.clone()));
    }
    if let Some(sector) = &filter.sector {
        query = query.filter(clusters::sector.eq_any(and_below(sector)));
    }
    if let Some(craft) = &filter.craft {
        query = query.filter(clusters::crafts.like(holds_key(craft)));
    }
    Ok(query.order(clusters::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// How many makers each cluster has: confirmed by the cluster and approved by an officer, as everywhere.
pub fn members_by_cluster(conn: &mut DbConnection) -> Result<HashMap<ClusterId, i64>> {
    let counts: Vec<(ClusterId, i64)> = cluster_memberships::table
        .inner_join(organisations::table)
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .filter(organisations::standing.eq(Standing::Approved))
        .group_by(cluster_memberships::cluster_id)
        .select((cluster_memberships::cluster_id, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(counts.into_iter().collect())
}

/// How many makers one cluster has.
pub fn count_members(conn: &mut DbConnection, cluster: ClusterId) -> Result<i64> {
    Ok(cluster_memberships::table
        .inner_join(organisations::table)
        .filter(cluster_memberships::cluster_id.eq(cluster))
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .filter(organisations::standing.eq(Standing::Approved))
        .count()
        .get_result(conn)?)
}

/// Approved cluster organisations that lead no cluster yet.
pub fn free_leaders(conn: &mut DbConnection) -> Result<Vec<Organisation>> {
    Ok(Organisation::query()
        .filter(organisations::kind.eq(Kind::Cluster).and(organisations::standing.eq(Standing::Approved)))
        .filter(organisations::id.ne_all(clusters::table.select(clusters::organisation_id)))
        .order(organisations::name)
        .load(conn)?)
}

/// An address of its own: the name, with a number if another has it already.
pub fn free_slug(conn: &mut DbConnection, wished: &str) -> Result<String> {
    let taken: Vec<String> = clusters::table
        .filter(clusters::slug.like(format!("{wished}%")))
        .select(clusters::slug)
        .load(conn)?;
    let numbered = (2..).map(|number| format!("{wished}-{number}"));
    let mut candidates = std::iter::once(wished.to_owned()).chain(numbered);
    candidates.find(|slug| !taken.contains(slug)).ok_or_else(|| Error::broken("numbers ran out"))
}

pub fn insert_cluster(
    tx: &mut Write<'_>,
    organisation: OrganisationId,
    slug: &str,
    new: &NewCluster,
) -> Result<ClusterId> {
    let now = tx.now();
    Ok(diesel::insert_into(clusters::table)
        .values((
            clusters::organisation_id.eq(organisation),
            clusters::slug.eq(slug),
            clusters::name.eq(Json::<Wording>::from(new.name.clone())),
            clusters::country.eq(&new.country),
            clusters::place.eq(Json::<Wording>::from(new.place.clone())),
            clusters::sector.eq(&new.sector),
            clusters::crafts.eq(Json::<Vec<String>>::from(new.crafts.clone())),
            clusters::summary.eq(Json::<Wording>::from(new.summary.clone())),
            clusters::latitude.eq(new.latitude),
            clusters::longitude.eq(new.longitude),
            clusters::created_at.eq(now),
        ))
        .returning(clusters::id)
        .get_result(&mut **tx)?)
}

pub fn update_cluster(
    tx: &mut Write<'_>,
    id: ClusterId,
    organisation: OrganisationId,
    new: &NewCluster,
    version: i64,
) -> Result<()> {
    let changed = diesel::update(clusters::table.find(id))
        .filter(clusters::version.eq(version))
        .set((
            clusters::organisation_id.eq(organisation),
            clusters::name.eq(Json::<Wording>::from(new.name.clone())),
            clusters::country.eq(&new.country),
            clusters::place.eq(Json::<Wording>::from(new.place.clone())),
            clusters::sector.eq(&new.sector),
            clusters::crafts.eq(Json::<Vec<String>>::from(new.crafts.clone())),
            clusters::summary.eq(Json::<Wording>::from(new.summary.clone())),
            clusters::latitude.eq(new.latitude),
            clusters::longitude.eq(new.longitude),
            clusters::version.eq(clusters::version + 1),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
}

pub fn update_presentation(tx: &mut Write<'_>, id: ClusterId, new: &Presentation) -> Result<()> {
    let changed = diesel::update(clusters::table.find(id))
        .filter(clusters::version.eq(new.version))
        .set((
            clusters::place.eq(Json::<Wording>::from(new.place.clone())),
            clusters::crafts.eq(Json::<Vec<String>>::from(new.crafts.clone())),
            clusters::summary.eq(Json::<Wording>::from(new.summary.clone())),
            clusters::version.eq(clusters::version + 1),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
}
