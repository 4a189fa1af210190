//! What a misspelt word probably is: a label of the lexicon or a word of the index, one or two edits away. Only asked
//! where nothing is spelled like it.

use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder, SINK_STATE};
use std::sync::LazyLock;
use tantivy_fst::Automaton;

use crate::analyzer::words::{Script, script_of};
use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::parts::Part;
use crate::plan::Plan;
use crate::query::{Reading, Unit};
use crate::ranking;
use crate::schema::Fields;
use crate::snapshot::Snapshot;

/// A word that no document holds, and what was read instead.
struct Correction {
    /// Where the word stands in the query.
    range: std::ops::Range<usize>,
    /// What was read instead.
    word: String,
}

/// An exchange of two neighbours is one edit.
static BUILDERS: LazyLock<[LevenshteinAutomatonBuilder; 2]> =
    LazyLock::new(|| [1, 2].map(|edits| LevenshteinAutomatonBuilder::new(edits, true)));

/// At most so many words of the index are looked at.
const MOST_WORDS: usize = 2_000;

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

/// The nearest known word, if there is one: fewer edits first, then labels of the lexicon before other words, then the
/// same first letter, then the more frequent.
fn correct(
    unit: &Unit,
    lexicon: &Lexicon,
    indexed: Option<(&Snapshot, &Fields)>,
) -> Result<Option<Correction>> {
    let word = &*unit.folded;
    let edits = ranking::edits(word.chars().count());
    if edits == 0 || script_of(word) == Script::Number || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let first = word.chars().next().unwrap_or_default();
    let mut best: Option<((u8, bool, bool, u64), String)> = None;
    for edits in 1..=edits {
        // Two edits that change the first letter too make another word; so only words of that letter are gone through.
        let near = match edits {
            1 => Near::to(word, 1),
            _ => Near::to(word, edits).with_beginning(first),
        };
        let mut offer = |other: &str, known: bool, frequency: u64| {
            let Some(edits) = near.distance(other.as_bytes()) else { return };
            let rank = (edits, !known, !other.starts_with(first), u64::MAX - frequency);
            if best.as_ref().is_none_or(|(known, _)| rank < *known) {
                best = Some((rank, other.to_owned()));
            }
        };
        lexicon.words_near(&near, |label| offer(label, true, 0));
        let words = indexed.into_iter().flat_map(|(snapshot, fields)| {
            snapshot.segments.iter().filter_map(|segment| segment.postings(fields.plain))
        });
        for postings in words {
            let mut stream = postings.terms().search(&near).into_stream()?;
            let mut seen = 0;
            while seen < MOST_WORDS && stream.advance() {
                seen += 1;
                if let Ok(other) = std::str::from_utf8(stream.key()) {
                    offer(other, false, u64::from(stream.value().doc_freq));
                }
            }
        }
        if best.is_some() {
            break;
        }
    }
    // A word that the lexicon knows as it is spelled needs no correction, though no document holds it.
    Ok(best.filter(|((edits, ..), _)| *edits > 0).map(|(_, word)| Correction {
        range: unit.range.clone(),
        word: lexicon.as_written(&word).to_owned(),
    }))
}

/// The text with its unknown words corrected, if any can be.
pub(crate) fn corrected<P>(
    text: &str,
    reading: &Reading,
    plan: &Plan<P>,
    lexicon: &Lexicon,
    snapshot: &Snapshot,
    fields: &Fields,
) -> Result<Option<String>> {
    let unknown = plan.unknown.iter().map(|place| &reading.units[*place]);
    with_corrections(text, reading, unknown, |unit| correct(unit, lexicon, Some((snapshot, fields))))
}

/// The text as it may be read once an index is asked: each word that no label holds is taken for the nearest one that
/// some label does.
pub(crate) fn corrected_by_labels(
    text: &str,
    reading: &Reading,
    lexicon: &Lexicon,
) -> Result<Option<String>> {
    let unknown = reading.units.iter().filter(|unit| !lexicon.spells(&unit.folded));
    with_corrections(text, reading, unknown, |unit| correct(unit, lexicon, None))
}

/// Only a demand is corrected; `unknown` are the units to be corrected, in the order of the text.
fn with_corrections<'a>(
    text: &str,
    reading: &Reading,
    unknown: impl DoubleEndedIterator<Item = &'a Unit>,
    correct: impl Fn(&Unit) -> Result<Option<Correction>>,
) -> Result<Option<String>> {
    if !reading.is_demand() || Part::Spelling.is_left_out() {
        return Ok(None);
    }
    let mut corrected = None;
    // From the end, so that the places before stay what they are.
    for unit in unknown.rev() {
        if let Some(correction) = correct(unit)? {
            corrected
                .get_or_insert_with(|| text.to_owned())
                .replace_range(correction.range, &correction.word);
        }
    }
    Ok(corrected)
}
