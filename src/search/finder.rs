//! The index as handlers use it: whichever is the live one at the moment.

use std::sync::{Arc, RwLock};

use search_index::{Answer, Index, Lexicon, Search, Suggest, Suggestion};

use super::unanswered::Tally;
use crate::error::{Error, Result};

/// Shared by all handlers; the follower puts a rebuilt index in its place while the old one still serves.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    live: Arc<RwLock<Option<Index>>>,
    tally: Arc<Tally>,
}

impl From<Index> for Finder {
    fn from(index: Index) -> Self {
        let finder = Self::default();
        finder.set(index);
        finder
    }
}

impl Finder {
    pub(super) fn set(&self, index: Index) {
        *self.live.write().expect("nothing panics while holding it") = Some(index);
    }

    fn live(&self) -> Option<Index> {
        self.live.read().expect("nothing panics while holding it").clone()
    }

    /// What was searched for in vain and is not written down yet.
    pub(super) fn tally(&self) -> &Tally {
        &self.tally
    }

    /// How many documents carry a concept or a narrower one; none before there is an index.
    pub(super) fn documents_about(&self, concept: &str) -> Result<u64> {
        self.live().map_or(Ok(0), |index| index.count_about(concept).map_err(Error::wrap))
    }

    /// Before the first index is built there is nothing to search, and the asker is told to come back.
    pub(super) fn search(&self, search: &Search) -> Result<Answer> {
        let index = self.live().ok_or(Error::Busy)?;
        index.search(search).map_err(|error| match error {
            search_index::Error::Cursor => Error::invalid("cursor", "problem-cursor"),
            other => Error::wrap(other),
        })
    }

    /// What may be meant by what was typed so far.
    pub(super) fn suggest(&self, suggest: &Suggest) -> Result<Vec<Suggestion>> {
        let index = self.live().ok_or(Error::Busy)?;
        index.suggest(suggest).map_err(Error::wrap)
    }

    /// The live index, for whoever asks more of it than a search; none before the first is built.
    pub fn index(&self) -> Option<Index> {
        self.live()
    }

    /// The words that the live index knows; none before the first is built.
    pub fn lexicon(&self) -> Option<Arc<Lexicon>> {
        self.live().map(|index| index.lexicon())
    }

    /// The id of the last fact that searches show; 0 before there is an index.
    pub fn applied(&self) -> i64 {
        self.live().map_or(0, |index| index.applied())
    }

    pub fn is_ready(&self) -> bool {
        self.live().is_some()
    }

    /// How many documents can be found.
    pub fn documents(&self) -> u64 {
        self.live().map_or(0, |index| index.documents())
    }
}
