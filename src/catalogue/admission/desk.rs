//! The officers' desk: the rows of the checklist with their history, and what makers have sent to be verified.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::row::{Binds, Check, Mode, Row};
use super::row_api::waiting_views;
use super::views::{ChangeView, WaitingView};
use super::{RowForm, rows, store};
use crate::accounts::Officer;
use crate::catalogue::certificates::schemes;
use crate::catalogue::pages::{next_page, terms};
use crate::catalogue::vocabulary;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Problems, Result};
use crate::ids::AdmissionRowId;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Listing, Page, Route};

const HOME: &str = "/programme/admission";

pub fn routes() -> Vec<Route> {
    use Access::Officer;
    vec![
        Route::get(HOME, Officer, "list the checklist's rows", list),
        Route::get("/programme/admission/new", Officer, "add a row to the checklist", ask),
        Route::post(HOME, Officer, "add a row to the checklist", add),
        Route::get("/programme/admission/waiting", Officer, "list what waits to be verified", waiting),
        Route::get("/programme/admission/rows/{id}", Officer, "edit a row of the checklist", show),
        Route::post("/programme/admission/rows/{id}", Officer, "edit a row of the checklist", edit),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/admission/rows.html")]
struct RowsPage<'a> {
    page: &'a Page,
    rows: Vec<Row>,
    waiting: String,
}

async fn list(house: web::Data<House>, page: Page, _officer: Officer) -> Result<HttpResponse> {
    let read = |conn: &mut DbConnection| Ok((rows(conn, true)?, store::count_waiting_proofs(conn)?));
    let (rows, waiting) = house.db.read(read).await?;
    page.show(&RowsPage { page: &page, rows, waiting: page.number(waiting) })
}

#[derive(Template)]
#[template(path = "catalogue/admission/waiting.html")]
struct WaitingPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    waiting: Vec<WaitingView>,
    next: Option<String>,
}

async fn waiting(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    listing: Listing,
) -> Result<HttpResponse> {
    let listed = house.db.read(move |conn| waiting_views(conn, listing)).await?;
    page.show(&WaitingPage {
        page: &page,
        crumbs: [
            Crumb::new(HOME, page.say("admission-rows")),
            Crumb::new("", page.say("admission-waiting-title")),
        ],
        waiting: listed.items,
        next: next_page("/programme/admission/waiting", &[], listed.next),
    })
}

#[derive(Template)]
#[template(path = "catalogue/admission/row.html")]
struct RowPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    title: String,
    action: String,
    is_known: bool,
    history: Vec<ChangeView>,
    modes: Vec<Choice>,
    checks: Vec<Choice>,
    points: Vec<Choice>,
    schemes: Vec<Choice>,
    crafts: Vec<Choice>,
    form: FormView,
}

async fn row_page<'a>(
    house: &House,
    page: &'a Page,
    id: Option<AdmissionRowId>,
    form: Option<&RowForm>,
    problems: Problems,
) -> Result<RowPage<'a>> {
    let read = move |conn: &mut DbConnection| {
        let Some(id) = id else { return Ok((None, Vec::new())) };
        let row = store::row(conn, id)?;
        let changes = store::changes(conn, id)?;
        let history: Result<Vec<ChangeView>> =
            changes.into_iter().map(|changed| ChangeView::read(conn, changed)).collect();
        Ok((Some(row), history?))
    };
    let (row, history): (Option<Row>, Vec<ChangeView>) = house.db.read(read).await?;
    let language = page.language();
    let title = match &row {
        Some(row) => row.wording.best(language).to_owned(),
        None => page.say("admission-add").to_string(),
    };
    let blank = || RowForm { mode: Mode::Attested.into(), binds: Binds::None.into(), ..RowForm::default() };
    let form = form.cloned().or_else(|| row.as_ref().map(RowForm::of)).unwrap_or_else(blank);
    Ok(RowPage {
        page,
        crumbs: [Crumb::new(HOME, page.say("admission-rows")), Crumb::new("", &title)],
        title,
        action: id.map_or_else(|| HOME.to_owned(), |id| format!("{HOME}/rows/{id}")),
        is_known: row.is_some(),
        history,
        modes: page.choices("admission-mode", Mode::WORDS),
        checks: page.choices("admission-check", Check::WORDS),
        points: page.choices("admission-binds", Binds::WORDS),
        schemes: schemes()
            .iter()
            .map(|scheme| Choice::new(scheme.key.as_str(), scheme.label.best(language)))
            .collect(),
        crafts: terms(language, vocabulary::crafts()),
        form: FormView::new(language, &form).with_problems(problems),
    })
}

async fn ask(house: web::Data<House>, page: Page, _officer: Officer) -> Result<HttpResponse> {
    page.show(&row_page(&house, &page, None, None, Problems::new()).await?)
}

async fn show(
    house: web::Data<House>,
    page: Page,
    _officer: Officer,
    id: web::Path<AdmissionRowId>,
) -> Result<HttpResponse> {
    page.show(&row_page(&house, &page, Some(*id), None, Problems::new()).await?)
}

async fn put(
    house: &House,
    page: &Page,
    officer: Officer,
    id: Option<AdmissionRowId>,
    form: RowForm,
) -> Result<HttpResponse> {
    let wanted = form.clone();
    let write = move |tx: &mut Write<'_>| match id {
        None => super::add_row(tx, &officer, &wanted),
        Some(id) => super::edit_row(tx, &officer, id, &wanted),
    };
    match house.db.write(write).await {
        Ok(_) => Ok(page.see_other(HOME, Some("notice-admission-saved"))),
        Err(Error::Invalid(problems)) => {
            page.show_again(&row_page(house, page, id, Some(&form), problems).await?)
        }
        Err(error) => Err(error),
    }
}

async fn add(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    input: Input<RowForm>,
) -> Result<HttpResponse> {
    put(&house, &page, officer, None, input.into_inner()).await
}

async fn edit(
    house: web::Data<House>,
    page: Page,
    officer: Officer,
    id: web::Path<AdmissionRowId>,
    input: Input<RowForm>,
) -> Result<HttpResponse> {
    put(&house, &page, officer, Some(*id), input.into_inner()).await
}
