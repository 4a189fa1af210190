//! What a plan is made for: the documents of a commit, or one document that is held against many demands.

use tantivy::schema::Field;

use crate::snapshot::Statistics;

/// Documents in which terms stand.
pub(crate) trait Corpus {
    /// Where a term stands in them.
    type Postings;

    fn statistics(&self) -> &Statistics;

    /// In how many documents a term stands, and where.
    fn look_up(&self, field: Field, term: &str) -> std::io::Result<(u64, Self::Postings)>;
}
