//! Letters about matches: one to a maker for each request that its products answer, one to the buyer when the first
//! answers are found. The cause of each keeps it from being sent again, whenever matches are looked for anew.

use super::audience::Visibility;
use super::rematching::Changes;
use super::request::{RequestStatus, SourcingRequest};
use super::store;
use crate::accounts;
use crate::catalogue;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::ids::{OrganisationId, ProductId};
use crate::locale::{self, Language};
use crate::settings::Settings;

/// Products named in a letter; a page shows the rest.
const MOST_NAMED: usize = 5;

/// Tells everyone whom a look for matches concerns.
pub fn tell(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    changes: &Changes,
) -> Result<()> {
    for (maker, products) in &changes.new {
        tell_maker(tx, settings, request, *maker, products)?;
    }
    if changes.first {
        tell_buyer(tx, settings, request, changes)?;
    }
    Ok(())
}

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
                .fact("request-quantity", pieces(language, request.quantity))
                .fact("request-destination", locale::country_name(&request.destination, language))
                .fact("request-needed-by", locale::date(language, request.needed_by))
                .button(
                    "letter-found-button",
                    settings.absolute(&format!("/sourcing-requests/{}", request.id)),
                )
                .reason("letter-invited-reason")
        })?;
    }
    Ok(())
}

/// Tells a maker's people that a buyer looks for what they make.
pub fn tell_maker(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    maker: OrganisationId,
    products: &[ProductId],
) -> Result<()> {
    let mut titles = Vec::new();
    for id in products.iter().take(MOST_NAMED) {
        titles.push(catalogue::product(tx, *id)?.title);
    }
    accounts::to_everyone(tx, maker, &format!("request-{}-found-by", request.id), |draft, language| {
        let named: Vec<&str> = titles.iter().map(|title| title.best(language)).collect();
        draft
            .subject(Message::new("letter-found-subject").with("request", request.title.as_str()))
            .paragraph("letter-found-text")
            .quote(&request.wanted)
            .fact("request-quantity", pieces(language, request.quantity))
            .fact("request-destination", locale::country_name(&request.destination, language))
            .fact("request-needed-by", locale::date(language, request.needed_by))
            .fact("letter-found-products", named.join(" · "))
            .button("letter-found-button", settings.absolute(&format!("/sourcing-requests/{}", request.id)))
            .reason("letter-found-reason")
    })
}

fn tell_buyer(
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

fn pieces(language: Language, count: i64) -> String {
    let message =
        Message::new("unit-pieces").with("count", count).with("shown", locale::number(language, count));
    locale::say(language, &message)
}
