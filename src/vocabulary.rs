//! The words for crafts, materials and techniques: keys in the data, labels in three languages.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::locale::{Language, Wording};

#[derive(Clone, Debug, Deserialize)]
pub struct Term {
    pub key: String,
    pub label: Wording,
    /// Crafts only: the chapters of the Harmonized System in which their products are usually classified.
    #[serde(default)]
    pub hs_chapters: Vec<String>,
    /// Crafts only: a key of the sectors.
    #[serde(default)]
    pub sector: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Files {
    #[serde(default)]
    craft: Vec<Term>,
    #[serde(default)]
    material: Vec<Term>,
    #[serde(default)]
    technique: Vec<Term>,
}

fn read(source: &str) -> Files {
    toml::from_str(source).expect("our vocabulary is sound TOML; a test reads it")
}

static CRAFTS: LazyLock<Vec<Term>> = LazyLock::new(|| read(include_str!("vocabulary/crafts.toml")).craft);
static MATERIALS: LazyLock<Vec<Term>> =
    LazyLock::new(|| read(include_str!("vocabulary/materials.toml")).material);
static TECHNIQUES: LazyLock<Vec<Term>> =
    LazyLock::new(|| read(include_str!("vocabulary/techniques.toml")).technique);

pub fn crafts() -> &'static [Term] {
    &CRAFTS
}

pub fn materials() -> &'static [Term] {
    &MATERIALS
}

pub fn techniques() -> &'static [Term] {
    &TECHNIQUES
}

pub fn is_craft(key: &str) -> bool {
    CRAFTS.iter().any(|term| term.key == key)
}

pub fn is_material(key: &str) -> bool {
    MATERIALS.iter().any(|term| term.key == key)
}

pub fn is_technique(key: &str) -> bool {
    TECHNIQUES.iter().any(|term| term.key == key)
}

/// The label of any key for a reader; an unknown key is shown as it is.
pub fn label(key: &str, language: Language) -> String {
    let all = CRAFTS.iter().chain(MATERIALS.iter()).chain(TECHNIQUES.iter());
    let found = all.into_iter().find(|term| term.key == key);
    found.map_or(key, |term| term.label.best(language)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_is_named_in_three_languages() {
        for term in crafts().iter().chain(materials()).chain(techniques()) {
            assert_eq!(term.label.iter().count(), 3, "{}", term.key);
        }
        assert!(is_craft("zellige") && is_material("olive-wood") && is_technique("hand-painted"));
    }
}
