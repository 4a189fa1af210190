//! One document that is held against demands: a corpus of one, which weighs its terms as the whole index does.

use std::cell::RefCell;

use rustc_hash::{FxHashMap, FxHashSet};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::schema::Field;

use super::{misspelt, terms};
use crate::annotate::{Annotator, NO_OBJECT, Terms};
use crate::corpus::Corpus;
use crate::document::Document;
use crate::error::Result;
use crate::language::Language;
use crate::lexicon::Lexicon;
use crate::plan::{Plan, Scoring};
use crate::query::Reading;
use crate::ranking::{self, Strength};
use crate::schema::Fields;
use crate::snapshot::{Snapshot, Statistics};
use crate::verdict::{Answered, verdict};

pub(super) struct Held<'a> {
    snapshot: &'a Snapshot,
    lexicon: &'a Lexicon,
    fields: &'a Fields,
    statistics: Statistics,
    /// How often each term stands in the document.
    frequencies: FxHashMap<u64, u32>,
    /// What may be a misspelt word of a demand.
    misspelt: Vec<u64>,
    /// What the length of its text adds below the line of BM25, by language.
    norms: [f32; 3],
    quality: f32,
    /// In how many documents of the index each term stands that was asked for.
    documents: RefCell<FxHashMap<u64, u64>>,
}

impl<'a> Held<'a> {
    pub fn of(
        document: &Document,
        annotator: &mut Annotator,
        lexicon: &'a Lexicon,
        fields: &'a Fields,
        snapshot: &'a Snapshot,
    ) -> Self {
        let terms = annotator.terms(&document.texts);
        let mut statistics = snapshot.statistics.clone();
        statistics.documents = statistics.documents.max(1);
        let mut norms = [0.0; 3];
        for language in
            Language::ALL.map(Language::position).into_iter().filter(|place| terms.present[*place])
        {
            let length = terms.words[language].split_ascii_whitespace().count() as u32;
            if statistics.in_language[language] == 0 {
                statistics.in_language[language] = 1;
                statistics.average_length[language] = length as f32;
            }
            let length = FieldNormReader::fieldnorm_to_id(length);
            norms[language] = ranking::norm(length, statistics.average_length[language]);
        }
        let frequencies = frequencies(&terms, fields);
        let misspelt = misspelt_words(document, annotator, lexicon, fields);
        Self {
            snapshot,
            lexicon,
            fields,
            statistics,
            frequencies,
            misspelt,
            norms,
            quality: f32::from(document.quality.min(100)) / 100.0,
            documents: RefCell::default(),
        }
    }

    /// The numbers of all terms, and of what may be misspelt.
    pub fn keys(&self) -> impl Iterator<Item = u64> {
        self.frequencies.keys().chain(&self.misspelt).copied()
    }

    fn frequency(&self, field: Field, term: &str) -> u32 {
        self.frequencies.get(&terms::number(field, term)).copied().unwrap_or(0)
    }

    /// Whether no thing is known in it.
    pub fn no_object(&self) -> bool {
        self.frequency(self.fields.concepts, NO_OBJECT) > 0
    }

