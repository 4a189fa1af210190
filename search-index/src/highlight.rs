//! Why a hit was found, shown in its own text. Whole words are marked, never parts: an Arabic word broken in two
//! would change its shape, and a letter parted from its vowel sign would lose it.

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::Range;

use crate::analyzer::words::Words;
use crate::analyzer::{Analyzer, Form};
use crate::document::{Role, Text};
use crate::language::Language;
use crate::query::Reading;
use crate::schema::{Languages, languages_of};

/// A stretch of one text with the words that matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    pub role: Role,
    /// As the caller gave it, or as it was recognised.
    pub language: Option<Language>,
    /// To be written one after the other.
    pub pieces: Vec<Piece>,
    /// Whether the text goes on before the first piece.
    pub more_before: bool,
    /// Whether the text goes on after the last piece.
    pub more_after: bool,
}

/// A piece of plain text, free of any markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub marked: bool,
}

/// About how much of a long text is shown, in bytes (an Arabic letter has two).
const WINDOW: usize = 260;
/// Words are not cut: the window may grow by so much to reach the next blank.
const OVERHANG: usize = 40;

/// Knows the words of one query: few, so looking through them beats hashing.
pub(crate) struct Highlighter<'a> {
    stems: [Vec<&'a str>; 3],
    skeletons: Vec<&'a str>,
    analyzers: Option<Analyzers>,
}

/// What reduces the words of the texts, and remembers them.
struct Analyzers {
    stemmers: [Analyzer; 3],
    skeletoniser: Analyzer,
}

thread_local! {
    /// Texts share most of their words, across queries too: what one query has reduced is there for the next one.
    static SPARE: RefCell<Option<Analyzers>> = const { RefCell::new(None) };
}

impl Analyzers {
    fn new() -> Self {
        Self {
            stemmers: Language::ALL.map(|language| Analyzer::remembering(language, Form::Stem)),
            skeletoniser: Analyzer::remembering(Language::English, Form::Skeleton),
        }
    }
}

impl Drop for Highlighter<'_> {
    fn drop(&mut self) {
        SPARE.set(self.analyzers.take());
    }
}

/// A word that matched.
struct Mark {
    range: Range<usize>,
    /// Which word of the query it is: a window with two different words beats one with the same word twice.
    term: String,
}

impl<'a> Highlighter<'a> {
    pub fn new(reading: &'a Reading) -> Self {
        let stems = Language::ALL.map(|language| {
            reading.words.iter().filter_map(|word| word.stems[language.position()].as_deref()).collect()
        });
        let skeletons = match reading.words.len() {
            0..=crate::ranking::SKELETON_MOST_WORDS => {
                reading.words.iter().filter_map(|word| word.skeleton.as_deref()).collect()
            }
            _ => Vec::new(),
        };
        Self { stems, skeletons, analyzers: Some(SPARE.take().unwrap_or_else(Analyzers::new)) }
    }

    pub fn highlights(&mut self, texts: &[Text]) -> Vec<Highlight> {
        let texts = texts.iter().zip(languages_of(texts));
        texts.filter_map(|(text, languages)| self.highlight(text, languages)).collect()
    }

    fn highlight(&mut self, text: &Text, languages: Languages) -> Option<Highlight> {
        let marks = self.marks(&text.text, languages);
        if marks.is_empty() {
            return None;
        }
        let window = if text.text.len() <= WINDOW + OVERHANG {
            0..text.text.len()
        } else {
            best_window(&text.text, &marks)
        };
        Some(Highlight {
            role: text.role,
            language: match languages {
                Languages::One(language) => Some(language),
                Languages::Latin => None,
            },
            more_before: window.start > 0,
            more_after: window.end < text.text.len(),
            pieces: pieces(&text.text, window, &marks),
        })
    }

    /// The words that matched: by a stem in one of the languages, else by their consonants.
    fn marks(&mut self, text: &str, languages: Languages) -> Vec<Mark> {
        let Self { stems, skeletons, analyzers } = self;
        let Analyzers { stemmers, skeletoniser } = analyzers.get_or_insert_with(Analyzers::new);
        let mut marks = Vec::new();
        for range in Words::new(text) {
            let word = &text[range.clone()];
            let mut mark = |known: &[&str], analyzer: &mut Analyzer| {
                let (term, elided) = match known {
                    [] => return false,
                    _ => analyzer.term(word).unwrap_or_default(),
                };
                let matched = known.contains(&term);
                if matched {
                    marks.push(Mark { range: range.start + elided..range.end, term: term.to_owned() });
                }
                matched
            };
            let stem = languages
                .iter()
                .any(|language| mark(&stems[language.position()], &mut stemmers[language.position()]));
            if !stem {
                mark(skeletons, skeletoniser);
            }
        }
        marks
    }
}

