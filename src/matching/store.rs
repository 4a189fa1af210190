//! All SQL about sourcing requests and matches.

mod candidates;
mod invitations;
mod introductions;
mod matches;

pub(super) use candidates::{CHUNK, OnShow, Stock, all_published_of, on_show, on_show_of_crafts, stock};
pub(super) use introductions::{first_makers, introduce, introduced, introductions_since};
pub(super) use invitations::{invite, invited, open_by_invitation, open_to_clusters};
pub(super) use matches::{
    Found, delete_match, found_for_maker, found_for_request, has_matches, insert_match, keep_best, kept_at,
    matched_products, matches_of_request, open_matches_of_product, replace_match, requests_matched_by,
    requests_matched_with, tally,
};
pub use matches::{answering, fitting, is_matched};

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::audience::{Known, Visibility};
use super::request::{NewRequest, RequestStatus, SourcingRequest};
use crate::accounts::{Organisation, Standing};
use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::schema::{organisations, sourcing_requests};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, RequestId};
use crate::web::Listing;

pub fn request(conn: &mut DbConnection, id: RequestId) -> Result<SourcingRequest> {
    Ok(SourcingRequest::query().filter(sourcing_requests::id.eq(id)).first(conn)?)
}

pub fn requests(conn: &mut DbConnection, ids: &[RequestId]) -> Result<Vec<SourcingRequest>> {
    let mut requests = Vec::new();
    for some in ids.chunks(CHUNK) {
        requests.extend(SourcingRequest::query().filter(sourcing_requests::id.eq_any(some)).load(conn)?);
    }
    Ok(requests)
}

/// The requests of verified buyers that look for answers, each at its version.
pub fn open_versions(conn: &mut DbConnection, today: Date) -> Result<BTreeMap<RequestId, i64>> {
    let open: Vec<(RequestId, i64)> = sourcing_requests::table
        .inner_join(organisations::table)
        .filter(
            sourcing_requests::status.eq(RequestStatus::Open).and(sourcing_requests::answers_by.ge(today)),
        )
        .filter(organisations::standing.eq(Standing::Approved))
        .select((sourcing_requests::id, sourcing_requests::version))
        .load(conn)?;
    Ok(open.into_iter().collect())
}

pub(super) fn is_open(tx: &mut Write<'_>, id: RequestId) -> Result<bool> {
    let today = tx.today();
    let open: i64 = sourcing_requests::table
        .find(id)
        .filter(
            sourcing_requests::status.eq(RequestStatus::Open).and(sourcing_requests::answers_by.ge(today)),
        )
        .count()
        .get_result(&mut **tx)?;
    Ok(open > 0)
}

