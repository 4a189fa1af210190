//! What one node has counted and not yet written: bounded, and nothing in it says who asked.

use std::collections::HashMap;
use std::sync::Mutex;

use search_index::analyzer::words::{Words, is_combining_mark, is_joiner};

use crate::clock::Date;
use crate::locale::Language;

/// Different texts between two writes; further ones are not counted.
const MOST_TEXTS: usize = 2_000;
/// Longer texts are not what a lexicon lacks, and may tell a story.
const LONGEST: usize = 60;
const MOST_WORDS: usize = 6;
/// So many digits may be a telephone number, or that of an account.
const MOST_DIGITS: usize = 6;

/// What was asked, in which language.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Asked {
    pub text: String,
    pub language: Language,
}

/// How often, and between which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub asked: i64,
    pub first: Date,
    pub last: Date,
}

#[derive(Debug, Default)]
pub struct Tally(Mutex<HashMap<Asked, Times>>);

impl Tally {
    /// Counts a text, unless it might tell of a person.
    pub(super) fn note(&self, text: &str, reader: Language, today: Date) {
        let Some(text) = normalised(text) else { return };
        let language = search_index::language::recognise(&text).map_or(reader, Language::from);
        self.add(Asked { text, language }, Times { asked: 1, first: today, last: today });
    }

    fn add(&self, asked: Asked, times: Times) {
        let mut all = self.0.lock().expect("nothing panics while holding it");
        let full = all.len() >= MOST_TEXTS;
        match all.get_mut(&asked) {
            Some(known) => known.take(times),
            None if full => {}
            None => {
                all.insert(asked, times);
            }
        }
    }

    /// Takes everything out, in an order that two nodes share: they then wait for each other's rows, and do not fight.
    pub(super) fn take(&self) -> Vec<(Asked, Times)> {
        let all = std::mem::take(&mut *self.0.lock().expect("nothing panics while holding it"));
        let mut all: Vec<_> = all.into_iter().collect();
        all.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        all
    }

    pub(super) fn put_back(&self, counted: Vec<(Asked, Times)>) {
        counted.into_iter().for_each(|(asked, times)| self.add(asked, times));
    }
}

impl Times {
    pub(super) fn take(&mut self, other: Self) {
        self.asked = self.asked.saturating_add(other.asked);
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
    }
}

/// The words in small letters, one blank between them; nothing where they are none of our business.
fn normalised(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let looks_like_an_address = lower.contains('@') || lower.contains("://") || lower.contains("www.");
    let digits = lower.chars().filter(|c| c.is_numeric()).count();
    if looks_like_an_address || digits > MOST_DIGITS {
        return None;
    }
    let words: Vec<&str> = Words::new(&lower).map(|range| &lower[range]).collect();
    let written = words.join(" ");
    let plain: String = written.chars().filter(|c| !is_joiner(*c)).collect();
    let letters = plain.chars().filter(|c| c.is_alphabetic() && !is_combining_mark(*c)).count();
    let fits = (1..=MOST_WORDS).contains(&words.len()) && plain.chars().count() <= LONGEST && letters >= 2;
    fits.then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> Date {
        Date::from_ymd_opt(2026, 3, day).unwrap()
    }

    #[test]
    fn the_same_words_are_counted_together() {
        let tally = Tally::default();
        tally.note("  Chechia ROUGE", Language::Fr, day(2));
        tally.note("chechia, rouge!", Language::Fr, day(5));
        tally.note("شاشية", Language::Fr, day(5));
        let counted = tally.take();
        let found: Vec<_> = counted
            .iter()
            .map(|(asked, times)| (asked.text.as_str(), asked.language, times.asked, times.first, times.last))
            .collect();
        assert_eq!(
            found,
            [("chechia rouge", Language::Fr, 2, day(2), day(5)), ("شاشية", Language::Ar, 1, day(5), day(5))]
        );
        assert!(tally.take().is_empty());
    }

    #[test]
    fn what_may_tell_of_a_person_is_not_kept() {
        for text in [
            "amina@example.org",
            "call +216 71 234 567",
            "٠٧١٢٣٤٥٦٧",
            "https://example.org/amina",
            "www.example.org",
            "a very long tale about somebody whom we do not know",
            &"x".repeat(61),
            "12 34",
            "؟!",
            "x",
            "",
        ] {
            assert_eq!(normalised(text), None, "{text}");
        }
        assert_eq!(
            normalised("Tapis 200x300").as_deref(),
            Some("tapis 200 x 300"),
            "a size is no number to call"
        );
        assert_eq!(normalised("bowl 30 cm").as_deref(), Some("bowl 30 cm"));
        assert_eq!(normalised("\u{202e}Sniwa\u{feff}").as_deref(), Some("sniwa"));
    }

    #[test]
    fn what_could_not_be_written_is_counted_on_and_memory_has_a_bound() {
        let tally = Tally::default();
        tally.note("sniwa", Language::En, day(2));
        let counted = tally.take();
        tally.note("sniwa", Language::En, day(3));
        tally.put_back(counted);
        assert_eq!(tally.take()[0].1, Times { asked: 2, first: day(2), last: day(3) });
        for number in 0..MOST_TEXTS + 10 {
            tally.note(&format!("word{number}"), Language::En, day(2));
        }
        assert_eq!(tally.take().len(), MOST_TEXTS);
    }
}
