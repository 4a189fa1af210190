//! A request has its answer: what the buyer has accepted covers it.

use super::request::{RequestStatus, SourcingRequest};
use super::store;
use crate::db::{Actor, Write};
use crate::error::Result;
use crate::events::Event;

/// Closes it, if it is still open; makers no longer see it in their lists.
pub fn close_met(tx: &mut Write<'_>, actor: Actor, request: &SourcingRequest) -> Result<()> {
    if request.status == RequestStatus::Open {
        store::set_status(tx, request.id, RequestStatus::Closed)?;
        tx.record(actor, Event::RequestClosed { request: request.id });
    }
    Ok(())
}
