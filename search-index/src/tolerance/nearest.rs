//! The nearest word of one dictionary, found once for each word that is asked for: a walk through a large dictionary takes
//! as long as a search, and the same mistake is asked about again and again, by every demand that holds it.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::sync::{PoisonError, RwLock};

use rustc_hash::FxHashMap;

use super::near::Near;

/// A word that may be misspelt, and how far off the right one may be.
pub(crate) struct Beside<'a> {
    word: &'a str,
    edits: u8,
    first: char,
    /// Only built where some dictionary has not been asked before.
    near: OnceCell<Near>,
}

impl<'a> Beside<'a> {
    /// At most so many edits away; one or two.
    pub fn new(word: &'a str, edits: u8) -> Self {
        Self { word, edits, first: word.chars().next().unwrap_or_default(), near: OnceCell::new() }
    }

    /// Two edits that change the first letter too make another word; so only words of that letter are gone through.
    pub fn near(&self) -> &Near {
        self.near.get_or_init(|| match self.edits {
            1 => Near::to(self.word, 1),
            edits => Near::to(self.word, edits).with_beginning(self.first),
        })
    }
}

/// Smaller is nearer: fewer edits first, then labels of the lexicon, then the same first letter, then the more frequent.
type Rank = (u8, bool, bool, Reverse<u64>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Nearest {
    rank: Rank,
    pub word: Box<str>,
}

impl Nearest {
    /// How many edits it is away; 0 where it is the word itself.
    pub fn edits(&self) -> u8 {
        self.rank.0
    }

    /// The nearer one; of equals the one that was known before.
    pub fn of_two(known: Option<Self>, other: Option<Self>) -> Option<Self> {
        match (known, other) {
            (Some(known), Some(other)) if other.rank < known.rank => Some(other),
            (known, other) => known.or(other),
        }
    }
}

/// Where a dictionary offers its words that are near.
pub(crate) struct Offers<'a> {
    beside: &'a Beside<'a>,
    of_lexicon: bool,
    best: Option<Nearest>,
}

impl Offers<'_> {
    pub fn offer(&mut self, word: &str, frequency: u64) {
        let Some(edits) = self.beside.near().distance(word.as_bytes()) else { return };
        let rank = (edits, !self.of_lexicon, !word.starts_with(self.beside.first), Reverse(frequency));
        if self.best.as_ref().is_none_or(|best| rank < best.rank) {
            self.best = Some(Nearest { rank, word: word.into() });
        }
    }
}

/// So many answers are kept of a dictionary, some hundred bytes each; then it begins anew.
const MOST: usize = 4_096;

/// What a dictionary that does not change has answered before.
#[derive(Default)]
pub(crate) struct Remembered(RwLock<FxHashMap<Asked, Option<Nearest>>>);

/// A word, and how many edits away.
type Asked = (Box<str>, u8);

impl Remembered {
    /// The nearest word of a dictionary of the lexicon or of the index, whose words `ask` offers if it is asked.
    pub fn nearest<E>(
        &self,
        beside: &Beside<'_>,
        of_lexicon: bool,
        ask: impl FnOnce(&Near, &mut Offers<'_>) -> Result<(), E>,
    ) -> Result<Option<Nearest>, E> {
        let asked: Asked = (beside.word.into(), beside.edits);
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&asked) {
            return Ok(known.clone());
        }
        let mut offers = Offers { beside, of_lexicon, best: None };
        ask(beside.near(), &mut offers)?;
        let mut remembered = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if remembered.len() >= MOST {
            remembered.clear();
        }
        remembered.insert(asked, offers.best.clone());
        Ok(offers.best)
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn ask(answered: &Remembered, word: &str, words: &[(&str, u64)]) -> Option<(String, u8)> {
        let beside = Beside::new(word, 1);
        let found = answered.nearest(&beside, false, |_, offers| {
            words.iter().for_each(|(word, frequency)| offers.offer(word, *frequency));
            Ok::<_, Infallible>(())
        });
        found.unwrap().map(|found| (found.word.to_string(), found.edits()))
    }

    #[test]
    fn the_same_first_letter_comes_before_the_more_frequent() {
        let words = [("cowl", 90), ("bow", 3), ("bowls", 7), ("bawl", 7), ("lantern", 99)];
        assert_eq!(ask(&Remembered::default(), "bowl", &words), Some(("bowls".into(), 1)));
        assert_eq!(
            ask(&Remembered::default(), "bowl", &[("cowl", 90), ("bowl", 1)]),
            Some(("bowl".into(), 0))
        );
        assert_eq!(ask(&Remembered::default(), "bowl", &[("lantern", 99)]), None);
    }

    #[test]
    fn a_dictionary_is_asked_once_for_a_word() {
        let answered = Remembered::default();
        let first = ask(&answered, "bowll", &[("bowl", 1)]);
        assert_eq!(ask(&answered, "bowll", &[]), first, "it does not change");
        assert_eq!(ask(&answered, "bwol", &[]), None);
        assert_eq!(ask(&answered, "bwol", &[("bowl", 1)]), None, "that there is none is known too");
    }

    #[test]
    fn no_more_is_kept_than_there_is_room_for() {
        let answered = Remembered::default();
        for number in 0..=MOST {
            ask(&answered, &format!("word{number}"), &[]);
        }
        assert_eq!(answered.0.read().unwrap().len(), 1);
    }

    #[test]
    fn a_label_comes_before_words_as_near() {
        let nearest = |of_lexicon: bool, word: &str, frequency: u64| {
            let (beside, answered) = (Beside::new("bowl", 1), Remembered::default());
            let offered = |_: &Near, offers: &mut Offers<'_>| {
                offers.offer(word, frequency);
                Ok::<_, Infallible>(())
            };
            answered.nearest(&beside, of_lexicon, offered).unwrap()
        };
        let (label, word, itself) =
            (nearest(true, "cowl", 0), nearest(false, "bowls", 9), nearest(false, "bowl", 1));
        assert_eq!(Nearest::of_two(label.clone(), word.clone()), label);
        assert_eq!(Nearest::of_two(word, label.clone()), label);
        assert_eq!(Nearest::of_two(label, itself.clone()), itself);
        assert_eq!(Nearest::of_two(None, itself.clone()), itself);
    }
}
