//! Indicators for programs: the same numbers as on the pages, with the records behind them for officers.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    Aggregation, Computed, Counted, Direction, Measure, NotCounted, Part, Reader, Reason, ScopeQuery, Target,
    TargetBasis, TargetForm, indicators, measured, set_target,
};
use crate::accounts::{Officer, Viewer};
use crate::clock::{Date, Time};
use crate::db::Write;
use crate::error::Result;
use crate::ids::VerificationId;
use crate::input::RawMoney;
use crate::locale::Wording;
use crate::programme::Value;
use crate::programme::verifications::{Subject, VerificationView};
use crate::web::{Access, House, Input, Listed, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/indicators", Anyone, "list indicators", list)
            .asks::<ScopeQuery>()
            .gives::<Listed<IndicatorView>>(200),
        Route::get("/api/v1/indicators/{code}", Anyone, "see an indicator", show)
            .asks::<ScopeQuery>()
            .gives::<IndicatorView>(200),
        Route::post("/api/v1/indicators/{code}/targets", Officer, "set a target", set)
            .takes::<TargetForm>()
            .gives::<IndicatorView>(201),
    ]
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndicatorView {
    pub code: String,
    pub name: Wording,
    pub definition: Wording,
    pub unit: String,
    pub direction: Direction,
    pub aggregation: Aggregation,
    /// What computes it; `none` where nothing does yet.
    pub computed: Computed,
    pub baseline: String,
    pub baseline_on: Date,
    pub assumptions: Wording,
    /// In the unit; money with two decimals. Null where it is not computed or withheld.
    pub value: Option<String>,
    /// Too few makers stand behind it to tell the public.
    pub withheld: bool,
    /// The next target due, or the last.
    pub target: Option<TargetView>,
    /// How much of the way from baseline to target: 1 is all of it.
    pub share: Option<f64>,
    pub makers: usize,
    pub record_count: usize,
    pub targets: Vec<TargetView>,
    pub by_country: Vec<PartView>,
    /// A maker in two clusters stands in both.
    pub by_cluster: Vec<PartView>,
    pub by_month: Vec<PartView>,
    pub by_year: Vec<PartView>,
    pub version: i64,
    /// Only where one indicator is asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_history: Option<Vec<TargetView>>,
    /// The records that are counted, newest first: for officers, and for everyone where they are public anyway.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records: Option<Vec<CountedView>>,
    /// What does not count yet, and why: for officers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_counted: Option<Vec<NotCountedView>>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct TargetView {
    pub due_on: Date,
    pub value: String,
    pub basis: TargetBasis,
    pub reason: Wording,
    pub set_at: Time,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PartView {
    /// Country code, slug of a cluster, `2026-03` or `2026`.
    pub key: String,
    /// Null: too few makers to tell the public.
    pub value: Option<String>,
    pub records: usize,
    pub makers: usize,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CountedView {
    pub subject: Subject,
    pub subject_id: i64,
    pub title: Option<Wording>,
    pub maker: String,
    pub country: String,
    pub buyer: Option<String>,
    pub day: Option<Date>,
    pub status: String,
    /// What it adds to the indicator.
    pub value: String,
    pub amount: Option<RawMoney>,
    pub href: String,
    /// The verdict it rests on; its note and evidence are for officers.
    pub verification_id: VerificationId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verification: Option<VerificationView>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NotCountedView {
    pub subject: Subject,
    pub subject_id: i64,
    pub title: Option<Wording>,
    pub maker: String,
    pub day: Option<Date>,
    pub status: String,
    pub amount: Option<RawMoney>,
    pub href: String,
    pub reason: Reason,
}

impl IndicatorView {
    /// For a list: without the records and the history.
    pub fn brief(measure: Measure) -> Self {
        Self {
            target_history: None,
            records: None,
            not_counted: None,
            ..Self::whole(measure, Reader::Public)
        }
    }

    pub fn whole(measure: Measure, reader: Reader) -> Self {
        let indicator = measure.indicator;
        let unit = indicator.unit.as_str();
        let written = |value: Value| value.written(unit);
        let parts = |parts: Vec<Part>| parts.into_iter().map(|part| PartView::new(part, unit)).collect();
        let targets =
            |targets: Vec<Target>| targets.into_iter().map(|one| TargetView::new(one, unit)).collect();
        Self {
            value: measure.value.map(written),
            withheld: measure.withheld,
            target: measure.target.map(|target| TargetView::new(target, unit)),
            share: measure.share,
            makers: measure.makers,
            record_count: measure.records,
            targets: targets(measure.targets),
            target_history: Some(targets(measure.target_history)),
            by_country: parts(measure.by_country),
            by_cluster: parts(measure.by_cluster),
            by_month: parts(measure.by_month),
            by_year: parts(measure.by_year),
            records: measure
                .counted
                .map(|all| all.into_iter().map(|one| CountedView::new(one, unit, reader)).collect()),
            not_counted: measure.not_counted.map(|all| all.into_iter().map(NotCountedView::from).collect()),
            baseline: indicator.baseline().written(unit),
            code: indicator.code,
            name: indicator.name.into_inner(),
            definition: indicator.definition.into_inner(),
            direction: indicator.direction,
            aggregation: indicator.aggregation,
            computed: indicator.computed,
            baseline_on: indicator.baseline_on,
            assumptions: indicator.assumptions.into_inner(),
            version: indicator.version,
            unit: indicator.unit,
        }
    }
}

impl TargetView {
    fn new(target: Target, unit: &str) -> Self {
        Self {
            value: target.value().written(unit),
            due_on: target.due_on,
            basis: target.basis,
            reason: target.reason.into_inner(),
            set_at: target.set_at,
        }
    }
}

impl PartView {
    fn new(part: Part, unit: &str) -> Self {
        Self {
            key: part.key,
            value: part.value.map(|value| value.written(unit)),
            records: part.records,
            makers: part.makers,
        }
    }
}

impl CountedView {
    fn new(one: Counted, unit: &str, reader: Reader) -> Self {
        let record = one.record;
        Self {
            subject: record.subject,
            subject_id: record.id,
            title: record.title,
            maker: record.maker.slug,
            country: record.maker.country,
            buyer: record.buyer.map(|buyer| buyer.slug),
            day: record.day,
            status: record.status.to_owned(),
            value: one.value.written(unit),
            amount: record.amount.map(RawMoney::from),
            href: record.href,
            verification_id: one.verdict.id,
            verification: (reader == Reader::Officer).then(|| one.verdict.into()),
        }
    }
}

impl From<NotCounted> for NotCountedView {
    fn from(one: NotCounted) -> Self {
        let record = one.record;
        Self {
            subject: record.subject,
            subject_id: record.id,
            title: record.title,
            maker: record.maker.slug,
            day: record.day,
            status: record.status.to_owned(),
            amount: record.amount.map(RawMoney::from),
            href: record.href,
            reason: one.reason,
        }
    }
}

async fn list(
    house: web::Data<House>,
    viewer: Viewer,
    Query(query): Query<ScopeQuery>,
) -> Result<HttpResponse> {
    let (reader, today) = (Reader::of(&viewer), house.today());
    let items = house.db.read(move |conn| indicators(conn, &query, reader, today)).await?;
    Ok(HttpResponse::Ok().json(Listed { items, next: None }.map(IndicatorView::brief)))
}

async fn show(
    house: web::Data<House>,
    viewer: Viewer,
    code: web::Path<String>,
    Query(query): Query<ScopeQuery>,
) -> Result<HttpResponse> {
    let (reader, today) = (Reader::of(&viewer), house.today());
    let found = house.db.read(move |conn| measured(conn, &code, &query, reader, today)).await?;
    Ok(HttpResponse::Ok().json(IndicatorView::whole(found, reader)))
}

async fn set(
    house: web::Data<House>,
    officer: Officer,
    code: web::Path<String>,
    input: Input<TargetForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        set_target(tx, &officer, &code, &form)?;
        let today = tx.today();
        let after = measured(tx, &code, &ScopeQuery::default(), Reader::Officer, today)?;
        Ok(IndicatorView::whole(after, Reader::Officer))
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}
