//! One pass over the matching documents: how many there are, which come first, and the counts of every facet.

use std::cmp::{Ordering, Reverse};
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::ColumnValues;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::cursor::Place;
use crate::facets::{Drill, SegmentDrill};
use crate::filters::{Limits, SegmentLimits};
use crate::schema::name;
use crate::sort::{SegmentSort, Sort};

/// What is asked of the matching documents.
pub(crate) struct Gather {
    pub limit: usize,
    pub sort: Sort,
    pub after: Option<Place>,
    pub limits: Limits,
    pub drills: Vec<Drill>,
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

impl Collector for Gather {
    type Fruit = Gathered;
    type Child = GatherSegment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<GatherSegment> {
        let drills = self.drills.iter().map(|drill| SegmentDrill::bind(drill, reader));
        Ok(GatherSegment {
            segment,
            room: self.limit + 1,
            after: self.after,
            sort: SegmentSort::bind(&self.sort, reader)?,
            tie: reader.fast_fields().u64(name::TIE)?.first_or_default_col(0),
            limits: SegmentLimits::bind(&self.limits, reader)?,
            drills: drills.collect::<tantivy::Result<_>>()?,
            total: 0,
            top: BinaryHeap::with_capacity(self.limit + 2),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.sort.needs_score()
    }

    fn merge_fruits(&self, segments: Vec<tantivy::Result<Gathered>>) -> tantivy::Result<Gathered> {
        let mut all = Gathered { counts: vec![HashMap::new(); self.drills.len()], ..Gathered::default() };
        for segment in segments {
            let segment = segment?;
            all.total += segment.total;
            all.top.extend(segment.top);
            for (counts, more) in all.counts.iter_mut().zip(segment.counts) {
                for (value, count) in more {
                    *counts.entry(value).or_default() += count;
                }
            }
        }
        all.top.sort_unstable_by(|one, other| other.cmp(one));
        all.top.truncate(self.limit + 1);
        Ok(all)
    }
}

pub(crate) struct GatherSegment {
    segment: SegmentOrdinal,
    room: usize,
    after: Option<Place>,
    sort: SegmentSort,
    tie: Arc<dyn ColumnValues<u64>>,
    limits: SegmentLimits,
    drills: Vec<SegmentDrill>,
    total: u64,
    top: BinaryHeap<Reverse<Found>>,
}

impl GatherSegment {
    fn offer(&mut self, document: DocId, score: Score) {
        let value = self.sort.value(document, score);
        let full = self.top.len() == self.room;
        // Most documents leave here, before their tie is read.
        if full && self.top.peek().is_some_and(|Reverse(last)| value < last.place.value) {
            return;
        }
        let place = Place { value, tie: self.tie.get_val(document) };
        if self.after.is_some_and(|after| place >= after) {
            return;
        }
        self.top.push(Reverse(Found { place, address: DocAddress::new(self.segment, document), score }));
        if full {
            self.top.pop();
        }
    }
}

impl SegmentCollector for GatherSegment {
    type Fruit = tantivy::Result<Gathered>;

    fn collect(&mut self, document: DocId, score: Score) {
        if !self.limits.keeps(document) {
            return;
        }
        let mut failing = self.drills.iter().enumerate().filter(|(_, drill)| !drill.passes(document));
        match (failing.next().map(|(place, _)| place), failing.next()) {
            (None, _) => {
                self.total += 1;
                self.drills.iter_mut().for_each(|drill| drill.count(document));
                self.offer(document, score);
            }
            // It would be found if this one facet had nothing chosen: so this facet counts it.
            (Some(place), None) => self.drills[place].count(document),
            (Some(_), Some(_)) => {}
        }
    }

    fn harvest(self) -> tantivy::Result<Gathered> {
        let counts =
            self.drills.into_iter().map(SegmentDrill::into_counts).collect::<std::io::Result<_>>()?;
        let top = self.top.into_iter().map(|Reverse(found)| found).collect();
        Ok(Gathered { total: self.total, top, counts })
    }
}
