//! Letters about reported requests.

use super::deciding::Found;
use crate::accounts;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::ids::OrganisationId;
use crate::matching::SourcingRequest;
use crate::settings::Settings;

/// The buyer learns that the request is closed, and why; not who said so.
pub(super) fn closed(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    note: &str,
) -> Result<()> {
    let cause = format!("request-{}-fake", request.id);
    accounts::to_everyone(tx, request.buyer_id, &cause, |draft, _| {
        draft
            .subject(Message::new("letter-fake-subject").with("request", request.title.as_str()))
            .paragraph("letter-fake-text")
            .quote(note)
            .button("letter-fake-button", settings.absolute(&format!("/sourcing-requests/{}", request.id)))
            .reason(Message::new("letter-first-reason").with("request", request.title.as_str()))
    })
}

/// A maker who reported a request learns what came of it.
pub(super) fn decided(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    maker: OrganisationId,
    found: Found,
    note: &str,
) -> Result<()> {
    let cause = format!("request-{}-reports-{}", request.id, tx.now().micros());
    accounts::to_everyone(tx, maker, &cause, |draft, _| {
        let text = match found {
            Found::Fake => "letter-report-fake",
            Found::Genuine => "letter-report-genuine",
        };
        draft
            .subject(Message::new("letter-report-subject").with("request", request.title.as_str()))
            .paragraph(text)
            .quote(note)
            .button("letter-report-button", settings.absolute("/matches"))
            .reason("letter-report-reason")
    })
}
