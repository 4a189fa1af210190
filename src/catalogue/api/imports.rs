//! Imports for programs: a file comes in and answers with what it would do; then it is committed, or dropped.

use std::fs::File;
use std::time::Duration;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::accounts::{AnyMaker, Member};
use crate::catalogue::import::{
    self, Ended, Import, ImportLine, MappingForm, Outcome, Report, RowView, Wish,
};
use crate::error::{Error, Message, Result};
use crate::ids::ImportId;
use crate::input::{Fields, Raw};
use crate::locale::{self, Language};
use crate::web::{
    Access, House, Input, Listed, Listing, Nothing, PageLanguage, Query, Route, Upload, spool_body,
};

/// Larger files go through the command line, which reads from the disk.
pub(in crate::catalogue) const MOST_IMPORT_BYTES: usize = 64 << 20;
/// So long an answer waits for the report; a large file's report goes on by itself.
const PATIENCE: Duration = Duration::from_secs(6);
/// What a file may be called. Its content says what it is.
const KINDS: [&str; 10] = [
    "application/x-ndjson",
    "application/jsonl",
    "application/json-lines",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.ms-excel",
    "application/octet-stream",
    "application/zip",
    "text/csv",
    "text/tab-separated-values",
    "text/plain",
];

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/api/v1/imports", AnyMaker, "list one's imports", list).gives::<Imports>(200),
        Route::post("/api/v1/imports", AnyMaker, "take in a file of products", take_in)
            .takes_lines::<ImportLine>()
            .uploads()
            .asks::<ImportForm>()
            .gives::<Report>(201),
        Route::get("/api/v1/imports/{id}", AnyMaker, "see an import", show).gives::<Report>(200),
        Route::get("/api/v1/imports/{id}/rows", AnyMaker, "see an import", rows)
            .asks::<RowsQuery>()
            .gives::<Listed<RowView>>(200),
        Route::put("/api/v1/imports/{id}/mapping", AnyMaker, "map the columns of an import", map)
            .takes::<MappingForm>()
            .gives::<Report>(200),
        Route::post("/api/v1/imports/{id}/commit", AnyMaker, "commit an import", commit)
            .takes::<Nothing>()
            .gives::<Report>(200),
        Route::delete("/api/v1/imports/{id}", AnyMaker, "drop an import", drop_import).gives_nothing(),
    ]
}

/// What the sender knows better than the file. As query fields, or as fields of the form that brings the file.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ImportForm {
    /// `auto`, `jsonl`, `csv`, `xlsx`, `shopify`, `woocommerce` or `etsy`.
    pub format: Raw,
    /// ISO 4217 code, for prices that name none.
    pub currency: Raw,
    /// Of a text file, for example `windows-1256`.
    pub encoding: Raw,
    /// Of texts that do not show it: `en`, `fr` or `ar`.
    pub language: Raw,
    /// `true`: one problem holds everything back.
    pub strict: Raw,
    pub lang: Raw,
}

impl ImportForm {
    fn wish(&self, by: &Member, file: String, language: Language) -> Result<Wish> {
        let mut fields = Fields::new();
        let currency = (!self.currency.is_blank()).then(|| fields.currency("currency", &self.currency));
        let wish = Wish {
            maker: Some(by.organisation),
            by: Some(by.clone()),
            file,
            format: if self.format.is_blank() {
                Default::default()
            } else {
                fields.choice("format", &self.format)
            },
            currency: currency.map(|currency| currency.code().to_owned()),
            encoding: fields.optional_text("encoding", &self.encoding, 40),
            language: if self.language.is_blank() {
                language
            } else {
                fields.choice("language", &self.language)
            },
            strict: fields.flag(&self.strict),
        };
        fields.done(wish)
    }

    /// What the form says, or else the address.
    fn over(self, query: Self) -> Self {
        let or = |own: Raw, other: Raw| if own.is_blank() { other } else { own };
        Self {
            format: or(self.format, query.format),
            currency: or(self.currency, query.currency),
            encoding: or(self.encoding, query.encoding),
            language: or(self.language, query.language),
            strict: or(self.strict, query.strict),
            lang: Raw::default(),
        }
    }
}

/// Which rows of a dry run to show.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RowsQuery {
    /// `created`, `changed`, `skipped` or `refused`.
    pub outcome: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl RowsQuery {
    pub(in crate::catalogue) fn check(&self) -> Result<Option<Outcome>> {
        let outcome = self.outcome.trimmed();
        let parsed = (!outcome.is_empty()).then(|| outcome.parse::<Outcome>()).transpose();
        parsed.map_err(|message| Error::invalid("outcome", message))
    }
}

/// The newest imports, without their problems.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Imports {
    pub items: Vec<Report>,
}

/// Takes a file in and waits a little for its report.
pub(in crate::catalogue) async fn receive(
    house: &House,
    by: &Member,
    (name, file): (String, File),
    form: &ImportForm,
    language: Language,
) -> Result<ImportId> {
    let (db, wish) = (house.db.clone(), form.wish(by, name, language)?);
    let stage = move || import::stage(&db, &file, &wish);
    let id = tokio::task::spawn_blocking(stage).await.map_err(Error::wrap)??;
    work_off(house, id).await;
    Ok(id)
}

