//! From what a person typed to units: each word that says something, with the concepts that it, or the phrase it stands
//! in, may mean.

use std::collections::HashSet;
use std::ops::Range;

use crate::analyzer::quantities::{self, Quantity};
use crate::analyzer::words::{Script, script_of};
use crate::analyzer::{Analyzer, stop_words};
use crate::annotate;
use crate::language::{self, Language};
use crate::lexicon::{Class, ConceptId, Lexicon};
use crate::parts::Part;
use crate::ranking::MOST_UNITS_OF_A_DEMAND;

/// Further words of a query are not read: the work of a query must have a bound.
const MOST_WORDS: usize = 32;

/// A text as the index understands it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// Nothing was typed: everything matches.
    pub blank: bool,
    pub units: Vec<Unit>,
    pub spans: Vec<Span>,
    /// Labels within longer ones: the soap in olive oil soap.
    pub nested: Vec<Span>,
    /// Sizes, by the unit of their number.
    pub quantities: Vec<(usize, Quantity)>,
    /// The language that the text shows, or that the reader uses.
    pub favourite: Option<Language>,
    /// It is put as a question.
    asks: bool,
    /// The span of the thing that is asked for.
    pub head: Option<usize>,
}

/// One word of the text.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    /// As typed, without what was elided.
    pub typed: String,
    pub range: Range<usize>,
    /// By [`Language::position`]; None where it is a stop word, or the same as an earlier unit.
    pub stems: [Option<Box<str>>; 3],
    pub folded: Box<str>,
    pub skeleton: Box<str>,
}

/// Units that together name a concept, or one of several that share the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub units: Range<usize>,
    pub concepts: Vec<ConceptId>,
}

impl Reading {
    pub fn of(text: &str, hint: Option<Language>, lexicon: &Lexicon, analyzers: &mut [Analyzer; 3]) -> Self {
        if text.trim().is_empty() {
            return Self { blank: true, ..Self::default() };
        }
        let recognised = language::recognise(text);
        let mut units =
            read_units(text, analyzers, |word, language| is_stop_word(word, language, recognised));
        if units.iter().all(Unit::says_nothing) {
            // Nothing but stop words: then they are what is meant.
            units = read_units(text, analyzers, |_, _| false);
        }
        units.retain(|unit| !unit.says_nothing());
        let mut quantities = quantities::quantities(units.iter().map(|unit| &*unit.folded));
        if Part::Sizes.is_left_out() {
            quantities.clear();
        }
        let mut reading = Self {
            asks: is_question(text),
            units,
            quantities,
            favourite: recognised.or(hint),
            ..Self::default()
        };
        (reading.spans, reading.nested) = spans(&reading.units, text, recognised, lexicon, analyzers);
        reading.head = reading.find_head(recognised, lexicon);
        reading
    }

    /// A few words are a demand, of which the binding parts must be answered; a long text or a question is a sentence.
    pub fn is_demand(&self) -> bool {
        !self.asks && self.units.len() <= MOST_UNITS_OF_A_DEMAND
    }

    /// The object that the query is for: last in English, first in French and Arabic; food only where nothing is made of it.
    fn find_head(&self, recognised: Option<Language>, lexicon: &Lexicon) -> Option<usize> {
        let is_object =
            |span: &Span| span.concepts.iter().any(|id| lexicon.concept(*id).class == Class::Object);
        let is_ingredient = |span: &Span| span.concepts.iter().all(|id| lexicon.is_ingredient(*id));
        let objects: Vec<usize> =
            (0..self.spans.len()).filter(|place| is_object(&self.spans[*place])).collect();
        let made: Vec<usize> =
            objects.iter().copied().filter(|place| !is_ingredient(&self.spans[*place])).collect();
        let candidates = if made.is_empty() { objects } else { made };
        let arabic = self.units.first().is_some_and(|unit| script_of(&unit.typed) == Script::Arabic);
        let from_the_left = match recognised {
            Some(language) => language != Language::English,
            None => arabic || self.favourite == Some(Language::French),
        };
        if from_the_left { candidates.first().copied() } else { candidates.last().copied() }
    }

    /// The parts of a demand of which a document must be: the thing that is asked for, and every place that is named.
    pub fn binding(&self, lexicon: &Lexicon) -> Vec<Range<usize>> {
        let names_a =
            |span: &Span, class: Class| span.concepts.iter().any(|id| lexicon.concept(*id).class == class);
        let binds = |(place, span): &(usize, &Span)| {
            self.head == Some(*place) || names_a(span, Class::Place) && !names_a(span, Class::Object)
        };
        self.spans.iter().enumerate().filter(binds).map(|(_, span)| span.units.clone()).collect()
    }

    /// The concepts of the phrases that a unit stands in.
    pub fn concepts_of(&self, unit: usize) -> impl Iterator<Item = ConceptId> {
        let spans = self.spans.iter().filter(move |span| span.units.contains(&unit));
        spans.flat_map(|span| span.concepts.iter().copied())
    }
}

