//! What an agent does with a split: choose it, mend what was declined.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::forms::ChooseForm;
use super::offers::Market;
use super::reading::{self, own_split};
use super::reckoning::{Alternative, Wanted};
use super::split::{Aim, NewShare, Run, Share, ShareStanding, Split, SplitStatus};
use super::splitting::Ground;
use super::{answering, letters, store};
use crate::accounts::{self, Member};
use crate::clock::Date;
use crate::clusters::Cluster;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{OrganisationId, SplitId};
use crate::matching;
use crate::rates;
use crate::settings::Settings;

/// Asks the workshops of one alternative for their shares, if things are still as they were reckoned.
pub fn choose_split(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: SplitId,
    form: &ChooseForm,
) -> Result<Split> {
    by.confirm(tx)?;
    let (split, cluster) = own_split(tx, by, id)?;
    if split.status != SplitStatus::Proposed {
        return Err(Error::refused("refusal-split-not-proposed"));
    }
    if store::standing_split(tx, split.request_id, cluster.id)?.is_some() {
        return Err(Error::refused("refusal-split-standing"));
    }
    let run = store::run(tx, split.run_id)?;
    let request = matching::request(tx, split.request_id)?;
    let today = tx.today();
    if !request.is_open_on(today) {
        return Err(Error::refused("refusal-split-closed"));
    }
    let shares = store::shares(tx, id)?;
    let makers = shares.iter().map(|share| share.maker_id).collect();
    let exporter = exporter(tx, form, &cluster, &makers)?;
    if request.version != run.request_version {
        return Err(Error::refused("refusal-split-stale"));
    }
    let ground = Ground::read(tx, request, cluster, today)?;
    let days = (today - run.created_at.date()).num_days();
    for share in &shares {
        let by = (split.ready_on + TimeDelta::days(days)).min(ground.request.needed_by);
        match still(&ground, share, by) {
            Some(now) if now.price == share.price() => store::set_ready(tx, share.id, now.ready_on)?,
            _ => return Err(Error::refused("refusal-split-stale")),
        }
    }
    store::set_asked(tx, &split, exporter)?;
    for share in store::shares(tx, id)? {
        letters::asked(tx, settings, &ground.request, &ground.cluster, &share)?;
    }
    tx.record(by.actor(), Event::SplitChosen { split: id });
    store::split(tx, id)
}

/// The share as it would be reckoned now.
fn still(ground: &Ground, share: &Share, by: Date) -> Option<NewShare> {
    let market = ground.market();
    let place = market.candidates.iter().position(|candidate| candidate.product == share.product_id)?;
    market.share(place, share.pieces, by)
}

/// The cluster, or one of the workshops that have a share and export themselves.
fn exporter(
    conn: &mut DbConnection,
    form: &ChooseForm,
    cluster: &Cluster,
    makers: &BTreeSet<OrganisationId>,
) -> Result<OrganisationId> {
    if form.exporter.is_blank() {
        return Ok(cluster.organisation_id);
    }
    let wrong = || Error::invalid("exporter", "problem-split-exporter");
    let named = match accounts::organisation_named(conn, form.exporter.trimmed()) {
        Err(Error::NotFound) => return Err(wrong()),
        found => found?.id,
    };
    let may = named == cluster.organisation_id
        || (makers.contains(&named) && reading::exports_itself(conn, named)?);
    if may { Ok(named) } else { Err(wrong()) }
}

/// What is missing of a split after shares were declined, reckoned anew over the workshops that have not been asked.
#[derive(Clone, Debug)]
pub struct Mending {
    split: Split,
    run: Run,
    found: Alternative,
}

pub fn reckon_mending(conn: &mut DbConnection, by: &Member, id: SplitId, today: Date) -> Result<Mending> {
    let (split, cluster) = own_split(conn, by, id)?;
    let shares = store::shares(conn, id)?;
    if split.status != SplitStatus::Asked
        || !shares.iter().any(|share| share.standing == ShareStanding::Declined)
    {
        return Err(Error::refused("refusal-split-nothing-to-mend"));
    }
    let run = store::run(conn, split.run_id)?;
    let standing: i64 = shares.iter().filter(|share| share.is_standing()).map(|share| share.pieces).sum();
    let needed = split.needed(&run) - standing;
    if needed <= 0 {
        return Err(Error::refused("refusal-split-nothing-to-mend"));
    }
    let asked = shares.iter().filter(|share| share.is_standing()).count() as i64;
    let wanted = Wanted {
        quantity: needed,
        least: needed,
        most: (run.range().1 - standing).max(needed),
        most_workshops: run.most_workshops.map(|most| (most - asked).max(0)),
    };
    let request = matching::request(conn, split.request_id)?;
    if !request.is_open_on(today) {
        return Err(Error::refused("refusal-split-closed"));
    }
    let ground = Ground::read(conn, request, cluster, today)?;
    let market = Market {
        left_out: run.left_out.iter().copied().collect(),
        without: shares.iter().map(|share| share.maker_id).collect(),
        ..ground.market()
    };
    let reckoned = market.reckon(&wanted);
    let found = reckoned.alternatives.into_iter().find(|found| found.aims.contains(&Aim::Cheapest));
    match found {
        Some(found) => Ok(Mending { split, run, found }),
        None => Err(Error::Refused(
            Message::new("refusal-split-beyond-mending")
                .with("possible", reckoned.possible)
                .with("wanted", needed),
        )),
    }
}

/// Asks others for what was declined.
pub fn mend_split(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    mending: &Mending,
    form: &ChooseForm,
) -> Result<Split> {
    by.confirm(tx)?;
    let (split, cluster) = own_split(tx, by, mending.split.id)?;
    if split.version != mending.split.version {
        return Err(Error::Conflict);
    }
    let request = matching::request(tx, split.request_id)?;
    let added = &mending.found.shares;
    let mut makers: BTreeSet<OrganisationId> = added.iter().map(|share| share.maker).collect();
    let standing = store::shares(tx, split.id)?;
    makers.extend(standing.iter().filter(|share| share.is_standing()).map(|share| share.maker_id));
    let exporter = match split.exporter_id {
        Some(exporter) if form.exporter.is_blank() => exporter,
        _ => exporter(tx, form, &cluster, &makers)?,
    };
    for share in added {
        let id = store::insert_share(tx, split.id, share, ShareStanding::Asked)?;
        let asked = store::share(tx, id)?;
        letters::asked(tx, settings, &request, &cluster, &asked)?;
    }
    let sums = sums(tx, &mending.run, split.id)?;
    store::set_mended(tx, &split, &mending.run, &mending.found, exporter, sums)?;
    tx.record(by.actor(), Event::SplitMended { split: split.id });
    answering::settle(tx, settings, by, split.id)?;
    store::split(tx, split.id)
}

/// What the shares that stand cost now, at the rates of the day on which it was split: the goods, and all of it.
fn sums(tx: &mut Write<'_>, run: &Run, id: SplitId) -> Result<(i64, i64)> {
    let rates = rates::of_month(tx, &run.rates_month)?;
    let shares = store::shares(tx, id)?;
    let standing: Vec<&Share> = shares.iter().filter(|share| share.is_standing()).collect();
    let worth = |share: &&Share| rates.convert(share.total()?, run.currency).map(|money| money.minor);
    let goods: i64 = standing.iter().filter_map(worth).sum();
    Ok((goods, goods + run.per_workshop_minor * standing.len() as i64))
}
