//! Demands that wait for documents: which of many stored searches does one document answer?

mod demand;
mod held;
mod misspelt;
mod terms;

use std::fmt;
use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use self::demand::{Demand, Keyed};
use self::held::Held;
use crate::annotate::{self, Annotator};
use crate::document::Document;
use crate::error::Result;
use crate::index::Index;
use crate::lexicon::Lexicon;
use crate::plan::Plan;
use crate::query::Reading;
use crate::schema::Fields;
use crate::search::Search;
use crate::snapshot::Snapshot;
use crate::tolerance;
use crate::verdict::Answered;

/// Stored searches, to be asked with a document: search the other way round.
///
/// A document answers a demand exactly where [`Index::search`] with that demand would find the document, and with the
/// same score. Its `sort`, `after`, `limit`, `facets` and `highlight` play no part.
///
/// No stored search is run. Everything that a demand can be answered by (its stems in each language, its concepts, what
/// is broader and near, sizes, consonants) leads to the demand, so that the terms of the document name the candidates;
/// those whose binding parts it cannot answer go at once, and the rest is held against it by the rules of search.
/// One case is left out: where a demand has a misspelt word that no label of the lexicon is near to, and the index knows
/// the right one, a document answers that word by itself only, and not by another word for the same.
///
/// A demand of two or three words takes two and a half kilobytes. It is read with the lexicon that was given at first;
/// when that changes, fill a new one.
///
/// ```
/// use search_index::{Document, Identity, Index, Kind, Language, Role, Search, Standing, Text};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let identity = Identity { database: "workshop".into(), epoch: 1 };
/// # let index = Index::rebuild_beside(folder.path(), &identity, 30_000_000)?.finish(0)?;
/// let mut standing = Standing::new(index.lexicon());
/// standing.put(7, &Search::of("assiettes en céramique"))?;
/// standing.put(8, &Search::of("copper lantern"))?;
///
/// let mut plates = Document::new("product:12", Kind::Product);
/// plates.texts.push(Text::new(Role::Title, Some(Language::Arabic), "صحون خزف"));
/// let answered: Vec<i32> = standing.matches(&plates, &index)?.into_iter().map(|(id, _score)| id).collect();
/// assert_eq!(answered, [7]);
/// # Ok(())
/// # }
/// ```
pub struct Standing<Id> {
    lexicon: Arc<Lexicon>,
    fields: Fields,
    /// By slot; None where one was removed.
    demands: Vec<Option<Stored<Id>>>,
    slots: FxHashMap<Id, u32>,
    free: Vec<u32>,
    /// By the number of a term: the demands that it may answer.
    waiting: FxHashMap<u64, Vec<Waiting>>,
    /// Demands without a text, which only their filters narrow.
    blank: Vec<u32>,
}

struct Stored<Id> {
    id: Id,
    demand: Demand,
}

/// A demand that waits for a term, and what it would answer of it.
#[derive(Clone, Copy, Debug)]
struct Waiting {
    slot: u32,
    answers: Answered,
}

