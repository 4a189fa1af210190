//! Indicators for people: each with its targets, its parts, and the records behind it.

use std::borrow::Borrow;

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{
    Counted, Measure, Part, Reader, ScopeQuery, Target, TargetForm, indicators, measured, set_target,
};
use crate::accounts::{Officer, Viewer};
use crate::clock::Date;
use crate::error::{Error, Message, Result};
use crate::locale::{self, Language};
use crate::programme::Value;
use crate::programme::chart::{BarChart, LineChart};
use crate::programme::dashboard::{ScopeChoices, charts};
use crate::web::{Access, FormView, House, Input, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/indicators", Anyone, "list indicators", list),
        Route::get("/indicators/{code}", Anyone, "see an indicator", show),
        Route::get("/indicators/{code}/targets/new", Officer, "set a target", new_target),
        Route::post("/indicators/{code}/targets", Officer, "set a target", set),
    ]
}

/// How a value reads on a page.
impl Measure {
    pub fn shown(&self, value: impl Borrow<Value>, language: Language) -> String {
        value.borrow().shown(&self.indicator.unit, language)
    }

    /// The value, or in words why there is none.
    pub fn value_in(&self, language: Language) -> String {
        match (self.value, self.withheld) {
            (Some(value), _) => self.shown(value, language),
            (None, true) => locale::say(language, &Message::new("indicator-withheld")),
            (None, false) => locale::say(language, &Message::new("indicator-not-computed")),
        }
    }

    /// How much of the way is gone, for people.
    pub fn percent_in(&self, language: Language) -> Option<String> {
        // Rounded down: what is nearly reached is not reached.
        let percent = (self.share? * 100.0).floor() as i64;
        Some(Value::from_cents(percent * 100).shown("percent", language))
    }

    /// The same for a drawn bar, which ends where the target is.
    pub fn bar(&self) -> f64 {
        self.share.unwrap_or_default().clamp(0.0, 1.0)
    }

    pub fn is_computed(&self) -> bool {
        self.indicator.computed.subject().is_some()
    }

    pub fn maker_count(&self) -> i64 {
        self.makers as i64
    }

    pub fn target_in(&self, target: &Target, language: Language) -> String {
        self.shown(target.value(), language)
    }
}

impl Part {
    /// The name of the month whose part this is.
    pub fn month_in(&self, language: Language) -> String {
        let first: Option<Date> = format!("{}-01", self.key).parse().ok();
        first.map_or_else(|| self.key.clone(), |day| locale::month(language, day))
    }

    pub fn record_count(&self) -> i64 {
        self.records as i64
    }

    pub fn maker_count(&self) -> i64 {
        self.makers as i64
    }
}

impl Counted {
    /// The month whose rate made the value, where it is not the month of the day it counts for.
    pub fn other_month(&self) -> Option<&str> {
        let own = self.record.day.map(crate::clock::month_of);
        self.verdict.rate_month.as_deref().filter(|month| own.as_deref() != Some(*month))
    }
}

#[derive(Template)]
#[template(path = "programme/indicators/indicators.html")]
struct IndicatorsPage<'a> {
    page: &'a Page,
    measures: Vec<Measure>,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    Query(query): Query<ScopeQuery>,
) -> Result<HttpResponse> {
    let (reader, today) = (Reader::of(&viewer), house.today());
    let measures = house.db.read(move |conn| indicators(conn, &query, reader, today)).await?;
    page.show(&IndicatorsPage { page: &page, measures })
}

#[derive(Template)]
#[template(path = "programme/indicators/indicator.html")]
struct IndicatorPage<'a> {
    page: &'a Page,
    measure: Measure,
    officer: bool,
    whole: bool,
    by_country: BarChart,
    by_month: LineChart,
    form: FormView,
    choices: ScopeChoices,
}

async fn show(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    code: web::Path<String>,
    Query(query): Query<ScopeQuery>,
) -> Result<HttpResponse> {
    let (reader, today) = (Reader::of(&viewer), house.today());
    let (asked, language) = (query.clone(), page.language());
    let (measure, choices) = house
        .db
        .read(move |conn| {
            let measure = measured(conn, &code, &asked, reader, today)?;
            Ok((measure, ScopeChoices::read(conn, language)?))
        })
        .await?;
    page.show(&IndicatorPage {
        page: &page,
        by_country: charts::by_country(&page, &measure, &query),
        by_month: charts::by_month(&page, &measure),
        officer: viewer.is_officer(),
        whole: query.address(&[]).is_empty(),
        form: FormView::new(page.language(), &query),
        measure,
        choices,
    })
}

#[derive(Template)]
#[template(path = "programme/indicators/target.html")]
struct TargetPage<'a> {
    page: &'a Page,
    measure: Measure,
    form: FormView,
}

async fn target_page<'a>(
    house: &House,
    page: &'a Page,
    code: String,
    form: TargetForm,
) -> Result<TargetPage<'a>> {
    let today = house.today();
    let whole = ScopeQuery::default();
    let measure = house.db.read(move |conn| measured(conn, &code, &whole, Reader::Officer, today)).await?;
    Ok(TargetPage { page, measure, form: FormView::new(page.language(), &form) })
}

async fn new_target(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    code: web::Path<String>,
) -> Result<HttpResponse> {
    let mut shown = target_page(&house, &page, code.into_inner(), TargetForm::default()).await?;
    let blank = TargetForm { version: shown.measure.indicator.version.into(), ..TargetForm::default() };
    shown.form = FormView::new(page.language(), &blank);
    page.show(&shown)
}

async fn set(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    code: web::Path<String>,
    input: Input<TargetForm>,
) -> Result<HttpResponse> {
    let (code, form) = (code.into_inner(), input.into_inner());
    let (wanted, sent) = (code.clone(), form.clone());
    match house.db.write(move |tx| set_target(tx, &officer, &wanted, &sent)).await {
        Ok(_) => Ok(page.see_other(&format!("/indicators/{code}"), Some("notice-target-set"))),
        Err(Error::Invalid(problems)) => {
            let mut again = target_page(&house, &page, code, form).await?;
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
