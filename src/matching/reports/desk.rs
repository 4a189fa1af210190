//! Where a maker reports a request, and where officers look at what was reported.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::ReportQuery;
use super::deciding::{self, DecisionForm, Found};
use super::report::{Report, Suspicion, Verdict};
use super::reporting::{self, ReportForm};
use super::store;
use crate::accounts::{self, Maker, Member, Officer, Organisation};
use crate::db::DbConnection;
use crate::error::{Error, Problems, Result};
use crate::ids::{ReportId, RequestId};
use crate::matching::pages::RequestCard;
use crate::matching::store as requests;
use crate::matching::{SourcingRequest, readable_request};
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/sourcing-requests/{id}/reports", Maker, "report a request", report_form),
        Route::post("/sourcing-requests/{id}/reports", Maker, "report a request", report),
        Route::get("/request-reports", Officer, "list reported requests", list),
        Route::get("/request-reports/{id}", Officer, "see a reported request", show),
        Route::post("/request-reports/{id}/decision", Officer, "decide about a reported request", decide),
    ]
}

#[derive(Template)]
#[template(path = "matching/reports/report.html")]
struct ReportPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    href: String,
    suspicions: Vec<Choice>,
    form: FormView,
}

async fn reporting_of<'a>(
    house: &House,
    page: &'a Page,
    maker: &Maker,
    id: RequestId,
    form: &ReportForm,
    problems: Problems,
) -> Result<ReportPage<'a>> {
    let asking = Member::clone(maker);
    let (request, _) = house.db.read(move |conn| readable_request(conn, &asking, id)).await?;
    let href = format!("/sourcing-requests/{id}");
    Ok(ReportPage {
        page,
        crumbs: [Crumb::new(&href, &request.title), Crumb::new("", page.say("report-title"))],
        href,
        suspicions: page.choices("suspicion", Suspicion::WORDS),
        form: FormView::new(page.language(), form).with_problems(problems),
    })
}

async fn report_form(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<RequestId>,
) -> Result<HttpResponse> {
    page.show(&reporting_of(&house, &page, &maker, *id, &ReportForm::default(), Problems::new()).await?)
}

async fn report(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<RequestId>,
    input: Input<ReportForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    let sent = form.clone();
    match house.db.write(move |tx| reporting::report_request(tx, &by, id, &sent)).await {
        Ok(_) => Ok(page.see_other(&format!("/sourcing-requests/{id}"), Some("notice-request-reported"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&reporting_of(&house, &page, &maker, id, &form, problems).await?)
        }
        Err(error) => Err(error),
    }
}

/// One line of the desk.
struct Row {
    report: Report,
    request: SourcingRequest,
    maker: Organisation,
}

impl Row {
    fn read(conn: &mut DbConnection, report: Report) -> Result<Self> {
        let request = requests::request(conn, report.request_id)?;
        Ok(Self { request, maker: accounts::organisation(conn, report.maker_id)?, report })
    }
}

#[derive(Template)]
#[template(path = "matching/reports/desk.html")]
struct DeskPage<'a> {
    page: &'a Page,
    rows: Vec<Row>,
    verdicts: Vec<Choice>,
    form: FormView,
    next: Option<String>,
}

async fn list(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    Query(query): Query<ReportQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let verdict = query.check()?;
    let read = move |conn: &mut DbConnection| {
        let listed = listing.page(store::listed(conn, verdict, listing)?, |report| report.id.0);
        let rows: Result<Vec<Row>> = listed.items.into_iter().map(|report| Row::read(conn, report)).collect();
        Ok((rows?, listed.next))
    };
    let (rows, next) = house.db.read(read).await?;
    let chosen = query.verdict.trimmed().to_owned();
    page.show(&DeskPage {
        page: &page,
        rows,
        verdicts: page.choices("report-verdict", Verdict::WORDS),
        form: FormView::new(page.language(), &serde_json::json!({ "verdict": chosen })),
        next: next.map(|cursor| format!("/request-reports?verdict={chosen}&cursor={cursor}")),
    })
}

#[derive(Template)]
#[template(path = "matching/reports/sheet.html")]
struct SheetPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    row: Row,
    request: RequestCard,
    suspicion: String,
    verdict: String,
    found: Vec<Choice>,
    form: FormView,
}

impl SheetPage<'_> {
    fn waits(&self) -> bool {
        self.row.report.verdict == Verdict::Waiting
    }
}

async fn sheet<'a>(
    house: &House,
    page: &'a Page,
    id: ReportId,
    form: &DecisionForm,
    problems: Problems,
) -> Result<SheetPage<'a>> {
    let read = move |conn: &mut DbConnection| {
        let report = store::report(conn, id)?;
        let row = Row::read(conn, report)?;
        let buyer = accounts::organisation(conn, row.request.buyer_id)?;
        Ok((row, buyer))
    };
    let (row, buyer) = house.db.read(read).await?;
    Ok(SheetPage {
        page,
        crumbs: [
            Crumb::new("/request-reports?verdict=waiting", page.say("reports-title")),
            Crumb::new("", &row.request.title),
        ],
        request: RequestCard::new(page, &row.request, Some(&buyer), true),
        suspicion: page.term("suspicion", row.report.suspicion),
        verdict: page.term("report-verdict", row.report.verdict),
        found: page.choices("report-verdict", Found::WORDS),
        form: FormView::new(page.language(), form).with_problems(problems),
        row,
    })
}

async fn show(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    id: web::Path<ReportId>,
) -> Result<HttpResponse> {
    page.show(&sheet(&house, &page, *id, &DecisionForm::default(), Problems::new()).await?)
}

async fn decide(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<ReportId>,
    input: Input<DecisionForm>,
) -> Result<HttpResponse> {
    let (id, form, settings) = (*id, input.into_inner(), house.settings.clone());
    let sent = form.clone();
    match house.db.write(move |tx| deciding::decide_reports(tx, &settings, &officer, id, &sent)).await {
        Ok(()) => Ok(page.see_other("/request-reports?verdict=waiting", Some("notice-reports-decided"))),
        Err(Error::Invalid(problems)) => page.show_again(&sheet(&house, &page, id, &form, problems).await?),
        Err(error) => Err(error),
    }
}
