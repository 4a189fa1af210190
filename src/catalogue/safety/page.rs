//! What a buyer's web shop must show, on a page: what is there, what lacks, and the files to take along.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::api;
use super::export::{self, SafetyQuery, SafetyView};
use crate::accounts::SignedIn;
use crate::catalogue::shelf::title_or;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::locale::{self, Language};
use crate::web::{Access, Choice, Crumb, FormView, House, Page, PageLanguage, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::SignedIn;
    vec![
        Route::get("/product-safety", SignedIn, "export product safety", show),
        Route::get("/product-safety.csv", SignedIn, "export product safety", api::csv),
        Route::get("/product-safety.json", SignedIn, "export product safety", json),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/safety/page.html")]
struct SafetyPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    collection: String,
    views: Vec<SafetyView>,
    complete: String,
    languages: Vec<Choice>,
    form: FormView,
}

impl SafetyPage<'_> {
    /// One or two lines under a name.
    fn postal(&self, contact: &super::address::Contact) -> String {
        contact.postal(self.page.language())
    }
}

async fn show(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    Query(query): Query<SafetyQuery>,
) -> Result<HttpResponse> {
    let (today, wanted) = (house.today(), query.clone());
    let read = move |conn: &mut DbConnection| export::find(conn, &member, &wanted, today);
    let found = house.db.read(read).await?;
    let view = |set| SafetyView::new(&house.settings, set, page.language());
    let views: Vec<SafetyView> = found.sets.iter().map(view).collect();
    let mut crumbs = vec![Crumb::new("/collections", page.say("nav-collections"))];
    if let Some(collection) = &found.collection {
        let title = title_or(&page, &collection.title, "collection-untitled");
        crumbs.push(Crumb::new(format!("/collections/{}", collection.slug), title));
    }
    crumbs.push(Crumb::new("", page.say("safety-export-title")));
    let complete = views.iter().filter(|view| view.complete).count() as i64;
    let all = views.len() as i64;
    let values = serde_json::json!({ "lang": page.language().code() });
    page.show(&SafetyPage {
        complete: page
            .say("safety-export-complete")
            .with("complete", page.number(complete))
            .with("all", page.number(all))
            .to_string(),
        languages: Language::ALL
            .into_iter()
            .map(|language| Choice::new(language.code(), locale::native_name(language)))
            .collect(),
        form: FormView::new(page.language(), &values),
        collection: query.collection.trimmed().to_owned(),
        page: &page,
        crumbs,
        views,
    })
}

async fn json(
    house: web::Data<House>,
    member: SignedIn,
    query: Query<SafetyQuery>,
    language: PageLanguage,
) -> Result<HttpResponse> {
    let name = format!("product-safety-{}-{}.json", language.0.code(), house.today());
    let mut response = api::json(house, member, query, language).await?;
    let disposition = format!("attachment; filename=\"{name}\"").parse().map_err(Error::wrap)?;
    response.headers_mut().insert(header::CONTENT_DISPOSITION, disposition);
    Ok(response)
}
