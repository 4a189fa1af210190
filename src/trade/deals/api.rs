//! Deals for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Deserialize;

use super::draft::{DealForm, draft};
use super::progress::{self, CancelForm, ShipForm, StepForm};
use super::store::{self, DealFilter};
use super::view::{DealSummary, DealView};
use super::{Deal, DealStatus};
use crate::accounts::{Member, SignedIn};
use crate::db::Write;
use crate::error::Result;
use crate::ids::{AgreementId, DealId};
use crate::input::{Fields, Raw};
use crate::settings::Settings;
use crate::trade::parties::Partners;
use crate::trade::{Party, Reader, Trader};
use crate::web::{Access, House, Input, Listed, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/deals", SignedIn, "list deals", list)
            .asks::<DealQuery>()
            .gives::<Listed<DealSummary>>(200),
        Route::post("/api/v1/deals", Trader, "draft a deal", create)
            .takes::<DealForm>()
            .gives::<DealView>(201),
        Route::get("/api/v1/deals/{id}", PartyOrOfficer, "see a deal", show).gives::<DealView>(200),
        Route::post("/api/v1/deals/{id}/confirm", Party, "confirm a deal", confirm)
            .takes::<StepForm>()
            .gives::<DealView>(200),
        Route::post("/api/v1/deals/{id}/ship", Party, "ship a deal", ship)
            .takes::<ShipForm>()
            .gives::<DealView>(200),
        Route::post("/api/v1/deals/{id}/deliver", Party, "mark a deal as delivered", deliver)
            .takes::<StepForm>()
            .gives::<DealView>(200),
        Route::post("/api/v1/deals/{id}/pay", Party, "mark a deal as paid", pay)
            .takes::<StepForm>()
            .gives::<DealView>(200),
        Route::post("/api/v1/deals/{id}/cancel", Party, "cancel a deal", cancel)
            .takes::<CancelForm>()
            .gives::<DealView>(200),
    ]
}

/// Which deals: those one has a part in, or everyone's for an officer.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct DealQuery {
    /// `draft`, `confirmed`, `shipped`, `delivered`, `paid` or `cancelled`.
    pub status: Raw,
    /// The id of an agreement.
    pub agreement: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl DealQuery {
    pub(super) fn check(&self, member: &Member) -> Result<DealFilter> {
        let mut fields = Fields::new();
        let status = (!self.status.is_blank()).then(|| fields.choice::<DealStatus>("status", &self.status));
        let agreement = fields.optional_whole("agreement", &self.agreement, 1..=i64::MAX).map(AgreementId);
        let organisation = (!member.is_officer()).then_some(member.organisation);
        fields.done(DealFilter { organisation, status, agreement })
    }
}

/// Both faces list the same rows.
pub(super) async fn listed(
    house: &House,
    filter: DealFilter,
    listing: Listing,
) -> Result<Listed<DealSummary>> {
    let rows = house
        .db
        .read(move |conn| {
            let mut partners = Partners::default();
            let rows = store::listed(conn, filter, listing)?;
            rows.iter().map(|row| DealSummary::new(conn, &mut partners, row)).collect()
        })
        .await?;
    Ok(listing.page(rows, |row: &DealSummary| row.id.0))
}

async fn list(
    house: web::Data<House>,
    member: SignedIn,
    Query(query): Query<DealQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(listed(&house, query.check(&member)?, listing).await?))
}

async fn show(house: web::Data<House>, reader: Reader<Deal>) -> Result<HttpResponse> {
    let id = reader.of.id;
    Ok(HttpResponse::Ok().json(house.db.read(move |conn| DealView::load(conn, id)).await?))
}

async fn create(house: web::Data<House>, trader: Trader, input: Input<DealForm>) -> Result<HttpResponse> {
    let (settings, form) = (house.settings.clone(), input.value);
    let work = move |tx: &mut Write<'_>| {
        let id = draft(tx, &settings, &trader, &form)?;
        DealView::load(tx, id)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

/// One of the steps that need a deal and a form.
async fn take<F: Send + 'static>(
    house: &House,
    party: Party<Deal>,
    input: Input<F>,
    step: fn(&mut Write<'_>, &Settings, &Member, DealId, &F) -> Result<()>,
) -> Result<HttpResponse> {
    let (settings, form) = (house.settings.clone(), input.value);
    let work = move |tx: &mut Write<'_>| {
        step(tx, &settings, &party, party.of.id, &form)?;
        DealView::load(tx, party.of.id)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn confirm(
    house: web::Data<House>,
    party: Party<Deal>,
    input: Input<StepForm>,
) -> Result<HttpResponse> {
    take(&house, party, input, progress::confirm).await
}

async fn ship(house: web::Data<House>, party: Party<Deal>, input: Input<ShipForm>) -> Result<HttpResponse> {
    take(&house, party, input, progress::ship).await
}

async fn deliver(
    house: web::Data<House>,
    party: Party<Deal>,
    input: Input<StepForm>,
) -> Result<HttpResponse> {
    take(&house, party, input, progress::deliver).await
}

async fn pay(house: web::Data<House>, party: Party<Deal>, input: Input<StepForm>) -> Result<HttpResponse> {
    take(&house, party, input, progress::pay).await
}

async fn cancel(
    house: web::Data<House>,
    party: Party<Deal>,
    input: Input<CancelForm>,
) -> Result<HttpResponse> {
    take(&house, party, input, progress::cancel).await
}
