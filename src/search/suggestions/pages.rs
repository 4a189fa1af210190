//! Suggestions for people: the list that the script of every page puts under the search box.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::SuggestionView;
use super::{HEADERS, SuggestForm};
use crate::error::{Error, Result};
use crate::search::Finder;
use crate::web::{Access, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![Route::get("/search/suggestions", Access::Anyone, "suggest while somebody types", suggest)]
}

#[derive(Template)]
#[template(path = "search/suggestions/list.html")]
struct List<'a> {
    page: &'a Page,
    offers: Vec<Offer>,
}

struct Offer {
    href: String,
    title: String,
    /// The name that was typed where it is another one, or whose the thing is.
    beside: Option<String>,
    /// What it is: a craft, a place, a product.
    as_what: String,
    documents: Option<Documents>,
}

struct Documents {
    count: i64,
    shown: String,
}

impl List<'_> {
    fn count(&self) -> i64 {
        self.offers.len() as i64
    }
}

/// A part of a page: neither is the language of the address remembered, as it would be for a whole one, nor is a notice
/// taken as read.
async fn suggest(
    finder: web::Data<Finder>,
    page: Page,
    Query(form): Query<SuggestForm>,
) -> Result<HttpResponse> {
    let found = finder.suggest(&form.check(page.language())?)?;
    let views = found.into_iter().map(|one| SuggestionView::new(one, page.language()));
    let list = List { page: &page, offers: views.map(|view| offer(view, &page)).collect() };
    let html = list.render().map_err(Error::wrap)?;
    let mut answer = HttpResponse::Ok();
    HEADERS.into_iter().for_each(|header| {
        answer.insert_header(header);
    });
    Ok(answer.content_type("text/html; charset=utf-8").body(html))
}

fn offer(view: SuggestionView, page: &Page) -> Offer {
    let SuggestionView { kind, title, href, concept, thing } = view;
    let (beside, as_what, documents) = match concept {
        Some(concept) => (
            Some(concept.label).filter(|label| label.to_lowercase() != title.to_lowercase()),
            page.term("suggestion", concept.class),
            Some(documents(concept.documents, page)),
        ),
        None => {
            let whose = thing.map(|thing| match thing.maker {
                Some(maker) if maker.name != title => maker.name,
                _ => thing.place,
            });
            (whose.filter(|whose| !whose.is_empty()), page.term("kind", kind), None)
        }
    };
    Offer { href, title, beside, as_what, documents }
}

fn documents(count: u64, page: &Page) -> Documents {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    Documents { count, shown: page.number(count) }
}
