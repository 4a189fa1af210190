//! What is kept of a segment from search to search, and from commit to commit as long as the segment stands: its
//! documents do not change, whatever is deleted.

use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use tantivy::postings::TermInfo;
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{DocId, InvertedIndexReader, Result};

use crate::annotate::NO_OBJECT;
use crate::scan::WINDOW;
use crate::schema::Fields;
use crate::strengths::{ROW, Strengths};
use crate::tolerance::{Beside, Nearest, Remembered};

/// Of a concept that one document in so many means, strengths are kept: they take three quarters of a byte for each document of the
/// segment, whether it means it or not.
const DENSE: u32 = 16;
/// So many concepts are kept at most, those that are asked for first: 72 bytes a document. Without them, postings are read.
const MOST: usize = 96;
/// At most so many words that are near another one are looked at.
const MOST_WORDS: usize = 2_000;

pub(crate) struct Kept {
    documents: DocId,
    /// A bit for each document in which no object is known, up to the end of the last window.
    pub no_object: Box<[u64]>,
    /// By where the postings of the concept begin.
    strengths: RwLock<FxHashMap<usize, Arc<Strengths>>>,
    /// Which words are nearest to misspelt ones.
    remembered: Remembered,
}

impl Kept {
    pub fn read(concepts: &InvertedIndexReader, fields: &Fields, documents: DocId) -> Result<Self> {
        let windows = (documents as usize).div_ceil(WINDOW);
        let mut no_object = vec![0; windows * WINDOW / ROW].into_boxed_slice();
        let term = Term::from_field_text(fields.concepts, NO_OBJECT);
        if let Some(mut postings) = concepts.read_block_postings(&term, IndexRecordOption::Basic)? {
            while !postings.docs().is_empty() {
                for document in postings.docs() {
                    no_object[*document as usize / ROW] |= 1 << (*document as usize % ROW);
                }
                postings.advance();
            }
        }
        Ok(Self { documents, no_object, strengths: RwLock::default(), remembered: Remembered::default() })
    }

    /// The word that is nearest to another one.
    pub fn nearest(&self, beside: &Beside<'_>, words: &InvertedIndexReader) -> Result<Option<Nearest>> {
        self.remembered.nearest(beside, false, |near, offers| {
            let (mut stream, mut seen) = (words.terms().search(near).into_stream()?, 0);
            while seen < MOST_WORDS && stream.advance() {
                seen += 1;
                if let Ok(word) = std::str::from_utf8(stream.key()) {
                    offers.offer(word, u64::from(stream.value().doc_freq));
                }
            }
            Ok(())
        })
    }

    /// How strongly each document means a concept, if many do.
    pub fn strengths(
        &self,
        info: &TermInfo,
        concepts: &InvertedIndexReader,
    ) -> Result<Option<Arc<Strengths>>> {
        if info.doc_freq < self.documents.div_ceil(DENSE) {
            return Ok(None);
        }
        let place = info.postings_range.start;
        {
            let kept = self.strengths.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(strengths) = kept.get(&place) {
                return Ok(Some(Arc::clone(strengths)));
            }
            if kept.len() == MOST {
                return Ok(None);
            }
        }
        let strengths = Arc::new(Strengths::read(info, concepts, self.documents)?);
        let mut kept = self.strengths.write().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < MOST {
            kept.insert(place, Arc::clone(&strengths));
        }
        Ok(Some(strengths))
    }
}
