//! One pass over the documents that may answer: a window of documents at a time, list by list, so that the processor
//! reads each list in a row and keeps the sums near.

use std::ops::Range;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Result, TERMINATED};

use crate::parts::Part;
use crate::plan::{List, Plan, Scoring};
use crate::ranking::{self, Strength};
use crate::snapshot::{Norms, Snapshot};

/// Documents in a window: their sums fit into the nearest cache.
pub(crate) const WINDOW: usize = 2048;
/// Documents in a row of a window; there are as many rows as bits in their sets.
const ROW: usize = 64;
type Rows = u32;

/// Bits of what a document answers: its units, then the binding parts, then whether no object is known in it.
pub(crate) type Answered = u32;
/// Besides, while summing up: some list holds the document, be it a weak one.
const HELD: Answered = 1 << 31;

/// What each set of answered units is worth: worked out when it is first met, for there are many sets and few are.
pub(crate) struct Verdicts<'a> {
    plan: &'a Plan,
    /// By [`Answered`]; not a number where it was not met yet.
    factors: Vec<f32>,
}

impl<'a> Verdicts<'a> {
    pub fn of(plan: &'a Plan) -> Self {
        let sets = if plan.is_demand && !Part::Verdict.is_left_out() {
            1 << (plan.units.len() + plan.binding.len() + 1)
        } else {
            0
        };
        Self { plan, factors: vec![f32::NAN; sets] }
    }

    /// The factor of the score, 0 where it is no good match. A sentence is answered by whatever holds any of its words.
    #[inline(always)]
    pub fn factor(&mut self, answered: Answered) -> f32 {
        match self.factors.get(answered as usize) {
            Some(factor) if *factor >= 0.0 => *factor,
            Some(_) => self.meet(answered),
            None => 1.0,
        }
    }

    #[cold]
    fn meet(&mut self, answered: Answered) -> f32 {
        let factor = verdict(self.plan, answered);
        self.factors[answered as usize] = factor;
        factor
    }
}

/// The factor of the score of a document that answers so much of a demand; 0 where it is no good match.
pub(crate) fn verdict<P>(plan: &Plan<P>, answered: Answered) -> f32 {
    let units = plan.units.len();
    let all: f32 = plan.telling.iter().sum();
    let said = |unit: &usize| answered >> unit & 1 == 1;
    let covered: f32 = (0..units).filter(said).map(|unit| plan.telling[unit]).sum();
    let covered = if all > 0.0 { covered / all } else { 0.0 };
    let bound = is_bound(&plan.binding, units, answered);
    let least = match plan.asks_for_an_object {
        true if bound => ranking::LEAST_COVERAGE_OF_THE_THING,
        _ if bound => ranking::LEAST_COVERAGE,
        _ => ranking::WHOLE,
    };
    match covered >= least {
        true if bound => ranking::coverage(covered),
        true => ranking::coverage(covered) * ranking::UNBOUND,
        false => 0.0,
    }
}

/// Whether the binding parts of a demand of so many units are what the document is about.
pub(crate) fn is_bound(binding: &[Range<usize>], units: usize, answered: Answered) -> bool {
    let said = |bit: usize| answered >> bit & 1 == 1;
    let no_object = said(units + binding.len());
    binding.iter().enumerate().all(|(place, units_of_it)| {
        said(units + place) || no_object && place == 0 && units_of_it.clone().all(said)
    })
}

/// A list opened in one segment.
struct Cursor<'a> {
    postings: BlockSegmentPostings,
    at: usize,
    scoring: SegmentScoring<'a>,
    /// Whether and where what it holds counts as an answer.
    bit: Answered,
}

/// What a document in the list of a concept gets, by how often the term stands in it: a score, and what it answers.
type ByStrength = [(f32, Answered); 9];

enum SegmentScoring<'a> {
    Words { weight: f32, lengths: Option<&'a FieldNormReader>, norms: &'a Norms },
    Concept(ByStrength),
    Flat(f32),
}

