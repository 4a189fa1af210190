//! What a letter's link opens, without signing in: what was done, and one button. Looking does nothing, however often
//! and by whomever; the button acts, once.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use crate::assistance::digest::Link;
use crate::assistance::views::{self, Told};
use crate::assistance::{LinkForm, Purpose, answering};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::web::{Access, FormView, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    let does = "answer by a letter's link";
    vec![
        Route::get("/done-for-you/{secret}", Access::LinkHolder, does, show),
        Route::post("/done-for-you/{secret}", Access::LinkHolder, does, act),
    ]
}

#[derive(Template)]
#[template(path = "assistance/pages/link.html")]
struct LinkPage<'a> {
    page: &'a Page,
    told: Told,
    purpose: Purpose,
    action: String,
    form: FormView,
}

fn gone(page: &Page) -> Result<HttpResponse> {
    page.tell(StatusCode::NOT_FOUND, "link-gone", "link-gone-text")
}

async fn read(house: &House, secret: &str) -> Result<(Link, Told)> {
    let (secret, now) = (secret.to_owned(), house.now());
    let read = move |conn: &mut DbConnection| {
        let (link, digest) = answering::link(conn, &secret, now)?;
        Ok((link, views::told_of(conn, digest)?))
    };
    house.db.read(read).await
}

/// Is there still something that the link can do?
fn is_spent(link: &Link, told: &Told) -> bool {
    link.used_at.is_some() || (link.purpose != Purpose::Withdraw && told.digest.answer.is_some())
}

async fn page_of(
    house: &House,
    page: &Page,
    secret: &str,
    form: &LinkForm,
    problems: Problems,
) -> Result<HttpResponse> {
    let (link, told) = match read(house, secret).await {
        Ok(found) => found,
        Err(Error::NotFound) => return gone(page),
        Err(error) => return Err(error),
    };
    if is_spent(&link, &told) {
        return page.tell(StatusCode::OK, "link-used", "link-used-text");
    }
    let is_wrong = !problems.is_empty();
    let shown = LinkPage {
        page,
        told,
        purpose: link.purpose,
        action: format!("/done-for-you/{secret}"),
        form: FormView::new(page.language(), form).with_problems(problems),
    };
    if is_wrong { page.show_again(&shown) } else { page.show(&shown) }
}

async fn show(house: web::Data<House>, page: Page, secret: web::Path<String>) -> Result<HttpResponse> {
    page_of(&house, &page, &secret, &LinkForm::default(), Problems::new()).await
}

async fn act(
    house: web::Data<House>,
    page: Page,
    secret: web::Path<String>,
    input: Input<LinkForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.into_inner(), house.settings.clone());
    let (wanted, used) = (form.clone(), secret.clone());
    match house.db.write(move |tx| answering::answer_by_link(tx, &settings, &used, &wanted)).await {
        Ok(Purpose::Confirm) => page.tell(StatusCode::OK, "link-confirmed", "link-confirmed-text"),
        Ok(Purpose::Object) => page.tell(StatusCode::OK, "link-objected", "link-objected-text"),
        Ok(Purpose::Withdraw) => page.tell(StatusCode::OK, "link-withdrawn", "link-withdrawn-text"),
        Err(Error::NotFound) => gone(&page),
        Err(Error::Refused(_)) => page.tell(StatusCode::CONFLICT, "link-used", "link-used-text"),
        Err(Error::Invalid(problems)) => page_of(&house, &page, &secret, &form, problems).await,
        Err(error) => Err(error),
    }
}
