//! The texts of a document as the index keeps them: with the words already found in them, so that showing why a hit was
//! found does not read its texts anew.
//!
//! All of it is one text, because tantivy reads stored bytes one by one and stored text at once. Each word takes six
//! letters: four for the hash of its stem, one for the gap before it, one for its length.

use std::ops::Range;

use crate::analyzer::Analyzer;
use crate::annotate::Languages;
use crate::document::Role;
use crate::language::Language;

/// A text that was kept.
#[derive(Clone, Debug)]
pub(crate) struct StoredText<'a> {
    pub role: Role,
    pub languages: Languages,
    pub text: &'a str,
    /// The words in each of its languages; None where a word or a gap was too long to be kept so.
    words: [Option<&'a [u8]>; 2],
}

/// What comparing needs of a stem: twenty-four bits.
pub(crate) fn short(hash: u64) -> u32 {
    hash as u32 & 0xff_ffff
}

/// How many letters a word takes.
const WORD: usize = 6;
/// Letters from the blank to the tilde.
const FIRST: u8 = b' ';
const LETTERS: usize = 95;

/// Writes texts one after the other.
#[derive(Debug, Default)]
pub(crate) struct TextWriter {
    pub row: String,
}

impl TextWriter {
    pub fn begin(&mut self, role: Role, languages: Languages, text: &str) {
        self.row.push(match role {
            Role::Title => 't',
            Role::Body => 'b',
            Role::Keyword => 'k',
        });
        self.row.push(match languages {
            Languages::One(Language::Arabic) => 'a',
            Languages::One(Language::French) => 'f',
            Languages::One(Language::English) => 'e',
            Languages::Latin => 'l',
        });
        self.row.push_str(&text.len().to_string());
        self.row.push(':');
        self.row.push_str(text);
    }

    /// Adds the words that an analyzer has just read in the text; once for each of its languages.
    pub fn words(&mut self, analyzer: &Analyzer) {
        let start = self.row.len();
        self.row.push_str(&(analyzer.tokens().count() * WORD).to_string());
        self.row.push(':');
        let mut end = 0;
        for (token, word) in analyzer.tokens() {
            let (gap, length) = (token.range.start - end, token.range.len());
            if gap >= LETTERS || length >= LETTERS {
                self.row.truncate(start);
                self.row.push(TOO_LONG);
                return;
            }
            let hash = short(word.hash);
            for shift in [18, 12, 6, 0] {
                self.row.push(char::from(FIRST + (hash >> shift & 0x3f) as u8));
            }
            self.row.push(char::from(FIRST + gap as u8));
            self.row.push(char::from(FIRST + length as u8));
            end = token.range.end;
        }
    }
}

const TOO_LONG: char = '-';

/// Reads what was written; None where it was not written by us.
pub(crate) fn read(mut row: &str) -> Option<Vec<StoredText<'_>>> {
    let mut texts = Vec::new();
    while !row.is_empty() {
        let role = match row.as_bytes()[0] {
            b't' => Role::Title,
            b'b' => Role::Body,
            b'k' => Role::Keyword,
            _ => return None,
        };
        let languages = match row.as_bytes().get(1)? {
            b'a' => Languages::One(Language::Arabic),
            b'f' => Languages::One(Language::French),
            b'e' => Languages::One(Language::English),
            b'l' => Languages::Latin,
            _ => return None,
        };
        row = &row[2..];
        let text = take(&mut row)?;
        let mut words = [None, None];
        for (_, words) in languages.iter().zip(&mut words) {
            match row.strip_prefix(TOO_LONG) {
                Some(rest) => row = rest,
                None => *words = Some(take(&mut row)?.as_bytes()),
            }
        }
        texts.push(StoredText { role, languages, text, words });
    }
    Some(texts)
}

/// Takes off what stands under its length.
fn take<'a>(row: &mut &'a str) -> Option<&'a str> {
    let (length, rest) = row.split_once(':')?;
    let (taken, rest) = rest.split_at_checked(length.parse().ok()?)?;
    *row = rest;
    Some(taken)
}

impl<'a> StoredText<'a> {
    /// Each language of the text with its words, as (hash of the stem, place in the text); None where they were not kept.
    pub fn words(
        &self,
    ) -> impl Iterator<Item = (Language, Option<impl Iterator<Item = (u32, Range<usize>)> + 'a>)> {
        self.languages.iter().zip(self.words).map(|(language, words)| (language, words.map(words_in)))
    }

    /// Whether its words were kept.
    pub fn is_kept_whole(&self) -> bool {
        self.words().all(|(_, words)| words.is_some())
    }
}

fn words_in(letters: &[u8]) -> impl Iterator<Item = (u32, Range<usize>)> {
    let value = |letter: u8| u32::from(letter.wrapping_sub(FIRST));
    let mut end = 0;
    letters.chunks_exact(WORD).map(move |word| {
        let hash = word[..4].iter().fold(0, |hash, letter| hash << 6 | value(*letter));
        let start = end + value(word[4]) as usize;
        end = start + value(word[5]) as usize;
        (hash, start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(languages: Languages, text: &str) -> String {
        let mut writer = TextWriter::default();
        writer.begin(Role::Body, languages, text);
        for language in languages.iter() {
            let mut analyzer = Analyzer::new(language);
            analyzer.read(text);
            writer.words(&analyzer);
        }
        writer.row
    }

    fn same_words(languages: Languages, text: &str) {
        let row = written(languages, text);
        let texts = read(&row).expect("we wrote it");
        assert_eq!((texts.len(), texts[0].text, texts[0].languages), (1, text, languages));
        for (language, words) in texts[0].words() {
            let Some(words) = words else { continue };
            let mut analyzer = Analyzer::new(language);
            analyzer.read(text);
            let expected: Vec<_> =
                analyzer.tokens().map(|(token, word)| (short(word.hash), token.range.clone())).collect();
            assert_eq!(words.collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn words_come_back_where_they_were() {
        same_words(Languages::One(Language::French), "Deux plateaux d’olivier, martelés");
        same_words(Languages::One(Language::Arabic), "صينية نحاسية — 40 سم");
        same_words(Languages::Latin, "kilim");
        same_words(Languages::Latin, "");
    }

    #[test]
    fn a_gap_too_long_to_be_kept_is_told() {
        let row = written(Languages::One(Language::English), &format!("a bowl{}blue", " ".repeat(300)));
        let texts = read(&row).expect("we wrote it");
        assert!(texts[0].words().all(|(_, words)| words.is_none()));
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in "(\\PC|['’\u{64b}ا-ي a]){0,200}") {
            same_words(Languages::Latin, &text);
            same_words(Languages::One(Language::Arabic), &text);
        }

        #[test]
        fn no_row_panics(row in "([tbk][afel])?\\PC{0,40}|[tbk][afel][0-9]{1,3}:\\PC{0,40}") {
            let _ = read(&row).map(|texts| texts.iter().map(|text| text.words().count()).sum::<usize>());
        }
    }
}
