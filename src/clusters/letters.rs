//! Letters between makers and clusters.

use super::{Cluster, Decision, Membership};
use crate::accounts::{self, Organisation, Person};
use crate::db::Write;
use crate::error::{Message, Result};
use crate::mail::{self, Draft, Letter};
use crate::settings::Settings;

fn to(person: &Person) -> Draft {
    Letter::to(&person.email, &person.name, person.language)
}

/// A key with the two names that all these letters speak of.
fn said(key: &'static str, person: &Person, cluster: &Cluster, maker: &Organisation) -> Message {
    Message::new(key)
        .with("cluster", cluster.name.best(person.language))
        .with("maker", maker.name_in(person.language))
}

/// To the cluster's agents: somebody wants to join.
pub(super) fn asked(
    tx: &mut Write<'_>,
    settings: &Settings,
    cluster: &Cluster,
    maker: &Organisation,
    membership: &Membership,
) -> Result<()> {
    for agent in accounts::members_of(tx, cluster.organisation_id)? {
        let asked_at = membership.requested_at.micros();
        let letter = to(&agent)
            .cause(format!("membership-{}-asked-{asked_at}-{}", membership.id, agent.id))
            .subject(said("letter-membership-asked-subject", &agent, cluster, maker))
            .paragraph(said("letter-membership-asked-text", &agent, cluster, maker))
            .button(
                "letter-membership-asked-button",
                settings.absolute(&format!("/memberships/{}", membership.id)),
            )
            .reason(said("letter-membership-agent-reason", &agent, cluster, maker))
            .build();
        mail::post(tx, &letter)?;
    }
    Ok(())
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
    let now = tx.now().micros();
    for person in accounts::members_of(tx, maker.id)? {
        let letter = to(&person)
            .cause(format!("membership-{membership}-{decision}-{now}-{}", person.id))
            .subject(said(subject, &person, cluster, maker))
            .paragraph(said(text, &person, cluster, maker))
            .quote(note.unwrap_or_default())
            .button("letter-membership-maker-button", settings.absolute("/workshop/clusters"))
            .reason(said("letter-membership-maker-reason", &person, cluster, maker))
            .build();
        mail::post(tx, &letter)?;
    }
    Ok(())
}

/// To the cluster's agents: a maker took the request back, or left.
pub(super) fn left(
    tx: &mut Write<'_>,
    settings: &Settings,
    cluster: &Cluster,
    maker: &Organisation,
    membership: i64,
) -> Result<()> {
    let now = tx.now().micros();
    for agent in accounts::members_of(tx, cluster.organisation_id)? {
        let letter = to(&agent)
            .cause(format!("membership-{membership}-left-{now}-{}", agent.id))
            .subject(said("letter-membership-left-subject", &agent, cluster, maker))
            .paragraph(said("letter-membership-left-text", &agent, cluster, maker))
            .button("letter-membership-left-button", settings.absolute("/memberships?standing=confirmed"))
            .reason(said("letter-membership-agent-reason", &agent, cluster, maker))
            .build();
        mail::post(tx, &letter)?;
    }
    Ok(())
}
