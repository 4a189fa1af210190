//! All SQL of the ledger.

use diesel::prelude::*;

use super::{Claim, Grant, Holder, NewReservation, Reservation};
use crate::clock::Date;
use crate::db::schema::{capacity_reservations, exclusivity_grants};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{AgreementId, OrganisationId, ProductId, QuoteId};

/// The grants of a maker that have not been released, whatever their period.
pub fn grants_of_maker(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Grant>> {
    Ok(Grant::query()
        .filter(exclusivity_grants::maker_id.eq(maker).and(exclusivity_grants::released_at.is_null()))
        .order(exclusivity_grants::id)
        .load(conn)?)
}

/// The same for several makers at once.
pub fn grants_of_makers(conn: &mut DbConnection, makers: &[OrganisationId]) -> Result<Vec<Grant>> {
    Ok(Grant::query()
        .filter(exclusivity_grants::maker_id.eq_any(makers).and(exclusivity_grants::released_at.is_null()))
        .order(exclusivity_grants::id)
        .load(conn)?)
}

/// Whose products an agreement granted, if it granted any, released or not.
pub fn maker_of_agreement(conn: &mut DbConnection, agreement: AgreementId) -> Result<Option<OrganisationId>> {
    Ok(exclusivity_grants::table
        .filter(exclusivity_grants::agreement_id.eq(agreement))
        .select(exclusivity_grants::maker_id)
        .first(conn)
        .optional()?)
}

/// The grants that overlap with a claim.
pub fn grants_in_the_way(conn: &mut DbConnection, claim: &Claim) -> Result<Vec<Grant>> {
    let grants = grants_of_maker(conn, claim.maker)?;
    Ok(grants.into_iter().filter(|grant| grant.stands_in_the_way_of(claim)).collect())
}

/// Writes one grant per country, and per collection where the claim names some.
pub fn grant(tx: &mut Write<'_>, agreement: AgreementId, buyer: OrganisationId, claim: &Claim) -> Result<()> {
    let collections = match claim.collections.is_empty() {
        true => vec![None],
        false => claim.collections.iter().copied().map(Some).collect(),
    };
    for country in &claim.countries {
        for collection in &collections {
            diesel::insert_into(exclusivity_grants::table)
                .values((
                    exclusivity_grants::agreement_id.eq(agreement),
                    exclusivity_grants::maker_id.eq(claim.maker),
                    exclusivity_grants::buyer_id.eq(buyer),
                    exclusivity_grants::collection_id.eq(*collection),
                    exclusivity_grants::country.eq(country),
                    exclusivity_grants::channel.eq(claim.channel),
                    exclusivity_grants::starts_on.eq(claim.starts_on),
                    exclusivity_grants::ends_on.eq(claim.ends_on),
                ))
                .execute(&mut **tx)?;
        }
    }
    Ok(())
}

/// Frees everything that an agreement had granted.
pub fn release_grants(tx: &mut Write<'_>, agreement: AgreementId) -> Result<()> {
    let now = tx.now();
    diesel::update(exclusivity_grants::table)
        .filter(exclusivity_grants::agreement_id.eq(agreement).and(exclusivity_grants::released_at.is_null()))
        .set(exclusivity_grants::released_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

pub fn reserve(tx: &mut Write<'_>, new: &NewReservation) -> Result<()> {
    let (quote, deal) = match new.holder {
        Holder::Quote(quote) => (Some(quote), None),
        Holder::Deal(deal) => (None, Some(deal)),
    };
    diesel::insert_into(capacity_reservations::table)
        .values((
            capacity_reservations::quote_id.eq(quote),
            capacity_reservations::deal_id.eq(deal),
            capacity_reservations::maker_id.eq(new.maker),
            capacity_reservations::product_id.eq(new.product),
            capacity_reservations::quantity.eq(new.quantity),
            capacity_reservations::starts_on.eq(new.starts_on),
            capacity_reservations::ends_on.eq(new.ends_on),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Gives back the capacity of what was cancelled, is done or came to nothing.
pub fn release_capacity(tx: &mut Write<'_>, holder: Holder) -> Result<()> {
    for reservation in reservations_held(tx, holder)? {
        release(tx, &reservation)?;
    }
    Ok(())
}

fn release(tx: &mut Write<'_>, reservation: &Reservation) -> Result<()> {
    let now = tx.now();
    diesel::update(capacity_reservations::table.find(reservation.id))
        .set(capacity_reservations::released_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes so many pieces off a reservation.
pub fn reduce(tx: &mut Write<'_>, reservation: &Reservation, pieces: i64) -> Result<()> {
    if pieces >= reservation.quantity {
        return release(tx, reservation);
    }
    diesel::update(capacity_reservations::table.find(reservation.id))
        .set(capacity_reservations::quantity.eq(reservation.quantity - pieces))
        .execute(&mut **tx)?;
    Ok(())
}

/// What is reserved for a quote or an order, and not given back.
pub fn reservations_held(conn: &mut DbConnection, holder: Holder) -> Result<Vec<Reservation>> {
    let query = Reservation::query().filter(capacity_reservations::released_at.is_null()).into_boxed();
    let query = match holder {
        Holder::Quote(quote) => query.filter(capacity_reservations::quote_id.eq(quote)),
        Holder::Deal(deal) => query.filter(capacity_reservations::deal_id.eq(deal)),
    };
    Ok(query.order(capacity_reservations::id).load(conn)?)
}

/// The quotes for which something has been reserved since a day or longer.
pub fn quotes_reserving_since(conn: &mut DbConnection, day: Date) -> Result<Vec<QuoteId>> {
    let quotes: Vec<Option<QuoteId>> = capacity_reservations::table
        .filter(capacity_reservations::quote_id.is_not_null())
        .filter(capacity_reservations::released_at.is_null().and(capacity_reservations::starts_on.le(day)))
        .select(capacity_reservations::quote_id)
        .distinct()
        .order(capacity_reservations::quote_id)
        .load(conn)?;
    Ok(quotes.into_iter().flatten().collect())
}

/// What is reserved of a product in a period, the first and the last day included.
pub fn reservations_of_product(
    conn: &mut DbConnection,
    product: ProductId,
    from: Date,
    until: Date,
) -> Result<Vec<Reservation>> {
    Ok(Reservation::query()
        .filter(
            capacity_reservations::product_id.eq(product).and(capacity_reservations::released_at.is_null()),
        )
        .filter(capacity_reservations::starts_on.le(until).and(capacity_reservations::ends_on.ge(from)))
        .order(capacity_reservations::id)
        .load(conn)?)
}

/// What is reserved with several makers from a day on.
pub fn reservations_of_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    from: Date,
) -> Result<Vec<Reservation>> {
    Ok(Reservation::query()
        .filter(
            capacity_reservations::maker_id.eq_any(makers).and(capacity_reservations::released_at.is_null()),
        )
        .filter(capacity_reservations::ends_on.ge(from))
        .order(capacity_reservations::id)
        .load(conn)?)
}
