//! The checklists of makers for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::views::{LineView, WaiverView};
use super::{AttestForm, ProofForm, RevokeForm, VerdictForm, WaiverForm, checklist};
use crate::accounts::{AnyMaker, Officer};
use crate::clock::Date;
use crate::clusters::workshop;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{AdmissionRowId, OrganisationId, Slug, WaiverId};
use crate::web::{Access, House, Input, Listed, Route, WithPaper};

pub fn routes() -> Vec<Route> {
    use Access::{AnyMaker, Officer};
    vec![
        Route::get("/api/v1/workshop/checklist", AnyMaker, "see one's checklist", own)
            .gives::<Listed<LineView>>(200),
        Route::post("/api/v1/workshop/checklist/{id}/attest", AnyMaker, "attest a row", attest)
            .takes::<AttestForm>()
            .gives::<LineView>(200),
        Route::post("/api/v1/workshop/checklist/{id}/proof", AnyMaker, "send a row to be verified", send)
            .takes::<ProofForm>()
            .gives::<LineView>(200),
        Route::get("/api/v1/makers/{slug}/checklist", Officer, "see a maker's checklist", of_maker)
            .gives::<Listed<LineView>>(200),
        Route::post("/api/v1/makers/{slug}/checklist/{id}/verdict", Officer, "verify a maker's row", decide)
            .takes::<VerdictForm>()
            .gives::<LineView>(200),
        Route::post("/api/v1/makers/{slug}/checklist/{id}/waiver", Officer, "waive a maker's row", waive)
            .takes::<WaiverForm>()
            .gives::<WaiverView>(201),
        Route::post("/api/v1/waivers/{id}/revoke", Officer, "revoke a waiver", revoke)
            .takes::<RevokeForm>()
            .gives::<WaiverView>(200),
    ]
}

fn line_view(
    conn: &mut DbConnection,
    maker: OrganisationId,
    row: AdmissionRowId,
    day: Date,
) -> Result<LineView> {
    let lines = checklist(conn, maker, day)?;
    lines.into_iter().find(|line| line.row.id == row).map(LineView::from).ok_or(Error::NotFound)
}

fn listed(lines: Vec<super::Line>) -> HttpResponse {
    let items: Vec<LineView> = lines.into_iter().map(LineView::from).collect();
    HttpResponse::Ok().json(Listed { items, next: None })
}

async fn own(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    let today = house.today();
    Ok(listed(house.db.read(move |conn| checklist(conn, maker.organisation, today)).await?))
}

async fn attest(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<AdmissionRowId>,
    input: Input<AttestForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        super::attest(tx, &maker, *id, &form)?;
        let today = tx.today();
        line_view(tx, maker.organisation, *id, today)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn send(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<AdmissionRowId>,
    mut sent: WithPaper<ProofForm>,
) -> Result<HttpResponse> {
    let file = sent.keep(&house.files, sent.form.check()).await?;
    let form = sent.form;
    let work = move |tx: &mut Write<'_>| {
        super::send_proof(tx, &maker, *id, &form, file.as_ref())?;
        let today = tx.today();
        line_view(tx, maker.organisation, *id, today)
    };
    match sent.once {
        Some(once) => once.answer(&house.db, StatusCode::OK, work).await,
        None => Ok(HttpResponse::Ok().json(house.db.write(work).await?)),
    }
}

/// The maker behind a slug, as officers find it.
pub(super) fn maker_of(conn: &mut DbConnection, by: &Officer, slug: &Slug) -> Result<OrganisationId> {
    Ok(workshop(conn, slug, Some(by))?.organisation.id)
}

async fn of_maker(house: web::Data<House>, officer: Officer, slug: web::Path<Slug>) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let maker = maker_of(conn, &officer, &slug)?;
        checklist(conn, maker, today)
    };
    Ok(listed(house.db.read(read).await?))
}

async fn decide(
    house: web::Data<House>,
    officer: Officer,
    path: web::Path<(Slug, AdmissionRowId)>,
    mut sent: WithPaper<VerdictForm>,
) -> Result<HttpResponse> {
    let (slug, id) = path.into_inner();
    let file = sent.keep(&house.files, sent.form.check()).await?;
    let (form, settings) = (sent.form, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let maker = maker_of(tx, &officer, &slug)?;
        super::decide(tx, &officer, &settings, (maker, id), &form, file.as_ref())?;
        let today = tx.today();
        line_view(tx, maker, id, today)
    };
    match sent.once {
        Some(once) => once.answer(&house.db, StatusCode::OK, work).await,
        None => Ok(HttpResponse::Ok().json(house.db.write(work).await?)),
    }
}

async fn waive(
    house: web::Data<House>,
    officer: Officer,
    path: web::Path<(Slug, AdmissionRowId)>,
    input: Input<WaiverForm>,
) -> Result<HttpResponse> {
    let (slug, id) = path.into_inner();
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let maker = maker_of(tx, &officer, &slug)?;
        let waiver = super::grant_waiver(tx, &officer, &settings, (maker, id), &form)?;
        Ok(WaiverView::from(&waiver))
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn revoke(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<WaiverId>,
    input: Input<RevokeForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let waiver = super::revoke_waiver(tx, &officer, &settings, *id, &form)?;
        Ok(WaiverView::from(&waiver))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
