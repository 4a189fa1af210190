//! Product safety as European law wants it known (Regulation (EU) 2023/988, article 19): who made a product and where
//! they are reached, who answers for it in the Union, how it is told apart, and what it warns of.

mod address;
mod api;
mod export;
mod form;
mod lacking;
mod page;
mod product_page;
mod set;
mod store;
mod workshop;

pub use address::{Manufacturer, ProductSafety, Responsible};
pub use form::{ManufacturerForm, ProductSafetyForm, ResponsibleForm};
pub use lacking::lacks;
pub use set::{SafetySet, read_sets};

pub(super) use export::may_ask as may_take_safety;

use super::Product;
use super::products::{may_prepare, own, read_version};
use crate::accounts::Member;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{OrganisationId, ProductId, ResponsibleId};
use crate::input::Raw;
use crate::web::Route;

/// Most makers have one, a few have one for each country they sell to.
const MOST_RESPONSIBLE: usize = 20;

pub fn routes() -> Vec<Route> {
    [workshop::routes(), product_page::routes(), page::routes(), api::routes()].concat()
}

/// What a maker has said of itself as manufacturer, and of those who are responsible.
#[derive(Clone, Debug, Default)]
pub(super) struct OwnSafety {
    pub manufacturer: Option<Manufacturer>,
    pub responsible: Vec<Responsible>,
}

fn own_safety(conn: &mut DbConnection, maker: OrganisationId) -> Result<OwnSafety> {
    Ok(OwnSafety {
        manufacturer: store::manufacturers(conn, &[maker])?.pop(),
        responsible: store::responsible_of_makers(conn, &[maker])?,
    })
}

fn own_responsible(conn: &mut DbConnection, by: &Member, id: ResponsibleId) -> Result<Responsible> {
    let all = store::responsible_of_makers(conn, &[by.organisation])?;
    all.into_iter().find(|one| one.id == id).ok_or(Error::NotFound)
}

/// A version that nothing has yet is left out.
fn check_version(sent: &Raw, known: Option<i64>) -> Result<()> {
    match known {
        None => Ok(()),
        Some(known) if read_version(sent)? == known => Ok(()),
        Some(_) => Err(Error::Conflict),
    }
}

fn changed(tx: &mut Write<'_>, by: &Member) {
    tx.record(by.actor(), Event::SafetyChanged { maker: by.organisation });
}

pub fn set_manufacturer(tx: &mut Write<'_>, by: &Member, form: &ManufacturerForm) -> Result<Manufacturer> {
    may_prepare(tx, by)?;
    let before = own_safety(tx, by.organisation)?;
    let new = form.check(&before.responsible)?;
    check_version(&form.version, before.manufacturer.as_ref().map(|one| one.version))?;
    store::put_manufacturer(tx, by.organisation, &new, before.manufacturer.as_ref())?;
    changed(tx, by);
    store::manufacturers(tx, &[by.organisation])?.pop().ok_or(Error::NotFound)
}

/// The first one is the maker's default as soon as there is an address to keep it with.
pub fn add_responsible(tx: &mut Write<'_>, by: &Member, form: &ResponsibleForm) -> Result<Responsible> {
    may_prepare(tx, by)?;
    let new = form.check()?;
    let before = own_safety(tx, by.organisation)?;
    if before.responsible.len() >= MOST_RESPONSIBLE {
        return Err(Error::invalid("name", Message::new("problem-too-many").with("most", MOST_RESPONSIBLE)));
    }
    let id = store::insert_responsible(tx, by.organisation, &new)?;
    if before.manufacturer.is_some_and(|one| one.responsible_id.is_none()) {
        store::set_default(tx, by.organisation, Some(id))?;
    }
    changed(tx, by);
    own_responsible(tx, by, id)
}

pub fn edit_responsible(
    tx: &mut Write<'_>,
    by: &Member,
    id: ResponsibleId,
    form: &ResponsibleForm,
) -> Result<Responsible> {
    may_prepare(tx, by)?;
    let before = own_responsible(tx, by, id)?;
    let new = form.check()?;
    check_version(&form.version, Some(before.version))?;
    store::update_responsible(tx, id, &new)?;
    changed(tx, by);
    own_responsible(tx, by, id)
}

/// Products that named this one fall back to the maker's default, if that is another.
pub fn remove_responsible(tx: &mut Write<'_>, by: &Member, id: ResponsibleId) -> Result<()> {
    may_prepare(tx, by)?;
    own_responsible(tx, by, id)?;
    store::remove_responsible(tx, id)?;
    changed(tx, by);
    Ok(())
}

pub fn set_product_safety(
    tx: &mut Write<'_>,
    by: &Member,
    id: ProductId,
    form: &ProductSafetyForm,
) -> Result<(Product, ProductSafety)> {
    may_prepare(tx, by)?;
    own(tx, by, id)?;
    let responsible = store::responsible_of_makers(tx, &[by.organisation])?;
    let new = form.check(&responsible)?;
    let before = store::product_safety(tx, &[id])?.pop();
    check_version(&form.version, before.as_ref().map(|one| one.version))?;
    store::put_product_safety(tx, id, &new, before.as_ref())?;
    tx.record(by.actor(), Event::ProductChanged { product: id });
    Ok((own(tx, by, id)?, store::product_safety(tx, &[id])?.pop().ok_or(Error::NotFound)?))
}

/// Has a maker said where it is reached?
pub(super) fn has_manufacturer(conn: &mut DbConnection, maker: OrganisationId) -> Result<bool> {
    Ok(!store::manufacturers(conn, &[maker])?.is_empty())
}
