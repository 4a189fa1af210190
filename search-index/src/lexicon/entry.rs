//! One concept as people write it.

use serde::{Deserialize, Serialize};

use crate::fingerprint::Fingerprint;
use crate::language::Language;

/// What a concept is, which decides how binding it is in a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// A thing that is made and sold. Whoever asks for a bowl wants a bowl.
    Object,
    Material,
    Technique,
    /// Patterns and styles.
    Motif,
    /// Binding too: whoever names a place wants things from there.
    Place,
    Colour,
    /// What a thing is like, or for whom or when it is made.
    Quality,
    /// Buyers' and trade words.
    Trade,
}

impl Class {
    pub const ALL: [Self; 8] = [
        Self::Object,
        Self::Material,
        Self::Technique,
        Self::Motif,
        Self::Place,
        Self::Colour,
        Self::Quality,
        Self::Trade,
    ];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Object => "object",
            Self::Material => "material",
            Self::Technique => "technique",
            Self::Motif => "motif",
            Self::Place => "place",
            Self::Colour => "colour",
            Self::Quality => "quality",
            Self::Trade => "trade",
        }
    }

    /// The reverse of [`Class::as_str`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.as_str() == word)
    }
}

/// What a concept is called. The first label of each language is its best name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Labels {
    pub en: Vec<String>,
    pub fr: Vec<String>,
    pub ar: Vec<String>,
    /// Spellings in Latin letters that belong to no one language: transliterations, dialect words, old names.
    pub also: Vec<String>,
}

impl Labels {
    pub fn of(&self, language: Language) -> &[String] {
        match language {
            Language::English => &self.en,
            Language::French => &self.fr,
            Language::Arabic => &self.ar,
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.en.iter().chain(&self.fr).chain(&self.ar).chain(&self.also)
    }
}

/// A concept as it is written down, with its relations by key. A key that nothing defines is passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub key: String,
    pub class: Class,
    pub labels: Labels,
    pub broader: Vec<String>,
    pub near: Vec<String>,
    /// The concept is taken out, also where it is a shipped one.
    #[serde(default)]
    pub withdrawn: bool,
}

/// The same for the same entries, on every machine.
pub(super) fn fingerprint(entries: &[Entry]) -> u64 {
    let mut sum = Fingerprint::new();
    for entry in entries {
        sum = sum.part(entry.key.as_bytes()).part(entry.class.as_str().as_bytes());
        for list in [
            &entry.labels.en,
            &entry.labels.fr,
            &entry.labels.ar,
            &entry.labels.also,
            &entry.broader,
            &entry.near,
        ] {
            sum = list.iter().fold(sum, |sum, word| sum.part(word.as_bytes())).part(b"");
        }
    }
    sum.finish()
}
