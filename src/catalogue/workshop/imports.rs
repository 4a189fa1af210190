//! Products from a file, on paper first: upload, what would happen row by row, then one button.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::AnyMaker;
use crate::catalogue::api::{
    ImportForm, RowsQuery, carry_out, exports, receive_import, reported, spooled, work_off,
};
use crate::catalogue::import::{
    self, CellProblem, Change, Column, Ended, Import, MappedColumn, MappingForm, Outcome, Report, RowView,
    State,
};
use crate::catalogue::pages::next_page;
use crate::error::{Error, Problems, Result};
use crate::ids::ImportId;
use crate::input::Raw;
use crate::locale::Language;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Listing, Page, Query, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/import", AnyMaker, "list one's imports", show),
        Route::post("/workshop/import", AnyMaker, "take in a file of products", take_in).uploads(),
        Route::get("/workshop/import/{id}", AnyMaker, "see an import", show_one),
        Route::post("/workshop/import/{id}/mapping", AnyMaker, "map the columns of an import", map),
        Route::post("/workshop/import/{id}/commit", AnyMaker, "commit an import", commit),
        Route::post("/workshop/import/{id}/drop", AnyMaker, "drop an import", drop_import),
        Route::get("/workshop/import-sheet.csv", AnyMaker, "get the empty import sheet", exports::sheet_csv),
        Route::get(
            "/workshop/import-sheet.xlsx",
            AnyMaker,
            "get the empty import sheet",
            exports::sheet_xlsx,
        ),
        Route::get("/workshop/products.csv", AnyMaker, "export one's products", exports::products_csv),
        Route::get("/workshop/products.xlsx", AnyMaker, "export one's products", exports::products_xlsx),
    ]
}

/// Formats and currencies that are offered; any other goes through the API.
const FORMATS: [&str; 4] = ["auto", "shopify", "woocommerce", "etsy"];
const CURRENCIES: [&str; 9] = ["TND", "MAD", "DZD", "EGP", "JOD", "ILS", "EUR", "USD", "GBP"];
const ENCODINGS: [&str; 5] = ["utf-8", "windows-1256", "windows-1252", "utf-16le", "utf-16be"];

#[derive(Template)]
#[template(path = "catalogue/workshop_import.html")]
struct ImportPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    form: FormView,
    formats: Vec<Choice>,
    currencies: Vec<Choice>,
    encodings: Vec<Choice>,
    imports: Vec<Import>,
}

impl<'a> ImportPage<'a> {
    async fn new(house: &House, page: &'a Page, maker: &AnyMaker, form: &ImportForm) -> Result<Self> {
        let by = (**maker).clone();
        let imports = house.db.read(move |conn| import::list(conn, &by)).await?;
        Ok(Self {
            page,
            crumbs: vec![
                Crumb::new("/workshop", page.say("nav-workshop")),
                Crumb::new("", page.say("import-title")),
            ],
            form: FormView::new(page.language(), form),
            formats: page.choices("import-format", &FORMATS),
            currencies: CURRENCIES.iter().map(|code| page.currency_choice(code)).collect(),
            encodings: ENCODINGS.iter().map(|label| Choice::new(*label, *label)).collect(),
            imports,
        })
    }
}

async fn show(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&ImportPage::new(&house, &page, &maker, &ImportForm::default()).await?)
}

async fn take_in(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    upload: Upload,
) -> Result<HttpResponse> {
    let mut sent = ImportForm::default();
    let received = match spooled(upload).await {
        Ok((file, form)) => {
            sent = form.clone();
            receive_import(&house, &maker, file, &form, page.language()).await
        }
        Err(error) => Err(error),
    };
    match received {
        Ok(id) => Ok(page.see_other(&address(id), None)),
        Err(Error::Invalid(problems)) => {
            let mut shown = ImportPage::new(&house, &page, &maker, &sent).await?;
            shown.form = shown.form.with_problems(problems);
            page.show_again(&shown)
        }
        Err(error) => Err(error),
    }
}

fn address(id: ImportId) -> String {
    format!("/workshop/import/{id}")
}

/// A product of the dry run in its reader's words.
struct Line {
    row: u64,
    outcome: Outcome,
    sku: String,
    title: String,
    changes: Vec<Change>,
    problems: Vec<CellProblem>,
    lacks: String,
}

/// One tab of the table.
struct Tab {
    outcome: Outcome,
    count: String,
    href: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "catalogue/workshop_import_report.html")]
struct ReportPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    title: String,
    import: Import,
    report: Report,
    /// What would be written.
    writes: u64,
    share: f64,
    tabs: Vec<Tab>,
    lines: Vec<Line>,
    next: Option<String>,
    path: String,
    /// What is wrong with what was sent.
    form: FormView,
    unknown: Vec<String>,
    unknown_form: FormView,
    known: Vec<String>,
    known_form: FormView,
    fields: Vec<Choice>,
}

impl ReportPage<'_> {
    fn is_ready(&self) -> bool {
        self.import.state == State::Ready
    }

    fn is_committed(&self) -> bool {
        self.import.state == State::Committed
    }

    fn may_commit(&self) -> bool {
        self.is_ready()
            && self.report.refused < self.report.read
            && !(self.report.strict && self.report.refused > 0)
    }
}

/// What a column of the sheet is called.
fn label(field: &str, language: Language) -> String {
    let key = match field {
        "status" => "publish".to_owned(),
        other => other.replace('.', "_"),
    };
    let found = import::columns::all().iter().find(|column| column.key == key);
    found.map_or(field.to_owned(), |column| column.header(language).to_owned())
}

