//! Doors to the inside for the targets in `fuzz/`. No other build has them but the tests, which see to it that they stay
//! in step.

use std::ops::Range;
use std::sync::Arc;

use crate::annotate::{Annotator, spot_all, with_spare};
use crate::document::Text;
use crate::highlight::{Highlight, Highlighter};
use crate::language::Language;
use crate::lexicon::{ConceptId, Entry, Lexicon, read_file};
use crate::query::Reading;
use crate::reasons::Reason;
use crate::stored;

/// The entries of one lexicon file.
pub fn entries(file: &str) -> Option<Vec<Entry>> {
    read_file(file).ok()
}

/// The concepts in a text with the words that name them: first the longest labels, then those within them.
pub fn concepts(
    text: &str,
    language: Language,
    lexicon: &Arc<Lexicon>,
) -> [Vec<(Range<usize>, Vec<ConceptId>)>; 2] {
    let mut annotator = Annotator::new(lexicon);
    let (longest, nested) = spot_all(annotator.read(text, language), lexicon, language);
    [longest, nested].map(|spotted| spotted.into_iter().map(|label| (label.words, label.concepts)).collect())
}

/// What a hit with these texts shows, without an index in between. `rare`: no other document holds the query's words.
pub fn highlights(
    query: &str,
    rare: bool,
    reader: Option<Language>,
    texts: &[Text],
) -> (Vec<Highlight>, Vec<Reason>) {
    let lexicon = Lexicon::shipped();
    with_spare(&lexicon, |annotator| {
        let reading = Reading::of(query, reader, &lexicon, annotator.analyzers());
        let unknown: Vec<usize> = if rare { (0..reading.units.len()).collect() } else { Vec::new() };
        let kept = annotator.terms(texts).texts;
        let kept = stored::read(&kept).expect("what was written can be read");
        Highlighter::new(&reading, &unknown, &lexicon, annotator, reader).highlights(&kept)
    })
}

/// Any row in the place of a stored document: how many words it holds.
pub fn stored_words(row: &str) -> Option<usize> {
    Some(
        stored::read(row)?
            .iter()
            .flat_map(|text| text.words())
            .flat_map(|(_, words)| words)
            .flatten()
            .count(),
    )
}
