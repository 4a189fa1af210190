//! The yardstick: the same texts, stored fields and OR queries on tantivy alone, with its own tokenizer.

use search_index::Document;
use tantivy::aggregation::AggregationCollector;
use tantivy::aggregation::agg_req::Aggregations;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{BooleanQuery, Query, RegexQuery, TermQuery};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{DocAddress, Index, IndexReader, IndexWriter, Score, Searcher, TantivyDocument, Term};

pub struct Bare {
    pub index: Index,
    key: Field,
    text: Field,
    card: Field,
    facets: [Field; 6],
    newest: Field,
}

/// The same six that the library counts.
const FACETS: [&str; 6] = ["kind", "country", "cluster", "craft", "material", "technique"];

impl Bare {
    pub fn create(folder: &std::path::Path) -> Self {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("default")
            .set_index_option(IndexRecordOption::WithFreqs);
        let text = schema.add_text_field("text", TextOptions::default().set_indexing_options(indexing));
        let key = schema.add_text_field("key", STRING | STORED);
        let card = schema.add_bytes_field("card", STORED);
        let facets = FACETS.map(|name| schema.add_text_field(name, STRING.set_fast("raw")));
        let newest = schema.add_i64_field("newest", FAST);
        let index = Index::create_in_dir(folder, schema.build()).expect("an empty folder");
        Self { index, key, text, card, facets, newest }
    }

    pub fn add(&self, writer: &IndexWriter, document: &Document) {
        let mut filled = TantivyDocument::new();
        filled.add_text(self.key, &document.key);
        for text in &document.texts {
            filled.add_text(self.text, &text.text);
        }
        let [kind, country, cluster, craft, material, technique] = self.facets;
        filled.add_text(kind, document.kind.as_str());
        for (field, values) in [
            (country, document.country.as_slice()),
            (cluster, &document.clusters),
            (craft, &document.crafts),
            (material, &document.materials),
            (technique, &document.techniques),
        ] {
            values.iter().for_each(|value| filled.add_text(field, value));
        }
        filled.add_i64(self.newest, document.newest);
        // The same bytes that the library stores: its texts for highlighting, and the card.
        filled.add_bytes(self.card, &serde_json::to_vec(&document.texts).expect("texts are JSON"));
        filled.add_bytes(self.card, document.stored.as_bytes());
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
        let collectors = (Count, TopDocs::with_limit(20).order_by_score());
        let (count, top) = searcher.search(&self.any_of(text), &collectors).expect("searched");
        (count, stored(&searcher, &top))
    }

    /// The same, and tantivy's own aggregation of each facet.
    pub fn search_with_facets(&self, reader: &IndexReader, text: &str) -> (usize, usize) {
        let searcher = reader.searcher();
        let terms = FACETS.map(|name| format!(r#""{name}":{{"terms":{{"field":"{name}","size":1000}}}}"#));
        let asked: Aggregations =
            serde_json::from_str(&format!("{{{}}}", terms.join(","))).expect("aggregations");
        let facets = AggregationCollector::from_aggs(asked, Default::default());
        let collectors = (Count, TopDocs::with_limit(20).order_by_score(), facets);
        let (count, top, facets) = searcher.search(&self.any_of(text), &collectors).expect("searched");
        (count, stored(&searcher, &top) + facets.0.len())
    }

    fn any_of(&self, text: &str) -> BooleanQuery {
        let mut tokenizer = self.index.tokenizer_for_field(self.text).expect("a text field");
        let mut terms: Vec<Box<dyn Query>> = Vec::new();
        tokenizer.token_stream(text).process(&mut |token| {
            let term = Term::from_field_text(self.text, &token.text);
            terms.push(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)));
        });
        BooleanQuery::union(terms)
    }
}

fn stored(searcher: &Searcher, top: &[(Score, DocAddress)]) -> usize {
    top.iter().map(|(_, address)| searcher.doc::<TantivyDocument>(*address).expect("stored").len()).sum()
}
