//! Recognising concepts in a row of words: the labels as a tree of stems, one for texts of each language.

use rustc_hash::FxHashMap;

use super::{Class, Concept, ConceptId, Labels};
use crate::analyzer::{Analyzer, Word, stop_words};
use crate::language::Language;

/// The number of a word that some label holds.
pub(crate) type Symbol = u32;

/// Longer labels are cut: nobody types them in full.
pub(crate) const LONGEST_LABEL: usize = 6;

/// The labels that a text of one language may hold.
#[derive(Debug, Default)]
pub(crate) struct Table {
    next: FxHashMap<(u32, Symbol), u32>,
    /// By node; the root is node 0.
    labels: Vec<Vec<Label>>,
}

/// A concept that a node names, with the label as it is written: stems of different words may be the same, and then the
/// one that is written the same is meant (`صينية` is a tray, `صيني` is Chinese).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Label {
    concept: ConceptId,
    exact: u64,
    /// A name is never inflected: Gaza is not gauze (`gaze`), nor Safi safe.
    name: bool,
}

/// A label found at the start of a row of words.
pub(crate) struct Longest {
    pub words: usize,
    pub concepts: Vec<ConceptId>,
}

impl Table {
    pub fn build(
        language: Language,
        concepts: &[Concept],
        symbols: &mut FxHashMap<Box<str>, Symbol>,
    ) -> Self {
        let mut table = Self { next: FxHashMap::default(), labels: vec![Vec::new()] };
        let mut analyzer = Analyzer::new(language);
        for (id, concept) in (0_u32..).map(ConceptId).zip(concepts) {
            for label in labels_in(&concept.labels, language) {
                table.add(id, label, &mut analyzer, symbols);
            }
        }
        table.labels.iter_mut().for_each(|labels| {
            labels.sort_unstable();
            labels.dedup();
        });
        table
    }

    fn add(
        &mut self,
        id: ConceptId,
        label: &str,
        analyzer: &mut Analyzer,
        symbols: &mut FxHashMap<Box<str>, Symbol>,
    ) {
        let mut node = 0;
        let mut words = 0;
        let mut says_something = false;
        let mut exact = 0;
        analyzer.each(label, |word, _| {
            // By the word's own script, as in the texts: Arabic labels stand in the tables of all languages.
            if words == LONGEST_LABEL || word.stop && stop_words::is_light(&word.plain) {
                return;
            }
            words += 1;
            says_something |= !word.stop;
            exact = follow(exact, word);
            let fresh = symbols.len() as Symbol;
            let symbol = *symbols.entry(word.stem.clone()).or_insert(fresh);
            let after = self.labels.len() as u32;
            let found = *self.next.entry((node, symbol)).or_insert(after);
            if found == after {
                self.labels.push(Vec::new());
            }
            node = found;
        });
        if says_something {
            let name = is_name(label);
            self.labels[node as usize].push(Label { concept: id, exact, name });
        }
    }

    /// The longest label at the start of these words.
    pub fn longest<'a>(&self, words: impl Iterator<Item = &'a Word>) -> Option<Longest> {
        let (mut node, mut exact) = (0, 0);
        let mut found = None;
        for (place, word) in words.enumerate() {
            let Some(next) = word.symbol.and_then(|symbol| self.next.get(&(node, symbol))) else { break };
            node = *next;
            exact = follow(exact, word);
            let labels = &self.labels[node as usize];
            if labels.iter().any(|label| label.exact == exact || !label.name) {
                found = Some((place + 1, labels, exact));
            }
        }
        let (words, labels, exact) = found?;
        let any_exact = labels.iter().any(|label| label.exact == exact);
        let meant = labels.iter().filter(|label| label.exact == exact || !any_exact && !label.name);
        let mut concepts: Vec<_> = meant.map(|label| label.concept).collect();
        concepts.dedup();
        Some(Longest { words, concepts })
    }
}

/// Takes a word as it is written, without its article, into the sum of a label.
fn follow(exact: u64, word: &Word) -> u64 {
    exact.rotate_left(7) ^ word.exact
}

/// A text of one language holds its own labels, the names that belong to none, and Arabic ones, which nothing in Latin
/// letters can be mistaken for. French and English share too many words with other meanings to be mixed.
pub(crate) fn labels_in(labels: &Labels, language: Language) -> impl Iterator<Item = &String> {
    let latin: [&[String]; 2] = match language {
        Language::English => [&labels.en, &[]],
        Language::French => [&labels.fr, &[]],
        Language::Arabic => [&labels.en, &labels.fr],
    };
    // Names of places are written alike, whatever the text: Beit Lahm in a French one.
    let other = match language {
        Language::English => &labels.fr,
        Language::French => &labels.en,
        Language::Arabic => &labels.also,
    };
    let names = other.iter().filter(|label| is_name(label));
    latin.into_iter().flatten().chain(&labels.ar).chain(&labels.also).chain(names)
}

fn is_name(label: &str) -> bool {
    label.starts_with(char::is_uppercase)
}

impl Class {
    /// What a query must get: a thing of this kind, a thing from this place.
    pub(crate) fn binds(self) -> bool {
        matches!(self, Self::Object | Self::Place)
    }
}
