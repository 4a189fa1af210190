//! Snowball stemming of French and English.

use std::borrow::Cow;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};

use crate::language::Language;

static FRENCH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::French));
static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The stem of a lower-case Latin word, still with its accents: French rules read them.
pub fn stem(word: &str, language: Language) -> Cow<'_, str> {
    match language {
        // A Latin word in an Arabic text is a name: stemming it would be guesswork.
        Language::Arabic => Cow::Borrowed(word),
        Language::French => FRENCH.stem(word),
        Language::English => ENGLISH.stem(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_feminines_meet() {
        assert_eq!(stem("plateaux", Language::French), stem("plateau", Language::French));
        assert_eq!(stem("martelées", Language::French), stem("martelés", Language::French));
        assert_eq!(stem("slippers", Language::English), stem("slipper", Language::English));
        assert_eq!(stem("slippers", Language::Arabic), "slippers");
    }
}
