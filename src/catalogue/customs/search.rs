//! Words to codes. What a maker calls a thing is seldom what customs call it, so a word is also asked for by what the
//! lexicon of the crafts says it is, and by what is broader: zellige by tile. Under which headings the things of the crafts
//! usually stand is written down in `headings.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use search_index::Language;
use search_index::analyzer::Analyzer;
use search_index::lexicon::{Entry, Lexicon};

use super::nomenclature::{Line, lines};

/// What a word is worth in the wording of a heading, against one of the code itself.
const HEADING: f32 = 0.6;
/// What another name of the thing is worth against the word that was typed, and what the name of a broader thing.
const SAME_THING: f32 = 0.9;
const BROADER: f32 = 0.7;
/// Words of a label of the lexicon, at most.
const LONGEST_LABEL: usize = 4;
/// Names of a concept that are asked for.
const NAMES: usize = 3;

/// What standing under a heading that is written down for the thing is worth.
const USUAL_HEADING: f32 = 4.0;

type Term = (Language, Box<str>);

struct Index {
    /// Which lines have a word, and how much it says there.
    postings: HashMap<Term, Vec<(usize, f32)>>,
    codes: f32,
}

/// The languages in which customs speak.
const SPOKEN: [Language; 2] = [Language::English, Language::French];

static INDEX: LazyLock<Index> = LazyLock::new(Index::build);
static LABELS: LazyLock<HashMap<(Language, String), Vec<&'static Entry>>> = LazyLock::new(labels);

/// The headings under which a thing usually stands, by its concept.
static HEADINGS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = include_str!("headings.tsv").lines().skip(1).filter_map(|row| row.split_once('\t'));
    rows.map(|(concept, headings)| (concept, headings.split(' ').collect())).collect()
});

/// One analyser of each language: it remembers the words that it has met.
struct Stemmer([Analyzer; 3]);

impl Stemmer {
    fn new() -> Self {
        Self(Language::ALL.map(Analyzer::new))
    }

    fn stems(&mut self, language: Language, text: &str) -> Vec<Box<str>> {
        let mut stems = Vec::new();
        self.0[language.position()].each(text, |word, _| {
            if !word.stop {
                stems.push(word.stem.clone());
            }
        });
        stems
    }
}

impl Index {
    fn build() -> Self {
        let mut stemmer = Stemmer::new();
        let mut worth: HashMap<(Term, usize), f32> = HashMap::new();
        let codes = lines().iter().enumerate().filter(|(_, line)| line.is_code());
        for (place, line) in codes.clone() {
            for language in SPOKEN {
                let text = |line: &Line| if language == Language::French { line.fr } else { line.en };
                let mut add = |text: &str, weight: f32| {
                    let words = stemmer.stems(language, text);
                    // One word of a short wording says more than one of a long one.
                    let weight = weight / (1.0 + (words.len() as f32).ln() / 4.0);
                    for word in words {
                        let known = worth.entry(((language, word), place)).or_default();
                        *known = known.max(weight);
                    }
                };
                add(text(line), 1.0);
                line.under.iter().for_each(|above| add(text(&lines()[*above]), HEADING));
            }
        }
        let mut postings: HashMap<Term, Vec<(usize, f32)>> = HashMap::new();
        for ((term, place), weight) in worth {
            postings.entry(term).or_default().push((place, weight));
        }
        Self { postings, codes: codes.count() as f32 }
    }

    /// Raises the score of each line that has the word.
    fn raise(&self, scores: &mut HashMap<usize, f32>, term: &Term, weight: f32) {
        let Some(found) = self.postings.get(term) else { return };
        let rarity = (1.0 + self.codes / found.len() as f32).ln();
        for (place, worth) in found {
            let score = scores.entry(*place).or_default();
            *score = score.max(rarity * worth * weight);
        }
    }
}

/// What the lexicon calls things, in every language.
fn labels() -> HashMap<(Language, String), Vec<&'static Entry>> {
    let mut stemmer = Stemmer::new();
    let mut known: HashMap<(Language, String), Vec<&'static Entry>> = HashMap::new();
    for entry in Lexicon::shipped_entries() {
        for language in Language::ALL {
            for label in entry.labels.of(language).iter().chain(&entry.labels.also) {
                let key = stemmer.stems(language, label).join(" ");
                let entries = known.entry((language, key)).or_default();
                if !key_is_known(entries, entry) {
                    entries.push(entry);
                }
            }
        }
    }
    known
}

fn key_is_known(entries: &[&'static Entry], entry: &Entry) -> bool {
    entries.iter().any(|known| known.key == entry.key)
}

/// The codes that words or digits mean, the best first.
pub(super) fn search(text: &str, limit: usize) -> Vec<&'static Line> {
    let digits: String = text.chars().filter_map(crate::money::western_digit).collect();
    let is_code = text.chars().all(|c| crate::money::western_digit(c).is_some() || matches!(c, '.' | ' '));
    if is_code && digits.len() >= 2 {
        let begins = |line: &&Line| line.is_code() && line.code.starts_with(&digits);
        return lines().iter().filter(begins).take(limit).collect();
    }
    let mut stemmer = Stemmer::new();
    let mut scores: HashMap<usize, f32> = HashMap::new();
    for language in Language::ALL {
        for (place, score) in in_language(&mut stemmer, language, text) {
            let best = scores.entry(place).or_default();
            *best = best.max(score);
        }
    }
    let mut found: Vec<(usize, f32)> = scores.into_iter().collect();
    // Equal ones by their code: six digits before the eight under them.
    found.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    found.into_iter().take(limit).map(|(place, _)| &lines()[place]).collect()
}

