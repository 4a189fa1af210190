//! Quotes for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Deserialize;

use super::consolidating::{self, SplitQuoteForm};
use super::offer::{AnswerForm, OfferForm, QuoteForm};
use super::store::{self, QuoteFilter};
use super::view::{QuoteSummary, QuoteView};
use super::{Quote, QuoteStatus};
use super::{accepting, negotiation};
use crate::accounts::{Agent, Member, SignedIn};
use crate::db::Write;
use crate::error::Result;
use crate::ids::{QuoteId, SplitId};
use crate::input::{Fields, Raw};
use crate::settings::Settings;
use crate::trade::parties::Partners;
use crate::trade::{Party, Reader, Trader};
use crate::web::{Access, House, Input, Listed, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::{Agent, Party, SignedIn, Trader};
    vec![
        Route::get("/api/v1/quotes", SignedIn, "list one's quotes", list)
            .asks::<QuoteQuery>()
            .gives::<Listed<QuoteSummary>>(200),
        Route::post("/api/v1/quotes", Trader, "offer a quote", offer)
            .takes::<QuoteForm>()
            .gives::<QuoteView>(201),
        Route::post("/api/v1/splits/{id}/quotes", Agent, "offer one quote for a split", offer_split)
            .takes::<SplitQuoteForm>()
            .gives::<QuoteView>(201),
        Route::get("/api/v1/quotes/{id}", Party, "see a quote", show).gives::<QuoteView>(200),
        Route::post("/api/v1/quotes/{id}/versions", Party, "make a counter-offer", counter)
            .takes::<OfferForm>()
            .gives::<QuoteView>(201),
        Route::post("/api/v1/quotes/{id}/accept", Party, "accept a quote", accept)
            .takes::<AnswerForm>()
            .gives::<QuoteView>(200),
        Route::post("/api/v1/quotes/{id}/decline", Party, "decline a quote", decline)
            .takes::<AnswerForm>()
            .gives::<QuoteView>(200),
        Route::post("/api/v1/quotes/{id}/withdraw", Party, "withdraw a quote", withdraw)
            .takes::<AnswerForm>()
            .gives::<QuoteView>(200),
    ]
}

/// Which of one's quotes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct QuoteQuery {
    /// `open`, `accepted`, `declined`, `withdrawn` or `not-chosen`.
    pub status: Raw,
    /// The id of a sourcing request.
    pub request: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl QuoteQuery {
    pub(super) fn check(&self) -> Result<QuoteFilter> {
        let mut fields = Fields::new();
        let status = (!self.status.is_blank()).then(|| fields.choice::<QuoteStatus>("status", &self.status));
        let request = fields.optional_whole("request", &self.request, 1..=i64::MAX);
        fields.done(QuoteFilter { status, request: request.map(crate::ids::RequestId) })
    }
}

/// Both faces list the same rows.
pub(super) async fn listed(
    house: &House,
    member: &Member,
    filter: QuoteFilter,
    listing: Listing,
) -> Result<Listed<QuoteSummary>> {
    let (organisation, today) = (member.organisation, house.today());
    let rows = house
        .db
        .read(move |conn| {
            let mut partners = Partners::default();
            store::listed(conn, organisation, filter, listing)?
                .into_iter()
                .map(|(quote, latest)| QuoteSummary::new(conn, &mut partners, quote, &latest, today))
                .collect()
        })
        .await?;
    Ok(listing.page(rows, |row: &QuoteSummary| row.id.0))
}

async fn list(
    house: web::Data<House>,
    member: SignedIn,
    Query(query): Query<QuoteQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(listed(&house, &member, query.check()?, listing).await?))
}

async fn show(house: web::Data<House>, reader: Reader<Quote>) -> Result<HttpResponse> {
    let (id, settings, today) = (reader.of.id, house.settings.clone(), house.today());
    let view = house.db.read(move |conn| QuoteView::load(conn, &settings, id, today)).await?;
    Ok(HttpResponse::Ok().json(view))
}

async fn offer(house: web::Data<House>, trader: Trader, input: Input<QuoteForm>) -> Result<HttpResponse> {
    let (settings, form) = (house.settings.clone(), input.value);
    let work = move |tx: &mut Write<'_>| {
        let id = negotiation::offer(tx, &settings, &trader, &form)?;
        let today = tx.today();
        QuoteView::load(tx, &settings, id, today)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn offer_split(
    house: web::Data<House>,
    agent: Agent,
    id: web::Path<SplitId>,
    input: Input<SplitQuoteForm>,
) -> Result<HttpResponse> {
    let (settings, form) = (house.settings.clone(), input.value);
    let work = move |tx: &mut Write<'_>| {
        let id = consolidating::offer_split(tx, &settings, &agent, *id, &form)?;
        let today = tx.today();
        QuoteView::load(tx, &settings, id, today)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

/// One of the steps that need a quote and a form.
async fn step<F: Send + 'static, T>(
    house: &House,
    party: Party<Quote>,
    input: Input<F>,
    status: StatusCode,
    step: fn(&mut Write<'_>, &Settings, &Member, QuoteId, &F) -> Result<T>,
) -> Result<HttpResponse>
where
    T: 'static,
{
    let (settings, form) = (house.settings.clone(), input.value);
    let work = move |tx: &mut Write<'_>| {
        step(tx, &settings, &party, party.of.id, &form)?;
        let today = tx.today();
        QuoteView::load(tx, &settings, party.of.id, today)
    };
    input.once.answer(&house.db, status, work).await
}

async fn counter(
    house: web::Data<House>,
    party: Party<Quote>,
    input: Input<OfferForm>,
) -> Result<HttpResponse> {
    step(&house, party, input, StatusCode::CREATED, negotiation::counter).await
}

async fn accept(
    house: web::Data<House>,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    step(&house, party, input, StatusCode::OK, accepting::accept).await
}

async fn decline(
    house: web::Data<House>,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    step(&house, party, input, StatusCode::OK, negotiation::decline).await
}

async fn withdraw(
    house: web::Data<House>,
    party: Party<Quote>,
    input: Input<AnswerForm>,
) -> Result<HttpResponse> {
    step(&house, party, input, StatusCode::OK, negotiation::withdraw).await
}
