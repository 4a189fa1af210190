//! All SQL about splits.

use diesel::prelude::*;

use super::reading::OwnShare;
use super::reckoning::Alternative;
use super::split::{NewShare, Reason, Run, Share, ShareStanding, Split, SplitStatus};
use super::splitting::Reckoning;
use crate::accounts::{Member, Organisation};
use crate::catalogue::Product;
use crate::clock::Date;
use crate::clusters::Cluster;
use crate::columns::Json;
use crate::db::schema::{
    clusters, organisations, products, sourcing_requests, split_runs, split_shares, splits,
};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{ClusterId, OrganisationId, ProductId, RequestId, ShareId, SplitId, SplitRunId};
use crate::matching::{self, RequestStatus};
use crate::web::Listing;

const STANDING: [SplitStatus; 3] = [SplitStatus::Asked, SplitStatus::Confirmed, SplitStatus::Accepted];
const TAKEN: [ShareStanding; 2] = [ShareStanding::Asked, ShareStanding::Confirmed];

pub fn run(conn: &mut DbConnection, id: SplitRunId) -> Result<Run> {
    Ok(Run::query().filter(split_runs::id.eq(id)).first(conn)?)
}

pub fn latest_run(conn: &mut DbConnection, request: RequestId, cluster: ClusterId) -> Result<Option<Run>> {
    let own = split_runs::request_id.eq(request).and(split_runs::cluster_id.eq(cluster));
    Ok(Run::query().filter(own).order(split_runs::id.desc()).first(conn).optional()?)
}

pub fn split(conn: &mut DbConnection, id: SplitId) -> Result<Split> {
    Ok(Split::query().filter(splits::id.eq(id)).first(conn)?)
}

pub fn proposals(conn: &mut DbConnection, request: RequestId, cluster: ClusterId) -> Result<Vec<Split>> {
    let own = splits::request_id.eq(request).and(splits::cluster_id.eq(cluster));
    let proposed = splits::status.eq(SplitStatus::Proposed);
    Ok(Split::query().filter(own.and(proposed)).order(splits::id).load(conn)?)
}

pub fn standing_split(
    conn: &mut DbConnection,
    request: RequestId,
    cluster: ClusterId,
) -> Result<Option<Split>> {
    let own = splits::request_id.eq(request).and(splits::cluster_id.eq(cluster));
    Ok(Split::query().filter(own.and(splits::status.eq_any(STANDING))).first(conn).optional()?)
}

/// Those that were chosen once and are over, the newest first.
pub fn past_splits(conn: &mut DbConnection, request: RequestId, cluster: ClusterId) -> Result<Vec<Split>> {
    let own = splits::request_id.eq(request).and(splits::cluster_id.eq(cluster));
    let over = splits::status.eq(SplitStatus::Withdrawn);
    Ok(Split::query().filter(own.and(over)).order(splits::id.desc()).load(conn)?)
}

pub fn share(conn: &mut DbConnection, id: ShareId) -> Result<Share> {
    Ok(Share::query().filter(split_shares::id.eq(id)).first(conn)?)
}

pub fn shares(conn: &mut DbConnection, split: SplitId) -> Result<Vec<Share>> {
    Ok(Share::query().filter(split_shares::split_id.eq(split)).order(split_shares::id).load(conn)?)
}

/// With their products and workshops.
pub fn shares_shown(conn: &mut DbConnection, split: SplitId) -> Result<Vec<(Share, Product, Organisation)>> {
    Ok(split_shares::table
        .inner_join(products::table)
        .inner_join(organisations::table)
        .filter(split_shares::split_id.eq(split))
        .order((split_shares::pieces.desc(), split_shares::id))
        .select((Share::as_select(), Product::as_select(), Organisation::as_select()))
        .load(conn)?)
}

pub fn products_shown(conn: &mut DbConnection, ids: &[ProductId]) -> Result<Vec<(Product, Organisation)>> {
    let mut shown = Vec::new();
    for some in ids.chunks(500) {
        let rows: Vec<(Product, Organisation)> = products::table
            .inner_join(organisations::table)
            .filter(products::id.eq_any(some))
            .order(products::id)
            .select((Product::as_select(), Organisation::as_select()))
            .load(conn)?;
        shown.extend(rows);
    }
    Ok(shown)
}

