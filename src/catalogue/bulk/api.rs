//! Changes of many products for programs: a preview with a hash, and the change that names it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::form::BulkForm;
use super::plan::{Counts, Fate, Plan, Row};
use super::{Done, change_products};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::history::{ChangeView, Words};
use crate::clock::Date;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{BulkChangeId, ProductId};
use crate::locale::{self, Language, Wording};
use crate::web::{Access, House, Input, PageLanguage, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::post(
            "/api/v1/workshop/bulk-changes/preview",
            AnyMaker,
            "preview a change of several products",
            preview,
        )
        .takes::<BulkForm>()
        .gives::<PreviewView>(200),
        Route::post("/api/v1/workshop/bulk-changes", AnyMaker, "change several products", change)
            .takes::<BulkForm>()
            .gives::<BulkChangeView>(201),
    ]
}

/// What would happen. Nothing was written.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct PreviewView {
    /// Send it back to carry out exactly this.
    pub hash: String,
    pub counts: Counts,
    pub products: Vec<RowView>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct RowView {
    pub id: ProductId,
    pub title: Wording,
    pub verdict: Fate,
    pub changes: Vec<ChangeView>,
    /// Why it may not be changed.
    pub problems: Vec<RowProblem>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct RowProblem {
    pub field: String,
    pub problem: String,
}

/// What was done; it can be taken back as a whole by its id.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
struct BulkChangeView {
    id: BulkChangeId,
    /// How many products were changed.
    products: i64,
}

impl From<Done> for BulkChangeView {
    fn from(done: Done) -> Self {
        Self { id: done.id, products: done.products }
    }
}

/// The preview in the reader's words.
pub(super) fn read_preview(
    conn: &mut DbConnection,
    by: &Member,
    language: Language,
    form: &BulkForm,
    today: Date,
) -> Result<PreviewView> {
    let plan = Plan::make(conn, by, form, &form.check()?, today)?;
    let words = Words::read(conn, language, by.organisation)?;
    let view = |row: &Row| RowView {
        id: row.id,
        title: (*row.title).clone(),
        verdict: row.verdict(),
        changes: row.changes.iter().map(|change| ChangeView::new(&words, change)).collect(),
        problems: row
            .problems
            .iter()
            .map(|problem| RowProblem {
                field: problem.field.clone(),
                problem: locale::say(language, &problem.message),
            })
            .collect(),
    };
    Ok(PreviewView {
        counts: Counts::from(&plan),
        products: plan.rows.iter().map(view).collect(),
        hash: plan.hash,
    })
}

async fn preview(
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    input: Input<BulkForm>,
) -> Result<HttpResponse> {
    let (form, today) = (input.into_inner(), house.today());
    let read = move |conn: &mut DbConnection| read_preview(conn, &maker, language, &form, today);
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn change(house: web::Data<House>, maker: AnyMaker, input: Input<BulkForm>) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| change_products(tx, &maker, &form).map(BulkChangeView::from);
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}
