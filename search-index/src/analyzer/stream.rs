//! The chain of one language as a tantivy tokenizer.

use rustc_hash::FxHashMap;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::words::{Script, Words, script_of};
use super::{apostrophes, arabic, elision, folding, light10, skeleton, stemming};
use crate::language::Language;

/// What a word is reduced to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Normalised, stemmed and folded.
    Stem,
    /// Its consonants in one alphabet for all scripts; words without one are left out.
    Skeleton,
}

/// Turns text of one language into terms of one form.
#[derive(Clone, Debug)]
pub struct Analyzer {
    language: Language,
    form: Form,
    token: Token,
    /// The word as it is before stemming, for stop words.
    plain: String,
    memory: Option<FxHashMap<Box<str>, Reduced>>,
}

/// What a word was reduced to when it was first met.
#[derive(Clone, Debug)]
struct Reduced {
    plain: Box<str>,
    term: Box<str>,
    elided: usize,
}

/// Few words make up most of any text: more would cost memory and bring little.
const REMEMBERED: usize = 8_192;

impl Analyzer {
    pub fn new(language: Language, form: Form) -> Self {
        Self { language, form, token: Token::default(), plain: String::new(), memory: None }
    }

    /// For much text: words that come again are not reduced again.
    pub fn remembering(language: Language, form: Form) -> Self {
        Self { memory: Some(FxHashMap::default()), ..Self::new(language, form) }
    }

    /// The terms of a text, one after the other: `(term, plain word, byte range in the text)`.
    pub fn each(&mut self, text: &str, mut take: impl FnMut(&str, &str, std::ops::Range<usize>)) {
        let mut stream = self.token_stream(text);
        while stream.advance() {
            let token = &stream.analyzer.token;
            take(&token.text, &stream.analyzer.plain, token.offset_from..token.offset_to);
        }
    }

    /// The term of one word and how many bytes of the word were elided, if anything is left of it.
    pub fn term(&mut self, word: &str) -> Option<(&str, usize)> {
        self.reduce(word).map(|elided| (self.token.text.as_str(), elided))
    }

    /// Writes the term of a word into the token; says how many bytes of the word were elided, or None if nothing is left.
    fn reduce(&mut self, word: &str) -> Option<usize> {
        let Some(memory) = &self.memory else {
            return self.reduce_anew(word);
        };
        if let Some(reduced) = memory.get(word) {
            self.plain.clear();
            self.plain.push_str(&reduced.plain);
            self.token.text.clear();
            self.token.text.push_str(&reduced.term);
            return (!reduced.term.is_empty()).then_some(reduced.elided);
        }
        let elided = self.reduce_anew(word);
        if let Some(memory) = self.memory.as_mut().filter(|memory| memory.len() < REMEMBERED) {
            let reduced = Reduced {
                plain: self.plain.as_str().into(),
                term: self.token.text.as_str().into(),
                elided: elided.unwrap_or(0),
            };
            memory.insert(word.into(), reduced);
        }
        elided
    }

    fn reduce_anew(&mut self, word: &str) -> Option<usize> {
        let Self { language, form, token, plain, .. } = self;
        plain.clear();
        token.text.clear();
        let mut elided = 0;
        if script_of(word) == Script::Arabic {
            arabic::normalise(word, plain);
            match form {
                Form::Stem => token.text.push_str(light10::stem(plain)),
                Form::Skeleton => {
                    skeleton::skeleton(plain, &mut token.text);
                }
            }
        } else {
            folding::lower(word, plain);
            if let (Some(prefix), rest) = elision::split(plain) {
                let cut = plain.len() - rest.len();
                elided = original_length(word, prefix.chars().count() + 1);
                plain.drain(..cut);
            }
            apostrophes::close_up(plain);
            match form {
                Form::Stem => {
                    token.text.push_str(&stemming::stem(plain, *language));
                    folding::fold(&mut token.text);
                }
                Form::Skeleton => {
                    let mut folded = plain.clone();
                    folding::fold(&mut folded);
                    skeleton::skeleton(&folded, &mut token.text);
                }
            }
        }
        (!token.text.is_empty()).then_some(elided)
    }
}

/// The bytes that the first `count` letters take up in the word as written.
fn original_length(word: &str, count: usize) -> usize {
    word.char_indices().nth(count).map_or(0, |(at, _)| at)
}

impl Tokenizer for Analyzer {
    type TokenStream<'a> = AnalyzerStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> AnalyzerStream<'a> {
        self.token.reset();
        AnalyzerStream { words: Words::new(text), text, analyzer: self }
    }
}

/// The terms of one text.
#[derive(Debug)]
pub struct AnalyzerStream<'a> {
    text: &'a str,
    words: Words<'a>,
    analyzer: &'a mut Analyzer,
}

impl TokenStream for AnalyzerStream<'_> {
    fn advance(&mut self) -> bool {
        for range in self.words.by_ref() {
            if let Some(elided) = self.analyzer.reduce(&self.text[range.clone()]) {
                let token = &mut self.analyzer.token;
                token.offset_from = range.start + elided;
                token.offset_to = range.end;
                token.position = token.position.wrapping_add(1);
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.analyzer.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.analyzer.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stems(language: Language, text: &str) -> Vec<String> {
        let mut terms = Vec::new();
        Analyzer::new(language, Form::Stem).each(text, |term, _, _| terms.push(term.to_owned()));
        terms
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
        Analyzer::new(Language::French, Form::Stem)
            .each(text, |_, plain, range| seen.push((plain.to_owned(), &text[range])));
        assert_eq!(seen, [("bois".to_owned(), "bois"), ("olivier".to_owned(), "Olivier")]);
    }

    #[test]
    fn remembered_words_are_the_same() {
        let text = "L’olivier, l’olivier الزليج الزليج Plateaux plateaux d’Alep ʿ 25cl";
        for form in [Form::Stem, Form::Skeleton] {
            let (mut anew, mut remembered) = (Vec::new(), Vec::new());
            let take = |seen: &mut Vec<_>, mut analyzer: Analyzer| {
                for _ in 0..2 {
                    analyzer.each(text, |term, plain, range| {
                        seen.push((term.to_owned(), plain.to_owned(), range));
                    });
                }
            };
            take(&mut anew, Analyzer::new(Language::French, form));
            take(&mut remembered, Analyzer::remembering(Language::French, form));
            assert_eq!(anew, remembered);
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_offsets_cut_at_letters(text in "(\\PC|['’ʿ\u{64b}\u{301}\u{200f}ا-ي]){0,60}") {
            for language in Language::ALL {
                for form in [Form::Stem, Form::Skeleton] {
                    Analyzer::new(language, form).each(&text, |term, _, range| {
                        assert!(!term.is_empty());
                        assert!(text.get(range).is_some_and(|word| !word.is_empty()));
                    });
                }
            }
            crate::language::recognise(&text);
        }
    }
}
