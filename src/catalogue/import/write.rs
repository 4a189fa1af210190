//! Products as they are written, and the collections that they come into.

use std::collections::HashMap;

use super::check::Wanted;
use super::report::Outcome;
use crate::accounts::Organisation;
use crate::catalogue::collections::show_to_world;
use crate::catalogue::history::{self, Act, Entry, State};
use crate::catalogue::products::put_on_shelf;
use crate::catalogue::slugs::{self, Shelf};
use crate::catalogue::store::{self, Arrival};
use crate::catalogue::{NewCollection, NewProduct, Product, Status, Subject, Variant};
use crate::db::{Actor, Write};
use crate::error::Result;
use crate::events::Event;
use crate::ids::{CollectionId, OrganisationId};
use crate::locale::{Language, Wording};

/// The collections of an import under way.
#[derive(Debug, Default)]
pub(super) struct Shelves {
    actor: Actor,
    /// By maker, then by slug or title.
    names: HashMap<OrganisationId, HashMap<String, CollectionId>>,
    /// Those that this import made, and whether anything in them is on show.
    fresh: HashMap<CollectionId, bool>,
    /// Those that were there, and hold something else now.
    changed: Vec<CollectionId>,
}

impl Shelves {
    pub(super) fn of(actor: Actor) -> Self {
        Self { actor, ..Self::default() }
    }

    pub(super) fn put(&mut self, tx: &mut Write<'_>, wanted: &Wanted) -> Result<()> {
        if wanted.outcome() == Outcome::Skipped {
            return Ok(());
        }
        let mut new = wanted.new.clone();
        new.collection = match &wanted.collection {
            Some(name) => Some(self.find(tx, &wanted.maker, name, wanted.language)?),
            None => wanted.known.as_ref().and_then(|known| known.collection_id),
        };
        match &wanted.known {
            None => self.create(tx, wanted, &new),
            Some(_) => self.change(tx, wanted, &new),
        }
    }

    fn create(&mut self, tx: &mut Write<'_>, wanted: &Wanted, new: &NewProduct) -> Result<()> {
        let maker = &wanted.maker;
        let slug = slugs::free(tx, Shelf::Products, &new.title, &maker.slug, &wanted.sku)?;
        let arrival = Arrival { published: wanted.publish, content_hash: Some(&wanted.content_hash) };
        let product = store::insert_product(tx, maker.id, &slug, new, arrival)?;
        if let Some(terms) = &wanted.terms {
            let inserted = store::product(tx, product)?;
            store::write_terms(tx, &inserted, terms)?;
        }
        let event = match wanted.publish {
            true => Event::ProductPublished { product },
            false => Event::ProductChanged { product },
        };
        let entry = Entry::of(self.actor, Act::Imported);
        history::begin(tx, maker.id, Subject::Product(product), entry)?;
        tx.record(self.actor, event);
        self.touch(new.collection, wanted.publish);
        Ok(())
    }

    fn change(&mut self, tx: &mut Write<'_>, wanted: &Wanted, new: &NewProduct) -> Result<()> {
        let Some(known) = &wanted.known else { return Ok(()) };
        let before = State::of_product(known, Self::variants(tx, wanted, known)?.as_deref(), None);
        store::update_product(tx, known.id, &known.slug, new)?;
        store::set_imported(tx, known.id, &wanted.content_hash)?;
        if let Some(terms) = &wanted.terms {
            store::write_terms(tx, known, terms)?;
        }
        let on_shelf = known.status == Status::Published;
        if wanted.publish && !on_shelf {
            put_on_shelf(tx, self.actor, known.id)?;
        } else {
            tx.record(self.actor, Event::ProductChanged { product: known.id });
        }
        let changed = store::product(tx, known.id)?;
        let after = State::of_product(&changed, Self::variants(tx, wanted, known)?.as_deref(), None);
        let entry = Entry::of(self.actor, Act::Imported);
        let changes = before.changes_to(&after);
        history::keep(tx, known.maker_id, Subject::Product(known.id), changed.version, entry, changes)?;
        if known.collection_id != new.collection {
            self.touch(known.collection_id, false);
        }
        self.touch(new.collection, wanted.publish || on_shelf);
        Ok(())
    }

    /// Read only where the file speaks of them.
    fn variants(tx: &mut Write<'_>, wanted: &Wanted, known: &Product) -> Result<Option<Vec<Variant>>> {
        wanted.terms.as_ref().map(|_| store::variants_of_product(tx, known.id)).transpose()
    }

    fn touch(&mut self, collection: Option<CollectionId>, on_show: bool) {
        let Some(collection) = collection else { return };
        match self.fresh.get_mut(&collection) {
            Some(shows) => *shows |= on_show,
            None if self.changed.last() != Some(&collection) => self.changed.push(collection),
            None => {}
        }
    }

    /// One of the maker's collections, by slug or by title in any language, or a new one with this title.
    fn find(
        &mut self,
        tx: &mut Write<'_>,
        maker: &Organisation,
        name: &str,
        language: Language,
    ) -> Result<CollectionId> {
        let names = match self.names.entry(maker.id) {
            std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::hash_map::Entry::Vacant(entry) => {
                let mut names = HashMap::new();
                for (id, slug, title) in store::collection_titles(tx, maker.id)? {
                    names.extend(title.iter().map(|(_, text)| (text.to_owned(), id)));
                    names.insert(slug, id);
                }
                entry.insert(names)
            }
        };
        if let Some(id) = names.get(name) {
            return Ok(*id);
        }
        let new = NewCollection { title: Wording::in_language(language, name), story: Wording::default() };
        let slug = slugs::free(tx, Shelf::Collections, &new.title, &maker.slug, name)?;
        let id = store::insert_collection(tx, maker.id, &slug, &new)?;
        let entry = Entry::of(self.actor, Act::Imported);
        history::begin(tx, maker.id, Subject::Collection(id), entry)?;
        names.insert(name.to_owned(), id);
        self.fresh.insert(id, false);
        Ok(id)
    }

    /// Tells of the collections once each, not once a line.
    pub(super) fn close(mut self, tx: &mut Write<'_>) -> Result<()> {
        let mut fresh: Vec<_> = self.fresh.into_iter().collect();
        fresh.sort_unstable();
        for (collection, shows) in fresh {
            match shows {
                true => {
                    let entry = Entry::of(self.actor, Act::Imported);
                    let show = |tx: &mut Write<'_>| show_to_world(tx, self.actor, collection);
                    history::keeping(tx, Subject::Collection(collection), entry, show)?;
                }
                false => tx.record(self.actor, Event::CollectionChanged { collection }),
            }
        }
        self.changed.sort_unstable();
        self.changed.dedup();
        for collection in self.changed {
            tx.record(self.actor, Event::CollectionChanged { collection });
        }
        Ok(())
    }
}
