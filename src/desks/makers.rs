//! One maker's page: who they are, who vouches for them, and what they show.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::linked;
use super::prose::Prose;
use crate::accounts::{Kind, Viewer};
use crate::catalogue::{
    self, Audience, CollectionCard, ProductCard, ProductFilter, ShownArtisan, ShownCertificate,
    ShownCollection, ShownProduct, Status,
};
use crate::clusters::{Workshop, workshop};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{OrganisationId, Slug};
use crate::web::{Access, Act, Crumb, House, Linked, Listing, Page, Route};
use crate::{locale, vocabulary};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/makers/{slug}", Access::Anyone, "see a maker", show).by_agents(Act::Catalogue)]
}

const PRODUCTS: i64 = 24;

/// One line of what a buyer wants to know at a glance.
struct Fact {
    label: String,
    value: String,
}

fn facts(page: &Page, workshop: &Workshop) -> Vec<Fact> {
    let fact = |label, value: String| Fact { label: page.say(label).to_string(), value };
    let mut facts = vec![fact("filter-country", page.country(&workshop.organisation.country))];
    let Some(profile) = &workshop.profile else { return facts };
    // A year is no quantity: it has no mark between its thousands.
    facts.extend(profile.founded.map(|year| fact("profile-founded", year.to_string())));
    facts.extend(profile.people_count.map(|count| fact("profile-people", page.number(count))));
    facts.extend(profile.weekly_capacity.map(|pieces| fact("profile-capacity", page.number(pieces))));
    let exports = if profile.exports_itself { "maker-exports-itself" } else { "maker-exports-through" };
    facts.push(fact("maker-exports", page.say(exports).to_string()));
    let currency = profile.currency.code();
    let name = locale::currency_name(currency, page.language());
    facts.push(fact("maker-currency", format!("{currency} · {name}")));
    facts
}

struct Seal {
    href: String,
    name: String,
}

struct Craft {
    href: String,
    label: String,
}

#[derive(Template)]
#[template(path = "desks/maker.html")]
struct MakerPage<'a> {
    page: &'a Page,
    workshop: &'a Workshop,
    crumbs: [Crumb; 2],
    place: String,
    facts: Vec<Fact>,
    story: Option<Prose>,
    seals: Vec<Seal>,
    crafts: Vec<Craft>,
    collections: Vec<CollectionCard>,
    products: Vec<ProductCard>,
    more: Option<String>,
    certificates: Vec<ShownCertificate>,
    people: Vec<ShownArtisan>,
    is_own: bool,
    is_buyer: bool,
    is_officer: bool,
    /// For machines, where everybody may see the page.
    linked: Option<Linked>,
}

async fn show(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    slug: web::Path<Slug>,
) -> Result<HttpResponse> {
    let (by, today) = (viewer.clone(), house.today());
    let read = move |conn: &mut DbConnection| {
        let found = workshop(conn, &slug, by.member())?;
        let (collections, products) = shelves(conn, found.organisation.id, Audience::of(by.member()))?;
        let valid = catalogue::certificates_on_show(conn, found.organisation.id, None, today)?;
        let people = catalogue::artisans_on_show(conn, found.organisation.id)?;
        Ok((found, collections, products, valid, people))
    };
    let (found, collections, mut products, valid, people) = house.db.read(read).await?;
    let language = page.language();
    let more = products.len() > PRODUCTS as usize;
    products.truncate(PRODUCTS as usize);
    let organisation = &found.organisation;
    let country = page.country(&organisation.country);
    let member = viewer.member();
    let linked = organisation.is_approved().then(|| linked::maker(&page, &house.settings, &found, &valid));
    page.show(&MakerPage {
        linked,
        crumbs: [
            Crumb::new("/makers", page.say("nav-makers")),
            Crumb::new(format!("/makers/{}", organisation.slug), found.name(language)),
        ],
        place: match found.place(language) {
            "" => country,
            town => format!("{town}, {country}"),
        },
        facts: facts(&page, &found),
        story: found.profile.as_ref().and_then(|profile| Prose::of(&page, &profile.story)),
        seals: found
            .clusters
            .iter()
            .map(|cluster| Seal {
                href: format!("/clusters/{}", cluster.slug),
                name: cluster.name.best(language).to_owned(),
            })
            .collect(),
        crafts: found
            .crafts()
            .iter()
            .map(|craft| Craft {
                href: format!("/makers?craft={craft}"),
                label: vocabulary::label(craft, language),
            })
            .collect(),
        collections: collections.iter().map(|shown| shown.card(&page)).collect(),
        products: products.iter().map(|shown| shown.card(&page, &viewer)).collect(),
        more: more.then(|| format!("/products?maker={}", organisation.slug)),
        certificates: valid.iter().map(|one| ShownCertificate::of_maker(&page, member, one, today)).collect(),
        people: people.iter().map(|artisan| ShownArtisan::of(&page, artisan)).collect(),
        is_own: member.is_some_and(|member| member.organisation == organisation.id),
        is_buyer: member.is_some_and(|member| member.is_approved(Kind::Buyer)),
        is_officer: viewer.is_officer(),
        workshop: &found,
        page: &page,
    })
}

/// What a maker has on show: collections, and products newest first, one more than the page holds if there are more.
fn shelves(
    conn: &mut DbConnection,
    maker: OrganisationId,
    audience: Audience,
) -> Result<(Vec<ShownCollection>, Vec<ShownProduct>)> {
    let all = Listing { before: i64::MAX, limit: 100 };
    let mut collections = catalogue::collections_of_maker(conn, maker, all)?;
    collections.retain(|collection| collection.status == Status::Published);
    let filter = ProductFilter { maker: Some(maker), audience, ..ProductFilter::default() };
    let page = Listing { before: i64::MAX, limit: PRODUCTS };
    let products = catalogue::published_products(conn, &filter, page)?;
    Ok((
        catalogue::show_collections(conn, collections)?,
        catalogue::show_products(conn, &filter.audience, products)?,
    ))
}
