//! Crafts, materials, techniques, countries and answers by the names that people have for them, in three languages.

use std::collections::HashMap;
use std::sync::LazyLock;

use search_index::Lexicon;
use search_index::lexicon::Labels;

use crate::catalogue::vocabulary::{self, Term};
use crate::locale::{self, fold};

type Names = HashMap<String, &'static str>;

static CRAFTS: LazyLock<Names> = LazyLock::new(|| names(vocabulary::crafts()));
static MATERIALS: LazyLock<Names> = LazyLock::new(|| names(vocabulary::materials()));
static TECHNIQUES: LazyLock<Names> = LazyLock::new(|| names(vocabulary::techniques()));

/// Our own labels first; then every word that the search has for the same thing.
fn names(terms: &'static [Term]) -> Names {
    let mut names = Names::new();
    for term in terms {
        names.insert(fold(&term.key), &term.key);
        for (_, label) in term.label.iter() {
            names.insert(fold(label), &term.key);
            names.entry(fold(label.strip_prefix("ال").unwrap_or(label))).or_insert(&term.key);
        }
    }
    for term in terms {
        for label in called_alike(term) {
            names.entry(label).or_insert(&term.key);
        }
    }
    names
}

/// Every folded label of the search, with the concepts that bear it.
static LABELS: LazyLock<HashMap<String, Vec<usize>>> = LazyLock::new(|| {
    let mut labels: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (_, concept)) in Lexicon::shipped().concepts().enumerate() {
        labels.entry(fold(&concept.key)).or_default().push(at);
        for label in labels_of(&concept.labels) {
            labels.entry(label).or_default().push(at);
        }
    }
    labels
});

fn labels_of(labels: &Labels) -> impl Iterator<Item = String> {
    [&labels.en, &labels.fr, &labels.ar, &labels.also].into_iter().flatten().map(|label| fold(label))
}

/// The words of the concept that shares the most names with a term; one name alone may be chance.
fn called_alike(term: &Term) -> Vec<String> {
    let own = term.label.iter().map(|(_, label)| fold(label)).chain([fold(&term.key)]);
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for at in own.filter_map(|name| LABELS.get(&name)).flatten() {
        *shared.entry(*at).or_default() += 1;
    }
    let best = shared
        .into_iter()
        .filter(|(_, names)| *names > 1)
        .max_by_key(|(at, names)| (*names, usize::MAX - at));
    let lexicon = Lexicon::shipped();
    let concept = best.and_then(|(at, _)| lexicon.concepts().nth(at));
    concept.map(|(_, concept)| labels_of(&concept.labels).collect()).unwrap_or_default()
}

/// Where a term is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Craft,
    Material,
    Technique,
    Country,
}

/// Learns all names beforehand: the first product of a file would otherwise wait for that while it holds the pen.
pub(super) fn learn() {
    for names in [&CRAFTS, &MATERIALS, &TECHNIQUES] {
        LazyLock::force(names);
    }
}

/// The key of what somebody calls so.
pub(super) fn key(kind: Kind, name: &str) -> Option<&'static str> {
    let names = match kind {
        Kind::Craft => &CRAFTS,
        Kind::Material => &MATERIALS,
        Kind::Technique => &TECHNIQUES,
        Kind::Country => return locale::find_country(name),
    };
    names.get(&fold(name)).copied()
}

/// A list as people write it in one cell.
pub(super) fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split([',', ';', '،', '؛', '|', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Yes or no, in any of the languages.
pub(super) fn answer(cell: &str) -> Option<bool> {
    match fold(cell).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "oui" | "vrai" | "o" | "نعم" | "صحيح" | "published" | "publie"
        | "منشور" | "active" | "on" => Some(true),
        "no" | "n" | "false" | "0" | "non" | "faux" | "لا" | "خطا" | "draft" | "brouillon" | "مسوده"
        | "off" => Some(false),
        _ if cell.trim() == "✓" || cell.trim() == "✔" => Some(true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_known_by_many_names() {
        use Kind::*;
        for (kind, name, expected) in [
            (Craft, "ceramics", "ceramics"),
            (Craft, "Céramique", "ceramics"),
            (Craft, "الزليج", "zellige"),
            (Craft, "زليج", "zellige"),
            (Material, "argile", "clay"),
            (Material, "طين", "clay"),
            (Technique, "brodé main", "embroidered"),
            (Country, "Tunisie", "TN"),
            (Country, "tn", "TN"),
            (Country, "المغرب", "MA"),
        ] {
            assert_eq!(key(kind, name), Some(expected), "{name}");
        }
        assert_eq!(key(Material, "unobtainium"), None);
    }

    #[test]
    fn lists_are_split_as_people_split_them() {
        assert_eq!(list("clay; glass،  wood ,").collect::<Vec<_>>(), ["clay", "glass", "wood"]);
    }
}
