//! What a workshop says to its share.

use super::forms::DeclineForm;
use super::reading::{self, OwnShare};
use super::split::{Share, ShareStanding, SplitStatus};
use super::{letters, store};
use crate::accounts::Member;
use crate::clusters;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::{ShareId, SplitId};
use crate::matching;
use crate::settings::Settings;

fn asked(tx: &mut Write<'_>, by: &Member, id: ShareId) -> Result<Share> {
    by.confirm(tx)?;
    let OwnShare { share, .. } = reading::own_share(tx, by, id)?;
    match share.standing {
        ShareStanding::Asked => Ok(share),
        _ => Err(Error::refused("refusal-share-answered")),
    }
}

/// The workshop will make its share.
pub fn confirm_share(tx: &mut Write<'_>, settings: &Settings, by: &Member, id: ShareId) -> Result<OwnShare> {
    let share = asked(tx, by, id)?;
    // Its day has passed while nobody answered.
    if share.ready_on < tx.today() {
        return Err(Error::refused("refusal-share-late"));
    }
    store::answer(tx, by, &share, ShareStanding::Confirmed, None)?;
    tx.record(by.actor(), Event::ShareConfirmed { share: id });
    settle(tx, settings, by, share.split_id)?;
    reading::own_share(tx, by, id)
}

/// The workshop will not; the agent is told why.
pub fn decline_share(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: ShareId,
    form: &DeclineForm,
) -> Result<OwnShare> {
    let share = asked(tx, by, id)?;
    let (reason, note) = form.check()?;
    store::answer(tx, by, &share, ShareStanding::Declined, Some((reason, &note)))?;
    let split = store::split(tx, share.split_id)?;
    if split.exporter_id == Some(by.organisation) {
        // Who makes none of it cannot be its exporter.
        store::clear_exporter(tx, &split)?;
    }
    tx.record(by.actor(), Event::ShareDeclined { share: id });
    let request = matching::request(tx, split.request_id)?;
    let cluster = clusters::cluster(tx, split.cluster_id)?;
    letters::declined(tx, settings, &request, &cluster, by, &share, (reason, &note))?;
    settle(tx, settings, by, split.id)?;
    reading::own_share(tx, by, id)
}

/// A split stands when nobody is left to answer and what is confirmed suffices.
pub(super) fn settle(tx: &mut Write<'_>, settings: &Settings, by: &Member, id: SplitId) -> Result<()> {
    let split = store::split(tx, id)?;
    let shares = store::shares(tx, id)?;
    let of = |standing: ShareStanding| shares.iter().filter(move |share| share.standing == standing);
    let confirmed: i64 = of(ShareStanding::Confirmed).map(|share| share.pieces).sum();
    let run = store::run(tx, split.run_id)?;
    let done = split.status == SplitStatus::Asked
        && of(ShareStanding::Asked).next().is_none()
        && confirmed >= split.needed(&run);
    if !done {
        return store::touch(tx, &split);
    }
    let cluster = clusters::cluster(tx, split.cluster_id)?;
    store::set_confirmed(tx, &split, split.exporter_id.unwrap_or(cluster.organisation_id))?;
    tx.record(by.actor(), Event::SplitConfirmed { split: id });
    let request = matching::request(tx, split.request_id)?;
    letters::confirmed(tx, settings, &request, &cluster, &split, confirmed)
}
