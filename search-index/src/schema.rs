//! The fields of the index, and how a document fills them.

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};

use crate::analyzer::{Analyzer, Form};
use crate::document::{Document, Role, Text};
use crate::error::Result;
use crate::fingerprint::Fingerprint;
use crate::language::{self, Language};
use crate::ranking;

/// Raised whenever the fields change: older indexes are then rebuilt.
pub(crate) const VERSION: u32 = 1;

pub(crate) mod name {
    pub const TIE: &str = "tie";
    pub const CURRENCY: &str = "currency";
    pub const PRICE: &str = "price";
    pub const MOQ: &str = "moq";
    pub const LEAD_TIME: &str = "lead_time";
    pub const NEWEST: &str = "newest";
}

#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub key: Field,
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
    /// Which languages a document has words in: the size of each language's corpus.
    pub language: Field,
    /// The catch-all field of each language, by [`Language::position`].
    pub words: [Field; 3],
    pub skeleton: Field,
    pub texts: Field,
    pub card: Field,
}

impl Fields {
    pub fn build() -> (Schema, Self) {
        let mut schema = Schema::builder();
        let counted = STRING.set_fast("raw");
        let words = |tokenizer: &str| {
            let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer);
            TextOptions::default()
                .set_indexing_options(indexing.set_index_option(IndexRecordOption::WithFreqs))
        };
        // A skeleton is there or not: all languages share the field, so neither how often it occurs nor how long
        // the field is says anything.
        let skeletons = TextFieldIndexing::default()
            .set_tokenizer(SKELETON_TOKENIZER)
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::Basic);
        let fields = Self {
            key: schema.add_text_field("key", STRING | STORED),
            tie: schema.add_u64_field(name::TIE, FAST),
            kind: schema.add_text_field("kind", counted.clone() | STORED),
            country: schema.add_text_field("country", counted.clone()),
            cluster: schema.add_text_field("cluster", counted.clone()),
            maker: schema.add_text_field("maker", STRING),
            craft: schema.add_text_field("craft", counted.clone()),
            material: schema.add_text_field("material", counted.clone()),
            technique: schema.add_text_field("technique", counted.clone()),
            currency: schema.add_text_field(name::CURRENCY, TextOptions::default().set_fast("raw")),
            price: schema.add_u64_field(name::PRICE, FAST),
            moq: schema.add_u64_field(name::MOQ, FAST),
            lead_time: schema.add_u64_field(name::LEAD_TIME, FAST),
            newest: schema.add_i64_field(name::NEWEST, FAST),
            language: schema.add_text_field("language", STRING),
            words: Language::ALL.map(|language| {
                schema
                    .add_text_field(&format!("words_{}", language.code()), words(&words_tokenizer(language)))
            }),
            skeleton: schema
                .add_text_field("skeleton", TextOptions::default().set_indexing_options(skeletons)),
            texts: schema.add_bytes_field("texts", STORED),
            card: schema.add_bytes_field("card", STORED),
        };
        (schema.build(), fields)
    }

    pub fn words(&self, language: Language) -> Field {
        self.words[language.position()]
    }

    /// The tantivy document of one of ours.
    pub fn fill(&self, document: &Document) -> Result<TantivyDocument> {
        let mut filled = TantivyDocument::new();
        filled.add_text(self.key, &document.key);
        filled.add_u64(self.tie, Fingerprint::new().part(document.key.as_bytes()).finish());
        filled.add_text(self.kind, document.kind.as_str());
        for (field, values) in [
            (self.country, document.country.as_slice()),
            (self.cluster, &document.clusters),
            (self.maker, document.maker.as_slice()),
            (self.craft, &document.crafts),
            (self.material, &document.materials),
            (self.technique, &document.techniques),
        ] {
            for value in values {
                filled.add_text(field, value);
            }
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
        self.fill_texts(document, &mut filled);
        filled.add_bytes(self.texts, &serde_json::to_vec(&document.texts).map_err(std::io::Error::other)?);
        filled.add_bytes(self.card, &document.stored);
        Ok(filled)
    }

    fn fill_texts(&self, document: &Document, filled: &mut TantivyDocument) {
        let mut present = [false; 3];
        let languages = languages_of(&document.texts);
        for (text, languages) in document.texts.iter().zip(languages) {
            let occurrences = match text.role {
                Role::Title => ranking::TITLE_OCCURRENCES,
                Role::Keyword => ranking::KEYWORD_OCCURRENCES,
                Role::Body => 1,
            };
            for language in languages.iter() {
                present[language.position()] = true;
                for _ in 0..occurrences {
                    filled.add_text(self.words(language), &text.text);
                }
            }
            filled.add_text(self.skeleton, &text.text);
        }
        for language in Language::ALL {
            if present[language.position()] {
                filled.add_text(self.language, language.code());
            }
        }
    }
}