/// The stretch that shows the most different words.
fn best_window(text: &str, marks: &[Mark]) -> Range<usize> {
    let seen_from = |first: usize| {
        let end = marks[first].range.start + WINDOW;
        let inside = marks[first..].iter().take_while(|mark| mark.range.end <= end);
        inside.map(|mark| mark.term.as_str()).collect::<HashSet<_>>().len()
    };
    let mut best = (0, 0);
    for first in 0..marks.len() {
        let seen = seen_from(first);
        if seen > best.1 {
            best = (first, seen);
        }
    }
    let first = marks[best.0].range.start;
    let last =
        marks[best.0..].iter().map(|mark| mark.range.end).take_while(|end| *end <= first + WINDOW).last();
    let last = last.unwrap_or(marks[best.0].range.end);
    // What matched stands in the middle, so that there is something to read on both sides.
    let spare = WINDOW.saturating_sub(last - first) / 2;
    before_blank(text, first.saturating_sub(spare), first)
        ..after_blank(text, (last + spare).min(text.len()), last)
}

/// The start of the first word at or after `wanted`, no later than `latest`.
fn before_blank(text: &str, wanted: usize, latest: usize) -> usize {
    if wanted < OVERHANG {
        return 0;
    }
    let mut boundaries = text[..latest].char_indices().filter(|(_, letter)| letter.is_whitespace());
    boundaries.find(|(at, _)| *at >= wanted).map_or(latest, |(at, blank)| at + blank.len_utf8())
}

/// The end of the last word that ends at or before `wanted`, no earlier than `earliest`.
fn after_blank(text: &str, wanted: usize, earliest: usize) -> usize {
    if wanted + OVERHANG > text.len() {
        return text.len();
    }
    let blanks = text[earliest..].char_indices().filter(|(_, letter)| letter.is_whitespace());
    blanks.map(|(at, _)| earliest + at).take_while(|at| *at <= wanted).last().unwrap_or(earliest)
}

fn pieces(text: &str, window: Range<usize>, marks: &[Mark]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, marked| {
        if !range.is_empty() {
            pieces.push(Piece { text: text[range].to_owned(), marked });
        }
    };
    let mut at = window.start;
    for mark in marks.iter().filter(|mark| mark.range.start >= window.start && mark.range.end <= window.end) {
        push(at..mark.range.start, false);
        push(mark.range.clone(), true);
        at = mark.range.end;
    }
    push(at..window.end, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(query: &str, language: Option<Language>, text: &str) -> String {
        let reading = Reading::of(query, None);
        let texts = [Text::new(Role::Body, language, text)];
        let highlights = Highlighter::new(&reading).highlights(&texts);
        let pieces = highlights.first().map(|highlight| highlight.pieces.as_slice()).unwrap_or_default();
        pieces
            .iter()
            .map(|piece| if piece.marked { format!("[{}]", piece.text) } else { piece.text.clone() })
            .collect()
    }

    #[test]
    fn words_that_share_a_stem_are_marked_whole() {
        assert_eq!(
            shown("plateau martelé", Some(Language::French), "Deux plateaux martelés"),
            "Deux [plateaux] [martelés]"
        );
        assert_eq!(
            shown("فخار", Some(Language::Arabic), "طاجين والفخارية الكبيرة"),
            "طاجين [والفخارية] الكبيرة"
        );
        assert_eq!(shown("كتاب", Some(Language::Arabic), "هذا كِتَابٌ جميل"), "هذا [كِتَابٌ] جميل");
        assert_eq!(shown("olivier", Some(Language::French), "bois d’olivier"), "bois d’[olivier]");
    }

    #[test]
    fn another_spelling_is_marked_by_its_consonants() {
        assert_eq!(shown("zellij", Some(Language::Arabic), "مربعات الزليج"), "مربعات [الزليج]");
    }

    #[test]
    fn nothing_is_shown_of_a_text_without_a_match() {
        assert_eq!(shown("vase", Some(Language::English), "a bowl"), "");
    }

    #[test]
    fn a_long_text_is_cut_at_blanks_around_its_matches() {
        let text = format!(
            "{}copper tray, engraved {}",
            "filler words here ".repeat(40),
            "and more words ".repeat(40)
        );
        let shown = shown("engraved copper", Some(Language::English), &text);
        assert!(shown.contains("[copper] tray, [engraved]"), "{shown}");
        assert!(shown.len() < WINDOW + OVERHANG + 10, "{shown}");
        assert!(shown.split(' ').all(|word| text.contains(word.trim_matches(['[', ']', ',']))), "{shown}");
    }

    proptest! {
        #[test]
        fn no_text_panics_and_nothing_is_lost(text in "(\\PC|['’\u{64b}\u{301}ا-ي a]){0,400}", query in "(\\PC|['’\u{64b}ا-ي a]){0,20}") {
            let reading = Reading::of(&query, None);
            for highlight in Highlighter::new(&reading).highlights(&[Text::new(Role::Title, None, text.clone())]) {
                let whole: String = highlight.pieces.iter().map(|piece| piece.text.as_str()).collect();
                assert!(text.contains(&whole));
            }
        }
    }
}
