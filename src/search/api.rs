//! Search for programs.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use search_index::{Answer, Because, Highlight, Hit, Role};
use serde::Serialize;

use super::card::MakerName;
use super::{Card, Finder, SearchForm, unanswered};
use crate::accounts::Viewer;
use crate::catalogue::Audience;
use crate::error::Result;
use crate::input::RawMoney;
use crate::locale::Language;
use crate::money::Rates;
use crate::rates;
use crate::web::{Access, House, PageLanguage, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/api/v1/search", Access::Anyone, "search", search)
            .asks::<SearchForm>()
            .gives::<SearchView>(200),
    ]
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchView {
    /// All that match, on every page.
    pub total: u64,
    pub hits: Vec<HitView>,
    /// For each filter, how many would be found under each of its values. A filter's own choice does not shrink it.
    pub facets: BTreeMap<&'static str, Vec<CountView>>,
    /// Hand it back as `cursor` for the page after this one; null on the last.
    pub next: Option<String>,
    /// The words as they were read, where nothing is spelled as it was typed: ask the reader whether this is meant.
    pub read_as: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct CountView {
    pub value: String,
    pub count: u64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct HitView {
    /// `product`, `collection`, `maker` or `cluster`.
    pub kind: &'static str,
    pub id: i64,
    pub slug: String,
    /// In the language of the answer, or in one that is there.
    pub title: String,
    /// Excerpts in which something matched.
    pub highlight: Vec<ExcerptView>,
    /// For each part of the question that is answered, by what.
    pub reasons: Vec<ReasonView>,
    pub maker: Option<MakerView>,
    pub country: String,
    pub place: String,
    pub crafts: Vec<String>,
    /// The address of the small picture.
    pub picture: Option<String>,
    /// Only for those who may see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<RawMoney>,
    pub moq: Option<i64>,
    pub lead_time_days: Option<i64>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MakerView {
    pub id: i64,
    pub slug: String,
    pub name: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ExcerptView {
    /// `title`, `body` or `keyword`.
    pub role: &'static str,
    pub language: Option<&'static str>,
    pub pieces: Vec<PieceView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ReasonView {
    pub asked: String,
    /// As the thing's own text has it.
    pub found: String,
    /// `word` (the same, perhaps inflected), `concept` (another language, spelling or synonym), `narrower` or `broader`
    /// (than what was asked for), `near` (a close substitute), `size` (equal, perhaps in another unit), `sound` (the
    /// same consonants).
    pub how: &'static str,
    /// The key of the lexicon's concept.
    pub concept: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PieceView {
    pub text: String,
    /// This piece matched.
    pub marked: bool,
}

/// The rates of the day, read only for a question that compares prices.
pub(super) async fn rates_for(house: &House, needed: bool) -> Result<Rates> {
    if !needed {
        return Ok(Rates::default());
    }
    let today = house.today();
    house.db.read(move |conn| rates::latest(conn, today)).await
}

async fn search(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    viewer: Viewer,
    PageLanguage(language): PageLanguage,
    Query(form): Query<SearchForm>,
) -> Result<HttpResponse> {
    let question =
        form.check(viewer.sees_prices(), &Audience::of(viewer.member()), house.settings.limits.page_size)?;
    let rates = rates_for(&house, question.needs_rates()).await?;
    // On this thread: a query takes less time than handing it to another one would.
    let answer = finder.search(&question.search(language, &rates, house.today()))?;
    if answer.total == 0 {
        unanswered::note(&finder, &question, language, house.today());
    }
    Ok(HttpResponse::Ok().json(SearchView::new(answer, &viewer, language)))
}

impl SearchView {
    fn new(answer: Answer, viewer: &Viewer, language: Language) -> Self {
        let counts = |list: Vec<(String, u64)>| {
            list.into_iter().map(|(value, count)| CountView { value, count }).collect()
        };
        Self {
            total: answer.total,
            hits: answer.hits.into_iter().map(|hit| HitView::new(hit, viewer, language)).collect(),
            facets: answer.facets.into_iter().map(|(facet, list)| (facet.as_str(), counts(list))).collect(),
            next: answer.next.map(|cursor| cursor.to_string()),
            read_as: answer.read_as,
        }
    }
}

impl MakerView {
    pub(super) fn new(maker: MakerName, language: Language) -> Self {
        Self { id: maker.id.0, slug: maker.slug.clone(), name: maker.for_reader(language) }
    }
}

impl HitView {
    fn new(hit: Hit, viewer: &Viewer, language: Language) -> Self {
        let card = Card::read(&hit.stored);
        let price = card.price().filter(|_| may_see_price(&card, viewer)).map(RawMoney::from);
        let maker = card.maker.map(|maker| MakerView::new(maker, language));
        Self {
            kind: hit.kind.as_str(),
            id: card.id,
            slug: card.slug,
            title: card.title.best(language).to_owned(),
            highlight: hit.highlights.into_iter().map(ExcerptView::from).collect(),
            reasons: hit.reasons.into_iter().map(ReasonView::from).collect(),
            maker,
            country: card.country,
            place: card.place.best(language).to_owned(),
            crafts: card.crafts,
            picture: card.picture.map(|key| format!("/pictures/{key}")),
            price,
            moq: card.moq,
            lead_time_days: card.lead_time_days,
        }
    }
}

/// Those who see all prices, and a maker among its own things.
pub(super) fn may_see_price(card: &Card, viewer: &Viewer) -> bool {
    let own = || Some(card.maker.as_ref()?.id == viewer.member()?.organisation);
    viewer.sees_prices() || own().unwrap_or(false)
}

impl From<Because> for ReasonView {
    fn from(because: Because) -> Self {
        let Because { asked, found, how, concept } = because;
        Self { asked, found, how: how.as_str(), concept }
    }
}

impl From<Highlight> for ExcerptView {
    fn from(highlight: Highlight) -> Self {
        let pieces =
            highlight.pieces.into_iter().map(|piece| PieceView { text: piece.text, marked: piece.marked });
        Self {
            role: match highlight.role {
                Role::Title => "title",
                Role::Body => "body",
                Role::Keyword => "keyword",
            },
            language: highlight.language.map(|language| language.code()),
            pieces: pieces.collect(),
        }
    }
}
