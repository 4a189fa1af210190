//! Agreements for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Deserialize;

use super::draft::{self, AgreementForm};
use super::signing::{self, EndForm, ProposeForm, SignForm, WithdrawForm};
use super::store::{self, AgreementFilter};
use super::view::{AgreementSummary, AgreementView};
use super::{Agreement, AgreementStatus};
use crate::accounts::{Member, SignedIn};
use crate::db::Write;
use crate::error::Result;
use crate::ids::AgreementId;
use crate::input::{Fields, Raw};
use crate::settings::Settings;
use crate::trade::parties::Partners;
use crate::trade::{Party, Reader, Trader};
use crate::web::{Access, House, Input, Listed, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/agreements", SignedIn, "list agreements", list)
            .asks::<AgreementQuery>()
            .gives::<Listed<AgreementSummary>>(200),
        Route::post("/api/v1/agreements", Trader, "draft an agreement", create)
            .takes::<AgreementForm>()
            .gives::<AgreementView>(201),
        Route::get("/api/v1/agreements/{id}", PartyOrOfficer, "see an agreement", show)
            .gives::<AgreementView>(200),
        Route::put("/api/v1/agreements/{id}", Party, "change the draft of an agreement", edit)
            .takes::<AgreementForm>()
            .gives::<AgreementView>(200),
        Route::post("/api/v1/agreements/{id}/propose", Party, "propose an agreement", propose)
            .takes::<ProposeForm>()
            .gives::<AgreementView>(200),
        Route::post("/api/v1/agreements/{id}/sign", Party, "sign an agreement", sign)
            .takes::<SignForm>()
            .gives::<AgreementView>(200),
        Route::post("/api/v1/agreements/{id}/end", Party, "end an agreement", end)
            .takes::<EndForm>()
            .gives::<AgreementView>(200),
        Route::post("/api/v1/agreements/{id}/withdraw", Party, "withdraw an agreement", withdraw)
            .takes::<WithdrawForm>()
            .gives::<AgreementView>(200),
    ]
}

/// Which agreements: one's own, or everyone's for an officer.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AgreementQuery {
    /// `draft`, `proposed`, `signed`, `active`, `ended` or `withdrawn`.
    pub status: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl AgreementQuery {
    pub(super) fn check(&self, member: &Member) -> Result<AgreementFilter> {
        let mut fields = Fields::new();
        let status =
            (!self.status.is_blank()).then(|| fields.choice::<AgreementStatus>("status", &self.status));
        let organisation = (!member.is_officer()).then_some(member.organisation);
        fields.done(AgreementFilter { organisation, status })
    }
}

/// Both faces list the same rows.
pub(super) async fn listed(
    house: &House,
    filter: AgreementFilter,
    listing: Listing,
) -> Result<Listed<AgreementSummary>> {
    let rows = house
        .db
        .read(move |conn| {
            let mut partners = Partners::default();
            let rows = store::listed(conn, filter, listing)?;
            rows.iter().map(|row| AgreementSummary::new(conn, &mut partners, row)).collect()
        })
        .await?;
    Ok(listing.page(rows, |row: &AgreementSummary| row.id.0))
}

async fn list(
    house: web::Data<House>,
    member: SignedIn,
    Query(query): Query<AgreementQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(listed(&house, query.check(&member)?, listing).await?))
}

async fn show(house: web::Data<House>, reader: Reader<Agreement>) -> Result<HttpResponse> {
    let view = house.db.read(move |conn| AgreementView::load(conn, reader.of.id, &reader.member)).await?;
    Ok(HttpResponse::Ok().json(view))
}

async fn create(
    house: web::Data<House>,
    trader: Trader,
    input: Input<AgreementForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let id = draft::draft(tx, &trader, &form)?;
        AgreementView::load(tx, id, &trader)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn edit(
    house: web::Data<House>,
    party: Party<Agreement>,
    input: Input<AgreementForm>,
) -> Result<HttpResponse> {
    let step = |tx: &mut Write<'_>, _: &Settings, by: &Member, id, form: &AgreementForm| {
        draft::edit(tx, by, id, form)
    };
    take(&house, party, input, step).await
}

/// One of the steps that need an agreement and a form.
async fn take<F: Send + 'static>(
    house: &House,
    party: Party<Agreement>,
    input: Input<F>,
    step: fn(&mut Write<'_>, &Settings, &Member, AgreementId, &F) -> Result<()>,
) -> Result<HttpResponse> {
    let (settings, form) = (house.settings.clone(), input.value);
    let work = move |tx: &mut Write<'_>| {
        step(tx, &settings, &party, party.of.id, &form)?;
        AgreementView::load(tx, party.of.id, &party)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn propose(
    house: web::Data<House>,
    party: Party<Agreement>,
    input: Input<ProposeForm>,
) -> Result<HttpResponse> {
    take(&house, party, input, signing::propose).await
}

async fn sign(
    house: web::Data<House>,
    party: Party<Agreement>,
    input: Input<SignForm>,
) -> Result<HttpResponse> {
    take(&house, party, input, signing::sign).await
}

async fn end(
    house: web::Data<House>,
    party: Party<Agreement>,
    input: Input<EndForm>,
) -> Result<HttpResponse> {
    take(&house, party, input, signing::end).await
}

async fn withdraw(
    house: web::Data<House>,
    party: Party<Agreement>,
    input: Input<WithdrawForm>,
) -> Result<HttpResponse> {
    take(&house, party, input, signing::withdraw).await
}
