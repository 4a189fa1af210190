//! Marks, declines and limits for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::declining::{self, DeclineForm, DeclineReason};
use super::limits::{self, LimitsForm, MakerLimits};
use super::marking::{self, Mark, MarkForm};
use super::store;
use crate::accounts::{Buyer, Maker, Member};
use crate::clock::{Date, Time};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::RequestId;
use crate::web::{Access, House, Input, Nothing, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::put("/api/v1/sourcing-requests/{id}/makers/{slug}", Buyer, "mark a maker", mark)
            .takes::<MarkForm>()
            .gives::<MarkView>(200),
        Route::post("/api/v1/sourcing-requests/{id}/decline", Maker, "decline a request", decline)
            .takes::<DeclineForm>()
            .gives::<DeclineView>(200),
        Route::post("/api/v1/sourcing-requests/{id}/reconsider", Maker, "reconsider a request", reconsider)
            .takes::<Nothing>()
            .gives::<DeclineView>(200),
        Route::get("/api/v1/workshop/limits", Maker, "see what a maker turns away", show)
            .gives::<LimitsView>(200),
        Route::put("/api/v1/workshop/limits", Maker, "say what a maker turns away", set)
            .takes::<LimitsForm>()
            .gives::<LimitsView>(200),
    ]
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MarkView {
    pub mark: Mark,
}

/// What a maker has said to a request.
#[derive(Debug, Serialize, JsonSchema)]
pub struct DeclineView {
    pub declined: bool,
    pub reason: Option<DeclineReason>,
    pub note: Option<String>,
    pub declined_at: Option<Time>,
}

impl DeclineView {
    fn read(conn: &mut DbConnection, by: &Member, id: RequestId) -> Result<Self> {
        let decline = store::decline_of(conn, id, by.organisation)?;
        Ok(Self {
            declined: decline.is_some(),
            reason: decline.as_ref().map(|decline| decline.reason),
            declined_at: decline.as_ref().map(|decline| decline.declined_at),
            note: decline.map(|decline| decline.note),
        })
    }
}

/// What a maker does not want to be asked for.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LimitsView {
    /// Orders of fewer pieces are not wanted.
    pub least_pieces: Option<i64>,
    /// No work is begun before the day after this one.
    pub busy_until: Option<Date>,
    /// Countries that nothing is sold to.
    pub not_to: Vec<String>,
}

impl From<MakerLimits> for LimitsView {
    fn from(limits: MakerLimits) -> Self {
        Self { least_pieces: limits.least_pieces, busy_until: limits.busy_until, not_to: limits.not_to }
    }
}

async fn mark(
    house: web::Data<House>,
    buyer: Buyer,
    path: web::Path<(RequestId, String)>,
    input: Input<MarkForm>,
) -> Result<HttpResponse> {
    let ((id, slug), form) = (path.into_inner(), input.into_inner());
    let mark = house.db.write(move |tx| marking::mark_maker(tx, &buyer, id, &slug, &form)).await?;
    Ok(HttpResponse::Ok().json(MarkView { mark }))
}

async fn decline(
    house: web::Data<House>,
    maker: Maker,
    id: web::Path<RequestId>,
    input: Input<DeclineForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        declining::decline_request(tx, &maker, *id, &form)?;
        DeclineView::read(tx, &maker, *id)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn reconsider(
    house: web::Data<House>,
    maker: Maker,
    id: web::Path<RequestId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| {
        declining::reconsider_request(tx, &maker, *id)?;
        DeclineView::read(tx, &maker, *id)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn show(house: web::Data<House>, maker: Maker) -> Result<HttpResponse> {
    let (maker, today) = (maker.organisation, house.today());
    let limits = house.db.read(move |conn| limits::limits_of(conn, maker, today)).await?;
    Ok(HttpResponse::Ok().json(LimitsView::from(limits)))
}

async fn set(house: web::Data<House>, maker: Maker, input: Input<LimitsForm>) -> Result<HttpResponse> {
    let form = input.into_inner();
    let limits = house.db.write(move |tx| limits::set_limits(tx, &maker, &form)).await?;
    Ok(HttpResponse::Ok().json(LimitsView::from(limits)))
}
