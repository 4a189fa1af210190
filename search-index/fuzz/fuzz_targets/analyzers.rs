//! Any text, read in each language: words lie in it in order, cut at letters, and are fit to be terms of an index; and
//! what was read before changes nothing.
#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use search_index::Language;
use search_index::analyzer::{Analyzer, Word, quantities};
use search_index::language::recognise;
use unicode_normalization::char::is_combining_mark;

thread_local! {
    static EXPERIENCED: RefCell<[Analyzer; 3]> = RefCell::new(Language::ALL.map(Analyzer::new));
}

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    recognise(&text);
    for (place, language) in Language::ALL.into_iter().enumerate() {
        let mut fresh = Analyzer::new(language);
        let read = words(&mut fresh, &text);
        EXPERIENCED.with_borrow_mut(|experienced| assert_eq!(words(&mut experienced[place], &text), read));
        let mut end = 0;
        for (word, range) in &read {
            assert!(end <= range.start && range.start < range.end, "{range:?} after {end}");
            end = range.end;
            let written = text.get(range.clone()).expect("cut at letters");
            assert!(!written.starts_with(is_combining_mark), "{written:?} starts with a mark");
            assert!(!text[end..].starts_with(is_combining_mark), "{written:?} lost its mark");
            assert!(!word.stem.is_empty() && !word.folded.is_empty() && !word.plain.is_empty(), "{word:?}");
            for term in [&*word.stem, &*word.folded, word.skeleton()] {
                assert!(!term.contains(char::is_whitespace), "{word:?} would be several terms");
            }
        }
        for (number, _) in quantities::quantities(read.iter().map(|(word, _)| &*word.folded)) {
            assert!(number < read.len());
        }
    }
});

fn words(analyzer: &mut Analyzer, text: &str) -> Vec<(Word, std::ops::Range<usize>)> {
    let mut words = Vec::new();
    analyzer.each(text, |word, range| words.push((word.clone(), range)));
    words
}
