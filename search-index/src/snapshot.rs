//! One commit, opened for many searches: what every query would otherwise look up anew.

use std::fmt::Debug;
use std::sync::Arc;

use tantivy::columnar::{Column, ColumnValues, StrColumn};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::TermInfo;
use tantivy::schema::{Field, Term, Value};
use tantivy::{
    DocAddress, InvertedIndexReader, Result, Searcher, SegmentReader, TantivyDocument, TantivyError,
};

use crate::corpus::Corpus;
use crate::facets::Facet;
use crate::kept::Kept;
use crate::language::Language;
use crate::parts::Part;
use crate::ranking;
use crate::schema::{ABSENT, Fields, name};
use crate::strengths::Strengths;
use crate::suggest::Beginnings;
use crate::tolerance::{Beside, Nearest};

/// The documents of one commit.
pub(crate) struct Snapshot {
    pub searcher: Searcher,
    pub segments: Vec<Segment>,
    pub statistics: Statistics,
    /// By [`Language::position`].
    pub norms: [Box<Norms>; 3],
    pub beginnings: Beginnings,
}

/// How large each language's share is. Counted over the whole index, a word of a rare language would seem rarer than it
/// is, and every text of that language longer than usual.
#[derive(Clone, Debug, Default)]
pub(crate) struct Statistics {
    pub documents: u64,
    /// How many documents have words of each language.
    pub in_language: [u64; 3],
    /// How many words of a language such a document has on average.
    pub average_length: [f32; 3],
}

/// What each length of a text adds below the line of BM25, by the number that tantivy keeps for it.
pub(crate) type Norms = [f32; 256];

/// The readers of one segment.
pub(crate) struct Segment {
    pub reader: SegmentReader,
    inverted: Vec<(Field, Arc<InvertedIndexReader>)>,
    lengths: [Option<FieldNormReader>; 3],
    pub tie: Arc<dyn ColumnValues<u64>>,
    pub quality: Arc<dyn ColumnValues<u64>>,
    pub newest: Column<i64>,
    pub price: Column<u64>,
    pub moq: Column<u64>,
    pub lead_time: Column<u64>,
    pub certificates: Column<u64>,
    pub exclusivities: Column<u64>,
    pub currency: Option<StrColumn>,
    /// The keys; none in an index of another version.
    pub known_by: Option<StrColumn>,
    facets: [Option<(StrColumn, Column<u64>)>; Facet::ALL.len()],
    pub kept: Arc<Kept>,
}

impl Snapshot {
    pub fn key(&self, fields: &Fields, address: DocAddress) -> crate::Result<String> {
        let document: TantivyDocument = self.searcher.doc(address)?;
        let key = document.get_first(fields.key).and_then(|value| value.as_str());
        Ok(key.ok_or_else(|| crate::search::damaged(address))?.to_owned())
    }

    /// Many keys, in the order of the addresses. Neighbours in the column are read together.
    pub fn keys(&self, fields: &Fields, addresses: &[DocAddress]) -> crate::Result<Vec<String>> {
        let mut keys = vec![String::new(); addresses.len()];
        for (number, segment) in (0_u32..).zip(&self.segments) {
            let Some(column) = &segment.known_by else { continue };
            let own = addresses.iter().enumerate().filter(|(_, address)| address.segment_ord == number);
            let ordinal =
                |(place, address): (usize, &DocAddress)| Some((column.ords().first(address.doc_id)?, place));
            let mut ordinals: Vec<(u64, usize)> = own.filter_map(ordinal).collect();
            ordinals.sort_unstable();
            let (sorted, mut places): (Vec<u64>, Vec<usize>) = ordinals.into_iter().unzip();
            places.reverse();
            column.dictionary().sorted_ords_to_term_cb(&sorted, |key| {
                if let Some(place) = places.pop() {
                    keys[place] = String::from_utf8_lossy(key).into_owned();
                }
            })?;
        }
        // An index of another version has no such column.
        for (key, address) in keys.iter_mut().zip(addresses).filter(|(key, _)| key.is_empty()) {
            *key = self.key(fields, *address)?;
        }
        Ok(keys)
    }

    /// What was kept of the segments of the commit before is handed on.
    pub fn open(searcher: Searcher, fields: &Fields, before: Option<&Self>) -> Result<Self> {
        let kept_before = |reader: &SegmentReader| {
            let mut segments = before?.segments.iter();
            let same = segments.find(|segment| segment.reader.segment_id() == reader.segment_id())?;
            Some(Arc::clone(&same.kept))
        };
        let segments: Vec<_> = searcher
            .segment_readers()
            .iter()
            .map(|reader| Segment::open(reader.clone(), fields, kept_before(reader)))
            .collect::<Result<_>>()?;
        let mut statistics = Statistics { documents: searcher.num_docs(), ..Statistics::default() };
        for language in Language::ALL {
            let place = language.position();
            let documents = searcher.doc_freq(&Term::from_field_text(fields.language, language.code()))?;
            let words = searcher
                .segment_readers()
                .iter()
                .map(|reader| Ok(reader.inverted_index(fields.words(language))?.total_num_tokens()))
                .sum::<Result<u64>>()?;
            statistics.in_language[place] = documents;
            statistics.average_length[place] = words as f32 / documents.max(1) as f32;
        }
        if Part::OwnStatistics.is_left_out() {
            let words = Language::ALL.map(|language| {
                let place = language.position();
                statistics.average_length[place] * statistics.in_language[place] as f32
            });
            let average = words.iter().sum::<f32>() / statistics.documents.max(1) as f32;
            statistics.in_language = [statistics.documents; 3];
            statistics.average_length = [average; 3];
        }
        let norms = statistics
            .average_length
            .map(|average| Box::new(std::array::from_fn(|id| ranking::norm(id as u8, average))));
        Ok(Self { searcher, segments, statistics, norms, beginnings: Beginnings::default() })
    }
}

