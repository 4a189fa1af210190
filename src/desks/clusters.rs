//! One cluster's page: the place and its craft, the makers it confirms, and what they show.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::home::card_picture;
use super::prose::Prose;
use super::store;
use crate::accounts::{Kind, Viewer};
use crate::catalogue::{self, Audience, Picture, ProductCard, ShownProduct};
use crate::clusters::{
    self, Cluster, MakerCard, MakerFilter, MembershipStanding, Workshop, sector_label, workshops_listed,
};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::Slug;
use crate::vocabulary;
use crate::web::{Access, Crumb, House, Listing, Page, Route};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/clusters/{slug}", Access::Anyone, "see a cluster", show)]
}

const MAKERS: i64 = 12;
const PRODUCTS: i64 = 8;

/// A cluster with everything that its page shows.
struct Quarter {
    cluster: Cluster,
    members: i64,
    makers: Vec<(Workshop, Option<Picture>)>,
    products: Vec<ShownProduct>,
    /// Where the viewer's own workshop stands with it.
    own: Option<MembershipStanding>,
}

fn quarter(conn: &mut DbConnection, slug: &str, viewer: &Viewer) -> Result<Quarter> {
    let cluster = clusters::cluster_by_slug(conn, slug)?;
    let filter = MakerFilter { cluster: Some(cluster.slug.clone()), ..MakerFilter::default() };
    let mut makers = Vec::new();
    for workshop in workshops_listed(conn, &filter, Listing { before: i64::MAX, limit: MAKERS })? {
        let cover = store::cover_of_maker(conn, workshop.organisation.id)?;
        makers.push((workshop, cover));
    }
    let products = store::newest_of_cluster(conn, cluster.id, PRODUCTS)?;
    let own = match viewer.member().filter(|member| member.kind == Kind::Maker) {
        Some(member) => clusters::membership(conn, cluster.id, member.organisation)?,
        None => None,
    };
    Ok(Quarter {
        members: clusters::count_members(conn, cluster.id)?,
        makers,
        products: catalogue::show_products(conn, &Audience::of(viewer.member()), products)?,
        own: own.map(|membership| membership.standing),
        cluster,
    })
}

struct Craft {
    href: String,
    label: String,
}

#[derive(Template)]
#[template(path = "desks/cluster.html")]
struct ClusterPage<'a> {
    page: &'a Page,
    cluster: &'a Cluster,
    crumbs: [Crumb; 3],
    place: String,
    members: String,
    sector: String,
    summary: Option<Prose>,
    crafts: Vec<Craft>,
    coordinates: Option<String>,
    makers: Vec<MakerCard>,
    more: Option<String>,
    products: Vec<ProductCard>,
    /// A maker who does not belong to it may ask to.
    may_ask: bool,
    is_agent: bool,
    is_officer: bool,
}

async fn show(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    slug: web::Path<Slug>,
) -> Result<HttpResponse> {
    let by = viewer.clone();
    let mut quarter = house.db.read(move |conn| quarter(conn, &slug, &by)).await?;
    let language = page.language();
    let more = quarter.makers.len() > MAKERS as usize;
    quarter.makers.truncate(MAKERS as usize);
    let cluster = &quarter.cluster;
    let country = page.country(&cluster.country);
    let name = cluster.name.best(language).to_owned();
    let member = viewer.member();
    let card = |(workshop, cover): &(Workshop, Option<Picture>)| MakerCard {
        picture: cover.as_ref().map(|cover| card_picture(&page, cover)),
        ..MakerCard::new(&page, workshop)
    };
    let count = quarter.members;
    page.show(&ClusterPage {
        crumbs: [
            Crumb::new("/clusters", page.say("nav-clusters")),
            Crumb::new(format!("/clusters?country={}", cluster.country), &country),
            Crumb::new(format!("/clusters/{}", cluster.slug), name),
        ],
        place: format!("{}, {country}", cluster.place.best(language)),
        members: page.say("unit-makers").with("count", count).with("shown", page.number(count)).to_string(),
        sector: sector_label(&cluster.sector, language),
        summary: Prose::of(&page, &cluster.summary),
        crafts: cluster
            .crafts
            .iter()
            .map(|craft| Craft {
                href: format!("/makers?cluster={}&craft={craft}", cluster.slug),
                label: vocabulary::label(craft, language),
            })
            .collect(),
        coordinates: cluster.latitude.zip(cluster.longitude).map(|(north, east)| degrees(north, east)),
        makers: quarter.makers.iter().map(card).collect(),
        more: more.then(|| format!("/makers?cluster={}", cluster.slug)),
        products: quarter.products.iter().map(|shown| shown.card(&page, &viewer)).collect(),
        may_ask: member.is_some_and(|member| member.kind == Kind::Maker)
            && matches!(quarter.own, None | Some(MembershipStanding::Left | MembershipStanding::Refused)),
        is_agent: member.is_some_and(|member| {
            member.is_approved(Kind::Cluster) && member.organisation == cluster.organisation_id
        }),
        is_officer: viewer.is_officer(),
        cluster,
        page: &page,
    })
}

/// `36.45° N, 10.74° E`.
fn degrees(north: f64, east: f64) -> String {
    let half = |value: f64, positive, negative| {
        let side = if value < 0.0 { negative } else { positive };
        format!("{:.2}° {side}", value.abs())
    };
    format!("{}, {}", half(north, "N", "S"), half(east, "E", "W"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lie_north_or_south_and_east_or_west() {
        assert_eq!(degrees(36.4513, 10.7357), "36.45° N, 10.74° E");
        assert_eq!(degrees(-1.0, -7.5898), "1.00° S, 7.59° W");
    }
}
