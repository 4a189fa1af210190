//! Documents with titles that have certain words, the best first, without going through all of them: the term of a word
//! in a title begins with the document's kind and how good it is.

use std::sync::Arc;

use tantivy::postings::{SegmentPostings, TermInfo};
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::{DocAddress, DocId, DocSet, InvertedIndexReader, TERMINATED};

use super::MAX_SUGGESTIONS;
use super::typed::{Typed, is_short};
use crate::document::Kind;
use crate::error::Result;
use crate::snapshot::{Segment, Snapshot};

/// There are many products: four shelves of them, the best on the first one.
const SHELVES: [u8; 4] = [b'0', b'1', b'2', b'3'];

/// At most so many words that begin like the last one are looked at on a shelf...
const MOST_WORDS: usize = 512;
/// ...or, for the table of those that begin with a letter or two...
const MOST_WORDS_OF_A_TABLE: usize = 50_000;
/// ...and so many of them, the most frequent ones, are gone through, each for so many documents...
const MOST_READ: usize = 24;
const MOST_DOCUMENTS_OF_A_WORD: usize = 64;
/// ...and in all of a segment for so many...
const MOST_DOCUMENTS: usize = 128;
/// ...and so many steps are made in the lists of all segments, for each kind.
const MOST_STEPS: usize = 2_048;

/// The terms of a title's words, which are parted by blanks.
pub(crate) fn terms(kind: Kind, quality: u8, words: &str) -> String {
    let shelf = match kind {
        Kind::Product => SHELVES[usize::from(3 - quality.min(99) / 25)],
        Kind::Collection | Kind::Maker | Kind::Cluster => SHELVES[0],
    };
    let mut terms = String::with_capacity(words.len() * 3 / 2);
    for word in words.split_ascii_whitespace() {
        terms.extend([initial(kind), char::from(shelf)]);
        terms.push_str(word);
        terms.push(' ');
    }
    terms
}

fn initial(kind: Kind) -> char {
    match kind {
        Kind::Product => 'p',
        Kind::Collection => 'c',
        Kind::Maker => 'm',
        Kind::Cluster => 'k',
    }
}

/// The greater, the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ranked {
    quality: u64,
    tie: u64,
    pub address: DocAddress,
}

/// Adds more documents, and keeps the best.
pub(super) fn add(all: &mut Vec<Ranked>, more: Vec<Ranked>) {
    all.extend(more);
    all.sort_unstable_by(|one, other| other.cmp(one));
    all.dedup();
    all.truncate(MAX_SUGGESTIONS);
}

pub(super) struct Titles<'a> {
    pub typed: &'a Typed,
    pub snapshot: &'a Snapshot,
    pub field: Field,
}

impl Titles<'_> {
    /// The best documents of a kind with all the whole words in their titles, and one that begins like the last.
    pub fn find(&self, kind: Kind) -> Result<Vec<Ranked>> {
        let shelves = if kind == Kind::Product { &SHELVES[..] } else { &SHELVES[..1] };
        let mut best = Vec::new();
        let mut steps = MOST_STEPS;
        for shelf in shelves {
            let shelf = String::from_iter([initial(kind), char::from(*shelf)]);
            let segments = &self.snapshot.segments;
            for (place, segment) in segments.iter().enumerate() {
                // The documents of the last segment are as good as those of the first.
                let mut share = steps / (segments.len() - place);
                steps -= share;
                add(&mut best, self.look_through(&shelf, place, segment, &mut share)?);
                steps += share;
            }
            // Whatever stands on the next shelf is worse.
            if best.len() == MAX_SUGGESTIONS || steps == 0 {
                break;
            }
        }
        Ok(best)
    }

    fn look_through(
        &self,
        shelf: &str,
        place: usize,
        segment: &Segment,
        steps: &mut usize,
    ) -> Result<Vec<Ranked>> {
        let mut found = Vec::new();
        let Some(reader) = segment.postings(self.field) else { return Ok(found) };
        let mut whole = Vec::new();
        for word in self.typed.telling() {
            let term = Term::from_field_text(self.field, &format!("{shelf}{word}"));
            let Some(info) = reader.get_term_info(&term)? else { return Ok(found) };
            whole.push(info);
        }
        let mut take = |document: DocId| {
            if !segment.reader.is_deleted(document) {
                found.push(Ranked {
                    quality: segment.quality.get_val(document),
                    tie: segment.tie.get_val(document),
                    address: DocAddress::new(place as u32, document),
                });
            }
        };
        if self.typed.last.is_empty() {
            meet(reader, whole.iter(), steps, MOST_DOCUMENTS, &mut take)?;
            return Ok(found);
        }
        let mut left = MOST_DOCUMENTS;
        for last in self.words(&format!("{shelf}{}", self.typed.last), place, reader)?.iter() {
            let most = left.min(MOST_DOCUMENTS_OF_A_WORD);
            left -= meet(reader, whole.iter().chain([last]), steps, most, &mut take)?;
            if left == 0 || *steps == 0 {
                break;
            }
        }
        Ok(found)
    }

    /// The words to go through that begin so: the word itself, then the most frequent.
    fn words(&self, beginning: &str, place: usize, reader: &InvertedIndexReader) -> Result<Arc<[TermInfo]>> {
        let walk = |most| walk(reader, beginning, most);
        match is_short(&self.typed.last) {
            true => self.snapshot.beginnings.words(place, beginning, || walk(MOST_WORDS_OF_A_TABLE)),
            false => Ok(walk(MOST_WORDS)?.into()),
        }
    }
}

fn walk(reader: &InvertedIndexReader, beginning: &str, most: usize) -> Result<Vec<TermInfo>> {
    let mut stream = reader.terms().range().ge(beginning).into_stream()?;
    let mut words: Vec<(bool, u32, TermInfo)> = Vec::new();
    while words.len() < most && stream.advance() {
        let Some(rest) = stream.key().strip_prefix(beginning.as_bytes()) else { break };
        words.push((rest.is_empty(), stream.value().doc_freq, stream.value().clone()));
    }
    words.sort_by_key(|(itself, documents, _)| std::cmp::Reverse((*itself, *documents)));
    Ok(words.into_iter().map(|(_, _, info)| info).take(MOST_READ).collect())
}

/// The first documents that stand in all lists; how many there were.
fn meet<'a>(
    reader: &InvertedIndexReader,
    infos: impl Iterator<Item = &'a TermInfo>,
    steps: &mut usize,
    most: usize,
    mut take: impl FnMut(DocId),
) -> Result<usize> {
    let open = |info| reader.read_postings_from_terminfo(info, IndexRecordOption::Basic);
    let mut lists = infos.map(open).collect::<std::io::Result<Vec<SegmentPostings>>>()?;
    lists.sort_by_key(DocSet::size_hint);
    let Some((rarest, others)) = lists.split_first_mut() else { return Ok(0) };
    let mut met = 0;
    let mut document = rarest.doc();
    while document != TERMINATED && met < most && *steps > 0 {
        *steps -= 1;
        match others.iter_mut().map(|other| next_from(other, document)).find(|next| *next != document) {
            None => {
                take(document);
                met += 1;
                document = rarest.advance();
            }
            Some(TERMINATED) => break,
            Some(next) => document = rarest.seek(next),
        }
    }
    Ok(met)
}

/// The first document of a list that is not before this one.
fn next_from(list: &mut SegmentPostings, document: DocId) -> DocId {
    if list.doc() < document { list.seek(document) } else { list.doc() }
}
