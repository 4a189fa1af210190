//! Opening a request to makers, and closing it.

use super::drafting::own_request;
use super::request::{RequestStatus, SourcingRequest};
use super::store;
use crate::accounts::Member;
use crate::db::{Actor, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::RequestId;
use crate::settings::Settings;

/// Opens a draft, or a closed request once more. Only verified buyers reach makers; where the programme wishes it, an officer
/// reads a request before it is opened for the first time.
pub fn open_request(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: RequestId,
) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let request = own_request(tx, by, id)?;
    match request.stage() {
        RequestStatus::Draft | RequestStatus::Closed => {}
        RequestStatus::Submitted => return Err(Error::refused("refusal-request-submitted")),
        RequestStatus::Open => return Err(Error::refused("refusal-request-open")),
    }
    if request.fake_at.is_some() {
        return Err(Error::refused("refusal-request-fake"));
    }
    check_days(tx, &request)?;
    if settings.matching.review_requests && request.opened_at.is_none() {
        store::submit(tx, id)?;
        tx.record(by.actor(), Event::RequestSubmitted { request: id });
    } else {
        publish(tx, by.actor(), &request)?;
    }
    store::request(tx, id)
}

fn check_days(tx: &mut Write<'_>, request: &SourcingRequest) -> Result<()> {
    if request.needed_by <= tx.today() {
        return Err(Error::refused("refusal-request-overdue"));
    }
    if request.answers_by < tx.today() {
        return Err(Error::refused("refusal-request-deadline"));
    }
    Ok(())
}

/// From now on makers read it.
pub(super) fn publish(tx: &mut Write<'_>, by: Actor, request: &SourcingRequest) -> Result<()> {
    check_days(tx, request)?;
    store::set_status(tx, request.id, RequestStatus::Open)?;
    tx.record(by, Event::RequestOpened { request: request.id });
    Ok(())
}

/// Closes an open request: makers no longer see it in their lists, quotes under way go on. One under review is taken back.
pub fn close_request(tx: &mut Write<'_>, by: &Member, id: RequestId) -> Result<SourcingRequest> {
    by.confirm(tx)?;
    let request = own_request(tx, by, id)?;
    match request.stage() {
        RequestStatus::Open => {
            store::set_status(tx, id, RequestStatus::Closed)?;
            tx.record(by.actor(), Event::RequestClosed { request: id });
        }
        RequestStatus::Submitted => {
            store::send_back(tx, id, None)?;
            tx.record(by.actor(), Event::RequestSentBack { request: id });
        }
        _ => return Err(Error::refused("refusal-request-not-open")),
    }
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
