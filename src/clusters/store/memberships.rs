//! SQL about who belongs to which cluster.

use diesel::prelude::*;

use crate::accounts::{Organisation, Standing};
use crate::clock::Time;
use crate::clusters::{Cluster, MakerProfile, Membership, MembershipStanding};
use crate::db::schema::{cluster_memberships, clusters, maker_profiles, organisations};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{ClusterId, OrganisationId, PersonId};
use crate::web::Listing;

/// A membership with the maker it is of.
pub type MembershipRow = (Membership, Organisation, Option<MakerProfile>);

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

pub fn membership_by_id(conn: &mut DbConnection, id: i64) -> Result<Membership> {
    Ok(Membership::query().filter(cluster_memberships::id.eq(id)).first(conn)?)
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

/// The same for several makers at once.
pub fn clusters_of_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
) -> Result<Vec<(OrganisationId, Cluster)>> {
    Ok(clusters::table
        .inner_join(cluster_memberships::table)
        .filter(cluster_memberships::maker_id.eq_any(makers.to_vec()))
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .order(clusters::id)
        .select((cluster_memberships::maker_id, Cluster::as_select()))
        .load(conn)?)
}

/// The makers of a cluster: confirmed by it, and approved by an officer.
pub fn confirmed_makers(conn: &mut DbConnection, cluster: ClusterId) -> Result<Vec<Organisation>> {
    Ok(organisations::table
        .inner_join(cluster_memberships::table)
        .filter(cluster_memberships::cluster_id.eq(cluster))
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .filter(organisations::standing.eq(Standing::Approved))
        .order(organisations::name)
        .select(Organisation::as_select())
        .load(conn)?)
}

/// Everything between a maker and clusters, the latest first.
pub fn memberships_of_maker(
    conn: &mut DbConnection,
    maker: OrganisationId,
) -> Result<Vec<(Membership, Cluster)>> {
    Ok(cluster_memberships::table
        .inner_join(clusters::table)
        .filter(cluster_memberships::maker_id.eq(maker))
        .order(cluster_memberships::id.desc())
        .select((Membership::as_select(), Cluster::as_select()))
        .load(conn)?)
}

/// Memberships of one cluster or of all, one page of them.
pub fn memberships_listed(
    conn: &mut DbConnection,
    cluster: Option<ClusterId>,
    standing: Option<MembershipStanding>,
    listing: Listing,
) -> Result<Vec<MembershipRow>> {
    let mut query = cluster_memberships::table
        .inner_join(organisations::table.left_join(maker_profiles::table))
        .filter(cluster_memberships::id.lt(listing.before))
        .select((Membership::as_select(), Organisation::as_select(), Option::<MakerProfile>::as_select()))
        .into_boxed();
    if let Some(cluster) = cluster {
        query = query.filter(cluster_memberships::cluster_id.eq(cluster));
    }
    if let Some(standing) = standing {
        query = query.filter(cluster_memberships::standing.eq(standing));
    }
    Ok(query.order(cluster_memberships::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// How many makers wait for an answer of one cluster, or of all.
pub fn count_requests(conn: &mut DbConnection, cluster: Option<ClusterId>) -> Result<i64> {
    let waiting =
        cluster_memberships::table.filter(cluster_memberships::standing.eq(MembershipStanding::Requested));
    Ok(match cluster {
        Some(cluster) => {
            waiting.filter(cluster_memberships::cluster_id.eq(cluster)).count().get_result(conn)?
        }
        None => waiting.count().get_result(conn)?,
    })
}

pub fn insert_request(tx: &mut Write<'_>, cluster: ClusterId, maker: OrganisationId) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(cluster_memberships::table)
        .values((
            cluster_memberships::cluster_id.eq(cluster),
            cluster_memberships::maker_id.eq(maker),
            cluster_memberships::standing.eq(MembershipStanding::Requested),
            cluster_memberships::requested_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub fn request_again(tx: &mut Write<'_>, id: i64) -> Result<()> {
    let now = tx.now();
    diesel::update(cluster_memberships::table.find(id))
        .set((
            cluster_memberships::standing.eq(MembershipStanding::Requested),
            cluster_memberships::requested_at.eq(now),
            cluster_memberships::decided_at.eq(None::<Time>),
            cluster_memberships::decided_by.eq(None::<PersonId>),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub fn set_standing(tx: &mut Write<'_>, id: i64, standing: MembershipStanding, by: PersonId) -> Result<()> {
    let now = tx.now();
    diesel::update(cluster_memberships::table.find(id))
        .set((
            cluster_memberships::standing.eq(standing),
            cluster_memberships::decided_at.eq(now),
            cluster_memberships::decided_by.eq(by),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
