//! Workshops get their shares back: the agent withdraws a split, or nothing can come of it any more.

use super::reading::own_split;
use super::split::Split;
use super::{letters, store};
use crate::accounts::Member;
use crate::clusters;
use crate::db::{Actor, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::SplitId;
use crate::matching;
use crate::settings::Settings;

pub fn withdraw_split(tx: &mut Write<'_>, settings: &Settings, by: &Member, id: SplitId) -> Result<Split> {
    by.confirm(tx)?;
    let (split, _) = own_split(tx, by, id)?;
    if !split.is_standing() {
        return Err(Error::refused("refusal-split-not-standing"));
    }
    release(tx, settings, &split, by.actor(), "letter-share-released-text")?;
    store::split(tx, id)
}

/// Ends a split whose request takes no more answers, and tells the agents too.
pub fn end_split(tx: &mut Write<'_>, settings: &Settings, id: SplitId) -> Result<()> {
    let split = store::split(tx, id)?;
    release(tx, settings, &split, Actor::default(), "letter-share-over-text")?;
    let request = matching::request(tx, split.request_id)?;
    let cluster = clusters::cluster(tx, split.cluster_id)?;
    letters::over(tx, settings, &request, &cluster, &split)
}

fn release(
    tx: &mut Write<'_>,
    settings: &Settings,
    split: &Split,
    actor: Actor,
    why: &'static str,
) -> Result<()> {
    let request = matching::request(tx, split.request_id)?;
    let cluster = clusters::cluster(tx, split.cluster_id)?;
    for share in store::shares(tx, split.id)?.iter().filter(|share| share.is_standing()) {
        letters::released(tx, settings, &request, &cluster, share, why)?;
    }
    store::set_withdrawn(tx, split)?;
    tx.record(actor, Event::SplitWithdrawn { split: split.id });
    Ok(())
}
