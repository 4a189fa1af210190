//! All labels of all languages in one order, as people begin to type them.

use std::collections::BTreeMap;

use tantivy_fst::{IntoStreamer, Map, Streamer};

use super::{Class, Concept, ConceptId};
use crate::analyzer::{Analyzer, light10};
use crate::language::Language;
use crate::tolerance::Near;

/// From folded labels to what they name.
pub(crate) struct Names {
    /// From a folded label to the place of the first that it names, and how many there are.
    places: Map<Vec<u8>>,
    named: Vec<Named>,
}

/// A concept, and which of its labels was found, in the order of [`super::Labels::all`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub concept: ConceptId,
    pub label: u16,
}

impl Names {
    pub(super) fn build(concepts: &[Concept]) -> Self {
        let mut found: BTreeMap<String, Vec<Named>> = BTreeMap::new();
        let mut analyzer = Analyzer::new(Language::English);
        for (concept, written) in
            (0_u32..).map(ConceptId).zip(concepts).filter(|(_, one)| one.class.is_looked_for())
        {
            for (label, text) in (0_u16..).zip(written.labels.all()) {
                let mut add = |key: String| {
                    let named = found.entry(key).or_default();
                    if !key_is_known(named, concept) {
                        named.push(Named { concept, label });
                    }
                };
                let (mut whole, mut bare) = (Vec::new(), Vec::new());
                analyzer.each(text, |word, _| {
                    whole.push(word.folded.to_string());
                    bare.push(light10::without_article(&word.folded).to_owned());
                });
                if whole != bare {
                    add(bare.join(" "));
                }
                if !whole.is_empty() {
                    add(whole.join(" "));
                }
            }
        }
        let mut named = Vec::new();
        let places = found.into_iter().map(|(label, of_it)| {
            let place = (named.len() as u64) << COUNT_BITS | of_it.len().min(MOST_NAMESAKES) as u64;
            named.extend(of_it.into_iter().take(MOST_NAMESAKES));
            (label, place)
        });
        let places = Map::from_iter(places).expect("the labels of a tree are in order");
        Self { places, named }
    }

    /// The labels that begin like that, until `take` says that it is enough; each with what follows in it.
    pub fn beginning(&self, typed: &str, mut take: impl FnMut(&Named, &[u8]) -> bool) {
        let mut stream = self.places.range().ge(typed).into_stream();
        while let Some((label, place)) = stream.next() {
            let Some(rest) = label.strip_prefix(typed.as_bytes()) else { return };
            if !self.at(place).iter().all(|named| take(named, rest)) {
                return;
            }
        }
    }

    /// What has exactly this name.
    pub fn exactly(&self, typed: &str) -> &[Named] {
        self.places.get(typed).map_or(&[], |place| self.at(place))
    }

    /// The labels that nearly begin like that.
    pub fn near(&self, near: &Near, mut take: impl FnMut(&Named) -> bool) {
        let mut stream = self.places.search(near).into_stream();
        while let Some((_, place)) = stream.next() {
            if !self.at(place).iter().all(&mut take) {
                return;
            }
        }
    }

    fn at(&self, place: u64) -> &[Named] {
        let (first, count) = ((place >> COUNT_BITS) as usize, place as usize % (1 << COUNT_BITS));
        &self.named[first..first + count]
    }
}

const COUNT_BITS: u32 = 8;
/// No name of the trade has more meanings.
const MOST_NAMESAKES: usize = (1 << COUNT_BITS) - 1;

fn key_is_known(named: &[Named], concept: ConceptId) -> bool {
    named.iter().any(|known| known.concept == concept)
}

impl Class {
    /// What people look for by name, rather than say of something else.
    fn is_looked_for(self) -> bool {
        matches!(self, Self::Object | Self::Material | Self::Technique | Self::Motif | Self::Place)
    }
}
