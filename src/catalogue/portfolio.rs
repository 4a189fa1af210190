//! A folder of pictures, each named by the article that it shows: `B-1.jpg`, `B-1 (2).jpg`, `B-1/front.png`. First on
//! paper: which picture would go to which product; then all of them, or none.

mod api;
mod names;
mod page;
mod receive;
mod store;

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{KeptPicture, PictureForm, Subject, pictures};
use crate::accounts::Member;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::portfolios;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, PortfolioId, ProductId};
use crate::locale::Wording;
use crate::settings::Limits;
use crate::web::Route;

/// A folder that nobody has committed is forgotten after so many days.
const KEPT_DAYS: i64 = 14;

pub fn routes() -> Vec<Route> {
    [page::routes(), api::routes()].concat()
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = portfolios)]
struct Portfolio {
    id: PortfolioId,
    maker_id: OrganisationId,
    /// The archive's name, as it was sent.
    file: String,
    entries: Json<Vec<Entry>>,
    created_at: Time,
    committed_at: Option<Time>,
}

/// One file of the folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    name: String,
    product: Option<ProductId>,
    kept: Option<KeptPicture>,
    outcome: Outcome,
    problem: Option<Wording>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Added,
    /// The product has this very picture.
    Skipped,
    Refused,
}

crate::text_enum!(Outcome { Added => "added", Skipped => "skipped", Refused => "refused" });

impl Portfolio {
    fn count(&self, outcome: Outcome) -> usize {
        self.entries.iter().filter(|entry| entry.outcome == outcome).count()
    }
}

/// Of others' folders nobody learns that they exist.
fn own(conn: &mut DbConnection, by: &Member, id: PortfolioId) -> Result<Portfolio> {
    let found = store::portfolio(conn, id)?;
    if found.maker_id == by.organisation { Ok(found) } else { Err(Error::NotFound) }
}

/// Puts every picture that was found a product for where it belongs, in the order of the names.
fn commit(tx: &mut Write<'_>, limits: &Limits, by: &Member, id: PortfolioId) -> Result<Portfolio> {
    by.confirm(tx)?;
    let portfolio = own(tx, by, id)?;
    if portfolio.committed_at.is_some() {
        return Err(Error::refused("refusal-portfolio-committed"));
    }
    let mut of_product: Vec<(ProductId, Vec<KeptPicture>)> = Vec::new();
    for entry in portfolio.entries.iter().filter(|entry| entry.outcome == Outcome::Added) {
        let (Some(product), Some(kept)) = (entry.product, entry.kept.clone()) else { continue };
        match of_product.iter_mut().find(|(known, _)| *known == product) {
            Some((_, several)) => several.push(kept),
            None => of_product.push((product, vec![kept])),
        }
    }
    if of_product.is_empty() {
        return Err(Error::refused("refusal-portfolio-empty"));
    }
    for (product, kept) in &of_product {
        pictures::add_pictures(tx, by, limits, Subject::Product(*product), kept, &PictureForm::default())?;
    }
    store::set_committed(tx, id)?;
    store::portfolio(tx, id)
}

fn drop_portfolio(tx: &mut Write<'_>, by: &Member, id: PortfolioId) -> Result<()> {
    by.confirm(tx)?;
    let portfolio = own(tx, by, id)?;
    store::delete(tx, portfolio.id)
}

/// What nobody wanted after all. Says how many.
pub fn forget_old_portfolios(tx: &mut Write<'_>) -> Result<usize> {
    let before = tx.now().plus(-TimeDelta::days(KEPT_DAYS));
    store::delete_before(tx, before)
}
