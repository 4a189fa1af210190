//! What can go wrong, in words that an operator understands.

use std::path::PathBuf;

use tantivy::TantivyError;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody else holds the exclusive lock.
    #[error("another process is writing to the search index in {}", .0.display())]
    Locked(PathBuf),
    /// A rebuilt index has taken the place of this one: open the index again.
    #[error("the search index was rebuilt meanwhile and must be opened again")]
    Superseded,
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
