//! Finding the labels of the lexicon in a row of words.

use crate::analyzer::{Analyzer, Word, stop_words};
use crate::language::Language;
use crate::lexicon::{Class, ConceptId, Lexicon, Longest};

/// A concept found in a row of words.
#[derive(Clone, Debug)]
pub(crate) struct Spotted {
    /// Which of the words that were read.
    pub words: std::ops::Range<usize>,
    pub concepts: Vec<ConceptId>,
}

/// The labels in the text that an analyzer has just read: the longest at each place, none within another...
pub(crate) fn spot(analyzer: &Analyzer, lexicon: &Lexicon, language: Language) -> Vec<Spotted> {
    spot_all(analyzer, lexicon, language).0
}

/// ...and those within them: the box, and the mother of pearl, in a mother of pearl box.
pub(crate) fn spot_all(
    analyzer: &Analyzer,
    lexicon: &Lexicon,
    language: Language,
) -> (Vec<Spotted>, Vec<Spotted>) {
    let (mut longest, mut nested): (Vec<Spotted>, Vec<Spotted>) = Default::default();
    if analyzer.tokens().all(|(_, word)| word.symbol.is_none()) {
        return (longest, nested);
    }
    let table = lexicon.table(language);
    // A small word says something where a label has it.
    let says = |word: &Word| !word.stop || word.symbol.is_some() && !stop_words::is_light(&word.plain);
    let words = analyzer.tokens().map(|(_, word)| word);
    let said: Vec<(usize, &Word)> = words.enumerate().filter(|(_, word)| says(word)).collect();
    // Where the label that stands around a place ends, in places of `said`.
    let mut end = 0;
    for at in 0..said.len() {
        let found =
            |words: usize, concepts| Spotted { words: said[at].0..said[at + words - 1].0 + 1, concepts };
        let words = || said[at..].iter().map(|(_, word)| *word);
        let Some(Longest { words: length, concepts }) = table.longest(words()) else { continue };
        if at >= end {
            longest.push(found(length, concepts));
            end = at + length;
            // A phrase may begin with the word that it is about: the spoon in `cuillère d'olivier`.
            if let Some(Longest { words: shorter, concepts }) = table.longest(words().take(length - 1)) {
                nested.push(found(shorter, concepts));
            }
        } else if at + length <= end {
            nested.push(found(length, concepts));
        }
    }
    (longest, nested)
}

/// What a document says besides, within the labels of things and techniques: of what they are and where they come from. Within the label
/// of a material there is nothing to find: mother of pearl holds no pearl.
pub(crate) fn attributes(longest: &[Spotted], nested: Vec<Spotted>, lexicon: &Lexicon) -> Vec<Spotted> {
    let class = |id: &ConceptId| lexicon.concept(*id).class;
    let inside_a_thing = |inner: &Spotted| {
        let outer = longest
            .iter()
            .find(|outer| outer.words.start <= inner.words.start && inner.words.end <= outer.words.end);
        outer.is_some_and(|outer| {
            outer.concepts.iter().any(|id| matches!(class(id), Class::Object | Class::Technique))
        })
    };
    let attribute = |mut inner: Spotted| {
        inner.concepts.retain(|id| class(id) != Class::Object);
        (!inner.concepts.is_empty() && inside_a_thing(&inner)).then_some(inner)
    };
    nested.into_iter().filter_map(attribute).collect()
}
