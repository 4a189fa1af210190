//! Assisted accounts for programs. On whose behalf a program asks stands in its header `For-Maker`.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reading::{self, readable_consent, readable_digest};
use super::views::{AssistedView, ConsentView, DigestView};
use super::{
    ConsentForm, DigestAnswerForm, LinkForm, PaperDecisionForm, PaperForm, Purpose, SettleForm, answering,
    giving, pages, store, views,
};
use crate::accounts::{self, Agent, AnyMaker, Officer, SignedIn};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{ConsentId, DigestId, OrganisationId};
use crate::input::{Fields, Raw};
use crate::web::{Access, House, Input, Listed, Listing, Paging, Query, Route, WithPaper};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/workshop/consents", AnyMaker, "list one's consents", list_own)
            .gives::<Listed<ConsentView>>(200),
        Route::post("/api/v1/workshop/consents", AnyMaker, "give a consent", give)
            .takes::<ConsentForm>()
            .gives::<ConsentView>(201),
        Route::get("/api/v1/consents", Officer, "list consents on paper", list_papers)
            .asks::<PaperQuery>()
            .gives::<Listed<ConsentView>>(200),
        Route::get("/api/v1/consents/{id}", SignedIn, "see a consent", show).gives::<ConsentView>(200),
        Route::get("/api/v1/consents/{id}/paper", SignedIn, "read a consent's paper", pages::paper),
        Route::post("/api/v1/consents/{id}/decision", SignedIn, "decide about a consent on paper", decide)
            .takes::<PaperDecisionForm>()
            .gives::<ConsentView>(200),
        Route::post("/api/v1/consents/{id}/withdraw", AnyMaker, "withdraw a consent", withdraw)
            .gives::<ConsentView>(200),
        Route::get("/api/v1/assistance", Agent, "list the makers for whom one may act", list_assisted)
            .gives::<Listed<AssistedView>>(200),
        Route::get("/api/v1/assistance/papers", Agent, "hand in a consent on paper", list_handed_in)
            .gives::<Listed<ConsentView>>(200),
        Route::post("/api/v1/assistance/papers", Agent, "hand in a consent on paper", hand_in)
            .takes::<PaperForm>()
            .uploads()
            .gives::<ConsentView>(201),
        Route::post("/api/v1/assistance/makers/{id}/begin", Agent, "act for a maker", begin).gives_nothing(),
        Route::post("/api/v1/assistance/stop", SignedIn, "stop acting for a maker", stop).gives_nothing(),
        Route::get("/api/v1/workshop/assisted-acts", AnyMaker, "list what was done for one", list_done)
            .asks::<Paging>()
            .gives::<Listed<DigestView>>(200),
        Route::get("/api/v1/assisted-acts/{id}", SignedIn, "see what was done for a maker", show_done)
            .gives::<DigestView>(200),
        Route::post("/api/v1/assisted-acts/{id}/answer", AnyMaker, "answer to what was done for one", answer)
            .takes::<DigestAnswerForm>()
            .gives::<DigestView>(200),
        Route::get("/api/v1/objections", Officer, "list objections", list_objections)
            .asks::<Paging>()
            .gives::<Listed<DigestView>>(200),
        Route::post("/api/v1/assisted-acts/{id}/settle", SignedIn, "settle an objection", settle)
            .takes::<SettleForm>()
            .gives::<DigestView>(200),
        Route::post("/api/v1/digest-links/{secret}", LinkHolder, "answer by a letter's link", follow)
            .takes::<LinkForm>()
            .gives::<Followed>(200),
    ]
}

/// Which papers an officer wants to see.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct PaperQuery {
    /// `true` for those that nobody has looked at yet.
    pub waiting: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl PaperQuery {
    pub(super) fn waiting(&self) -> bool {
        Fields::new().flag(&self.waiting)
    }
}

/// What a link was good for, and is done.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Followed {
    pub done: Purpose,
}

async fn list_own(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let own = accounts::consents_of_maker(conn, maker.organisation)?;
        views::all_given(conn, own, today)
    };
    let items: Vec<ConsentView> = house.db.read(read).await?.into_iter().map(ConsentView::from).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn give(house: web::Data<House>, maker: AnyMaker, input: Input<ConsentForm>) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let consent = giving::give_consent(tx, &settings, &maker, &form)?;
        let today = tx.today();
        Ok(ConsentView::from(views::given(tx, consent, today)?))
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn list_papers(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<PaperQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (waiting, today) = (query.waiting(), house.today());
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::papers_listed(conn, waiting, listing)?, |one| one.id.0);
        Ok((views::all_given(conn, listed.items, today)?, listed.next))
    };
    let (papers, next) = house.db.read(read).await?;
    let items: Vec<ConsentView> = papers.into_iter().map(ConsentView::from).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next }))
}

