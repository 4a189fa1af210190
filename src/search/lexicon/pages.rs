//! The lexicon desk for people: the list, one concept with its form and its history, and a form for a new one.

use actix_web::{HttpResponse, web};
use askama::Template;
use search_index::lexicon::Class;
use serde::Deserialize;

use super::api::ConceptQuery;
use super::concept;
use super::history::{self, Change};
use super::{
    Concept, Concepts, CorrectionForm, EntryForm, Standing, UndoForm, WithdrawForm, add, correct, undo,
    withdraw,
};
use crate::accounts::Officer;
use crate::db::DbConnection;
use crate::error::{Error, Result, if_found};
use crate::ids::{Slug, UnansweredId};
use crate::input::Raw;
use crate::search::Finder;
use crate::search::unanswered::{self, Unanswered};
use crate::web::{Access, Choice, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/programme/lexicon", Officer, "list concepts of the search lexicon", list),
        Route::get("/programme/lexicon/new", Officer, "add a concept to the search lexicon", new),
        Route::post("/programme/lexicon/new", Officer, "add a concept to the search lexicon", add_concept),
        Route::get("/programme/lexicon/{key}", Officer, "see a concept of the search lexicon", show),
        Route::post(
            "/programme/lexicon/{key}",
            Officer,
            "correct a concept of the search lexicon",
            correct_concept,
        ),
        Route::post(
            "/programme/lexicon/{key}/withdraw",
            Officer,
            "withdraw a concept of the search lexicon",
            withdraw_concept,
        ),
        Route::post(
            "/programme/lexicon/{key}/undo",
            Officer,
            "undo a change of the search lexicon",
            undo_change,
        ),
    ]
}

/// A search that found nothing, on its way to the concept that shall answer it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Answering {
    query: Raw,
}

impl Answering {
    /// Nothing, too, where the search is forgotten by now.
    fn read(&self, conn: &mut DbConnection) -> Result<Option<Unanswered>> {
        let Ok(id) = self.query.trimmed().parse::<UnansweredId>() else { return Ok(None) };
        if_found(unanswered::unanswered(conn, id))
    }
}

fn classes(page: &Page) -> Vec<Choice> {
    let choice = |class: Class| Choice::new(class.as_str(), page.term("lexicon-class", class.as_str()));
    Class::ALL.map(choice).to_vec()
}

#[derive(Template)]
#[template(path = "search/lexicon/list.html")]
struct ConceptsPage<'a> {
    page: &'a Page,
    concepts: Vec<Concept>,
    total: usize,
    next: Option<String>,
    classes: Vec<Choice>,
    standings: Vec<Choice>,
    answering: Option<Unanswered>,
    form: FormView,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<ConceptQuery>,
    Query(answering): Query<Answering>,
    listing: Listing,
) -> Result<HttpResponse> {
    let wanted = query.check()?;
    let (found, answering) =
        house.db.read(move |conn| Ok((Concepts::read(conn)?.wanted(&wanted), answering.read(conn)?))).await?;
    let total = found.len();
    let listed = listing.cut(found);
    let address = |cursor: String| {
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        for (name, raw) in [("q", &query.q), ("class", &query.class), ("standing", &query.standing)] {
            pairs.append_pair(name, raw.trimmed());
        }
        if let Some(query) = &answering {
            pairs.append_pair("query", &query.id.to_string());
        }
        format!("/programme/lexicon?{}", pairs.append_pair("cursor", &cursor).finish())
    };
    page.show(&ConceptsPage {
        page: &page,
        concepts: listed.items,
        total,
        next: listed.next.map(address),
        classes: classes(&page),
        standings: page.choices("lexicon-standing", Standing::WORDS),
        answering,
        form: FormView::new(page.language(), &query),
    })
}

#[derive(Template)]
#[template(path = "search/lexicon/new.html")]
struct NewConceptPage<'a> {
    page: &'a Page,
    classes: Vec<Choice>,
    form: FormView,
}

impl<'a> NewConceptPage<'a> {
    fn new(page: &'a Page, form: &EntryForm) -> Self {
        Self { page, classes: classes(page), form: FormView::new(page.language(), form) }
    }
}

