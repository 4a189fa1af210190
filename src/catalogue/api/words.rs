//! The vocabularies for programs: crafts, materials and techniques with their labels.

use actix_web::HttpResponse;
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::vocabulary::{self, Term};
use crate::error::Result;
use crate::locale::Wording;
use crate::web::{Access, Listed, Route};

pub fn routes() -> Vec<Route> {
    use Access::Anyone;
    vec![
        Route::get("/api/v1/crafts", Anyone, "list the crafts", crafts).gives::<Listed<TermView>>(200),
        Route::get("/api/v1/materials", Anyone, "list the materials", materials)
            .gives::<Listed<TermView>>(200),
        Route::get("/api/v1/techniques", Anyone, "list the techniques", techniques)
            .gives::<Listed<TermView>>(200),
    ]
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TermView {
    pub key: String,
    pub label: Wording,
    /// Crafts only: the chapters of the Harmonized System in which such goods are usually classified.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hs_chapters: Vec<String>,
    /// Crafts only: a key of the sectors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<String>,
}

impl From<&Term> for TermView {
    fn from(term: &Term) -> Self {
        Self {
            key: term.key.clone(),
            label: term.label.clone(),
            hs_chapters: term.hs_chapters.clone(),
            sector: term.sector.clone(),
        }
    }
}

fn answer(terms: &[Term]) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(Listed { items: terms.iter().map(TermView::from).collect(), next: None }))
}

async fn crafts() -> Result<HttpResponse> {
    answer(vocabulary::crafts())
}

async fn materials() -> Result<HttpResponse> {
    answer(vocabulary::materials())
}

async fn techniques() -> Result<HttpResponse> {
    answer(vocabulary::techniques())
}