/// What workshops have been asked for or have confirmed and is not over. What was accepted stands in the ledger.
pub fn standing_shares(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    today: Date,
) -> Result<Vec<Share>> {
    let mut standing = Vec::new();
    for some in makers.chunks(500) {
        let rows: Vec<Share> = split_shares::table
            .inner_join(splits::table)
            .filter(split_shares::maker_id.eq_any(some).and(split_shares::standing.eq_any(TAKEN)))
            .filter(split_shares::ready_on.ge(today).and(splits::status.eq_any(STANDING)))
            .order(split_shares::id)
            .select(Share::as_select())
            .load(conn)?;
        standing.extend(rows);
    }
    Ok(standing)
}

/// Splits that wait for something though their request takes no more answers.
pub fn of_closed_requests(conn: &mut DbConnection) -> Result<Vec<SplitId>> {
    Ok(splits::table
        .inner_join(sourcing_requests::table.on(sourcing_requests::id.eq(splits::request_id)))
        .filter(splits::status.eq_any([SplitStatus::Asked, SplitStatus::Confirmed]))
        .filter(sourcing_requests::status.eq(RequestStatus::Closed))
        .order(splits::id)
        .select(splits::id)
        .load(conn)?)
}

/// A workshop's own shares that it was asked for, newest first; or one of them.
pub fn own_shares(
    conn: &mut DbConnection,
    maker: OrganisationId,
    only: Option<ShareId>,
    listing: Listing,
) -> Result<Vec<OwnShare>> {
    let mut query = split_shares::table
        .inner_join(products::table)
        .inner_join(splits::table)
        .filter(split_shares::maker_id.eq(maker).and(split_shares::standing.ne(ShareStanding::Proposed)))
        .filter(split_shares::id.lt(ShareId(listing.before)))
        .order(split_shares::id.desc())
        .limit(listing.fetch())
        .select((Share::as_select(), Product::as_select(), splits::request_id, splits::cluster_id))
        .into_boxed();
    if let Some(id) = only {
        query = query.filter(split_shares::id.eq(id));
    }
    let rows: Vec<(Share, Product, RequestId, ClusterId)> = query.load(conn)?;
    let mut own = Vec::new();
    for (share, product, request, cluster) in rows {
        let cluster: Cluster = Cluster::query().filter(clusters::id.eq(cluster)).first(conn)?;
        own.push(OwnShare { share, product, request: matching::request(conn, request)?, cluster });
    }
    Ok(own)
}

/// Shares that a workshop has not answered.
pub fn count_asked(conn: &mut DbConnection, maker: OrganisationId) -> Result<i64> {
    let asked = split_shares::maker_id.eq(maker).and(split_shares::standing.eq(ShareStanding::Asked));
    Ok(split_shares::table.filter(asked).count().get_result(conn)?)
}

/// Requests whose split lacks pieces because a workshop declined, by the organisation that leads the cluster.
pub fn requests_to_mend(conn: &mut DbConnection, organisation: OrganisationId) -> Result<Vec<RequestId>> {
    let asked: Vec<Split> = splits::table
        .inner_join(clusters::table.on(clusters::id.eq(splits::cluster_id)))
        .filter(clusters::organisation_id.eq(organisation).and(splits::status.eq(SplitStatus::Asked)))
        .order(splits::id)
        .select(Split::as_select())
        .load(conn)?;
    let mut waiting = Vec::new();
    for split in asked {
        let run = run(conn, split.run_id)?;
        let standing = shares(conn, split.id)?.into_iter().filter(Share::is_standing);
        if standing.map(|share| share.pieces).sum::<i64>() < split.needed(&run) {
            waiting.push(split.request_id);
        }
    }
    Ok(waiting)
}

/// What nobody chose is no history.
pub fn delete_proposals(tx: &mut Write<'_>, request: RequestId, cluster: ClusterId) -> Result<()> {
    for old in proposals(tx, request, cluster)? {
        diesel::delete(split_shares::table.filter(split_shares::split_id.eq(old.id))).execute(&mut **tx)?;
        diesel::delete(splits::table.find(old.id)).execute(&mut **tx)?;
    }
    Ok(())
}

