//! What is missing in which language, for people.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::{OverviewView, TranslationsQuery, read_overview};
use super::overview::{Item, Lacking, Ware};
use crate::accounts::AnyMaker;
use crate::catalogue::Subject;
use crate::catalogue::pages::next_page;
use crate::catalogue::shelf::title_or;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{CollectionId, ProductId};
use crate::locale::{self, Language, Wording};
use crate::web::{Access, Crumb, House, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/workshop/translations", Access::AnyMaker, "list what lacks a translation", list)]
}

/// One number of the overview, and where it leads.
struct Count {
    label: String,
    href: String,
    shown: String,
    chosen: bool,
}

struct Line {
    href: String,
    title: String,
    missing: String,
}

#[derive(Template)]
#[template(path = "catalogue/translations_list.html")]
struct ListPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    products: Vec<Count>,
    collections: Vec<Count>,
    lines: Vec<Line>,
    next: Option<String>,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    Query(query): Query<TranslationsQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let asked = query.check()?;
    let read = move |conn: &mut DbConnection| read_overview(conn, &maker, asked, listing);
    let found: OverviewView = house.db.read(read).await?;
    let counts = |kind: Ware, lacking: Lacking| {
        let count = |language: Language| Count {
            label: locale::native_name(language).to_owned(),
            href: format!("/workshop/translations?kind={kind}&missing={language}"),
            shown: page.number(lacking.in_language(language)),
            chosen: asked == (kind, Some(language)),
        };
        Language::ALL.into_iter().map(count).collect::<Vec<_>>()
    };
    let comma = page.say("catalogue-comma").to_string();
    let line = |item: &Item| {
        let (subject, untitled) = match item.kind {
            Ware::Product => (Subject::Product(ProductId(item.id)), "product-untitled"),
            Ware::Collection => (Subject::Collection(CollectionId(item.id)), "collection-untitled"),
        };
        let title: &Wording = &item.title;
        Line {
            href: format!("{}/translations", subject.bench()),
            title: title_or(&page, title, untitled),
            missing: item
                .missing
                .iter()
                .map(|language| locale::native_name(*language))
                .collect::<Vec<_>>()
                .join(comma.as_str()),
        }
    };
    let filters = [("kind", query.kind.trimmed()), ("missing", query.missing.trimmed())];
    page.show(&ListPage {
        page: &page,
        crumbs: vec![
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("", page.say("translations-title")),
        ],
        products: counts(Ware::Product, found.products),
        collections: counts(Ware::Collection, found.collections),
        lines: found.items.iter().map(line).collect(),
        next: next_page("/workshop/translations", &filters, found.next),
    })
}