/// A buyer's own requests, newest first.
pub fn requests_of_buyer(
    conn: &mut DbConnection,
    buyer: OrganisationId,
    listing: Listing,
) -> Result<Vec<SourcingRequest>> {
    Ok(SourcingRequest::query()
        .filter(
            sourcing_requests::buyer_id.eq(buyer).and(sourcing_requests::id.lt(RequestId(listing.before))),
        )
        .order(sourcing_requests::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

/// The requests that look for answers and that somebody may know of, with their buyers, newest first; those of one craft, if
/// one is named.
pub(super) fn open_requests(
    conn: &mut DbConnection,
    today: Date,
    craft: Option<&str>,
    known: &Known,
    listing: Listing,
) -> Result<Vec<(SourcingRequest, Organisation)>> {
    let mut query = sourcing_requests::table
        .inner_join(organisations::table)
        .filter(
            sourcing_requests::status.eq(RequestStatus::Open).and(sourcing_requests::answers_by.ge(today)),
        )
        .filter(organisations::standing.eq(Standing::Approved))
        .filter(sourcing_requests::id.lt(RequestId(listing.before)))
        .select((SourcingRequest::as_select(), Organisation::as_select()))
        .into_boxed();
    if let Some(craft) = craft {
        query = query.filter(sourcing_requests::crafts.like(holding(craft)));
    }
    if let Known::These(requests) = known {
        let is_for_all = sourcing_requests::visibility.eq(Visibility::Open);
        query = query.filter(is_for_all.or(sourcing_requests::id.eq_any(requests.clone())));
    }
    Ok(query.order(sourcing_requests::id.desc()).limit(listing.fetch()).load(conn)?)
}

/// A list of keys is stored as JSON, in which a key stands between quotation marks.
fn holding(key: &str) -> String {
    format!("%\"{key}\"%")
}

/// Open requests that take no answers any more.
pub(super) fn overdue_requests(tx: &mut Write<'_>) -> Result<Vec<RequestId>> {
    let today = tx.today();
    Ok(sourcing_requests::table
        .filter(
            sourcing_requests::status.eq(RequestStatus::Open).and(sourcing_requests::answers_by.lt(today)),
        )
        .order(sourcing_requests::id)
        .select(sourcing_requests::id)
        .load(&mut **tx)?)
}

/// What a buyer writes, as columns: the same for a new request and a changed one.
macro_rules! content {
    ($new:expr) => {
        (
            (
                sourcing_requests::title.eq(&$new.title),
                sourcing_requests::wanted.eq(&$new.wanted),
                sourcing_requests::language.eq($new.language),
                sourcing_requests::crafts.eq(Json::from($new.crafts.clone())),
                sourcing_requests::materials.eq(Json::from($new.materials.clone())),
                sourcing_requests::quantity.eq($new.quantity),
                sourcing_requests::quantity_most.eq($new.quantity_most),
                sourcing_requests::target_price_minor.eq($new.target_price.map(|price| price.minor)),
                sourcing_requests::currency.eq($new.target_price.map(|price| price.currency)),
            ),
            sourcing_requests::destination.eq(&$new.destination),
            sourcing_requests::channel.eq($new.channel),
            sourcing_requests::needed_from.eq($new.needed_from),
            sourcing_requests::needed_by.eq($new.needed_by),
            sourcing_requests::answers_by.eq($new.answers_by),
            sourcing_requests::certificates.eq(Json::from($new.certificates.clone())),
            sourcing_requests::incoterms.eq(Json::from($new.incoterms.clone())),
            sourcing_requests::languages.eq(Json::from($new.languages.clone())),
            sourcing_requests::sample_wanted.eq($new.sample_wanted),
            sourcing_requests::visibility.eq($new.audience.visibility),
            sourcing_requests::cluster_id.eq($new.audience.cluster),
        )
    };
}

pub(super) fn insert_request(
    tx: &mut Write<'_>,
    buyer: OrganisationId,
    new: &NewRequest,
) -> Result<RequestId> {
    let now = tx.now();
    Ok(diesel::insert_into(sourcing_requests::table)
        .values((
            sourcing_requests::buyer_id.eq(buyer),
            content!(new),
            sourcing_requests::status.eq(RequestStatus::Draft),
            sourcing_requests::created_at.eq(now),
            sourcing_requests::updated_at.eq(now),
        ))
        .returning(sourcing_requests::id)
        .get_result(&mut **tx)?)
}

/// Changes the request if it is still the version that was read.
pub(super) fn update_request(
    tx: &mut Write<'_>,
    id: RequestId,
    version: i64,
    new: &NewRequest,
) -> Result<()> {
    let now = tx.now();
    let changed = diesel::update(sourcing_requests::table.find(id))
        .filter(sourcing_requests::version.eq(version))
        .set((
            content!(new),
            sourcing_requests::updated_at.eq(now),
            sourcing_requests::version.eq(sourcing_requests::version + 1),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
}

pub(super) fn set_status(tx: &mut Write<'_>, id: RequestId, status: RequestStatus) -> Result<()> {
    let now = tx.now();
    let row = sourcing_requests::table.find(id);
    let moved = (
        sourcing_requests::status.eq(status),
        sourcing_requests::updated_at.eq(now),
        sourcing_requests::version.eq(sourcing_requests::version + 1),
    );
    match status {
        RequestStatus::Closed => {
            diesel::update(row).set((moved, sourcing_requests::closed_at.eq(Some(now)))).execute(&mut **tx)?
        }
        _ => diesel::update(row)
            .set((
                moved,
                sourcing_requests::opened_at.eq(Some(now)),
                sourcing_requests::closed_at.eq(None::<Time>),
                sourcing_requests::submitted_at.eq(None::<Time>),
            ))
            .execute(&mut **tx)?,
    };
    Ok(())
}

/// An officer is to read it first.
pub(super) fn submit(tx: &mut Write<'_>, id: RequestId) -> Result<()> {
    let now = tx.now();
    set_waiting(tx, id, Some(now), None)
}

/// It is a draft again.
pub(super) fn send_back(tx: &mut Write<'_>, id: RequestId, note: Option<&str>) -> Result<()> {
    set_waiting(tx, id, None, note)
}

fn set_waiting(tx: &mut Write<'_>, id: RequestId, since: Option<Time>, note: Option<&str>) -> Result<()> {
    let now = tx.now();
    diesel::update(sourcing_requests::table.find(id))
        .set((
            sourcing_requests::submitted_at.eq(since),
            sourcing_requests::review_note.eq(note),
            sourcing_requests::updated_at.eq(now),
            sourcing_requests::version.eq(sourcing_requests::version + 1),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Those that wait for an officer, newest first.
pub(super) fn submitted_requests(conn: &mut DbConnection, listing: Listing) -> Result<Vec<SourcingRequest>> {
    Ok(SourcingRequest::query()
        .filter(sourcing_requests::status.eq(RequestStatus::Draft))
        .filter(sourcing_requests::submitted_at.is_not_null())
        .filter(sourcing_requests::id.lt(RequestId(listing.before)))
        .order(sourcing_requests::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

pub fn count_submitted(conn: &mut DbConnection) -> Result<i64> {
    Ok(sourcing_requests::table
        .filter(sourcing_requests::status.eq(RequestStatus::Draft))
        .filter(sourcing_requests::submitted_at.is_not_null())
        .count()
        .get_result(conn)?)
}

/// Other days for a request that is opened once more.
pub(super) fn set_days(
    tx: &mut Write<'_>,
    id: RequestId,
    needed_from: Option<Date>,
    needed_by: Date,
    answers_by: Date,
) -> Result<()> {
    diesel::update(sourcing_requests::table.find(id))
        .set((
            sourcing_requests::needed_from.eq(needed_from),
            sourcing_requests::needed_by.eq(needed_by),
            sourcing_requests::answers_by.eq(answers_by),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Closes a request for good.
pub(super) fn set_fake(tx: &mut Write<'_>, id: RequestId) -> Result<()> {
    set_status(tx, id, RequestStatus::Closed)?;
    let now = tx.now();
    diesel::update(sourcing_requests::table.find(id))
        .set(sourcing_requests::fake_at.eq(Some(now)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn delete_request(tx: &mut Write<'_>, id: RequestId) -> Result<()> {
    invite(tx, id, &[])?;
    diesel::delete(sourcing_requests::table.find(id)).execute(&mut **tx)?;
    Ok(())
}
