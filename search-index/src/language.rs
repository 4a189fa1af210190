//! The three languages, and how a text's language is recognised: by its script, then by its small words.

use serde::{Deserialize, Serialize};

use crate::analyzer::stop_words;
use crate::analyzer::words::{Script, Words, script_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    #[serde(rename = "ar")]
    Arabic,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "en")]
    English,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::Arabic, Self::French, Self::English];
    /// The languages that share the Latin script, so that a lone word may belong to either.
    pub const LATIN: [Self; 2] = [Self::French, Self::English];

    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language of a tag such as `fr` or `ar-TN`.
    pub fn parse(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// Its place in [`Self::ALL`].
    pub fn position(self) -> usize {
        match self {
            Self::Arabic => 0,
            Self::French => 1,
            Self::English => 2,
        }
    }
}

/// Small words must outnumber those of the other language by this factor to decide.
const CLEAR_MAJORITY: usize = 2;
/// A letter that only French uses says as much as this many small words.
const ACCENT_WEIGHT: usize = 1;
/// Enough is seen after so many words; long texts need not be read whole.
const WORDS_READ: usize = 200;

/// The language that a text is written in, if it shows.
///
/// ```
/// use search_index::language::{recognise, Language};
/// assert_eq!(recognise("صينية نحاس"), Some(Language::Arabic));
/// assert_eq!(recognise("plateau rond en cuivre gravé"), Some(Language::French));
/// assert_eq!(recognise("a tray made of copper"), Some(Language::English));
/// assert_eq!(recognise("kilim"), None);
/// ```
pub fn recognise(text: &str) -> Option<Language> {
    let (mut arabic, mut latin, mut french, mut english) = (0usize, 0usize, 0usize, 0usize);
    let mut lowered = String::new();
    for word in Words::new(text).take(WORDS_READ) {
        let word = &text[word];
        match script_of(word) {
            Script::Arabic => arabic += 1,
            Script::Number => {}
            Script::Latin => {
                latin += 1;
                lowered.clear();
                lowered.extend(word.chars().flat_map(char::to_lowercase));
                let (prefix, rest) = crate::analyzer::elision::split(&lowered);
                french += usize::from(prefix.is_some());
                french += usize::from(stop_words::tells_french(rest));
                english += usize::from(stop_words::tells_english(rest));
                if rest.chars().any(is_french_letter) {
                    french += ACCENT_WEIGHT;
                }
            }
        }
    }
    if arabic > latin {
        return Some(Language::Arabic);
    }
    if french > english * CLEAR_MAJORITY || (french > english && english == 0) {
        return Some(Language::French);
    }
    if english > french * CLEAR_MAJORITY {
        return Some(Language::English);
    }
    None
}

fn is_french_letter(letter: char) -> bool {
    matches!(letter, 'à' | 'â' | 'ç' | 'è' | 'é' | 'ê' | 'ë' | 'î' | 'ï' | 'ô' | 'ù' | 'û' | 'œ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_with_a_region_are_understood() {
        assert_eq!(Language::parse("ar-TN"), Some(Language::Arabic));
        assert_eq!(Language::parse("FR"), Some(Language::French));
        assert_eq!(Language::parse("de"), None);
        assert_eq!(Language::parse(""), None);
    }

    #[test]
    fn the_script_of_most_words_decides() {
        assert_eq!(recognise("ضم خط Panthers أيضا المدافع"), Some(Language::Arabic));
        assert_eq!(recognise("the word زليج in an English text"), Some(Language::English));
    }

    #[test]
    fn small_words_and_accents_tell_french_from_english() {
        assert_eq!(recognise("bois d'olivier"), Some(Language::French));
        assert_eq!(recognise("lanterne percée"), Some(Language::French));
        assert_eq!(recognise("How many points did the Panthers defense surrender?"), Some(Language::English));
    }

    #[test]
    fn names_and_numbers_belong_to_no_language() {
        for text in ["", "925", "tapis berbere", "Nabeul", "—", "🫖"] {
            assert_eq!(recognise(text), None, "{text}");
        }
    }
}
