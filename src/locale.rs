//! The three languages: which one a person reads, what the house says in it, and how the world's names are written.

mod fold;
mod format;
mod names;
mod texts;
mod wording;

pub use fold::{fold, is_arabic};
pub use format::{date, money, month, number, pieces};
pub use names::{
    countries, country_codes, country_name, currency_name, find_country, is_country, native_name, sort_key,
};
pub use texts::{IntoArgument, Text, keys, say, term};
pub use wording::{RawWording, Wording};

use crate::error::Message;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    #[default]
    En,
    Fr,
    Ar,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::En, Self::Fr, Self::Ar];

    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Ar => "ar",
        }
    }

    /// The direction of writing, as HTML names it.
    pub fn direction(self) -> &'static str {
        if self == Self::Ar { "rtl" } else { "ltr" }
    }

    pub fn parse(text: &str) -> Result<Self, Message> {
        Self::known(text).ok_or_else(|| Message::new("problem-language-unknown"))
    }

    /// `fr`, `fr-TN`, `FR_fr`: the language of a tag, if it is one of ours.
    pub fn known(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == primary)
    }

    /// The best of our languages for an `Accept-Language` header.
    pub fn negotiate(header: &str) -> Option<Self> {
        let mut wished: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|range| {
                let (tag, quality) = range.split_once(";q=").unwrap_or((range, "1"));
                Some((quality.trim().parse().ok()?, Self::known(tag)?))
            })
            .collect();
        // The sort is stable: between equal wishes the first named wins.
        wished.sort_by(|a, b| b.0.total_cmp(&a.0));
        wished.first().filter(|wish| wish.0 > 0.0).map(|wish| wish.1)
    }
}

crate::text_enum!(Language { En => "en", Fr => "fr", Ar => "ar" });

impl From<Language> for search_index::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::English,
            Language::Fr => Self::French,
            Language::Ar => Self::Arabic,
        }
    }
}

impl From<search_index::Language> for Language {
    fn from(language: search_index::Language) -> Self {
        match language {
            search_index::Language::English => Self::En,
            search_index::Language::French => Self::Fr,
            search_index::Language::Arabic => Self::Ar,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reader_gets_the_best_language_we_have() {
        assert_eq!(Language::negotiate("de-DE,fr;q=0.8,en;q=0.5"), Some(Language::Fr));
        assert_eq!(Language::negotiate("ar-TN, fr-TN;q=0.9"), Some(Language::Ar));
        assert_eq!(Language::negotiate("ja"), None);
        assert_eq!(Language::negotiate("en;q=0"), None);
    }
}
