//! Reading what the matcher compares: published products of approved makers, with what their makers have promised.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::accounts::{self, Standing};
use crate::catalogue::{self, Certificate, Conditions, Period, Product, Status};
use crate::clock::Date;
use crate::clusters::MembershipStanding;
use crate::columns::Json;
use crate::commitments::{self, Grant, Reservation};
use crate::db::DbConnection;
use crate::db::schema::{cluster_memberships, maker_profiles, organisations, pictures, products};
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, RequestId};
use crate::incoterm::Incoterm;
use crate::locale::Language;
use crate::matching::answers::{self, MakerLimits};
use crate::matching::shelf::{Shelf, Ware};

/// Bound values in one statement: both databases allow more.
pub const CHUNK: usize = 500;

/// A product that is published by an approved maker, at the version that it has now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Queryable)]
pub struct OnShow {
    pub product: ProductId,
    version: i64,
    maker: OrganisationId,
    country: String,
    pictured: bool,
}

/// The columns of [`OnShow`], and what makes a product one.
macro_rules! on_show {
    () => {
        products::table
            .inner_join(organisations::table)
            .filter(
                products::status.eq(Status::Published).and(organisations::standing.eq(Standing::Approved)),
            )
            .select((
                products::id,
                products::version,
                products::maker_id,
                organisations::country,
                exists(pictures::table.filter(pictures::product_id.eq(products::id.nullable()))),
            ))
    };
}

/// Products of these crafts, or of any: the newest, no more than `most`.
pub fn on_show_of_crafts(conn: &mut DbConnection, crafts: &[String], most: i64) -> Result<Vec<OnShow>> {
    let mut query = on_show!().into_boxed();
    if !crafts.is_empty() {
        query = query.filter(products::craft.eq_any(crafts.to_vec()));
    }
    Ok(query.order(products::id.desc()).limit(most).load(conn)?)
}

/// Those of some products that are on show.
pub fn on_show(conn: &mut DbConnection, ids: &[ProductId]) -> Result<Vec<OnShow>> {
    let mut found = Vec::new();
    for some in ids.chunks(CHUNK) {
        found.extend(on_show!().filter(products::id.eq_any(some)).order(products::id).load::<OnShow>(conn)?);
    }
    Ok(found)
}

pub fn all_published_of(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<ProductId>> {
    Ok(products::table
        .filter(products::maker_id.eq(maker).and(products::status.eq(Status::Published)))
        .order(products::id)
        .select(products::id)
        .load(conn)?)
}

/// What a maker says of its workshop, as far as the matcher asks.
#[derive(Clone, Debug, Default, PartialEq, Queryable)]
pub struct Profile {
    pub weekly_capacity: Option<i64>,
    pub exports_itself: bool,
    pub incoterms: Json<Vec<Incoterm>>,
}

/// Everything that the matcher's candidates are made of.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    pub wares: BTreeMap<ProductId, Arc<Ware>>,
    pub countries: BTreeMap<OrganisationId, String>,
    pub profiles: BTreeMap<OrganisationId, Profile>,
    pub in_cluster: BTreeSet<OrganisationId>,
    pub pictured: BTreeSet<ProductId>,
    pub grants: BTreeMap<OrganisationId, Vec<Grant>>,
    pub reservations: BTreeMap<OrganisationId, Vec<Reservation>>,
    pub periods: BTreeMap<OrganisationId, Vec<Period>>,
    pub certificates: BTreeMap<OrganisationId, Vec<Certificate>>,
    /// Those of each maker's people.
    pub languages: BTreeMap<OrganisationId, BTreeSet<Language>>,
    /// By maker, then by buyer.
    pub agreed: BTreeMap<OrganisationId, BTreeMap<OrganisationId, Conditions>>,
    pub declined: BTreeMap<OrganisationId, BTreeSet<RequestId>>,
    pub limits: BTreeMap<OrganisationId, MakerLimits>,
}

/// What belongs to products. Those that the shelf does not know as they are now are read in full.
pub fn stock(conn: &mut DbConnection, shelf: &mut Shelf, on_show: &[OnShow], today: Date) -> Result<Stock> {
    let mut stock = Stock::default();
    let mut unknown = Vec::new();
    for one in on_show {
        match shelf.at(one.product, one.version) {
            Some(ware) => {
                stock.wares.insert(one.product, Arc::clone(ware));
            }
            None => unknown.push(one.product),
        }
        stock.countries.entry(one.maker).or_insert_with(|| one.country.clone());
        if one.pictured {
            stock.pictured.insert(one.product);
        }
    }
    for some in unknown.chunks(CHUNK) {
        let rows: Vec<Product> = Product::query().filter(products::id.eq_any(some)).load(conn)?;
        stock.wares.extend(rows.into_iter().map(|product| (product.id, shelf.put(product))));
    }
    let makers: Vec<OrganisationId> = stock.countries.keys().copied().collect();
    for some in makers.chunks(CHUNK) {
        let profiles: Vec<(OrganisationId, Profile)> = maker_profiles::table
            .filter(maker_profiles::maker_id.eq_any(some))
            .select((
                maker_profiles::maker_id,
                (maker_profiles::weekly_capacity, maker_profiles::exports_itself, maker_profiles::incoterms),
            ))
            .load(conn)?;
        stock.profiles.extend(profiles);
        let members: Vec<OrganisationId> = cluster_memberships::table
            .filter(cluster_memberships::maker_id.eq_any(some))
            .filter(cluster_memberships::standing.eq(MembershipStanding::Confirmed))
            .select(cluster_memberships::maker_id)
            .load(conn)?;
        stock.in_cluster.extend(members);
        by_maker(&mut stock.grants, commitments::grants_of_makers(conn, some)?, |grant| grant.maker_id);
        by_maker(&mut stock.reservations, commitments::reservations_of_makers(conn, some, today)?, |one| {
            one.maker_id
        });
        by_maker(&mut stock.certificates, catalogue::certificates_of_makers(conn, some)?, |one| one.maker_id);
        by_maker(&mut stock.periods, catalogue::periods_of_makers(conn, some, today)?, |one| one.maker_id);
        stock.languages.extend(accounts::languages_of(conn, some)?);
        stock.declined.extend(answers::declines_of_makers(conn, some)?);
        stock.limits.extend(answers::limits_of_makers(conn, some)?);
        stock.agreed.extend(catalogue::conditions_of_makers(conn, some, today)?);
    }
    Ok(stock)
}

fn by_maker<T>(
    all: &mut BTreeMap<OrganisationId, Vec<T>>,
    found: Vec<T>,
    maker: impl Fn(&T) -> OrganisationId,
) {
    for one in found {
        all.entry(maker(&one)).or_default().push(one);
    }
}
