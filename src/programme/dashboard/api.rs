//! The dashboard and the overview for programs.

use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::pages::{Dashboard, Overview};
use crate::accounts::{Officer, Viewer};
use crate::error::Result;
use crate::programme::claims::FigureView;
use crate::programme::indicators::{IndicatorView, Reader, ScopeQuery};
use crate::programme::initiatives::InitiativeView;
use crate::programme::verifications::Subject;
use crate::web::{Access, House, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/programme", Anyone, "see the programme", programme).gives::<ProgrammeView>(200),
        Route::get("/api/v1/dashboard", Officer, "see the dashboard", dashboard)
            .asks::<ScopeQuery>()
            .gives::<DashboardView>(200),
    ]
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ProgrammeView {
    pub countries: Vec<String>,
    pub initiatives: Vec<InitiativeView>,
    pub figures: Vec<FigureView>,
    pub indicators: Vec<IndicatorView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct DashboardView {
    /// The same as `/api/v1/indicators` gives for this scope.
    pub indicators: Vec<IndicatorView>,
    /// Distinct makers whose exports count.
    pub makers_exporting: usize,
    pub waiting: Vec<WaitingCount>,
}

/// How many records of a kind wait for a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct WaitingCount {
    pub subject: Subject,
    pub count: usize,
}

impl WaitingCount {
    pub fn number(self) -> i64 {
        self.count as i64
    }
}

async fn programme(house: web::Data<House>, viewer: Viewer) -> Result<HttpResponse> {
    let (reader, today) = (Reader::of(&viewer), house.today());
    let overview = house.db.read(move |conn| Overview::read(conn, reader, today)).await?;
    Ok(HttpResponse::Ok().json(ProgrammeView {
        countries: overview.countries(),
        initiatives: overview.initiatives.into_iter().map(InitiativeView::from).collect(),
        figures: overview.sheets.into_iter().map(FigureView::from).collect(),
        indicators: overview.measures.into_iter().map(IndicatorView::brief).collect(),
    }))
}

async fn dashboard(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<ScopeQuery>,
) -> Result<HttpResponse> {
    let today = house.today();
    let dashboard = house.db.read(move |conn| Dashboard::read(conn, &query, today)).await?;
    Ok(HttpResponse::Ok().json(DashboardView {
        makers_exporting: dashboard.makers_exporting(),
        waiting: dashboard.waiting,
        indicators: dashboard.measures.into_iter().map(IndicatorView::brief).collect(),
    }))
}
