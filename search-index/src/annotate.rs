//! From the texts of a document to the terms that it is found by.

mod languages;
mod spotting;
mod weighing;

use std::cell::RefCell;
use std::sync::Arc;

pub(crate) use self::languages::{Languages, languages_of};
pub(crate) use self::spotting::{attributes, spot, spot_all};
use self::weighing::{Strengths, raise, weigh};
use crate::analyzer::{Analyzer, light10, quantities};
use crate::document::{Role, Text};
use crate::language::Language;
use crate::lexicon::{Class, Lexicon};
use crate::parts::Part;
use crate::ranking;
use crate::stored::TextWriter;

/// The terms of a document, one row a field, parted by blanks.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    pub words: [String; 3],
    pub present: [bool; 3],
    /// Titles and names as they are typed, for completion.
    pub plain: String,
    pub skeletons: String,
    pub concepts: String,
    /// The texts and their words, to be kept.
    pub texts: String,
    /// The words of the titles, with and without their article.
    pub titles: String,
}

/// Reads documents; remembers words between them.
#[derive(Debug)]
pub(crate) struct Annotator {
    analyzers: [Analyzer; 3],
    lexicon: Arc<Lexicon>,
}

impl Annotator {
    pub fn new(lexicon: &Arc<Lexicon>) -> Self {
        Self {
            analyzers: Language::ALL.map(|language| Analyzer::with_lexicon(language, lexicon)),
            lexicon: Arc::clone(lexicon),
        }
    }

    pub fn reads_with(&self, lexicon: &Arc<Lexicon>) -> bool {
        Arc::ptr_eq(&self.lexicon, lexicon)
    }

    pub fn analyzers(&mut self) -> &mut [Analyzer; 3] {
        &mut self.analyzers
    }

    /// The words of a text.
    pub fn read(&mut self, text: &str, language: Language) -> &Analyzer {
        let analyzer = &mut self.analyzers[language.position()];
        analyzer.read(text);
        analyzer
    }

    pub fn terms(&mut self, texts: &[Text]) -> Terms {
        let mut terms = Terms::default();
        let mut strengths = Strengths::default();
        let mut kept = TextWriter::default();
        for (text, languages) in texts.iter().zip(languages_of(texts)) {
            kept.begin(text.role, languages, &text.text);
            let occurrences = match text.role {
                Role::Title if Part::Titles.is_left_out() => 1,
                Role::Title => ranking::TITLE_OCCURRENCES,
                Role::Keyword => ranking::KEYWORD_OCCURRENCES,
                Role::Body => 1,
            };
            for (place, language) in languages.iter().enumerate() {
                let Self { analyzers, lexicon } = self;
                let analyzer = &mut analyzers[language.position()];
                analyzer.read(&text.text);
                kept.words(analyzer);
                terms.present[language.position()] = true;
                let row = &mut terms.words[language.position()];
                let start = row.len();
                for (_, word) in analyzer.tokens() {
                    row.push_str(&word.stem);
                    row.push(' ');
                }
                let end = row.len();
                for _ in 1..occurrences {
                    row.extend_from_within(start..end);
                }
                if place == 0 && text.role != Role::Body {
                    for (_, word) in analyzer.tokens() {
                        push(&mut terms.plain, &word.folded);
                        push(&mut terms.skeletons, word.skeleton());
                        push(&mut terms.skeletons, word.second_skeleton());
                    }
                }
                if place == 0 && text.role == Role::Title {
                    push_title(analyzer, &mut terms.titles);
                }
                weigh(analyzer, lexicon, language, text, &mut strengths);
                if place == 0 && text.text.contains(char::is_numeric) {
                    for (_, quantity) in
                        quantities::quantities(analyzer.tokens().map(|(_, word)| &*word.folded))
                    {
                        push(&mut terms.concepts, &quantity.term());
                    }
                }
            }
        }
        self.write_concepts(strengths, &mut terms.concepts);
        terms.texts = kept.row;
        terms
    }

    /// Each concept as often as it is strong; then the broader ones, a step weaker than the narrower one that is there.
    fn write_concepts(&self, strengths: Strengths, row: &mut String) {
        let mut all = strengths.clone();
        for (id, strength) in strengths.iter().filter(|_| !Part::Narrower.is_left_out()) {
            for broader in &self.lexicon.concept(*id).ancestors {
                raise(&mut all, *broader, strength.of_broader());
            }
        }
        let binding = all
            .iter()
            .any(|(id, strength)| strength.binds() && self.lexicon.concept(*id).class == Class::Object);
        if !binding {
            push(row, NO_OBJECT);
        }
        for (id, strength) in all {
            let start = row.len();
            push(row, &self.lexicon.concept(id).term);
            let end = row.len();
            for _ in 1..strength.occurrences() {
                row.extend_from_within(start..end);
            }
        }
    }
}

thread_local! {
    /// Texts share most of their words, across queries too: what one query has reduced is there for the next one.
    static SPARE: RefCell<Option<Annotator>> = const { RefCell::new(None) };
}

/// Lends this thread's annotator for a lexicon.
pub(crate) fn with_spare<T>(lexicon: &Arc<Lexicon>, work: impl FnOnce(&mut Annotator) -> T) -> T {
    let spare = SPARE.take().filter(|spare| spare.reads_with(lexicon));
    let mut annotator = spare.unwrap_or_else(|| Annotator::new(lexicon));
    let done = work(&mut annotator);
    SPARE.set(Some(annotator));
    done
}

/// What the term of a concept begins with.
pub(crate) const CONCEPT: &str = "c:";
/// Stands in documents in which no object is known: their words alone must tell.
pub(crate) const NO_OBJECT: &str = "c:?";

/// The term that documents about a concept, or a narrower one, hold.
pub(crate) fn concept_term(key: &str) -> String {
    format!("{CONCEPT}{key}")
}

/// Words that say nothing only where there are no others.
fn push_title(analyzer: &Analyzer, row: &mut String) {
    let all_stop = analyzer.tokens().all(|(_, word)| word.stop);
    for (_, word) in analyzer.tokens().filter(|(_, word)| all_stop || !word.stop) {
        push(row, &word.folded);
        let bare = light10::without_article(&word.folded);
        if bare.len() < word.folded.len() {
            push(row, bare);
        }
    }
}

fn push(row: &mut String, term: &str) {
    if !term.is_empty() {
        row.push_str(term);
        row.push(' ');
    }
}
