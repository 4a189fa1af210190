//! A folder of pictures for people: sent beside the spreadsheet, looked at, then put where it belongs.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::receive::receive;
use super::{Outcome, Portfolio, commit, drop_portfolio, own};
use crate::accounts::AnyMaker;
use crate::catalogue::Subject;
use crate::error::{Error, Result};
use crate::ids::PortfolioId;
use crate::web::{Access, Crumb, FormView, House, Page, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/portfolios/new", AnyMaker, "take in a folder of pictures", new),
        Route::post("/workshop/portfolios/new", AnyMaker, "take in a folder of pictures", take_in).uploads(),
        Route::get("/workshop/portfolios/{id}", AnyMaker, "see a folder of pictures", show),
        Route::post("/workshop/portfolios/{id}/commit", AnyMaker, "put pictures to their products", put),
        Route::post("/workshop/portfolios/{id}/drop", AnyMaker, "drop a folder of pictures", delete),
    ]
}

fn crumbs(page: &Page) -> Vec<Crumb> {
    vec![
        Crumb::new("/workshop", page.say("nav-workshop")),
        Crumb::new("/workshop/import", page.say("import-title")),
        Crumb::new("", page.say("portfolio-title")),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/portfolio/new.html")]
struct NewPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    form: FormView,
}

async fn new(page: Page, _maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&NewPage { page: &page, crumbs: crumbs(&page), form: FormView::new(page.language(), &()) })
}

async fn take_in(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    upload: Upload,
) -> Result<HttpResponse> {
    match receive(&house, &maker, upload).await {
        Ok(id) => Ok(page.see_other(&format!("/workshop/portfolios/{id}"), None)),
        Err(Error::Invalid(problems)) => {
            let form = FormView::new(page.language(), &()).with_problems(problems);
            page.show_again(&NewPage { page: &page, crumbs: crumbs(&page), form })
        }
        Err(error) => Err(error),
    }
}

struct Row {
    name: String,
    outcome: &'static str,
    product: Option<String>,
    problem: Option<String>,
}

#[derive(Template)]
#[template(path = "catalogue/portfolio/show.html")]
struct ShowPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    portfolio: &'a Portfolio,
    rows: Vec<Row>,
    added: i64,
    skipped: i64,
    refused: i64,
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<PortfolioId>,
) -> Result<HttpResponse> {
    let portfolio = house.db.read(move |conn| own(conn, &maker, *id)).await?;
    let row = |entry: &super::Entry| Row {
        name: entry.name.clone(),
        outcome: entry.outcome.word(),
        product: entry.product.map(|id| Subject::Product(id).bench()),
        problem: entry.problem.as_ref().map(|problem| problem.best(page.language()).to_owned()),
    };
    let mut rows: Vec<Row> = portfolio.entries.iter().map(row).collect();
    // What wants a look comes first.
    rows.sort_by_key(|row| row.problem.is_none());
    let count = |outcome| portfolio.count(outcome) as i64;
    page.show(&ShowPage {
        page: &page,
        crumbs: crumbs(&page),
        rows,
        added: count(Outcome::Added),
        skipped: count(Outcome::Skipped),
        refused: count(Outcome::Refused),
        portfolio: &portfolio,
    })
}

async fn put(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<PortfolioId>,
) -> Result<HttpResponse> {
    let limits = house.settings.limits.clone();
    let id = id.into_inner();
    house.db.write(move |tx| commit(tx, &limits, &maker, id)).await?;
    Ok(page.see_other(&format!("/workshop/portfolios/{id}"), Some("notice-portfolio-committed")))
}

async fn delete(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<PortfolioId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| drop_portfolio(tx, &maker, *id)).await?;
    Ok(page.see_other("/workshop/import", Some("notice-portfolio-dropped")))
}
