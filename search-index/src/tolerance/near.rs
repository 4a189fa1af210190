//! Words that are so many edits away from another one.

use std::sync::LazyLock;

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use tantivy_fst::Automaton;

/// An exchange of two neighbours is one edit.
static BUILDERS: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [1, 2].map(|edits| LevenshteinAutomatonBuilder::new(edits, true)));

/// An automaton of words near another one, as tantivy's dictionaries ask for it.
pub(crate) struct Near {
    words: DFA,
    /// What each word must begin with: without it, nearly the whole of a dictionary is two edits away for a while.
    beginning: Vec<u8>,
}

impl Automaton for &Near {
    /// Of the automaton, and how many letters were read.
    type State = (u32, usize);

    fn start(&self) -> Self::State {
        (self.words.initial_state(), 0)
    }

    fn is_match(&self, (state, read): &Self::State) -> bool {
        *read >= self.beginning.len() && matches!(self.words.distance(*state), Distance::Exact(_))
    }

    fn can_match(&self, (state, _): &Self::State) -> bool {
        *state != SINK_STATE
    }

    fn accept(&self, (state, read): &Self::State, byte: u8) -> Self::State {
        match self.beginning.get(*read) {
            Some(wanted) if *wanted != byte => (SINK_STATE, read + 1),
            _ => (self.words.transition(*state, byte), read + 1),
        }
    }
}

impl Near {
    /// Words at most so many edits away; one or two.
    pub fn to(word: &str, edits: u8) -> Self {
        Self::of(BUILDERS[usize::from(edits.clamp(1, 2)) - 1].build_dfa(word))
    }

    /// Words that begin like that.
    pub fn to_beginning(word: &str, edits: u8) -> Self {
        Self::of(BUILDERS[usize::from(edits.clamp(1, 2)) - 1].build_prefix_dfa(word))
    }

    fn of(words: DFA) -> Self {
        Self { words, beginning: Vec::new() }
    }

    /// Only those of them that begin with this letter.
    pub fn with_beginning(mut self, letter: char) -> Self {
        self.beginning = letter.encode_utf8(&mut [0; 4]).as_bytes().to_vec();
        self
    }

    pub fn distance(&self, word: &[u8]) -> Option<u8> {
        match self.words.eval(word) {
            Distance::Exact(edits) => Some(edits),
            Distance::AtLeast(_) => None,
        }
    }
}
