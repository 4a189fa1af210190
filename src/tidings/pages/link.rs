//! What a link in a letter opens, without signing in: the request, and one button. Looking does nothing, however often
//! and by whomever; the button acts, once.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use crate::error::{Error, Problems, Result};
use crate::locale;
use crate::mail::excerpt;
use crate::matching::{DeclineForm, DeclineReason, SourcingRequest};
use crate::tidings::links;
use crate::web::{Access, Choice, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    let does = "answer a letter by its link";
    vec![
        Route::get("/letters/{secret}", Access::LinkHolder, does, show),
        Route::post("/letters/{secret}", Access::LinkHolder, does, act),
    ]
}

/// What of the buyer's words says which request it is.
const EXCERPT: usize = 600;

#[derive(Template)]
#[template(path = "tidings/pages/link.html")]
struct LinkPage<'a> {
    page: &'a Page,
    request: SourcingRequest,
    wanted: String,
    quantity: String,
    action: String,
    reasons: Vec<Choice>,
    form: FormView,
}

/// Why a link does nothing, where it is one that did something once.
fn spent(page: &Page, error: Error) -> Result<HttpResponse> {
    let key = match &error {
        Error::NotFound => {
            return page.tell(StatusCode::NOT_FOUND, "tiding-link-gone", "tiding-link-gone-text");
        }
        Error::Refused(message) => message.key,
        _ => return Err(error),
    };
    match key {
        "refusal-tiding-link-used" => {
            page.tell(StatusCode::CONFLICT, "tiding-link-used", "tiding-link-used-text")
        }
        "refusal-tiding-link-expired" => {
            page.tell(StatusCode::GONE, "tiding-link-expired", "tiding-link-expired-text")
        }
        "refusal-tiding-link-closed" => {
            page.tell(StatusCode::CONFLICT, "tiding-link-closed", "tiding-link-closed-text")
        }
        _ => Err(error),
    }
}

async fn page_of(
    house: &House,
    page: &Page,
    secret: &str,
    form: &DeclineForm,
    problems: Problems,
) -> Result<HttpResponse> {
    let (now, asked) = (house.now(), secret.to_owned());
    let opened = match house.db.read(move |conn| links::open(conn, &asked, now)).await {
        Ok(opened) => opened,
        Err(error) => return spent(page, error),
    };
    let is_wrong = !problems.is_empty();
    let shown = LinkPage {
        page,
        quantity: locale::say(page.language(), &opened.request.pieces(page.language())),
        wanted: excerpt(&opened.request.wanted, EXCERPT),
        request: opened.request,
        action: format!("/letters/{secret}"),
        reasons: page.choices("decline-reason", DeclineReason::WORDS),
        form: FormView::new(page.language(), form).with_problems(problems),
    };
    if is_wrong { page.show_again(&shown) } else { page.show(&shown) }
}

async fn show(house: web::Data<House>, page: Page, secret: web::Path<String>) -> Result<HttpResponse> {
    page_of(&house, &page, &secret, &DeclineForm::default(), Problems::new()).await
}

async fn act(
    house: web::Data<House>,
    page: Page,
    secret: web::Path<String>,
    input: Input<DeclineForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let (wanted, used) = (form.clone(), secret.clone());
    match house.db.write(move |tx| links::act_by_link(tx, &used, &wanted)).await {
        Ok(_) => page.tell(StatusCode::OK, "tiding-declined", "tiding-declined-text"),
        Err(Error::Invalid(problems)) => page_of(&house, &page, &secret, &form, problems).await,
        Err(error) => spent(&page, error),
    }
}
