//! Which documents a correction of the lexicon touches: those that hold a label's words, and those that carry a concept.

use std::collections::BTreeSet;

use tantivy::DocAddress;
use tantivy::collector::DocSetCollector;
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, Term};

use crate::analyzer::light10;
use crate::analyzer::words::{Script, script_of};
use crate::analyzer::{Analyzer, stop_words};
use crate::annotate::concept_term;
use crate::error::Result;
use crate::index::Index;
use crate::language::Language;
use crate::lexicon::{LONGEST_LABEL, Labels, labels_in};

impl Index {
    /// The keys of the documents that hold all words of one of these labels, in a text of a language that knows it.
    /// Somewhat too many: whether the words stand next to each other is only seen when a document is read again.
    pub fn holding(&self, labels: &Labels) -> Result<Vec<String>> {
        let fields = self.fields();
        let queries = Language::ALL
            .into_iter()
            .flat_map(|language| {
                let mut analyzer = Analyzer::new(language);
                let field = fields.words(language);
                labels_in(labels, language)
                    .filter_map(move |label| all_words(label, language, field, &mut analyzer))
                    .collect::<Vec<_>>()
            })
            .collect();
        self.keys_with(queries)
    }

    /// The keys of the documents that carry one of these concepts, or one narrower than it was when they were put.
    pub fn about<'a>(&self, concepts: impl IntoIterator<Item = &'a str>) -> Result<Vec<String>> {
        let field = self.fields().concepts;
        self.keys_with(concepts.into_iter().map(|key| term(field, &concept_term(key))).collect())
    }

    /// How many documents carry a concept.
    pub fn count_about(&self, concept: &str) -> Result<u64> {
        let query = term(self.fields().concepts, &concept_term(concept));
        Ok(self.snapshot().searcher.search(&*query, &tantivy::collector::Count)? as u64)
    }

    fn keys_with(&self, queries: Vec<Box<dyn Query>>) -> Result<Vec<String>> {
        let snapshot = self.snapshot();
        let mut found = BTreeSet::new();
        // One after the other: a label's documents are few, all labels of a concept together may be many.
        for query in queries {
            found.extend(snapshot.searcher.search(&*query, &DocSetCollector)?);
        }
        let found: Vec<DocAddress> = found.into_iter().collect();
        snapshot.keys(self.fields(), &found)
    }
}

fn term(field: Field, text: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

/// Each of the words that a lexicon looks for. None, where it would look for nothing.
fn all_words(
    label: &str,
    language: Language,
    field: Field,
    analyzer: &mut Analyzer,
) -> Option<Box<dyn Query>> {
    let mut words: Vec<Box<dyn Query>> = Vec::new();
    analyzer.each(label, |word, _| {
        if words.len() == LONGEST_LABEL || stop_words::is_stop_word(&word.plain, language) {
            return;
        }
        words.push(match script_of(&word.plain) {
            Script::Arabic => {
                let forms = light10::around(&word.stem).map(|form| term(field, &form));
                Box::new(BooleanQuery::union(forms.collect()))
            }
            _ => term(field, &word.stem),
        });
    });
    (!words.is_empty()).then(|| Box::new(BooleanQuery::intersection(words)) as Box<dyn Query>)
}
