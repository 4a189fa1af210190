//! The front page: what the house is, and what there is to see today.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::store::{self, Counts};
use crate::accounts::Viewer;
use crate::catalogue::{
    self, Audience, CollectionCard, Picture, PictureShown, ProductCard, ProductFilter, ShownCollection,
    ShownProduct,
};
use crate::clusters::{self, CardPicture, Cluster, ClusterCard};
use crate::db::DbConnection;
use crate::error::Result;
use crate::web::{Access, House, Listing, Page, Route};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/", Access::Anyone, "see the front page", show)]
}

const COLLECTIONS: i64 = 6;
const PRODUCTS: i64 = 8;
/// The arcade of the head has three arches.
const ARCHES: usize = 3;

/// The house as it is read for the front page.
struct Courtyard {
    counts: Counts,
    clusters: Vec<(Cluster, i64, Option<Picture>)>,
    collections: Vec<ShownCollection>,
    products: Vec<ShownProduct>,
}

fn courtyard(conn: &mut DbConnection, audience: Audience) -> Result<Courtyard> {
    let members = clusters::members_by_cluster(conn)?;
    let mut shown = Vec::new();
    for cluster in clusters::all_clusters(conn)? {
        let cover = store::cover_of_cluster(conn, cluster.id)?;
        let count = members.get(&cluster.id).copied().unwrap_or(0);
        shown.push((cluster, count, cover));
    }
    let newest = Listing { before: i64::MAX, limit: PRODUCTS };
    let filter = ProductFilter { audience, ..ProductFilter::default() };
    let mut products = catalogue::published_products(conn, &filter, newest)?;
    products.truncate(PRODUCTS as usize);
    Ok(Courtyard {
        counts: store::counts(conn)?,
        clusters: shown,
        collections: catalogue::newest_published_collections(conn, COLLECTIONS)?,
        products: catalogue::show_products(conn, &filter.audience, products)?,
    })
}

/// How much of something there is.
struct Figure {
    label: String,
    value: String,
}

fn figures(page: &Page, counts: Counts) -> [Figure; 4] {
    let figure = |label, count: i64| Figure { label: page.say(label).to_string(), value: page.number(count) };
    [
        figure("kind-makers", counts.makers),
        figure("kind-clusters", counts.clusters),
        figure("kind-collections", counts.collections),
        figure("kind-products", counts.products),
    ]
}

/// A country with clusters, as a link.
struct CountryLink {
    href: String,
    name: String,
}

#[derive(Template)]
#[template(path = "desks/home.html")]
struct HomePage<'a> {
    page: &'a Page,
    signed_in: bool,
    arcade: Vec<PictureShown>,
    figures: [Figure; 4],
    countries: Vec<CountryLink>,
    clusters: Vec<ClusterCard>,
    collections: Vec<CollectionCard>,
    products: Vec<ProductCard>,
}

async fn show(house: web::Data<House>, page: Page, viewer: Viewer) -> Result<HttpResponse> {
    let audience = Audience::of(viewer.member());
    let courtyard = house.db.read(move |conn| courtyard(conn, audience)).await?;
    let mut by_country = courtyard.clusters;
    by_country.sort_by_cached_key(|(cluster, ..)| (page.country(&cluster.country), cluster.id));
    let mut countries: Vec<_> = by_country.iter().map(|(cluster, ..)| cluster.country.clone()).collect();
    countries.dedup();
    let link =
        |code: String| CountryLink { name: page.country(&code), href: format!("/clusters?country={code}") };
    let card = |(cluster, members, cover): (Cluster, i64, Option<Picture>)| ClusterCard {
        picture: cover.map(|cover| card_picture(&page, &cover)),
        ..ClusterCard::new(&page, &cluster, members)
    };
    let arcade: Vec<_> = by_country.iter().filter_map(|(.., cover)| cover.as_ref()).collect();
    page.show(&HomePage {
        signed_in: viewer.member().is_some(),
        arcade: spread(&arcade, ARCHES).into_iter().map(|cover| PictureShown::small(&page, cover)).collect(),
        figures: figures(&page, courtyard.counts),
        countries: countries.into_iter().map(link).collect(),
        clusters: by_country.into_iter().map(card).collect(),
        collections: courtyard.collections.iter().map(|shown| shown.card(&page)).collect(),
        products: courtyard.products.iter().map(|shown| shown.card(&page, &viewer)).collect(),
        page: &page,
    })
}

/// So many of them, far from each other: three arches of one town would look like one shop.
fn spread<T: Copy>(all: &[T], wanted: usize) -> Vec<T> {
    match all.len() {
        few if few <= wanted => all.to_vec(),
        many => (0..wanted).map(|position| all[position * many / wanted]).collect(),
    }
}

pub(super) fn card_picture(page: &Page, picture: &Picture) -> CardPicture {
    let PictureShown { src, alt, width, height } = PictureShown::small(page, picture);
    CardPicture { src, alt, width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arches_show_pictures_from_far_apart() {
        assert_eq!(spread(&[1, 2, 3, 4, 5, 6, 7, 8, 9], 3), [1, 4, 7]);
        assert_eq!(spread(&[1, 2], 3), [1, 2]);
    }
}