impl<'a> Cursor<'a> {
    /// None where the segment has nothing of it. `bit` tells the unit, `binding` the binding part that it is of.
    fn open(
        list: &List,
        place: usize,
        snapshot: &'a Snapshot,
        (bit, binding): (Answered, Answered),
    ) -> Result<Option<Self>> {
        let segment = &snapshot.segments[place];
        let (Some(info), Some(reader)) = (&list.postings[place], segment.postings(list.field)) else {
            return Ok(None);
        };
        let option = match list.scoring {
            Scoring::Flat(_) => IndexRecordOption::Basic,
            _ => IndexRecordOption::WithFreqs,
        };
        let postings = reader.read_block_postings_from_terminfo(info, option)?;
        let bit = if list.weak { HELD } else { bit | HELD };
        let scoring = match &list.scoring {
            Scoring::Flat(weight) => SegmentScoring::Flat(*weight),
            Scoring::Concept { weights, binds } => {
                SegmentScoring::Concept(std::array::from_fn(|frequency| {
                    let bound = *binds && Strength::of_frequency(frequency as u32).binds();
                    (weights[frequency], bit | if bound { binding } else { 0 })
                }))
            }
            Scoring::Words { language, weight } => SegmentScoring::Words {
                weight: *weight,
                lengths: segment.lengths(*language),
                norms: &snapshot.norms[language.position()],
            },
        };
        Ok(Some(Self { postings, at: 0, scoring, bit }))
    }

    fn next(&self) -> DocId {
        self.postings.docs().get(self.at).copied().unwrap_or(TERMINATED)
    }

    /// Calls back with the documents before the end of the window, block by block, each with how often the term stands
    /// in it (nothing, where that was not asked for).
    #[inline(always)]
    fn drain(&mut self, end: DocId, mut take: impl FnMut(&SegmentScoring<'a>, &[DocId], &[u32])) {
        loop {
            let docs = self.postings.docs();
            let Some(last) = docs.last() else { return };
            let upto = if *last < end { docs.len() } else { docs.partition_point(|doc| *doc < end) };
            let frequencies = self.postings.freqs().get(self.at..upto).unwrap_or_default();
            take(&self.scoring, &docs[self.at..upto], frequencies);
            if upto < docs.len() {
                self.at = upto;
                return;
            }
            self.postings.advance();
            self.at = 0;
        }
    }

    /// Calls back with the score of each document in the window, and with what it answers.
    #[inline(always)]
    fn score(&mut self, end: DocId, mut take: impl FnMut(DocId, f32, Answered)) {
        let bit = self.bit;
        self.drain(end, |scoring, docs, frequencies| match scoring {
            SegmentScoring::Words { weight, lengths: Some(lengths), norms } => {
                for (doc, frequency) in docs.iter().zip(frequencies) {
                    let frequency = *frequency as f32;
                    let norm = norms[usize::from(lengths.fieldnorm_id(*doc))];
                    take(*doc, *weight * frequency / (frequency + norm), bit);
                }
            }
            SegmentScoring::Concept(by_strength) => {
                for (doc, frequency) in docs.iter().zip(frequencies) {
                    let (score, answered) = by_strength[(*frequency as usize).min(by_strength.len() - 1)];
                    take(*doc, score, answered);
                }
            }
            SegmentScoring::Words { weight, lengths: None, .. } | SegmentScoring::Flat(weight) => {
                docs.iter().for_each(|doc| take(*doc, *weight, bit));
            }
        });
    }
}

impl Cursor<'_> {
    /// Puts the documents of the window that begins here among the scores and answers of the others, and says in which
    /// rows they stand.
    #[inline(always)]
    fn put(
        &mut self,
        start: DocId,
        scores: &mut [f32; WINDOW],
        answered: &mut [Answered; WINDOW],
        put: impl Fn(&mut f32, f32),
    ) -> Rows {
        let mut rows = 0;
        self.score(start + WINDOW as DocId, |doc, score, bits| {
            let place = (doc - start) as usize % WINDOW;
            put(&mut scores[place], score);
            answered[place] |= bits;
            rows |= 1 << (place / ROW);
        });
        rows
    }
}

/// The units of a plan in one segment.
pub(crate) struct Scan<'a> {
    /// The lists of each unit.
    units: Vec<Vec<Cursor<'a>>>,
    /// A bit for each document in which no object is known, and how that is said in what it answers.
    no_object: &'a [u64],
    no_object_bit: Answered,
    sums: Box<[f32; WINDOW]>,
    best: Box<[f32; WINDOW]>,
    answered: Box<[Answered; WINDOW]>,
    /// In which rows of the window any list holds a document.
    rows: Rows,
}

