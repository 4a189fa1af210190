//! The concepts of the crafts: what a thing, a material, a technique or a place is called in three languages, and which
//! concept is a kind of which. Queries and documents meet on concepts where their words differ.
//!
//! The shipped part lies in `lexicon/*.toml`, one file per subject, for people to read and correct. Officers add to it
//! while the program runs: [`Lexicon::with`] makes a new lexicon out of the shipped one and their [`Entry`]s.

mod coverage;
mod entry;
mod labels;
mod names;
mod shipped;
mod spelling;

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, LazyLock};

use rustc_hash::FxHashMap;

pub use coverage::{Coverage, UnknownWord};
pub use entry::{Class, Entry, Labels};
pub(crate) use labels::{LONGEST_LABEL, Longest, Symbol, Table, labels_in};
#[cfg(any(fuzzing, test))]
pub(crate) use shipped::read as read_file;

pub(crate) use self::names::{Named, Names};
use self::spelling::Spelling;
use crate::analyzer::Analyzer;
use crate::annotate::{Annotator, concept_term, spot};
use crate::language::Language;
use crate::tolerance::{Beside, Nearest};

/// A concept's place in its lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptId(u32);

/// A concept with its relations resolved.
#[derive(Clone, Debug)]
pub struct Concept {
    pub key: Box<str>,
    /// As documents hold it.
    pub(crate) term: Box<str>,
    pub class: Class,
    pub labels: Labels,
    /// Directly broader ones.
    pub broader: Vec<ConceptId>,
    /// Close substitutes, in both directions.
    pub near: Vec<ConceptId>,
    /// All broader ones, nearest first.
    pub ancestors: Vec<ConceptId>,
    /// Whether somebody wrote or changed it since the program was built: documents may not know it yet.
    pub recent: bool,
}

impl Concept {
    /// What the concept is called in a language: its best name.
    pub fn name(&self, language: Language) -> &str {
        self.labels.of(language).first().map_or(&self.key, |label| label)
    }
}

/// All concepts, ready to be recognised in text. Never changes; a correction makes a new one.
pub struct Lexicon {
    concepts: Vec<Concept>,
    by_key: FxHashMap<Box<str>, ConceptId>,
    tables: [Table; 3],
    symbols: FxHashMap<Box<str>, Symbol>,
    spelling: Spelling,
    names: Names,
    /// What all ingredients are a kind of.
    food: Option<ConceptId>,
    version: u64,
}

impl Lexicon {
    /// The lexicon of these entries alone.
    pub fn of(entries: Vec<Entry>) -> Self {
        Self::build(entries, &BTreeSet::new())
    }

    /// This program's own lexicon, built once.
    pub fn shipped() -> Arc<Self> {
        static SHIPPED: LazyLock<Arc<Lexicon>> =
            LazyLock::new(|| Arc::new(Lexicon::of(shipped::entries().to_vec())));
        Arc::clone(&SHIPPED)
    }

    /// The shipped lexicon with entries added, replaced (by key) and, where one is withdrawn, removed.
    pub fn with(entries: &[Entry]) -> Self {
        let recent: BTreeSet<_> = entries.iter().map(|entry| entry.key.as_str()).collect();
        let kept = shipped::entries().iter().filter(|entry| !recent.contains(entry.key.as_str()));
        let written = entries.iter().filter(|entry| !entry.withdrawn);
        Self::build(kept.chain(written).cloned().collect(), &recent)
    }

    fn build(entries: Vec<Entry>, recent: &BTreeSet<&str>) -> Self {
        let by_key: FxHashMap<Box<str>, ConceptId> = (0_u32..)
            .zip(&entries)
            .map(|(place, entry)| (entry.key.as_str().into(), ConceptId(place)))
            .collect();
        let version = entry::fingerprint(&entries);
        let known =
            |keys: &[String]| keys.iter().filter_map(|key| by_key.get(key.as_str()).copied()).collect();
        let mut concepts: Vec<Concept> = entries
            .into_iter()
            .map(|entry| Concept {
                recent: recent.contains(entry.key.as_str()),
                term: concept_term(&entry.key).into(),
                key: entry.key.into(),
                class: entry.class,
                broader: known(&entry.broader),
                near: known(&entry.near),
                labels: entry.labels,
                ancestors: Vec::new(),
            })
            .collect();
        make_symmetric(&mut concepts);
        for place in 0..concepts.len() {
            concepts[place].ancestors = ancestors(&concepts, place);
        }
        let mut symbols = FxHashMap::default();
        let tables = Language::ALL.map(|language| Table::build(language, &concepts, &mut symbols));
        let spelling = Spelling::build(&concepts);
        let names = Names::build(&concepts);
        let food = by_key.get("food").copied();
        Self { concepts, by_key, tables, symbols, spelling, names, food, version }
    }

