//! All SQL about quotes.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::consolidating::Consolidated;
use super::offer::NewOffer;
use super::{Allocation, Quote, QuoteLine, QuoteStatus, QuoteVersion};
use crate::accounts::Member;
use crate::clock::Date;
use crate::db::schema::{quote_allocations, quote_lines, quote_versions, quotes};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, QuoteId, QuoteVersionId, RequestId, SplitId};
use crate::web::Listing;

pub fn quote(conn: &mut DbConnection, id: QuoteId) -> Result<Quote> {
    Ok(Quote::query().filter(quotes::id.eq(id)).first(conn)?)
}

/// One version with its lines.
pub fn version(
    conn: &mut DbConnection,
    quote: QuoteId,
    number: i64,
) -> Result<(QuoteVersion, Vec<QuoteLine>)> {
    let version: QuoteVersion = QuoteVersion::query()
        .filter(quote_versions::quote_id.eq(quote).and(quote_versions::number.eq(number)))
        .first(conn)?;
    let lines = lines(conn, version.id)?;
    Ok((version, lines))
}

/// What is on the table, or was agreed.
pub fn latest(conn: &mut DbConnection, quote: &Quote) -> Result<(QuoteVersion, Vec<QuoteLine>)> {
    version(conn, quote.id, quote.accepted_number.unwrap_or(quote.latest_number))
}

/// All versions with their lines, the first one first.
pub fn versions(conn: &mut DbConnection, quote: QuoteId) -> Result<Vec<(QuoteVersion, Vec<QuoteLine>)>> {
    let versions: Vec<QuoteVersion> = QuoteVersion::query()
        .filter(quote_versions::quote_id.eq(quote))
        .order(quote_versions::number)
        .load(conn)?;
    versions
        .into_iter()
        .map(|version| {
            let lines = lines(conn, version.id)?;
            Ok((version, lines))
        })
        .collect()
}

fn lines(conn: &mut DbConnection, version: QuoteVersionId) -> Result<Vec<QuoteLine>> {
    Ok(QuoteLine::query()
        .filter(quote_lines::quote_version_id.eq(version))
        .order(quote_lines::id)
        .load(conn)?)
}

/// Which quotes of an organisation.
#[derive(Clone, Copy, Debug, Default)]
pub struct QuoteFilter {
    pub status: Option<QuoteStatus>,
    pub request: Option<RequestId>,
}