/// The languages that a text is indexed in: one where it is known, both Latin ones where it cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Languages {
    One(Language),
    Latin,
}

impl Languages {
    pub fn iter(self) -> impl Iterator<Item = Language> {
        let (one, latin) = match self {
            Self::One(language) => (Some(language), [].as_slice()),
            Self::Latin => (None, Language::LATIN.as_slice()),
        };
        one.into_iter().chain(latin.iter().copied())
    }
}

/// The languages of each text of a document. A text too short to tell goes with the others of the document.
pub(crate) fn languages_of(texts: &[Text]) -> Vec<Languages> {
    let told: Vec<_> =
        texts.iter().map(|text| text.language.or_else(|| language::recognise(&text.text))).collect();
    let around = if told.contains(&None) { surrounding(texts, &told) } else { None };
    told.into_iter().map(|language| language.or(around).map_or(Languages::Latin, Languages::One)).collect()
}

/// The one Latin language that the rest of the document is in.
fn surrounding(texts: &[Text], told: &[Option<Language>]) -> Option<Language> {
    let mut latin = told.iter().flatten().filter(|language| Language::LATIN.contains(language));
    match (latin.next(), latin.next()) {
        (Some(first), second) if second.is_none() || latin.chain(second).all(|other| other == first) => {
            Some(*first)
        }
        (Some(_), _) => None,
        (None, _) => {
            let together: Vec<_> = texts.iter().map(|text| text.text.as_str()).collect();
            language::recognise(&together.join("\n")).filter(|language| Language::LATIN.contains(language))
        }
    }
}

const SKELETON_TOKENIZER: &str = "skeleton";

fn words_tokenizer(language: Language) -> String {
    format!("words_{}", language.code())
}

/// The analyzers under the names that the schema uses.
pub(crate) fn tokenizers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    for language in Language::ALL {
        let analyzer = TextAnalyzer::from(Analyzer::remembering(language, Form::Stem));
        manager.register(&words_tokenizer(language), analyzer);
    }
    // A skeleton is the same whatever the language.
    manager.register(
        SKELETON_TOKENIZER,
        TextAnalyzer::from(Analyzer::remembering(Language::English, Form::Skeleton)),
    );
    manager
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(language: Option<Language>, text: &str) -> Text {
        Text::new(Role::Keyword, language, text)
    }

    #[test]
    fn a_short_text_goes_with_the_rest_of_its_document() {
        let texts = [text(None, "kilim"), text(Some(Language::French), "tapis"), text(None, "كليم")];
        let expected = [Language::French, Language::French, Language::Arabic].map(Languages::One);
        assert_eq!(languages_of(&texts), expected);
    }

    #[test]
    fn a_short_text_alone_goes_into_both_latin_languages() {
        assert_eq!(languages_of(&[text(None, "kilim")]), [Languages::Latin]);
        let both =
            [text(None, "kilim"), text(Some(Language::French), "a"), text(Some(Language::English), "b")];
        assert_eq!(languages_of(&both)[0], Languages::Latin);
        assert_eq!(Languages::Latin.iter().collect::<Vec<_>>(), Language::LATIN);
    }
}
