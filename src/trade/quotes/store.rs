//! All SQL about quotes.

use diesel::prelude::*;

use super::{Quote, QuoteLine, QuoteVersion};
use crate::db::DbConnection;
use crate::db::schema::{quote_lines, quote_versions, quotes};
use crate::error::Result;
use crate::ids::QuoteId;

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
    let lines = QuoteLine::query()
        .filter(quote_lines::quote_version_id.eq(version.id))
        .order(quote_lines::id)
        .load(conn)?;
    Ok((version, lines))
}