/// Lets an import be checked, and waits for that a little.
pub(in crate::catalogue) async fn work_off(house: &House, id: ImportId) {
    let db = house.db.clone();
    let work = tokio::task::spawn_blocking(move || import::finish(&db, id, &mut |_| ()));
    // Whatever goes wrong here is gone on with by the worker.
    if let Ok(Ok(Err(error))) = tokio::time::timeout(PATIENCE, work).await {
        tracing::warn!(%error, %id, "checking an import");
    }
}

/// The import and its report, for its own maker.
pub(in crate::catalogue) async fn reported(
    house: &House,
    by: &Member,
    id: ImportId,
    language: Language,
) -> Result<(Import, Report)> {
    let by = by.clone();
    let read = move |conn: &mut crate::db::DbConnection| {
        let own = import::own(conn, &by, id)?;
        let report = import::report(conn, &own, language)?;
        Ok((own, report))
    };
    house.db.read(read).await
}

async fn list(
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
) -> Result<HttpResponse> {
    let by = maker.clone();
    let read = move |conn: &mut crate::db::DbConnection| {
        let all = import::list(conn, &by)?;
        let one = |own: &Import| Ok(Report { problems: Vec::new(), ..import::report(conn, own, language)? });
        all.iter().map(one).collect::<Result<Vec<_>>>()
    };
    Ok(HttpResponse::Ok().json(Imports { items: house.db.read(read).await? }))
}

async fn take_in(
    request: HttpRequest,
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    Query(query): Query<ImportForm>,
    body: web::Payload,
) -> Result<HttpResponse> {
    let declared = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let kind =
        declared.and_then(|kind| kind.split(';').next()).unwrap_or_default().trim().to_ascii_lowercase();
    let (file, form) = match kind.as_str() {
        "multipart/form-data" => {
            let (file, form) = spooled(Upload::of(&request, body)).await?;
            (file, form.over(query))
        }
        kind if KINDS.contains(&kind) => ((String::new(), spool_body(body, MOST_IMPORT_BYTES).await?), query),
        _ => return Err(Error::WrongMediaType),
    };
    let id = receive(&house, &maker, file, &form, language).await?;
    let (_, report) = reported(&house, &maker, id, language).await?;
    Ok(HttpResponse::Created()
        .insert_header((header::LOCATION, format!("/api/v1/imports/{id}")))
        .json(report))
}

/// The file of a form and what else it says.
pub(in crate::catalogue) async fn spooled(mut upload: Upload) -> Result<((String, File), ImportForm)> {
    let mut file = None;
    while let Some(next) = upload.next_spooled(MOST_IMPORT_BYTES).await? {
        file.get_or_insert((next.name, next.file));
    }
    let file = file.ok_or_else(|| Error::invalid("file", "problem-file-missing"))?;
    Ok((file, upload.form()?))
}

async fn show(
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    id: web::Path<ImportId>,
) -> Result<HttpResponse> {
    let (_, report) = reported(&house, &maker, *id, language).await?;
    Ok(HttpResponse::Ok().json(report))
}

async fn rows(
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    id: web::Path<ImportId>,
    Query(query): Query<RowsQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (by, id, outcome) = (maker.clone(), *id, query.check()?);
    let rows = house.db.read(move |conn| import::rows(conn, &by, id, outcome, listing, language)).await?;
    Ok(HttpResponse::Ok().json(listing.cut_fetched(rows)))
}

async fn map(
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    id: web::Path<ImportId>,
    input: Input<MappingForm>,
) -> Result<HttpResponse> {
    let (by, id, form) = (maker.clone(), *id, input.into_inner());
    house.db.write(move |tx| import::map(tx, &by, id, &form)).await?;
    work_off(&house, id).await;
    let (_, report) = reported(&house, &maker, id, language).await?;
    Ok(HttpResponse::Ok().json(report))
}

/// Commits an import; if its report was not true any more, a new one is made.
pub(in crate::catalogue) async fn carry_out(house: &House, by: &Member, id: ImportId) -> Result<Ended> {
    let (db, by) = (house.db.clone(), by.clone());
    let work = move || import::commit(&db, Some(&by), id, &mut |_| ());
    let ended = tokio::task::spawn_blocking(work).await.map_err(Error::wrap)??;
    if ended == Ended::Moved {
        work_off(house, id).await;
    }
    Ok(ended)
}

async fn commit(
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    id: web::Path<ImportId>,
    _input: Input<Nothing>,
) -> Result<HttpResponse> {
    let ended = carry_out(&house, &maker, *id).await?;
    let (_, report) = reported(&house, &maker, *id, language).await?;
    if ended != Ended::Moved {
        return Ok(HttpResponse::Ok().json(report));
    }
    // The new report is part of the refusal.
    let say = |key| locale::say(language, &Message::new(key));
    let problem = serde_json::json!({
        "type": "about:blank",
        "title": say("error-refused"),
        "status": StatusCode::CONFLICT.as_u16(),
        "detail": say("refusal-import-moved"),
        "code": "refusal-import-moved",
        "report": report,
    });
    Ok(HttpResponse::Conflict().content_type("application/problem+json").body(problem.to_string()))
}

async fn drop_import(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ImportId>,
) -> Result<HttpResponse> {
    let id = *id;
    house.db.write(move |tx| import::drop_import(tx, &maker, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
