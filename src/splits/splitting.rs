//! Looking for the ways to split a request. What is reckoned with is read first, then reckoned without any lock, and kept in
//! a write of its own, which does so only if the request is still the same.

use std::collections::BTreeSet;

use super::forms::SplitForm;
use super::offers::Market;
use super::reckoning::{Reckoned, Wanted};
use super::split::{Run, tolerated};
use super::{reading, store};
use crate::accounts::Member;
use crate::clock::Date;
use crate::clusters::{self, Cluster};
use crate::commitments::Booking;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, ProductId, SplitRunId};
use crate::matching::matcher::{Circumstances, Wish};
use crate::matching::{self, Held, Promise, SourcingRequest};
use crate::money::Currency;

/// A request and all that a cluster could answer it with.
#[derive(Clone, Debug)]
pub struct Ground {
    pub request: SourcingRequest,
    pub cluster: Cluster,
    held: Held,
    wish: Wish,
    circumstances: Circumstances,
    pub currency: Currency,
}

/// A reckoning with what it rests on.
#[derive(Clone, Debug)]
pub struct Reckoning {
    pub(super) request: SourcingRequest,
    pub(super) cluster: Cluster,
    pub(super) currency: Currency,
    pub(super) rates_month: String,
    pub(super) tolerance_percent: i64,
    pub(super) most_workshops: Option<i64>,
    pub(super) left_out: BTreeSet<ProductId>,
    pub(super) reckoned: Reckoned,
}

impl Ground {
    pub fn read(
        conn: &mut DbConnection,
        request: SourcingRequest,
        cluster: Cluster,
        today: Date,
    ) -> Result<Self> {
        let makers = clusters::confirmed_makers(conn, cluster.id)?;
        let makers: Vec<OrganisationId> = makers.into_iter().map(|maker| maker.id).collect();
        let promised = promised(conn, &makers, today)?;
        let held = matching::held(conn, &makers, today, promised)?;
        // The cluster writes to the buyer and sees to the delivery.
        let wish = matching::wish(conn, &request)?;
        let wish = Wish { languages: Vec::new(), incoterms: Vec::new(), ..wish };
        let circumstances = matching::circumstances(conn, today)?;
        let wanted = request.currency.filter(|currency| circumstances.rates.of(*currency).is_some());
        Ok(Self { request, cluster, held, wish, circumstances, currency: wanted.unwrap_or(Currency::EUR) })
    }

    pub fn products(&self) -> BTreeSet<ProductId> {
        self.held.products().collect()
    }

    pub fn market(&self) -> Market<'_> {
        Market {
            wish: self.wish.clone(),
            candidates: self.held.candidates(),
            circumstances: self.circumstances.clone(),
            currency: self.currency,
            left_out: BTreeSet::new(),
            without: BTreeSet::new(),
        }
    }
}

/// Shares that were asked for or confirmed and have no order yet: whoever splits another request counts them as promised.
fn promised(conn: &mut DbConnection, makers: &[OrganisationId], today: Date) -> Result<Vec<Promise>> {
    let promise = |share: super::Share| Promise {
        maker: share.maker_id,
        product: share.product_id,
        booking: Booking {
            quantity: share.pieces,
            starts_on: share.asked_at.map_or(today, |asked| asked.date()),
            ends_on: share.ready_on,
        },
    };
    Ok(store::standing_shares(conn, makers, today)?.into_iter().map(promise).collect())
}

/// All alternatives. This is work for seconds rather than milliseconds and needs no connection but to read.
pub fn reckon(
    conn: &mut DbConnection,
    by: &Member,
    id: crate::ids::RequestId,
    form: &SplitForm,
    today: Date,
) -> Result<Reckoning> {
    let cluster = reading::own_cluster(conn, by)?;
    let (request, _) = matching::readable_request(conn, by, id)?;
    may_split(conn, &request, &cluster, today)?;
    let ground = Ground::read(conn, request, cluster, today)?;
    let how = form.check(&ground.products())?;
    let (least, most) = tolerated(
        ground.request.quantity,
        ground.request.quantity_most.unwrap_or(ground.request.quantity),
        how.tolerance_percent,
    );
    let wanted =
        Wanted { quantity: ground.request.quantity, least, most, most_workshops: how.most_workshops };
    let market = Market { left_out: how.left_out.clone(), ..ground.market() };
    let reckoned = market.reckon(&wanted);
    Ok(Reckoning {
        currency: ground.currency,
        rates_month: market.circumstances.rates.month.clone(),
        tolerance_percent: how.tolerance_percent,
        most_workshops: how.most_workshops,
        left_out: how.left_out,
        reckoned,
        request: ground.request.clone(),
        cluster: ground.cluster.clone(),
    })
}

/// One split at a time: another one would count on the same hands.
fn may_split(
    conn: &mut DbConnection,
    request: &SourcingRequest,
    cluster: &Cluster,
    today: Date,
) -> Result<()> {
    if !request.is_open_on(today) {
        return Err(Error::refused("refusal-split-closed"));
    }
    if store::standing_split(conn, request.id, cluster.id)?.is_some() {
        return Err(Error::refused("refusal-split-standing"));
    }
    Ok(())
}

/// Stores the alternatives in place of those that nobody chose.
pub fn keep(tx: &mut Write<'_>, by: &Member, reckoning: &Reckoning) -> Result<Run> {
    by.confirm(tx)?;
    let request = matching::request(tx, reckoning.request.id)?;
    if request.version != reckoning.request.version {
        return Err(Error::Conflict);
    }
    let today = tx.today();
    may_split(tx, &request, &reckoning.cluster, today)?;
    store::delete_proposals(tx, request.id, reckoning.cluster.id)?;
    let run: SplitRunId = store::insert_run(tx, by, reckoning)?;
    for alternative in &reckoning.reckoned.alternatives {
        store::insert_split(tx, run, reckoning, alternative)?;
    }
    store::run(tx, run)
}
