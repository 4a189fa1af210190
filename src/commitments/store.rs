//! All SQL of the ledger.

use diesel::prelude::*;

use super::{Claim, Grant, NewReservation, Reservation};
use crate::clock::Date;
use crate::db::schema::{capacity_reservations, exclusivity_grants};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{AgreementId, DealId, OrganisationId, ProductId};

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

pub fn reserve(tx: &mut Write<'_>, reservation: &NewReservation) -> Result<()> {
    diesel::insert_into(capacity_reservations::table).values(reservation).execute(&mut **tx)?;
    Ok(())
}

/// Gives back the capacity of an order that was cancelled or is done.
pub fn release_capacity(tx: &mut Write<'_>, deal: DealId) -> Result<()> {
    let now = tx.now();
    diesel::update(capacity_reservations::table)
        .filter(capacity_reservations::deal_id.eq(deal).and(capacity_reservations::released_at.is_null()))
        .set(capacity_reservations::released_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
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