    pub fn concept(&self, id: ConceptId) -> &Concept {
        &self.concepts[id.0 as usize]
    }

    pub fn find(&self, key: &str) -> Option<ConceptId> {
        self.by_key.get(key).copied()
    }

    /// All concepts, in the order of the files.
    pub fn concepts(&self) -> impl Iterator<Item = (ConceptId, &Concept)> {
        (0_u32..).map(ConceptId).zip(&self.concepts)
    }

    /// What the program ships, as it is written down.
    pub fn shipped_entries() -> &'static [Entry] {
        shipped::entries()
    }

    /// What a shipped concept says, to be corrected.
    pub fn shipped_entry(key: &str) -> Option<Entry> {
        shipped::entries().iter().find(|entry| entry.key == key).cloned()
    }

    /// The concepts that are a kind of this one, at any remove.
    pub fn narrower(&self, id: ConceptId) -> impl Iterator<Item = &Concept> {
        self.concepts.iter().filter(move |concept| concept.ancestors.contains(&id))
    }

    /// Changes whenever any entry does.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Food and the like, which other things are made with.
    pub(crate) fn is_ingredient(&self, id: ConceptId) -> bool {
        self.food.is_some_and(|food| id == food || self.concept(id).ancestors.contains(&food))
    }

    pub(crate) fn table(&self, language: Language) -> &Table {
        &self.tables[language.position()]
    }

    /// The folded word of some label that is nearest to a word.
    pub(crate) fn nearest(&self, beside: &Beside<'_>) -> Option<Nearest> {
        self.spelling.nearest(beside)
    }

    /// All labels as people begin to type them.
    pub(crate) fn names(&self) -> &Names {
        &self.names
    }

    /// A folded word with its accents, where a label has it.
    pub(crate) fn as_written<'a>(&'a self, folded: &'a str) -> &'a str {
        self.spelling.written(folded).unwrap_or(folded)
    }

    /// Whether some label holds the folded word.
    pub(crate) fn spells(&self, folded: &str) -> bool {
        self.spelling.written(folded).is_some()
    }

    /// The labels of a concept that are one word, as (language, stem).
    pub(crate) fn single_words(&self, id: ConceptId) -> &[(Language, String)] {
        self.spelling.single_words(id)
    }

    /// The number of a word that some label holds.
    pub(crate) fn symbol(&self, stem: &str) -> Option<Symbol> {
        self.symbols.get(stem).copied()
    }
}

/// What reads texts for a lexicon; remembers words between them.
#[derive(Debug)]
pub struct Analyzers(Annotator);

impl Analyzers {
    pub fn new(lexicon: &Arc<Lexicon>) -> Self {
        Self(Annotator::new(lexicon))
    }

    /// The concepts that a text names, each once, in the order of the text.
    pub fn concepts(&mut self, text: &str, language: Language, lexicon: &Lexicon) -> Vec<ConceptId> {
        let mut concepts = Vec::new();
        for spotted in spot(self.read(text, language), lexicon, language) {
            for id in spotted.concepts {
                if !concepts.contains(&id) {
                    concepts.push(id);
                }
            }
        }
        concepts
    }

    fn read(&mut self, text: &str, language: Language) -> &Analyzer {
        self.0.read(text, language)
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Lexicon")
            .field("concepts", &self.concepts.len())
            .field("version", &self.version)
            .finish()
    }
}

/// Whoever is near me, I am near to.
fn make_symmetric(concepts: &mut [Concept]) {
    let pairs: Vec<_> = (0_u32..)
        .zip(concepts.iter())
        .flat_map(|(from, concept)| concept.near.iter().map(move |to| (*to, ConceptId(from))))
        .collect();
    for (concept, near) in pairs {
        let all = &mut concepts[concept.0 as usize].near;
        if !all.contains(&near) && concept != near {
            all.push(near);
        }
    }
}

/// Breadth first, each once; a circle that somebody wrote ends where it closes.
fn ancestors(concepts: &[Concept], place: usize) -> Vec<ConceptId> {
    let mut found: Vec<ConceptId> = Vec::new();
    let mut next: Vec<ConceptId> = concepts[place].broader.clone();
    while !next.is_empty() {
        let mut after = Vec::new();
        for id in next {
            if id.0 as usize != place && !found.contains(&id) {
                found.push(id);
                after.extend(&concepts[id.0 as usize].broader);
            }
        }
        next = after;
    }
    found
}

#[cfg(test)]
mod tests;
