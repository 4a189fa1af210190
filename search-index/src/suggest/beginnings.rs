//! What is worked out once for each commit, when it is first asked for: which concepts its documents carry, and what
//! begins with one or two letters, of which there is too much to walk through it at each stroke of a key.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;
use tantivy::TERMINATED;
use tantivy::postings::TermInfo;
use tantivy::schema::IndexRecordOption;

use super::concepts::Concepts;
use crate::annotate::CONCEPT;
use crate::error::Result;
use crate::lexicon::{ConceptId, Lexicon};
use crate::schema::Fields;
use crate::snapshot::{Segment, Snapshot};

/// Of a concept with more documents, so many are looked at to tell how many of them live.
const LOOKED_AT: u32 = 1_024;

type Words = Arc<[TermInfo]>;

#[derive(Default)]
pub(crate) struct Beginnings {
    concepts: Mutex<Option<Arc<Carried>>>,
    /// By segment, and by kind, quality and beginning: the most frequent words.
    words: Mutex<HashMap<(usize, String), Words>>,
}

/// The concepts of one version of the lexicon.
pub(super) struct Carried {
    lexicon: u64,
    /// How many documents carry each concept that any does.
    pub carried: FxHashMap<ConceptId, u64>,
    short: Mutex<HashMap<String, Concepts>>,
}

impl Beginnings {
    pub(super) fn for_lexicon(
        &self,
        lexicon: &Lexicon,
        snapshot: &Snapshot,
        fields: &Fields,
    ) -> Result<Arc<Carried>> {
        let mut known = lock(&self.concepts);
        if let Some(known) = known.as_ref().filter(|known| known.lexicon == lexicon.version()) {
            return Ok(Arc::clone(known));
        }
        let mut carried = FxHashMap::default();
        for segment in &snapshot.segments {
            count_concepts(segment, lexicon, fields, &mut carried)?;
        }
        let fresh = Arc::new(Carried { lexicon: lexicon.version(), carried, short: Mutex::default() });
        *known = Some(Arc::clone(&fresh));
        Ok(fresh)
    }

    /// The most frequent words of a segment that begin with very few letters.
    pub fn words(
        &self,
        segment: usize,
        beginning: &str,
        find: impl FnOnce() -> Result<Vec<TermInfo>>,
    ) -> Result<Arc<[TermInfo]>> {
        let place = (segment, beginning.to_owned());
        if let Some(known) = lock(&self.words).get(&place) {
            return Ok(Arc::clone(known));
        }
        let words: Words = find()?.into();
        // What nothing begins with costs nothing to find again, and may be typed without end.
        if !words.is_empty() {
            lock(&self.words).insert(place, Arc::clone(&words));
        }
        Ok(words)
    }
}

impl Carried {
    pub fn short(&self, beginning: &str, find: impl FnOnce() -> Concepts) -> Concepts {
        if let Some(known) = lock(&self.short).get(beginning) {
            return known.clone();
        }
        let concepts = find();
        if !concepts.is_empty() {
            lock(&self.short).insert(beginning.to_owned(), concepts.clone());
        }
        concepts
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn count_concepts(
    segment: &Segment,
    lexicon: &Lexicon,
    fields: &Fields,
    carried: &mut FxHashMap<ConceptId, u64>,
) -> Result<()> {
    let Some(postings) = segment.postings(fields.concepts) else { return Ok(()) };
    let mut stream = postings.terms().range().ge(CONCEPT).into_stream()?;
    while stream.advance() {
        let Some(key) = stream.key().strip_prefix(CONCEPT.as_bytes()) else { break };
        let Some(id) = std::str::from_utf8(key).ok().and_then(|key| lexicon.find(key)) else { continue };
        let documents = match segment.reader.has_deletes() {
            true => living(segment, fields, stream.value())?,
            false => u64::from(stream.value().doc_freq),
        };
        if documents > 0 {
            *carried.entry(id).or_default() += documents;
        }
    }
    Ok(())
}

/// How many documents of a list are alive: counted, or beyond some, estimated from the first ones. Never none where any is.
fn living(segment: &Segment, fields: &Fields, info: &TermInfo) -> Result<u64> {
    let Some(reader) = segment.postings(fields.concepts) else { return Ok(0) };
    let mut postings = reader.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?;
    let (mut seen, mut alive) = (0_u32, 0_u32);
    while !postings.docs().is_empty() && (seen < LOOKED_AT || alive == 0) {
        for document in postings.docs().iter().filter(|document| **document != TERMINATED) {
            seen += 1;
            alive += u32::from(!segment.reader.is_deleted(*document));
        }
        postings.advance();
    }
    Ok(u64::from(alive) * u64::from(info.doc_freq) / u64::from(seen.max(1)))
}
