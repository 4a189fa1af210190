//! The fields of the index, and how a document fills them.

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer, TokenizerManager};

use crate::annotate::Annotator;
use crate::document::Document;
use crate::error::Result;
use crate::fingerprint::Fingerprint;
use crate::language::Language;
use crate::suggest::titles;
use crate::validity;

/// Raised whenever a field means something else than before: older indexes cannot serve then. A field that only comes or
/// goes needs no new version: see [`Fields::of`].
pub(crate) const VERSION: u32 = 4;

pub(crate) mod name {
    pub const TIE: &str = "tie";
    pub const KNOWN_BY: &str = "known_by";
    pub const CURRENCY: &str = "currency";
    pub const PRICE: &str = "price";
    pub const MOQ: &str = "moq";
    pub const LEAD_TIME: &str = "lead_time";
    pub const NEWEST: &str = "newest";
    pub const QUALITY: &str = "quality";
    pub const CERTIFICATES: &str = "certificates";
    pub const EXCLUSIVITIES: &str = "exclusivities";
}

/// The catch-all field of a language.
fn words_in(language: Language) -> String {
    format!("words_{}", language.code())
}

/// What no search can do without, by how its name begins. Without exclusivities everything would seem to be free, and
/// without knowing for whom, for everybody.
const INDISPENSABLE: [&str; 10] = [
    "key",
    "kind",
    "tie",
    "language",
    "words_",
    "concepts",
    "texts",
    "card",
    "only_for",
    name::EXCLUSIVITIES,
];

/// Stands in `only_for` of every document that is not for everybody.
pub(crate) const NOT_FOR_ALL: &str = "*";

/// A field that an index does not have.
pub(crate) const ABSENT: Field = Field::from_field_id(u32::MAX);

#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub key: Field,
    /// The key again, as a column: many keys are read from it without opening the documents.
    pub known_by: Field,
    pub tie: Field,
    pub kind: Field,
    pub country: Field,
    pub cluster: Field,
    pub maker: Field,
    pub craft: Field,
    pub material: Field,
    pub technique: Field,
    pub currency: Field,
    pub price: Field,
    pub moq: Field,
    pub lead_time: Field,
    pub newest: Field,
    pub quality: Field,
    pub certificates: Field,
    pub exclusivities: Field,
    pub ships_to: Field,
    pub only_for: Field,
    /// Which languages a document has words in: the size of each language's corpus.
    pub language: Field,
    /// The catch-all field of each language, by [`Language::position`].
    pub words: [Field; 3],
    pub concepts: Field,
    pub skeletons: Field,
    pub plain: Field,
    /// The words of titles, by kind and quality: see [`titles`].
    pub titles: Field,
    pub texts: Field,
    pub card: Field,
}

impl Fields {
    pub fn build() -> (Schema, Self) {
        let schema = Self::schema();
        let fields = Self::named(|name| schema.get_field(name).expect("every field was just added"));
        (schema, fields)
    }

    /// The fields of an index that another version of the program wrote, if it can be searched: every field that it
    /// shares with this version is the same, and what no search can do without is there. Fields that it lacks are
    /// [`ABSENT`], and nothing is ever found in them.
    pub fn of(schema: &Schema) -> Option<Self> {
        let expected = Self::schema();
        let entry = |name: &str| schema.get_field(name).ok().map(|field| schema.get_field_entry(field));
        let fits = expected.fields().all(|(_, wanted)| match entry(wanted.name()) {
            Some(found) => found == wanted,
            None => !INDISPENSABLE.iter().any(|name| wanted.name().starts_with(name)),
        });
        fits.then(|| Self::named(|name| schema.get_field(name).unwrap_or(ABSENT)))
    }

    pub fn schema() -> Schema {
        let mut schema = Schema::builder();
        let counted = STRING.set_fast("raw");
        // Words weigh by how often they come and how long the text is; concepts by how often alone, which says how
        // strongly they are meant. The others are there or not.
        let words = indexed(IndexRecordOption::WithFreqs, true);
        let concepts = indexed(IndexRecordOption::WithFreqs, false);
        let there_or_not = indexed(IndexRecordOption::Basic, false);
        schema.add_text_field("key", STRING | STORED);
        schema.add_text_field(name::KNOWN_BY, TextOptions::default().set_fast("raw"));
        schema.add_u64_field(name::TIE, FAST);
        schema.add_text_field("kind", counted.clone() | STORED);
        schema.add_text_field("country", counted.clone());
        schema.add_text_field("cluster", counted.clone());
        schema.add_text_field("maker", STRING);
        schema.add_text_field("craft", counted.clone());
        schema.add_text_field("material", counted.clone());
        schema.add_text_field("technique", counted.clone());
        schema.add_text_field(name::CURRENCY, TextOptions::default().set_fast("raw"));
        schema.add_u64_field(name::PRICE, FAST);
        schema.add_u64_field(name::MOQ, FAST);
        schema.add_u64_field(name::LEAD_TIME, FAST);
        schema.add_i64_field(name::NEWEST, FAST);
        schema.add_u64_field(name::QUALITY, FAST);
        schema.add_u64_field(name::CERTIFICATES, FAST);
        schema.add_u64_field(name::EXCLUSIVITIES, FAST);
        schema.add_text_field("ships_to", STRING);
        schema.add_text_field("only_for", STRING);
        schema.add_text_field("language", STRING);
        for language in Language::ALL {
            schema.add_text_field(&words_in(language), words.clone());
        }
        schema.add_text_field("concepts", concepts);
        schema.add_text_field("skeletons", there_or_not.clone());
        schema.add_text_field("plain", there_or_not.clone());
        schema.add_text_field("titles", there_or_not);
        schema.add_text_field("texts", STORED);
        schema.add_text_field("card", STORED);
        schema.build()
    }

