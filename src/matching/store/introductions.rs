//! Who was shown to a buyer, as rows.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::super::reasons::{Fit, Reasons};
use super::CHUNK;
use super::matches::best_first;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{introductions, matches};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, RequestId};

/// A maker may have several products among the first.
const PRODUCTS_OF_A_MAKER: usize = 4;

pub fn introduced(conn: &mut DbConnection, request: RequestId) -> Result<BTreeSet<OrganisationId>> {
    let makers: Vec<OrganisationId> = introductions::table
        .filter(introductions::request_id.eq(request))
        .select(introductions::maker_id)
        .load(conn)?;
    Ok(makers.into_iter().collect())
}

/// How often makers were shown since a time; who was not is not named.
pub fn introductions_since(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    since: Time,
) -> Result<BTreeMap<OrganisationId, i64>> {
    let mut counts = BTreeMap::new();
    for some in makers.chunks(CHUNK) {
        let rows: Vec<(OrganisationId, i64)> = introductions::table
            .filter(introductions::maker_id.eq_any(some).and(introductions::introduced_at.ge(since)))
            .group_by(introductions::maker_id)
            .select((introductions::maker_id, count_star()))
            .load(conn)?;
        counts.extend(rows);
    }
    Ok(counts)
}

/// The makers at the head of a request's matches.
pub fn first_makers(conn: &mut DbConnection, request: RequestId, most: usize) -> Result<Vec<OrganisationId>> {
    let rows: Vec<OrganisationId> = matches::table
        .filter(matches::request_id.eq(request).and(matches::verdict.eq(Fit::Match)))
        .order(best_first!())
        .select(matches::maker_id)
        .limit((most * PRODUCTS_OF_A_MAKER) as i64)
        .load(conn)?;
    let mut first = Vec::new();
    for maker in rows {
        if first.len() < most && !first.contains(&maker) {
            first.push(maker);
        }
    }
    Ok(first)
}

/// With how its best product fits now. Who has no match, because it was asked without one, is not introduced by us.
pub fn introduce(tx: &mut Write<'_>, request: RequestId, maker: OrganisationId) -> Result<()> {
    let best: Option<(ProductId, Json<Reasons>)> = matches::table
        .filter(matches::request_id.eq(request).and(matches::maker_id.eq(maker)))
        .order(best_first!())
        .select((matches::product_id, matches::reasons))
        .first(&mut **tx)
        .optional()?;
    let Some((product, reasons)) = best else { return Ok(()) };
    let now = tx.now();
    diesel::insert_into(introductions::table)
        .values((
            introductions::request_id.eq(request),
            introductions::maker_id.eq(maker),
            introductions::product_id.eq(product),
            introductions::contributions.eq(Json::from(reasons.into_inner().contributions)),
            introductions::introduced_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
