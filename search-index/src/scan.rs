//! One pass over the documents that may answer: a window of documents at a time, list by list, so that the processor
//! reads each list in a row and keeps the sums near.

use std::ops::Range;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Result, TERMINATED};

use crate::plan::{List, Plan, Scoring};
use crate::ranking::{self, Strength};
use crate::snapshot::{Norms, Segment, Snapshot};

/// Documents in a window: their sums fit into the nearest cache.
const WINDOW: usize = 2048;
const ROWS: usize = WINDOW / 64;

/// Bits of what a document answers: its units, then the binding parts, then whether no object is known in it.
pub(crate) type Answered = u32;

/// What each set of answered units is worth: worked out when it is first met, for there are many sets and few are.
pub(crate) struct Verdicts<'a> {
    plan: &'a Plan,
    /// By [`Answered`]; not a number where it was not met yet.
    factors: Vec<f32>,
}

impl<'a> Verdicts<'a> {
    pub fn of(plan: &'a Plan) -> Self {
        let sets = if plan.is_demand { 1 << (plan.units.len() + plan.binding.len() + 1) } else { 0 };
        Self { plan, factors: vec![f32::NAN; sets] }
    }

    /// The factor of the score, 0 where it is no good match. A sentence is answered by whatever holds any of its words.
    pub fn factor(&mut self, answered: Answered) -> f32 {
        let Some(factor) = self.factors.get_mut(answered as usize) else { return 1.0 };
        if factor.is_nan() {
            *factor = verdict(self.plan, answered);
        }
        *factor
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
    let least = match plan.no_object {
        Some(_) if bound => ranking::LEAST_COVERAGE_OF_THE_THING,
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
    weak: bool,
}

enum SegmentScoring<'a> {
    Words { weight: f32, lengths: Option<&'a FieldNormReader>, norms: &'a Norms },
    Concept { weights: [f32; 9], binds: bool },
    Flat(f32),
}

impl<'a> Cursor<'a> {
    fn open(list: &List, place: usize, snapshot: &'a Snapshot, segment: &'a Segment) -> Result<Option<Self>> {
        let (Some(info), Some(reader)) = (&list.postings[place], segment.postings(list.field)) else {
            return Ok(None);
        };
        let option = match list.scoring {
            Scoring::Flat(_) => IndexRecordOption::Basic,
            _ => IndexRecordOption::WithFreqs,
        };
        let postings = reader.read_block_postings_from_terminfo(info, option)?;
        let scoring = match &list.scoring {
            Scoring::Flat(weight) => SegmentScoring::Flat(*weight),
            Scoring::Concept { weights, binds } => {
                SegmentScoring::Concept { weights: *weights, binds: *binds }
            }
            Scoring::Words { language, weight } => SegmentScoring::Words {
                weight: *weight,
                lengths: segment.lengths(*language),
                norms: &snapshot.norms[language.position()],
            },
        };
        Ok(Some(Self { postings, at: 0, scoring, weak: list.weak }))
    }

    fn next(&self) -> DocId {
        self.postings.docs().get(self.at).copied().unwrap_or(TERMINATED)
    }

    /// The documents before the end of the window, with how often the term stands in each.
    #[inline(always)]
    fn drain(
        postings: &mut BlockSegmentPostings,
        at: &mut usize,
        end: DocId,
        mut take: impl FnMut(DocId, u32),
    ) {
        loop {
            let docs = postings.docs();
            for (place, doc) in docs.iter().enumerate().skip(*at) {
                if *doc >= end {
                    *at = place;
                    return;
                }
                take(*doc, postings.freq(place));
            }
            if docs.is_empty() {
                *at = 0;
                return;
            }
            postings.advance();
            *at = 0;
        }
    }

    /// Calls back with the score of each document in the window, and whether it binds.
    #[inline(always)]
    fn score(&mut self, end: DocId, mut take: impl FnMut(DocId, f32, bool)) {
        let Self { postings, at, scoring, .. } = self;
        match scoring {
            SegmentScoring::Words { weight, lengths, norms } => match lengths {
                Some(lengths) => Self::drain(postings, at, end, |doc, frequency| {
                    let frequency = frequency as f32;
                    let norm = norms[usize::from(lengths.fieldnorm_id(doc))];
                    take(doc, *weight * frequency / (frequency + norm), false);
                }),
                None => Self::drain(postings, at, end, |doc, _| take(doc, *weight, false)),
            },
            SegmentScoring::Concept { weights, binds } => Self::drain(postings, at, end, |doc, frequency| {
                let strength = (frequency as usize).min(weights.len() - 1);
                take(doc, weights[strength], *binds && Strength::of_frequency(frequency).binds());
            }),
            SegmentScoring::Flat(weight) => {
                Self::drain(postings, at, end, |doc, _| take(doc, *weight, false))
            }
        }
    }
}

/// The units of a plan in one segment.
pub(crate) struct Scan<'a> {
    units: Vec<UnitScan<'a>>,
    no_object: Option<BlockSegmentPostings>,
    no_object_at: usize,
    no_object_bit: Answered,
    sums: Box<[f32; WINDOW]>,
    best: Box<[f32; WINDOW]>,
    answered: Box<[Answered; WINDOW]>,
    /// Which documents of the window any list holds.
    found: [u64; ROWS],
}

struct UnitScan<'a> {
    bit: Answered,
    /// Set where a list that binds holds the document.
    binding: Answered,
    lists: Vec<Cursor<'a>>,
}

