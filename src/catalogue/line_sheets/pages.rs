//! Where people find out what a line sheet is, and whether theirs is genuine.

use actix_web::{HttpResponse, web};
use askama::Template;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Code;
use super::api::{compare, download};
use super::views::{CheckForm, CheckView, LineSheetView, code};
use crate::db::DbConnection;
use crate::error::{Error, Message, Problems, Result, if_found};
use crate::input::Raw;
use crate::locale;
use crate::web::{Access, Crumb, FormView, House, Page, Query, Route, WithPaper};

pub fn routes() -> Vec<Route> {
    use Access::Anyone;
    vec![
        Route::get("/collections/{slug}/line-sheet.pdf", Anyone, "get a line sheet", download),
        Route::get("/line-sheets", Anyone, "see what a line sheet is", ask),
        Route::get("/line-sheets/{code}", Anyone, "see what a line sheet is", show),
        Route::post("/line-sheets/{code}", Anyone, "check a line sheet", check).uploads(),
    ]
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
struct CodeQuery {
    code: Raw,
}

#[derive(Template)]
#[template(path = "catalogue/line_sheets/ask.html")]
struct AskPage<'a> {
    page: &'a Page,
    form: FormView,
}

/// For whoever types the code: leads on to its page.
async fn ask(house: web::Data<House>, page: Page, Query(query): Query<CodeQuery>) -> Result<HttpResponse> {
    let form = FormView::new(page.language(), &query);
    if query.code.is_blank() {
        return page.show(&AskPage { page: &page, form });
    }
    let problem = match query.code.trimmed().parse::<Code>() {
        Err(problem) => problem,
        Ok(code) => {
            let (wanted, today) = (code.clone(), house.today());
            let read = move |conn: &mut DbConnection| LineSheetView::read(conn, &wanted, today);
            match if_found(house.db.read(read).await)? {
                Some(_) => return Ok(page.see_other(&format!("/line-sheets/{code}"), None)),
                None => Message::new("problem-line-sheet-unknown"),
            }
        }
    };
    page.show_again(&AskPage { page: &page, form: form.with_problems(Problems::one("code", problem)) })
}

#[derive(Template)]
#[template(path = "catalogue/line_sheets/show.html")]
struct ShowPage<'a> {
    page: &'a Page,
    crumbs: [Crumb; 2],
    maker: String,
    title: String,
    language: &'static str,
    line_sheet: LineSheetView,
    form: FormView,
    /// What came of a check.
    genuine: Option<bool>,
}

impl<'a> ShowPage<'a> {
    fn new(page: &'a Page, line_sheet: LineSheetView, form: FormView) -> Self {
        let arabic = line_sheet.maker.name_ar.as_ref().filter(|_| page.lang() == "ar");
        Self {
            page,
            crumbs: [
                Crumb::new("/line-sheets", page.say("line-sheet-title")),
                Crumb::new("", &line_sheet.code),
            ],
            maker: arabic.unwrap_or(&line_sheet.maker.name).clone(),
            title: match line_sheet.title.best(page.language()) {
                "" => page.say("collection-untitled").to_string(),
                title => title.to_owned(),
            },
            language: locale::native_name(line_sheet.language),
            line_sheet,
            form,
            genuine: None,
        }
    }

    async fn load(house: &House, page: &'a Page, text: &str, form: FormView) -> Result<Self> {
        let (code, today) = (code(text)?, house.today());
        let read = move |conn: &mut DbConnection| LineSheetView::read(conn, &code, today);
        Ok(Self::new(page, house.db.read(read).await?, form))
    }
}

async fn show(house: web::Data<House>, page: Page, text: web::Path<String>) -> Result<HttpResponse> {
    let form = FormView::new(page.language(), &CheckForm::default());
    page.show(&ShowPage::load(&house, &page, &text, form).await?)
}

async fn check(
    house: web::Data<House>,
    page: Page,
    text: web::Path<String>,
    sent: WithPaper<CheckForm>,
) -> Result<HttpResponse> {
    let form = FormView::new(page.language(), &sent.form);
    match compare(&house, &text, sent).await {
        Ok(CheckView { genuine, line_sheet, .. }) => {
            page.show(&ShowPage { genuine: Some(genuine), ..ShowPage::new(&page, line_sheet, form) })
        }
        Err(Error::Invalid(problems)) => {
            page.show_again(&ShowPage::load(&house, &page, &text, form.with_problems(problems)).await?)
        }
        Err(error) => Err(error),
    }
}
