//! Style sheet, script, fonts and signs: inside the binary, addressed by content so that browsers keep them for good.

use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use data_encoding::HEXLOWER;
use include_dir::{Dir, include_dir};
use sha2::{Digest, Sha256};

use super::{Access, Route};
use crate::error::{Error, Result};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/web/assets");

/// One hash over everything: the style sheet names the fonts beside it, so they change their address together.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hasher = Sha256::new();
    for file in FILES.files() {
        hasher.update(file.contents());
    }
    HEXLOWER.encode(&hasher.finalize()[..8])
});

static BY_NAME: LazyLock<HashMap<&'static str, &'static [u8]>> = LazyLock::new(|| {
    FILES.files().filter_map(|file| Some((file.path().to_str()?, file.contents()))).collect()
});

/// Where an asset is found.
pub fn address(name: &str) -> String {
    format!("/assets/{}/{name}", *VERSION)
}

pub fn routes() -> Vec<Route> {
    vec![Route::get("/assets/{version}/{name}", Access::Anyone, "", show)]
}

async fn show(path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (version, name) = path.into_inner();
    let contents = BY_NAME.get(name.as_str()).ok_or(Error::NotFound)?;
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
    // An older page may ask for an older version; it gets today's, but must not keep it.
    let caching = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(HttpResponse::Ok().content_type(kind).insert_header((header::CACHE_CONTROL, caching)).body(*contents))
}
