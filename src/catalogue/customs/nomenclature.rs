//! The goods nomenclature as it is shipped (see NOTICE): a tree that is written as a list, where a line stands under the
//! nearest one above it that is less indented.

use std::sync::LazyLock;

use super::CustomsCode;
use crate::locale::Language;

pub(super) struct Line {
    pub code: &'static str,
    pub en: &'static str,
    pub fr: &'static str,
    pub unit: Option<&'static str>,
    /// Places of what it stands under, from its heading of four digits on.
    pub under: Vec<usize>,
    /// It is no code, but a line that others stand under.
    is_title: bool,
}

/// Real codes have this mark in the nomenclature; other lines only hold them together.
const REAL: &str = "80";

static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| read(include_str!("nomenclature.tsv")));

pub(super) fn lines() -> &'static [Line] {
    &LINES
}

fn read(table: &'static str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    // How far each of those is indented that the next line may stand under.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&'static str> = row.split('\t').collect();
        let [code, suffix, indent, en, fr, unit] = cells[..] else { continue };
        let indent = indent.parse().unwrap_or(0);
        // A chapter's title says little of what is in it.
        let is_chapter = code.len() == 2;
        if is_chapter || code.len() == 4 && suffix == REAL {
            open.clear();
        }
        open.retain(|(outer, _)| *outer < indent || indent == 0 && *outer == 0 && code.len() > 4);
        let under = open.iter().map(|(_, place)| *place).collect();
        if !is_chapter {
            open.push((indent, lines.len()));
        }
        let is_title = suffix != REAL || code.len() < 6;
        lines.push(Line { code, en, fr, unit: Some(unit).filter(|unit| !unit.is_empty()), under, is_title });
    }
    lines
}

impl Line {
    pub fn is_code(&self) -> bool {
        !self.is_title
    }

    fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Fr => self.fr,
            Language::En | Language::Ar => self.en,
        }
    }

    pub fn told(&self, language: Language) -> CustomsCode {
        CustomsCode {
            code: self.code.to_owned(),
            text: self.text(language).to_owned(),
            under: self.under.iter().map(|place| lines()[*place].text(language).to_owned()).collect(),
            unit: self.unit.map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(code: &str) -> &'static Line {
        lines().iter().find(|line| line.code == code && line.is_code()).unwrap()
    }

    #[test]
    fn a_code_stands_under_its_heading_and_its_titles() {
        let under = |code: &str| line(code).told(Language::En).under;
        assert_eq!(under("691110").len(), 1);
        assert!(under("691110")[0].contains("porcelain or china"));
        let tiles = under("690721");
        assert!(
            tiles[0].starts_with("Ceramic flags") && tiles[1].starts_with("Flags and paving"),
            "{tiles:?}"
        );
        assert_eq!(tiles.len(), 2);
    }

    #[test]
    fn every_code_is_of_six_or_eight_digits_and_says_what_it_is() {
        let codes: Vec<_> = lines().iter().filter(|line| line.is_code()).collect();
        assert!(codes.len() > 1_700, "{}", codes.len());
        for line in codes {
            assert!(matches!(line.code.len(), 6 | 8) && line.code.bytes().all(|byte| byte.is_ascii_digit()));
            assert!(!line.en.is_empty() && !line.fr.is_empty() && !line.under.is_empty(), "{}", line.code);
        }
    }
}
