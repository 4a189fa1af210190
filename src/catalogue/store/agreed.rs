//! All SQL about what makers and buyers have agreed on.

use diesel::prelude::*;

use crate::catalogue::{Conditions, InForce};
use crate::clock::Date;
use crate::db::schema::agreed_terms;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{AgreementId, OrganisationId};

/// Brings the terms of an agreement into force.
pub fn agree(tx: &mut Write<'_>, terms: &InForce) -> Result<()> {
    diesel::insert_into(agreed_terms::table).values(terms).execute(&mut **tx)?;
    Ok(())
}

/// Takes the terms of an agreement out of force before their last day.
pub fn release_agreed(tx: &mut Write<'_>, agreement: AgreementId) -> Result<()> {
    let now = tx.now();
    diesel::update(agreed_terms::table)
        .filter(agreed_terms::agreement_id.eq(agreement).and(agreed_terms::released_at.is_null()))
        .set(agreed_terms::released_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// What is agreed between two sides on a day.
pub fn conditions(
    conn: &mut DbConnection,
    maker: OrganisationId,
    buyer: OrganisationId,
    on: Date,
) -> Result<Conditions> {
    let in_force = InForce::query()
        .filter(agreed_terms::maker_id.eq(maker).and(agreed_terms::buyer_id.eq(buyer)))
        .filter(agreed_terms::released_at.is_null())
        .filter(agreed_terms::starts_on.le(on).and(agreed_terms::ends_on.ge(on)))
        .load(conn)?;
    Ok(Conditions::new(in_force))
}

/// What several makers have agreed on with anybody, on a day.
pub fn agreed_by_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    on: Date,
) -> Result<Vec<InForce>> {
    Ok(InForce::query()
        .filter(agreed_terms::maker_id.eq_any(makers).and(agreed_terms::released_at.is_null()))
        .filter(agreed_terms::starts_on.le(on).and(agreed_terms::ends_on.ge(on)))
        .order(agreed_terms::agreement_id)
        .load(conn)?)
}