impl Unit {
    fn says_nothing(&self) -> bool {
        self.stems.iter().all(Option::is_none)
    }
}

fn is_stop_word(word: &str, language: Language, recognised: Option<Language>) -> bool {
    if script_of(word) == Script::Arabic {
        return stop_words::is_stop_word(word, Language::Arabic);
    }
    stop_words::is_stop_word(word, language)
        || recognised.is_some_and(|recognised| stop_words::is_stop_word(word, recognised))
}

/// Whether a text has a question mark, or begins as questions do.
fn is_question(text: &str) -> bool {
    const BEGINNINGS: [&str; 40] = [
        "what",
        "who",
        "whom",
        "whose",
        "which",
        "when",
        "where",
        "why",
        "how",
        "did",
        "does",
        "is",
        "are",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "qui",
        "que",
        "quoi",
        "où",
        "quand",
        "comment",
        "pourquoi",
        "combien",
        "lequel",
        "laquelle",
        "est",
        "ما",
        "ماذا",
        "متى",
        "أين",
        "اين",
        "كيف",
        "كم",
        "هل",
        "لماذا",
        "أي",
        "اي",
        "مالذي",
    ];
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    text.contains(['?', '؟']) || BEGINNINGS.contains(&first.as_str())
}

/// Each different word once, in the order typed.
fn read_units(
    text: &str,
    analyzers: &mut [Analyzer; 3],
    is_stop: impl Fn(&str, Language) -> bool,
) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for language in Language::ALL {
        analyzers[language.position()].each(text, |word, range| {
            let place = units.iter().position(|unit| unit.range.end == range.end).or_else(|| {
                (units.len() < MOST_WORDS).then(|| {
                    units.push(Unit {
                        typed: text[range.clone()].to_owned(),
                        range: range.clone(),
                        stems: [None, None, None],
                        folded: word.folded.clone(),
                        skeleton: word.skeleton().into(),
                    });
                    units.len() - 1
                })
            });
            if let Some(place) = place
                && !is_stop(&word.plain, language)
            {
                units[place].stems[language.position()] = Some(word.stem.clone());
            }
        });
    }
    let mut seen = [(); 3].map(|()| HashSet::new());
    for unit in &mut units {
        for (stem, seen) in unit.stems.iter_mut().zip(&mut seen) {
            if stem.as_ref().is_some_and(|stem| !seen.insert(stem.clone())) {
                *stem = None;
            }
        }
    }
    units
}

/// The labels in the query, from the tables of the languages it may be in: longer ones first, then those of the
/// language that it shows; none overlaps another.
fn spans(
    units: &[Unit],
    text: &str,
    recognised: Option<Language>,
    lexicon: &Lexicon,
    analyzers: &mut [Analyzer; 3],
) -> (Vec<Span>, Vec<Span>) {
    if Part::Concepts.is_left_out() {
        return Default::default();
    }
    let mut candidates: Vec<(bool, Span)> = Vec::new();
    for language in Language::ALL {
        let analyzer = &mut analyzers[language.position()];
        analyzer.read(text);
        let ends: Vec<usize> = analyzer.tokens().map(|(token, _)| token.range.end).collect();
        let (longest, nested) = annotate::spot_all(analyzer, lexicon, language);
        for spotted in longest.into_iter().chain(nested) {
            let unit_at = |word: usize| units.iter().position(|unit| ends.get(word) == Some(&unit.range.end));
            let first = spotted.words.clone().find_map(unit_at);
            let last = spotted.words.clone().rev().find_map(unit_at);
            if let (Some(first), Some(last)) = (first, last) {
                let foreign = recognised.is_some_and(|recognised| recognised != language);
                candidates
                    .push((foreign, Span { units: first..last + 1, concepts: spotted.concepts.to_vec() }));
            }
        }
    }
    candidates
        .sort_by_key(|(foreign, span)| (*foreign, std::cmp::Reverse(span.units.len()), span.units.start));
    let (mut spans, mut nested): (Vec<Span>, Vec<Span>) = Default::default();
    let inside =
        |inner: &Range<usize>, outer: &Range<usize>| outer.start <= inner.start && inner.end <= outer.end;
    for (foreign, candidate) in candidates {
        if let Some(outer) = spans.iter_mut().find(|span| inside(&candidate.units, &span.units)) {
            if outer.units == candidate.units {
                outer.take(candidate);
            } else if !foreign {
                match nested.iter_mut().find(|span| span.units == candidate.units) {
                    Some(same) => same.take(candidate),
                    None => nested.push(candidate),
                }
            }
        } else if spans
            .iter()
            .all(|span| span.units.end <= candidate.units.start || candidate.units.end <= span.units.start)
        {
            spans.push(candidate);
        }
    }
    spans.sort_by_key(|span| span.units.start);
    (spans, nested)
}

impl Span {
    fn take(&mut self, other: Self) {
        self.concepts.extend(other.concepts);
        self.concepts.sort_unstable();
        self.concepts.dedup();
    }
}
