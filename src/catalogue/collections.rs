//! What a maker does with collections.

use super::admission::Gate;
use super::history::{self, Act, Entry};
use super::products::{may_prepare, may_publish, put_on_shelf, read_version};
use super::slugs::{self, Shelf};
use super::store::{self, Dates};
use super::{Collection, CollectionForm, NewCollection, Status, Subject, admission};
use crate::accounts::Member;
use crate::db::{Actor, DbConnection, Write};
use crate::error::{Error, Problems, Result};
use crate::events::Event;
use crate::ids::CollectionId;

/// The maker's own collection. Of others' drafts nobody learns that they exist.
pub(super) fn own(conn: &mut DbConnection, by: &Member, id: CollectionId) -> Result<Collection> {
    let collection = store::collection(conn, id)?;
    if collection.maker_id == by.organisation { Ok(collection) } else { Err(Error::NotFound) }
}

pub fn create_collection(tx: &mut Write<'_>, by: &Member, form: &CollectionForm) -> Result<Collection> {
    may_prepare(tx, by)?;
    let new = form.check()?;
    let mark = tx.now().micros().to_string();
    let slug = slugs::free(tx, Shelf::Collections, &new.title, &by.slug, &mark)?;
    let id = store::insert_collection(tx, by.organisation, &slug, &new)?;
    history::begin(tx, by.organisation, Subject::Collection(id), Entry::of(by.actor(), Act::Created))?;
    tx.record(by.actor(), Event::CollectionChanged { collection: id });
    store::collection(tx, id)
}

pub fn edit_collection(
    tx: &mut Write<'_>,
    by: &Member,
    id: CollectionId,
    form: &CollectionForm,
) -> Result<Collection> {
    may_prepare(tx, by)?;
    let before = own(tx, by, id)?;
    form.check()?;
    if read_version(&form.version)? != before.version {
        return Err(Error::Conflict);
    }
    let entry = Entry::of(by.actor(), Act::Edited);
    history::keeping(tx, Subject::Collection(id), entry, |tx| rewrite(tx, by, &before, form))?;
    store::collection(tx, id)
}

/// Writes what a form says over what a collection said.
pub(super) fn rewrite(
    tx: &mut Write<'_>,
    by: &Member,
    before: &Collection,
    form: &CollectionForm,
) -> Result<()> {
    let (id, new) = (before.id, form.check()?);
    if before.status == Status::Published {
        new.missing().check()?;
    }
    let slug = match before.published_at {
        None if !slugs::fits(&before.slug, &new.title) => {
            let mark = format!("{id} {}", tx.now().micros());
            slugs::free(tx, Shelf::Collections, &new.title, &by.slug, &mark)?
        }
        _ => before.slug.clone(),
    };
    store::update_collection(tx, id, &slug, &new)?;
    tx.record(by.actor(), Event::CollectionChanged { collection: id });
    Ok(())
}

/// What the checklist asks of a maker before anything is shown.
pub(super) fn gate(tx: &mut Write<'_>, by: &Member) -> Result<Gate> {
    let today = tx.today();
    admission::to_publish(tx, by.organisation, today)
}

/// Publishes the collection and, in the same write, every draft in it that is complete: a maker who says "publish"
/// means what lies in it. What is incomplete, or lacks what the checklist asks of it, stays a draft; what was withdrawn
/// stays withdrawn.
pub fn publish_collection(tx: &mut Write<'_>, by: &Member, id: CollectionId) -> Result<Collection> {
    may_publish(tx, by)?;
    let collection = own(tx, by, id)?;
    if collection.status == Status::Published {
        return Err(Error::refused("refusal-collection-published"));
    }
    NewCollection::from(&collection).missing().check()?;
    let gate = gate(tx, by)?;
    gate.of_maker().check()?;
    let (mut on_show, mut lacking) = (0, Problems::new());
    let products = store::products_of_collection(tx, id)?;
    let lacks = gate.of_each(tx, &products)?;
    for (product, lacks) in products.into_iter().zip(lacks) {
        if product.status == Status::Draft && product.missing().is_empty() {
            if lacks.is_empty() {
                let entry = Entry::of(by.actor(), Act::Published);
                let put = |tx: &mut Write<'_>| put_on_shelf(tx, by.actor(), product.id);
                history::keeping(tx, Subject::Product(product.id), entry, put)?;
                on_show += 1;
            } else if lacking.is_empty() {
                lacking = lacks;
            }
        } else if product.status == Status::Published {
            on_show += 1;
        }
    }
    if on_show == 0 {
        lacking.check()?;
        return Err(Error::refused("refusal-collection-empty"));
    }
    let entry = Entry::of(by.actor(), Act::Published);
    history::keeping(tx, Subject::Collection(id), entry, |tx| show_to_world(tx, by.actor(), id))?;
    store::collection(tx, id)
}

/// Publishes a collection that was found fit for it.
pub(super) fn show_to_world(tx: &mut Write<'_>, actor: Actor, id: CollectionId) -> Result<()> {
    let dates = Dates { published_at: Some(tx.now()), withdrawn_at: None };
    store::set_collection_status(tx, id, Status::Published, dates)?;
    tx.record(actor, Event::CollectionPublished { collection: id });
    Ok(())
}

/// Hides the collection; its products stay where they are, and are still found by themselves.
pub fn withdraw_collection(tx: &mut Write<'_>, by: &Member, id: CollectionId) -> Result<Collection> {
    may_prepare(tx, by)?;
    let collection = own(tx, by, id)?;
    if collection.status != Status::Published {
        return Err(Error::refused("refusal-not-published"));
    }
    let entry = Entry::of(by.actor(), Act::Withdrawn);
    history::keeping(tx, Subject::Collection(id), entry, |tx| hide_from_world(tx, by, &collection))?;
    store::collection(tx, id)
}

/// Withdraws a collection that is on show.
pub(super) fn hide_from_world(tx: &mut Write<'_>, by: &Member, collection: &Collection) -> Result<()> {
    let dates = Dates { published_at: collection.published_at, withdrawn_at: Some(tx.now()) };
    store::set_collection_status(tx, collection.id, Status::Withdrawn, dates)?;
    tx.record(by.actor(), Event::CollectionWithdrawn { collection: collection.id });
    Ok(())
}
