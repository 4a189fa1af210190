//! What is asked of the matching documents: how many there are, which come first, and the counts of every facet.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};

use tantivy::{DocAddress, DocId, Score};

use crate::cursor::Place;
use crate::error::Result;
use crate::facets::{Drill, SegmentDrill};
use crate::filters::{Chosen, Limits, SegmentLimits};
use crate::plan::Plan;
use crate::ranking;
use crate::scan::{Matches, Scan};
use crate::snapshot::{Segment, Snapshot};
use crate::sort::{SegmentSort, Sort};
use crate::verdict::Verdicts;

/// Documents that are taken up at once, where all match.
const CHUNK: DocId = 4096;

/// What is asked.
pub(crate) struct Gather {
    pub limit: usize,
    pub sort: Sort,
    pub after: Option<Place>,
    pub limits: Limits,
    pub drills: Vec<Drill>,
    pub chosen: Vec<Chosen>,
}

/// What came of it.
#[derive(Default)]
pub(crate) struct Gathered {
    pub total: u64,
    /// The first ones, in order; one more than the limit tells that there is a next page.
    pub top: Vec<Found>,
    /// One map per drill.
    pub counts: Vec<HashMap<String, u64>>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub place: Place,
    pub address: DocAddress,
    pub score: Score,
}

impl Ord for Found {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place).then_with(|| self.address.cmp(&other.address))
    }
}

impl PartialOrd for Found {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Eq for Found {}

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Gather {
    /// Goes through the documents that answer a plan; without one, through all.
    pub fn run(&self, plan: Option<&Plan>, snapshot: &Snapshot) -> Result<Gathered> {
        let mut all = Gathered { counts: vec![HashMap::new(); self.drills.len()], ..Gathered::default() };
        let mut verdicts = plan.map(Verdicts::of);
        let mut top = BinaryHeap::with_capacity(self.limit + 2);
        for (place, segment) in snapshot.segments.iter().enumerate() {
            let mut gather = GatherSegment::open(self, place, segment, std::mem::take(&mut top))?;
            match (plan, &mut verdicts) {
                (Some(plan), Some(verdicts)) => {
                    let mut scan = Scan::open(plan, place, snapshot)?;
                    scan.run(verdicts, gather.hopeful, !gather.takes_all, |matches| {
                        gather.take(matches);
                        gather.hopeful
                    });
                }
                _ => {
                    let mut all = Matches::default();
                    for start in (0..segment.reader.max_doc()).step_by(CHUNK as usize) {
                        let end = segment.reader.max_doc().min(start + CHUNK);
                        all.count = u64::from(end - start);
                        all.listed.clear();
                        all.listed.extend(start..end);
                        all.hopeful.clear();
                        all.hopeful.extend((start..end).map(|document| (document, 0.0)));
                        gather.take(&all);
                    }
                }
            }
            top = gather.finish(&mut all)?;
        }
        all.top = top.into_sorted_vec().into_iter().map(|Reverse(found)| found).collect();
        Ok(all)
    }
}

/// The least of the top ones stands first.
type Top = BinaryHeap<Reverse<Found>>;

struct GatherSegment<'a> {
    place: u32,
    segment: &'a Segment,
    room: usize,
    after: Option<Place>,
    sort: SegmentSort<'a>,
    by_score: bool,
    limits: SegmentLimits<'a>,
    drills: Vec<SegmentDrill<'a>>,
    /// Nothing is chosen in any facet: then all are counted at once.
    free: bool,
    /// Nothing is deleted, limited or counted by facet.
    takes_all: bool,
    passed: Vec<DocId>,
    total: u64,
    /// Of all segments so far.
    top: Top,
    /// What the best quality of the segment is worth.
    best_quality: f32,
    /// Documents with a lower score do not come among the top ones, whatever their quality.
    hopeful: Score,
}

