//! Customs codes for programs.

use actix_web::HttpResponse;

use super::{CustomsCode, CustomsQuery};
use crate::error::Result;
use crate::web::{Access, Listed, PageLanguage, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/api/v1/customs-codes", Access::Anyone, "look up a customs code", list)
            .asks::<CustomsQuery>()
            .gives::<Listed<CustomsCode>>(200),
    ]
}

async fn list(
    PageLanguage(language): PageLanguage,
    Query(query): Query<CustomsQuery>,
) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(Listed { items: query.answer(language)?, next: None }))
}
