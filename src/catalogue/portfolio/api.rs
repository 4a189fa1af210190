//! Folders of pictures for programs.

use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::receive::receive;
use super::{Outcome, Portfolio, commit, drop_portfolio, own};
use crate::accounts::{AnyMaker, Member};
use crate::clock::Time;
use crate::error::Result;
use crate::ids::{PortfolioId, ProductId};
use crate::web::{Access, House, Input, Nothing, PageLanguage, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::post("/api/v1/portfolios", AnyMaker, "take in a folder of pictures", take_in)
            .uploads()
            .gives::<PortfolioView>(201),
        Route::get("/api/v1/portfolios/{id}", AnyMaker, "see a folder of pictures", show)
            .gives::<PortfolioView>(200),
        Route::post("/api/v1/portfolios/{id}/commit", AnyMaker, "put pictures to their products", put)
            .takes::<Nothing>()
            .gives::<PortfolioView>(200),
        Route::delete("/api/v1/portfolios/{id}", AnyMaker, "drop a folder of pictures", delete)
            .gives_nothing(),
    ]
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct PortfolioView {
    id: PortfolioId,
    /// The archive's name, as it was sent.
    file: String,
    /// Pictures that go to a product.
    added: usize,
    /// Pictures that their product has already.
    skipped: usize,
    /// Files that go nowhere.
    refused: usize,
    pictures: Vec<EntryView>,
    created_at: Time,
    committed_at: Option<Time>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct EntryView {
    /// Within the archive.
    name: String,
    /// The product whose article number the file is named by.
    product: Option<ProductId>,
    outcome: Outcome,
    problem: Option<String>,
}

impl PortfolioView {
    fn of(portfolio: &Portfolio, language: PageLanguage) -> Self {
        let entry = |entry: &super::Entry| EntryView {
            name: entry.name.clone(),
            product: entry.product,
            outcome: entry.outcome,
            problem: entry.problem.as_ref().map(|problem| problem.best(language.0).to_owned()),
        };
        Self {
            id: portfolio.id,
            file: portfolio.file.clone(),
            added: portfolio.count(Outcome::Added),
            skipped: portfolio.count(Outcome::Skipped),
            refused: portfolio.count(Outcome::Refused),
            pictures: portfolio.entries.iter().map(entry).collect(),
            created_at: portfolio.created_at,
            committed_at: portfolio.committed_at,
        }
    }
}

async fn found(house: &House, by: &Member, id: PortfolioId) -> Result<Portfolio> {
    let by = by.clone();
    house.db.read(move |conn| own(conn, &by, id)).await
}

async fn take_in(
    house: web::Data<House>,
    maker: AnyMaker,
    language: PageLanguage,
    upload: Upload,
) -> Result<HttpResponse> {
    let id = receive(&house, &maker, upload).await?;
    Ok(HttpResponse::Created().json(PortfolioView::of(&found(&house, &maker, id).await?, language)))
}

async fn show(
    house: web::Data<House>,
    maker: AnyMaker,
    language: PageLanguage,
    id: web::Path<PortfolioId>,
) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(PortfolioView::of(&found(&house, &maker, *id).await?, language)))
}

async fn put(
    house: web::Data<House>,
    maker: AnyMaker,
    language: PageLanguage,
    id: web::Path<PortfolioId>,
    _nothing: Input<Nothing>,
) -> Result<HttpResponse> {
    let limits = house.settings.limits.clone();
    let portfolio = house.db.write(move |tx| commit(tx, &limits, &maker, *id)).await?;
    Ok(HttpResponse::Ok().json(PortfolioView::of(&portfolio, language)))
}

async fn delete(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<PortfolioId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| drop_portfolio(tx, &maker, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