fn line(page: &Page, row: RowView) -> Line {
    let language = page.language();
    let relabel = |change: Change| Change { field: label(&change.field, language), ..change };
    let lacks: Vec<String> = row.lacks.iter().map(|field| lacking(page, field)).collect();
    Line {
        row: row.row,
        outcome: row.outcome,
        sku: row.sku,
        title: row.title.best(language).to_owned(),
        changes: row.changes.into_iter().map(relabel).collect(),
        problems: row.problems,
        lacks: lacks.join(page.say("catalogue-comma").to_string().as_str()),
    }
}

/// `title` and `description` stand for all their languages.
fn lacking(page: &Page, field: &str) -> String {
    match field {
        "title" => page.say("product-title").to_string(),
        "description" => page.say("product-description").to_string(),
        other => label(other, page.language()),
    }
}

fn choices(page: &Page) -> Vec<Choice> {
    let language = page.language();
    let columns = import::columns::all().iter().filter(|column| column.key != "maker");
    let mut choices: Vec<Choice> = vec![Choice::new("ignore", page.say("import-ignore").to_string())];
    choices.extend(columns.map(|column| Choice::new(column.key.clone(), column.header(language))));
    choices
}

fn mapping(columns: &[&Column]) -> MappingForm {
    let one = |column: &&Column| MappedColumn {
        header: column.header.as_str().into(),
        field: Raw(column.field.clone().unwrap_or_default()),
    };
    MappingForm { columns: columns.iter().map(one).collect() }
}

async fn one<'a>(
    house: &House,
    page: &'a Page,
    maker: &AnyMaker,
    id: ImportId,
    query: &RowsQuery,
    listing: Listing,
) -> Result<ReportPage<'a>> {
    let (import, report) = reported(house, maker, id, page.language()).await?;
    let counts = [
        (Outcome::Refused, report.refused),
        (Outcome::Changed, report.changed),
        (Outcome::Created, report.created),
        (Outcome::Skipped, report.skipped),
    ];
    // What wants a look comes first.
    let outcome = query.check()?.or(counts.iter().find(|(_, count)| *count > 0).map(|(outcome, _)| *outcome));
    let (by, language) = (maker.clone(), page.language());
    let rows = house.db.read(move |conn| import::rows(conn, &by, id, outcome, listing, language)).await?;
    let listed = listing.cut_fetched(rows);
    let path = address(id);
    let word = outcome.map(Outcome::word).unwrap_or_default();
    let named = report.columns.iter().filter(|column| !column.header.is_empty());
    let (known, unknown): (Vec<&Column>, Vec<&Column>) = named.partition(|column| column.field.is_some());
    let headers = |columns: &[&Column]| columns.iter().map(|column| column.header.clone()).collect();
    let view = |columns: &[&Column]| FormView::new(language, &mapping(columns));
    let number = |count: u64| page.number(i64::try_from(count).unwrap_or(i64::MAX));
    let tab = |(own, count): &(Outcome, u64)| Tab {
        outcome: *own,
        count: number(*count),
        href: format!("{path}?outcome={own}"),
        chosen: Some(*own) == outcome,
    };
    let title =
        if report.file.is_empty() { page.say("import-title").to_string() } else { report.file.clone() };
    Ok(ReportPage {
        page,
        crumbs: vec![
            Crumb::new("/workshop", page.say("nav-workshop")),
            Crumb::new("/workshop/import", page.say("import-title")),
            Crumb::new("", &title),
        ],
        title,
        writes: report.created + report.changed,
        share: if report.rows == 0 { 0.0 } else { report.checked as f64 / report.rows as f64 },
        tabs: counts.iter().filter(|(_, count)| *count > 0).map(tab).collect(),
        lines: listed.items.into_iter().map(|row| line(page, row)).collect(),
        next: next_page(&path, &[("outcome", word)], listed.next),
        path: path.clone(),
        form: FormView::new(language, &()),
        unknown: headers(&unknown),
        unknown_form: view(&unknown),
        known: headers(&known),
        known_form: view(&known),
        fields: choices(page),
        import,
        report,
    })
}

async fn show_one(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ImportId>,
    Query(query): Query<RowsQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    page.show(&one(&house, &page, &maker, *id, &query, listing).await?)
}

/// The page again, with what is wrong.
async fn again(
    house: &House,
    page: &Page,
    maker: &AnyMaker,
    id: ImportId,
    problems: Problems,
) -> Result<HttpResponse> {
    let listing = Listing { before: i64::MAX, limit: house.settings.limits.page_size };
    let mut shown = one(house, page, maker, id, &RowsQuery::default(), listing).await?;
    shown.form = shown.form.with_problems(problems);
    page.show_again(&shown)
}

async fn map(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ImportId>,
    input: Input<MappingForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (*id, input.into_inner(), maker.clone());
    match house.db.write(move |tx| import::map(tx, &by, id, &form)).await {
        Ok(_) => {
            work_off(&house, id).await;
            Ok(page.see_other(&address(id), Some("notice-import-mapped")))
        }
        Err(Error::Invalid(problems)) => again(&house, &page, &maker, id, problems).await,
        Err(error) => Err(error),
    }
}

async fn commit(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ImportId>,
) -> Result<HttpResponse> {
    let notice = match carry_out(&house, &maker, *id).await? {
        Ended::Written(_) => "notice-import-committed",
        Ended::Moved => "notice-import-moved",
    };
    Ok(page.see_other(&address(*id), Some(notice)))
}

async fn drop_import(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ImportId>,
) -> Result<HttpResponse> {
    let id = *id;
    house.db.write(move |tx| import::drop_import(tx, &maker, id)).await?;
    Ok(page.see_other("/workshop/import", Some("notice-import-dropped")))
}
