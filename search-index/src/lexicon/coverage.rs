//! Which words of a text no concept knows: what an author of the lexicon should look at next.

use std::collections::BTreeMap;

use super::Lexicon;
use crate::analyzer::words::{Script, script_of};
use crate::annotate::spot;
use crate::language::{self, Language};

/// How much of what was read some label holds.
#[derive(Debug, Default)]
pub struct Coverage {
    /// Words that say something.
    pub words: u64,
    /// Of those, the ones inside a label.
    pub known: u64,
    unknown: BTreeMap<(Language, String), UnknownWord>,
}

/// A word that stands in no label where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// As it was written when it first came.
    pub word: String,
    pub language: Language,
    pub count: u64,
    /// Where it first came.
    pub example: String,
}

impl Coverage {
    /// Reads a text in its language, or in the one that it shows.
    pub fn read(
        &mut self,
        text: &str,
        language: Option<Language>,
        lexicon: &Lexicon,
        analyzers: &mut super::Analyzers,
    ) {
        let language = language.or_else(|| language::recognise(text)).unwrap_or(Language::English);
        let analyzer = analyzers.read(text, language);
        let spotted = spot(analyzer, lexicon, language);
        for (place, (token, word)) in analyzer.tokens().enumerate() {
            if word.stop || script_of(&word.plain) == Script::Number {
                continue;
            }
            self.words += 1;
            if spotted.iter().any(|spotted| spotted.words.contains(&place)) {
                self.known += 1;
                continue;
            }
            let unknown =
                self.unknown.entry((language, word.stem.to_string())).or_insert_with(|| UnknownWord {
                    word: text[token.range.clone()].to_owned(),
                    language,
                    count: 0,
                    example: text.chars().take(80).collect(),
                });
            unknown.count += 1;
        }
    }

    /// The most frequent first.
    pub fn unknown(&self) -> Vec<UnknownWord> {
        let mut unknown: Vec<_> = self.unknown.values().cloned().collect();
        unknown.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.word.cmp(&other.word)));
        unknown
    }
}