pub fn insert_run(tx: &mut Write<'_>, by: &Member, reckoning: &Reckoning) -> Result<SplitRunId> {
    let now = tx.now();
    let (request, reckoned) = (&reckoning.request, &reckoning.reckoned);
    let left_out: Vec<ProductId> = reckoning.left_out.iter().copied().collect();
    Ok(diesel::insert_into(split_runs::table)
        .values((
            split_runs::request_id.eq(request.id),
            split_runs::request_version.eq(request.version),
            split_runs::cluster_id.eq(reckoning.cluster.id),
            split_runs::quantity.eq(request.quantity),
            split_runs::quantity_most.eq(request.quantity_most.unwrap_or(request.quantity)),
            split_runs::needed_by.eq(request.needed_by),
            split_runs::tolerance_percent.eq(reckoning.tolerance_percent),
            split_runs::most_workshops.eq(reckoning.most_workshops),
            split_runs::left_out.eq(Json::from(left_out)),
            split_runs::possible.eq(reckoned.possible),
            split_runs::all_by.eq(reckoned.all_by),
            split_runs::currency.eq(reckoning.currency),
            split_runs::rates_month.eq(&reckoning.rates_month),
            split_runs::per_workshop_minor.eq(reckoned.per_workshop),
            split_runs::aside.eq(Json::from(reckoned.aside.clone())),
            split_runs::created_by.eq(by.person),
            split_runs::created_at.eq(now),
        ))
        .returning(split_runs::id)
        .get_result(&mut **tx)?)
}

pub fn insert_split(
    tx: &mut Write<'_>,
    run: SplitRunId,
    reckoning: &Reckoning,
    found: &Alternative,
) -> Result<SplitId> {
    let id: SplitId = diesel::insert_into(splits::table)
        .values((
            splits::run_id.eq(run),
            splits::request_id.eq(reckoning.request.id),
            splits::cluster_id.eq(reckoning.cluster.id),
            splits::aims.eq(Json::from(found.aims.clone())),
            splits::status.eq(SplitStatus::Proposed),
            splits::pieces.eq(found.pieces),
            splits::goods_minor.eq(found.goods),
            splits::cost_minor.eq(found.cost),
            splits::bound_minor.eq(found.bound),
            splits::ready_on.eq(found.ready_on),
        ))
        .returning(splits::id)
        .get_result(&mut **tx)?;
    for share in &found.shares {
        insert_share(tx, id, share, ShareStanding::Proposed)?;
    }
    Ok(id)
}

pub fn insert_share(
    tx: &mut Write<'_>,
    split: SplitId,
    share: &NewShare,
    standing: ShareStanding,
) -> Result<ShareId> {
    let asked_at = (standing == ShareStanding::Asked).then(|| tx.now());
    Ok(diesel::insert_into(split_shares::table)
        .values((
            split_shares::split_id.eq(split),
            split_shares::maker_id.eq(share.maker),
            split_shares::product_id.eq(share.product),
            split_shares::pieces.eq(share.pieces),
            split_shares::price_minor.eq(share.price.minor),
            split_shares::currency.eq(share.price.currency),
            split_shares::ready_on.eq(share.ready_on),
            split_shares::standing.eq(standing),
            split_shares::asked_at.eq(asked_at),
        ))
        .returning(split_shares::id)
        .get_result(&mut **tx)?)
}

pub fn set_ready(tx: &mut Write<'_>, share: ShareId, ready_on: Date) -> Result<()> {
    let row = split_shares::table.find(share);
    diesel::update(row).set(split_shares::ready_on.eq(ready_on)).execute(&mut **tx)?;
    Ok(())
}

/// Changes a split that nobody has touched since it was read.
macro_rules! change {
    ($tx:expr, $split:expr, $($assignment:expr),+ $(,)?) => {{
        let changed = diesel::update(splits::table.find($split.id))
            .filter(splits::version.eq($split.version))
            .set(($($assignment,)+ splits::version.eq($split.version + 1)))
            .execute(&mut **$tx)?;
        if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
    }};
}

