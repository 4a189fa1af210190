//! Who sees what: agents the splits of their own cluster, workshops their own shares.

use super::split::{Run, Share, Split};
use super::store;
use crate::accounts::{Member, Organisation};
use crate::catalogue::Product;
use crate::clusters::{self, Cluster};
use crate::db::DbConnection;
use crate::error::{Error, Result, if_found};
use crate::ids::{OrganisationId, RequestId, ShareId, SplitId};
use crate::matching::{self, RequestStatus, SourcingRequest};
use crate::web::Listing;

pub fn own_cluster(conn: &mut DbConnection, by: &Member) -> Result<Cluster> {
    clusters::cluster_of_organisation(conn, by.organisation)?.ok_or(Error::NotFound)
}

/// A split with all that is shown of it.
#[derive(Clone, Debug)]
pub struct Whole {
    pub split: Split,
    pub run: Run,
    pub shares: Vec<(Share, Product, Organisation)>,
    pub exporter: Option<Organisation>,
}

impl Whole {
    pub fn read(conn: &mut DbConnection, split: Split) -> Result<Self> {
        let exporter = match split.exporter_id {
            Some(id) => Some(crate::accounts::organisation(conn, id)?),
            None => None,
        };
        let run = store::run(conn, split.run_id)?;
        Ok(Self { shares: store::shares_shown(conn, split.id)?, run, exporter, split })
    }
}

/// Everything about one request and one cluster.
#[derive(Clone, Debug)]
pub struct Board {
    pub request: SourcingRequest,
    pub cluster: Cluster,
    /// The latest.
    pub run: Option<Run>,
    pub standing: Option<Whole>,
    pub proposed: Vec<Whole>,
    /// Those that were withdrawn or ended, the newest first.
    pub past: Vec<Whole>,
    /// Who may export, besides the cluster: workshops that export themselves.
    pub exporters: Vec<OrganisationId>,
    pub aside: Vec<(Product, Organisation)>,
}

/// A request that may not be read any more is found as long as a split of it stands; one that is closed, if there was one.
pub fn board(conn: &mut DbConnection, by: &Member, id: RequestId) -> Result<Board> {
    let cluster = own_cluster(conn, by)?;
    let standing = store::standing_split(conn, id, cluster.id)?;
    let past = store::past_splits(conn, id, cluster.id)?;
    let known = if_found(matching::request(conn, id))?
        .filter(|request| standing.is_some() || !past.is_empty() && request.status == RequestStatus::Closed);
    let request = match known {
        Some(request) => request,
        None => matching::readable_request(conn, by, id)?.0,
    };
    let past = past.into_iter().map(|split| Whole::read(conn, split)).collect::<Result<_>>()?;
    let run = store::latest_run(conn, id, cluster.id)?;
    let mut proposed = Vec::new();
    for split in store::proposals(conn, id, cluster.id)? {
        proposed.push(Whole::read(conn, split)?);
    }
    let standing = match standing {
        Some(split) => Some(Whole::read(conn, split)?),
        None => None,
    };
    let makers: std::collections::BTreeSet<OrganisationId> = proposed
        .iter()
        .chain(&standing)
        .flat_map(|whole| whole.shares.iter().map(|(share, ..)| share.maker_id))
        .collect();
    let mut exporters = Vec::new();
    for maker in makers {
        if exports_itself(conn, maker)? {
            exporters.push(maker);
        }
    }
    let aside = run.iter().flat_map(|run| run.aside.iter().map(|aside| aside.product)).collect::<Vec<_>>();
    Ok(Board {
        aside: store::products_shown(conn, &aside)?,
        request,
        cluster,
        run,
        standing,
        proposed,
        past,
        exporters,
    })
}

pub fn exports_itself(conn: &mut DbConnection, maker: OrganisationId) -> Result<bool> {
    Ok(clusters::profile(conn, maker)?.is_some_and(|profile| profile.exports_itself))
}

pub fn own_split(conn: &mut DbConnection, by: &Member, id: SplitId) -> Result<(Split, Cluster)> {
    let cluster = own_cluster(conn, by)?;
    let split = store::split(conn, id)?;
    if split.cluster_id == cluster.id { Ok((split, cluster)) } else { Err(Error::NotFound) }
}

/// A share as its workshop sees it: never while it is only one of several alternatives.
#[derive(Clone, Debug)]
pub struct OwnShare {
    pub share: Share,
    pub product: Product,
    pub request: SourcingRequest,
    pub cluster: Cluster,
}

pub fn own_share(conn: &mut DbConnection, by: &Member, id: ShareId) -> Result<OwnShare> {
    let found = store::own_shares(conn, by.organisation, Some(id), Listing { before: i64::MAX, limit: 1 })?;
    found.into_iter().next().ok_or(Error::NotFound)
}
