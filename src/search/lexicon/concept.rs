//! The concepts as they stand now: the shipped ones, under what officers wrote.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use search_index::Lexicon;
use search_index::analyzer::{arabic, folding};
use search_index::lexicon::{Class, Entry};

use super::store;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::locale::Language;

/// What the program ships, by key.
static SHIPPED: LazyLock<BTreeMap<String, &Entry>> =
    LazyLock::new(|| Lexicon::shipped_entries().iter().map(|entry| (entry.key.clone(), entry)).collect());

pub(super) fn shipped(key: &str) -> Option<&'static Entry> {
    SHIPPED.get(key).copied()
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// As it comes with the program.
    #[default]
    Shipped,
    /// Shipped, and changed by an officer.
    Corrected,
    /// An officer's own.
    Added,
    Withdrawn,
}

crate::text_enum!(Standing {
    Shipped => "shipped",
    Corrected => "corrected",
    Added => "added",
    Withdrawn => "withdrawn",
});

/// A concept with where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Concept {
    pub entry: Entry,
    pub standing: Standing,
    /// How often it was changed: the number of its last change, 0 as it is shipped.
    pub version: i64,
}

impl Concept {
    /// What it is called for a reader.
    pub fn name(&self, language: Language) -> &str {
        self.entry.labels.of(language.into()).first().map_or(&self.entry.key, |label| label)
    }

    /// Its first few names, each once: languages share many.
    pub fn some_labels(&self) -> Vec<&str> {
        let labels = &self.entry.labels;
        let lists = [&labels.en, &labels.fr, &labels.ar, &labels.also];
        let mut some = Vec::new();
        for label in lists.into_iter().flat_map(|list| list.iter().take(4)) {
            if !some.contains(&label.as_str()) {
                some.push(label.as_str());
            }
        }
        some
    }

    /// How the badge of its standing looks.
    pub fn tone(&self) -> &'static str {
        match self.standing {
            Standing::Shipped => "",
            Standing::Corrected | Standing::Added => "good",
            Standing::Withdrawn => "warn",
        }
    }

    pub fn is_withdrawn(&self) -> bool {
        self.standing == Standing::Withdrawn
    }

    /// Whether its key or a label holds these words, spelled somehow.
    fn holds(&self, folded: &str) -> bool {
        self.entry.key.contains(folded) || self.entry.labels.all().any(|label| fold(label).contains(folded))
    }
}

/// Without capitals, accents and vowel signs.
fn fold(text: &str) -> String {
    let (mut lower, mut folded) = (String::new(), String::new());
    folding::lower(text, &mut lower);
    folding::fold(&mut lower);
    arabic::normalise(&lower, &mut folded);
    folded
}

/// All of them, by key.
#[derive(Clone, Debug)]
pub struct Concepts {
    /// What officers wrote, also where it says that a concept is withdrawn.
    written: BTreeMap<String, store::Written>,
}

/// Which concepts a list shows.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub text: String,
    pub class: Option<Class>,
    pub standing: Option<Standing>,
}

impl Concepts {
    pub fn read(conn: &mut DbConnection) -> Result<Self> {
        let written = store::all_written(conn)?;
        Ok(Self { written: written.into_iter().map(|row| (row.key.clone(), row)).collect() })
    }

    /// The officers' entries as the library takes them.
    pub fn entries(&self) -> Vec<Entry> {
        self.written.values().map(|row| row.entry.clone().into_inner()).collect()
    }

    /// What stands under a key, also where it is withdrawn.
    pub fn get(&self, key: &str) -> Option<Concept> {
        let shipped = shipped(key);
        let Some(row) = self.written.get(key) else {
            return shipped.map(|entry| Concept {
                entry: entry.clone(),
                standing: Standing::Shipped,
                version: 0,
            });
        };
        let standing = match (row.entry.withdrawn, shipped) {
            (true, _) => Standing::Withdrawn,
            (false, Some(_)) => Standing::Corrected,
            (false, None) => Standing::Added,
        };
        Some(Concept { entry: row.entry.clone().into_inner(), standing, version: row.revision })
    }

    /// What queries know: nothing withdrawn.
    pub fn standing(&self, key: &str) -> Option<Concept> {
        self.get(key).filter(|concept| !concept.is_withdrawn())
    }

    /// Those that name a concept as the one they are a kind of.
    pub fn narrower(&self, key: &str) -> Vec<Concept> {
        let all = self.wanted(&Wanted::default());
        let below = |concept: &Concept| concept.entry.broader.iter().any(|broader| broader == key);
        all.into_iter().filter(|concept| !concept.is_withdrawn() && below(concept)).collect()
    }

    pub fn wanted(&self, wanted: &Wanted) -> Vec<Concept> {
        let folded = fold(wanted.text.trim());
        let mut keys: Vec<&String> = SHIPPED.keys().chain(self.written.keys()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter()
            .filter_map(|key| self.get(key))
            .filter(|concept| wanted.class.is_none_or(|class| class == concept.entry.class))
            .filter(|concept| wanted.standing.is_none_or(|standing| standing == concept.standing))
            .filter(|concept| folded.is_empty() || concept.holds(&folded))
            .collect()
    }
}

/// One concept. What was added and then undone is still there to be read, by its last words.
pub(super) fn concept(conn: &mut DbConnection, key: &str) -> Result<Concept> {
    let version = store::newest_revision(conn, key)?;
    if let Some(concept) = Concepts::read(conn)?.get(key) {
        return Ok(Concept { version, ..concept });
    }
    let last = store::changes(conn, key)?.into_iter().find_map(|change| change.entry_before);
    let entry = last.ok_or(Error::NotFound)?.into_inner();
    Ok(Concept { entry: Entry { withdrawn: true, ..entry }, standing: Standing::Withdrawn, version })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_hides_no_concept() {
        let concepts = Concepts { written: BTreeMap::new() };
        for text in ["Djellaba", "جَلّابة", "djéllaba", "DJELLABA"] {
            let wanted = Wanted { text: text.to_owned(), ..Wanted::default() };
            let found = concepts.wanted(&wanted);
            assert!(found.iter().any(|concept| concept.entry.key == "djellaba"), "{text}");
            assert!(found.len() < 10, "{text}: {}", found.len());
        }
    }
}
