//! The maker's workshop: what is theirs, what lacks, and where it is written, published and withdrawn.

mod collections;
mod copies;
mod currencies;
mod drafts;
mod imports;
mod pictures;
mod products;
mod terms;

pub(super) use currencies::currencies;

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::WorkshopQuery;
use super::pages::next_page;
use super::shelf::{CollectionCard, ProductCard, show_collections, show_products, title_or};
use super::{Audience, Product, Status, Subject, store};
use crate::accounts::{AnyMaker, Standing, Viewer};
use crate::error::{Argument, Problem, Result};
use crate::web::{Access, Choice, Crumb, FormView, House, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    let own = vec![
        Route::get("/workshop", AnyMaker, "list one's collections", show),
        Route::get("/workshop/products", AnyMaker, "list one's products", list_products),
    ];
    [
        own,
        copies::routes(),
        drafts::routes(),
        products::routes(),
        terms::routes(),
        collections::routes(),
        pictures::routes(),
        imports::routes(),
    ]
    .concat()
}

/// The way to a page below a product on the bench.
pub(super) fn crumbs_below(page: &Page, product: &Product, title: &'static str) -> [Crumb; 4] {
    [
        Crumb::new("/workshop", page.say("nav-workshop")),
        Crumb::new("/workshop/products", page.say("kind-products")),
        Crumb::new(Subject::Product(product.id).bench(), title_or(page, &product.title, "product-untitled")),
        Crumb::new("", page.say(title)),
    ]
}

/// How many products lie on the front table.
const ON_THE_TABLE: i64 = 8;

#[derive(Template)]
#[template(path = "catalogue/workshop.html")]
struct WorkshopPage<'a> {
    page: &'a Page,
    maker: &'a AnyMaker,
    collections: Vec<CollectionCard>,
    next: Option<String>,
    products: Vec<ProductCard>,
    /// Status and how many products stand so.
    counts: Vec<(Status, String)>,
    waiting: bool,
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    viewer: Viewer,
    listing: Listing,
) -> Result<HttpResponse> {
    let own = maker.organisation;
    let read = move |conn: &mut crate::db::DbConnection| {
        let rows = store::collections_of_maker(conn, own, listing)?;
        let listed = listing.page(rows, |collection| collection.id.0);
        let newest = Listing { before: i64::MAX, limit: ON_THE_TABLE - 1 };
        let products = store::products_of_maker(conn, own, None, None, newest)?;
        let counts = store::count_by_status(conn, own)?;
        Ok((
            show_collections(conn, listed.items)?,
            listed.next,
            show_products(conn, &Audience::Programme, products)?,
            counts,
        ))
    };
    let (collections, cursor, products, counts) = house.db.read(read).await?;
    let count = |status: Status| {
        let count = counts.get(&status).copied().filter(|count| *count > 0)?;
        Some((status, page.number(count)))
    };
    page.show(&WorkshopPage {
        page: &page,
        collections: collections.iter().map(|shown| shown.workshop_card(&page)).collect(),
        next: next_page("/workshop", &[], cursor),
        products: products.iter().map(|shown| shown.workshop_card(&page, &viewer)).collect(),
        counts: [Status::Draft, Status::Published, Status::Withdrawn].into_iter().filter_map(count).collect(),
        waiting: maker.standing == Standing::Pending,
        maker: &maker,
    })
}

/// A product as a line of the maker's list.
struct Line {
    product: Product,
    title: String,
    /// What still lacks, in words.
    missing: String,
}

#[derive(Template)]
#[template(path = "catalogue/workshop_products.html")]
struct ProductsPage<'a> {
    page: &'a Page,
    lines: Vec<Line>,
    form: FormView,
    statuses: Vec<Choice>,
    /// What the list is narrowed to, for changing all of it.
    status: String,
    collection: String,
    next: Option<String>,
}

async fn list_products(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    Query(query): Query<WorkshopQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (status, collection) = query.check()?;
    let own = maker.organisation;
    let rows =
        house.db.read(move |conn| store::products_of_maker(conn, own, status, collection, listing)).await?;
    let listed = listing.page(rows, |product| product.id.0);
    let line = |product: Product| Line {
        title: title_or(&page, &product.title, "product-untitled"),
        missing: missing_words(&page, &product).join(page.say("catalogue-comma").to_string().as_str()),
        product,
    };
    let values = serde_json::json!({ "status": query.status });
    let filters = [("status", query.status.trimmed()), ("collection", query.collection.trimmed())];
    page.show(&ProductsPage {
        page: &page,
        lines: listed.items.into_iter().map(line).collect(),
        form: FormView::new(page.language(), &values),
        status: query.status.trimmed().to_owned(),
        collection: query.collection.trimmed().to_owned(),
        statuses: page.choices("status", Status::WORDS),
        next: next_page("/workshop/products", &filters, listed.next),
    })
}

/// The names of the fields that a product lacks.
fn missing_words(page: &Page, product: &Product) -> Vec<String> {
    let missing = product.missing();
    let label = |problem: &Problem| match problem.message.arguments.first() {
        Some((_, Argument::Message(label))) => page.message(label),
        _ => page.message(&problem.message),
    };
    missing.iter().map(label).collect()
}
