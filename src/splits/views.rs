//! Splits and shares as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use super::reading::{Board, OwnShare, Whole};
use super::split::{Aim, Aside, Reason, Run, Share, ShareStanding, SplitStatus};
use crate::accounts::Organisation;
use crate::catalogue::Product;
use crate::clock::{Date, Time};
use crate::ids::{ClusterId, OrganisationId, ProductId, RequestId, ShareId, SplitId, SplitRunId};
use crate::input::RawMoney;
use crate::locale::Wording;
use crate::money::Money;

/// How a cluster can split a request: what it looked for, what stands, and the alternatives, the cheapest first.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SplitsView {
    pub request: RequestId,
    /// The latest look; none if nobody has looked yet.
    pub run: Option<RunView>,
    /// The split whose workshops are asked or have confirmed.
    pub standing: Option<SplitView>,
    pub alternatives: Vec<SplitView>,
    /// Splits that were withdrawn, or ended with their request, the newest first.
    pub past: Vec<SplitView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct RunView {
    pub id: SplitRunId,
    pub quantity: i64,
    /// The largest that will do; the same where there is no range.
    pub quantity_most: i64,
    pub needed_by: Date,
    pub tolerance_percent: i64,
    pub most_workshops: Option<i64>,
    pub left_out: Vec<ProductId>,
    /// Pieces that can be made by the day, no more than were asked for.
    pub possible: i64,
    /// Where not all can be made by the day: the first one by which they can, within a year of it.
    pub all_by: Option<Date>,
    /// What is least in each alternative besides its aim: the price of all pieces, and this for each workshop.
    pub per_workshop: RawMoney,
    /// ISO 4217; everything is compared in it.
    pub currency: String,
    /// The month of the exchange rates.
    pub rates_month: String,
    /// Products that are what is looked for and have no part, with the reason.
    pub aside: Vec<Aside>,
    pub created_at: Time,
}

impl From<&Run> for RunView {
    fn from(run: &Run) -> Self {
        Self {
            id: run.id,
            quantity: run.quantity,
            quantity_most: run.quantity_most,
            needed_by: run.needed_by,
            tolerance_percent: run.tolerance_percent,
            most_workshops: run.most_workshops,
            left_out: run.left_out.to_vec(),
            possible: run.possible,
            all_by: run.all_by,
            per_workshop: Money::new(run.per_workshop_minor, run.currency).into(),
            currency: run.currency.to_string(),
            rates_month: run.rates_month.clone(),
            aside: run.aside.to_vec(),
            created_at: run.created_at,
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SplitView {
    pub id: SplitId,
    pub request: RequestId,
    pub cluster: ClusterId,
    pub aims: Vec<Aim>,
    pub status: SplitStatus,
    pub pieces: i64,
    pub workshops: usize,
    /// All pieces, in one currency.
    pub goods: RawMoney,
    /// The goods, and what each workshop costs the cluster.
    pub cost: RawMoney,
    /// It is proved that no split for the same aim costs less than this.
    pub bound: RawMoney,
    /// Does it cost no more than that bound?
    pub optimal: bool,
    /// By how many percent it may cost more than the best.
    pub gap_percent: f64,
    pub ready_on: Date,
    /// The exporter of record, once it is chosen.
    pub exporter: Option<OrganisationId>,
    pub shares: Vec<ShareView>,
    pub chosen_at: Option<Time>,
    pub confirmed_at: Option<Time>,
    pub version: i64,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ShareView {
    pub id: ShareId,
    pub maker: OrganisationId,
    /// Left out where it is the reader's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maker_name: Option<String>,
    pub product: ProductId,
    pub product_slug: String,
    pub product_title: Wording,
    pub pieces: i64,
    /// For one piece.
    pub unit_price: RawMoney,
    pub ready_on: Date,
    pub standing: ShareStanding,
    pub reason: Option<Reason>,
    pub note: String,
    pub answered_at: Option<Time>,
}

impl ShareView {
    fn new(share: &Share, product: &Product, maker_name: Option<&str>) -> Self {
        Self {
            id: share.id,
            maker: share.maker_id,
            maker_name: maker_name.map(str::to_owned),
            product: product.id,
            product_slug: product.slug.clone(),
            product_title: (*product.title).clone(),
            pieces: share.pieces,
            unit_price: share.price().into(),
            ready_on: share.ready_on,
            standing: share.standing,
            reason: share.reason,
            note: share.note.clone(),
            answered_at: share.answered_at,
        }
    }
}

impl From<&Whole> for SplitView {
    fn from(whole: &Whole) -> Self {
        let (split, money) = (&whole.split, |minor| Money::new(minor, whole.run.currency).into());
        let share = |(share, product, maker): &(Share, Product, Organisation)| {
            ShareView::new(share, product, Some(&maker.name))
        };
        Self {
            id: split.id,
            request: split.request_id,
            cluster: split.cluster_id,
            aims: split.aims.to_vec(),
            status: split.status,
            pieces: split.pieces,
            workshops: whole
                .shares
                .iter()
                .filter(|(share, ..)| share.standing != ShareStanding::Declined)
                .count(),
            goods: money(split.goods_minor),
            cost: money(split.cost_minor),
            bound: money(split.bound_minor),
            optimal: split.is_optimal(),
            gap_percent: split.gap_percent(),
            ready_on: split.ready_on,
            exporter: split.exporter_id,
            shares: whole.shares.iter().map(share).collect(),
            chosen_at: split.chosen_at,
            confirmed_at: split.confirmed_at,
            version: split.version,
        }
    }
}

impl From<&Board> for SplitsView {
    fn from(board: &Board) -> Self {
        Self {
            request: board.request.id,
            run: board.run.as_ref().map(RunView::from),
            standing: board.standing.as_ref().map(SplitView::from),
            alternatives: board.proposed.iter().map(SplitView::from).collect(),
            past: board.past.iter().map(SplitView::from).collect(),
        }
    }
}

/// A share as its workshop sees it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OwnShareView {
    #[serde(flatten)]
    pub share: ShareView,
    pub request: RequestId,
    pub request_title: String,
    pub destination: String,
    pub needed_by: Date,
    pub cluster: ClusterId,
    pub cluster_name: Wording,
    pub asked_at: Option<Time>,
}

impl From<&OwnShare> for OwnShareView {
    fn from(own: &OwnShare) -> Self {
        Self {
            share: ShareView::new(&own.share, &own.product, None),
            request: own.request.id,
            request_title: own.request.title.clone(),
            destination: own.request.destination.clone(),
            needed_by: own.request.needed_by,
            cluster: own.cluster.id,
            cluster_name: (*own.cluster.name).clone(),
            asked_at: own.share.asked_at,
        }
    }
}
