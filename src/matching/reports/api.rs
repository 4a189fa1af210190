//! Reports for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::deciding::{self, DecisionForm};
use super::report::{Report, Suspicion, Verdict};
use super::reporting::{self, ReportForm};
use super::store;
use crate::accounts::{Maker, Officer};
use crate::clock::Time;
use crate::db::Write;
use crate::error::Result;
use crate::ids::{OrganisationId, ReportId, RequestId};
use crate::input::{Fields, Raw};
use crate::web::{Access, House, Input, Listed, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::post("/api/v1/sourcing-requests/{id}/reports", Maker, "report a request", report)
            .takes::<ReportForm>()
            .gives::<ReportView>(201),
        Route::get("/api/v1/request-reports", Officer, "list reported requests", list)
            .asks::<ReportQuery>()
            .gives::<Listed<ReportView>>(200),
        Route::get("/api/v1/request-reports/{id}", Officer, "see a reported request", show)
            .gives::<ReportView>(200),
        Route::post(
            "/api/v1/request-reports/{id}/decision",
            Officer,
            "decide about a reported request",
            decide,
        )
        .takes::<DecisionForm>()
        .gives::<ReportView>(200),
    ]
}

/// Which reports are wanted.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ReportQuery {
    /// `waiting`, `fake` or `genuine`.
    pub verdict: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl ReportQuery {
    pub(super) fn check(&self) -> Result<Option<Verdict>> {
        let mut fields = Fields::new();
        let verdict = match self.verdict.is_blank() {
            true => None,
            false => Some(fields.choice("verdict", &self.verdict)),
        };
        fields.done(verdict)
    }
}

/// What a maker said of a request, and what an officer found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ReportView {
    pub id: ReportId,
    pub request: RequestId,
    pub maker: OrganisationId,
    pub suspicion: Suspicion,
    pub note: String,
    pub reported_at: Time,
    pub verdict: Verdict,
    pub decision_note: Option<String>,
    pub decided_at: Option<Time>,
}

impl From<Report> for ReportView {
    fn from(report: Report) -> Self {
        Self {
            id: report.id,
            request: report.request_id,
            maker: report.maker_id,
            suspicion: report.suspicion,
            note: report.note,
            reported_at: report.reported_at,
            verdict: report.verdict,
            decision_note: report.decision_note,
            decided_at: report.decided_at,
        }
    }
}

async fn report(
    house: web::Data<House>,
    maker: Maker,
    id: web::Path<RequestId>,
    input: Input<ReportForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work =
        move |tx: &mut Write<'_>| Ok(ReportView::from(reporting::report_request(tx, &maker, *id, &form)?));
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn list(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<ReportQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let verdict = query.check()?;
    let reports = house.db.read(move |conn| store::listed(conn, verdict, listing)).await?;
    Ok(HttpResponse::Ok().json(listing.page(reports, |report| report.id.0).map(ReportView::from)))
}

async fn show(house: web::Data<House>, _officer: Officer, id: web::Path<ReportId>) -> Result<HttpResponse> {
    let report = house.db.read(move |conn| store::report(conn, *id)).await?;
    Ok(HttpResponse::Ok().json(ReportView::from(report)))
}

async fn decide(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<ReportId>,
    input: Input<DecisionForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        deciding::decide_reports(tx, &settings, &officer, *id, &form)?;
        Ok(ReportView::from(store::report(tx, *id)?))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
