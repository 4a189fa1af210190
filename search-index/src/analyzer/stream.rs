//! The rules of one language strung together: from a text to its words, each in all the forms that the index uses.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::FxHashMap;
use std::sync::Arc;

use super::words::{Script, Words, is_combining_mark, script_of};
use super::{apostrophes, arabic, elision, folding, light10, skeleton, stemming, stop_words};
use crate::fingerprint::Fingerprint;
use crate::language::Language;
use crate::lexicon::{Lexicon, Symbol};
use crate::parts::Part;

/// A word and what it is reduced to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Lower case, without elision, vowel signs and marks, with its accents: what stop words are compared with.
    pub plain: Box<str>,
    /// Plain, without accents: what people type.
    pub folded: Box<str>,
    /// Stemmed and folded.
    pub stem: Box<str>,
    /// Asked of few words only: those of names, titles and queries.
    skeletons: OnceCell<[Box<str>; 2]>,
    /// How many bytes at the start of the word as written were elided (`l’` of `l’olivier`).
    pub elided: usize,
    /// So common that it says nothing.
    pub stop: bool,
    /// A preposition is written onto it (`بالزليج`).
    pub(crate) proclitic: bool,
    /// Of the stem, to compare quickly.
    pub(crate) hash: u64,
    /// Of the whole word without its article.
    pub(crate) exact: u64,
    pub(crate) symbol: Option<Symbol>,
}

impl Word {
    /// Its consonants in one alphabet for all scripts; empty where they say too little.
    pub fn skeleton(&self) -> &str {
        &self.skeletons()[0]
    }

    /// Its consonants in the other mouths that say them differently; empty where none do.
    pub fn second_skeleton(&self) -> &str {
        &self.skeletons()[1]
    }

    fn skeletons(&self) -> &[Box<str>; 2] {
        self.skeletons.get_or_init(|| {
            let mut bones = String::new();
            skeleton::skeleton(&self.folded, &mut bones);
            [bones.into(), skeleton::second(&self.folded).unwrap_or_default().into()]
        })
    }
}

/// Where a word stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    word: u32,
    /// Of the word without what was elided, in bytes.
    pub range: Range<usize>,
}

/// Turns texts of one language into words.
#[derive(Clone, Debug)]
pub struct Analyzer {
    language: Language,
    lexicon: Option<Arc<Lexicon>>,
    words: Vec<Word>,
    known: FxHashMap<Box<str>, u32>,
    tokens: Vec<Token>,
}

/// Few words make up most of any text: more would cost memory and bring little.
const REMEMBERED: usize = 16_384;

impl Analyzer {
    pub fn new(language: Language) -> Self {
        Self { language, lexicon: None, words: Vec::new(), known: FxHashMap::default(), tokens: Vec::new() }
    }

    /// One whose words know whether a label of the lexicon holds them.
    pub(crate) fn with_lexicon(language: Language, lexicon: &Arc<Lexicon>) -> Self {
        Self { lexicon: Some(Arc::clone(lexicon)), ..Self::new(language) }
    }

    /// The words of a text, to be looked up by [`Analyzer::word`] until the next text is read.
    pub fn read(&mut self, text: &str) -> &[Token] {
        // What did not fit into the memory is forgotten.
        self.words.truncate(self.known.len());
        self.tokens.clear();
        for range in Words::new(text) {
            let written = &text[range.clone()];
            let place = match self.known.get(written) {
                Some(place) => *place,
                None => self.learn(written),
            };
            let word = &self.words[place as usize];
            if !word.stem.is_empty() {
                self.tokens.push(Token { word: place, range: range.start + word.elided..range.end });
            }
        }
        &self.tokens
    }

    pub fn word(&self, token: &Token) -> &Word {
        &self.words[token.word as usize]
    }

    /// The words of the text that was read last.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = (&Token, &Word)> {
        self.tokens.iter().map(|token| (token, self.word(token)))
    }

    /// The words of a text with their places in it, one after the other.
    pub fn each(&mut self, text: &str, mut take: impl FnMut(&Word, Range<usize>)) {
        self.read(text);
        for (token, word) in self.tokens() {
            take(word, token.range.clone());
        }
    }

    fn learn(&mut self, written: &str) -> u32 {
        let word = self.reduce(written);
        let place = self.words.len() as u32;
        // Remembered words come first; once one was not remembered, none of this text is.
        if self.words.len() == self.known.len() && self.known.len() < REMEMBERED {
            self.known.insert(written.into(), place);
        }
        self.words.push(word);
        place
    }

    fn reduce(&self, written: &str) -> Word {
        let mut plain = String::new();
        let mut elided = 0;
        let (folded, stem);
        let arabic = script_of(written) == Script::Arabic;
        if arabic {
            arabic::normalise(written, &mut plain);
            stem = light10::stem(&plain).to_owned();
            folded = plain.clone();
        } else {
            folding::lower(written, &mut plain);
            if let (Some(prefix), rest) = elision::split(&plain) {
                // A mark on the apostrophe goes with it.
                let cut = plain.len() - rest.trim_start_matches(is_combining_mark).len();
                elided = original_length(written, prefix.chars().count() + 1);
                elided = written.len() - written[elided..].trim_start_matches(is_combining_mark).len();
                plain.drain(..cut);
            }
            apostrophes::close_up(&mut plain);
            let mut stemmed = stemming::stem(&plain, self.language).into_owned();
            folding::fold(&mut stemmed);
            stem = stemmed;
            let mut unaccented = plain.clone();
            folding::fold(&mut unaccented);
            folded = unaccented;
        }
        let stem = if Part::Stems.is_left_out() { folded.clone() } else { stem };
        let symbol = self.lexicon.as_ref().and_then(|lexicon| lexicon.symbol(&stem));
        let inside = self
            .lexicon
            .as_ref()
            .filter(|_| arabic && symbol.is_none())
            .and_then(|lexicon| light10::inside(&plain).find_map(|stem| lexicon.symbol(stem)));
        let proclitic = arabic
            && (light10::has_preposition(&plain) || inside.is_some() && plain.starts_with(['ب', 'ل', 'ك']));
        Word {
            stop: stop_words::is_stop_word(&plain, if arabic { Language::Arabic } else { self.language }),
            hash: Fingerprint::of(stem.as_bytes()),
            exact: Fingerprint::of(light10::without_prefix(&folded).as_bytes()),
            plain: plain.into(),
            folded: folded.into(),
            stem: stem.into(),
            skeletons: OnceCell::new(),
            elided,
            proclitic,
            symbol: symbol.or(inside),
        }
    }
}

