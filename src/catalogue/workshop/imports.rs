//! Products from a file, for a maker who keeps them elsewhere.

use actix_web::{HttpResponse, web};
use askama::Template;
use serde::{Deserialize, Serialize};

use crate::accounts::AnyMaker;
use crate::catalogue::api::{MOST_IMPORT_BYTES, import_file};
use crate::catalogue::import::Report;
use crate::catalogue::pages::Crumb;
use crate::error::{Error, Result};
use crate::input::{Fields, Raw};
use crate::web::{Access, FormView, House, Page, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/workshop/import", AnyMaker, "import products", show),
        Route::post("/workshop/import", AnyMaker, "import products", take_in).uploads(),
    ]
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct ImportForm {
    strict: Raw,
}

#[derive(Template)]
#[template(path = "catalogue/workshop_import.html")]
struct ImportPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    form: FormView,
    report: Option<Report>,
}

impl<'a> ImportPage<'a> {
    fn new(page: &'a Page) -> Self {
        Self {
            page,
            crumbs: vec![
                Crumb::new("/workshop", page.say("nav-workshop")),
                Crumb::new("", page.say("import-title")),
            ],
            form: FormView::new(page.language(), &ImportForm::default()),
            report: None,
        }
    }
}

async fn show(page: Page, _maker: AnyMaker) -> Result<HttpResponse> {
    page.show(&ImportPage::new(&page))
}

async fn receive(house: &House, page: &Page, maker: &AnyMaker, mut upload: Upload) -> Result<Report> {
    let mut file = None;
    while let Some(next) = upload.next_file(MOST_IMPORT_BYTES).await? {
        file.get_or_insert(next);
    }
    let file = file.ok_or_else(|| Error::invalid("file", "problem-file-missing"))?;
    let form: ImportForm = upload.form()?;
    let strict = Fields::new().flag(&form.strict);
    import_file(house, maker, file.bytes, strict, page.language()).await
}

async fn take_in(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    upload: Upload,
) -> Result<HttpResponse> {
    let mut shown = ImportPage::new(&page);
    match receive(&house, &page, &maker, upload).await {
        Ok(report) => {
            let nothing_right = report.refused == report.read;
            shown.report = Some(report);
            if nothing_right { page.show_again(&shown) } else { page.show(&shown) }
        }
        Err(Error::Invalid(problems)) => {
            shown.form = shown.form.with_problems(problems);
            page.show_again(&shown)
        }
        Err(error) => Err(error),
    }
}
