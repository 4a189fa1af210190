//! From what a person typed to a query: every word in every language it may belong to, any of which may match.

use std::collections::HashSet;

use tantivy::Searcher;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, DisjunctionMaxQuery, EmptyQuery, Occur, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption, Term};

use crate::analyzer::words::{Script, script_of};
use crate::analyzer::{Analyzer, Form, stop_words};
use crate::error::Result;
use crate::language::{self, Language};
use crate::ranking;
use crate::schema::Fields;

/// Further words of a query are not read: the work of a query must have a bound.
const MOST_WORDS: usize = 48;

/// A text as the index understands it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// Nothing was typed: everything matches.
    pub blank: bool,
    pub words: Vec<Word>,
    /// The language that the text shows, or that the reader uses.
    favourite: Option<Language>,
}

/// One word of the text.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// By [`Language::position`]; None where it is a stop word.
    pub stems: [Option<String>; 3],
    pub skeleton: Option<String>,
}

impl Reading {
    pub fn of(text: &str, hint: Option<Language>) -> Self {
        if text.trim().is_empty() {
            return Self { blank: true, ..Self::default() };
        }
        let recognised = language::recognise(text);
        let mut words = read_words(text, |word, language| is_stop_word(word, language, recognised));
        if words.iter().all(|word| word.stems.iter().all(Option::is_none)) {
            // Nothing but stop words: then they are what is meant.
            words = read_words(text, |_, _| false);
        }
        Self { blank: false, words, favourite: recognised.or(hint) }
    }

    /// The query over the words that the index holds.
    pub fn query(&self, fields: &Fields, searcher: &Searcher) -> Result<Box<dyn Query>> {
        if self.blank {
            return Ok(Box::new(AllQuery));
        }
        let mut known = vec![false; self.words.len()];
        let mut readings = Vec::new();
        for language in Language::ALL {
            let mut clauses = Vec::new();
            for (word, known) in self.words.iter().zip(&mut known) {
                let Some(stem) = &word.stems[language.position()] else {
                    continue;
                };
                let term = Term::from_field_text(fields.words(language), stem);
                if searcher.doc_freq(&term)? > 0 {
                    *known = true;
                    clauses.push(should(term, 1.0));
                }
            }
            if !clauses.is_empty() {
                readings.push((language, clauses));
            }
        }
        let skeletons = self.skeletons(&known, fields.skeleton, searcher)?;
        let clauses = match readings.len() {
            0 => skeletons,
            1 => readings.into_iter().flat_map(|(_, clauses)| clauses).chain(skeletons).collect(),
            _ => {
                let readings =
                    readings.into_iter().map(|(language, clauses)| self.weighed(language, clauses)).collect();
                let best: Box<dyn Query> =
                    Box::new(DisjunctionMaxQuery::with_tie_breaker(readings, ranking::OTHER_READINGS));
                std::iter::once((Occur::Should, best)).chain(skeletons).collect()
            }
        };
        Ok(if clauses.is_empty() { Box::new(EmptyQuery) } else { Box::new(BooleanQuery::new(clauses)) })
    }

    fn weighed(&self, language: Language, clauses: Vec<(Occur, Box<dyn Query>)>) -> Box<dyn Query> {
        let reading: Box<dyn Query> = Box::new(BooleanQuery::new(clauses));
        if self.favourite == Some(language) {
            Box::new(BoostQuery::new(reading, ranking::FAVOURITE_LANGUAGE))
        } else {
            reading
        }
    }

    fn skeletons(
        &self,
        known: &[bool],
        field: Field,
        searcher: &Searcher,
    ) -> Result<Vec<(Occur, Box<dyn Query>)>> {
        let mut clauses = Vec::new();
        if self.words.len() > ranking::SKELETON_MOST_WORDS {
            return Ok(clauses);
        }
        for (word, known) in self.words.iter().zip(known) {
            let Some(skeleton) = &word.skeleton else {
                continue;
            };
            let term = Term::from_field_text(field, skeleton);
            if searcher.doc_freq(&term)? > 0 {
                let weight = if *known { ranking::SKELETON } else { ranking::SKELETON_OF_UNKNOWN };
                clauses.push(should(term, weight));
            }
        }
        Ok(clauses)
    }
}

