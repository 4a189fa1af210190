//! One pass over the documents that may answer: a window of documents at a time, list by list, so that the processor
//! reads each list in a row and keeps the sums near.
//!
//! All matches are counted, and few come first: so what is answered is kept as bits, which are judged 64 documents at a
//! time, and a score is only worked out for a match that may come among the first ones.

use std::sync::Arc;

use tantivy::{DocId, Result, TERMINATED};

use crate::opened::{Answers, Opened};
use crate::plan::{List, Plan, Scoring};
use crate::snapshot::{Segment, Snapshot};
use crate::strengths::{ROW, Strengths};
use crate::verdict::{Verdicts, is_judged};

/// Documents in a window: their scores fit into the nearest cache.
pub(crate) const WINDOW: usize = 2048;
const ROWS: usize = WINDOW / ROW;
/// A set of rows of a window.
pub(crate) type Rows = u32;
/// A bit for each document of a window.
pub(crate) type Bits = [u64; ROWS];

/// What was found in a window.
#[derive(Default)]
pub(crate) struct Matches {
    pub count: u64,
    /// All of them in order, if they were asked for one by one.
    pub listed: Vec<DocId>,
    /// Those whose score is not below the floor, in order.
    pub hopeful: Vec<(DocId, f32)>,
}

/// A plan in one segment.
pub(crate) struct Scan<'a> {
    units: Vec<Unit<'a>>,
    documents: DocId,
    /// By the layout of the plan, then two bitmaps for what counts nowhere.
    bits: Vec<Bits>,
    /// In which documents no object is known, and the place of that among the bits, if it matters.
    no_object: Option<(&'a [u64], usize)>,
}

/// What answers a unit.
struct Unit<'a> {
    lists: Vec<Opened<'a>>,
    dense: Vec<Dense>,
    /// The most that a document gets of those.
    most_of_dense: f32,
    /// The best that each document of the window gets of the other lists, and in which rows it is not nothing.
    best: Box<[f32; WINDOW]>,
    rows: Rows,
}

/// The list of a concept that many documents mean.
struct Dense {
    strengths: Arc<Strengths>,
    /// By strength: half a byte has no other values.
    weights: [f32; 16],
    answers: Answers,
}

impl<'a> Scan<'a> {
    pub fn open(plan: &Plan, place: usize, snapshot: &'a Snapshot) -> Result<Self> {
        let segment = &snapshot.segments[place];
        let layout = plan.layout();
        // Of a sentence it only matters whether any list holds a document.
        let judged = is_judged(plan);
        let bits = if judged { layout.len() } else { 1 };
        let mut units = Vec::new();
        for (unit, lists) in plan.units.iter().enumerate() {
            let mut opened = Unit::default();
            for list in lists {
                let binds = matches!(list.scoring, Scoring::Concept { binds: true, .. });
                let part = layout.part_of(unit).filter(|_| binds && judged);
                let answers = Answers {
                    unit: match judged {
                        true if list.weak => bits,
                        true => layout.unit(unit),
                        false => 0,
                    },
                    part: part.unwrap_or(bits + 1),
                };
                // What many lists may give adds up to more than any floor: of a sentence all documents would be scored
                // one by one, which takes longer than reading the lists.
                let dense = if judged { dense(list, place, segment, answers)? } else { None };
                match dense {
                    Some(dense) => opened.add(dense),
                    None => opened.lists.extend(Opened::open(list, place, snapshot, answers)?),
                }
            }
            if !opened.lists.is_empty() || !opened.dense.is_empty() {
                units.push(opened);
            }
        }
        Ok(Self {
            units,
            documents: segment.reader.max_doc(),
            bits: vec![[0; ROWS]; bits + 2],
            no_object: (plan.asks_for_an_object && judged)
                .then(|| (&*segment.kept.no_object, layout.no_object())),
        })
    }

    /// Goes through all documents that any list holds, window by window. Calls back with the good matches among them;
    /// what it is told is the floor from then on.
    pub fn run(
        &mut self,
        verdicts: &mut Verdicts<'_>,
        mut floor: f32,
        list: bool,
        mut take: impl FnMut(&Matches) -> f32,
    ) {
        let mut matches = Matches::default();
        let mut from = 0;
        while let Some(start) = self.next_window(from) {
            self.window(start);
            self.judge(start, verdicts, floor, list, &mut matches);
            floor = take(&matches);
            from = start + WINDOW as DocId;
        }
    }

    /// Where the next window begins in which any list may hold a document.
    fn next_window(&self, from: DocId) -> Option<DocId> {
        let dense = self.units.iter().any(|unit| !unit.dense.is_empty());
        let lists = self.units.iter().flat_map(|unit| &unit.lists);
        let next = if dense { from } else { lists.map(Opened::next).min().unwrap_or(TERMINATED) };
        (next < self.documents).then(|| next - next % WINDOW as DocId)
    }

