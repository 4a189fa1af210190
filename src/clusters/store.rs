//! All SQL about clusters, memberships and makers' profiles.

mod clusters;
mod makers;
mod memberships;

pub use clusters::*;
pub use makers::*;
pub use memberships::*;

/// A list of keys is kept as JSON; a key stands in it between quotation marks.
fn holds_key(key: &str) -> String {
    // Keys are checked against the vocabulary, but `like` must never meet a wildcard.
    let plain: String = key.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    format!("%\"{plain}\"%")
}
