//! Imports for programs: a file of products in the body, a report in the answer.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use bytes::{Bytes, BytesMut};
use futures_util::StreamExt;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::accounts::{AnyMaker, Member};
use crate::catalogue::import::{ImportLine, ImportOptions, Report, import};
use crate::error::{Error, Result};
use crate::input::{Fields, Raw};
use crate::locale::Language;
use crate::web::{Access, House, PageLanguage, Query, Route};

/// Larger files go through the command line, which reads from the disk.
pub(in crate::catalogue) const MOST_IMPORT_BYTES: usize = 16 << 20;
const KINDS: [&str; 3] = ["application/x-ndjson", "application/jsonl", "application/json-lines"];

pub fn routes() -> Vec<Route> {
    vec![
        Route::post("/api/v1/imports", Access::AnyMaker, "import products", import_lines)
            .takes_lines::<ImportLine>()
            .asks::<ImportQuery>()
            .gives::<Report>(200),
    ]
}

#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ImportQuery {
    /// `true`: write nothing if any line is refused.
    pub strict: Raw,
}

/// Imports a file into the catalogue of a member's maker.
pub(in crate::catalogue) async fn import_file(
    house: &House,
    by: &Member,
    bytes: Bytes,
    strict: bool,
    language: Language,
) -> Result<Report> {
    let db = house.db.clone();
    let options = ImportOptions { maker: Some(by.slug.clone()), strict, language, by: Some(by.clone()) };
    let work = move || {
        let source = || Ok(Box::new(std::io::Cursor::new(bytes.clone())) as Box<dyn std::io::BufRead>);
        import(&db, source, &options, &mut |_| {})
    };
    tokio::task::spawn_blocking(work).await.map_err(Error::wrap)?
}

async fn import_lines(
    request: HttpRequest,
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    Query(query): Query<ImportQuery>,
    mut body: web::Payload,
) -> Result<HttpResponse> {
    let declared = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind = declared.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim();
    if !KINDS.contains(&kind) {
        return Err(Error::WrongMediaType);
    }
    let mut bytes = BytesMut::new();
    while let Some(chunk) = body.next().await {
        let chunk = chunk.map_err(|_| Error::invalid("body", "problem-body-unreadable"))?;
        if bytes.len() + chunk.len() > MOST_IMPORT_BYTES {
            return Err(Error::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    let strict = Fields::new().flag(&query.strict);
    let report = import_file(&house, &maker, bytes.freeze(), strict, language).await?;
    Ok(HttpResponse::Ok().json(report))
}
