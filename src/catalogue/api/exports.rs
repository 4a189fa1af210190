//! The maker's own catalogue as a sheet, and the empty sheet to begin with.

use std::fs::File;

use actix_files::NamedFile;
use actix_web::http::header::{self, ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::accounts::{AnyMaker, Member};
use crate::catalogue::export::{self, Kind};
use crate::error::{Error, Result};
use crate::locale::Language;
use crate::web::{Access, House, PageLanguage, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/api/v1/workshop/products.csv", AnyMaker, "export one's products", products_csv),
        Route::get("/api/v1/workshop/products.xlsx", AnyMaker, "export one's products", products_xlsx),
        Route::get("/api/v1/import-sheet.csv", AnyMaker, "get the empty import sheet", sheet_csv),
        Route::get("/api/v1/import-sheet.xlsx", AnyMaker, "get the empty import sheet", sheet_xlsx),
    ]
}

/// Writes the sheet to the disk and sends it from there. Without a maker it is the empty one.
async fn download(
    request: &HttpRequest,
    house: &House,
    of: Option<&Member>,
    kind: Kind,
    language: Language,
) -> Result<HttpResponse> {
    let (db, maker) = (house.db.clone(), of.map(|member| member.organisation));
    let work = move || export::write(&db, maker, kind, language);
    let file = tokio::task::spawn_blocking(work).await.map_err(Error::wrap)??;
    let name = match of {
        Some(member) => format!("{}-{}.{kind}", member.slug, house.today()),
        None => format!("fondouk-{}.{kind}", language.code()),
    };
    attach(request, file, kind.media_type(), name)
}

/// A file of ours as a download, kept by nobody on the way.
pub(in crate::catalogue) fn attach(
    request: &HttpRequest,
    file: File,
    media_type: &str,
    name: String,
) -> Result<HttpResponse> {
    let named = NamedFile::from_file(file, &name)?
        .set_content_type(media_type.parse().map_err(Error::wrap)?)
        .use_etag(false)
        .use_last_modified(false)
        .set_content_disposition(ContentDisposition {
            disposition: DispositionType::Attachment,
            parameters: vec![DispositionParam::Filename(name)],
        });
    let mut response = named.into_response(request);
    let private = header::HeaderValue::from_static("private, no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, private);
    Ok(response)
}

pub(in crate::catalogue) async fn products_csv(
    request: HttpRequest,
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
) -> Result<HttpResponse> {
    download(&request, &house, Some(&maker), Kind::Csv, language).await
}

pub(in crate::catalogue) async fn products_xlsx(
    request: HttpRequest,
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
) -> Result<HttpResponse> {
    download(&request, &house, Some(&maker), Kind::Xlsx, language).await
}

pub(in crate::catalogue) async fn sheet_csv(
    request: HttpRequest,
    house: web::Data<House>,
    _maker: AnyMaker,
    PageLanguage(language): PageLanguage,
) -> Result<HttpResponse> {
    download(&request, &house, None, Kind::Csv, language).await
}

pub(in crate::catalogue) async fn sheet_xlsx(
    request: HttpRequest,
    house: web::Data<House>,
    _maker: AnyMaker,
    PageLanguage(language): PageLanguage,
) -> Result<HttpResponse> {
    download(&request, &house, None, Kind::Xlsx, language).await
}
