//! Published figures and their claims for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Adoption, AdoptionForm, ClaimForm, FigureSheet, Qualifier, Source, Stated, StatedBasis, adopt_claim,
    record_claim, store,
};
use crate::accounts::Officer;
use crate::clock::Time;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{ClaimId, FigureId};
use crate::locale::Wording;
use crate::web::{Access, House, Input, Listed, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/figures", Anyone, "list published figures", list)
            .gives::<Listed<FigureView>>(200),
        Route::get("/api/v1/figures/{key}", Anyone, "see a published figure", show).gives::<FigureView>(200),
        Route::post("/api/v1/claims", Officer, "record a claim", record)
            .takes::<ClaimForm>()
            .gives::<ClaimView>(201),
        Route::post("/api/v1/claims/{id}/adopt", Officer, "adopt a claim", adopt)
            .takes::<AdoptionForm>()
            .gives::<ClaimView>(200),
    ]
}

/// A published figure with everything that was claimed about it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct FigureView {
    pub key: String,
    pub label: Wording,
    pub definition: Wording,
    pub unit: String,
    pub claims: Vec<ClaimView>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ClaimView {
    pub id: ClaimId,
    /// Null with `cluster` null: the whole programme.
    pub country: Option<String>,
    pub cluster: Option<String>,
    pub value: String,
    pub qualifier: Qualifier,
    /// An ISO date cut to what is known.
    pub stated_on: String,
    pub stated_on_basis: StatedBasis,
    pub source: Source,
    pub note: Wording,
    pub recorded_at: Time,
    /// Is it the one that counts for its place?
    pub adopted: bool,
    /// Every time it was adopted, newest first.
    pub adoptions: Vec<AdoptionView>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AdoptionView {
    pub reason: Wording,
    pub adopted_at: Time,
}

impl From<FigureSheet> for FigureView {
    fn from(sheet: FigureSheet) -> Self {
        Self {
            key: sheet.figure.key,
            label: sheet.figure.label.into_inner(),
            definition: sheet.figure.definition.into_inner(),
            unit: sheet.figure.unit,
            claims: sheet.stated.into_iter().map(ClaimView::from).collect(),
        }
    }
}

impl From<Stated> for ClaimView {
    fn from(stated: Stated) -> Self {
        let claim = stated.claim;
        let adoption =
            |one: Adoption| AdoptionView { reason: one.reason.into_inner(), adopted_at: one.adopted_at };
        Self {
            id: claim.id,
            country: claim.country,
            cluster: stated.cluster.map(|cluster| cluster.slug),
            value: claim.value,
            qualifier: claim.qualifier,
            stated_on: claim.stated_on,
            stated_on_basis: claim.stated_on_basis,
            source: claim.source.into_inner(),
            note: claim.note.into_inner(),
            recorded_at: claim.recorded_at,
            adopted: stated.adopted,
            adoptions: stated.adoptions.into_iter().map(adoption).collect(),
        }
    }
}

/// A claim as it stands after it was recorded or adopted.
fn view(conn: &mut DbConnection, figure: FigureId, id: ClaimId) -> Result<ClaimView> {
    let sheet = store::figure_sheet_of(conn, figure)?;
    let found = sheet.stated.into_iter().find(|one| one.claim.id == id);
    found.map(ClaimView::from).ok_or(Error::NotFound)
}

async fn list(house: web::Data<House>) -> Result<HttpResponse> {
    let sheets = house.db.read(store::figure_sheets).await?;
    let listed = Listed { items: sheets, next: None };
    Ok(HttpResponse::Ok().json(listed.map(FigureView::from)))
}

async fn show(house: web::Data<House>, key: web::Path<String>) -> Result<HttpResponse> {
    let sheet = house.db.read(move |conn| store::figure_sheet(conn, &key)).await?;
    Ok(HttpResponse::Ok().json(FigureView::from(sheet)))
}

async fn record(house: web::Data<House>, officer: Officer, input: Input<ClaimForm>) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let claim = record_claim(tx, &officer, &form)?;
        view(tx, claim.figure_id, claim.id)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn adopt(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<ClaimId>,
    input: Input<AdoptionForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let claim = adopt_claim(tx, &officer, *id, &form)?;
        view(tx, claim.figure_id, claim.id)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