async fn show(house: web::Data<House>, member: SignedIn, id: web::Path<ConsentId>) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let consent = readable_consent(conn, &member, *id)?;
        views::given(conn, consent, today)
    };
    Ok(HttpResponse::Ok().json(ConsentView::from(house.db.read(read).await?)))
}

async fn decide(
    house: web::Data<House>,
    member: SignedIn,
    id: web::Path<ConsentId>,
    input: Input<PaperDecisionForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let consent = giving::decide_consent(tx, &settings, &member, *id, &form)?;
        let today = tx.today();
        Ok(ConsentView::from(views::given(tx, consent, today)?))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn withdraw(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ConsentId>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let work = move |tx: &mut Write<'_>| {
        let consent = giving::withdraw_consent(tx, &settings, &maker, *id)?;
        let today = tx.today();
        Ok(ConsentView::from(views::given(tx, consent, today)?))
    };
    Ok(HttpResponse::Ok().json(house.db.write(work).await?))
}

async fn list_assisted(house: web::Data<House>, agent: Agent) -> Result<HttpResponse> {
    let today = house.today();
    let makers = house.db.read(move |conn| views::assisted(conn, &agent, today)).await?;
    let items: Vec<AssistedView> = makers.into_iter().map(AssistedView::from).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn list_handed_in(house: web::Data<House>, agent: Agent) -> Result<HttpResponse> {
    let today = house.today();
    let papers = house.db.read(move |conn| reading::papers_of(conn, &agent, today)).await?;
    let items: Vec<ConsentView> = papers.into_iter().map(ConsentView::from).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn hand_in(
    house: web::Data<House>,
    agent: Agent,
    mut sent: WithPaper<PaperForm>,
) -> Result<HttpResponse> {
    let file = sent.keep(&house.files, sent.form.check(house.today())).await?;
    let (form, settings) = (sent.form, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let consent = giving::hand_in_paper(tx, &settings, &agent, &form, file.as_ref())?;
        let today = tx.today();
        Ok(ConsentView::from(views::given(tx, consent, today)?))
    };
    Ok(HttpResponse::Created().json(house.db.write(work).await?))
}

async fn begin(
    request: HttpRequest,
    house: web::Data<House>,
    agent: Agent,
    id: web::Path<OrganisationId>,
) -> Result<HttpResponse> {
    reading::begin(&request, &house, &agent, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn stop(request: HttpRequest, house: web::Data<House>, member: SignedIn) -> Result<HttpResponse> {
    reading::stop(&request, &house, &member).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn list_done(house: web::Data<House>, maker: AnyMaker, listing: Listing) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::digests_of(conn, maker.organisation, listing)?, |one| one.id.0);
        reading::told_all(conn, listed)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?.map(DigestView::from)))
}

async fn show_done(
    house: web::Data<House>,
    member: SignedIn,
    id: web::Path<DigestId>,
) -> Result<HttpResponse> {
    let told = house.db.read(move |conn| readable_digest(conn, &member, *id)).await?;
    Ok(HttpResponse::Ok().json(DigestView::from(told)))
}

async fn answer(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<DigestId>,
    input: Input<DigestAnswerForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let digest = answering::answer_digest(tx, &settings, &maker, *id, &form)?;
        Ok(DigestView::from(views::told_of(tx, digest)?))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn list_objections(
    house: web::Data<House>,
    _officer: Officer,
    listing: Listing,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::objections(conn, listing)?, |one| one.id.0);
        reading::told_all(conn, listed)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?.map(DigestView::from)))
}

async fn settle(
    house: web::Data<House>,
    member: SignedIn,
    id: web::Path<DigestId>,
    input: Input<SettleForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let digest = answering::settle_objection(tx, &settings, &member, *id, &form)?;
        Ok(DigestView::from(views::told_of(tx, digest)?))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn follow(
    house: web::Data<House>,
    secret: web::Path<String>,
    input: Input<LinkForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let done = answering::answer_by_link(tx, &settings, &secret, &form)?;
        Ok(Followed { done })
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
