//! Why a hit was found: which words of its own texts answer which words of the query, and how.

use std::ops::Range;

use crate::analyzer::{Analyzer, quantities};
use crate::annotate::{Annotator, Languages, attributes, spot_all};
use crate::fingerprint::Fingerprint;
use crate::language::Language;
use crate::lexicon::{ConceptId, Lexicon};
use crate::query::Reading;
use crate::stored::{StoredText, short};

/// How a word of a document answers a word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// It is the same word, perhaps in another form.
    Word,
    /// It names the same concept: another language, another spelling, a synonym.
    Concept,
    /// It names something narrower: zellige, where tiles were asked for.
    Narrower,
    /// It names something broader: tiles, where zellige was asked for.
    Broader,
    /// It names a close substitute.
    Near,
    /// It is the same size, perhaps in another unit.
    Size,
    /// It has the same consonants.
    Sound,
}

impl How {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Concept => "concept",
            Self::Narrower => "narrower",
            Self::Broader => "broader",
            Self::Near => "near",
            Self::Size => "size",
            Self::Sound => "sound",
        }
    }
}

/// One part of the query, and what in the document answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// As it was typed, or corrected.
    pub asked: String,
    /// As the document has it.
    pub found: String,
    pub how: How,
    /// The key of the document's concept, where one answers.
    pub concept: Option<String>,
}

/// A word that answers.
#[derive(Clone, Debug)]
pub(crate) struct Mark {
    pub range: Range<usize>,
    /// Which units of the query it answers.
    pub units: Range<usize>,
    pub how: How,
    pub concept: Option<ConceptId>,
}

/// Knows the words of one query: few, so looking through them beats hashing.
pub(crate) struct Matcher<'a> {
    reading: &'a Reading,
    lexicon: &'a Lexicon,
    /// (hash of the stem, unit), by language.
    stems: [Vec<(u32, usize)>; 3],
    /// With the units of the phrase that names each.
    concepts: Vec<(ConceptId, Range<usize>)>,
    /// Units that something other than their own word may answer.
    other_ways: Vec<bool>,
}

impl<'a> Matcher<'a> {
    /// `unknown` are the units of which no document holds the word.
    pub fn new(reading: &'a Reading, lexicon: &'a Lexicon, unknown: &[usize]) -> Self {
        let stems = Language::ALL.map(|language| {
            let units = reading.units.iter().enumerate();
            units
                .filter_map(|(place, unit)| {
                    let stem = unit.stems[language.position()].as_deref()?;
                    Some((short(Fingerprint::of(stem.as_bytes())), place))
                })
                .collect()
        });
        let spans = reading.spans.iter().chain(&reading.nested);
        let concepts: Vec<(ConceptId, Range<usize>)> = spans
            .flat_map(|span| span.concepts.iter().map(|concept| (*concept, span.units.clone())))
            .collect();
        let other_ways = (0..reading.units.len())
            .map(|unit| {
                concepts.iter().any(|(_, units)| units.contains(&unit))
                    || reading.quantities.iter().any(|(place, _)| *place == unit)
                    || unknown.contains(&unit)
            })
            .collect();
        Self { reading, lexicon, stems, concepts, other_ways }
    }

    /// Whether reading a text closely may tell what answers a unit.
    pub fn has_other_ways(&self, unit: usize) -> bool {
        self.other_ways[unit]
    }

