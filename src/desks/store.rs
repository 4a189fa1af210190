//! What the desks count and pick over several slices at once.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::accounts::{Kind, Standing};
use crate::catalogue::{Picture, Product, Status, shown_to_all};
use crate::clock::Date;
use crate::clusters::MembershipStanding;
use crate::db::DbConnection;
use crate::db::schema::{
    agreements, cluster_memberships, clusters, collections, deals, organisations, pictures, products,
    quote_versions, quotes, signatures, sourcing_requests,
};
use crate::error::Result;
use crate::ids::{ClusterId, OrganisationId};
use crate::trade::agreements::AgreementStatus;
use crate::trade::deals::DealStatus;
use crate::trade::quotes::QuoteStatus;

/// What is on show in the house.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counts {
    pub makers: i64,
    pub clusters: i64,
    pub collections: i64,
    pub products: i64,
}

/// Nothing of a maker whom no officer has approved is counted.
pub fn counts(conn: &mut DbConnection) -> Result<Counts> {
    let makers = organisations::table
        .filter(organisations::kind.eq(Kind::Maker).and(organisations::standing.eq(Standing::Approved)))
        .count()
        .get_result(conn)?;
    let collections = collections::table
        .inner_join(organisations::table)
        .filter(collections::status.eq(Status::Published))
        .filter(organisations::standing.eq(Standing::Approved))
        .count()
        .get_result(conn)?;
    let products = products::table
        .inner_join(organisations::table)
        .filter(products::status.eq(Status::Published))
        .filter(organisations::standing.eq(Standing::Approved))
        .count()
        .get_result(conn)?;
    Ok(Counts { makers, clusters: clusters::table.count().get_result(conn)?, collections, products })
}

/// A picture to stand for a cluster: the newest of a product on show of its makers.
pub fn cover_of_cluster(conn: &mut DbConnection, cluster: ClusterId) -> Result<Option<Picture>> {
    let makers = cluster_memberships::table
        .inner_join(organisations::table)
        .filter(cluster_memberships::cluster_id.eq(cluster))
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .filter(organisations::standing.eq(Standing::Approved))
        .select(cluster_memberships::maker_id);
    // Beginning at the pictures: there are fewer of them than products, and often the very first will do.
    Ok(pictures::table
        .inner_join(products::table)
        .filter(products::status.eq(Status::Published))
        .filter(shown_to_all())
        .filter(pictures::maker_id.eq_any(makers))
        .order(pictures::id.desc())
        .select(Picture::as_select())
        .first(conn)
        .optional()?)
}

/// A picture to stand for a maker.
pub fn cover_of_maker(conn: &mut DbConnection, maker: OrganisationId) -> Result<Option<Picture>> {
    Ok(pictures::table
        .inner_join(products::table)
        .filter(products::status.eq(Status::Published))
        .filter(shown_to_all())
        .filter(pictures::maker_id.eq(maker))
        .order(pictures::id.desc())
        .select(Picture::as_select())
        .first(conn)
        .optional()?)
}

/// The newest products on show of a cluster's makers.
pub fn newest_of_cluster(conn: &mut DbConnection, cluster: ClusterId, limit: i64) -> Result<Vec<Product>> {
    let makers = cluster_memberships::table
        .inner_join(organisations::table)
        .filter(cluster_memberships::cluster_id.eq(cluster))
        .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
        .filter(organisations::standing.eq(Standing::Approved))
        .select(cluster_memberships::maker_id);
    Ok(Product::query()
        .filter(products::status.eq(Status::Published))
        .filter(products::maker_id.eq_any(makers))
        .order(products::id.desc())
        .limit(limit)
        .load(conn)?)
}

/// How many products of a maker have a status.
pub fn count_products(conn: &mut DbConnection, maker: OrganisationId, status: Status) -> Result<i64> {
    Ok(products::table
        .filter(products::maker_id.eq(maker).and(products::status.eq(status)))
        .count()
        .get_result(conn)?)
}

/// Offers of the other side that can still be accepted.
pub fn count_offers_to(conn: &mut DbConnection, own: OrganisationId, today: Date) -> Result<i64> {
    Ok(quotes::table
        .inner_join(quote_versions::table)
        .filter(quote_versions::number.eq(quotes::latest_number))
        .filter(quotes::maker_id.eq(own).or(quotes::buyer_id.eq(own)))
        .filter(quotes::status.eq(QuoteStatus::Open))
        .filter(quote_versions::offered_by.ne(own).and(quote_versions::valid_until.ge(today)))
        .count()
        .get_result(conn)?)
}

/// Agreements that were proposed and lack the own signature.
pub fn count_to_sign(conn: &mut DbConnection, own: OrganisationId) -> Result<i64> {
    let signed =
        signatures::table.filter(signatures::organisation_id.eq(own)).select(signatures::agreement_id);
    Ok(agreements::table
        .filter(agreements::maker_id.eq(own).or(agreements::buyer_id.eq(own)))
        .filter(agreements::status.eq(AgreementStatus::Proposed))
        .filter(agreements::id.ne_all(signed))
        .count()
        .get_result(conn)?)
}

/// Deals in a state, drafted by the other side if `theirs`.
pub fn count_deals(
    conn: &mut DbConnection,
    own: OrganisationId,
    status: DealStatus,
    theirs: bool,
) -> Result<i64> {
    let mut query = deals::table
        .filter(deals::maker_id.eq(own).or(deals::buyer_id.eq(own)))
        .filter(deals::status.eq(status))
        .into_boxed();
    if theirs {
        query = query.filter(deals::created_by.ne(own));
    }
    Ok(query.count().get_result(conn)?)
}

/// Has this buyer ever asked for anything?
pub fn has_requests(conn: &mut DbConnection, buyer: OrganisationId) -> Result<bool> {
    let own = sourcing_requests::table.filter(sourcing_requests::buyer_id.eq(buyer));
    Ok(diesel::select(exists(own)).get_result(conn)?)
}
