//! The words by which a request and a product recognise each other: stems, without the small words of each language.

use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hasher};

use search_index::analyzer::Analyzer;

use crate::locale::{Language, Wording};
use crate::vocabulary;

/// Each word as a number of 32 bits, sorted: very many sets are kept. Of a request and a product of usual length, two
/// different words meet in one number once in half a million pairs, and count as one word in common then.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordSet(Vec<u32>);

impl WordSet {
    pub fn add(&mut self, language: Language, text: &str) {
        Analyzer::new(language.into()).each(text, |word, _| {
            let stem = &*word.stem;
            let number = stem.bytes().all(|byte| byte.is_ascii_digit());
            if stem.chars().count() > 1 && !word.stop && !number {
                self.0.push(number_of(stem));
            }
        });
        self.put_in_order();
    }

    fn put_in_order(&mut self) {
        self.0.sort_unstable();
        self.0.dedup();
    }

    /// Takes no more room than it needs.
    pub fn closed(mut self) -> Self {
        self.0.shrink_to_fit();
        self
    }

    pub fn add_wording(&mut self, wording: &Wording) {
        for (language, text) in wording.iter() {
            self.add(language, text);
        }
    }

    /// A key of the vocabulary by its names in every language, so that a request in Arabic meets a product in French.
    pub fn add_key(&mut self, key: &str) {
        for language in Language::ALL {
            self.add(language, &vocabulary::label(key, language));
        }
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn shared_with(&self, other: &Self) -> usize {
        let (mut own, mut others, mut shared) = (self.0.as_slice(), other.0.as_slice(), 0);
        while let ([first, own_rest @ ..], [second, others_rest @ ..]) = (own, others) {
            match first.cmp(second) {
                Ordering::Less => own = own_rest,
                Ordering::Greater => others = others_rest,
                Ordering::Equal => (own, others, shared) = (own_rest, others_rest, shared + 1),
            }
        }
        shared
    }
}

fn number_of(stem: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    hasher.write(stem.as_bytes());
    hasher.finish() as u32
}

impl<'a> FromIterator<&'a str> for WordSet {
    /// Words that are stems already.
    fn from_iter<I: IntoIterator<Item = &'a str>>(stems: I) -> Self {
        let mut words = Self(stems.into_iter().map(number_of).collect());
        words.put_in_order();
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(language: Language, text: &str) -> WordSet {
        let mut words = WordSet::default();
        words.add(language, text);
        words
    }

    #[test]
    fn singular_and_plural_article_and_elision_make_no_difference() {
        let asked = words(Language::Fr, "des coupes d’olivier pour la table");
        assert_eq!(asked.shared_with(&words(Language::Fr, "Coupe en olivier")), 2);
        let asked = words(Language::Ar, "أطباق الفخار");
        assert_eq!(asked.shared_with(&words(Language::Ar, "فخار")), 1);
    }

    #[test]
    fn small_words_and_numbers_tell_nothing() {
        assert!(words(Language::En, "we want the 500 of them for our").len() <= 1);
        assert_eq!(words(Language::En, "500 12").len(), 0);
    }

    #[test]
    fn a_craft_is_known_by_its_name_in_every_language() {
        let mut product = WordSet::default();
        product.add_key("zellige");
        assert_eq!(words(Language::Ar, "زليج").shared_with(&product), 1);
        assert_eq!(words(Language::Fr, "zellige").shared_with(&product), 1);
    }
}