    /// Gathers what the documents of one window answer, and what they get.
    #[inline(never)] // inlined, its loops run out of registers
    fn window(&mut self, start: DocId) {
        let Self { units, bits, no_object, .. } = self;
        for unit in units {
            for list in &mut unit.lists {
                unit.rows |= list.put(start, &mut unit.best, bits);
            }
            for Dense { strengths, answers, .. } in &unit.dense {
                for (row, strengths) in strengths.rows_from(start).iter().take(ROWS).enumerate() {
                    bits[answers.unit][row] |= strengths.holding;
                    bits[answers.part][row] |= strengths.binding;
                }
            }
        }
        if let Some((no_object, place)) = no_object {
            let first = start as usize / ROW;
            bits[*place].copy_from_slice(&no_object[first..first + ROWS]);
        }
    }

    /// Finds the good matches of one window, and clears everything for the next one.
    #[inline(never)] // inlined, its loop runs out of registers
    fn judge(
        &mut self,
        start: DocId,
        verdicts: &mut Verdicts<'_>,
        floor: f32,
        list: bool,
        found: &mut Matches,
    ) {
        let Matches { count, listed, hopeful } = found;
        *count = 0;
        listed.clear();
        hopeful.clear();
        for row in 0..ROWS {
            let matches = verdicts.matches(|bit| self.bits[bit][row]);
            if matches == 0 {
                continue;
            }
            *count += u64::from(matches.count_ones());
            if list {
                let first = start + (row * ROW) as DocId;
                listed.extend(bits_of(matches).map(|column| first + column as DocId));
            }
            for column in bits_of(matches & self.may_reach(floor, row)) {
                let place = row * ROW + column;
                let document = start + place as DocId;
                let score = self.score(document, place);
                if score < floor {
                    continue;
                }
                let score = score * verdicts.factor(|bit| self.bits[bit][row] >> column & 1 == 1);
                if score >= floor {
                    hopeful.push((document, score));
                }
            }
        }
        self.bits.iter_mut().for_each(|bits| bits.fill(0));
        for unit in &mut self.units {
            let (best, _) = unit.best.as_chunks_mut::<ROW>();
            bits_of(std::mem::take(&mut unit.rows).into()).for_each(|row| best[row].fill(0.0));
        }
    }

    /// Which documents of a row may have a score that is not below the floor.
    #[inline(always)]
    fn may_reach(&self, floor: f32, row: usize) -> u64 {
        let most: f32 = self.units.iter().map(|unit| unit.most_of_dense).sum();
        if most >= floor {
            return !0;
        }
        if self.units.iter().all(|unit| unit.rows >> row & 1 == 0) {
            return 0;
        }
        let mut sums = [0.0; ROW];
        for unit in &self.units {
            let (best, _) = unit.best.as_chunks::<ROW>();
            for (sum, best) in sums.iter_mut().zip(&best[row]) {
                let mut most = unit.most_of_dense;
                raise(&mut most, *best);
                *sum += most;
            }
        }
        set_in(&sums.map(|sum| sum >= floor))
    }

    /// The sum of what a document gets for each unit.
    #[inline(always)]
    fn score(&self, document: DocId, place: usize) -> f32 {
        let mut sum = 0.0;
        for unit in &self.units {
            let mut best = unit.best[place];
            for Dense { strengths, weights, .. } in &unit.dense {
                raise(&mut best, weights[strengths.of(document)]);
            }
            sum += best;
        }
        sum
    }
}

impl Default for Unit<'_> {
    fn default() -> Self {
        Self {
            lists: Vec::new(),
            dense: Vec::new(),
            most_of_dense: 0.0,
            best: Box::new([0.0; WINDOW]),
            rows: 0,
        }
    }
}

impl Unit<'_> {
    fn add(&mut self, dense: Dense) {
        dense.weights.iter().for_each(|weight| raise(&mut self.most_of_dense, *weight));
        self.dense.push(dense);
    }
}

/// The strengths that are kept of a list.
fn dense(list: &List, place: usize, segment: &Segment, answers: Answers) -> Result<Option<Dense>> {
    let (Scoring::Concept { weights, .. }, Some(info)) = (&list.scoring, &list.postings[place]) else {
        return Ok(None);
    };
    let weights = std::array::from_fn(|strength| weights.get(strength).copied().unwrap_or_default());
    let strengths = segment.strengths(list.field, info)?;
    Ok(strengths.map(|strengths| Dense { strengths, weights, answers }))
}

/// Scores are numbers: unlike `f32::max` this need not look whether they are.
#[inline(always)]
pub(crate) fn raise(best: &mut f32, score: f32) {
    *best = if score > *best { score } else { *best };
}

/// A bit for each that holds.
#[inline(always)]
fn set_in(row: &[bool; ROW]) -> u64 {
    let (eights, _) = row.as_chunks::<8>();
    // The product brings the lowest bit of each of eight bytes into the highest byte, side by side.
    let gathered = eights
        .iter()
        .map(|eight| u64::from_le_bytes(eight.map(u8::from)).wrapping_mul(0x0102_0408_1020_4080) >> 56);
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
