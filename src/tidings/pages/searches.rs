//! The saved searches of a person.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::{Member, SignedIn};
use crate::db::Write;
use crate::error::{Error, Result};
use crate::ids::SavedSearchId;
use crate::search::Finder;
use crate::tidings::{SavedSearch, SavedSearchForm, searches, store};
use crate::web::{Access, Crumb, FormView, House, Input, Listing, Page, Route};

const HERE: &str = "/account/searches";

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get(HERE, SignedIn, "list one's saved searches", list),
        Route::post(HERE, SignedIn, "save a search", save),
        Route::post("/account/searches/{id}/delete", SignedIn, "delete a saved search", delete),
    ]
}

#[derive(Template)]
#[template(path = "tidings/pages/searches.html")]
struct SearchesPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    searches: Vec<SavedSearch>,
    next: Option<String>,
    form: FormView,
    /// Something was wrong with what was to be saved, so it is asked for again.
    again: bool,
}

async fn searches_page<'a>(
    house: &House,
    page: &'a Page,
    member: &Member,
    listing: Listing,
    form: FormView,
) -> Result<SearchesPage<'a>> {
    let person = member.person;
    let rows = house.db.read(move |conn| store::searches_of(conn, person, listing)).await?;
    let listed = listing.page(rows, |row| row.id.0);
    Ok(SearchesPage {
        page,
        crumbs: [Crumb::new("/account", page.say("nav-account")), Crumb::new("", page.say("searches-title"))],
        searches: listed.items,
        next: listed.next.map(|cursor| format!("{HERE}?cursor={cursor}")),
        again: !form.problems().is_empty(),
        form,
    })
}

async fn list(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    listing: Listing,
) -> Result<HttpResponse> {
    let blank = FormView::new(page.language(), &SavedSearchForm::default());
    page.show(&searches_page(&house, &page, &member, listing, blank).await?)
}

async fn save(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    page: Page,
    member: SignedIn,
    listing: Listing,
    input: Input<SavedSearchForm>,
) -> Result<HttpResponse> {
    let (form, lexicon) = (input.into_inner(), finder.lexicon());
    let (by, wanted) = (member.clone(), form.clone());
    let work = move |tx: &mut Write<'_>| searches::save_search(tx, &by, &wanted, lexicon.as_ref());
    match house.db.write(work).await {
        Ok(_) => Ok(page.see_other(HERE, Some("notice-search-saved"))),
        Err(Error::Invalid(problems)) => {
            let view = FormView::new(page.language(), &form).with_problems(problems);
            page.show_again(&searches_page(&house, &page, &member, listing, view).await?)
        }
        Err(error) => Err(error),
    }
}

async fn delete(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    id: web::Path<SavedSearchId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| searches::delete_search(tx, &member, *id)).await?;
    Ok(page.see_other(HERE, Some("notice-search-deleted")))
}
