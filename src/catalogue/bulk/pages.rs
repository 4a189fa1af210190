//! Changes of many products for people: choose, look at what would happen, carry it out.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::api::{PreviewView, RowView, read_preview};
use super::change_products;
use super::form::BulkForm;
use super::plan::Fate;
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::shelf::title_or;
use crate::catalogue::store;
use crate::catalogue::workshop::currencies;
use crate::clusters::customary_currency;
use crate::db::DbConnection;
use crate::error::{Error, Message, Problems, Result};
use crate::input::{Raw, RawList, RawMoney};
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Query, Route};

/// Rows on a page of a preview; the counts are of all, and the API gives all.
const MOST_SHOWN: usize = 200;
const LIST: &str = "/workshop/products";

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    let preview_says = "preview a change of several products";
    vec![
        Route::get("/workshop/bulk-changes/preview", AnyMaker, preview_says, choose),
        Route::post("/workshop/bulk-changes/preview", AnyMaker, preview_says, preview),
        Route::post("/workshop/bulk-changes", AnyMaker, "change several products", carry_out),
    ]
}

/// What the list of products hands over.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    products: RawList,
    all: Raw,
    status: Raw,
    in_collection: Raw,
}

#[derive(Template)]
#[template(path = "catalogue/bulk.html")]
struct ChoosePage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    /// Which products, as they were handed over.
    hidden: Vec<(&'static str, String)>,
    chosen: Option<usize>,
    form: FormView,
    currencies: Vec<Choice>,
    countries: Vec<Choice>,
    collections: Vec<Choice>,
    shelves: Vec<Choice>,
    places: Vec<Choice>,
}

fn crumbs(page: &Page) -> Vec<Crumb> {
    vec![
        Crumb::new("/workshop", page.say("nav-workshop")),
        Crumb::new(LIST, page.say("kind-products")),
        Crumb::new("", page.say("bulk-title")),
    ]
}

/// The products of a form, to be sent again.
fn products_of(form: &BulkForm) -> Vec<(&'static str, String)> {
    let ids = form.products.distinct().into_iter().map(|id| ("products", id));
    let rest = [("all", &form.all), ("status", &form.status), ("in_collection", &form.in_collection)];
    ids.chain(rest.into_iter().map(|(name, raw)| (name, raw.trimmed().to_owned())))
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// Everything of a form that is filled in, to be sent again.
fn all_of(form: &BulkForm, hash: &str) -> Vec<(&'static str, String)> {
    let rest = [
        ("price_percent", &form.price_percent),
        ("price_step", &form.price_step),
        ("price[amount]", &form.price.amount),
        ("price[currency]", &form.price.currency),
        ("moq", &form.moq),
        ("order_multiple", &form.order_multiple),
        ("lead_time_days", &form.lead_time_days),
        ("weekly_capacity", &form.weekly_capacity),
        ("hs_code", &form.hs_code),
        ("origin", &form.origin),
        ("collection", &form.collection),
        ("countries", &form.countries),
        ("shelf", &form.shelf),
    ];
    let mut all = products_of(form);
    all.extend(rest.into_iter().map(|(name, raw)| (name, raw.trimmed().to_owned())));
    all.extend(form.country_list.distinct().into_iter().map(|country| ("country_list", country)));
    all.push(("hash", hash.to_owned()));
    all.retain(|(_, value)| !value.is_empty());
    all
}

async fn choose_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    form: &BulkForm,
    problems: Problems,
) -> Result<ChoosePage<'a>> {
    let maker = by.organisation;
    let titles = house.db.read(move |conn| store::collection_titles(conn, maker)).await?;
    let titles = titles
        .iter()
        .map(|(id, _, title)| Choice::new(id.to_string(), title_or(page, title, "collection-untitled")));
    let mut shown = form.clone();
    if shown.price.currency.is_blank() {
        shown.price = RawMoney { currency: customary_currency(&by.country).into(), ..shown.price };
    }
    let choice = |value: &str, key| Choice::new(value, page.say(key).to_string());
    Ok(ChoosePage {
        page,
        crumbs: crumbs(page),
        hidden: products_of(form),
        chosen: form.all.is_blank().then(|| form.products.distinct().len()),
        currencies: currencies(page, &shown.price),
        countries: page.country_choices(),
        collections: std::iter::once(choice("none", "bulk-collection-none")).chain(titles).collect(),
        shelves: vec![choice("publish", "workshop-publish"), choice("withdraw", "workshop-withdraw")],
        places: vec![
            choice("all", "bulk-countries-all"),
            choice("only", "bulk-countries-only"),
            choice("except", "bulk-countries-except"),
        ],
        form: FormView::new(page.language(), &shown).with_problems(problems),
    })
}

async fn choose(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    Query(chosen): Query<Chosen>,
) -> Result<HttpResponse> {
    let Chosen { products, all, status, in_collection } = chosen;
    let form = BulkForm { products, all, status, in_collection, ..BulkForm::default() };
    if let Err(Error::Invalid(problems)) = form.chosen() {
        let shown = choose_page(&house, &page, &maker, &form, problems).await?;
        return page.show_again(&shown);
    }
    page.show(&choose_page(&house, &page, &maker, &form, Problems::new()).await?)
}

#[derive(Template)]
#[template(path = "catalogue/bulk_preview.html")]
struct PreviewPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    hidden: Vec<(&'static str, String)>,
    preview: PreviewView,
    /// Refused ones first, then those that change.
    rows: Vec<RowView>,
    left_out: i64,
    /// What was carried out is not what was looked at.
    moved: Option<String>,
}

impl PreviewPage<'_> {
    fn title(&self, row: &RowView) -> String {
        title_or(self.page, &row.title, "product-untitled")
    }
}

async fn preview_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    form: &BulkForm,
    moved: Option<Message>,
) -> Result<PreviewPage<'a>> {
    let (by, language, wanted, today) = (by.clone(), page.language(), form.clone(), house.today());
    let read = move |conn: &mut DbConnection| read_preview(conn, &by, language, &wanted, today);
    let preview = house.db.read(read).await?;
    let with = |verdict| preview.products.iter().filter(move |row| row.verdict == verdict);
    let rows: Vec<RowView> =
        with(Fate::Refused).chain(with(Fate::Changes)).take(MOST_SHOWN).cloned().collect();
    Ok(PreviewPage {
        page,
        crumbs: crumbs(page),
        hidden: all_of(form, &preview.hash),
        left_out: preview.counts.refused + preview.counts.changes - rows.len() as i64,
        rows,
        preview,
        moved: moved.map(|message| page.message(&message)),
    })
}

async fn preview(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<BulkForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    match preview_page(&house, &page, &maker, &form, None).await {
        Ok(shown) => page.show(&shown),
        Err(Error::Invalid(problems)) => {
            page.show_again(&choose_page(&house, &page, &maker, &form, problems).await?)
        }
        Err(error) => Err(error),
    }
}

async fn carry_out(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<BulkForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (by, wanted) = (maker.clone(), form.clone());
    match house.db.write(move |tx| change_products(tx, &by, &wanted)).await {
        Ok(done) => Ok(page.see_other_undoable_bulk(LIST, "notice-bulk-changed", done.id.0)),
        Err(Error::Invalid(problems)) => {
            page.show_again(&choose_page(&house, &page, &maker, &form, problems).await?)
        }
        Err(Error::Refused(message)) => {
            let shown = preview_page(&house, &page, &maker, &form, Some(message)).await?;
            page.show_with(StatusCode::CONFLICT, &shown)
        }
        Err(error) => Err(error),
    }
}
