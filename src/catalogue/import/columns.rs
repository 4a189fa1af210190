//! Headers and what they mean: the columns of our own sheet, under the names that makers give them.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::locale::{Language, fold};

/// A column of our own sheet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub key: String,
    /// Is it part of the sheet that we write?
    #[serde(default = "yes")]
    pub sheet: bool,
    en: Vec<String>,
    fr: Vec<String>,
    ar: Vec<String>,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
struct File {
    column: Vec<Column>,
}

static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("columns.toml")).expect("a test reads our columns");
    file.column
});

/// A folded header, the column and the language of the header.
static ALIASES: LazyLock<HashMap<String, (&'static str, Option<Language>)>> = LazyLock::new(|| {
    let mut aliases: HashMap<String, (&'static str, Option<Language>)> = HashMap::new();
    for column in COLUMNS.iter() {
        aliases.insert(fold(&column.key), (&column.key, None));
        for language in Language::ALL {
            for alias in column.headers(language) {
                let entry = aliases.entry(fold(alias)).or_insert((&column.key, Some(language)));
                // The same word in two languages says nothing about the language.
                if entry.1 != Some(language) {
                    entry.1 = None;
                }
            }
        }
    }
    aliases
});

impl Column {
    fn headers(&self, language: Language) -> &[String] {
        match language {
            Language::En => &self.en,
            Language::Fr => &self.fr,
            Language::Ar => &self.ar,
        }
    }

    /// What stands above the column in a sheet of ours.
    pub fn header(&self, language: Language) -> &str {
        self.headers(language).first().map_or(&self.key, |header| header)
    }
}

/// Every column that can be understood.
pub fn all() -> &'static [Column] {
    &COLUMNS
}

/// The columns of the sheet that we write, in their order.
pub fn sheet() -> impl Iterator<Item = &'static Column> {
    COLUMNS.iter().filter(|column| column.sheet)
}

pub fn is_column(key: &str) -> bool {
    COLUMNS.iter().any(|column| column.key == key)
}

/// What stands in front of the name of an option that we have no column for.
const OPTION: [&str; 3] = ["option:", "option :", "خيار:"];
/// How the meaning of such a column is written.
pub(super) const OPTION_KEY: &str = "option:";

/// What a header means. A title in a French header is a French title.
pub(super) fn understand(header: &str) -> Option<String> {
    let lower = header.trim().to_lowercase();
    if let Some(name) = OPTION.iter().find_map(|mark| lower.strip_prefix(mark)).map(str::trim) {
        return (!name.is_empty()).then(|| format!("{OPTION_KEY}{name}"));
    }
    let (key, language) = ALIASES.get(&fold(header))?;
    Some(match (*key, language) {
        ("title" | "description", Some(language)) if *language != Language::En => {
            format!("{key}_{}", language.code())
        }
        (key, _) => key.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn means(header: &str) -> String {
        understand(header).unwrap_or_default()
    }

    #[test]
    fn headers_are_understood_however_they_are_written() {
        for (header, key) in [
            ("title_en", "title_en"),
            ("Title (FR)", "title_fr"),
            ("title ar", "title_ar"),
            ("Titre", "title_fr"),
            ("العنوان", "title_ar"),
            ("Title", "title"),
            ("Description", "description"),
            ("MATERIAUX", "materials"),
            ("السعر", "price"),
            ("N° article", "sku"),
            ("Lead Time (days)", "lead_time_days"),
            ("Option: Wood", "option:wood"),
            ("الحد الادنى للطلب", "moq"),
            ("Weight_grams", "weight_grams"),
        ] {
            assert_eq!(means(header), key, "{header}");
        }
        assert_eq!(understand("Bar code of grandmother"), None);
    }

    #[test]
    fn no_header_means_two_things() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for column in all() {
            for header in Language::ALL.into_iter().flat_map(|language| column.headers(language)) {
                let other = seen.insert(fold(header), &column.key);
                assert!(
                    other.is_none_or(|other| other == column.key),
                    "{header}: {other:?} and {}",
                    column.key
                );
            }
        }
    }

    #[test]
    fn the_sheet_understands_its_own_headers() {
        for column in sheet() {
            for language in Language::ALL {
                assert_eq!(means(column.header(language)), column.key);
            }
        }
    }
}
