//! How strongly each document of a segment means a concept that many of them mean: read without decoding postings, and
//! for 64 documents at once.

use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, InvertedIndexReader, Result};

use crate::ranking::Strength;

/// Documents in a row: as many as a word has bits.
pub(crate) const ROW: usize = u64::BITS as usize;

/// Three quarters of a byte for each document of the segment.
pub(crate) struct Strengths(Box<[Row]>);

/// The strengths of 64 documents.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Row {
    /// Those that mean it at all.
    pub holding: u64,
    /// Those that are about it, as [`Strength::binds`] says.
    pub binding: u64,
    /// Half a byte for each.
    halves: [u8; ROW / 2],
}

impl Strengths {
    pub fn read(info: &TermInfo, reader: &InvertedIndexReader, documents: DocId) -> Result<Self> {
        let mut rows = vec![Row::default(); (documents as usize).div_ceil(ROW)];
        let mut postings: BlockSegmentPostings =
            reader.read_block_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
        while !postings.docs().is_empty() {
            for (document, frequency) in postings.docs().iter().zip(postings.freqs()) {
                let strength = Strength::of_frequency(*frequency);
                rows[*document as usize / ROW].put(*document as usize % ROW, strength);
            }
            postings.advance();
        }
        Ok(Self(rows.into()))
    }

    /// The rows from this document on, which is the first of one.
    pub fn rows_from(&self, document: DocId) -> &[Row] {
        self.0.get(document as usize / ROW..).unwrap_or_default()
    }

    #[inline(always)]
    pub fn of(&self, document: DocId) -> usize {
        self.0[document as usize / ROW].get(document as usize % ROW)
    }
}

impl Row {
    fn put(&mut self, place: usize, strength: Strength) {
        self.holding |= u64::from(strength != Strength::None) << place;
        self.binding |= u64::from(strength.binds()) << place;
        self.halves[place / 2] |= (strength.occurrences() as u8) << (place % 2 * 4);
    }

    #[inline(always)]
    fn get(&self, place: usize) -> usize {
        usize::from(self.halves[place / 2] >> (place % 2 * 4) & 0xf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_what_was_put() {
        for (place, frequency) in (0..10).map(|frequency| (frequency as usize * 6, frequency)) {
            let strength = Strength::of_frequency(frequency);
            let mut row = Row::default();
            row.put(place, strength);
            assert_eq!(row.get(place), strength.occurrences());
            assert_eq!(row.holding, u64::from(frequency > 0) << place);
            assert_eq!(row.binding, u64::from(strength.binds()) << place);
            assert_eq!(row.get(place + 1), 0);
        }
    }
}
