//! The whole house in one archive, from either database into either, taken and put back while the house serves.
//!
//! ```text
//! tables/events.jsonl …   one line per row, every table after those that it refers to
//! files/ab/abcdef….jpg …  pictures and documents under the keys that rows know them by
//! manifest.json           last, so that an archive without it is seen to be cut off
//! ```
//!
//! All rows are read in one snapshot. Files are copied after it, which is consistent because a file never changes under
//! its name and is kept before the row that remembers it is written.

mod archive;
mod manifest;
mod restore;
mod take;

pub use manifest::Manifest;
pub use restore::{check, restore};
pub use take::take;

/// What takes long, and how far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Rows read or written.
    Rows { done: u64, of: u64 },
    /// Bytes of the archive looked through.
    Checked { done: u64, of: u64 },
    /// Files copied.
    Files { done: u64, of: u64 },
}

/// What the long commands tell while they work.
pub type Told<'a> = &'a dyn Fn(Step);
