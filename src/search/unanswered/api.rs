//! Searches that found nothing, for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::store::{self, Unanswered};
use crate::accounts::Officer;
use crate::db::Write;
use crate::error::Result;
use crate::ids::UnansweredId;
use crate::input::{Fields, Raw};
use crate::locale::Language;
use crate::search::lexicon::EntryForm;
use crate::web::{Access, House, Input, Listed, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/unanswered-queries", Officer, "list searches that found nothing", list)
            .asks::<UnansweredQuery>()
            .gives::<Listed<UnansweredView>>(200),
        Route::post(
            "/api/v1/unanswered-queries/{id}/settle",
            Officer,
            "settle a search that found nothing",
            settle,
        )
        .takes::<SettleForm>()
        .gives::<UnansweredView>(200),
    ]
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct UnansweredQuery {
    /// `en`, `fr` or `ar`.
    pub language: Raw,
    /// `open` (if not said) or `settled`.
    pub state: Raw,
    /// `next` of the page before.
    pub cursor: Raw,
    /// Rows on the page.
    pub limit: Raw,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum State {
    #[default]
    Open,
    Settled,
}

crate::text_enum!(State { Open => "open", Settled => "settled" });

impl UnansweredQuery {
    pub(super) fn check(&self) -> Result<(Option<Language>, State)> {
        let mut fields = Fields::new();
        let language = (!self.language.is_blank())
            .then(|| fields.take("language", self.language.trimmed().parse::<Language>()));
        let state = match self.state.is_blank() {
            true => State::Open,
            false => fields.choice("state", &self.state),
        };
        fields.done((language, state))
    }
}

/// There is nothing to say about it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SettleForm {}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct UnansweredView {
    #[serde(flatten)]
    pub query: Unanswered,
    /// What could be sent to add a concept of these words, once its class is said.
    pub proposed: EntryForm,
}

impl From<Unanswered> for UnansweredView {
    fn from(query: Unanswered) -> Self {
        Self { proposed: EntryForm::proposed(&query), query }
    }
}

async fn list(
    house: web::Data<House>,
    _officer: Officer,
    Query(query): Query<UnansweredQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (language, state) = query.check()?;
    let settled = state == State::Settled;
    let rows = house.db.read(move |conn| store::list(conn, language, settled, listing)).await?;
    Ok(HttpResponse::Ok().json(listing.cut_fetched(rows).map(UnansweredView::from)))
}

/// An officer has looked at it.
pub(super) fn settle_query(tx: &mut Write<'_>, by: &Officer, id: UnansweredId) -> Result<Unanswered> {
    by.confirm(tx)?;
    store::settle(tx, id)
}

async fn settle(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<UnansweredId>,
    input: Input<SettleForm>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| settle_query(tx, &officer, *id).map(UnansweredView::from);
    input.once.answer(&house.db, StatusCode::OK, work).await
}
