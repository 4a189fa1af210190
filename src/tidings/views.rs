//! Letters and saved searches as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::rhythm::HOUR;
use super::{Rhythm, SavedSearch};
use crate::clock::Time;
use crate::ids::SavedSearchId;

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LettersView {
    pub rhythm: Rhythm,
    /// The hour of the letters of a day and of a week, in UTC.
    pub hour_utc: i64,
    /// The day of a week's letter.
    pub weekday: &'static str,
}

impl From<Rhythm> for LettersView {
    fn from(rhythm: Rhythm) -> Self {
        Self { rhythm, hour_utc: HOUR, weekday: "monday" }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SavedSearchView {
    pub id: SavedSearchId,
    pub name: String,
    /// Words and filters, as `GET /api/v1/search` takes them.
    pub query: String,
    /// The page on which it is searched again.
    pub address: String,
    pub created_at: Time,
}

impl From<SavedSearch> for SavedSearchView {
    fn from(search: SavedSearch) -> Self {
        Self {
            address: search.address(),
            id: search.id,
            name: search.name,
            query: search.query,
            created_at: search.created_at,
        }
    }
}
