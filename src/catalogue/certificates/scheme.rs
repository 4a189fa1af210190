//! The schemes of certificates: keys in the data, names in three languages.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::locale::{Language, Wording};

/// The scheme of what is in no list; such a certificate says its own name.
pub const OTHER: &str = "other";

#[derive(Clone, Debug, Deserialize)]
pub struct Scheme {
    pub key: String,
    pub label: Wording,
    /// The longest that a certificate of it lasts, where the scheme says so.
    #[serde(default)]
    pub months: Option<u32>,
    /// A declaration of the maker's own, which may have no number.
    #[serde(default)]
    pub unnumbered: bool,
}

#[derive(Debug, Deserialize)]
struct File {
    scheme: Vec<Scheme>,
}

static SCHEMES: LazyLock<Vec<Scheme>> = LazyLock::new(|| {
    let file: File =
        toml::from_str(include_str!("schemes.toml")).expect("our schemes are sound TOML; a test reads them");
    file.scheme
});

pub fn schemes() -> &'static [Scheme] {
    &SCHEMES
}

pub fn scheme(key: &str) -> Option<&'static Scheme> {
    SCHEMES.iter().find(|scheme| scheme.key == key)
}

pub fn is_scheme(key: &str) -> bool {
    scheme(key).is_some()
}

/// What a scheme is called; an unknown key is shown as it is.
pub fn scheme_label(key: &str, language: Language) -> String {
    scheme(key).map_or(key, |scheme| scheme.label.best(language)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scheme_is_named_in_three_languages_and_once() {
        for (place, scheme) in schemes().iter().enumerate() {
            assert_eq!(scheme.label.iter().count(), 3, "{}", scheme.key);
            assert!(schemes()[..place].iter().all(|other| other.key != scheme.key), "{} twice", scheme.key);
        }
        assert_eq!(schemes().last().unwrap().key, OTHER);
        assert_eq!(scheme("oeko-tex-100").unwrap().months, Some(12));
    }
}
