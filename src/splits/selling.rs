//! What a cluster can sell: a split whose shares are confirmed, and what becomes of it when the buyer says yes.

use super::reading::own_split;
use super::split::{Share, ShareStanding, Split, SplitStatus};
use super::{letters, store};
use crate::accounts::Member;
use crate::clock::Date;
use crate::clusters;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, SplitId};
use crate::matching::{self, SourcingRequest};
use crate::money::Currency;
use crate::settings::Settings;

#[derive(Clone, Debug)]
pub struct Confirmed {
    pub split: Split,
    pub request: SourcingRequest,
    /// The confirmed ones alone.
    pub shares: Vec<Share>,
    pub exporter: OrganisationId,
}

impl Confirmed {
    /// What the quote is in unless the agent says otherwise: as the buyer asked, or as the workshops do.
    pub fn currency(&self) -> Option<Currency> {
        self.request.currency.or(self.shares.first().map(|share| share.currency))
    }

    /// When the last share is ready.
    pub fn ready_on(&self) -> Date {
        self.shares.iter().map(|share| share.ready_on).max().unwrap_or(self.split.ready_on)
    }
}

/// An agent's own split that every workshop it needs has confirmed.
pub fn confirmed(conn: &mut DbConnection, by: &Member, id: SplitId) -> Result<Confirmed> {
    let (split, cluster) = own_split(conn, by, id)?;
    if split.status != SplitStatus::Confirmed {
        return Err(Error::refused("refusal-split-not-confirmed"));
    }
    let mut shares = store::shares(conn, id)?;
    shares.retain(|share| share.standing == ShareStanding::Confirmed);
    let exporter = split.exporter_id.unwrap_or(cluster.organisation_id);
    Ok(Confirmed { request: matching::request(conn, split.request_id)?, exporter, shares, split })
}

/// The buyer has accepted the cluster's quote: the shares are what the workshops will make, and each of them hears it.
/// From here on the ledger counts them.
pub fn sell(tx: &mut Write<'_>, settings: &Settings, id: SplitId) -> Result<()> {
    let split = store::split(tx, id)?;
    if split.status != SplitStatus::Confirmed {
        return Err(Error::refused("refusal-quote-split-gone"));
    }
    store::set_accepted(tx, &split)?;
    let request = matching::request(tx, split.request_id)?;
    let cluster = clusters::cluster(tx, split.cluster_id)?;
    for share in store::shares(tx, id)?.iter().filter(|share| share.standing == ShareStanding::Accepted) {
        letters::accepted(tx, settings, &request, &cluster, share)?;
    }
    Ok(())
}
