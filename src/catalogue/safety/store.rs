//! SQL about product safety.

use diesel::prelude::*;

use super::address::{Manufacturer, ProductSafety, Responsible};
use super::form::{NewManufacturer, NewProductSafety, NewResponsible};
use crate::db::schema::{manufacturers, product_safety as noted, responsible_persons};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, ResponsibleId};

pub(super) fn manufacturers(conn: &mut DbConnection, makers: &[OrganisationId]) -> Result<Vec<Manufacturer>> {
    Ok(Manufacturer::query().filter(manufacturers::maker_id.eq_any(makers.to_vec())).load(conn)?)
}

/// Those that were not removed, in the order in which they came.
pub(super) fn responsible_of_makers(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
) -> Result<Vec<Responsible>> {
    Ok(Responsible::query()
        .filter(responsible_persons::maker_id.eq_any(makers.to_vec()))
        .filter(responsible_persons::removed_at.is_null())
        .order(responsible_persons::id)
        .load(conn)?)
}

pub(super) fn product_safety(conn: &mut DbConnection, products: &[ProductId]) -> Result<Vec<ProductSafety>> {
    Ok(ProductSafety::query().filter(noted::product_id.eq_any(products.to_vec())).load(conn)?)
}

pub(super) fn put_manufacturer(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    new: &NewManufacturer,
    before: Option<&Manufacturer>,
) -> Result<()> {
    let content = (
        manufacturers::street.eq(&new.address.street),
        manufacturers::postcode.eq(&new.address.postcode),
        manufacturers::town.eq(&new.address.town),
        manufacturers::country.eq(&new.address.country),
        manufacturers::electronic.eq(&new.address.electronic),
        manufacturers::responsible_id.eq(new.responsible),
        manufacturers::version.eq(before.map_or(1, |one| one.version + 1)),
        manufacturers::updated_at.eq(tx.now()),
    );
    match before {
        None => diesel::insert_into(manufacturers::table)
            .values((manufacturers::maker_id.eq(maker), content))
            .execute(&mut **tx)?,
        Some(_) => diesel::update(manufacturers::table.find(maker)).set(content).execute(&mut **tx)?,
    };
    Ok(())
}

pub(super) fn set_default(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    responsible: Option<ResponsibleId>,
) -> Result<()> {
    diesel::update(manufacturers::table.find(maker))
        .set(manufacturers::responsible_id.eq(responsible))
        .execute(&mut **tx)?;
    Ok(())
}

/// What a maker writes about somebody, as columns.
macro_rules! content {
    ($new:expr) => {
        (
            responsible_persons::name.eq(&$new.name),
            responsible_persons::street.eq(&$new.address.street),
            responsible_persons::postcode.eq(&$new.address.postcode),
            responsible_persons::town.eq(&$new.address.town),
            responsible_persons::country.eq(&$new.address.country),
            responsible_persons::electronic.eq(&$new.address.electronic),
        )
    };
}

pub(super) fn insert_responsible(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    new: &NewResponsible,
) -> Result<ResponsibleId> {
    let now = tx.now();
    Ok(diesel::insert_into(responsible_persons::table)
        .values((
            responsible_persons::maker_id.eq(maker),
            content!(new),
            responsible_persons::version.eq(1_i64),
            responsible_persons::created_at.eq(now),
            responsible_persons::updated_at.eq(now),
        ))
        .returning(responsible_persons::id)
        .get_result(&mut **tx)?)
}

pub(super) fn update_responsible(tx: &mut Write<'_>, id: ResponsibleId, new: &NewResponsible) -> Result<()> {
    let now = tx.now();
    diesel::update(responsible_persons::table.find(id))
        .set((
            content!(new),
            responsible_persons::version.eq(responsible_persons::version + 1),
            responsible_persons::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn remove_responsible(tx: &mut Write<'_>, id: ResponsibleId) -> Result<()> {
    let now = tx.now();
    diesel::update(responsible_persons::table.find(id))
        .set(responsible_persons::removed_at.eq(Some(now)))
        .execute(&mut **tx)?;
    diesel::update(manufacturers::table.filter(manufacturers::responsible_id.eq(id)))
        .set(manufacturers::responsible_id.eq(None::<ResponsibleId>))
        .execute(&mut **tx)?;
    diesel::update(noted::table.filter(noted::responsible_id.eq(id)))
        .set(noted::responsible_id.eq(None::<ResponsibleId>))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn put_product_safety(
    tx: &mut Write<'_>,
    product: ProductId,
    new: &NewProductSafety,
    before: Option<&ProductSafety>,
) -> Result<()> {
    let content = (
        noted::identifier.eq(&new.identifier),
        noted::needs_no_warnings.eq(new.needs_no_warnings),
        noted::responsible_id.eq(new.responsible),
        noted::version.eq(before.map_or(1, |one| one.version + 1)),
        noted::updated_at.eq(tx.now()),
    );
    match before {
        None => diesel::insert_into(noted::table)
            .values((noted::product_id.eq(product), content))
            .execute(&mut **tx)?,
        Some(_) => diesel::update(noted::table.find(product)).set(content).execute(&mut **tx)?,
    };
    Ok(())
}
