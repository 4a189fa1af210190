//! All SQL about clusters, memberships and makers' profiles.

use diesel::prelude::*;

use super::{Cluster, MakerProfile, Membership, MembershipStanding};
use crate::accounts::Organisation;
use crate::db::DbConnection;
use crate::db::schema::{cluster_memberships, clusters, maker_profiles, organisations};
use crate::error::Result;
use crate::ids::{ClusterId, OrganisationId};

pub fn cluster(conn: &mut DbConnection, id: ClusterId) -> Result<Cluster> {
    Ok(Cluster::query().filter(clusters::id.eq(id)).first(conn)?)
}

pub fn cluster_by_slug(conn: &mut DbConnection, slug: &str) -> Result<Cluster> {
    Ok(Cluster::query().filter(clusters::slug.eq(slug)).first(conn)?)
}

/// The clusters that have confirmed a maker.
pub fn clusters_of_maker(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Cluster>> {
    Ok(clusters::table
        .inner_join(cluster_memberships::table)
        .filter(cluster_memberships::maker_id.eq(maker))
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .order(clusters::id)
        .select(Cluster::as_select())
        .load(conn)?)
}

/// The makers that a cluster has confirmed.
pub fn confirmed_makers(conn: &mut DbConnection, cluster: ClusterId) -> Result<Vec<Organisation>> {
    Ok(organisations::table
        .inner_join(cluster_memberships::table)
        .filter(cluster_memberships::cluster_id.eq(cluster))
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .order(organisations::name)
        .select(Organisation::as_select())
        .load(conn)?)
}

pub fn membership(
    conn: &mut DbConnection,
    cluster: ClusterId,
    maker: OrganisationId,
) -> Result<Option<Membership>> {
    Ok(Membership::query()
        .filter(cluster_memberships::cluster_id.eq(cluster).and(cluster_memberships::maker_id.eq(maker)))
        .first(conn)
        .optional()?)
}

pub fn profile(conn: &mut DbConnection, maker: OrganisationId) -> Result<Option<MakerProfile>> {
    Ok(MakerProfile::query().filter(maker_profiles::maker_id.eq(maker)).first(conn).optional()?)
}
