//! A list of postings, opened in one segment and read window by window.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, Result, TERMINATED};

use crate::plan::{List, Scoring};
use crate::ranking::Strength;
use crate::scan::{Bits, Rows, WINDOW, raise};
use crate::snapshot::{Norms, Snapshot};
use crate::strengths::ROW;

/// In which bitmaps it counts what a list holds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Answers {
    /// That the unit is answered.
    pub unit: usize,
    /// That its part is what the document is about.
    pub part: usize,
}

pub(crate) struct Opened<'a> {
    postings: BlockSegmentPostings,
    at: usize,
    scoring: SegmentScoring<'a>,
    answers: Answers,
}

/// What a document in the list of a concept gets, by how often the term stands in it: a score, and whether it binds.
type ByStrength = [(f32, bool); 9];

enum SegmentScoring<'a> {
    Words { weight: f32, lengths: Option<&'a FieldNormReader>, norms: &'a Norms },
    Concept(ByStrength),
    Flat(f32),
}

impl<'a> Opened<'a> {
    /// None where the segment has nothing of it.
    pub fn open(list: &List, place: usize, snapshot: &'a Snapshot, answers: Answers) -> Result<Option<Self>> {
        let segment = &snapshot.segments[place];
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
            Scoring::Concept { weights, .. } => SegmentScoring::Concept(std::array::from_fn(|frequency| {
                (weights[frequency], Strength::of_frequency(frequency as u32).binds())
            })),
            Scoring::Words { language, weight } => SegmentScoring::Words {
                weight: *weight,
                lengths: segment.lengths(*language),
                norms: &snapshot.norms[language.position()],
            },
        };
        Ok(Some(Self { postings, at: 0, scoring, answers }))
    }

    pub fn next(&self) -> DocId {
        self.postings.docs().get(self.at).copied().unwrap_or(TERMINATED)
    }

    /// Raises the scores of the documents of the window that begins here, notes what they answer, and says in which
    /// rows they stand.
    #[inline(always)]
    pub fn put(&mut self, start: DocId, best: &mut [f32; WINDOW], bits: &mut [Bits]) -> Rows {
        let Answers { unit, part } = self.answers;
        let [unit, part] = bits.get_disjoint_mut([unit, part]).expect("a unit is no part");
        let mut rows = 0;
        self.score(start + WINDOW as DocId, |doc, score, binds| {
            let place = (doc - start) as usize % WINDOW;
            raise(&mut best[place], score);
            let (row, column) = (place / ROW, place % ROW);
            unit[row] |= 1 << column;
            part[row] |= u64::from(binds) << column;
            rows |= 1 << row;
        });
        rows
    }

    /// Calls back with the score of each document before the end of the window, and whether it binds.
    #[inline(always)]
    fn score(&mut self, end: DocId, mut take: impl FnMut(DocId, f32, bool)) {
        self.drain(end, |scoring, docs, frequencies| match scoring {
            SegmentScoring::Words { weight, lengths: Some(lengths), norms } => {
                for (doc, frequency) in docs.iter().zip(frequencies) {
                    let frequency = *frequency as f32;
                    let norm = norms[usize::from(lengths.fieldnorm_id(*doc))];
                    take(*doc, *weight * frequency / (frequency + norm), false);
                }
            }
            SegmentScoring::Concept(by_strength) => {
                for (doc, frequency) in docs.iter().zip(frequencies) {
                    let (score, binds) = by_strength[(*frequency as usize).min(by_strength.len() - 1)];
                    take(*doc, score, binds);
                }
            }
            SegmentScoring::Words { weight, lengths: None, .. } | SegmentScoring::Flat(weight) => {
                docs.iter().for_each(|doc| take(*doc, *weight, false));
            }
        });
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
}
