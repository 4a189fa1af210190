//! Letters between makers and clusters.

use super::{Cluster, Decision, Membership};
use crate::accounts::{self, Organisation};
use crate::db::Write;
use crate::error::{Message, Result};
use crate::locale::Language;
use crate::settings::Settings;

/// A key with the two names that all these letters speak of.
fn said(key: &'static str, language: Language, cluster: &Cluster, maker: &Organisation) -> Message {
    Message::new(key).with("cluster", cluster.name.best(language)).with("maker", maker.name_in(language))
}

/// To the cluster's agents: somebody wants to join.
pub(super) fn asked(
    tx: &mut Write<'_>,
    settings: &Settings,
    cluster: &Cluster,
    maker: &Organisation,
    membership: &Membership,
) -> Result<()> {
    let cause = format!("membership-{}-asked-{}", membership.id, membership.requested_at.micros());
    accounts::to_everyone(tx, cluster.organisation_id, &cause, |draft, language| {
        draft
            .subject(said("letter-membership-asked-subject", language, cluster, maker))
            .paragraph(said("letter-membership-asked-text", language, cluster, maker))
            .button(
                "letter-membership-asked-button",
                settings.absolute(&format!("/memberships/{}", membership.id)),
            )
            .reason(said("letter-membership-agent-reason", language, cluster, maker))
    })
}

/// To the maker's people: what the cluster decided, and why.
pub(super) fn decided(
    tx: &mut Write<'_>,
    settings: &Settings,
    cluster: &Cluster,
    maker: &Organisation,
    membership: i64,
    decision: Decision,
    note: Option<&str>,
) -> Result<()> {
    let (subject, text) = match decision {
        Decision::Confirmed => ("letter-membership-confirmed-subject", "letter-membership-confirmed-text"),
        Decision::Refused => ("letter-membership-refused-subject", "letter-membership-refused-text"),
        Decision::Ended => ("letter-membership-ended-subject", "letter-membership-ended-text"),
    };
    let cause = format!("membership-{membership}-{decision}-{}", tx.now().micros());
    accounts::to_everyone(tx, maker.id, &cause, |draft, language| {
        draft
            .subject(said(subject, language, cluster, maker))
            .paragraph(said(text, language, cluster, maker))
            .quote(note.unwrap_or_default())
            .button("letter-membership-maker-button", settings.absolute("/workshop/clusters"))
            .reason(said("letter-membership-maker-reason", language, cluster, maker))
    })
}

/// To the cluster's agents: a maker took the request back, or left.
pub(super) fn left(
    tx: &mut Write<'_>,
    settings: &Settings,
    cluster: &Cluster,
    maker: &Organisation,
    membership: i64,
) -> Result<()> {
    let cause = format!("membership-{membership}-left-{}", tx.now().micros());
    accounts::to_everyone(tx, cluster.organisation_id, &cause, |draft, language| {
        draft
            .subject(said("letter-membership-left-subject", language, cluster, maker))
            .paragraph(said("letter-membership-left-text", language, cluster, maker))
            .button("letter-membership-left-button", settings.absolute("/memberships?standing=confirmed"))
            .reason(said("letter-membership-agent-reason", language, cluster, maker))
    })
}