/// The bytes that the first `count` letters take up in the word as written.
fn original_length(word: &str, count: usize) -> usize {
    word.char_indices().nth(count).map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stems(language: Language, text: &str) -> Vec<String> {
        let mut stems = Vec::new();
        Analyzer::new(language).each(text, |word, _| stems.push(word.stem.to_string()));
        stems
    }

    #[test]
    fn arabic_pairs_of_the_trade_meet() {
        for (one, other) in [
            ("الفخار", "فخار"),
            ("والفخارية", "فخار"),
            ("سجادات", "سجادة"),
            ("حقيبه جلديه", "حقيبة جلدية"),
            ("أساور", "اساور"),
            ("بالصدف", "صدف"),
            ("الحرفيين", "حرفي"),
            ("خزفية", "خزف"),
            ("مُطرَّز", "مطرز"),
            ("التقليدي", "تقليدية"),
            ("نحاسيات", "نحاسي"),
            ("كرسى", "كرسي"),
            ("٤٠ سم", "40 سم"),
        ] {
            assert_eq!(stems(Language::Arabic, one), stems(Language::Arabic, other), "{one}");
        }
    }

    #[test]
    fn french_pairs_of_the_trade_meet() {
        for (one, other) in [
            ("l’olivier", "oliviers"),
            ("plateaux martelés", "plateau martelé"),
            ("brodée", "brodées"),
            ("brode", "brodé"),
            ("qu'une", "une"),
        ] {
            assert_eq!(stems(Language::French, one), stems(Language::French, other), "{one}");
        }
    }

    #[test]
    fn a_foreign_word_keeps_the_rules_of_its_script() {
        assert_eq!(stems(Language::French, "الزليج zellige"), ["زليج", "zellig"]);
        assert_eq!(stems(Language::Arabic, "الزليج Zellige"), ["زليج", "zellige"]);
    }

    #[test]
    fn offsets_leave_out_what_was_elided() {
        let text = "bois d’Olivier";
        let mut seen = Vec::new();
        Analyzer::new(Language::French)
            .each(text, |word, range| seen.push((word.plain.to_string(), &text[range])));
        assert_eq!(seen, [("bois".to_owned(), "bois"), ("olivier".to_owned(), "Olivier")]);
    }

    #[test]
    fn a_mark_on_what_was_elided_goes_with_it() {
        for text in ["mʿ\u{301}café", "l'\u{301}\u{302}olivier", "m'\u{301}", "l’\u{301} l"] {
            Analyzer::new(Language::French).each(text, |_, range| {
                assert!(!text[range].starts_with(is_combining_mark), "{text:?}");
            });
        }
    }

    #[test]
    fn a_word_that_comes_again_is_the_same() {
        let text = "L’olivier, l’olivier الزليج الزليج Plateaux plateaux d’Alep ʿ 25cl";
        let mut analyzer = Analyzer::new(Language::French);
        let mut read = || {
            let mut seen = Vec::new();
            analyzer.each(text, |word, range| seen.push((word.clone(), range)));
            seen
        };
        assert_eq!(read(), read());
    }

    #[test]
    fn more_words_than_are_remembered_are_read_too() {
        let endless: Vec<_> = (0..REMEMBERED + 10).map(|number| format!("w{number}")).collect();
        let mut analyzer = Analyzer::new(Language::English);
        for text in [endless.join(" "), format!("{} bowl w1", endless[REMEMBERED])] {
            let mut seen = Vec::new();
            analyzer.each(&text, |word, _| seen.push(word.plain.to_string()));
            assert!(seen.iter().eq(text.split(' ')));
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_offsets_cut_at_letters(text in "(\\PC|['’ʿ\u{64b}\u{301}\u{200f}ا-ي]){0,60}") {
            for language in Language::ALL {
                Analyzer::new(language).each(&text, |word, range| {
                    assert!(!word.stem.is_empty());
                    assert!(text.get(range).is_some_and(|word| !word.is_empty()));
                });
            }
            crate::language::recognise(&text);
        }
    }
}
