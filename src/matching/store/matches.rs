//! Matches as rows.

use diesel::prelude::*;

use super::super::exposure::{self, Place};
use super::super::found::Match;
use super::super::matcher::Matched;
use super::super::reasons::{Fit, Reasons};
use super::super::request::{RequestStatus, SourcingRequest};
use crate::accounts::{Organisation, Standing};
use crate::catalogue::{Product, Status};
use crate::clock::Date;
use crate::columns::Json;
use crate::db::schema::{matches, organisations, products, sourcing_requests};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{MatchId, OrganisationId, ProductId, RequestId};
use crate::web::Listing;

/// Matches before near misses, the better band before the next, and within it whose turn it is.
macro_rules! best_first {
    () => {
        // `match` comes before `near` by its letters.
        (
            crate::db::schema::matches::verdict,
            crate::db::schema::matches::band.desc(),
            crate::db::schema::matches::turn,
            crate::db::schema::matches::score.desc(),
            crate::db::schema::matches::product_id,
        )
    };
}
pub(super) use best_first;

/// A match with the product and the maker that it speaks of.
pub type Found = (Match, Product, Organisation);

pub fn matches_of_request(conn: &mut DbConnection, request: RequestId) -> Result<Vec<Match>> {
    Ok(Match::query().filter(matches::request_id.eq(request)).order(matches::id).load(conn)?)
}

/// Best first, equals in turn, near misses after matches. What was withdrawn a moment ago is not shown, even before it is cleared away.
pub fn found_for_request(
    conn: &mut DbConnection,
    request: RequestId,
    offset: i64,
    limit: i64,
) -> Result<Vec<Found>> {
    Ok(matches::table
        .inner_join(products::table)
        .inner_join(organisations::table)
        .filter(matches::request_id.eq(request))
        .filter(products::status.eq(Status::Published).and(organisations::standing.eq(Standing::Approved)))
        .order(best_first!())
        .select((Match::as_select(), Product::as_select(), Organisation::as_select()))
        .offset(offset)
        .limit(limit)
        .load(conn)?)
}

/// How many matches and near misses a request has.
pub fn tally(conn: &mut DbConnection, request: RequestId) -> Result<(i64, i64)> {
    let mut count = |verdict: Fit| -> Result<i64> {
        Ok(matches::table
            .inner_join(products::table)
            .inner_join(organisations::table)
            .filter(matches::request_id.eq(request).and(matches::verdict.eq(verdict)))
            .filter(
                products::status.eq(Status::Published).and(organisations::standing.eq(Standing::Approved)),
            )
            .count()
            .get_result(conn)?)
    };
    Ok((count(Fit::Match)?, count(Fit::Near)?))
}

/// The open requests that a maker's products answer, newest first, each with its buyer.
pub fn requests_matched_by(
    conn: &mut DbConnection,
    maker: OrganisationId,
    today: Date,
    listing: Listing,
) -> Result<Vec<(SourcingRequest, Organisation)>> {
    let answered: Vec<RequestId> = matches::table
        .inner_join(products::table)
        .inner_join(sourcing_requests::table.inner_join(organisations::table))
        .filter(matches::maker_id.eq(maker).and(products::status.eq(Status::Published)))
        .filter(
            sourcing_requests::status.eq(RequestStatus::Open).and(sourcing_requests::answers_by.ge(today)),
        )
        .filter(organisations::standing.eq(Standing::Approved))
        .filter(sourcing_requests::id.lt(RequestId(listing.before)))
        .order(sourcing_requests::id.desc())
        .select(sourcing_requests::id)
        .distinct()
        .limit(listing.fetch())
        .load(conn)?;
    Ok(sourcing_requests::table
        .inner_join(organisations::table)
        .filter(sourcing_requests::id.eq_any(answered))
        .order(sourcing_requests::id.desc())
        .select((SourcingRequest::as_select(), Organisation::as_select()))
        .load(conn)?)
}

/// A maker's own products that answer some requests, best first within each.
pub fn found_for_maker(
    conn: &mut DbConnection,
    maker: OrganisationId,
    requests: &[RequestId],
) -> Result<Vec<(Match, Product)>> {
    Ok(matches::table
        .inner_join(products::table)
        .filter(matches::maker_id.eq(maker).and(matches::request_id.eq_any(requests)))
        .filter(products::status.eq(Status::Published))
        .order((matches::request_id.desc(), matches::verdict, matches::score.desc(), matches::product_id))
        .select((Match::as_select(), Product::as_select()))
        .load(conn)?)
}

