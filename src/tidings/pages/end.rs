//! The way out that stands in each of these letters. A mail program posts to it when its reader presses the program's own
//! button (RFC 8058): without cookies, from nowhere in particular, and it follows no redirects. People see a page.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use crate::error::{Error, Result};
use crate::tidings::{Rhythm, choosing, links, store};
use crate::web::{Access, House, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    let does = "end letters by a letter's link";
    vec![
        // `web::origin` lets this one be posted to from anywhere.
        Route::get("/unsubscribe/{secret}", LinkHolder, does, show),
        Route::post("/unsubscribe/{secret}", LinkHolder, does, end),
        Route::post(
            "/unsubscribe/{secret}/back",
            LinkHolder,
            "take letters up again by a letter's link",
            resume,
        ),
    ]
}

#[derive(Template)]
#[template(path = "tidings/pages/end.html")]
struct EndPage<'a> {
    page: &'a Page,
    secret: &'a str,
    rhythm: Rhythm,
    /// Taken up again just now.
    back: bool,
}

impl EndPage<'_> {
    fn ended(&self) -> bool {
        self.rhythm == Rhythm::Never
    }
}

fn page_of(page: &Page, secret: &str, rhythm: Result<Rhythm>, back: bool) -> Result<HttpResponse> {
    match rhythm {
        Ok(rhythm) => page.show(&EndPage { page, secret, rhythm, back }),
        Err(Error::NotFound) => page.tell(StatusCode::NOT_FOUND, "tiding-link-gone", "tiding-end-gone-text"),
        Err(error) => Err(error),
    }
}

async fn show(house: web::Data<House>, page: Page, secret: web::Path<String>) -> Result<HttpResponse> {
    let (now, asked) = (house.now(), secret.clone());
    let read = house.db.read(move |conn| {
        let link = links::ending(conn, &asked, now)?;
        Ok(store::reader(conn, link.person_id)?.rhythm)
    });
    page_of(&page, &secret, read.await, false)
}

async fn end(house: web::Data<House>, page: Page, secret: web::Path<String>) -> Result<HttpResponse> {
    let asked = secret.clone();
    let ended = house.db.write(move |tx| choosing::unsubscribe_by_link(tx, &asked)).await;
    page_of(&page, &secret, ended, false)
}

async fn resume(house: web::Data<House>, page: Page, secret: web::Path<String>) -> Result<HttpResponse> {
    let asked = secret.clone();
    let resumed = house.db.write(move |tx| choosing::resume_by_link(tx, &asked)).await;
    page_of(&page, &secret, resumed, true)
}
