//! The words of all labels as people may type them, to find the one that a misspelt word is near to.

use std::collections::BTreeMap;
use std::convert::Infallible;

use rustc_hash::FxHashMap;
use tantivy_fst::{IntoStreamer, Map, Streamer};

use super::{Concept, ConceptId};
use crate::analyzer::words::{Script, Words, script_of};
use crate::analyzer::{Analyzer, folding};
use crate::language::Language;
use crate::tolerance::{Beside, Nearest, Remembered};

pub(super) struct Spelling {
    /// From a folded word to its place in `words`.
    places: Map<Vec<u8>>,
    /// As the labels write them, with their accents.
    words: Vec<String>,
    /// The labels of one word by concept, as (language, stem).
    single: FxHashMap<ConceptId, Vec<(Language, String)>>,
    remembered: Remembered,
}

impl Spelling {
    pub fn build(concepts: &[Concept]) -> Self {
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        let mut single: FxHashMap<ConceptId, Vec<(Language, String)>> = FxHashMap::default();
        let mut analyzers = Language::ALL.map(Analyzer::new);
        for (id, concept) in (0_u32..).map(ConceptId).zip(concepts) {
            for label in concept.labels.all() {
                for range in Words::new(label) {
                    let written = label[range].to_lowercase();
                    found.entry(fold(&written)).or_insert(written);
                }
            }
            for (language, label) in of_one_word(concept) {
                analyzers[language.position()].each(label, |word, _| {
                    single.entry(id).or_default().push((language, word.stem.to_string()));
                });
            }
        }
        let places = Map::from_iter((0_u64..).zip(found.keys()).map(|(place, word)| (word, place)));
        Self {
            places: places.expect("the words of a tree are in order"),
            words: found.into_values().collect(),
            single,
            remembered: Remembered::default(),
        }
    }

    pub fn nearest(&self, beside: &Beside<'_>) -> Option<Nearest> {
        let Ok(nearest) = self.remembered.nearest(beside, true, |near, offers| {
            let mut stream = self.places.search(near).into_stream();
            while let Some((word, _)) = stream.next() {
                if let Ok(word) = std::str::from_utf8(word) {
                    offers.offer(word, 0);
                }
            }
            Ok::<_, Infallible>(())
        });
        nearest
    }

    pub fn written(&self, folded: &str) -> Option<&str> {
        let place = usize::try_from(self.places.get(folded)?).ok()?;
        self.words.get(place).map(String::as_str)
    }

    pub fn single_words(&self, id: ConceptId) -> &[(Language, String)] {
        self.single.get(&id).map_or(&[], Vec::as_slice)
    }
}

/// As the index keeps words that people type.
fn fold(word: &str) -> String {
    let mut folded = String::new();
    if script_of(word) == Script::Arabic {
        crate::analyzer::arabic::normalise(word, &mut folded);
    } else {
        folding::lower(word, &mut folded);
        crate::analyzer::apostrophes::close_up(&mut folded);
        folding::fold(&mut folded);
    }
    folded
}

/// The labels of a single word in each language; those of no one language in both Latin ones.
fn of_one_word(concept: &Concept) -> impl Iterator<Item = (Language, &String)> {
    let labels = &concept.labels;
    let own = Language::ALL
        .into_iter()
        .flat_map(|language| labels.of(language).iter().map(move |label| (language, label)));
    let also = Language::LATIN
        .into_iter()
        .flat_map(|language| labels.also.iter().map(move |label| (language, label)));
    own.chain(also).filter(|(_, label)| Words::new(label).count() == 1)
}