    fn named(field: impl Fn(&str) -> Field) -> Self {
        Self {
            key: field("key"),
            known_by: field(name::KNOWN_BY),
            tie: field(name::TIE),
            kind: field("kind"),
            country: field("country"),
            cluster: field("cluster"),
            maker: field("maker"),
            craft: field("craft"),
            material: field("material"),
            technique: field("technique"),
            currency: field(name::CURRENCY),
            price: field(name::PRICE),
            moq: field(name::MOQ),
            lead_time: field(name::LEAD_TIME),
            newest: field(name::NEWEST),
            quality: field(name::QUALITY),
            certificates: field(name::CERTIFICATES),
            exclusivities: field(name::EXCLUSIVITIES),
            ships_to: field("ships_to"),
            only_for: field("only_for"),
            language: field("language"),
            words: Language::ALL.map(|language| field(&words_in(language))),
            concepts: field("concepts"),
            skeletons: field("skeletons"),
            plain: field("plain"),
            titles: field("titles"),
            texts: field("texts"),
            card: field("card"),
        }
    }

    pub fn words(&self, language: Language) -> Field {
        self.words[language.position()]
    }

    /// The tantivy document of one of ours.
    pub fn fill(&self, document: &Document, annotator: &mut Annotator) -> Result<TantivyDocument> {
        let mut filled = TantivyDocument::new();
        filled.add_text(self.key, &document.key);
        filled.add_text(self.known_by, &document.key);
        filled.add_u64(self.tie, Fingerprint::of(document.key.as_bytes()));
        filled.add_text(self.kind, document.kind.as_str());
        for (field, values) in [
            (self.country, document.country.as_slice()),
            (self.cluster, &document.clusters),
            (self.maker, document.maker.as_slice()),
            (self.craft, &document.crafts),
            (self.material, &document.materials),
            (self.technique, &document.techniques),
            (self.ships_to, &document.ships_to),
            (self.only_for, &document.only_for),
        ] {
            for value in values {
                filled.add_text(field, value);
            }
        }
        if !document.only_for.is_empty() {
            filled.add_text(self.only_for, NOT_FOR_ALL);
        }
        if let Some(price) = &document.price {
            filled.add_text(self.currency, &price.currency);
            filled.add_u64(self.price, price.minor);
        }
        if let Some(moq) = document.moq {
            filled.add_u64(self.moq, moq);
        }
        if let Some(days) = document.lead_time_days {
            filled.add_u64(self.lead_time, days);
        }
        filled.add_i64(self.newest, document.newest);
        filled.add_u64(self.quality, u64::from(document.quality.min(100)));
        for term in &document.certificates {
            filled.add_u64(self.certificates, validity::pack(term));
        }
        for term in &document.exclusivities {
            filled.add_u64(self.exclusivities, validity::pack(term));
        }
        let terms = annotator.terms(&document.texts);
        for language in Language::ALL {
            if terms.present[language.position()] {
                filled.add_text(self.language, language.code());
                filled.add_text(self.words(language), &terms.words[language.position()]);
            }
        }
        for (field, row) in
            [(self.plain, &terms.plain), (self.skeletons, &terms.skeletons), (self.concepts, &terms.concepts)]
        {
            if !row.is_empty() {
                filled.add_text(field, row);
            }
        }
        if !terms.titles.is_empty() && document.only_for.is_empty() {
            filled.add_text(self.titles, titles::terms(document.kind, document.quality, &terms.titles));
        }
        filled.add_text(self.texts, &terms.texts);
        filled.add_text(self.card, &document.stored);
        Ok(filled)
    }
}

fn indexed(option: IndexRecordOption, lengths: bool) -> TextOptions {
    let indexing =
        TextFieldIndexing::default().set_tokenizer(READY).set_fieldnorms(lengths).set_index_option(option);
    TextOptions::default().set_indexing_options(indexing)
}

/// Terms that the annotator has made, parted by blanks.
const READY: &str = "ready";

pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(READY, TextAnalyzer::from(Ready::default()));
    manager
}

#[derive(Clone, Debug, Default)]
struct Ready {
    token: Token,
}

struct ReadyStream<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl Tokenizer for Ready {
    type TokenStream<'a> = ReadyStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ReadyStream<'a> {
        self.token.reset();
        ReadyStream { rest: text, token: &mut self.token }
    }
}

impl TokenStream for ReadyStream<'_> {
    fn advance(&mut self) -> bool {
        let Some((term, rest)) = self.rest.split_once(' ') else {
            return false;
        };
        self.rest = rest;
        self.token.text.clear();
        self.token.text.push_str(term);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