    /// The words of a text that are the query's own, in order.
    pub fn words(&self, text: &StoredText<'_>) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for (language, words) in text.words() {
            let stems = &self.stems[language.position()];
            for (hash, range) in words.into_iter().flatten() {
                if let Some((_, unit)) = stems.iter().find(|(stem, _)| *stem == hash) {
                    marks.push(Mark { range, units: *unit..*unit + 1, how: How::Word, concept: None });
                }
            }
        }
        in_order(marks)
    }

    /// All words of a text that answer something, in order.
    pub fn marks(&self, text: &str, languages: Languages, annotator: &mut Annotator) -> Vec<Mark> {
        let mut marks: Vec<Mark> = Vec::new();
        for language in languages.iter() {
            let analyzer = annotator.read(text, language);
            for (token, word) in analyzer.tokens() {
                let same = self.stems[language.position()].iter().find(|(hash, _)| *hash == short(word.hash));
                if let Some((_, unit)) = same {
                    let range = token.range.clone();
                    marks.push(Mark { range, units: *unit..*unit + 1, how: How::Word, concept: None });
                }
            }
            if !self.concepts.is_empty() {
                self.concepts(analyzer, language, &mut marks);
            }
            if !self.reading.quantities.is_empty() {
                self.sizes(analyzer, &mut marks);
            }
        }
        if marks.is_empty() {
            self.sounds(text, languages, annotator, &mut marks);
        }
        in_order(marks)
    }

    fn concepts(&self, analyzer: &Analyzer, language: Language, marks: &mut Vec<Mark>) {
        let tokens: Vec<_> = analyzer.tokens().map(|(token, _)| token.range.clone()).collect();
        let (mut spotted, nested) = spot_all(analyzer, self.lexicon, language);
        let attributes = attributes(&spotted, nested, self.lexicon);
        spotted.extend(attributes);
        for spotted in spotted {
            let range = tokens[spotted.words.start].start..tokens[spotted.words.end - 1].end;
            let best =
                spotted.concepts.iter().filter_map(|id| self.answers(*id)).min_by_key(|(how, ..)| *how);
            if let Some((how, units, concept)) = best {
                marks.push(Mark { range, units, how, concept: Some(concept) });
            }
        }
    }

    /// How a concept of the document answers a unit of the query.
    fn answers(&self, found: ConceptId) -> Option<(How, Range<usize>, ConceptId)> {
        let how = |asked: ConceptId| {
            if asked == found {
                Some(How::Concept)
            } else if self.lexicon.concept(found).ancestors.contains(&asked) {
                Some(How::Narrower)
            } else if self.lexicon.concept(asked).broader.contains(&found) {
                Some(How::Broader)
            } else if self.lexicon.concept(asked).near.contains(&found) {
                Some(How::Near)
            } else {
                None
            }
        };
        let answers =
            self.concepts.iter().filter_map(|(asked, units)| Some((how(*asked)?, units.clone(), found)));
        answers.min_by_key(|(how, ..)| *how)
    }

    fn sizes(&self, analyzer: &Analyzer, marks: &mut Vec<Mark>) {
        let tokens: Vec<_> = analyzer.tokens().collect();
        let found = quantities::quantities(tokens.iter().map(|(_, word)| &*word.folded));
        for (place, quantity) in found {
            if let Some((unit, _)) = self.reading.quantities.iter().find(|(_, asked)| *asked == quantity) {
                marks.push(Mark {
                    range: tokens[place].0.range.clone(),
                    units: *unit..*unit + 1,
                    how: How::Size,
                    concept: None,
                });
            }
        }
    }

    /// By consonants, where nothing better answers.
    fn sounds(&self, text: &str, languages: Languages, annotator: &mut Annotator, marks: &mut Vec<Mark>) {
        if !self.reading.is_demand() {
            return;
        }
        let Some(language) = languages.iter().next() else { return };
        let units = &self.reading.units;
        for (token, word) in
            annotator.read(text, language).tokens().filter(|(_, word)| !word.skeleton().is_empty())
        {
            if let Some(unit) = units.iter().position(|unit| &*unit.skeleton == word.skeleton()) {
                marks.push(Mark {
                    range: token.range.clone(),
                    units: unit..unit + 1,
                    how: How::Sound,
                    concept: None,
                });
            }
        }
    }

    /// What a mark says, in words.
    pub fn reason(&self, mark: &Mark, text: &str) -> Reason {
        let asked: Vec<_> =
            self.reading.units[mark.units.clone()].iter().map(|unit| unit.typed.as_str()).collect();
        Reason {
            asked: asked.join(" "),
            found: text[mark.range.clone()].to_owned(),
            how: mark.how,
            concept: mark.concept.map(|id| self.lexicon.concept(id).key.to_string()),
        }
    }
}

/// A word that answers in two ways is marked once, by the better one; a phrase covers its words.
fn in_order(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.range.start, mark.how, std::cmp::Reverse(mark.range.end)));
    let mut end = 0;
    marks.retain(|mark| {
        let free = mark.range.start >= end;
        if free {
            end = mark.range.end;
        }
        free
    });
    marks
}
