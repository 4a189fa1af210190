//! How well matching does, looked at afterwards: what buyers and makers made of those who were shown, under these weights or
//! others, and how evenly a season shows those who are equals. Nothing here changes anything.

pub mod feedback;
pub mod season;

use diesel::prelude::*;

use self::feedback::Shown;
use super::answers::{self, Progress};
use super::reasons::Contribution;
use crate::columns::Json;
use crate::db::DbConnection;
use crate::db::schema::{introductions, sourcing_requests};
use crate::error::Result;
use crate::ids::{OrganisationId, RequestId};

/// Everyone who was shown for a request that did not prove fake, with what became of it.
pub fn all_shown(conn: &mut DbConnection) -> Result<Vec<Shown>> {
    type Row = (RequestId, OrganisationId, Json<Vec<Contribution>>);
    let rows: Vec<Row> = introductions::table
        .inner_join(sourcing_requests::table)
        .filter(sourcing_requests::fake_at.is_null())
        .order((introductions::request_id, introductions::maker_id))
        .select((introductions::request_id, introductions::maker_id, introductions::contributions))
        .load(conn)?;
    let progress = answers::all_progress(conn)?;
    let of = |request, maker| progress.get(&(request, maker)).copied().unwrap_or_default();
    let shown = |(request, maker, contributions): Row| Shown {
        request,
        maker,
        contributions: contributions.into_inner(),
        progress: of(request, maker),
    };
    Ok(rows.into_iter().map(shown).collect())
}

impl Progress {
    /// What it was worth to show this maker: nothing, unless somebody made something of it.
    pub(super) fn gain(&self) -> f64 {
        match () {
            () if self.won => 4.0,
            () if self.quoted => 3.0,
            () if self.declined => 0.0,
            () if self.mark == answers::Mark::Shortlisted => 2.0,
            () => 0.0,
        }
    }
}
