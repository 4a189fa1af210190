//! Every weight that decides what comes first, and why it is what it is.

/// How often a title's words count in the catch-all field. Repeating them weighs the title inside one BM25 sum
/// (as BM25F does), where a second field would bring a second idf and rank worse.
pub(crate) const TITLE_OCCURRENCES: usize = 2;

/// How often the words of names and labels count.
pub(crate) const KEYWORD_OCCURRENCES: usize = 1;

/// What the readings of a query in other languages than the best one add. Small: a trilingual document says the
/// same thing three times, and is not three times as relevant.
pub(crate) const OTHER_READINGS: f32 = 0.05;

/// What matching consonants count against matching words.
pub(crate) const SKELETON: f32 = 0.15;

/// What matching consonants count for a word that no document holds as it is spelled.
pub(crate) const SKELETON_OF_UNKNOWN: f32 = 0.6;

/// Queries with more words are sentences: the words carry them, skeletons would only add noise and work.
pub(crate) const SKELETON_MOST_WORDS: usize = 6;

/// The reading in the language that the query shows, or else that its reader uses, counts slightly more.
pub(crate) const FAVOURITE_LANGUAGE: f32 = 1.05;
