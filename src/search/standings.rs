//! What is asked again and again, as search understands it, kept from one product to the next: each standing search at a
//! version of its own, so that only what is new or has changed is read.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;

use search_index::{Document, Index, Lexicon, Search, Standing};

use crate::error::{Error, Result};

#[derive(Debug)]
pub struct Standings<Id, Version> {
    held: Option<Held<Id, Version>>,
}

#[derive(Debug)]
struct Held<Id, Version> {
    /// With which the searches were read.
    lexicon: Arc<Lexicon>,
    standing: Standing<Id>,
    /// Each at the version that was read, also those that nothing can answer.
    known: HashMap<Id, Version>,
}

impl<Id, Version> Default for Standings<Id, Version> {
    fn default() -> Self {
        Self { held: None }
    }
}

impl<Id: Copy + Eq + Hash + Ord, Version: PartialEq> Standings<Id, Version> {
    /// Lets go of what is not asked any more, or is asked otherwise, and says what is to be taken up. With another lexicon
    /// it begins anew.
    #[must_use]
    pub fn keep(&mut self, asked: &BTreeMap<Id, Version>, index: &Index) -> Vec<Id> {
        let lexicon = index.lexicon();
        let held = match self.held.take() {
            Some(held) if Arc::ptr_eq(&held.lexicon, &lexicon) => held,
            _ => Held { standing: Standing::new(Arc::clone(&lexicon)), lexicon, known: HashMap::new() },
        };
        let held = self.held.insert(held);
        let over: Vec<Id> = held
            .known
            .iter()
            .filter(|(id, version)| asked.get(id) != Some(version))
            .map(|(id, _)| *id)
            .collect();
        for id in over {
            held.known.remove(&id);
            held.standing.remove(&id);
        }
        asked.keys().filter(|id| !held.known.contains_key(id)).copied().collect()
    }

    /// Were the searches read with the words that the index knows now?
    pub fn read_with(&self, index: &Index) -> bool {
        self.held.as_ref().is_some_and(|held| Arc::ptr_eq(&held.lexicon, &index.lexicon()))
    }

    /// Takes one up at a version. `read` says what it asks by the lexicon at hand; None where nothing can answer it.
    pub fn put(
        &mut self,
        id: Id,
        version: Version,
        read: impl FnOnce(&Arc<Lexicon>) -> Option<Search>,
    ) -> Result<()> {
        let Some(held) = &mut self.held else { return Ok(()) };
        match read(&held.lexicon) {
            Some(search) => held.standing.put(id, &search).map_err(Error::wrap)?,
            None => {
                held.standing.remove(&id);
            }
        }
        held.known.insert(id, version);
        Ok(())
    }

    /// Those that a product answers by its words.
    pub fn answered(&self, product: &Document, index: &Index) -> Result<BTreeSet<Id>> {
        let Some(held) = &self.held else { return Ok(BTreeSet::new()) };
        let answered = held.standing.matches(product, index).map_err(Error::wrap)?;
        Ok(answered.into_iter().map(|(id, _)| id).collect())
    }
}
