//! From when until when something holds, packed so that an index can check it document by document.

use std::ops::RangeInclusive;

use tantivy::columnar::Column;

use crate::fingerprint::Fingerprint;

/// Something that holds for a while: a certificate, or exclusivity in a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What holds: the scheme of a certificate, the code of a country.
    pub name: String,
    /// Days since 1970, the first and the last on which it holds.
    pub days: RangeInclusive<u32>,
}

/// Days beyond this, in the year 47,900, are for ever.
const LAST_DAY: u64 = 0xff_ffff;

/// The name's number, the first and the last day: 16 and twice 24 bits.
pub(crate) fn pack(term: &Term) -> u64 {
    let day = |day: u32| u64::from(day).min(LAST_DAY);
    (number(&term.name) << 48) | (day(*term.days.start()) << 24) | day(*term.days.end())
}

/// Names of countries and schemes are few: sixteen bits of a hash keep them apart.
fn number(name: &str) -> u64 {
    Fingerprint::of(name.as_bytes()) >> 48
}

fn is_on(packed: u64, name: u64, day: u64) -> bool {
    packed >> 48 == name && ((packed >> 24) & LAST_DAY..=packed & LAST_DAY).contains(&day)
}

/// What must hold, or must not hold, on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDay {
    pub name: String,
    /// Days since 1970.
    pub day: u32,
}

impl OnDay {
    /// Whether one of a document's terms has this name and holds on the day.
    pub(crate) fn holds(&self, column: &Column<u64>, document: u32) -> bool {
        let (name, day) = (number(&self.name), u64::from(self.day));
        column.values_for_doc(document).any(|packed| is_on(packed, name, day))
    }

    /// The same of terms that are in no index.
    pub(crate) fn holds_in(&self, terms: &[Term]) -> bool {
        let (name, day) = (number(&self.name), u64::from(self.day));
        terms.iter().any(|term| is_on(pack(term), name, day))
    }
}