impl<'a> Scan<'a> {
    pub fn open(plan: &Plan, place: usize, snapshot: &'a Snapshot, segment: &'a Segment) -> Result<Self> {
        let mut units = Vec::new();
        for (unit, lists) in plan.units.iter().enumerate() {
            let binding = plan.binding.iter().position(|units| units.contains(&unit));
            let opened =
                lists.iter().filter_map(|list| Cursor::open(list, place, snapshot, segment).transpose());
            let scan = UnitScan {
                bit: 1 << unit,
                binding: binding.map_or(0, |place| 1 << (plan.units.len() + place)),
                lists: opened.collect::<Result<_>>()?,
            };
            if !scan.lists.is_empty() {
                units.push(scan);
            }
        }
        let no_object = match &plan.no_object {
            Some(infos) => Scan::open_no_object(infos[place].as_ref(), segment, plan)?,
            None => None,
        };
        Ok(Self {
            units,
            no_object,
            no_object_at: 0,
            no_object_bit: if plan.is_demand { 1 << (plan.units.len() + plan.binding.len()) } else { 0 },
            sums: Box::new([0.0; WINDOW]),
            best: Box::new([0.0; WINDOW]),
            answered: Box::new([0; WINDOW]),
            found: [0; ROWS],
        })
    }

    fn open_no_object(
        info: Option<&TermInfo>,
        segment: &Segment,
        plan: &Plan,
    ) -> Result<Option<BlockSegmentPostings>> {
        let (Some(info), Some(reader)) = (info, segment.postings(plan.concepts)) else { return Ok(None) };
        Ok(Some(reader.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?))
    }

    /// Goes through all documents that any list holds, window by window, and calls back with each document's sum and
    /// what it answers, in order.
    pub fn run(&mut self, mut take: impl FnMut(Window<'_>)) {
        loop {
            let lists = self.units.iter().flat_map(|unit| &unit.lists);
            let next = lists.map(Cursor::next).min().unwrap_or(TERMINATED);
            if next == TERMINATED {
                return;
            }
            let start = next - next % WINDOW as DocId;
            self.window(start);
            let Self { found, sums, answered, .. } = self;
            take(Window { start, places: Bits::of(found), sums, answered });
        }
    }

    /// Adds up what the documents of one window get.
    fn window(&mut self, start: DocId) {
        let end = start + WINDOW as DocId;
        let Self { units, no_object, no_object_at, no_object_bit, sums, best, answered, found } = self;
        *found = [0; ROWS];
        for unit in units {
            let (bit, binding) = (unit.bit, unit.binding);
            if let [only] = unit.lists.as_mut_slice() {
                let bit = if only.weak { 0 } else { bit };
                only.score(end, |doc, score, binds| {
                    let place = (doc - start) as usize % WINDOW;
                    sums[place] += score;
                    answered[place] |= bit | if binds { binding } else { 0 };
                    found[place / 64] |= 1 << (place % 64);
                });
                continue;
            }
            let mut touched = [0_u64; ROWS];
            for list in &mut unit.lists {
                let bit = if list.weak { 0 } else { bit };
                list.score(end, |doc, score, binds| {
                    let place = (doc - start) as usize % WINDOW;
                    best[place] = best[place].max(score);
                    answered[place] |= bit | if binds { binding } else { 0 };
                    touched[place / 64] |= 1 << (place % 64);
                });
            }
            for (found, touched) in found.iter_mut().zip(&touched) {
                *found |= touched;
            }
            for place in Bits::of(&touched) {
                sums[place] += std::mem::take(&mut best[place]);
            }
        }
        if let Some(postings) = no_object {
            if postings.docs().get(*no_object_at).is_some_and(|doc| *doc < start) {
                *no_object_at = postings.seek(start);
            }
            Cursor::drain(postings, no_object_at, end, |doc, _| {
                answered[(doc.max(start) - start) as usize % WINDOW] |= *no_object_bit;
            });
            // Documents that no list holds must not carry the mark into the next window.
            for (place, answered) in answered.iter_mut().enumerate() {
                if found[place / 64] >> (place % 64) & 1 == 0 {
                    *answered = 0;
                }
            }
        }
    }
}

/// The documents of a window that any list holds, each with its sum and what it answers. To be read to its end: what is
/// read is cleared for the next window.
pub(crate) struct Window<'a> {
    start: DocId,
    places: Bits<'a>,
    sums: &'a mut [f32; WINDOW],
    answered: &'a mut [Answered; WINDOW],
}

impl Iterator for Window<'_> {
    type Item = (DocId, f32, Answered);

    fn next(&mut self) -> Option<Self::Item> {
        let place = self.places.next()?;
        let sum = std::mem::take(&mut self.sums[place]);
        Some((self.start + place as DocId, sum, std::mem::take(&mut self.answered[place])))
    }
}

/// The places of the bits that are set.
struct Bits<'a> {
    rows: &'a [u64; ROWS],
    row: usize,
    bits: u64,
}

impl<'a> Bits<'a> {
    fn of(rows: &'a [u64; ROWS]) -> Self {
        Self { rows, row: 0, bits: rows[0] }
    }
}

impl Iterator for Bits<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.row += 1;
            self.bits = *self.rows.get(self.row)?;
        }
        let place = self.row * 64 + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        Some(place)
    }
}
