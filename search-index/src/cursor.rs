//! Where a page ended, as an opaque word: the next page starts after it, whatever was added or removed meanwhile.

use std::fmt;

use crate::error::{Error, Result};
use crate::fingerprint::Fingerprint;
use crate::search::Search;

/// An opaque place in the results of one search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Of the search that it was made by.
    search: u64,
    place: Place,
}

/// A document's place in an order. Greater comes first; no two documents share one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub value: u64,
    pub tie: u64,
}

const VERSION: u8 = 1;
const BYTES: usize = 25;

impl Cursor {
    pub(crate) fn new(search: &Search, place: Place) -> Self {
        Self { search: fingerprint(search), place }
    }

    /// Reads what [`Cursor`]'s `Display` wrote. Whether it belongs to a search is checked when it is used.
    pub fn parse(word: &str) -> Result<Self> {
        let bytes = bytes_of(word).ok_or(Error::Cursor)?;
        if bytes[0] != VERSION {
            return Err(Error::Cursor);
        }
        let number = |at: usize| {
            let mut part = [0; 8];
            part.copy_from_slice(&bytes[at..at + 8]);
            u64::from_be_bytes(part)
        };
        Ok(Self { search: number(1), place: Place { value: number(9), tie: number(17) } })
    }

    /// The place, if the cursor was made by the same search.
    pub(crate) fn place_in(&self, search: &Search) -> Result<Place> {
        if self.search == fingerprint(search) { Ok(self.place) } else { Err(Error::Cursor) }
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{VERSION:02x}{:016x}{:016x}{:016x}", self.search, self.place.value, self.place.tie)
    }
}

fn bytes_of(word: &str) -> Option<[u8; BYTES]> {
    if word.len() != BYTES * 2 || !word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; BYTES];
    for (byte, pair) in bytes.iter_mut().zip(word.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

/// Of everything that decides which documents come in which order; rates change daily and may do so between pages.
fn fingerprint(search: &Search) -> u64 {
    let order: &[u8] = match search.order() {
        crate::Sort::Relevance => b"relevance",
        crate::Sort::Newest => b"newest",
        crate::Sort::PriceAscending { .. } => b"price",
        crate::Sort::PriceDescending { .. } => b"-price",
        crate::Sort::LeadTime => b"lead_time",
    };
    let language = search.language.map_or("", |language| language.code());
    Fingerprint::new()
        .part(search.text.as_bytes())
        .part(language.as_bytes())
        .part(order)
        .part(format!("{:?}", search.filters).as_bytes())
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cursor_of_another_search_is_refused() {
        let place = Place { value: 7, tie: 9 };
        let cursor = Cursor::new(&Search::of("bowl"), place);
        assert_eq!(cursor.place_in(&Search::of("bowl")).expect("the same search"), place);
        assert!(matches!(cursor.place_in(&Search::of("vase")), Err(Error::Cursor)));
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(value: u64, tie: u64, text in ".{0,20}") {
            let cursor = Cursor::new(&Search::of(text), Place { value, tie });
            prop_assert_eq!(Cursor::parse(&cursor.to_string()).expect("our own cursor"), cursor);
        }

        #[test]
        fn no_word_panics(word in "(\\PC{0,60})|([0-9a-f]{48,52})") {
            let _ = Cursor::parse(&word);
        }
    }
}
