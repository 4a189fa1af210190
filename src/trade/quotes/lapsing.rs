//! Hands are not kept free for ever: an accepted quote of which nothing comes gives them back.

use chrono::TimeDelta;

use super::letters::{self, News};
use super::store;
use crate::clock::Date;
use crate::commitments::{self, Holder};
use crate::db::{Actor, DbConnection, Write};
use crate::error::Result;
use crate::events::Event;
use crate::ids::QuoteId;
use crate::settings::Settings;
use crate::trade::Side;

/// The day on which what is kept free for a quote is free again, unless it is ordered; nothing where nothing is kept.
pub(super) fn lapses_on(
    conn: &mut DbConnection,
    settings: &Settings,
    quote: QuoteId,
) -> Result<Option<Date>> {
    let held = commitments::reservations_held(conn, Holder::Quote(quote))?;
    let since = held.iter().map(|reservation| reservation.starts_on).min();
    Ok(since.map(|day| day + TimeDelta::days(settings.trade.reserved_days)))
}

/// Ends the reservations of quotes that were accepted long enough ago for the two sides to sign an agreement and to order,
/// and tells both. What was agreed on stays agreed; an order asks for hands anew.
pub fn lapse_due(tx: &mut Write<'_>, settings: &Settings) -> Result<usize> {
    let day = tx.today() - TimeDelta::days(settings.trade.reserved_days);
    let due = commitments::quotes_reserving_since(tx, day)?;
    for id in &due {
        commitments::release_capacity(tx, Holder::Quote(*id))?;
        let quote = store::quote(tx, *id)?;
        tx.record(Actor::default(), Event::ReservationLapsed { quote: *id });
        for side in [Side::Maker, Side::Buyer] {
            letters::tell(tx, settings, &quote, side, News::Lapsed, None)?;
        }
    }
    Ok(due.len())
}
