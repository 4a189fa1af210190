//! The yardstick: the same texts, stored fields and OR queries on tantivy alone, with its own tokenizer.

use search_index::Document;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Query, RegexQuery, TermQuery};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TEXT, TextFieldIndexing, TextOptions,
};
use tantivy::{Index, IndexReader, IndexWriter, TantivyDocument, Term};

pub struct Bare {
    pub index: Index,
    key: Field,
    text: Field,
    card: Field,
    country: Field,
    newest: Field,
}

impl Bare {
    pub fn create(folder: &std::path::Path) -> Self {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("default")
            .set_index_option(IndexRecordOption::WithFreqs);
        let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let key = schema.add_text_field("key", STRING | STORED);
        let card = schema.add_bytes_field("card", STORED);
        let country = schema.add_text_field("country", TEXT | FAST);
        let newest = schema.add_i64_field("newest", FAST);
        let index = Index::create_in_dir(folder, schema.build()).expect("an empty folder");
        Self { index, key, text, card, country, newest }
    }

    pub fn add(&self, writer: &IndexWriter, document: &Document) {
        let mut filled = TantivyDocument::new();
        filled.add_text(self.key, &document.key);
        for text in &document.texts {
            filled.add_text(self.text, &text.text);
        }
        if let Some(country) = &document.country {
            filled.add_text(self.country, country);
        }
        filled.add_i64(self.newest, document.newest);
        // The same bytes that the library stores: its texts for highlighting, and the card.
        filled.add_bytes(self.card, &serde_json::to_vec(&document.texts).expect("texts are JSON"));
        filled.add_bytes(self.card, &document.stored);
        writer.add_document(filled).expect("added");
    }

    /// The first eight in whose texts a word begins so, with their stored fields.
    pub fn beginning(&self, reader: &IndexReader, text: &str) -> usize {
        let searcher = reader.searcher();
        let pattern =
            format!("{}.*", text.to_lowercase().replace(|letter: char| !letter.is_alphanumeric(), ""));
        let query = RegexQuery::from_pattern(&pattern, self.text).expect("a pattern");
        let top = searcher.search(&query, &TopDocs::with_limit(8).order_by_score()).expect("searched");
        top.iter().map(|(_, address)| searcher.doc::<TantivyDocument>(*address).expect("stored").len()).sum()
    }

    /// The first twenty, with their stored fields, and the count.
    pub fn search(&self, reader: &IndexReader, text: &str) -> (usize, usize) {
        let searcher = reader.searcher();
        let mut tokenizer = self.index.tokenizer_for_field(self.text).expect("a text field");
        let mut terms: Vec<Box<dyn Query>> = Vec::new();
        tokenizer.token_stream(text).process(&mut |token| {
            let term = Term::from_field_text(self.text, &token.text);
            terms.push(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)));
        });
        let collectors = (Count, TopDocs::with_limit(20).order_by_score());
        let (count, top) = searcher.search(&BooleanQuery::union(terms), &collectors).expect("searched");
        let stored: usize = top
            .iter()
            .map(|(_, address)| searcher.doc::<TantivyDocument>(*address).expect("stored").len())
            .sum();
        (count, stored)
    }
}
