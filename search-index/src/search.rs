//! What can be asked of the index, and what it answers.

use std::collections::BTreeMap;
use std::sync::Arc;

use tantivy::schema::Value;
use tantivy::{DocAddress, TantivyDocument};

use crate::annotate::{self, Annotator};
use crate::cursor::Cursor;
use crate::document::Kind;
use crate::error::{Error, Result};
use crate::facets::{self, Facet};
use crate::filters::Filters;
use crate::gather::{Found, Gather, Gathered};
use crate::highlight::{Highlight, Highlighter};
use crate::index::Index;
use crate::language::Language;
use crate::lexicon::Lexicon;
use crate::plan::Plan;
use crate::query::Reading;
use crate::reasons::Reason;
use crate::snapshot::Snapshot;
use crate::sort::Sort;
use crate::{stored, tolerance};

/// The most hits on one page.
pub const MAX_LIMIT: usize = 100;
/// The most characters of a query that are read.
pub const MAX_TEXT: usize = 512;
const USUAL_LIMIT: usize = 20;

/// One question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// Words in any of the languages; empty matches everything.
    pub text: String,
    /// The language of the reader's pages: a weak hint.
    pub language: Option<Language>,
    pub filters: Filters,
    pub sort: Sort,
    pub after: Option<Cursor>,
    /// At most [`MAX_LIMIT`].
    pub limit: usize,
    pub facets: Vec<Facet>,
    pub highlight: bool,
}

impl Search {
    /// The first page of a text query, by relevance.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), limit: USUAL_LIMIT, ..Self::default() }
    }

    /// Whether the text is a demand, of which a match must answer the thing, the place and a share of the rest. A
    /// question or a long text is not: it is read as a sentence, which is answered by whatever holds a word of it.
    pub fn is_demand(&self, lexicon: &Arc<Lexicon>) -> bool {
        let text = first_letters(&self.text, MAX_TEXT);
        annotate::with_spare(lexicon, |annotator| {
            let reading = Reading::of(text, self.language, lexicon, annotator.analyzers());
            reading.is_demand() && !reading.units.is_empty()
        })
    }

    /// The order that applies: without a text nothing is more relevant, and the newest comes first.
    pub(crate) fn order(&self) -> Sort {
        match &self.sort {
            Sort::Relevance if self.text.trim().is_empty() => Sort::Newest,
            other => other.clone(),
        }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// All documents that answer well enough, on every page. None, where nothing is a good match.
    pub total: u64,
    pub hits: Vec<Hit>,
    /// For each facet asked for, its values by falling count. A facet's own selection does not shrink its counts.
    pub facets: BTreeMap<Facet, Vec<(String, u64)>>,
    /// Where the next page starts, if there is one.
    pub next: Option<Cursor>,
    /// The text as it was read, where nothing is spelled as it was typed.
    pub read_as: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    pub key: String,
    pub kind: Kind,
    /// Only comparable within one answer; 0 unless sorted by relevance.
    pub score: f32,
    /// The card that the caller gave.
    pub stored: String,
    /// One per title in which something matched, one body text, and keywords where they explain more; if asked for.
    pub highlights: Vec<Highlight>,
    /// For each part of the query that was answered, by what; if asked for.
    pub reasons: Vec<Reason>,
}

/// What was found, and how the question was read.
struct Gathering {
    gather: Gather,
    gathered: Gathered,
    /// Of a question with words.
    read: Option<Read>,
}

struct Read {
    reading: Reading,
    unknown: Vec<usize>,
    read_as: Option<String>,
}

impl Index {
    /// Answers from the last commit.
    pub fn search(&self, search: &Search) -> Result<Answer> {
        let lexicon = self.lexicon();
        annotate::with_spare(&lexicon, |annotator| self.answer(search, &lexicon, annotator))
    }

