//! Quotes side by side for programs.

use actix_web::{HttpResponse, web};

use super::comparing;
use super::query::CompareQuery;
use super::views::ComparisonView;
use crate::accounts::Buyer;
use crate::error::Result;
use crate::ids::RequestId;
use crate::matching;
use crate::web::{Access, House, Query, Route};

pub fn routes() -> Vec<Route> {
    vec![
        Route::get(
            "/api/v1/sourcing-requests/{id}/quotes",
            Access::Buyer,
            "compare a request's quotes",
            show,
        )
        .asks::<CompareQuery>()
        .gives::<ComparisonView>(200),
    ]
}

async fn show(
    house: web::Data<House>,
    buyer: Buyer,
    id: web::Path<RequestId>,
    Query(query): Query<CompareQuery>,
) -> Result<HttpResponse> {
    let ((currency, order), today) = (query.check()?, house.today());
    let view = house
        .db
        .read(move |conn| {
            let request = matching::own_request(conn, &buyer, *id)?;
            comparing::compare(conn, &request, currency, order, today)
        })
        .await?;
    Ok(HttpResponse::Ok().json(view))
}
