//! Searches that found nothing, for officers: by how often, each beside the entry that it may become.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::{State, UnansweredQuery, settle_query};
use super::store::{self, Unanswered};
use crate::accounts::Officer;
use crate::error::Result;
use crate::ids::UnansweredId;
use crate::web::{Access, Choice, FormView, House, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/programme/unanswered-queries", Officer, "list searches that found nothing", list),
        Route::post(
            "/programme/unanswered-queries/{id}/settle",
            Officer,
            "settle a search that found nothing",
            settle,
        ),
    ]
}

#[derive(Template)]
#[template(path = "search/unanswered/list.html")]
struct UnansweredPage<'a> {
    page: &'a Page,
    queries: Vec<Unanswered>,
    next: Option<String>,
    languages: Vec<Choice>,
    states: Vec<Choice>,
    settled: bool,
    form: FormView,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<UnansweredQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (language, state) = query.check()?;
    let settled = state == State::Settled;
    let rows = house.db.read(move |conn| store::list(conn, language, settled, listing)).await?;
    let listed = listing.cut_fetched(rows);
    let address = |cursor| {
        let (language, state) = (query.language.trimmed(), query.state.trimmed());
        format!("/programme/unanswered-queries?language={language}&state={state}&cursor={cursor}")
    };
    page.show(&UnansweredPage {
        page: &page,
        queries: listed.items,
        next: listed.next.map(address),
        languages: page.language_choices(),
        states: page.choices("unanswered", State::WORDS),
        settled,
        form: FormView::new(page.language(), &query),
    })
}

async fn settle(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<UnansweredId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| settle_query(tx, &officer, *id)).await?;
    Ok(page.see_other("/programme/unanswered-queries", Some("notice-query-settled")))
}
