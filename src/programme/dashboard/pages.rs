//! The overview that everyone may read, and the officers' dashboard.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::WaitingCount;
use super::{ScopeChoices, charts};
use crate::accounts::{Officer, Viewer};
use crate::clock::Date;
use crate::clusters::Cluster;
use crate::db::DbConnection;
use crate::error::Result;
use crate::programme::chart::{BarChart, LineChart};
use crate::programme::claims::{self, FigureSheet};
use crate::programme::indicators::{self, Computed, Measure, Reader, ScopeQuery};
use crate::programme::initiatives::{self, Initiative};
use crate::programme::verifications::{Ledger, Subject};
use crate::web::{Access, FormView, House, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/programme", Anyone, "see the programme", programme),
        Route::get("/dashboard", Officer, "see the dashboard", dashboard),
    ]
}

/// What everyone may read about the programme.
pub(super) struct Overview {
    pub initiatives: Vec<(Initiative, Cluster)>,
    pub sheets: Vec<FigureSheet>,
    pub measures: Vec<Measure>,
}

impl Overview {
    pub fn read(conn: &mut DbConnection, reader: Reader, today: Date) -> Result<Self> {
        Ok(Self {
            initiatives: initiatives::initiatives(conn)?,
            sheets: claims::figure_sheets(conn)?,
            measures: indicators::indicators(conn, &ScopeQuery::default(), reader, today)?,
        })
    }

    pub fn countries(&self) -> Vec<String> {
        let all: BTreeSet<String> =
            self.initiatives.iter().map(|(_, cluster)| cluster.country.clone()).collect();
        all.into_iter().collect()
    }
}

/// One of the seven countries: its clusters of the programme, and how many were found there.
struct CountryRow {
    code: String,
    initiatives: Vec<(Initiative, Cluster)>,
    mapped: Option<String>,
}

/// The figure whose claims by country the overview shows beside each country.
const MAPPED: &str = "clusters-mapped";

#[derive(Template)]
#[template(path = "programme/dashboard/programme.html")]
struct ProgrammePage<'a> {
    page: &'a Page,
    countries: Vec<CountryRow>,
    initiatives: usize,
    sheets: Vec<FigureSheet>,
    measures: Vec<Measure>,
    by_country: Option<BarChart>,
    officer: bool,
}

async fn programme(house: web::Data<House>, page: Page, viewer: Viewer) -> Result<HttpResponse> {
    let today = house.today();
    // The public page shows the same to everyone: an officer has the dashboard.
    let overview = house.db.read(move |conn| Overview::read(conn, Reader::Public, today)).await?;
    let mapped = overview.sheets.iter().find(|sheet| sheet.figure.key == MAPPED);
    let countries = overview
        .countries()
        .into_iter()
        .map(|code| CountryRow {
            initiatives: overview
                .initiatives
                .iter()
                .filter(|(_, cluster)| cluster.country == code)
                .cloned()
                .collect(),
            mapped: mapped
                .and_then(|sheet| Some(sheet.of_country(&code)?.shown(&sheet.figure.unit, page.language()))),
            code,
        })
        .collect();
    let exports = overview.measures.iter().find(|one| one.indicator.computed == Computed::ExportsEur);
    let by_country = exports.map(|one| charts::by_country(&page, one, &ScopeQuery::default()));
    page.show(&ProgrammePage {
        page: &page,
        countries,
        initiatives: overview.initiatives.len(),
        by_country: by_country.filter(|chart| !chart.is_empty()),
        sheets: overview.sheets,
        measures: overview.measures.into_iter().filter(Measure::is_computed).collect(),
        officer: viewer.is_officer(),
    })
}

/// What an officer sees of a part of the programme, or of all of it.
pub(super) struct Dashboard {
    pub measures: Vec<Measure>,
    pub waiting: Vec<WaitingCount>,
}

impl Dashboard {
    pub fn read(conn: &mut DbConnection, query: &ScopeQuery, today: Date) -> Result<Self> {
        let measures = indicators::indicators(conn, query, Reader::Officer, today)?;
        let waiting = Ledger::read(conn)?.waiting(None);
        let count = |subject| WaitingCount {
            subject,
            count: waiting.iter().filter(|entry| entry.record.subject == subject).count(),
        };
        let waiting = [Subject::Deal, Subject::Agreement, Subject::Collection].map(count).to_vec();
        Ok(Self { measures, waiting })
    }

    fn exports(&self) -> Option<&Measure> {
        self.measures.iter().find(|one| one.indicator.computed == Computed::ExportsEur)
    }

    pub fn makers_exporting(&self) -> usize {
        self.exports().map_or(0, |exports| exports.makers)
    }
}

#[derive(Template)]
#[template(path = "programme/dashboard/dashboard.html")]
struct DashboardPage<'a> {
    page: &'a Page,
    computed: Vec<Measure>,
    others: Vec<Measure>,
    waiting: Vec<WaitingCount>,
    makers_exporting: String,
    exports: Option<Measure>,
    by_country: Option<BarChart>,
    by_month: Option<LineChart>,
    form: FormView,
    choices: ScopeChoices,
    /// The scope as a query string, for links to the records.
    address: String,
}

async fn dashboard(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<ScopeQuery>,
) -> Result<HttpResponse> {
    let (today, asked, language) = (house.today(), query.clone(), page.language());
    let (dashboard, choices) = house
        .db
        .read(move |conn| Ok((Dashboard::read(conn, &asked, today)?, ScopeChoices::read(conn, language)?)))
        .await?;
    let exports = dashboard.exports().cloned();
    let (by_country, by_month) = match &exports {
        Some(exports) => {
            (Some(charts::by_country(&page, exports, &query)), Some(charts::by_month(&page, exports)))
        }
        None => (None, None),
    };
    let makers_exporting = page.number(dashboard.makers_exporting() as i64);
    let (computed, others) = dashboard.measures.into_iter().partition(Measure::is_computed);
    page.show(&DashboardPage {
        page: &page,
        computed,
        others,
        waiting: dashboard.waiting,
        makers_exporting,
        exports,
        by_country,
        by_month,
        form: FormView::new(page.language(), &query),
        choices,
        address: query.address(&[]),
    })
}
