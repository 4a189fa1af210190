//! From the units of a query to the lists of postings that answer them, each with what it is worth.

use tantivy::postings::TermInfo;
use tantivy::schema::Field;

use crate::corpus::Corpus;
use crate::error::Result;
use crate::language::Language;
use crate::lexicon::{Class, ConceptId, Lexicon};
use crate::parts::Part;
use crate::query::Reading;
use crate::ranking::{self, Strength};
use crate::schema::Fields;
use crate::verdict::Layout;

/// Where a term stands in each segment of an index.
type BySegment = Vec<Option<TermInfo>>;

/// Everything that may answer a query.
pub(crate) struct Plan<P = BySegment> {
    /// For each unit, what answers it.
    pub units: Vec<Vec<List<P>>>,
    /// What each unit says, by the most telling of its lists.
    pub telling: Vec<f32>,
    /// Units of which one must be answered by a list that binds: the thing, the place.
    pub binding: Vec<std::ops::Range<usize>>,
    /// The thing binds. In documents in which no object is known, a word alone may name it.
    pub asks_for_an_object: bool,
    pub is_demand: bool,
    /// Units that no document answers as they are spelled.
    pub unknown: Vec<usize>,
}

/// One list of postings.
pub(crate) struct List<P = BySegment> {
    pub field: Field,
    pub scoring: Scoring,
    /// What it answers is not quite what was asked for: it adds to the score, and does not count as an answer.
    pub weak: bool,
    pub postings: P,
}

/// What a document in a list gets.
#[derive(Clone, Debug)]
pub(crate) enum Scoring {
    /// BM25 in the catch-all field of a language.
    Words { language: Language, weight: f32 },
    /// By how strongly it means the concept.
    Concept { weights: [f32; 9], binds: bool },
    /// Being in the list says it all.
    Flat(f32),
}

impl Scoring {
    fn most(&self) -> f32 {
        match self {
            Self::Words { weight, .. } => *weight,
            Self::Concept { weights, .. } => weights[8],
            Self::Flat(weight) => *weight,
        }
    }
}

impl<P> Plan<P> {
    pub fn of<C>(reading: &Reading, lexicon: &Lexicon, corpus: &C, fields: &Fields) -> Result<Self>
    where
        C: Corpus<Postings = P>,
    {
        let planner = Planner { reading, lexicon, corpus, fields };
        let mut plan = Self {
            units: Vec::with_capacity(reading.units.len()),
            telling: Vec::with_capacity(reading.units.len()),
            binding: Vec::new(),
            asks_for_an_object: false,
            is_demand: reading.is_demand(),
            unknown: Vec::new(),
        };
        for place in 0..reading.units.len() {
            let lists = planner.lists(place)?;
            if !lists
                .iter()
                .any(|list| matches!(list.scoring, Scoring::Words { .. } | Scoring::Concept { .. }))
            {
                plan.unknown.push(place);
            }
            let unknown = ranking::idf(0, corpus.statistics().documents);
            let telling = lists.iter().map(|list| list.scoring.most()).fold(0.0, f32::max);
            plan.telling.push(if lists.is_empty() { unknown } else { telling.max(f32::MIN_POSITIVE) });
            plan.units.push(lists);
        }
        if plan.is_demand {
            planner.bind(&mut plan);
        }
        Ok(plan)
    }

    /// Which bit says what of the things that a document answers.
    pub fn layout(&self) -> Layout<'_> {
        Layout::of(self.units.len(), &self.binding)
    }
}

struct Planner<'a, C> {
    reading: &'a Reading,
    lexicon: &'a Lexicon,
    corpus: &'a C,
    fields: &'a Fields,
}