impl<'a> GatherSegment<'a> {
    fn open(gather: &Gather, place: usize, segment: &'a Segment, top: Top) -> Result<Self> {
        let limits = SegmentLimits::bind(&gather.limits, &gather.chosen, segment)?;
        let drills = gather.drills.iter().map(|drill| SegmentDrill::bind(drill, segment));
        let drills: Vec<_> = drills.collect::<Result<_>>()?;
        let takes_all = drills.is_empty() && limits.is_empty() && !segment.reader.has_deletes();
        let mut opened = Self {
            place: place as u32,
            segment,
            room: gather.limit + 1,
            after: gather.after,
            sort: SegmentSort::bind(&gather.sort, segment)?,
            by_score: gather.sort.needs_score(),
            limits,
            drills,
            free: gather.drills.iter().all(|drill| drill.chosen.is_empty()),
            takes_all,
            passed: Vec::new(),
            total: 0,
            top,
            best_quality: worth(segment.quality.max_value()),
            hopeful: Score::MIN,
        };
        opened.raise_the_floor();
        Ok(opened)
    }

    fn take(&mut self, matches: &Matches) {
        if self.takes_all {
            self.total += matches.count;
            matches.hopeful.iter().for_each(|(document, score)| self.offer(*document, *score));
            return;
        }
        let mut passed = std::mem::take(&mut self.passed);
        passed.clear();
        for document in &matches.listed {
            if !self.segment.reader.is_deleted(*document)
                && self.limits.keeps(*document)
                && self.passes(*document)
            {
                passed.push(*document);
            }
        }
        self.total += passed.len() as u64;
        for drill in &mut self.drills {
            drill.count_all(&passed);
        }
        let mut rest = passed.iter().peekable();
        for (document, score) in &matches.hopeful {
            while rest.next_if(|passed| *passed < document).is_some() {}
            if rest.peek() == Some(&document) {
                self.offer(*document, *score);
            }
        }
        self.passed = passed;
    }

    /// Whether the document has what is chosen in every facet; where only one facet's choice keeps it out, that facet
    /// counts it.
    fn passes(&mut self, document: DocId) -> bool {
        if self.free {
            return true;
        }
        let mut failing = self.drills.iter().enumerate().filter(|(_, drill)| !drill.passes(document));
        match (failing.next().map(|(place, _)| place), failing.next()) {
            (None, _) => true,
            (Some(place), None) => {
                self.drills[place].count_all(&[document]);
                false
            }
            (Some(_), Some(_)) => false,
        }
    }

    /// Most documents leave here, before anything is read of them.
    fn offer(&mut self, document: DocId, score: Score) {
        if score >= self.hopeful {
            self.consider(document, score);
        }
    }

    fn consider(&mut self, document: DocId, score: Score) {
        let mut score = score;
        if self.by_score {
            score *= worth(self.segment.quality.get_val(document));
        }
        let value = self.sort.value(document, score);
        let full = self.top.len() == self.room;
        let last = self.top.peek().filter(|_| full).map(|Reverse(last)| last.place);
        if last.is_some_and(|last| value < last.value) {
            return;
        }
        let place = Place { value, tie: self.segment.tie.get_val(document) };
        if last.is_some_and(|last| place <= last) || self.after.is_some_and(|after| place >= after) {
            return;
        }
        self.top.push(Reverse(Found { place, address: DocAddress::new(self.place, document), score }));
        if full {
            self.top.pop();
        }
        self.raise_the_floor();
    }

    fn raise_the_floor(&mut self) {
        if self.by_score
            && self.top.len() == self.room
            && let Some(Reverse(last)) = self.top.peek()
        {
            // A little lower than it is, for quotients are rounded.
            self.hopeful = last.score / self.best_quality * (1.0 - 2.0 * f32::EPSILON);
        }
    }

    /// Adds what was counted to the other segments' counts, and hands on the top ones.
    fn finish(self, all: &mut Gathered) -> Result<Top> {
        all.total += self.total;
        for (drill, counts) in self.drills.into_iter().zip(&mut all.counts) {
            drill.add_to(counts)?;
        }
        Ok(self.top)
    }
}

/// What a quality, in hundredths, is worth.
fn worth(quality: u64) -> f32 {
    ranking::quality(quality as f32 / 100.0)
}
