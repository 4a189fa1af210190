//! What a misspelt word probably is: a label of the lexicon or a word of the index, one or two edits away. Only asked
//! where nothing is spelled like it.

mod near;
mod nearest;

pub(crate) use self::near::Near;
pub(crate) use self::nearest::{Beside, Nearest, Remembered};
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

/// The nearest known word, if there is one.
fn correct(
    unit: &Unit,
    lexicon: &Lexicon,
    indexed: Option<(&Snapshot, &Fields)>,
) -> Result<Option<Correction>> {
    let word = &*unit.folded;
    let most = ranking::edits(word.chars().count());
    if most == 0 || script_of(word) == Script::Number || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    for edits in 1..=most {
        let beside = Beside::new(word, edits);
        let mut best = lexicon.nearest(&beside);
        if let Some((snapshot, fields)) = indexed {
            for segment in &snapshot.segments {
                best = Nearest::of_two(best, segment.nearest(fields, &beside)?);
            }
        }
        if let Some(best) = best {
            // A word that the lexicon knows as it is spelled needs no correction, though no document holds it.
            let word = (best.edits() > 0).then(|| lexicon.as_written(&best.word).to_owned());
            return Ok(word.map(|word| Correction { range: unit.range.clone(), word }));
        }
    }
    Ok(None)
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