    fn answer(&self, search: &Search, lexicon: &Lexicon, annotator: &mut Annotator) -> Result<Answer> {
        let snapshot = self.snapshot();
        let limit = search.limit.min(MAX_LIMIT);
        let Gathering { gather, mut gathered, read } =
            self.gather(search, limit, &snapshot, lexicon, annotator)?;
        let more = gathered.top.len() > limit;
        gathered.top.truncate(limit);
        let next = gathered.top.last().filter(|_| more).map(|last| Cursor::new(search, last.place));
        let mut highlighter = read
            .as_ref()
            .filter(|_| search.highlight)
            .map(|read| Highlighter::new(&read.reading, &read.unknown, lexicon, annotator, search.language));
        let hits = gathered.top.iter().map(|found| self.hit(&snapshot, found, highlighter.as_mut()));
        Ok(Answer {
            total: gathered.total,
            hits: hits.collect::<Result<_>>()?,
            facets: gather
                .drills
                .iter()
                .zip(gathered.counts)
                .map(|(drill, counts)| (drill.facet, facets::ordered(counts)))
                .collect(),
            next,
            read_as: read.and_then(|read| read.read_as),
        })
    }

    /// The keys of the first documents that a search finds, in its order: many at once, and nothing else about them.
    pub fn keys(&self, search: &Search, most: usize) -> Result<Vec<String>> {
        let lexicon = self.lexicon();
        annotate::with_spare(&lexicon, |annotator| {
            let snapshot = self.snapshot();
            let gathered = self.gather(search, most, &snapshot, &lexicon, annotator)?.gathered;
            let first: Vec<DocAddress> = gathered.top.iter().take(most).map(|found| found.address).collect();
            snapshot.keys(self.fields(), &first)
        })
    }

    /// One more than `limit`, where there are more.
    fn gather(
        &self,
        search: &Search,
        limit: usize,
        snapshot: &Snapshot,
        lexicon: &Lexicon,
        annotator: &mut Annotator,
    ) -> Result<Gathering> {
        let fields = self.fields();
        let after = search.after.as_ref().map(|cursor| cursor.place_in(search)).transpose()?;
        let drills = search.filters.drills(&search.facets);
        let chosen = search.filters.chosen_values(fields, &drills);
        let gather = Gather {
            limit,
            sort: search.order(),
            after,
            limits: search.filters.limits(fields),
            drills,
            chosen,
        };
        let text = first_letters(&search.text, MAX_TEXT);
        let mut reading = Reading::of(text, search.language, lexicon, annotator.analyzers());
        if reading.blank {
            return Ok(Gathering { gathered: gather.run(None, snapshot)?, gather, read: None });
        }
        let mut read_as = None;
        let mut plan = Plan::of(&reading, lexicon, snapshot, fields)?;
        if let Some(corrected) = tolerance::corrected(text, &reading, &plan, lexicon, snapshot, fields)? {
            reading = Reading::of(&corrected, search.language, lexicon, annotator.analyzers());
            plan = Plan::of(&reading, lexicon, snapshot, fields)?;
            read_as = Some(corrected);
        }
        let gathered = gather.run(Some(&plan), snapshot)?;
        Ok(Gathering { gathered, gather, read: Some(Read { reading, unknown: plan.unknown, read_as }) })
    }

    fn hit(
        &self,
        snapshot: &Snapshot,
        found: &Found,
        highlighter: Option<&mut Highlighter<'_>>,
    ) -> Result<Hit> {
        let fields = self.fields();
        let document: TantivyDocument = snapshot.searcher.doc(found.address)?;
        let missing = || damaged(found.address);
        let word = |field| document.get_first(field).and_then(|value| value.as_str()).ok_or_else(missing);
        let (highlights, reasons) = match highlighter {
            None => (Vec::new(), Vec::new()),
            Some(highlighter) => {
                let texts = stored::read(word(fields.texts)?).ok_or_else(missing)?;
                highlighter.highlights(&texts)
            }
        };
        Ok(Hit {
            key: word(fields.key)?.to_owned(),
            kind: Kind::parse(word(fields.kind)?).ok_or_else(missing)?,
            score: found.score,
            stored: word(fields.card)?.to_owned(),
            highlights,
            reasons,
        })
    }
}

pub(crate) fn damaged(address: DocAddress) -> Error {
    let comment = format!("document {address:?} lacks a stored field");
    tantivy::TantivyError::DataCorruption(tantivy::error::DataCorruption::comment_only(comment)).into()
}

pub(crate) fn first_letters(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}