pub fn set_asked(tx: &mut Write<'_>, split: &Split, exporter: OrganisationId) -> Result<()> {
    let now = tx.now();
    let own = split_shares::table.filter(split_shares::split_id.eq(split.id));
    diesel::update(own)
        .set((split_shares::standing.eq(ShareStanding::Asked), split_shares::asked_at.eq(Some(now))))
        .execute(&mut **tx)?;
    let last = shares(tx, split.id)?.iter().map(|share| share.ready_on).max().unwrap_or(split.ready_on);
    change!(
        tx,
        split,
        splits::status.eq(SplitStatus::Asked),
        splits::exporter_id.eq(Some(exporter)),
        splits::ready_on.eq(last),
        splits::chosen_at.eq(Some(now)),
    )
}

/// The sums are those of the shares that stand now; what was proved of the first choice is not proved of this one.
pub fn set_mended(
    tx: &mut Write<'_>,
    split: &Split,
    run: &Run,
    found: &Alternative,
    exporter: OrganisationId,
    (goods, cost): (i64, i64),
) -> Result<()> {
    let standing: i64 =
        shares(tx, split.id)?.iter().filter(|share| share.is_standing()).map(|share| share.pieces).sum();
    let ready_on = found.ready_on.max(split.ready_on);
    change!(
        tx,
        split,
        splits::pieces.eq(standing.max(split.needed(run))),
        splits::goods_minor.eq(goods),
        splits::cost_minor.eq(cost),
        splits::bound_minor.eq(split.bound_minor.min(cost)),
        splits::ready_on.eq(ready_on),
        splits::exporter_id.eq(Some(exporter)),
    )
}

pub fn touch(tx: &mut Write<'_>, split: &Split) -> Result<()> {
    change!(tx, split, splits::status.eq(split.status))
}

pub fn clear_exporter(tx: &mut Write<'_>, split: &Split) -> Result<()> {
    change!(tx, split, splits::exporter_id.eq(None::<OrganisationId>))
}

pub fn set_confirmed(tx: &mut Write<'_>, split: &Split, exporter: OrganisationId) -> Result<()> {
    let now = tx.now();
    change!(
        tx,
        split,
        splits::status.eq(SplitStatus::Confirmed),
        splits::exporter_id.eq(Some(exporter)),
        splits::confirmed_at.eq(Some(now)),
    )
}

pub fn set_accepted(tx: &mut Write<'_>, split: &Split) -> Result<()> {
    let confirmed = split_shares::standing.eq(ShareStanding::Confirmed);
    diesel::update(split_shares::table.filter(split_shares::split_id.eq(split.id).and(confirmed)))
        .set(split_shares::standing.eq(ShareStanding::Accepted))
        .execute(&mut **tx)?;
    change!(tx, split, splits::status.eq(SplitStatus::Accepted))
}

pub fn set_withdrawn(tx: &mut Write<'_>, split: &Split) -> Result<()> {
    let now = tx.now();
    let standing = split_shares::split_id.eq(split.id).and(split_shares::standing.eq_any(TAKEN));
    diesel::update(split_shares::table.filter(standing))
        .set(split_shares::standing.eq(ShareStanding::Released))
        .execute(&mut **tx)?;
    change!(tx, split, splits::status.eq(SplitStatus::Withdrawn), splits::withdrawn_at.eq(Some(now)))
}

pub fn answer(
    tx: &mut Write<'_>,
    by: &Member,
    share: &Share,
    standing: ShareStanding,
    why: Option<(Reason, &str)>,
) -> Result<()> {
    let now = tx.now();
    let asked = split_shares::standing.eq(ShareStanding::Asked);
    let changed = diesel::update(split_shares::table.find(share.id))
        .filter(asked)
        .set((
            split_shares::standing.eq(standing),
            split_shares::answered_at.eq(Some(now)),
            split_shares::answered_by.eq(Some(by.person)),
            split_shares::reason.eq(why.map(|(reason, _)| reason)),
            split_shares::note.eq(why.map_or("", |(_, note)| note)),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
}
