//! What was done for a maker: the list in the workshop, one digest with the answer to it, and the officers' objections.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::{AnyMaker, Member, Officer, SignedIn};
use crate::assistance::reading::{readable_digest, told_all};
use crate::assistance::views::Told;
use crate::assistance::{Answer, DigestAnswerForm, SettleForm, answering, store};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::DigestId;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Listing, Page, Route};

const LIST: &str = "/workshop/assisted-acts";

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get(LIST, AnyMaker, "list what was done for one", list),
        Route::get("/assisted-acts/{id}", SignedIn, "see what was done for a maker", show),
        Route::post("/assisted-acts/{id}/answer", AnyMaker, "answer to what was done for one", answer),
        Route::post("/assisted-acts/{id}/settle", SignedIn, "settle an objection", settle),
        Route::get("/objections", Officer, "list objections", list_objections),
    ]
}

/// Digests one below the other, each on a page of its own.
#[derive(Template)]
#[template(path = "assistance/pages/digests.html")]
struct ListPage<'a> {
    page: &'a Page,
    title: &'static str,
    lead: &'static str,
    none: &'static str,
    /// Whose they are, where there are several makers.
    names_maker: bool,
    digests: Vec<Told>,
    next: Option<String>,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    listing: Listing,
) -> Result<HttpResponse> {
    let own = maker.organisation;
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::digests_of(conn, own, listing)?, |one| one.id.0);
        told_all(conn, listed)
    };
    let listed = house.db.read(read).await?;
    page.show(&ListPage {
        page: &page,
        title: "done-title",
        lead: "done-lead",
        none: "done-none",
        names_maker: false,
        digests: listed.items,
        next: listed.next.map(|cursor| format!("{LIST}?cursor={cursor}")),
    })
}

async fn list_objections(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    listing: Listing,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::objections(conn, listing)?, |one| one.id.0);
        told_all(conn, listed)
    };
    let listed = house.db.read(read).await?;
    page.show(&ListPage {
        page: &page,
        title: "objections-title",
        lead: "objections-lead",
        none: "objections-none",
        names_maker: true,
        digests: listed.items,
        next: listed.next.map(|cursor| format!("/objections?cursor={cursor}")),
    })
}

#[derive(Template)]
#[template(path = "assistance/pages/digest.html")]
struct DigestPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    told: Told,
    answers: Vec<Choice>,
    may_answer: bool,
    may_settle: bool,
    form: FormView,
}

async fn digest_page<'a>(
    house: &House,
    page: &'a Page,
    by: &Member,
    id: DigestId,
    form: FormView,
) -> Result<DigestPage<'a>> {
    let reader = by.clone();
    let told = house.db.read(move |conn| readable_digest(conn, &reader, id)).await?;
    let owns = told.maker.id == by.organisation;
    let (list, title) = match (owns, by.is_officer()) {
        (true, _) => (LIST, "done-title"),
        (_, true) => ("/objections", "objections-title"),
        _ => ("/assistance", "assistance-title"),
    };
    Ok(DigestPage {
        page,
        crumbs: [Crumb::new(list, page.say(title)), Crumb::new("", page.day(&told.digest.told_at))],
        answers: page.choices("digest-answer", Answer::WORDS),
        may_answer: owns && told.digest.answer.is_none(),
        may_settle: (owns || by.is_officer()) && told.digest.is_open_objection(),
        told,
        form,
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    id: web::Path<DigestId>,
) -> Result<HttpResponse> {
    let blank = FormView::new(page.language(), &DigestAnswerForm::default());
    page.show(&digest_page(&house, &page, &member, *id, blank).await?)
}

async fn answer(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<DigestId>,
    input: Input<DigestAnswerForm>,
) -> Result<HttpResponse> {
    let (id, form, settings, by) = (*id, input.into_inner(), house.settings.clone(), maker.clone());
    let wanted = form.clone();
    let written = house.db.write(move |tx| answering::answer_digest(tx, &settings, &by, id, &wanted)).await;
    match written.map(drop) {
        Ok(()) => Ok(page.see_other(&format!("/assisted-acts/{id}"), Some("notice-digest-answered"))),
        Err(error) => again(&house, &page, &maker, id, &form, error).await,
    }
}

async fn settle(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    id: web::Path<DigestId>,
    input: Input<SettleForm>,
) -> Result<HttpResponse> {
    let (id, form, settings, by) = (*id, input.into_inner(), house.settings.clone(), member.clone());
    let wanted = form.clone();
    let written =
        house.db.write(move |tx| answering::settle_objection(tx, &settings, &by, id, &wanted)).await;
    match written.map(drop) {
        Ok(()) => Ok(page.see_other(&format!("/assisted-acts/{id}"), Some("notice-objection-settled"))),
        Err(error) => again(&house, &page, &member, id, &form, error).await,
    }
}

/// The same page with what is wrong.
async fn again(
    house: &House,
    page: &Page,
    by: &Member,
    id: DigestId,
    form: &impl serde::Serialize,
    error: Error,
) -> Result<HttpResponse> {
    let problems: Problems = match error {
        Error::Invalid(problems) => problems,
        error => return Err(error),
    };
    let form = FormView::new(page.language(), form).with_problems(problems);
    page.show_again(&digest_page(house, page, by, id, form).await?)
}