impl<Id: Clone + Eq + Hash> Standing<Id> {
    /// No demands yet.
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self {
            lexicon,
            fields: Fields::build().1,
            demands: Vec::new(),
            slots: FxHashMap::default(),
            free: Vec::new(),
            waiting: FxHashMap::default(),
            blank: Vec::new(),
        }
    }

    /// Stores a demand, or replaces the one with the same id.
    pub fn put(&mut self, id: Id, search: &Search) -> Result<()> {
        self.remove(&id);
        let lexicon = Arc::clone(&self.lexicon);
        let (demand, keys) = annotate::with_spare(&lexicon, |annotator| {
            Demand::read(search, &lexicon, annotator, &self.fields)
        })?;
        let slot = self.free.pop().unwrap_or(self.demands.len() as u32);
        for Keyed { key, answers } in keys {
            self.waiting.entry(key).or_default().push(Waiting { slot, answers });
        }
        if demand.reading.blank {
            self.blank.push(slot);
        }
        let stored = Some(Stored { id: id.clone(), demand });
        match self.demands.get_mut(slot as usize) {
            Some(place) => *place = stored,
            None => self.demands.push(stored),
        }
        self.slots.insert(id, slot);
        Ok(())
    }

    /// Forgets a demand; false if there is none with this id.
    pub fn remove(&mut self, id: &Id) -> bool {
        let Some(slot) = self.slots.remove(id) else { return false };
        let Some(Stored { demand, .. }) = self.demands[slot as usize].take() else { return false };
        self.free.push(slot);
        self.blank.retain(|blank| *blank != slot);
        let lexicon = Arc::clone(&self.lexicon);
        let keys = annotate::with_spare(&lexicon, |annotator| demand.keys(&lexicon, annotator, &self.fields));
        for Keyed { key, .. } in keys {
            if let Some(waiting) = self.waiting.get_mut(&key) {
                waiting.retain(|waiting| waiting.slot != slot);
                if waiting.is_empty() {
                    self.waiting.remove(&key);
                }
            }
        }
        true
    }

    /// How many demands wait.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// The demands that a document answers, the best answered first, each with its score.
    ///
    /// How rare a word is, and how long texts usually are, is told by the index, whether the document is in it or not.
    pub fn matches(&self, document: &Document, index: &Index) -> Result<Vec<(Id, f32)>> {
        let snapshot = index.snapshot();
        annotate::with_spare(&self.lexicon, |annotator| {
            let held = Held::of(document, annotator, &self.lexicon, &self.fields, &snapshot);
            let mut answered = Vec::new();
            for slot in self.candidates(&held)? {
                let Some(Stored { id, demand }) = &self.demands[slot as usize] else { continue };
                if demand.filters.admit(document)
                    && let Some(score) = self.score(demand, &held, annotator, &snapshot)?
                {
                    answered.push((id.clone(), score));
                }
            }
            answered.sort_by(|one, other| other.1.total_cmp(&one.1));
            Ok(answered)
        })
    }

    /// The demands that the document may answer.
    fn candidates(&self, held: &Held<'_>) -> Result<Vec<u32>> {
        let mut answered: Vec<Answered> = vec![0; self.demands.len()];
        let mut touched: Vec<u32> = Vec::new();
        for waiting in held.keys().filter_map(|key| self.waiting.get(&key)).flatten() {
            let known = &mut answered[waiting.slot as usize];
            if *known == 0 {
                touched.push(waiting.slot);
            }
            *known |= waiting.answers;
        }
        let mut candidates = self.blank.clone();
        for slot in touched {
            if let Some(stored) = &self.demands[slot as usize]
                && stored.demand.may_be_answered(answered[slot as usize], held)?
            {
                candidates.push(slot);
            }
        }
        Ok(candidates)
    }

    fn score(
        &self,
        demand: &Demand,
        held: &Held<'_>,
        annotator: &mut Annotator,
        snapshot: &Snapshot,
    ) -> Result<Option<f32>> {
        let (lexicon, fields, reading) = (&self.lexicon, &self.fields, &demand.reading);
        if reading.blank {
            return Ok(Some(0.0));
        }
        let mut plan = Plan::of(reading, lexicon, held, fields)?;
        if !plan.unknown.is_empty()
            && let Some(corrected) =
                tolerance::corrected(&demand.text, reading, &plan, lexicon, snapshot, fields)?
        {
            let reading = Reading::of(&corrected, demand.language, lexicon, annotator.analyzers());
            plan = Plan::of(&reading, lexicon, held, fields)?;
        }
        Ok(held.score(&plan))
    }
}

impl<Id> fmt::Debug for Standing<Id> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Standing")
            .field("demands", &self.slots.len())
            .field("terms", &self.waiting.len())
            .finish_non_exhaustive()
    }
}