/// Those of some products that answer a request as things are, each with its maker.
pub fn answering(
    conn: &mut DbConnection,
    request: RequestId,
    products: &[ProductId],
) -> Result<Vec<(Product, Organisation)>> {
    let mut found = Vec::new();
    for some in products.chunks(super::CHUNK) {
        found.extend(
            matches::table
                .inner_join(products::table)
                .inner_join(organisations::table)
                .filter(matches::request_id.eq(request).and(matches::verdict.eq(Fit::Match)))
                .filter(matches::product_id.eq_any(some))
                .filter(
                    products::status
                        .eq(Status::Published)
                        .and(organisations::standing.eq(Standing::Approved)),
                )
                .order((matches::score.desc(), matches::product_id))
                .select((Product::as_select(), Organisation::as_select()))
                .load::<(Product, Organisation)>(conn)?,
        );
    }
    Ok(found)
}

/// A maker's own products that answer a request as things are, the best first.
pub fn fitting(conn: &mut DbConnection, request: RequestId, maker: OrganisationId) -> Result<Vec<Product>> {
    let found = found_for_maker(conn, maker, &[request])?;
    Ok(found
        .into_iter()
        .filter(|(found, _)| found.verdict == Fit::Match)
        .map(|(_, product)| product)
        .collect())
}

/// What a product is matched with among the open requests.
pub fn open_matches_of_product(conn: &mut DbConnection, product: ProductId) -> Result<Vec<Match>> {
    Ok(matches::table
        .inner_join(sourcing_requests::table)
        .filter(matches::product_id.eq(product).and(sourcing_requests::status.eq(RequestStatus::Open)))
        .order(matches::request_id)
        .select(Match::as_select())
        .load(conn)?)
}

/// Which requests a product is matched with, those that are closed too.
pub fn requests_matched_with(conn: &mut DbConnection, product: ProductId) -> Result<Vec<RequestId>> {
    Ok(matches::table.filter(matches::product_id.eq(product)).select(matches::request_id).load(conn)?)
}

/// The products that a request is matched with.
pub fn matched_products(conn: &mut DbConnection, request: RequestId) -> Result<Vec<ProductId>> {
    Ok(matches::table.filter(matches::request_id.eq(request)).select(matches::product_id).load(conn)?)
}

/// Where the answer stands that has so many better ones before it, if the request has so many.
pub fn kept_at(conn: &mut DbConnection, request: RequestId, better: usize) -> Result<Option<Place>> {
    let kept: Option<(Fit, f64, i64, ProductId)> = matches::table
        .filter(matches::request_id.eq(request))
        .order(best_first!())
        .select((matches::verdict, matches::score, matches::turn, matches::product_id))
        .offset(better as i64)
        .first(conn)
        .optional()?;
    Ok(kept.map(|(fit, score, turn, product)| Place::new(fit, score, turn, product)))
}

/// Lets go of what is not among the best of a request's answers.
pub fn keep_best(tx: &mut Write<'_>, request: RequestId, most: usize) -> Result<()> {
    // SQLite has no offset without a limit.
    let beyond: Vec<MatchId> = matches::table
        .filter(matches::request_id.eq(request))
        .order(best_first!())
        .select(matches::id)
        .offset(most as i64)
        .limit(i64::MAX)
        .load(&mut **tx)?;
    beyond.into_iter().try_for_each(|id| delete_match(tx, id))
}

/// Whether some product matches a request; near misses do not.
pub fn has_matches(conn: &mut DbConnection, request: RequestId) -> Result<bool> {
    let one = matches::table.filter(matches::request_id.eq(request).and(matches::verdict.eq(Fit::Match)));
    Ok(diesel::select(diesel::dsl::exists(one)).get_result(conn)?)
}

/// Does a maker have a product that answers a request?
pub fn is_matched(conn: &mut DbConnection, request: RequestId, maker: OrganisationId) -> Result<bool> {
    let count: i64 = matches::table
        .filter(matches::request_id.eq(request).and(matches::maker_id.eq(maker)))
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

pub fn insert_match(
    tx: &mut Write<'_>,
    request: RequestId,
    product: ProductId,
    maker: OrganisationId,
    turn: i64,
    matched: &Matched,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(matches::table)
        .values((
            matches::request_id.eq(request),
            matches::product_id.eq(product),
            matches::maker_id.eq(maker),
            matches::verdict.eq(matched.verdict),
            matches::score.eq(matched.score),
            matches::band.eq(exposure::band(matched.score)),
            matches::turn.eq(turn),
            matches::reasons.eq(Json::<Reasons>::from(matched.reasons.clone())),
            matches::found_at.eq(now),
            matches::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub fn replace_match(tx: &mut Write<'_>, id: MatchId, matched: &Matched) -> Result<()> {
    let now = tx.now();
    diesel::update(matches::table.find(id))
        .set((
            matches::verdict.eq(matched.verdict),
            matches::score.eq(matched.score),
            // Whose turn it is stays as it was, so that a list does not change under its reader.
            matches::band.eq(exposure::band(matched.score)),
            matches::reasons.eq(Json::<Reasons>::from(matched.reasons.clone())),
            matches::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub fn delete_match(tx: &mut Write<'_>, id: MatchId) -> Result<()> {
    diesel::delete(matches::table.find(id)).execute(&mut **tx)?;
    Ok(())
}
