//! The lists of makers and of clusters, each with a picture of what is made there.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::home::card_picture;
use super::store;
use crate::accounts::Viewer;
use crate::catalogue::Picture;
use crate::clusters::{
    self, Cluster, ClusterCard, ClusterQuery, MakerCard, MakerQuery, Workshop, country_choices,
    craft_choices, sector_choices, workshops_listed,
};
use crate::db::DbConnection;
use crate::error::Result;
use crate::web::{Access, Choice, FormView, House, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/clusters", Access::Anyone, "list clusters", list_clusters),
        Route::get("/makers", Access::Anyone, "list makers", list_makers),
    ]
}

#[derive(Template)]
#[template(path = "desks/clusters.html")]
struct ClustersPage<'a> {
    page: &'a Page,
    cards: Vec<ClusterCard>,
    next: Option<String>,
    filtered: bool,
    is_officer: bool,
    form: FormView,
    countries: Vec<Choice>,
    sectors: Vec<Choice>,
    crafts: Vec<Choice>,
}

async fn list_clusters(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    Query(query): Query<ClusterQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let filter = query.check()?;
    let read = move |conn: &mut DbConnection| {
        let mut rows = Vec::new();
        for cluster in clusters::clusters_listed(conn, &filter, listing)? {
            let cover = store::cover_of_cluster(conn, cluster.id)?;
            rows.push((cluster, cover));
        }
        Ok((rows, clusters::members_by_cluster(conn)?, clusters::all_clusters(conn)?))
    };
    let (rows, members, all) = house.db.read(read).await?;
    let listed = listing.page(rows, |(cluster, _)| cluster.id.0);
    let card = |(cluster, cover): &(Cluster, Option<Picture>)| ClusterCard {
        picture: cover.as_ref().map(|cover| card_picture(&page, cover)),
        ..ClusterCard::new(&page, cluster, members.get(&cluster.id).copied().unwrap_or(0))
    };
    page.show(&ClustersPage {
        cards: listed.items.iter().map(card).collect(),
        next: listed.next.map(|cursor| query.address(&cursor)),
        filtered: !query.is_blank(),
        is_officer: viewer.is_officer(),
        form: FormView::new(page.language(), &query),
        countries: country_choices(&page, all.into_iter().map(|cluster| cluster.country).collect()),
        sectors: sector_choices(&page),
        crafts: craft_choices(&page),
        page: &page,
    })
}

#[derive(Template)]
#[template(path = "desks/makers.html")]
struct MakersPage<'a> {
    page: &'a Page,
    cards: Vec<MakerCard>,
    next: Option<String>,
    filtered: bool,
    form: FormView,
    countries: Vec<Choice>,
    crafts: Vec<Choice>,
    clusters: Vec<Choice>,
}

async fn list_makers(
    house: web::Data<House>,
    page: Page,
    Query(query): Query<MakerQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let filter = query.check()?;
    let read = move |conn: &mut DbConnection| {
        let mut rows = Vec::new();
        for workshop in workshops_listed(conn, &filter, listing)? {
            let cover = store::cover_of_maker(conn, workshop.organisation.id)?;
            rows.push((workshop, cover));
        }
        Ok((rows, clusters::maker_countries(conn)?, clusters::all_clusters(conn)?))
    };
    let (rows, countries, clusters) = house.db.read(read).await?;
    let listed = listing.page(rows, |(workshop, _)| workshop.organisation.id.0);
    let card = |(workshop, cover): &(Workshop, Option<Picture>)| MakerCard {
        picture: cover.as_ref().map(|cover| card_picture(&page, cover)),
        ..MakerCard::new(&page, workshop)
    };
    let choice = |cluster: &Cluster| Choice::new(&cluster.slug, cluster.name.best(page.language()));
    page.show(&MakersPage {
        cards: listed.items.iter().map(card).collect(),
        next: listed.next.map(|cursor| query.address(&cursor)),
        filtered: !query.is_blank(),
        form: FormView::new(page.language(), &query),
        countries: country_choices(&page, countries),
        crafts: craft_choices(&page),
        clusters: clusters.iter().map(choice).collect(),
        page: &page,
    })
}