/// The quotes of an organisation with their latest versions, newest first.
pub fn listed(
    conn: &mut DbConnection,
    organisation: OrganisationId,
    filter: QuoteFilter,
    listing: Listing,
) -> Result<Vec<(Quote, QuoteVersion)>> {
    let mut query = quotes::table
        .inner_join(quote_versions::table)
        .filter(quote_versions::number.eq(quotes::latest_number))
        .filter(quotes::maker_id.eq(organisation).or(quotes::buyer_id.eq(organisation)))
        .filter(quotes::id.lt(QuoteId(listing.before)))
        .select((Quote::as_select(), QuoteVersion::as_select()))
        .into_boxed();
    if let Some(status) = filter.status {
        query = query.filter(quotes::status.eq(status));
    }
    if let Some(request) = filter.request {
        query = query.filter(quotes::request_id.eq(request));
    }
    Ok(query.order(quotes::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// The quotes that an organisation has come to terms on, newest first.
pub fn accepted_of(conn: &mut DbConnection, organisation: OrganisationId, most: i64) -> Result<Vec<Quote>> {
    Ok(Quote::query()
        .filter(quotes::maker_id.eq(organisation).or(quotes::buyer_id.eq(organisation)))
        .filter(quotes::status.eq(QuoteStatus::Accepted))
        .order(quotes::id.desc())
        .limit(most)
        .load(conn)?)
}

/// What a maker and a buyer have come to terms on, newest first.
pub fn accepted_between(
    conn: &mut DbConnection,
    maker: OrganisationId,
    buyer: OrganisationId,
) -> Result<Vec<Quote>> {
    Ok(Quote::query()
        .filter(quotes::maker_id.eq(maker).and(quotes::buyer_id.eq(buyer)))
        .filter(quotes::status.eq(QuoteStatus::Accepted))
        .order(quotes::id.desc())
        .load(conn)?)
}

/// The quotes of a maker and a buyer about a request, or about none, the newest first.
pub fn between(
    conn: &mut DbConnection,
    maker: OrganisationId,
    buyer: OrganisationId,
    request: Option<RequestId>,
) -> Result<Vec<Quote>> {
    let of_pair = quotes::maker_id.eq(maker).and(quotes::buyer_id.eq(buyer));
    let query = Quote::query().filter(of_pair).into_boxed();
    let query = match request {
        Some(request) => query.filter(quotes::request_id.eq(request)),
        None => query.filter(quotes::request_id.is_null()),
    };
    Ok(query.order(quotes::id.desc()).load(conn)?)
}

/// The open quotes of a request, each with its newest version.
pub fn open_of_request(conn: &mut DbConnection, request: RequestId) -> Result<Vec<(Quote, QuoteVersion)>> {
    Ok(quotes::table
        .inner_join(quote_versions::table)
        .filter(quote_versions::number.eq(quotes::latest_number))
        .filter(quotes::request_id.eq(request).and(quotes::status.eq(QuoteStatus::Open)))
        .order(quotes::id)
        .select((Quote::as_select(), QuoteVersion::as_select()))
        .load(conn)?)
}

/// The open quotes whose newest version offers a split.
pub(super) fn open_of_split(conn: &mut DbConnection, split: SplitId) -> Result<Vec<Quote>> {
    Ok(quotes::table
        .inner_join(quote_versions::table)
        .filter(quote_versions::number.eq(quotes::latest_number))
        .filter(quote_versions::split_id.eq(split).and(quotes::status.eq(QuoteStatus::Open)))
        .order(quotes::id)
        .select(Quote::as_select())
        .load(conn)?)
}

/// Whether the buyer may still accept what was offered with a split.
pub(super) fn is_on_the_table(conn: &mut DbConnection, split: SplitId, today: Date) -> Result<bool> {
    let open = quotes::table
        .inner_join(quote_versions::table)
        .filter(quote_versions::number.eq(quotes::latest_number))
        .filter(quote_versions::split_id.eq(split).and(quotes::status.eq(QuoteStatus::Open)))
        .filter(quote_versions::valid_until.ge(today));
    Ok(diesel::select(exists(open)).get_result(conn)?)
}

/// How many pieces a buyer has accepted for a request, of whatever makers.
pub(super) fn accepted_pieces(conn: &mut DbConnection, request: RequestId) -> Result<i64> {
    let pieces: Vec<i64> = quote_lines::table
        .inner_join(quote_versions::table.inner_join(quotes::table))
        .filter(quotes::request_id.eq(request).and(quotes::status.eq(QuoteStatus::Accepted)))
        .filter(quotes::accepted_number.eq(quote_versions::number.nullable()))
        .select(quote_lines::quantity)
        .load(conn)?;
    Ok(pieces.iter().sum())
}

/// The open quote of a maker and a buyer about a request, if there is one.
pub(super) fn open_quote(
    conn: &mut DbConnection,
    request: RequestId,
    maker: OrganisationId,
    buyer: OrganisationId,
) -> Result<Option<QuoteId>> {
    Ok(quotes::table
        .filter(quotes::request_id.eq(request).and(quotes::status.eq(QuoteStatus::Open)))
        .filter(quotes::maker_id.eq(maker).and(quotes::buyer_id.eq(buyer)))
        .select(quotes::id)
        .first(conn)
        .optional()?)
}

pub(super) fn insert(
    tx: &mut Write<'_>,
    request: Option<RequestId>,
    maker: OrganisationId,
    buyer: OrganisationId,
) -> Result<QuoteId> {
    let now = tx.now();
    Ok(diesel::insert_into(quotes::table)
        .values((
            quotes::request_id.eq(request),
            quotes::buyer_id.eq(buyer),
            quotes::maker_id.eq(maker),
            quotes::status.eq(QuoteStatus::Open),
            quotes::latest_number.eq(1),
            quotes::created_at.eq(now),
            quotes::updated_at.eq(now),
        ))
        .returning(quotes::id)
        .get_result(&mut **tx)?)
}

pub(super) fn insert_version(
    tx: &mut Write<'_>,
    quote: QuoteId,
    number: i64,
    by: &Member,
    offer: &NewOffer,
    of: Option<&Consolidated>,
) -> Result<()> {
    let now = tx.now();
    let version: QuoteVersionId = diesel::insert_into(quote_versions::table)
        .values((
            quote_versions::quote_id.eq(quote),
            quote_versions::number.eq(number),
            quote_versions::offered_by.eq(by.organisation),
            quote_versions::person_id.eq(by.person),
            quote_versions::currency.eq(offer.total.currency),
            quote_versions::incoterm.eq(offer.delivery.incoterm),
            quote_versions::named_place.eq(&offer.delivery.named_place),
            quote_versions::lead_time_days.eq(offer.lead_time_days),
            quote_versions::valid_until.eq(offer.valid_until),
            quote_versions::note.eq(&offer.note),
            quote_versions::total_minor.eq(offer.total.minor),
            quote_versions::created_at.eq(now),
            quote_versions::split_id.eq(of.map(|of| of.split)),
            quote_versions::exporter_id.eq(of.map(|of| of.exporter)),
        ))
        .returning(quote_versions::id)
        .get_result(&mut **tx)?;
    for line in &offer.lines {
        diesel::insert_into(quote_lines::table)
            .values((
                quote_lines::quote_version_id.eq(version),
                quote_lines::product_id.eq(line.product.id),
                quote_lines::variant_id.eq(line.variant.as_ref().map(|variant| variant.id)),
                quote_lines::title.eq(line.title(by.language)),
                quote_lines::quantity.eq(line.quantity),
                quote_lines::unit_price_minor.eq(line.unit_price.minor),
            ))
            .execute(&mut **tx)?;
    }
    for share in of.iter().flat_map(|of| &of.shares) {
        diesel::insert_into(quote_allocations::table)
            .values((
                quote_allocations::quote_version_id.eq(version),
                quote_allocations::share_id.eq(share.id),
                quote_allocations::maker_id.eq(share.maker_id),
                quote_allocations::product_id.eq(share.product_id),
                quote_allocations::quantity.eq(share.pieces),
                quote_allocations::unit_price_minor.eq(share.price_minor),
                quote_allocations::currency.eq(share.currency),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Who makes what of a cluster's offer; nothing where the maker offers for itself.
pub fn allocations(conn: &mut DbConnection, version: QuoteVersionId) -> Result<Vec<Allocation>> {
    Ok(Allocation::query()
        .filter(quote_allocations::quote_version_id.eq(version))
        .order(quote_allocations::id)
        .load(conn)?)
}

/// Puts a new version on the table of a quote that nobody has touched since it was read.
pub(super) fn set_latest(tx: &mut Write<'_>, quote: &Quote, number: i64) -> Result<()> {
    let now = tx.now();
    let changed = diesel::update(quotes::table.find(quote.id))
        .filter(quotes::version.eq(quote.version))
        .set((
            quotes::latest_number.eq(number),
            quotes::updated_at.eq(now),
            quotes::version.eq(quote.version + 1),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
}

/// Ends a quote that nobody has touched since it was read.
pub(super) fn close(
    tx: &mut Write<'_>,
    quote: &Quote,
    status: QuoteStatus,
    accepted: Option<i64>,
    note: Option<&str>,
) -> Result<()> {
    let now = tx.now();
    let changed = diesel::update(quotes::table.find(quote.id))
        .filter(quotes::version.eq(quote.version).and(quotes::status.eq(QuoteStatus::Open)))
        .set((
            quotes::status.eq(status),
            quotes::accepted_number.eq(accepted),
            quotes::closed_note.eq(note),
            quotes::updated_at.eq(now),
            quotes::version.eq(quote.version + 1),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
}
