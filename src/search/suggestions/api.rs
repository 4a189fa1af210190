//! Suggestions for programs.

use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use search_index::{Suggested, Suggestion};
use serde::Serialize;

use super::{CONCEPT, HEADERS, SuggestForm, search_for};
use crate::error::Result;
use crate::locale::Language;
use crate::search::api::MakerView;
use crate::search::{Card, Finder};
use crate::web::{Access, PageLanguage, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/api/v1/suggestions", Access::Anyone, "suggest while somebody types", suggest)
            .asks::<SuggestForm>()
            .gives::<SuggestionsView>(200),
    ]
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SuggestionsView {
    /// Concepts first, then the best of each kind of thing; none for an empty text.
    pub suggestions: Vec<SuggestionView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SuggestionView {
    /// `concept`, `product`, `collection`, `maker` or `cluster`.
    pub kind: &'static str,
    /// In the language of the answer, or in one that is there.
    pub title: String,
    /// The page of the thing, or the search for the concept.
    pub href: String,
    /// What the lexicon of the crafts knows about it; null for a thing.
    pub concept: Option<ConceptView>,
    /// What is published; null for a concept.
    pub thing: Option<ThingView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ConceptView {
    pub key: String,
    /// `object`, `material`, `technique`, `motif`, `place`, `colour`, `quality` or `trade`.
    pub class: &'static str,
    /// The name, in whichever language, that begins like what was typed.
    pub label: String,
    /// How many things are about it; estimated where there are thousands.
    pub documents: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ThingView {
    pub id: i64,
    pub slug: String,
    pub maker: Option<MakerView>,
    pub country: String,
    pub place: String,
}

async fn suggest(
    finder: web::Data<Finder>,
    PageLanguage(language): PageLanguage,
    Query(form): Query<SuggestForm>,
) -> Result<HttpResponse> {
    let found = finder.suggest(&form.check(language)?)?;
    let suggestions = found.into_iter().map(|one| SuggestionView::new(one, language)).collect();
    let mut answer = HttpResponse::Ok();
    HEADERS.into_iter().for_each(|header| {
        answer.insert_header(header);
    });
    Ok(answer.json(SuggestionsView { suggestions }))
}

impl SuggestionView {
    pub(super) fn new(suggestion: Suggestion, language: Language) -> Self {
        let title = suggestion.text;
        match suggestion.what {
            Suggested::Concept { key, class, label, documents } => Self {
                kind: CONCEPT,
                href: search_for(&title),
                title,
                concept: Some(ConceptView { key, class: class.as_str(), label, documents }),
                thing: None,
            },
            Suggested::Document { kind, stored, key: _ } => {
                let card = Card::read(&stored);
                Self {
                    kind: kind.as_str(),
                    href: card.address(kind),
                    title,
                    concept: None,
                    thing: Some(ThingView {
                        id: card.id,
                        place: card.place.best(language).to_owned(),
                        slug: card.slug,
                        maker: card.maker.map(|maker| MakerView::new(maker, language)),
                        country: card.country,
                    }),
                }
            }
        }
    }
}