impl<'a> Scan<'a> {
    pub fn open(plan: &Plan, place: usize, snapshot: &'a Snapshot) -> Result<Self> {
        let mut units = Vec::new();
        for (unit, lists) in plan.units.iter().enumerate() {
            let part = plan.binding.iter().position(|units| units.contains(&unit));
            let bits = (1 << unit, part.map_or(0, |part| 1 << (plan.units.len() + part)));
            let opened =
                lists.iter().filter_map(|list| Cursor::open(list, place, snapshot, bits).transpose());
            let opened: Vec<_> = opened.collect::<Result<_>>()?;
            if !opened.is_empty() {
                units.push(opened);
            }
        }
        let no_object_bit = match plan.asks_for_an_object {
            true => 1 << (plan.units.len() + plan.binding.len()),
            false => 0,
        };
        Ok(Self {
            units,
            no_object: &snapshot.segments[place].no_object,
            no_object_bit,
            sums: Box::new([0.0; WINDOW]),
            best: Box::new([0.0; WINDOW]),
            answered: Box::new([0; WINDOW]),
            rows: 0,
        })
    }

    /// Goes through all documents that any list holds, window by window, and calls back with those that are a good
    /// match, each with its score, in order.
    pub fn run(&mut self, verdicts: &mut Verdicts<'_>, mut take: impl FnMut(&[(DocId, f32)])) {
        let mut matches = Vec::with_capacity(WINDOW);
        loop {
            let next = self.units.iter().flatten().map(Cursor::next).min().unwrap_or(TERMINATED);
            if next == TERMINATED {
                return;
            }
            let start = next - next % WINDOW as DocId;
            self.window(start);
            matches.clear();
            self.judge(start, verdicts, &mut matches);
            take(&matches);
        }
    }

    /// Adds up what the documents of one window get.
    #[inline(never)] // inlined, its loops run out of registers
    fn window(&mut self, start: DocId) {
        let Self { units, sums, best, answered, rows, .. } = self;
        let mut units = units.iter_mut();
        *rows = 0;
        // Nothing stands in the sums yet: the best of the first unit is the sum.
        for list in units.next().into_iter().flatten() {
            *rows |= list.put(start, sums, answered, raise);
        }
        for unit in units {
            if let [only] = unit.as_mut_slice() {
                *rows |= only.put(start, sums, answered, |sum, score| *sum += score);
                continue;
            }
            let mut touched = 0;
            for list in unit {
                touched |= list.put(start, best, answered, raise);
            }
            *rows |= touched;
            for row in bits_of(touched.into()) {
                let row = row * ROW..(row + 1) * ROW;
                for (sum, best) in sums[row.clone()].iter_mut().zip(&mut best[row]) {
                    *sum += std::mem::take(best);
                }
            }
        }
    }

    /// Keeps the good matches of one window, and clears everything for the next one.
    #[inline(never)] // inlined, its loop runs out of registers
    fn judge(&mut self, start: DocId, verdicts: &mut Verdicts<'_>, matches: &mut Vec<(DocId, f32)>) {
        let Self { no_object, no_object_bit, sums, answered, rows, .. } = self;
        let (sums, _) = sums.as_chunks_mut::<ROW>();
        let (answered, _) = answered.as_chunks_mut::<ROW>();
        for row in bits_of((*rows).into()) {
            let (first, sums, answered) = (row * ROW, &mut sums[row], &mut answered[row]);
            let no_object = no_object[start as usize / ROW + row];
            for column in bits_of(set_in(answered)) {
                let unknown = if no_object >> column & 1 == 1 { *no_object_bit } else { 0 };
                let factor = verdicts.factor(answered[column] & !HELD | unknown);
                if factor > 0.0 {
                    matches.push((start + (first + column) as DocId, sums[column] * factor));
                }
            }
            sums.fill(0.0);
            answered.fill(0);
        }
    }
}

/// Scores are numbers: unlike `f32::max` this need not look whether they are.
#[inline(always)]
fn raise(best: &mut f32, score: f32) {
    *best = if score > *best { score } else { *best };
}

/// A bit for each number that is not zero.
fn set_in(row: &[Answered; ROW]) -> u64 {
    let set = row.map(|answered| u8::from(answered != 0));
    let (eights, _) = set.as_chunks::<8>();
    // The product brings the lowest bit of each of eight bytes into the highest byte, side by side.
    let gathered =
        eights.iter().map(|eight| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56);
    gathered.enumerate().fold(0, |all, (place, bits)| all | bits << (place * 8))
}

/// The places of the bits that are set.
fn bits_of(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        if bits == 0 {
            return None;
        }
        let place = bits.trailing_zeros() as usize;
        bits &= bits - 1;
        Some(place)
    })
}
