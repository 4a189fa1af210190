//! SQL about makers as the world sees them, and their profiles.

use diesel::prelude::*;

use super::holds_key;
use crate::accounts::{Kind, Organisation, Standing};
use crate::clusters::{MakerProfile, MembershipStanding, NewProfile};
use crate::columns::Json;
use crate::db::schema::{cluster_memberships, clusters, maker_profiles, organisations};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::OrganisationId;
use crate::locale::Wording;
use crate::web::Listing;

/// Which makers are looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MakerFilter {
    pub country: Option<String>,
    pub craft: Option<String>,
    /// The slug of a cluster that has confirmed them.
    pub cluster: Option<String>,
}

pub fn profile(conn: &mut DbConnection, maker: OrganisationId) -> Result<Option<MakerProfile>> {
    Ok(MakerProfile::query().filter(maker_profiles::maker_id.eq(maker)).first(conn).optional()?)
}

/// One page of approved makers, newest first.
pub fn makers_listed(
    conn: &mut DbConnection,
    filter: &MakerFilter,
    listing: Listing,
) -> Result<Vec<(Organisation, Option<MakerProfile>)>> {
    let mut query = organisations::table
        .left_join(maker_profiles::table)
        .filter(organisations::id.lt(OrganisationId(listing.before)))
        .filter(organisations::kind.eq(Kind::Maker).and(organisations::standing.eq(Standing::Approved)))
        .select((Organisation::as_select(), Option::<MakerProfile>::as_select()))
        .into_boxed();
    if let Some(country) = &filter.country {
        query = query.filter(organisations::country.eq(country.clone()));
    }
    if let Some(craft) = &filter.craft {
        query = query.filter(maker_profiles::crafts.like(holds_key(craft)));
    }
    if let Some(cluster) = &filter.cluster {
        let confirmed = cluster_memberships::table
            .inner_join(clusters::table)
            .filter(clusters::slug.eq(cluster.clone()))
            .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
            .select(cluster_memberships::maker_id);
        query = query.filter(organisations::id.eq_any(confirmed));
    }
    Ok(query.order(organisations::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// The countries in which there is an approved maker.
pub fn maker_countries(conn: &mut DbConnection) -> Result<Vec<String>> {
    Ok(organisations::table
        .filter(organisations::kind.eq(Kind::Maker).and(organisations::standing.eq(Standing::Approved)))
        .select(organisations::country)
        .distinct()
        .load(conn)?)
}

/// What a maker tells, as columns: the same for a first profile and a changed one.
macro_rules! content {
    ($new:expr) => {
        (
            maker_profiles::place.eq(Json::<Wording>::from($new.place.clone())),
            maker_profiles::crafts.eq(Json::<Vec<String>>::from($new.crafts.clone())),
            maker_profiles::story.eq(Json::<Wording>::from($new.story.clone())),
            maker_profiles::founded.eq($new.founded),
            maker_profiles::people_count.eq($new.people_count),
            maker_profiles::weekly_capacity.eq($new.weekly_capacity),
            maker_profiles::exports_itself.eq($new.exports_itself),
            maker_profiles::incoterms.eq(Json::from($new.incoterms.clone())),
            maker_profiles::currency.eq($new.currency),
            maker_profiles::order_minimum_minor.eq($new.order_minimum.map(|least| least.minor)),
            maker_profiles::order_minimum_currency.eq($new.order_minimum.map(|least| least.currency)),
        )
    };
}

pub fn insert_profile(tx: &mut Write<'_>, maker: OrganisationId, new: &NewProfile) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(maker_profiles::table)
        .values((maker_profiles::maker_id.eq(maker), content!(new), maker_profiles::updated_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(())
}

pub fn update_profile(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    new: &NewProfile,
    version: i64,
) -> Result<()> {
    let now = tx.now();
    let changed = diesel::update(maker_profiles::table.find(maker))
        .filter(maker_profiles::version.eq(version))
        .set((
            content!(new),
            maker_profiles::updated_at.eq(now),
            maker_profiles::version.eq(maker_profiles::version + 1),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
}
