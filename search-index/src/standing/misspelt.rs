//! Words that may be each other misspelt, found by what is left of both when letters are taken out: two words one edit
//! apart become the same by taking at most one letter out of each, words two edits apart by taking two.

use tantivy::schema::Field;

use super::terms;
use crate::ranking;

/// Of longer words too many parts would be left.
const LONGEST: usize = 20;

/// What is left of a word that a demand has and no label holds.
pub(super) fn left_of_unknown(word: &str, plain: Field, take: impl FnMut(u64)) {
    let letters = word.chars().count();
    if letters <= LONGEST {
        left(word, ranking::edits(letters), plain, take);
    }
}

/// What is left of a word of a document, which may be the right spelling of a word that is up to two letters longer.
pub(super) fn left_of_known(word: &str, plain: Field, take: impl FnMut(u64)) {
    let letters = word.chars().count();
    if letters <= LONGEST + 2 {
        left(word, ranking::edits(letters + 2).max(ranking::edits(letters + 1)), plain, take);
    }
}

fn left(word: &str, edits: u8, plain: Field, mut take: impl FnMut(u64)) {
    if edits == 0 {
        return;
    }
    let mut number = |rest: &str| take(terms::number(plain, rest));
    number(word);
    for (rest, at) in without_a_letter(word, 0) {
        number(&rest);
        if edits > 1 {
            without_a_letter(&rest, at).for_each(|(rest, _)| number(&rest));
        }
    }
}

/// The word without each of its letters from a place on, with that place.
fn without_a_letter(word: &str, from: usize) -> impl Iterator<Item = (String, usize)> {
    word.char_indices()
        .filter(move |(at, _)| *at >= from)
        .map(|(at, letter)| (format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]), at))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn meet(unknown: &str, known: &str) -> bool {
        let field = Field::from_field_id(0);
        let (mut one, mut other) = (HashSet::new(), HashSet::new());
        left_of_unknown(unknown, field, |number| {
            one.insert(number);
        });
        left_of_known(known, field, |number| {
            other.insert(number);
        });
        !one.is_disjoint(&other)
    }

    #[test]
    fn misspelt_words_meet_the_right_ones() {
        for (unknown, known) in [
            ("bowll", "bowl"),
            ("bwol", "bowl"),
            ("boul", "bowl"),
            ("bowl", "bow"),
            ("boutruos", "boutros"),
            ("kairuoanaise", "kairouanaise"),
            ("marrakehsi", "marrakchi"),
            ("زليحج", "زليج"),
        ] {
            assert!(meet(unknown, known), "{unknown} {known}");
        }
    }

    #[test]
    fn short_and_other_words_stay_apart() {
        for (unknown, known) in [("fez", "fes"), ("bowl", "bread"), ("lantern", "kettle")] {
            assert!(!meet(unknown, known), "{unknown} {known}");
        }
    }
}
