//! Lists: newest first, one page at a time, `{"items", "next"}`.

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{House, Query};
use crate::error::{Error, Result};
use crate::input::{Fields, Raw};

/// The query fields that every list has.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct Paging {
    /// `next` of the page before.
    #[serde(default)]
    pub cursor: Raw,
    /// Rows on the page.
    #[serde(default)]
    pub limit: Raw,
}

/// A place in a list: what comes after it is older.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cursor(pub i64);

impl Cursor {
    pub fn parse(text: &str) -> Result<Self> {
        let wrong = || Error::invalid("cursor", "problem-cursor");
        text.strip_prefix('c').and_then(|id| id.parse().ok()).map(Self).ok_or_else(wrong)
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "c{}", self.0)
    }
}

/// Which page of a list is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Listing {
    /// Ids below this one; `i64::MAX` for the first page.
    pub before: i64,
    pub limit: i64,
}

impl Listing {
    /// One row more than the page holds: whether it is there says whether there is a next page.
    pub fn fetch(&self) -> i64 {
        self.limit + 1
    }

    /// Cuts the rows to the page.
    pub fn page<T>(&self, mut rows: Vec<T>, id: impl Fn(&T) -> i64) -> Listed<T> {
        let more = rows.len() as i64 > self.limit;
        rows.truncate(self.limit as usize);
        let next = rows.last().filter(|_| more).map(|last| Cursor(id(last)).to_string());
        Listed { items: rows, next }
    }

    /// One page of a list that was made, not stored: its cursor is a place, not an id.
    pub fn cut<T>(&self, all: Vec<T>) -> Listed<T> {
        let from = self.place();
        let until = from.saturating_add(self.limit);
        let next = (until < all.len() as i64).then(|| Cursor(until).to_string());
        let items = all.into_iter().skip(from as usize).take(self.limit as usize).collect();
        Listed { items, next }
    }

    /// The same, where only the rows from [`Listing::place`] on were fetched, [`Listing::fetch`] of them.
    pub fn cut_fetched<T>(&self, mut rows: Vec<T>) -> Listed<T> {
        let more = rows.len() as i64 > self.limit;
        rows.truncate(self.limit as usize);
        let next = more.then(|| Cursor(self.place().saturating_add(self.limit)).to_string());
        Listed { items: rows, next }
    }

    /// How many rows of such a list stand before the page.
    pub fn place(&self) -> i64 {
        if self.before == i64::MAX { 0 } else { self.before.max(0) }
    }
}

impl FromRequest for Listing {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let mut parse = || {
            let Query(paging) = Query::<Paging>::from_request(request, payload).into_inner()?;
            let house = request.app_data::<web::Data<House>>().ok_or_else(|| Error::broken("no house"))?;
            let limits = &house.settings.limits;
            let before = match paging.cursor.is_blank() {
                true => i64::MAX,
                false => Cursor::parse(paging.cursor.trimmed())?.0,
            };
            let mut fields = Fields::new();
            let limit = fields.optional_whole("limit", &paging.limit, 1..=limits.page_size_most);
            fields.done(Self { before, limit: limit.unwrap_or(limits.page_size) })
        };
        std::future::ready(parse())
    }
}

/// One page of a list.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Listed<T> {
    pub items: Vec<T>,
    /// Hand it back as `cursor` for the page after this one; null on the last.
    pub next: Option<String>,
}

impl<T> Listed<T> {
    pub fn map<U>(self, turn: impl FnMut(T) -> U) -> Listed<U> {
        Listed { items: self.items.into_iter().map(turn).collect(), next: self.next }
    }
}
