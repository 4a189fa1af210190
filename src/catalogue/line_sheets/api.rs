//! Line sheets for programs, and the document itself.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use data_encoding::HEXLOWER;
use schemars::JsonSchema;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::issuing::issue;
use super::views::{CheckForm, CheckView, LineSheetView, code};
use crate::accounts::Viewer;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::Slug;
use crate::input::{Fields, Raw};
use crate::locale::Language;
use crate::web::{Access, House, Page, Query, Route, WithPaper};

pub fn routes() -> Vec<Route> {
    use Access::Anyone;
    vec![
        Route::get("/api/v1/collections/{slug}/line-sheet.pdf", Anyone, "get a line sheet", download)
            .asks::<LineSheetQuery>(),
        Route::get("/api/v1/line-sheets/{code}", Anyone, "see what a line sheet is", show)
            .gives::<LineSheetView>(200),
        Route::post("/api/v1/line-sheets/{code}/check", Anyone, "check a line sheet", check)
            .takes::<CheckForm>()
            .gives::<CheckView>(200),
    ]
}

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct LineSheetQuery {
    /// `ar`, `fr` or `en`; left out, the language of the answer.
    pub lang: Raw,
}

/// The document, to be kept: nobody else's browser shall find it in its store, and no search engine shall list it.
pub async fn download(
    house: web::Data<House>,
    page: Page,
    Viewer(reader): Viewer,
    slug: web::Path<Slug>,
    Query(query): Query<LineSheetQuery>,
) -> Result<HttpResponse> {
    let mut fields = Fields::new();
    if !query.lang.is_blank() {
        fields.take::<Language>("lang", Language::parse(query.lang.trimmed()));
    }
    fields.done(())?;
    let issued = issue(&house, &page, reader.as_ref(), &slug).await?;
    let name = format!("{}-{}.pdf", issued.slug, page.lang());
    Ok(HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header(("X-Robots-Tag", "noindex"))
        .insert_header((
            header::LINK,
            format!("</line-sheets/{}>; rel=\"describedby\"", issued.line_sheet.code),
        ))
        .body(issued.bytes))
}

async fn show(house: web::Data<House>, text: web::Path<String>) -> Result<HttpResponse> {
    let (code, today) = (code(&text)?, house.today());
    let view = house.db.read(move |conn: &mut DbConnection| LineSheetView::read(conn, &code, today)).await?;
    Ok(HttpResponse::Ok().json(view))
}

/// Holds what was sent against what was handed out. Nothing of it is kept.
pub async fn compare(house: &House, text: &str, mut sent: WithPaper<CheckForm>) -> Result<CheckView> {
    let (code, today) = (code(text)?, house.today());
    let line_sheet =
        house.db.read(move |conn: &mut DbConnection| LineSheetView::read(conn, &code, today)).await?;
    let (written, paper) = sent.take(sent.form.check())?;
    let sha256 = match paper {
        Some(paper) if paper.media_type != "application/pdf" => {
            return Err(Error::invalid("file", "problem-line-sheet-not-pdf"));
        }
        Some(paper) => HEXLOWER.encode(&Sha256::digest(&paper.bytes)),
        None => written.ok_or_else(|| Error::invalid("file", "problem-line-sheet-nothing"))?,
    };
    Ok(CheckView { genuine: sha256 == line_sheet.sha256, sha256, line_sheet })
}

async fn check(
    house: web::Data<House>,
    text: web::Path<String>,
    sent: WithPaper<CheckForm>,
) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().json(compare(&house, &text, sent).await?))
}
