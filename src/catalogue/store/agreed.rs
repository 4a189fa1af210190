//! All SQL about what makers and buyers have agreed on.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::accounts::{Kind, Member};
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

/// What is agreed between some makers and one buyer on a day.
pub fn conditions(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    buyer: OrganisationId,
    on: Date,
) -> Result<Conditions> {
    let in_force = InForce::query()
        .filter(agreed_terms::maker_id.eq_any(makers).and(agreed_terms::buyer_id.eq(buyer)))
        .filter(agreed_terms::released_at.is_null())
        .filter(agreed_terms::starts_on.le(on).and(agreed_terms::ends_on.ge(on)))
        .load(conn)?;
    Ok(Conditions::new(in_force))
}

/// What some makers have agreed on with whoever reads: with all but buyers, nothing.
pub fn conditions_of_reader(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    reader: Option<&Member>,
    on: Date,
) -> Result<Conditions> {
    match reader.filter(|reader| reader.kind == Kind::Buyer) {
        Some(buyer) => conditions(conn, makers, buyer.organisation, on),
        None => Ok(Conditions::default()),
    }
}

/// What each of several makers has agreed on, by buyer, on a day.
pub fn conditions_of_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    on: Date,
) -> Result<BTreeMap<OrganisationId, BTreeMap<OrganisationId, Conditions>>> {
    let in_force = InForce::query()
        .filter(agreed_terms::maker_id.eq_any(makers).and(agreed_terms::released_at.is_null()))
        .filter(agreed_terms::starts_on.le(on).and(agreed_terms::ends_on.ge(on)))
        .load(conn)?;
    let mut by_side: BTreeMap<OrganisationId, BTreeMap<OrganisationId, Vec<InForce>>> = BTreeMap::new();
    for one in in_force {
        by_side.entry(one.maker_id).or_default().entry(one.buyer_id).or_default().push(one);
    }
    let of_maker = |(maker, buyers): (OrganisationId, BTreeMap<OrganisationId, Vec<InForce>>)| {
        (maker, buyers.into_iter().map(|(buyer, terms)| (buyer, Conditions::new(terms))).collect())
    };
    Ok(by_side.into_iter().map(of_maker).collect())
}