async fn new(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(answering): Query<Answering>,
) -> Result<HttpResponse> {
    let answering = house.db.read(move |conn| answering.read(conn)).await?;
    let form = answering.as_ref().map(EntryForm::proposed).unwrap_or_default();
    page.show(&NewConceptPage::new(&page, &form))
}

async fn add_concept(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    input: Input<EntryForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let sent = form.clone();
    match house.db.write(move |tx| add(tx, &officer, &sent)).await {
        Ok(added) => Ok(page.see_other(&address(&added.entry.key), Some("notice-concept-added"))),
        Err(Error::Invalid(problems)) => {
            let mut again = NewConceptPage::new(&page, &form);
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

fn address(key: &str) -> String {
    format!("/programme/lexicon/{key}")
}

#[derive(Template)]
#[template(path = "search/lexicon/concept.html")]
struct ConceptPage<'a> {
    page: &'a Page,
    concept: Concept,
    documents: i64,
    broader: Vec<Concept>,
    narrower: Vec<Concept>,
    history: Vec<Change>,
    classes: Vec<Choice>,
    form: FormView,
}

/// The form as somebody filled it, or as the concept is now.
async fn concept_page<'a>(
    house: &House,
    finder: &Finder,
    page: &'a Page,
    key: &str,
    form: Option<CorrectionForm>,
    answering: Answering,
) -> Result<ConceptPage<'a>> {
    let wanted = key.to_owned();
    let (concept, broader, narrower, history, answering) = house
        .db
        .read(move |conn| {
            let concept = concept::concept(conn, &wanted)?;
            let concepts = Concepts::read(conn)?;
            let broader = concept.entry.broader.iter().filter_map(|key| concepts.standing(key)).collect();
            let history = history::history(conn, &wanted)?;
            let narrower = concepts.narrower(&wanted);
            Ok((concept, broader, narrower, history, answering.read(conn)?))
        })
        .await?;
    let form = form.unwrap_or_else(|| {
        let entry = EntryForm::from(&concept.entry);
        let entry = match &answering {
            Some(query) => entry.answering(query),
            None => entry,
        };
        CorrectionForm::new(entry, concept.version)
    });
    Ok(ConceptPage {
        page,
        documents: i64::try_from(finder.documents_about(key)?).unwrap_or(i64::MAX),
        concept,
        broader,
        narrower,
        history,
        classes: classes(page),
        form: FormView::new(page.language(), &form),
    })
}

async fn show(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    page: Page,
    _officer: Officer,
    key: web::Path<Slug>,
    Query(answering): Query<Answering>,
) -> Result<HttpResponse> {
    page.show(&concept_page(&house, &finder, &page, &key, None, answering).await?)
}

/// After a form or a button of the concept's page: the notice that it was done, or the page again with what is wrong.
async fn told(
    house: &House,
    finder: &Finder,
    page: &Page,
    key: &str,
    form: Option<CorrectionForm>,
    done: Result<&'static str>,
) -> Result<HttpResponse> {
    match done {
        Ok(notice) => Ok(page.see_other(&address(key), Some(notice))),
        Err(Error::Invalid(problems)) => {
            let mut again = concept_page(house, finder, page, key, form, Answering::default()).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

async fn correct_concept(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    page: Page,
    officer: Officer,
    key: web::Path<Slug>,
    input: Input<CorrectionForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (sent, own) = (form.clone(), key.clone());
    let done = house.db.write(move |tx| correct(tx, &officer, &own, &sent)).await;
    told(&house, &finder, &page, &key, Some(form), done.map(|_| "notice-concept-corrected")).await
}

async fn withdraw_concept(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    page: Page,
    officer: Officer,
    key: web::Path<Slug>,
    input: Input<WithdrawForm>,
) -> Result<HttpResponse> {
    let (form, own) = (input.into_inner(), key.clone());
    let done = house.db.write(move |tx| withdraw(tx, &officer, &own, &form)).await;
    told(&house, &finder, &page, &key, None, done.map(|_| "notice-concept-withdrawn")).await
}

async fn undo_change(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    page: Page,
    officer: Officer,
    key: web::Path<Slug>,
    input: Input<UndoForm>,
) -> Result<HttpResponse> {
    let (form, own) = (input.into_inner(), key.clone());
    let done = house.db.write(move |tx| undo(tx, &officer, &own, &form)).await;
    told(&house, &finder, &page, &key, None, done.map(|_| "notice-change-undone")).await
}
