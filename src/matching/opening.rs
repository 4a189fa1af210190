//! Opening a request to makers, and closing it.

use super::drafting::own_request;
use super::request::{RequestStatus, SourcingRequest};
use super::store;
use crate::accounts::Member;
use crate::db::{Actor, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::RequestId;

/// Opens a draft, or a closed request once more. Only verified buyers reach makers.
pub fn open_request(tx: &mut Write<'_>, by: &Member, id: RequestId) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let request = own_request(tx, by, id)?;
    if request.status == RequestStatus::Open {
        return Err(Error::refused("refusal-request-open"));
    }
    if request.fake_at.is_some() {
        return Err(Error::refused("refusal-request-fake"));
    }
    if request.needed_by <= tx.today() {
        return Err(Error::refused("refusal-request-overdue"));
    }
    if request.answers_by < tx.today() {
        return Err(Error::refused("refusal-request-deadline"));
    }
    store::set_status(tx, id, RequestStatus::Open)?;
    tx.record(by.actor(), Event::RequestOpened { request: id });
    store::request(tx, id)
}

/// Closes an open request: makers no longer see it in their lists, quotes under way go on.
pub fn close_request(tx: &mut Write<'_>, by: &Member, id: RequestId) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let request = own_request(tx, by, id)?;
    if request.status != RequestStatus::Open {
        return Err(Error::refused("refusal-request-not-open"));
    }
    store::set_status(tx, id, RequestStatus::Closed)?;
    tx.record(by.actor(), Event::RequestClosed { request: id });
    store::request(tx, id)
}

/// Closes what nobody can answer any more, because its day has passed.
pub fn close_overdue(tx: &mut Write<'_>) -> Result<usize> {
    let overdue = store::overdue_requests(tx)?;
    for id in &overdue {
        store::set_status(tx, *id, RequestStatus::Closed)?;
        tx.record(Actor::default(), Event::RequestClosed { request: *id });
    }
    Ok(overdue.len())
}
