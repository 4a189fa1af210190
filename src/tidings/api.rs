//! Letters and saved searches for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::views::{LettersView, SavedSearchView};
use super::{RhythmForm, SavedSearchForm, choosing, links, searches, store};
use crate::accounts::SignedIn;
use crate::db::Write;
use crate::error::Result;
use crate::ids::SavedSearchId;
use crate::matching::DeclineForm;
use crate::search::Finder;
use crate::web::{Access, House, Input, Listed, Listing, Paging, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/me/letters", SignedIn, "see how often one is written to", show)
            .gives::<LettersView>(200),
        Route::put("/api/v1/me/letters", SignedIn, "choose how often one is written to", choose)
            .takes::<RhythmForm>()
            .gives::<LettersView>(200),
        Route::get("/api/v1/saved-searches", SignedIn, "list one's saved searches", list)
            .asks::<Paging>()
            .gives::<Listed<SavedSearchView>>(200),
        Route::post("/api/v1/saved-searches", SignedIn, "save a search", save)
            .takes::<SavedSearchForm>()
            .gives::<SavedSearchView>(201),
        Route::delete("/api/v1/saved-searches/{id}", SignedIn, "delete a saved search", delete)
            .gives_nothing(),
        Route::post("/api/v1/letter-links/{secret}", LinkHolder, "answer a letter by its link", follow)
            .takes::<DeclineForm>()
            .gives::<links::Followed>(200),
        Route::post("/api/v1/unsubscriptions/{secret}", LinkHolder, "end letters by a letter's link", end)
            .gives::<LettersView>(200),
        Route::delete(
            "/api/v1/unsubscriptions/{secret}",
            LinkHolder,
            "take letters up again by a letter's link",
            resume,
        )
        .gives::<LettersView>(200),
    ]
}

async fn show(house: web::Data<House>, member: SignedIn) -> Result<HttpResponse> {
    let reader = house.db.read(move |conn| store::reader(conn, member.person)).await?;
    Ok(HttpResponse::Ok().json(LettersView::from(reader.rhythm)))
}

async fn choose(house: web::Data<House>, member: SignedIn, input: Input<RhythmForm>) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| choosing::choose_rhythm(tx, &member, &form).map(LettersView::from);
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn list(house: web::Data<House>, member: SignedIn, listing: Listing) -> Result<HttpResponse> {
    let rows = house.db.read(move |conn| store::searches_of(conn, member.person, listing)).await?;
    Ok(HttpResponse::Ok().json(listing.page(rows, |row| row.id.0).map(SavedSearchView::from)))
}

async fn save(
    house: web::Data<House>,
    finder: web::Data<Finder>,
    member: SignedIn,
    input: Input<SavedSearchForm>,
) -> Result<HttpResponse> {
    let (form, lexicon) = (input.value, finder.lexicon());
    let work = move |tx: &mut Write<'_>| {
        searches::save_search(tx, &member, &form, lexicon.as_ref()).map(SavedSearchView::from)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn delete(
    house: web::Data<House>,
    member: SignedIn,
    id: web::Path<SavedSearchId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| searches::delete_search(tx, &member, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn follow(
    house: web::Data<House>,
    secret: web::Path<String>,
    input: Input<DeclineForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| links::act_by_link(tx, &secret, &form);
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn end(house: web::Data<House>, secret: web::Path<String>) -> Result<HttpResponse> {
    let rhythm = house.db.write(move |tx| choosing::unsubscribe_by_link(tx, &secret)).await?;
    Ok(HttpResponse::Ok().json(LettersView::from(rhythm)))
}

async fn resume(house: web::Data<House>, secret: web::Path<String>) -> Result<HttpResponse> {
    let rhythm = house.db.write(move |tx| choosing::resume_by_link(tx, &secret)).await?;
    Ok(HttpResponse::Ok().json(LettersView::from(rhythm)))
}
