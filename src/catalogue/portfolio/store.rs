//! All SQL about folders of pictures.

use std::collections::HashMap;

use diesel::prelude::*;

use super::{Entry, Portfolio};
use crate::accounts::Member;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{portfolios, products, variants};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{OrganisationId, PortfolioId, ProductId};

pub(super) fn portfolio(conn: &mut DbConnection, id: PortfolioId) -> Result<Portfolio> {
    Ok(Portfolio::query().filter(portfolios::id.eq(id)).first(conn)?)
}

/// Article numbers of the maker's products and of their variants.
pub(super) fn articles(conn: &mut DbConnection, maker: OrganisationId) -> Result<HashMap<String, ProductId>> {
    let own: Vec<(Option<String>, ProductId)> = products::table
        .filter(products::maker_id.eq(maker).and(products::sku.is_not_null()))
        .select((products::sku, products::id))
        .load(conn)?;
    let of_variants: Vec<(String, ProductId)> = variants::table
        .filter(variants::maker_id.eq(maker))
        .select((variants::sku, variants::product_id))
        .load(conn)?;
    let own = own.into_iter().filter_map(|(sku, id)| Some((sku?, id)));
    Ok(of_variants.into_iter().chain(own).collect())
}

pub(super) fn insert(
    tx: &mut Write<'_>,
    by: &Member,
    file: &str,
    entries: Vec<Entry>,
) -> Result<PortfolioId> {
    let now = tx.now();
    Ok(diesel::insert_into(portfolios::table)
        .values((
            portfolios::maker_id.eq(by.organisation),
            portfolios::file.eq(file),
            portfolios::entries.eq(Json::from(entries)),
            portfolios::created_by.eq(by.person),
            portfolios::created_at.eq(now),
        ))
        .returning(portfolios::id)
        .get_result(&mut **tx)?)
}

pub(super) fn set_committed(tx: &mut Write<'_>, id: PortfolioId) -> Result<()> {
    let now = tx.now();
    diesel::update(portfolios::table.find(id)).set(portfolios::committed_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

pub(super) fn delete(tx: &mut Write<'_>, id: PortfolioId) -> Result<()> {
    diesel::delete(portfolios::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

pub(super) fn delete_before(tx: &mut Write<'_>, before: Time) -> Result<usize> {
    Ok(diesel::delete(portfolios::table.filter(portfolios::created_at.lt(before))).execute(&mut **tx)?)
}
