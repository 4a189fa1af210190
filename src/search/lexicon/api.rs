//! The search lexicon for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use search_index::lexicon::{Class, Entry};
use serde::{Deserialize, Serialize};

use super::concept::{self, Wanted};
use super::history::{self, Change};
use super::{
    Concept, Concepts, CorrectionForm, Deed, EntryForm, Standing, UndoForm, WithdrawForm, add, correct, undo,
    withdraw,
};
use crate::accounts::Officer;
use crate::clock::Time;
use crate::db::{DbConnection, Write};
use crate::error::{Message, Result};
use crate::ids::Slug;
use crate::input::{Fields, Raw};
use crate::search::Finder;
use crate::web::{Access, House, Input, Listed, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/lexicon", Officer, "list concepts of the search lexicon", list)
            .asks::<ConceptQuery>()
            .gives::<Listed<ConceptView>>(200),
        Route::post("/api/v1/lexicon", Officer, "add a concept to the search lexicon", add_concept)
            .takes::<EntryForm>()
            .gives::<ConceptView>(201),
        Route::get("/api/v1/lexicon/{key}", Officer, "see a concept of the search lexicon", show)
            .gives::<ConceptView>(200),
        Route::put(
            "/api/v1/lexicon/{key}",
            Officer,
            "correct a concept of the search lexicon",
            correct_concept,
        )
        .takes::<CorrectionForm>()
        .gives::<ConceptView>(200),
        Route::post(
            "/api/v1/lexicon/{key}/withdraw",
            Officer,
            "withdraw a concept of the search lexicon",
            withdraw_concept,
        )
        .takes::<WithdrawForm>()
        .gives::<ConceptView>(200),
        Route::post(
            "/api/v1/lexicon/{key}/undo",
            Officer,
            "undo a change of the search lexicon",
            undo_change,
        )
        .takes::<UndoForm>()
        .gives::<ConceptView>(200),
    ]
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ConceptQuery {
    /// Part of a key or of a label.
    pub q: Raw,
    /// `object`, `material`, `technique`, `motif`, `place`, `colour`, `quality` or `trade`.
    pub class: Raw,
    /// `shipped`, `corrected`, `added` or `withdrawn`.
    pub standing: Raw,
    /// `next` of the page before.
    pub cursor: Raw,
    /// Rows on the page.
    pub limit: Raw,
}

impl ConceptQuery {
    pub(super) fn check(&self) -> Result<Wanted> {
        let mut fields = Fields::new();
        let text = fields.optional_text("q", &self.q, 100).unwrap_or_default();
        let class = Class::parse(self.class.trimmed());
        if class.is_none() && !self.class.is_blank() {
            let choices = Class::ALL.map(Class::as_str).join(", ");
            fields.problem("class", Message::new("problem-not-a-choice").with("choices", choices));
        }
        let standing =
            (!self.standing.is_blank()).then(|| fields.choice::<Standing>("standing", &self.standing));
        fields.done(Wanted { text, class, standing })
    }
}

/// What a concept says.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct EntryView {
    /// What it is, which decides how binding it is in a query.
    pub class: &'static str,
    pub labels: LabelsView,
    /// Keys of the concepts that it is a kind of.
    pub broader: Vec<String>,
    /// Keys of close substitutes.
    pub near: Vec<String>,
    pub withdrawn: bool,
}

/// What it is called, the best name of each language first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LabelsView {
    pub en: Vec<String>,
    pub fr: Vec<String>,
    pub ar: Vec<String>,
    pub also: Vec<String>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ConceptView {
    pub key: String,
    #[serde(flatten)]
    pub entry: EntryView,
    pub standing: Standing,
    /// To be sent back with a change. Where one concept is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// How many documents of the search are about it or something narrower. Where one concept is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<u64>,
    /// Newest first. Where one concept is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<Vec<ChangeView>>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangeView {
    pub revision: i64,
    pub deed: Deed,
    /// Null: there was none, or it stood as it is shipped.
    pub before: Option<EntryView>,
    pub after: Option<EntryView>,
    /// The officer's name.
    pub by: String,
    pub at: Time,
}

impl From<Entry> for EntryView {
    fn from(entry: Entry) -> Self {
        let labels = entry.labels;
        Self {
            class: entry.class.as_str(),
            labels: LabelsView { en: labels.en, fr: labels.fr, ar: labels.ar, also: labels.also },
            broader: entry.broader,
            near: entry.near,
            withdrawn: entry.withdrawn,
        }
    }
}

impl From<Change> for ChangeView {
    fn from(change: Change) -> Self {
        Self {
            revision: change.revision,
            deed: change.deed,
            before: change.before.map(EntryView::from),
            after: change.after.map(EntryView::from),
            by: change.by,
            at: change.at,
        }
    }
}

impl ConceptView {
    fn brief(concept: Concept) -> Self {
        Self {
            key: concept.entry.key.clone(),
            standing: concept.standing,
            entry: concept.entry.into(),
            version: None,
            documents: None,
            history: None,
        }
    }

    fn whole(conn: &mut DbConnection, concept: Concept) -> Result<Self> {
        let history = history::history(conn, &concept.entry.key)?;
        let history = history.into_iter().map(ChangeView::from).collect();
        Ok(Self { version: Some(concept.version), history: Some(history), ..Self::brief(concept) })
    }
}

async fn list(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<ConceptQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let wanted = query.check()?;
    let found = house.db.read(move |conn| Ok(Concepts::read(conn)?.wanted(&wanted))).await?;
    Ok(HttpResponse::Ok().json(listing.cut(found).map(ConceptView::brief)))
}

async fn show(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    _officer: Officer,
    key: web::Path<Slug>,
) -> Result<HttpResponse> {
    let view = house
        .db
        .read(move |conn| {
            let found = concept::concept(conn, &key)?;
            ConceptView::whole(conn, found)
        })
        .await?;
    let documents = Some(finder.documents_about(&view.key)?);
    Ok(HttpResponse::Ok().json(ConceptView { documents, ..view }))
}

async fn add_concept(
    house: web::Data<House>,
    officer: Officer,
    input: Input<EntryForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let concept = add(tx, &officer, &form)?;
        ConceptView::whole(tx, concept)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn correct_concept(
    house: web::Data<House>,
    officer: Officer,
    key: web::Path<Slug>,
    input: Input<CorrectionForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let concept = correct(tx, &officer, &key, &form)?;
        ConceptView::whole(tx, concept)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn withdraw_concept(
    house: web::Data<House>,
    officer: Officer,
    key: web::Path<Slug>,
    input: Input<WithdrawForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let concept = withdraw(tx, &officer, &key, &form)?;
        ConceptView::whole(tx, concept)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn undo_change(
    house: web::Data<House>,
    officer: Officer,
    key: web::Path<Slug>,
    input: Input<UndoForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let concept = undo(tx, &officer, &key, &form)?;
        ConceptView::whole(tx, concept)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
