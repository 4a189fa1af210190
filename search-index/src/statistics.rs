//! How common a word is *in its language*. Counted over the whole index, a word of a rare language would seem
//! rarer than it is, and every text of that language longer than usual.

use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::{Field, Term};
use tantivy::{Result, Searcher};

use crate::language::Language;
use crate::schema::Fields;

pub(crate) struct LanguageStatistics<'a> {
    searcher: &'a Searcher,
    words: [Field; 3],
    documents: u64,
    /// How many documents have words of each language.
    in_language: [u64; 3],
}

impl<'a> LanguageStatistics<'a> {
    pub fn read(searcher: &'a Searcher, fields: &Fields) -> Result<Self> {
        let mut in_language = [0; 3];
        for language in Language::ALL {
            in_language[language.position()] =
                searcher.doc_freq(&Term::from_field_text(fields.language, language.code()))?;
        }
        let documents = searcher.total_num_docs()?;
        Ok(Self { searcher, words: fields.words, documents, in_language })
    }

    /// What to multiply a count over one language with, to compare it with the whole index.
    fn scale(&self, field: Field) -> f64 {
        let Some(place) = self.words.iter().position(|words| *words == field) else {
            return 1.0;
        };
        match self.in_language[place] {
            0 => 1.0,
            some => self.documents as f64 / some as f64,
        }
    }
}

impl Bm25StatisticsProvider for LanguageStatistics<'_> {
    fn total_num_tokens(&self, field: Field) -> Result<u64> {
        let tokens = self.searcher.total_num_tokens(field)?;
        Ok((tokens as f64 * self.scale(field)).round() as u64)
    }

    fn total_num_docs(&self) -> Result<u64> {
        Ok(self.documents)
    }

    fn doc_freq(&self, term: &Term) -> Result<u64> {
        let documents = self.searcher.doc_freq(term)?;
        let scaled = (documents as f64 * self.scale(term.field())).round() as u64;
        // The formula of idf has no meaning, and tantivy panics, beyond the number of documents.
        Ok(scaled.min(self.documents))
    }
}
