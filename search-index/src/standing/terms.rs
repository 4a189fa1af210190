//! The number that stands for a term of a field: shorter than the term, and quicker to look up.

use tantivy::schema::Field;

use crate::fingerprint::Fingerprint;

/// Sixty-four bits keep all terms apart.
pub(super) fn number(field: Field, term: &str) -> u64 {
    Fingerprint::new().part(&field.field_id().to_le_bytes()).part(term.as_bytes()).finish()
}
