//! The lexicon that comes with the program.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::entry::{Class, Entry, Labels};

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../lexicon/", $name, ".toml")))),+]
    };
}

const FILES: &[(&str, &str)] = files!(
    "architecture",
    "basketry",
    "bath",
    "colours",
    "decor",
    "dress",
    "footwear",
    "furniture",
    "jargon",
    "jewellery",
    "kitchen",
    "leather-goods",
    "lighting",
    "materials",
    "motifs",
    "numbers",
    "other",
    "pantry",
    "paper",
    "places",
    "qualities",
    "table",
    "techniques",
    "textiles",
);

/// One file: the class of all its concepts, and the concepts by key.
#[derive(Deserialize)]
struct File {
    kind: Class,
    #[serde(flatten)]
    concepts: BTreeMap<String, Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    fr: Vec<String>,
    #[serde(default)]
    ar: Vec<String>,
    #[serde(default)]
    also: Vec<String>,
    #[serde(default)]
    broader: Vec<String>,
    #[serde(default)]
    near: Vec<String>,
}

/// Reads the concepts of one file.
pub(crate) fn read(text: &str) -> Result<Vec<Entry>, toml::de::Error> {
    let file: File = toml::from_str(text)?;
    let entry = |(key, written): (String, Written)| Entry {
        key,
        class: file.kind,
        labels: Labels { en: written.en, fr: written.fr, ar: written.ar, also: written.also },
        broader: written.broader,
        near: written.near,
        withdrawn: false,
    };
    Ok(file.concepts.into_iter().map(entry).collect())
}

/// All of them, read once.
pub(super) fn entries() -> &'static [Entry] {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(read_all);
    &ENTRIES
}

fn read_all() -> Vec<Entry> {
    let read = |(name, text): &(&str, &str)| {
        read(text)
            .unwrap_or_else(|error| panic!("lexicon/{name}.toml, which is part of the program: {error}"))
    };
    FILES.iter().flat_map(read).collect()
}
