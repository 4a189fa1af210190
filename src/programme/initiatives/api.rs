//! Initiatives for programs.

use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Initiative, Phase, store};
use crate::clock::Date;
use crate::clusters::Cluster;
use crate::error::Result;
use crate::ids::InitiativeId;
use crate::locale::Wording;
use crate::web::{Access, House, Listed, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/initiatives", Anyone, "list initiatives", list)
            .gives::<Listed<InitiativeView>>(200),
        Route::get("/api/v1/initiatives/{slug}", Anyone, "see an initiative", show)
            .gives::<InitiativeView>(200),
    ]
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct InitiativeView {
    pub id: InitiativeId,
    pub slug: String,
    /// Slug of the cluster.
    pub cluster: String,
    pub cluster_name: Wording,
    pub country: String,
    pub title: Wording,
    pub summary: Wording,
    pub phase: Phase,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    /// No source gives the days.
    pub dates_indicative: bool,
    /// The text tells the method, not what was decided.
    pub text_illustrative: bool,
}

impl From<(Initiative, Cluster)> for InitiativeView {
    fn from((initiative, cluster): (Initiative, Cluster)) -> Self {
        Self {
            id: initiative.id,
            slug: initiative.slug,
            cluster: cluster.slug,
            cluster_name: cluster.name.into_inner(),
            country: cluster.country,
            title: initiative.title.into_inner(),
            summary: initiative.summary.into_inner(),
            phase: initiative.phase,
            starts_on: initiative.starts_on,
            ends_on: initiative.ends_on,
            dates_indicative: initiative.dates_indicative,
            text_illustrative: initiative.text_illustrative,
        }
    }
}

async fn list(house: web::Data<House>) -> Result<HttpResponse> {
    let items = house.db.read(store::initiatives).await?;
    Ok(HttpResponse::Ok().json(Listed { items, next: None }.map(InitiativeView::from)))
}

async fn show(house: web::Data<House>, slug: web::Path<String>) -> Result<HttpResponse> {
    let found = house.db.read(move |conn| store::initiative_by_slug(conn, &slug)).await?;
    Ok(HttpResponse::Ok().json(InitiativeView::from(found)))
}
