//! Names of countries, currencies and languages in our three languages, from CLDR (see NOTICE).

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::{Language, fold};

type Names = BTreeMap<&'static str, [&'static str; 3]>;

fn table(source: &'static str, first_name: usize) -> Names {
    source
        .lines()
        .skip(1)
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let name = |offset: usize| cells.get(first_name + offset).copied();
            Some((*cells.first()?, [name(0)?, name(1)?, name(2)?]))
        })
        .collect()
}

static COUNTRIES: LazyLock<Names> = LazyLock::new(|| table(include_str!("cldr/countries.tsv"), 1));
static CURRENCIES: LazyLock<Names> = LazyLock::new(|| table(include_str!("cldr/currencies.tsv"), 3));
static LANGUAGES: LazyLock<Names> = LazyLock::new(|| table(include_str!("cldr/languages.tsv"), 1));

/// Is it an ISO 3166-1 alpha-2 code?
pub fn is_country(code: &str) -> bool {
    COUNTRIES.contains_key(code)
}

/// The code of a country that is written as its code or as its name in any of our languages.
pub fn find_country(text: &str) -> Option<&'static str> {
    BY_NAME.get(&fold(text)).copied()
}

/// The codes by code and by name, an Arabic one with and without its article.
static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut codes = HashMap::new();
    for (code, names) in COUNTRIES.iter() {
        codes.insert(fold(code), *code);
        for name in names {
            codes.insert(fold(name), *code);
            codes.entry(fold(name.strip_prefix("ال").unwrap_or(name))).or_insert(*code);
        }
    }
    codes
});

/// The codes of all countries.
pub fn country_codes() -> impl Iterator<Item = &'static str> {
    COUNTRIES.keys().copied()
}

/// The country's name for a reader; an unknown code is shown as it is.
pub fn country_name(code: &str, language: Language) -> String {
    COUNTRIES.get(code).map_or(code, |names| names[language as usize]).to_owned()
}

/// All countries with their names, in the order of a reader's list.
pub fn countries(language: Language) -> Vec<(&'static str, &'static str)> {
    let mut all: Vec<_> = COUNTRIES.iter().map(|(code, names)| (*code, names[language as usize])).collect();
    all.sort_by_key(|(_, name)| sort_key(name));
    all
}

pub fn currency_name(code: &str, language: Language) -> String {
    CURRENCIES.get(code).map_or(code, |names| names[language as usize]).to_owned()
}

/// What a language calls itself.
pub fn native_name(language: Language) -> &'static str {
    LANGUAGES.get(language.code()).map_or(language.code(), |names| names[0])
}

/// É sorts with E, and an Arabic article does not count: close enough to each language's order for a list to scan.
pub fn sort_key(name: &str) -> String {
    let name = name.strip_prefix("ال").unwrap_or(name);
    name.chars()
        .map(|c| match c {
            'É' | 'È' | 'Ê' | 'é' | 'è' => 'e',
            'Î' | 'Í' | 'î' => 'i',
            'Å' | 'Á' | 'â' => 'a',
            'Ô' | 'ô' => 'o',
            'أ' | 'إ' | 'آ' => 'ا',
            other => other.to_lowercase().next().unwrap_or(other),
        })
        .collect()
}
