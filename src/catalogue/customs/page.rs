//! Customs codes for people: a page, and the list that the script of the product form puts under the field.

use actix_web::HttpResponse;
use actix_web::http::header;
use askama::Template;

use super::{CustomsCode, CustomsQuery};
use crate::error::{Error, Result};
use crate::web::{Access, FormView, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/customs-codes", Access::Anyone, "look up a customs code", show),
        Route::get("/customs-codes/options", Access::Anyone, "look up a customs code", options),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/customs.html")]
struct CustomsPage<'a> {
    page: &'a Page,
    form: FormView,
    asked: bool,
    codes: Vec<CustomsCode>,
}

#[derive(Template)]
#[template(path = "catalogue/customs_options.html")]
struct Options<'a> {
    page: &'a Page,
    codes: Vec<CustomsCode>,
}

impl CustomsCode {
    /// As it is usually written: `6911.10.00`.
    fn dotted(&self) -> String {
        let (heading, rest) = self.code.split_at(4);
        let pairs = rest.as_bytes().chunks(2).map(String::from_utf8_lossy);
        std::iter::once(heading.into()).chain(pairs).collect::<Vec<_>>().join(".")
    }
}

async fn show(page: Page, Query(query): Query<CustomsQuery>) -> Result<HttpResponse> {
    let codes = query.answer(page.language())?;
    let form = FormView::new(page.language(), &query);
    page.show(&CustomsPage { page: &page, form, asked: !query.q.is_blank(), codes })
}

/// A part of a page, for the script.
async fn options(page: Page, Query(query): Query<CustomsQuery>) -> Result<HttpResponse> {
    let codes = query.answer(page.language())?;
    let html = Options { page: &page, codes }.render().map_err(Error::wrap)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "private, max-age=600"))
        .insert_header((header::VARY, "Accept-Language, Cookie"))
        .content_type("text/html; charset=utf-8")
        .body(html))
}
