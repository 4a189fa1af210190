//! Any file as a lexicon, and any entries: building it ends, its relations hold, and a label is recognised in its own
//! words. What is not TOML is read as entries, one a line: `key|class|en|fr|ar|also|broader|near`, each a list
//! parted by commas.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use search_index::analyzer::Analyzer;
use search_index::lexicon::{Analyzers, Class, Coverage, Entry, Labels, Lexicon};
use search_index::{Language, fuzzing};

/// A label is recognised by so many words; further ones are cut.
const LONGEST_LABEL: usize = 6;

fuzz_target!(|data: &[u8]| {
    let input = String::from_utf8_lossy(data);
    let entries = fuzzing::entries(&input).unwrap_or_else(|| input.lines().take(64).map(entry).collect());
    let lexicon = Arc::new(Lexicon::of(entries.clone()));
    assert_eq!(lexicon.version(), Lexicon::of(entries).version());
    for (id, concept) in lexicon.concepts() {
        assert!(!concept.ancestors.contains(&id), "{} is broader than itself", concept.key);
        for near in concept.near.iter().filter(|near| **near != id) {
            assert!(lexicon.concept(*near).near.contains(&id), "{} is near in one direction", concept.key);
        }
        for language in Language::ALL {
            for label in concept.labels.of(language) {
                let [longest, _] = fuzzing::concepts(label, language, &lexicon);
                if is_recognisable(label, language) {
                    let found = longest.iter().any(|(_, concepts)| concepts.contains(&id));
                    assert!(found, "{label:?} does not name {} in {language:?}", concept.key);
                }
            }
        }
    }
    let mut coverage = Coverage::default();
    let mut analyzers = Analyzers::new(&lexicon);
    for language in [None, Some(Language::Arabic), Some(Language::French), Some(Language::English)] {
        coverage.read(&input, language, &lexicon, &mut analyzers);
    }
    assert!(coverage.known <= coverage.words);
    let unknown: u64 = coverage.unknown().iter().map(|word| word.count).sum();
    assert_eq!(coverage.known + unknown, coverage.words);
});

fn entry(line: &str) -> Entry {
    let mut parts = line.split('|');
    let key = parts.next().unwrap_or_default().to_owned();
    let class = parts.next().and_then(Class::parse).unwrap_or(Class::Object);
    let mut list = || -> Vec<String> {
        let words = parts.next().unwrap_or_default().split(',').map(str::trim);
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let labels = Labels { en: list(), fr: list(), ar: list(), also: list() };
    Entry { key, class, labels, broader: list(), near: list(), withdrawn: false }
}

/// Whether a label has words that say something, and not more than are compared.
fn is_recognisable(label: &str, language: Language) -> bool {
    let mut telling = 0;
    Analyzer::new(language).each(label, |word, _| {
        telling += usize::from(!word.stop);
    });
    (1..=LONGEST_LABEL).contains(&telling)
}