/// The sum over the words of the best way in which a line answers each, as the words of one language.
fn in_language(stemmer: &mut Stemmer, language: Language, text: &str) -> HashMap<usize, f32> {
    let words = stemmer.stems(language, text);
    let mut sums: HashMap<usize, f32> = HashMap::new();
    let mut at = 0;
    while at < words.len() {
        let mut scores = HashMap::new();
        // The longest label that begins here counts as one word.
        let longest = (1..=LONGEST_LABEL.min(words.len() - at)).rev().find_map(|length| {
            let key = (language, words[at..at + length].join(" "));
            LABELS.get(&key).map(|entries| (length, entries))
        });
        let (length, entries) = longest.map_or((1, &[][..]), |(length, entries)| (length, entries));
        for word in &words[at..at + length] {
            INDEX.raise(&mut scores, &(language, word.clone()), 1.0 / length as f32);
        }
        for entry in entries {
            names(stemmer, entry, SAME_THING, &mut scores);
            usual_headings(entry, &mut scores);
            for broader in broader_than(entry) {
                names(stemmer, broader, BROADER, &mut scores);
            }
        }
        for (place, score) in scores {
            *sums.entry(place).or_default() += score;
        }
        at += length;
    }
    sums
}

fn broader_than(entry: &Entry) -> impl Iterator<Item = &'static Entry> {
    let known = |key: &String| Lexicon::shipped_entries().iter().find(|other| other.key == *key);
    entry.broader.iter().filter_map(known)
}

/// Raises the lines under the headings of a thing, or of the nearest broader one for which some are written down.
fn usual_headings(entry: &Entry, scores: &mut HashMap<usize, f32>) {
    let Some(headings) = HEADINGS.get(entry.key.as_str()) else {
        // The lexicon has no circles; nothing is more than a few steps from what is broadest.
        return broader_than(entry).for_each(|broader| usual_headings(broader, scores));
    };
    for (place, line) in lines().iter().enumerate().filter(|(_, line)| line.is_code()) {
        if let Some(rank) = headings.iter().position(|heading| line.code.starts_with(heading)) {
            // The first one is the likeliest.
            *scores.entry(place).or_default() += USUAL_HEADING / (1.0 + rank as f32 / 4.0);
        }
    }
}

/// Asks for what customs may call a thing.
fn names(stemmer: &mut Stemmer, entry: &Entry, weight: f32, scores: &mut HashMap<usize, f32>) {
    for language in SPOKEN {
        for name in entry.labels.of(language).iter().take(NAMES) {
            let words = stemmer.stems(language, name);
            // A line must have all words of a name: half of one may be anything.
            let mut together: HashMap<usize, (usize, f32)> = HashMap::new();
            let count = words.len();
            for word in words {
                let mut of_word = HashMap::new();
                INDEX.raise(&mut of_word, &(language, word), weight / count as f32);
                for (place, score) in of_word {
                    let known = together.entry(place).or_default();
                    *known = (known.0 + 1, known.1 + score);
                }
            }
            for (place, (_, score)) in together.into_iter().filter(|(_, (found, _))| *found == count) {
                let best = scores.entry(place).or_default();
                *best = best.max(score);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first few headings of a usual answer.
    fn headings(text: &str) -> Vec<&'static str> {
        let mut headings: Vec<&str> = Vec::new();
        for line in search(text, 20) {
            if !headings.contains(&&line.code[..4]) {
                headings.push(&line.code[..4]);
            }
        }
        headings.truncate(4);
        headings
    }

    #[test]
    fn makers_words_lead_to_customs_words_in_every_language() {
        let mut missed = Vec::new();
        for (text, heading) in [
            ("porcelain tableware", "6911"),
            ("vaisselle en porcelaine", "6911"),
            ("zellige", "6907"),
            ("زليج", "6907"),
            ("tapis noué en laine", "5701"),
            ("wool carpet", "5701"),
            ("سجادة", "5701"),
            ("basket", "4602"),
            ("panier en osier", "4602"),
            ("leather handbag", "4202"),
            ("حقيبة يد جلد", "4202"),
            ("silver jewellery", "7113"),
            ("copper tray", "7418"),
        ] {
            if !headings(text).contains(&heading) {
                missed.push((text, headings(text)));
            }
        }
        assert!(missed.is_empty(), "{missed:?}");
    }

    #[test]
    fn the_usual_headings_are_of_things_and_headings_that_there_are() {
        for (concept, headings) in HEADINGS.iter() {
            assert!(Lexicon::shipped_entries().iter().any(|entry| entry.key == *concept), "{concept}");
            for heading in headings {
                assert!(lines().iter().any(|line| line.code.starts_with(heading)), "{concept}: {heading}");
            }
        }
    }

    #[test]
    fn digits_lead_to_the_codes_that_begin_so() {
        assert!(search("6911.10", 50).iter().all(|line| line.code.starts_with("691110")));
        assert!(!search("٦٩١١", 50).is_empty());
    }

    #[test]
    fn what_nobody_knows_is_no_code() {
        assert!(search("quorblique", 5).is_empty());
        assert!(search("", 5).is_empty());
    }
}
