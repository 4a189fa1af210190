//! Every weight that decides what comes first, and why it is what it is.
//!
//! A query is a row of units, one for each word that says something. A document's score is the sum over the units of the
//! best way in which it answers each (its own word, a concept, consonants, a corrected spelling), times what it is
//! worth that so many of the units, and the binding ones, were answered.

use tantivy::fieldnorm::FieldNormReader;

use crate::analyzer::words::LONGEST_WORD;

/// How fast more occurrences of a word stop counting, and how much a long text is held against it: the usual BM25.
pub(crate) const K1: f32 = 1.2;
pub(crate) const B: f32 = 0.75;

/// What a length of a text, by the number that tantivy keeps for it, adds below the line of BM25.
pub(crate) fn norm(length_id: u8, average: f32) -> f32 {
    let length = FieldNormReader::id_to_fieldnorm(length_id) as f32;
    K1 * (1.0 - B + B * length / average.max(1.0))
}

/// How often a title's words count in the catch-all field. Repeating them weighs the title inside one BM25 sum
/// (as BM25F does), where a second field would bring a second idf and rank worse.
pub(crate) const TITLE_OCCURRENCES: usize = 2;

/// How often the words of names and labels count.
pub(crate) const KEYWORD_OCCURRENCES: usize = 1;

/// How strongly a document means a concept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// Not at all.
    #[default]
    None,
    /// A narrower one is mentioned.
    NarrowerMention,
    /// It is mentioned in a text.
    Mention,
    NarrowerKeyword,
    /// It is among the keywords.
    Keyword,
    NarrowerTitle,
    /// The title says it.
    Title,
    NarrowerHead,
    /// It is the thing that the title names.
    Head,
}

/// Times the concept's idf. A narrower concept answers a little less well than the one that was asked for.
const STRENGTHS: [f32; 9] = [0.0, 0.34, 0.38, 0.62, 0.68, 0.80, 0.88, 0.92, 1.0];

impl Strength {
    const ALL: [Self; 9] = [
        Self::None,
        Self::NarrowerMention,
        Self::Mention,
        Self::NarrowerKeyword,
        Self::Keyword,
        Self::NarrowerTitle,
        Self::Title,
        Self::NarrowerHead,
        Self::Head,
    ];

    /// What the broader concepts get of it.
    pub fn of_broader(self) -> Self {
        match self {
            Self::None => Self::None,
            Self::Mention | Self::NarrowerMention => Self::NarrowerMention,
            Self::Keyword | Self::NarrowerKeyword => Self::NarrowerKeyword,
            Self::Title | Self::NarrowerTitle => Self::NarrowerTitle,
            Self::Head | Self::NarrowerHead => Self::NarrowerHead,
        }
    }

    /// How often its term stands in the index, so that the frequency tells the strength.
    pub fn occurrences(self) -> usize {
        self as usize
    }

    /// The reverse of [`Strength::occurrences`].
    pub fn of_frequency(frequency: u32) -> Self {
        Self::ALL.get(frequency as usize).copied().unwrap_or(Self::Head)
    }

    /// Whether a document is about the concept, rather than mentioning it.
    pub fn binds(self) -> bool {
        self >= Self::NarrowerKeyword
    }

    pub fn weight(self) -> f32 {
        STRENGTHS[self as usize]
    }
}

/// A word in the language that the query shows, or that its reader uses, counts slightly more than one in another.
pub(crate) const FAVOURITE_LANGUAGE: f32 = 1.05;

/// What answering by concept counts against answering by the very word. A concept's strength is coarse where a word's
/// frequency and the length of its text are fine, so among documents that hold the word, the word decides.
pub(crate) const CONCEPT: f32 = 0.7;

/// What the part of a phrase counts where the whole phrase names a concept.
pub(crate) const NESTED_CONCEPT: f32 = 0.8;
/// What a broader concept in the document counts: tiles, when zellige was asked for.
pub(crate) const BROADER_CONCEPT: f32 = 0.25;
/// What a close substitute counts.
pub(crate) const NEAR_CONCEPT: f32 = 0.5;
/// Broader and near concepts only help where the one that was asked for has at most so many documents.
pub(crate) const RARE_CONCEPT: u64 = 50;

/// What a size in the same or another unit counts.
pub(crate) const QUANTITY: f32 = 1.5;

/// What matching consonants count, for a word that the index holds as it is spelled and for one that it does not.
pub(crate) const SKELETON: f32 = 0.15;
pub(crate) const SKELETON_OF_UNKNOWN: f32 = 0.6;
/// A word with more documents is found well enough by itself.
pub(crate) const SKELETON_RARE_WORD: u64 = 1_000;

/// Queries with more units are sentences: their words carry them, nothing in them is binding, no spelling is corrected.
pub(crate) const MOST_UNITS_OF_A_DEMAND: usize = 8;

/// The idf of a word that no document holds: it is as telling as a word can be.
pub(crate) fn idf(documents: u64, of: u64) -> f32 {
    let (of, all) = (documents as f32, of.max(documents) as f32);
    (1.0 + (all - of + 0.5) / (of + 0.5)).ln()
}

/// A match answers at least this share of a demand, each unit by its idf...
pub(crate) const LEAST_COVERAGE: f32 = 0.34;
/// ...or this share, where it is the thing that was asked for: then what is missing is about its attributes.
pub(crate) const LEAST_COVERAGE_OF_THE_THING: f32 = 0.15;
/// A document that is another thing, or from another place, is a match only where it answers all units.
pub(crate) const WHOLE: f32 = 0.99;

/// What is left of the score of a document that answers the share `covered` of a demand.
pub(crate) fn coverage(covered: f32) -> f32 {
    0.8 + 0.2 * covered
}

/// What is left where the binding part, the thing or the place, is not what the document is about.
pub(crate) const UNBOUND: f32 = 0.95;

/// What the best quality adds to a score, at most: it decides between equals.
pub(crate) const QUALITY: f32 = 0.02;

/// What the score of a document of this quality, of 1, is multiplied by.
pub(crate) fn quality(quality: f32) -> f32 {
    1.0 + QUALITY * quality
}

/// What the rarity of a word is worth, where it answers as well as any text could.
pub(crate) fn word(idf: f32) -> f32 {
    idf * (K1 + 1.0)
}

/// How many edits a spelling of so many letters may be away from a known word.
pub(crate) fn edits(letters: usize) -> u8 {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        8..LONGEST_WORD => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frequency_tells_the_strength() {
        for strength in Strength::ALL {
            assert_eq!(Strength::of_frequency(strength.occurrences() as u32), strength);
            assert!(strength.of_broader() <= strength);
        }
        assert_eq!(Strength::of_frequency(1000), Strength::Head);
    }

    #[test]
    fn what_is_only_mentioned_does_not_bind() {
        assert!(!Strength::Mention.binds() && !Strength::NarrowerMention.binds());
        assert!(Strength::NarrowerKeyword.binds() && Strength::Head.binds());
    }
}
