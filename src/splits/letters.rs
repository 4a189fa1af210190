//! Letters about shares: to the workshops that are asked, and to the agents about what they answered.

use super::split::{Reason, Share, Split};
use crate::accounts::{self, Member};
use crate::catalogue;
use crate::clusters::Cluster;
use crate::db::Write;
use crate::error::{Message, Result};
use crate::locale;
use crate::matching::SourcingRequest;
use crate::settings::Settings;

/// A workshop is asked whether it makes its share.
pub(super) fn asked(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    cluster: &Cluster,
    share: &Share,
) -> Result<()> {
    let product = catalogue::product(tx, share.product_id)?;
    accounts::to_everyone(tx, share.maker_id, &format!("share-{}-asked", share.id), |draft, language| {
        let said = |key| Message::new(key).with("cluster", cluster.name.best(language));
        draft
            .subject(
                said("letter-share-asked-subject").with("pieces", locale::pieces(language, share.pieces)),
            )
            .paragraph(said("letter-share-asked-text").with("request", request.title.as_str()))
            .fact("share-product", product.title.best(language))
            .fact("share-pieces", locale::say(language, &locale::pieces(language, share.pieces)))
            .fact("share-price", locale::money(language, share.price()))
            .fact("share-ready", locale::date(language, share.ready_on))
            .fact("request-destination", locale::country_name(&request.destination, language))
            .button("letter-share-button", settings.absolute("/workshop/shares"))
            .reason(said("letter-share-reason"))
    })
}

/// The buyer has said yes: the workshop makes its share.
pub(super) fn accepted(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    cluster: &Cluster,
    share: &Share,
) -> Result<()> {
    let product = catalogue::product(tx, share.product_id)?;
    accounts::to_everyone(tx, share.maker_id, &format!("share-{}-accepted", share.id), |draft, language| {
        let said = |key| Message::new(key).with("cluster", cluster.name.best(language));
        draft
            .subject(
                said("letter-share-accepted-subject").with("pieces", locale::pieces(language, share.pieces)),
            )
            .paragraph(said("letter-share-accepted-text").with("request", request.title.as_str()))
            .fact("share-product", product.title.best(language))
            .fact("share-pieces", locale::say(language, &locale::pieces(language, share.pieces)))
            .fact("share-price", locale::money(language, share.price()))
            .button("letter-share-button", settings.absolute("/workshop/shares"))
            .reason(said("letter-share-reason"))
    })
}

/// The workshop need not make it; why is said.
pub(super) fn released(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    cluster: &Cluster,
    share: &Share,
    why: &'static str,
) -> Result<()> {
    accounts::to_everyone(tx, share.maker_id, &format!("share-{}-released", share.id), |draft, language| {
        let said = |key| Message::new(key).with("cluster", cluster.name.best(language));
        draft
            .subject(
                said("letter-share-released-subject").with("pieces", locale::pieces(language, share.pieces)),
            )
            .paragraph(said(why).with("request", request.title.as_str()))
            .button("letter-share-button", settings.absolute("/workshop/shares"))
            .reason(said("letter-share-reason"))
    })
}

fn board(settings: &Settings, request: &SourcingRequest) -> String {
    settings.absolute(&format!("/sourcing-requests/{}/splits", request.id))
}

/// The agents hear at once who does not take part, and why.
pub(super) fn declined(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    cluster: &Cluster,
    by: &Member,
    share: &Share,
    (reason, note): (Reason, &str),
) -> Result<()> {
    let maker = accounts::organisation(tx, by.organisation)?;
    let cause = format!("share-{}-declined", share.id);
    accounts::to_everyone(tx, cluster.organisation_id, &cause, |draft, language| {
        let said = |key| {
            let named = Message::new(key).with("workshop", maker.name_in(language));
            named
                .with("request", request.title.as_str())
                .with("pieces", locale::pieces(language, share.pieces))
        };
        let why = match reason {
            Reason::Capacity => "share-reason-capacity",
            Reason::Day => "share-reason-day",
            Reason::Price => "share-reason-price",
            Reason::Material => "share-reason-material",
            Reason::Other => "share-reason-other",
        };
        draft
            .subject(said("letter-share-declined-subject"))
            .paragraph(said("letter-share-declined-text"))
            .fact("share-reason", locale::say(language, &Message::new(why)))
            .quote(note)
            .button("letter-split-button", board(settings, request))
            .reason(said("letter-split-reason"))
    })
}

/// Every share that is needed is confirmed.
pub(super) fn confirmed(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    cluster: &Cluster,
    split: &Split,
    count: i64,
) -> Result<()> {
    let cause = format!("split-{}-confirmed", split.id);
    accounts::to_everyone(tx, cluster.organisation_id, &cause, |draft, language| {
        let said = |key| {
            Message::new(key)
                .with("request", request.title.as_str())
                .with("pieces", locale::pieces(language, count))
        };
        draft
            .subject(said("letter-split-confirmed-subject"))
            .paragraph(said("letter-split-confirmed-text"))
            .fact("share-ready", locale::date(language, split.ready_on))
            .button("letter-split-button", board(settings, request))
            .reason(said("letter-split-reason"))
    })
}

/// The request takes no more answers, and nothing of the cluster's is on the table.
pub(super) fn over(
    tx: &mut Write<'_>,
    settings: &Settings,
    request: &SourcingRequest,
    cluster: &Cluster,
    split: &Split,
) -> Result<()> {
    let cause = format!("split-{}-over", split.id);
    accounts::to_everyone(tx, cluster.organisation_id, &cause, |draft, _| {
        let said = |key| Message::new(key).with("request", request.title.as_str());
        draft
            .subject(said("letter-split-over-subject"))
            .paragraph(said("letter-split-over-text"))
            .button("letter-split-button", board(settings, request))
            .reason(said("letter-split-reason"))
    })
}
