//! Addresses of products and collections: the title first, then with the maker, then with a mark of its own.
//!
//! Never more than a few questions to the database, however many things bear the same title: an import may bring
//! thousands.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::store;
use crate::accounts::slug_for;
use crate::db::DbConnection;
use crate::error::Result;
use crate::locale::{Language, Wording};

/// Which table an address must be free in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shelf {
    Products,
    Collections,
}

/// A free address for a title. `mark` is what tells this thing from its namesakes of the same maker.
pub(super) fn free(
    conn: &mut DbConnection,
    shelf: Shelf,
    title: &Wording,
    maker: &str,
    mark: &str,
) -> Result<String> {
    let plain = from_title(title);
    let with_maker = format!("{plain}-{maker}");
    for wished in [&plain, &with_maker] {
        if !plain.is_empty() && !store::is_slug_taken(conn, shelf, wished)? {
            return Ok(wished.clone());
        }
    }
    let base = if plain.is_empty() { maker } else { &plain };
    let mut attempt = 0;
    loop {
        let hash = Sha256::digest(format!("{maker} {mark} {attempt}"));
        let slug = format!("{base}-{}", HEXLOWER.encode(&hash[..4]));
        if !store::is_slug_taken(conn, shelf, &slug)? {
            return Ok(slug);
        }
        attempt += 1;
    }
}

/// Latin titles make the more readable addresses.
pub(super) fn from_title(title: &Wording) -> String {
    let readable =
        [Language::En, Language::Fr, Language::Ar].into_iter().find_map(|language| title.get(language));
    // A page that makes a new one lives at `new`.
    readable.map(slug_for).filter(|slug| slug != "x" && slug != "new").unwrap_or_default()
}

/// Was this address made from this title? Then it may follow when the title of a draft changes.
pub(super) fn fits(slug: &str, title: &Wording) -> bool {
    let plain = from_title(title);
    !plain.is_empty()
        && slug.strip_prefix(plain.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_follows_its_title() {
        let title = Wording::in_language(Language::Fr, "Bol bleu");
        assert_eq!(from_title(&title), "bol-bleu");
        assert!(fits("bol-bleu", &title) && fits("bol-bleu-atelier", &title));
        assert!(!fits("bol-bleuet", &title) && !fits("atelier-1", &Wording::default()));
    }
}