    /// Whether a unit surely says so much that a document which leaves it out does not answer the whole demand.
    pub fn tells(&self, reading: &Reading, place: usize) -> Result<bool> {
        let rarest = ranking::idf(0, self.statistics.documents).max(1.0);
        let most = ranking::word(rarest) * ranking::FAVOURITE_LANGUAGE.max(ranking::QUANTITY);
        let enough = (1.0 - ranking::WHOLE) * most * reading.units.len() as f32;
        for id in reading.concepts_of(place) {
            let documents = self.look_up(self.fields.concepts, &self.lexicon.concept(id).term)?.0;
            if documents > 0 && ranking::idf(documents, self.statistics.documents) * ranking::CONCEPT > enough
            {
                return Ok(true);
            }
        }
        for language in Language::ALL {
            let Some(stem) = &reading.units[place].stems[language.position()] else { continue };
            let documents = self.look_up(self.fields.words(language), stem)?.0;
            let of = self.statistics.in_language[language.position()];
            if documents > 0 && ranking::word(ranking::idf(documents, of)) > enough {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What the document scores as an answer; None where it is no good match.
    pub fn score(&self, plan: &Plan<u32>) -> Option<f32> {
        let mut answered: Answered = 0;
        let mut sum = 0.0;
        let mut found = false;
        let layout = plan.layout();
        for (unit, lists) in plan.units.iter().enumerate() {
            let part = layout.part_of(unit);
            let mut best = 0.0_f32;
            for list in lists.iter().filter(|list| list.postings > 0) {
                let (score, binds) = self.answer(&list.scoring, list.postings);
                best = best.max(score);
                found = true;
                answered |= if list.weak { 0 } else { 1 << layout.unit(unit) };
                answered |= part.filter(|_| binds).map_or(0, |part| 1 << part);
            }
            sum += best;
        }
        if plan.asks_for_an_object && self.no_object() {
            answered |= 1 << layout.no_object();
        }
        let factor = if plan.is_demand { verdict(plan, answered) } else { 1.0 };
        (found && factor > 0.0).then(|| sum * factor * ranking::quality(self.quality))
    }

    fn answer(&self, scoring: &Scoring, frequency: u32) -> (f32, bool) {
        match scoring {
            Scoring::Words { language, weight } => {
                let frequency = frequency as f32;
                (weight * frequency / (frequency + self.norms[language.position()]), false)
            }
            Scoring::Concept { weights, binds } => {
                let strength = Strength::of_frequency(frequency);
                (weights[strength.occurrences()], *binds && strength.binds())
            }
            Scoring::Flat(weight) => (*weight, false),
        }
    }
}

impl Corpus for Held<'_> {
    /// How often the term stands in the document.
    type Postings = u32;

    fn statistics(&self) -> &Statistics {
        &self.statistics
    }

    fn look_up(&self, field: Field, term: &str) -> std::io::Result<(u64, u32)> {
        let number = terms::number(field, term);
        let frequency = self.frequencies.get(&number).copied().unwrap_or(0);
        let known = self.documents.borrow().get(&number).copied();
        let documents = match known {
            Some(documents) => documents,
            None => {
                // A document that is not in the index yet stands in it as soon as it is asked for.
                let documents = self.snapshot.look_up(field, term)?.0.max(u64::from(frequency > 0));
                self.documents.borrow_mut().insert(number, documents);
                documents
            }
        };
        Ok((documents, frequency))
    }
}

fn frequencies(terms: &Terms, fields: &Fields) -> FxHashMap<u64, u32> {
    let words = Language::ALL.map(|language| (fields.words(language), &terms.words[language.position()]));
    let others = [(fields.concepts, &terms.concepts), (fields.skeletons, &terms.skeletons)];
    let mut frequencies = FxHashMap::default();
    for (field, row) in words.into_iter().chain(others) {
        for term in row.split_ascii_whitespace() {
            *frequencies.entry(terms::number(field, term)).or_default() += 1;
        }
    }
    frequencies
}

/// What the words may be misspelt as. Those of labels are not among them: a demand is corrected to them as it is stored.
fn misspelt_words(
    document: &Document,
    annotator: &mut Annotator,
    lexicon: &Lexicon,
    fields: &Fields,
) -> Vec<u64> {
    let mut seen = FxHashSet::default();
    let mut numbers = Vec::new();
    for text in &document.texts {
        // Only stems depend on the language.
        for (_, word) in annotator.read(&text.text, Language::English).tokens() {
            if !word.stop && !lexicon.spells(&word.folded) && seen.insert(word.folded.clone()) {
                misspelt::left_of_known(&word.folded, fields.plain, |number| numbers.push(number));
            }
        }
    }
    numbers
}
