//! What the world may find: `robots.txt`, and a sitemap in parts with each page in its three languages. Only what everybody
//! may see stands in it.

mod store;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use actix_web::http::header;
use actix_web::{HttpResponse, web};

use self::store::{Entry, Shelf};
use crate::clock::Time;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::locale::Language;
use crate::settings::Settings;
use crate::web::{Access, House, Route};

/// Things in a part, by their ids. Each has an address in every language, and a part may hold 50,000 of them.
const PER_PART: i64 = 5_000;
/// Pages that are always there.
const STANDING: [&str; 9] = [
    "/",
    "/makers",
    "/clusters",
    "/collections",
    "/products",
    "/crafts",
    "/materials",
    "/techniques",
    "/programme",
];
const STANDING_PART: &str = "pages.xml";

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/robots.txt", Access::Anyone, "", robots),
        Route::get("/sitemap.xml", Access::Anyone, "", index),
        Route::get("/sitemaps/{part}", Access::Anyone, "", part),
    ]
}

/// What changes with every question, or is made anew for every reader, is of no use in an index.
async fn robots(house: web::Data<House>) -> HttpResponse {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /search\nDisallow: /line-sheets\nDisallow: /*/line-sheet.pdf\n\n\
         Sitemap: {}\n",
        house.settings.absolute("/sitemap.xml")
    );
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(text)
}

fn xml(text: String) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(text)
}

/// Which part a thing stands in, from 1.
fn number_of(id: i64) -> i64 {
    (id - 1) / PER_PART + 1
}

/// The last change in each part.
fn parts(entries: &[Entry]) -> BTreeMap<i64, Option<Time>> {
    let mut parts = BTreeMap::new();
    for entry in entries {
        let last = parts.entry(number_of(entry.id)).or_insert(entry.changed_at);
        *last = (*last).max(entry.changed_at);
    }
    parts
}

async fn index(house: web::Data<House>) -> Result<HttpResponse> {
    let read = |conn: &mut DbConnection| {
        let parts = |shelf: Shelf| Ok((shelf, parts(&store::entries(conn, shelf, 0, i64::MAX)?)));
        Shelf::ALL.into_iter().map(parts).collect::<Result<Vec<_>>>()
    };
    let shelves = house.db.read(read).await?;
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let mut one = |name: &str, last: Option<Time>| {
        let address = escaped(&house.settings.absolute(&format!("/sitemaps/{name}")));
        let last = last.map_or(String::new(), |last| format!("<lastmod>{last}</lastmod>"));
        writeln!(text, "<sitemap><loc>{address}</loc>{last}</sitemap>").map_err(Error::wrap)
    };
    one(STANDING_PART, None)?;
    for (shelf, parts) in shelves {
        for (number, last) in parts {
            one(&format!("{shelf}-{number}.xml"), last)?;
        }
    }
    text.push_str("</sitemapindex>\n");
    Ok(xml(text))
}

async fn part(house: web::Data<House>, name: web::Path<String>) -> Result<HttpResponse> {
    let entries = match name.as_str() {
        STANDING_PART => {
            let entry = |path: &&str| Entry { id: 0, path: (*path).to_owned(), changed_at: None };
            STANDING.iter().map(entry).collect()
        }
        name => {
            let asked = name.strip_suffix(".xml").and_then(|name| name.rsplit_once('-'));
            let (word, number) = asked.ok_or(Error::NotFound)?;
            let shelf: Shelf = word.parse().map_err(|_| Error::NotFound)?;
            let number: i64 = number.parse().map_err(|_| Error::NotFound)?;
            let last = number.checked_mul(PER_PART).filter(|last| *last > 0).ok_or(Error::NotFound)?;
            house.db.read(move |conn| store::entries(conn, shelf, last - PER_PART, last)).await?
        }
    };
    if entries.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(xml(urlset(&house.settings, &entries).map_err(Error::wrap)?))
}

/// Every page in each language, each naming all of them: that is how search engines know them for one.
fn urlset(settings: &Settings, entries: &[Entry]) -> std::result::Result<String, std::fmt::Error> {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for entry in entries {
        let bare = escaped(&settings.absolute(&entry.path));
        let mut others = String::new();
        for code in Language::ALL.map(Language::code) {
            write!(
                others,
                "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{bare}?lang={code}\"/>"
            )?;
        }
        write!(others, "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" href=\"{bare}\"/>")?;
        let last = entry.changed_at.map_or(String::new(), |last| format!("<lastmod>{last}</lastmod>"));
        for code in Language::ALL.map(Language::code) {
            writeln!(text, "<url><loc>{bare}?lang={code}</loc>{last}{others}</url>")?;
        }
    }
    text.push_str("</urlset>\n");
    Ok(text)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_fall_into_parts_and_each_part_knows_its_last_change() {
        let at = Time::from_micros;
        assert_eq!([1, 5_000, 5_001].map(number_of), [1, 1, 2]);
        let entry = |id, micros| Entry { id, path: String::new(), changed_at: Some(at(micros)) };
        let parts = parts(&[entry(1, 3), entry(7, 9), entry(5_001, 4)]);
        assert_eq!(parts, BTreeMap::from([(1, Some(at(9))), (2, Some(at(4)))]));
    }
}
