//! Saved searches as search understands them, kept from one product to the next, so that each product that is published
//! finds those that it answers: by the same rules of search, and by the same rules of who may see what.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use search_index::{Document, Index, Kind, Lexicon, MAX_LIMIT, Search, Sort, Standing};

use crate::accounts::Member;
use crate::catalogue::Audience;
use crate::clock::Date;
use crate::error::{Error, Result};
use crate::ids::SavedSearchId;
use crate::locale::Language;
use crate::money::Rates;

use crate::tidings::store;

/// A saved search with all that decides how it is read: where its owner looks from, whether they see prices, and the day,
/// on which certificates, exclusivities and rates depend.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    query: String,
    language: Language,
    audience: Audience,
    sees_prices: bool,
    day: Date,
}

impl Asking {
    pub fn new(query: String, member: &Member, day: Date) -> Self {
        let (audience, sees_prices) = store::eyes(member);
        Self { query, language: member.language, audience, sees_prices, day }
    }

    /// As search takes it; none where its owner may not ask it any more, or where it is a whole sentence, which would be
    /// answered by whatever has a word of it.
    fn search(&self, lexicon: &Arc<Lexicon>, rates: &Rates) -> Option<Search> {
        // A filter may have lost its meaning since, a price its reader.
        let question = super::parse(&self.query).ok()?.check(self.sees_prices, &self.audience, 1).ok()?;
        let mut search = question.search(self.language, rates, self.day);
        search.filters.kinds = vec![Kind::Product];
        search.sort = Sort::Relevance;
        search.limit = MAX_LIMIT;
        search.facets = Vec::new();
        search.highlight = false;
        (search.text.trim().is_empty() || search.is_demand(lexicon)).then_some(search)
    }
}

#[derive(Debug, Default)]
pub struct Standings {
    held: Option<Held>,
}

#[derive(Debug)]
struct Held {
    /// With which the searches were read.
    lexicon: Arc<Lexicon>,
    standing: Standing<SavedSearchId>,
    /// Every saved search as it was read, also those that nothing can answer.
    known: HashMap<SavedSearchId, Asking>,
}

impl Standings {
    /// Lets go of what is not asked any more, or is asked otherwise, and says what is to be taken up. With another lexicon
    /// it begins anew.
    #[must_use]
    pub fn keep(&mut self, asked: &BTreeMap<SavedSearchId, Asking>, index: &Index) -> Vec<SavedSearchId> {
        let lexicon = index.lexicon();
        let held = match self.held.take() {
            Some(held) if Arc::ptr_eq(&held.lexicon, &lexicon) => held,
            _ => Held { standing: Standing::new(Arc::clone(&lexicon)), lexicon, known: HashMap::new() },
        };
        let held = self.held.insert(held);
        let over: Vec<SavedSearchId> = held
            .known
            .iter()
            .filter(|(id, asking)| asked.get(id) != Some(asking))
            .map(|(id, _)| *id)
            .collect();
        for id in over {
            held.known.remove(&id);
            held.standing.remove(&id);
        }
        asked.keys().filter(|id| !held.known.contains_key(id)).copied().collect()
    }

    /// Takes up a search as it is asked now.
    pub fn put(&mut self, id: SavedSearchId, asking: &Asking, rates: &Rates) -> Result<()> {
        let Some(held) = &mut self.held else { return Ok(()) };
        match asking.search(&held.lexicon, rates) {
            Some(search) => held.standing.put(id, &search).map_err(Error::wrap)?,
            None => {
                held.standing.remove(&id);
            }
        }
        held.known.insert(id, asking.clone());
        Ok(())
    }

    /// The searches that a product answers.
    pub fn answered(&self, product: &Document, index: &Index) -> Result<BTreeSet<SavedSearchId>> {
        let Some(held) = &self.held else { return Ok(BTreeSet::new()) };
        let answered = held.standing.matches(product, index).map_err(Error::wrap)?;
        Ok(answered.into_iter().map(|(id, _)| id).collect())
    }
}
