//! Initiatives for people.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{Initiative, Phase, store};
use crate::accounts::Viewer;
use crate::clusters::Cluster;
use crate::error::Result;
use crate::programme::claims::{self, FigureSheet};
use crate::programme::indicators::{self, Measure, Reader, ScopeQuery};
use crate::web::{Access, House, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/programme/initiatives", Anyone, "list initiatives", list),
        Route::get("/programme/initiatives/{slug}", Anyone, "see an initiative", show),
    ]
}

#[derive(Template)]
#[template(path = "programme/initiatives/initiatives.html")]
struct InitiativesPage<'a> {
    page: &'a Page,
    initiatives: Vec<(Initiative, Cluster)>,
}

async fn list(house: web::Data<House>, page: Page) -> Result<HttpResponse> {
    let initiatives = house.db.read(store::initiatives).await?;
    page.show(&InitiativesPage { page: &page, initiatives })
}

/// One phase on the way.
struct Step {
    label: String,
    state: &'static str,
    on: Option<String>,
}

#[derive(Template)]
#[template(path = "programme/initiatives/initiative.html")]
struct InitiativePage<'a> {
    page: &'a Page,
    initiative: Initiative,
    cluster: Cluster,
    steps: Vec<Step>,
    /// Published figures that speak of this cluster.
    sheets: Vec<FigureSheet>,
    measures: Vec<Measure>,
}

async fn show(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    slug: web::Path<String>,
) -> Result<HttpResponse> {
    let (reader, today) = (Reader::of(&viewer), house.today());
    let (initiative, cluster, sheets, measures) = house
        .db
        .read(move |conn| {
            let (initiative, cluster) = store::initiative_by_slug(conn, &slug)?;
            let query = ScopeQuery { cluster: cluster.slug.as_str().into(), ..ScopeQuery::default() };
            let measures = indicators::indicators(conn, &query, reader, today)?;
            Ok((initiative, cluster, claims::figure_sheets(conn)?, measures))
        })
        .await?;
    let state = |phase: Phase| match phase.cmp(&initiative.phase) {
        std::cmp::Ordering::Less => "done",
        std::cmp::Ordering::Equal => "now",
        std::cmp::Ordering::Greater => "ahead",
    };
    let steps = Phase::ALL
        .into_iter()
        .map(|phase| Step { label: page.term("initiative-phase", phase), state: state(phase), on: None })
        .collect();
    let mine = |sheet: &FigureSheet| sheet.of_cluster(&cluster.id).is_some();
    page.show(&InitiativePage {
        page: &page,
        steps,
        sheets: sheets.into_iter().filter(mine).collect(),
        measures: measures.into_iter().filter(Measure::is_computed).collect(),
        initiative,
        cluster,
    })
}