/// A column, or one in which nothing has a value.
fn column<T: PartialOrd + Copy + Debug + Send + Sync + Default + 'static>(
    found: Option<Column<T>>,
    reader: &SegmentReader,
) -> Column<T> {
    found.unwrap_or_else(|| Column::build_empty_column(reader.max_doc()))
}

impl Corpus for Snapshot {
    /// By segment.
    type Postings = Vec<Option<TermInfo>>;

    fn statistics(&self) -> &Statistics {
        &self.statistics
    }

    fn look_up(&self, field: Field, term: &str) -> std::io::Result<(u64, Self::Postings)> {
        let term = Term::from_field_text(field, term);
        let mut documents = 0;
        let found = self.segments.iter().map(|segment| {
            let info = match segment.postings(field) {
                Some(postings) => postings.get_term_info(&term)?,
                None => None,
            };
            documents += info.as_ref().map_or(0, |info| u64::from(info.doc_freq));
            Ok(info)
        });
        let found = found.collect::<std::io::Result<_>>()?;
        Ok((documents, found))
    }
}

impl Segment {
    fn open(reader: SegmentReader, fields: &Fields, kept: Option<Arc<Kept>>) -> Result<Self> {
        let searched = fields.words.into_iter().chain([
            fields.concepts,
            fields.skeletons,
            fields.plain,
            fields.titles,
            fields.maker,
            fields.ships_to,
            fields.only_for,
        ]);
        let facets = Facet::ALL.map(|facet| facet.field(fields));
        let inverted = searched
            .chain(facets)
            .filter(|field| *field != ABSENT)
            .map(|field| Ok((field, reader.inverted_index(field)?)))
            .collect::<Result<_>>()?;
        let kept = match kept {
            Some(kept) => kept,
            None => {
                let concepts = reader.inverted_index(fields.concepts)?;
                Arc::new(Kept::read(&concepts, fields, reader.max_doc())?)
            }
        };
        let lengths = fields.words.map(|field| reader.fieldnorms_readers().get_field(field).ok().flatten());
        let columns = reader.fast_fields();
        let numbers = |name| Ok::<_, TantivyError>(column(columns.column_opt::<u64>(name)?, &reader));
        let facets = Facet::ALL.map(|facet| {
            let column = columns.str(facet.as_str()).ok().flatten()?;
            let ordinals = column.ords().clone();
            Some((column, ordinals))
        });
        Ok(Self {
            inverted,
            lengths,
            tie: numbers(name::TIE)?.first_or_default_col(0),
            quality: numbers(name::QUALITY)?.first_or_default_col(0),
            newest: column(columns.column_opt(name::NEWEST)?, &reader),
            price: numbers(name::PRICE)?,
            moq: numbers(name::MOQ)?,
            lead_time: numbers(name::LEAD_TIME)?,
            certificates: numbers(name::CERTIFICATES)?,
            exclusivities: numbers(name::EXCLUSIVITIES)?,
            currency: columns.str(name::CURRENCY)?,
            known_by: columns.str(name::KNOWN_BY)?,
            facets,
            kept,
            reader,
        })
    }

    pub fn postings(&self, field: Field) -> Option<&InvertedIndexReader> {
        self.inverted.iter().find(|(known, _)| *known == field).map(|(_, reader)| &**reader)
    }

    /// How strongly each document means a concept, if many do.
    pub fn strengths(&self, field: Field, info: &TermInfo) -> Result<Option<Arc<Strengths>>> {
        match self.postings(field) {
            Some(reader) => self.kept.strengths(info, reader),
            None => Ok(None),
        }
    }

    /// The word of the segment that is nearest to another one.
    pub fn nearest(&self, fields: &Fields, beside: &Beside<'_>) -> Result<Option<Nearest>> {
        match self.postings(fields.plain) {
            Some(words) => self.kept.nearest(beside, words),
            None => Ok(None),
        }
    }

    pub fn lengths(&self, language: Language) -> Option<&FieldNormReader> {
        self.lengths[language.position()].as_ref()
    }

    pub fn facet(&self, facet: Facet) -> Option<&(StrColumn, Column<u64>)> {
        self.facets[facet as usize].as_ref()
    }
}
