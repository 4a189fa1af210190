//! A demand as it is stored, and everything that it can be answered by.

use std::ops::Range;

use tantivy::schema::Field;

use super::held::Held;
use super::{misspelt, terms};
use crate::annotate::Annotator;
use crate::error::Result;
use crate::filters::Filters;
use crate::language::Language;
use crate::lexicon::{ConceptId, Lexicon};
use crate::query::Reading;
use crate::schema::Fields;
use crate::search::{MAX_TEXT, Search, first_letters};
use crate::tolerance;
use crate::verdict::{Answered, Layout};

pub(super) struct Demand {
    pub text: Box<str>,
    pub language: Option<Language>,
    pub filters: Filters,
    pub reading: Reading,
    binding: Vec<Range<usize>>,
    /// The text as it may have to be read.
    corrected: Option<Box<str>>,
}

/// A term that may answer a demand, and which parts of it.
pub(super) struct Keyed {
    pub key: u64,
    pub answers: Answered,
}

/// The demand may be read otherwise than it is spelled: which part is answered cannot be told beforehand.
const ANYTHING: Answered = Answered::MAX;

impl Demand {
    pub fn read(
        search: &Search,
        lexicon: &Lexicon,
        annotator: &mut Annotator,
        fields: &Fields,
    ) -> Result<(Self, Vec<Keyed>)> {
        let text = first_letters(&search.text, MAX_TEXT);
        let reading = Reading::of(text, search.language, lexicon, annotator.analyzers());
        let binding = if reading.is_demand() { reading.binding(lexicon) } else { Vec::new() };
        let corrected = tolerance::corrected_by_labels(text, &reading, lexicon)?;
        let demand = Self {
            text: text.into(),
            language: search.language,
            filters: search.filters.clone(),
            reading,
            binding,
            corrected: corrected.map(Into::into),
        };
        let keys = demand.keys(lexicon, annotator, fields);
        Ok((demand, keys))
    }

    /// Everything that may answer the demand: always the same, so that it can be found again to be taken out.
    pub fn keys(&self, lexicon: &Lexicon, annotator: &mut Annotator, fields: &Fields) -> Vec<Keyed> {
        let mut keys = Keys { lexicon, fields, found: Vec::new() };
        let layout = self.layout();
        for place in 0..self.reading.units.len() {
            let answers = 1 << layout.unit(place);
            let binds = layout.part_of(place).map_or(0, |part| 1 << part);
            // A sentence is answered by whatever has to do with it.
            let binds = if self.reading.is_demand() { binds } else { answers };
            keys.unit(&self.reading, place, answers, binds);
        }
        if let Some(corrected) = &self.corrected {
            let reading = Reading::of(corrected, self.language, lexicon, annotator.analyzers());
            for place in 0..reading.units.len() {
                keys.unit(&reading, place, ANYTHING, ANYTHING);
            }
        }
        if self.reading.is_demand() {
            for unit in self.reading.units.iter().filter(|unit| !lexicon.spells(&unit.folded)) {
                misspelt::left_of_unknown(&unit.folded, fields.plain, |key| keys.push(key, ANYTHING));
            }
        }
        keys.found.sort_unstable_by_key(|keyed| keyed.key);
        keys.found.dedup_by(|other, one| {
            let same = one.key == other.key;
            if same {
                one.answers |= other.answers;
            }
            same
        });
        keys.found
    }

    fn layout(&self) -> Layout<'_> {
        Layout::of(self.reading.units.len(), &self.binding)
    }

    /// Whether a document that at most answers so much can be a match.
    pub fn may_be_answered(&self, answered: Answered, held: &Held<'_>) -> Result<bool> {
        let layout = self.layout();
        if !self.reading.is_demand() || answered == ANYTHING || self.corrected.is_some() {
            return Ok(true);
        }
        let no_object = if self.reading.head.is_some() { held.no_object() } else { false };
        let answered = answered | Answered::from(no_object) << layout.no_object();
        if layout.is_bound(answered) {
            return Ok(layout.units(answered) != 0);
        }
        // What is not the thing must answer everything, but for what says next to nothing.
        let missing = (0..self.reading.units.len()).filter(|place| answered >> layout.unit(*place) & 1 == 0);
        let head = self.reading.head.map_or(0..0, |head| self.reading.spans[head].units.clone());
        for place in missing {
            if head.contains(&place) || held.tells(&self.reading, place)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Collects what may answer each unit: the lists that a [`crate::plan::Plan`] may have for it, in any index.
struct Keys<'a> {
    lexicon: &'a Lexicon,
    fields: &'a Fields,
    found: Vec<Keyed>,
}

impl Keys<'_> {
    fn unit(&mut self, reading: &Reading, place: usize, answers: Answered, binds: Answered) {
        let unit = &reading.units[place];
        for language in Language::ALL {
            if let Some(stem) = &unit.stems[language.position()] {
                self.term(self.fields.words(language), stem, answers);
            }
        }
        for id in reading.concepts_of(place) {
            self.concept(id, answers, binds);
        }
        for span in reading.nested.iter().filter(|span| span.units.contains(&place)) {
            for id in &span.concepts {
                // The whole may bind by its parts.
                self.concept_itself(*id, answers | binds);
            }
        }
        for (_, quantity) in reading.quantities.iter().filter(|(unit, _)| *unit == place) {
            self.term(self.fields.concepts, &quantity.term(), answers);
        }
        if reading.is_demand() && !unit.skeleton.is_empty() && reading.concepts_of(place).next().is_none() {
            self.term(self.fields.skeletons, &unit.skeleton, answers);
        }
    }

    fn concept(&mut self, id: ConceptId, answers: Answered, binds: Answered) {
        let concept = self.lexicon.concept(id);
        self.concept_itself(id, answers | if concept.class.binds() { binds } else { 0 });
        if concept.recent {
            for (language, stem) in self.lexicon.single_words(id) {
                self.term(self.fields.words(*language), stem, answers);
            }
        }
        // These add to a score and may bind, without being an answer.
        for id in concept.broader.iter().chain(&concept.near) {
            self.concept_itself(*id, binds);
        }
    }

    fn concept_itself(&mut self, id: ConceptId, answers: Answered) {
        self.term(self.fields.concepts, &self.lexicon.concept(id).term, answers);
    }

    fn term(&mut self, field: Field, term: &str, answers: Answered) {
        self.push(terms::number(field, term), answers);
    }

    fn push(&mut self, key: u64, answers: Answered) {
        if answers != 0 {
            self.found.push(Keyed { key, answers });
        }
    }
}