fn should(term: Term, weight: f32) -> (Occur, Box<dyn Query>) {
    let query = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
    if weight == 1.0 {
        (Occur::Should, query)
    } else {
        (Occur::Should, Box::new(BoostQuery::new(query, weight)))
    }
}

fn is_stop_word(word: &str, language: Language, recognised: Option<Language>) -> bool {
    if script_of(word) == Script::Arabic {
        return stop_words::is_stop_word(word, Language::Arabic);
    }
    stop_words::is_stop_word(word, language)
        || recognised.is_some_and(|recognised| stop_words::is_stop_word(word, recognised))
}

/// Each different word once, in the order typed.
fn read_words(text: &str, is_stop: impl Fn(&str, Language) -> bool) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    for language in Language::ALL {
        Analyzer::new(language, Form::Stem).each(text, |stem, plain, range| {
            let place = starts.iter().position(|start| *start == range.end).or_else(|| {
                (starts.len() < MOST_WORDS).then(|| {
                    starts.push(range.end);
                    words.push(Word { stems: [None, None, None], skeleton: None });
                    starts.len() - 1
                })
            });
            if let Some(place) = place
                && !is_stop(plain, language)
            {
                words[place].stems[language.position()] = Some(stem.to_owned());
            }
        });
    }
    Analyzer::new(Language::English, Form::Skeleton).each(text, |skeleton, _, range| {
        if let Some(place) = starts.iter().position(|start| *start == range.end)
            && words[place].stems.iter().any(Option::is_some)
        {
            words[place].skeleton = Some(skeleton.to_owned());
        }
    });
    let mut seen = [(); 3].map(|()| HashSet::new());
    for word in &mut words {
        for (stem, seen) in word.stems.iter_mut().zip(&mut seen) {
            if stem.as_ref().is_some_and(|stem| !seen.insert(stem.clone())) {
                *stem = None;
            }
        }
    }
    words.retain(|word| word.stems.iter().any(Option::is_some));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(text: &str, language: Language) -> Vec<String> {
        let reading = Reading::of(text, None);
        reading.words.into_iter().filter_map(|mut word| word.stems[language.position()].take()).collect()
    }

    #[test]
    fn a_word_is_read_in_every_language() {
        assert_eq!(stems("plates zellige", Language::English), ["plate", "zellig"]);
        assert_eq!(stems("plates zellige", Language::French), ["plat", "zellig"]);
        assert_eq!(stems("plates zellige", Language::Arabic), ["plates", "zellige"]);
    }

    #[test]
    fn stop_words_are_left_out_unless_there_is_nothing_else() {
        assert_eq!(stems("savon pour les mains", Language::French), ["savon", "main"]);
        assert_eq!(stems("savon pour les mains", Language::English), ["savon", "main"]);
        assert_eq!(stems("the boys", Language::English), ["boy"]);
        assert_eq!(stems("the who", Language::English), ["the", "who"]);
        assert!(!Reading::of("the", None).blank);
    }

    #[test]
    fn repetitions_and_endless_queries_are_cut() {
        assert_eq!(stems("bowl Bowl bowls", Language::English), ["bowl"]);
        let endless: Vec<_> = (0..5000).map(|number| format!("w{number}")).collect();
        assert_eq!(Reading::of(&endless.join(" "), None).words.len(), MOST_WORDS);
    }

    #[test]
    fn signs_alone_are_no_words_and_blanks_are_everything() {
        assert!(Reading::of(" \t ", None).blank);
        let signs = Reading::of("??? 🫖", None);
        assert!(!signs.blank && signs.words.is_empty());
    }
}
