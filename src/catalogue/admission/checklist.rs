//! A maker's checklist: every row with how it stands.

use super::facts::{Facts, Goods};
use super::row::rows;
use super::said::Said;
use super::state::{Line, LineState, line};
use crate::catalogue::{Product, Status, products_of_maker};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::web::Listing;

/// The newest so many products are looked at: a list of what lacks is for mending, not for counting.
const MOST_PRODUCTS: i64 = 500;
/// For the desk, which is opened often.
const FEW_PRODUCTS: i64 = 100;

/// The rows as they stand today, over the products that are not withdrawn.
pub fn checklist(conn: &mut DbConnection, maker: OrganisationId, day: Date) -> Result<Vec<Line>> {
    lines(conn, maker, day, MOST_PRODUCTS)
}

fn lines(conn: &mut DbConnection, maker: OrganisationId, day: Date, most: i64) -> Result<Vec<Line>> {
    let rows = rows(conn, false)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (facts, mut said) = (Facts::read(conn, maker)?, Said::read(conn, maker)?);
    let mut products: Vec<Product> = Vec::new();
    if rows.iter().any(|row| row.is_about_goods()) {
        let listing = Listing { before: i64::MAX, limit: most };
        products = products_of_maker(conn, maker, None, None, listing)?;
        products.retain(|product| product.status != Status::Withdrawn);
    }
    let goods = Goods::read(conn, &products, day)?;
    Ok(rows.into_iter().map(|row| line(row, &facts, &goods, &mut said, day)).collect())
}

/// How many rows are still open for a maker.
pub fn count_open(conn: &mut DbConnection, maker: OrganisationId, day: Date) -> Result<i64> {
    let lines = lines(conn, maker, day, FEW_PRODUCTS)?;
    Ok(lines.iter().filter(|line| line.state == LineState::Open).count() as i64)
}

/// What would be right next: what binds first, then the list's own order.
pub(super) fn next(lines: &[Line]) -> Option<&Line> {
    let open = || lines.iter().filter(|line| line.state == LineState::Open);
    open().find(|line| line.stops()).or_else(|| open().next())
}
