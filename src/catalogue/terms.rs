//! On which terms a product is sold, beyond its plain price: in which forms, at what price by quantity, place, time and
//! day, with a sample at what price, in which countries, how it is packed, and what a buyer has agreed on instead.

mod agreed;
mod form;
mod offer;
mod packing;
mod tier;
mod variant;

pub use agreed::{Agreed, AgreedPrice, AgreedTerms, Conditions, InForce, RawAgreedTerms};
pub use form::{NewTerms, TermsForm};
pub use offer::{Ask, Offer, PriceList};
pub use packing::{Packing, RawPacking};
pub use tier::{RawTier, Tier};
pub use variant::{NewVariant, OPTION_KEYS, Options, RawVariant, Variant};

use super::history::{self, Act, Entry};
use super::products::{may_prepare, own, read_version};
use super::{Product, Subject, store};
use crate::accounts::Member;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::ProductId;
use crate::input::Fields;

/// The maker's own product with its variants. Of others' drafts nobody learns that they exist.
pub(super) fn read(conn: &mut DbConnection, by: &Member, id: ProductId) -> Result<(Product, Vec<Variant>)> {
    let product = own(conn, by, id)?;
    let variants = store::variants_of_product(conn, id)?;
    Ok((product, variants))
}

/// Writes down all terms of a product at once: what is not said is not offered any more.
pub fn set_terms(tx: &mut Write<'_>, by: &Member, id: ProductId, form: &TermsForm) -> Result<Product> {
    may_prepare(tx, by)?;
    let product = own(tx, by, id)?;
    let new = check(tx, by, id, form)?;
    if read_version(&form.version)? != product.version {
        return Err(Error::Conflict);
    }
    let entry = Entry::of(by.actor(), Act::Terms);
    history::keeping(tx, Subject::Product(id), entry, |tx| write(tx, by, &product, &new))?;
    store::product(tx, id)
}

fn check(tx: &mut Write<'_>, by: &Member, id: ProductId, form: &TermsForm) -> Result<NewTerms> {
    let mut fields = Fields::new();
    let new = form.read(&mut fields);
    for (position, variant) in new.variants.iter().enumerate() {
        if store::is_sku_taken(tx, by.organisation, &variant.sku, id)? {
            fields.problem(&format!("variants.{position}.sku"), "problem-sku-taken");
        }
    }
    fields.done(new)
}

fn write(tx: &mut Write<'_>, by: &Member, product: &Product, new: &NewTerms) -> Result<()> {
    store::write_terms(tx, product, new)?;
    tx.record(by.actor(), Event::ProductChanged { product: product.id });
    Ok(())
}

/// Writes what a form says over a product's terms.
pub(super) fn rewrite(tx: &mut Write<'_>, by: &Member, product: &Product, form: &TermsForm) -> Result<()> {
    let new = check(tx, by, product.id, form)?;
    write(tx, by, product, &new)
}
