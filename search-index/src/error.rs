//! What can go wrong, in words that an operator understands.

use std::path::PathBuf;

use tantivy::TantivyError;

use crate::identity::Reason;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody else holds the exclusive lock.
    #[error("another process is writing to the search index in {}", .0.display())]
    Locked(PathBuf),
    /// A rebuilt index has taken the place of this one: open the index again.
    #[error("the search index was rebuilt meanwhile and must be opened again")]
    Superseded,
    /// The index was built by another version of the program: it can be searched, and must be rebuilt to be written to.
    #[error(
        "the search index was built by another version ({0}) and must be rebuilt before it is written to"
    )]
    Outdated(Reason),
    /// The cursor is not one of ours, or belongs to another search.
    #[error("the cursor does not belong to this search")]
    Cursor,
    #[error("the search index cannot be read or written")]
    File(#[from] std::io::Error),
    #[error("the search index failed")]
    Engine(#[source] Box<TantivyError>),
}

impl From<TantivyError> for Error {
    fn from(error: TantivyError) -> Self {
        Self::Engine(Box::new(error))
    }
}