impl<C: Corpus> Planner<'_, C> {
    /// Everything that answers one unit.
    fn lists(&self, place: usize) -> Result<Vec<List<C::Postings>>> {
        let unit = &self.reading.units[place];
        let mut lists = Vec::new();
        let mut documents = 0;
        for language in Language::ALL {
            if let Some(stem) = &unit.stems[language.position()] {
                documents += self.word(language, stem, 1.0, &mut lists)?;
            }
        }
        let mut concepts: Vec<ConceptId> = self.reading.concepts_of(place).collect();
        concepts.dedup();
        for id in &concepts {
            self.concept(*id, 1.0, &mut lists)?;
        }
        self.nested(place, &concepts, &mut lists)?;
        for (_, quantity) in self.reading.quantities.iter().filter(|(unit, _)| *unit == place) {
            self.flat(self.fields.concepts, &quantity.term(), ranking::QUANTITY, &mut lists)?;
        }
        if !Part::Consonants.is_left_out()
            && concepts.is_empty()
            && self.reading.is_demand()
            && !unit.skeleton.is_empty()
            && documents < ranking::SKELETON_RARE_WORD
        {
            let weight = if documents > 0 { ranking::SKELETON } else { ranking::SKELETON_OF_UNKNOWN };
            self.flat(self.fields.skeletons, &unit.skeleton, weight, &mut lists)?;
        }
        Ok(lists)
    }

    /// The soap in olive oil soap: a document may name the parts apart.
    fn nested(&self, place: usize, concepts: &[ConceptId], lists: &mut Vec<List<C::Postings>>) -> Result<()> {
        for span in self.reading.nested.iter().filter(|span| span.units.contains(&place)) {
            for id in span.concepts.iter().filter(|id| !concepts.contains(id)) {
                let broader =
                    concepts.iter().any(|whole| self.lexicon.concept(*whole).ancestors.contains(id));
                self.concept_itself(*id, ranking::NESTED_CONCEPT, broader, false, lists)?;
            }
        }
        Ok(())
    }

    fn word(
        &self,
        language: Language,
        stem: &str,
        weight: f32,
        lists: &mut Vec<List<C::Postings>>,
    ) -> Result<u64> {
        let field = self.fields.words(language);
        let (documents, postings) = self.corpus.look_up(field, stem)?;
        if documents > 0 {
            let favour = match self.reading.favourite == Some(language) {
                true => ranking::FAVOURITE_LANGUAGE,
                false => 1.0,
            };
            let idf = ranking::idf(documents, self.corpus.statistics().in_language[language.position()]);
            let weight = ranking::word(idf) * weight * favour;
            lists.push(List { field, scoring: Scoring::Words { language, weight }, weak: false, postings });
        }
        Ok(documents)
    }

    fn concept(&self, id: ConceptId, weight: f32, lists: &mut Vec<List<C::Postings>>) -> Result<()> {
        let concept = self.lexicon.concept(id);
        let documents = self.concept_itself(id, weight, concept.class.binds(), false, lists)?;
        if concept.recent {
            self.recent(id, weight, lists)?;
        }
        if Part::Substitutes.is_left_out() {
            return Ok(());
        }
        let rare = documents <= ranking::RARE_CONCEPT;
        for broader in &concept.broader {
            let broader_class = self.lexicon.concept(*broader).class;
            // A leather bag is asked for, and a handbag said to be of leather: the broader thing binds too.
            let binds = concept.class == Class::Object && broader_class == Class::Object;
            if binds || rare && concept.class != Class::Place {
                self.concept_itself(*broader, weight * ranking::BROADER_CONCEPT, binds, true, lists)?;
            }
        }
        if rare {
            for near in &concept.near {
                self.concept_itself(*near, weight * ranking::NEAR_CONCEPT, true, true, lists)?;
            }
        }
        Ok(())
    }

    fn concept_itself(
        &self,
        id: ConceptId,
        weight: f32,
        binds: bool,
        weak: bool,
        lists: &mut Vec<List<C::Postings>>,
    ) -> Result<u64> {
        let field = self.fields.concepts;
        let (documents, postings) = self.corpus.look_up(field, &self.lexicon.concept(id).term)?;
        if documents > 0 {
            let idf = ranking::idf(documents, self.corpus.statistics().documents);
            let most = idf * weight * ranking::CONCEPT;
            let weights =
                std::array::from_fn(|frequency| most * Strength::of_frequency(frequency as u32).weight());
            lists.push(List { field, scoring: Scoring::Concept { weights, binds }, weak, postings });
        }
        Ok(documents)
    }

    /// Documents may not know yet what somebody has just added: its labels of one word find them.
    fn recent(&self, id: ConceptId, weight: f32, lists: &mut Vec<List<C::Postings>>) -> Result<()> {
        for (language, stem) in self.lexicon.single_words(id) {
            self.word(*language, stem, weight, lists)?;
        }
        Ok(())
    }

    fn flat(&self, field: Field, term: &str, weight: f32, lists: &mut Vec<List<C::Postings>>) -> Result<()> {
        let (documents, postings) = self.corpus.look_up(field, term)?;
        if documents > 0 {
            let weight = weight * ranking::idf(documents, self.corpus.statistics().documents);
            lists.push(List { field, scoring: Scoring::Flat(weight), weak: false, postings });
        }
        Ok(())
    }

    /// The thing that is asked for, and every place that is named.
    fn bind(&self, plan: &mut Plan<C::Postings>) {
        plan.binding = self.reading.binding(self.lexicon);
        // However common the thing is, it is the thing: none of its attributes says more.
        let most = plan.telling.iter().copied().fold(0.0, f32::max);
        if let Some(head) = self.reading.head {
            for unit in self.reading.spans[head].units.clone() {
                plan.telling[unit] = most;
            }
            plan.asks_for_an_object = true;
        }
    }
}
