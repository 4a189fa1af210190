//! The letter to a buyer when the first answers to a request are found: it answers what the buyer has just done, so it
//! waits for nothing. Its cause keeps it from being sent again, whenever matches are looked for anew. What is found later,
//! and what makers are told, `tidings` gathers.

use super::audience::Visibility;
use super::rematching::Changes;
use super::request::{RequestStatus, SourcingRequest};
use super::store;
use crate::accounts;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::locale;
use crate::settings::Settings;

/// Tells those whom its buyer has invited, once.
pub fn invite(tx: &mut Write<'_>, settings: &Settings, request: &SourcingRequest) -> Result<()> {
    if request.visibility != Visibility::Invited || request.status != RequestStatus::Open {
        return Ok(());
    }
    for maker in store::invited(tx, request.id)? {
        let cause = format!("request-{}-invited", request.id);
        accounts::to_everyone(tx, maker, &cause, |draft, language| {
            draft
                .subject(Message::new("letter-invited-subject").with("request", request.title.as_str()))
                .paragraph("letter-invited-text")
                .quote(&request.wanted)
                .fact("request-quantity", locale::say(language, &request.pieces(language)))
                .fact("request-destination", locale::country_name(&request.destination, language))
                .fact("request-needed-by", locale::date(language, request.needed_by))
                .button(
                    "letter-invited-button",
                    settings.absolute(&format!("/sourcing-requests/{}", request.id)),
                )
                .reason("letter-invited-reason")
        })?;
    }
    Ok(())
}

/// Tells the buyer's people how many products of how many workshops answer.
pub fn first_answers(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    changes: &Changes,
) -> Result<()> {
    let products: usize = changes.new.values().map(Vec::len).sum();
    let cause = format!("request-{}-first-matches", request.id);
    accounts::to_everyone(tx, request.buyer_id, &cause, |draft, language| {
        let count = |key, number: usize| {
            let shown = locale::number(language, i64::try_from(number).unwrap_or(i64::MAX));
            Message::new(key).with("count", number).with("shown", shown)
        };
        draft
            .subject(Message::new("letter-first-subject").with("request", request.title.as_str()))
            .paragraph(
                Message::new("letter-first-text")
                    .with("products", count("unit-products", products))
                    .with("makers", count("unit-makers", changes.new.len())),
            )
            .button(
                "letter-first-button",
                settings.absolute(&format!("/sourcing-requests/{}/matches", request.id)),
            )
            .reason(Message::new("letter-first-reason").with("request", request.title.as_str()))
    })
}
