//! What a maker does with products: write them down, mend them, put them on the shelf, take them off.

use super::history::{self, Act, Entry};
use super::slugs::{self, Shelf};
use super::store::{self, Arrival, Dates};
use super::{NewProduct, Product, ProductForm, Status, Subject, admission};
use crate::accounts::{Kind, Member, Standing};
use crate::db::{Actor, DbConnection, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::{CollectionId, ProductId};
use crate::input::{Fields, Raw};

/// Who may write in a catalogue: a maker's people, from the day they sign up.
pub(super) fn may_prepare(tx: &mut Write<'_>, by: &Member) -> Result<()> {
    by.confirm(tx)?;
    let waiting_or_approved = matches!(by.standing, Standing::Pending | Standing::Approved);
    if by.kind == Kind::Maker && waiting_or_approved {
        Ok(())
    } else {
        Err(Error::forbidden("refusal-not-any-maker"))
    }
}

/// Who may show it to the world: only makers whom an officer has approved.
pub(super) fn may_publish(tx: &mut Write<'_>, by: &Member) -> Result<()> {
    by.confirm(tx)?;
    if by.is_approved(Kind::Maker) { Ok(()) } else { Err(Error::forbidden("refusal-not-maker")) }
}

/// The maker's own product. Of others' drafts nobody learns that they exist.
pub(super) fn own(conn: &mut DbConnection, by: &Member, id: ProductId) -> Result<Product> {
    let product = store::product(conn, id)?;
    if product.maker_id == by.organisation { Ok(product) } else { Err(Error::NotFound) }
}

pub fn create_product(tx: &mut Write<'_>, by: &Member, form: &ProductForm) -> Result<Product> {
    may_prepare(tx, by)?;
    let new = form.check()?;
    check_surroundings(tx, by, &new, None)?;
    let mark = format!("{:?} {}", new.sku, tx.now().micros());
    let slug = slugs::free(tx, Shelf::Products, &new.title, &by.slug, &mark)?;
    let id = store::insert_product(tx, by.organisation, &slug, &new, Arrival::default())?;
    history::begin(tx, by.organisation, Subject::Product(id), Entry::of(by.actor(), Act::Created))?;
    tx.record(by.actor(), Event::ProductChanged { product: id });
    collection_changed(tx, by, new.collection);
    store::product(tx, id)
}

pub fn edit_product(tx: &mut Write<'_>, by: &Member, id: ProductId, form: &ProductForm) -> Result<Product> {
    may_prepare(tx, by)?;
    let before = own(tx, by, id)?;
    form.check()?;
    if read_version(&form.version)? != before.version {
        return Err(Error::Conflict);
    }
    let entry = Entry::of(by.actor(), Act::Edited);
    history::keeping(tx, Subject::Product(id), entry, |tx| rewrite(tx, by, &before, form))?;
    store::product(tx, id)
}

/// Writes what a form says over what a product said.
pub(super) fn rewrite(tx: &mut Write<'_>, by: &Member, before: &Product, form: &ProductForm) -> Result<()> {
    let (id, new) = (before.id, form.check()?);
    check_surroundings(tx, by, &new, Some(id))?;
    if before.status == Status::Published {
        new.missing().check()?;
    }
    let slug = match before.published_at {
        None if !slugs::fits(&before.slug, &new.title) => {
            let mark = format!("{id} {}", tx.now().micros());
            slugs::free(tx, Shelf::Products, &new.title, &by.slug, &mark)?
        }
        _ => before.slug.clone(),
    };
    store::update_product(tx, id, &slug, &new)?;
    tx.record(by.actor(), Event::ProductChanged { product: id });
    if before.collection_id != new.collection {
        collection_changed(tx, by, before.collection_id);
    }
    collection_changed(tx, by, new.collection);
    Ok(())
}

pub fn publish_product(tx: &mut Write<'_>, by: &Member, id: ProductId) -> Result<Product> {
    may_publish(tx, by)?;
    let product = own(tx, by, id)?;
    if product.status == Status::Published {
        return Err(Error::refused("refusal-product-published"));
    }
    check_publishable(tx, by, &product)?;
    let entry = Entry::of(by.actor(), Act::Published);
    history::keeping(tx, Subject::Product(id), entry, |tx| put_on_shelf(tx, by.actor(), id))?;
    collection_changed(tx, by, product.collection_id);
    store::product(tx, id)
}

/// Complete, and all that the checklist asks before it is shown.
pub(super) fn check_publishable(tx: &mut Write<'_>, by: &Member, product: &Product) -> Result<()> {
    product.missing().check()?;
    let today = tx.today();
    let gate = admission::to_publish(tx, by.organisation, today)?;
    gate.of_all(tx, std::slice::from_ref(product))?.check()
}

/// Publishes a product that was found complete.
pub(super) fn put_on_shelf(tx: &mut Write<'_>, actor: Actor, id: ProductId) -> Result<()> {
    let dates = Dates { published_at: Some(tx.now()), withdrawn_at: None };
    store::set_product_status(tx, id, Status::Published, dates)?;
    tx.record(actor, Event::ProductPublished { product: id });
    Ok(())
}

pub fn withdraw_product(tx: &mut Write<'_>, by: &Member, id: ProductId) -> Result<Product> {
    may_prepare(tx, by)?;
    let product = own(tx, by, id)?;
    if product.status != Status::Published {
        return Err(Error::refused("refusal-not-published"));
    }
    let entry = Entry::of(by.actor(), Act::Withdrawn);
    history::keeping(tx, Subject::Product(id), entry, |tx| take_off_shelf(tx, by, &product))?;
    store::product(tx, id)
}

/// Withdraws a product that is on show.
pub(super) fn take_off_shelf(tx: &mut Write<'_>, by: &Member, product: &Product) -> Result<()> {
    let dates = Dates { published_at: product.published_at, withdrawn_at: Some(tx.now()) };
    store::set_product_status(tx, product.id, Status::Withdrawn, dates)?;
    tx.record(by.actor(), Event::ProductWithdrawn { product: product.id });
    collection_changed(tx, by, product.collection_id);
    Ok(())
}

/// What a single field cannot know: is the article number free, is the collection one's own?
fn check_surroundings(
    tx: &mut Write<'_>,
    by: &Member,
    new: &NewProduct,
    itself: Option<ProductId>,
) -> Result<()> {
    let mut fields = Fields::new();
    if let Some(sku) = &new.sku
        && store::is_sku_taken(tx, by.organisation, sku, itself.unwrap_or(ProductId(0)))?
    {
        fields.problem("sku", "problem-sku-taken");
    }
    if let Some(collection) = new.collection
        && !is_own_collection(tx, by, collection)?
    {
        fields.problem("collection", "problem-collection-unknown");
    }
    fields.done(())
}

fn is_own_collection(tx: &mut Write<'_>, by: &Member, id: CollectionId) -> Result<bool> {
    match store::collection(tx, id) {
        Ok(collection) => Ok(collection.maker_id == by.organisation),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// What a collection offers changed, so whoever keeps a picture of it looks again.
pub(super) fn collection_changed(tx: &mut Write<'_>, by: &Member, collection: Option<CollectionId>) {
    if let Some(collection) = collection {
        tx.record(by.actor(), Event::CollectionChanged { collection });
    }
}

pub(super) fn read_version(raw: &Raw) -> Result<i64> {
    let mut fields = Fields::new();
    let version = fields.whole("version", raw, 1..=i64::MAX);
    fields.done(version)
}
