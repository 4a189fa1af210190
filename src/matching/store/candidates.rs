//! Reading what the matcher compares: published products of approved makers, with what their makers have promised.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::accounts::{self, Standing};
use crate::catalogue::{self, Certificate, Conditions, Period, Product, Status};
use crate::clock::Date;
use crate::clusters::{MakerProfile, MembershipStanding};
use crate::commitments::{self, Grant, Reservation};
use crate::db::DbConnection;
use crate::db::schema::{cluster_memberships, maker_profiles, organisations, pictures, products};
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, RequestId};
use crate::locale::Language;
use crate::matching::answers::{self, MakerLimits};

/// Bound values in one statement: both databases allow more.
pub const CHUNK: usize = 500;

/// Products of these crafts, or of any, that are published by approved makers; the newest, no more than `most`.
pub fn products_of_crafts(conn: &mut DbConnection, crafts: &[String], most: i64) -> Result<Vec<ProductId>> {
    let mut query = products::table
        .inner_join(organisations::table)
        .filter(products::status.eq(Status::Published).and(organisations::standing.eq(Standing::Approved)))
        .select(products::id)
        .into_boxed();
    if !crafts.is_empty() {
        query = query.filter(products::craft.eq_any(crafts.to_vec()));
    }
    Ok(query.order(products::id.desc()).limit(most).load(conn)?)
}

pub fn all_published_of(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<ProductId>> {
    Ok(products::table
        .filter(products::maker_id.eq(maker).and(products::status.eq(Status::Published)))
        .order(products::id)
        .select(products::id)
        .load(conn)?)
}

/// Everything that the matcher's candidates are made of.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    pub products: Vec<Product>,
    pub countries: BTreeMap<OrganisationId, String>,
    pub profiles: BTreeMap<OrganisationId, MakerProfile>,
    pub in_cluster: BTreeSet<OrganisationId>,
    pub pictured: BTreeSet<ProductId>,
    pub grants: Vec<Grant>,
    pub reservations: Vec<Reservation>,
    pub periods: Vec<Period>,
    pub certificates: Vec<Certificate>,
    /// Those of each maker's people.
    pub languages: BTreeMap<OrganisationId, BTreeSet<Language>>,
    /// By maker, then by buyer.
    pub agreed: BTreeMap<OrganisationId, BTreeMap<OrganisationId, Conditions>>,
    pub declined: BTreeMap<OrganisationId, BTreeSet<RequestId>>,
    pub limits: BTreeMap<OrganisationId, MakerLimits>,
}

/// Those of the products that are published by approved makers, and what belongs to them.
pub fn stock(conn: &mut DbConnection, ids: &[ProductId], today: Date) -> Result<Stock> {
    let mut stock = Stock::default();
    for some in ids.chunks(CHUNK) {
        let rows: Vec<(Product, String)> = products::table
            .inner_join(organisations::table)
            .filter(products::id.eq_any(some))
            .filter(
                products::status.eq(Status::Published).and(organisations::standing.eq(Standing::Approved)),
            )
            .select((Product::as_select(), organisations::country))
            .order(products::id)
            .load(conn)?;
        let with_picture: Vec<Option<ProductId>> = pictures::table
            .filter(pictures::product_id.eq_any(some))
            .select(pictures::product_id)
            .distinct()
            .load(conn)?;
        stock.pictured.extend(with_picture.into_iter().flatten());
        for (product, country) in rows {
            stock.countries.insert(product.maker_id, country);
            stock.products.push(product);
        }
    }
    let makers: Vec<OrganisationId> = stock.countries.keys().copied().collect();
    for some in makers.chunks(CHUNK) {
        let profiles: Vec<MakerProfile> =
            MakerProfile::query().filter(maker_profiles::maker_id.eq_any(some)).load(conn)?;
        stock.profiles.extend(profiles.into_iter().map(|profile| (profile.maker_id, profile)));
        let members: Vec<OrganisationId> = cluster_memberships::table
            .filter(cluster_memberships::maker_id.eq_any(some))
            .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
            .select(cluster_memberships::maker_id)
            .load(conn)?;
        stock.in_cluster.extend(members);
        stock.grants.extend(commitments::grants_of_makers(conn, some)?);
        stock.reservations.extend(commitments::reservations_of_makers(conn, some, today)?);
        stock.certificates.extend(catalogue::certificates_of_makers(conn, some)?);
        stock.languages.extend(accounts::languages_of(conn, some)?);
        stock.periods.extend(catalogue::periods_of_makers(conn, some, today)?);
        stock.declined.extend(answers::declines_of_makers(conn, some)?);
        stock.limits.extend(answers::limits_of_makers(conn, some)?);
        stock.agreed.extend(catalogue::conditions_of_makers(conn, some, today)?);
    }
    Ok(stock)
}
