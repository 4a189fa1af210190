//! A split: which workshop makes how much of a request, and what each says to its share.

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::schema::{split_runs, split_shares, splits};
use crate::ids::{ClusterId, OrganisationId, PersonId, ProductId, RequestId, ShareId, SplitId, SplitRunId};
use crate::money::{Currency, Money};

/// What an alternative is best at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aim {
    Cheapest,
    Fewest,
    Soonest,
    /// Not all that is wanted, but the most that can be made by the day.
    Most,
}

crate::text_enum!(Aim {
    Cheapest => "cheapest",
    Fewest => "fewest",
    Soonest => "soonest",
    Most => "most",
});

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SplitStatus {
    /// One of the alternatives.
    Proposed,
    /// Chosen; its workshops are asked.
    Asked,
    Confirmed,
    /// The buyer has accepted the cluster's quote.
    Accepted,
    Withdrawn,
}

crate::text_enum!(SplitStatus {
    Proposed => "proposed",
    Asked => "asked",
    Confirmed => "confirmed",
    Accepted => "accepted",
    Withdrawn => "withdrawn",
});

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareStanding {
    Proposed,
    Asked,
    Confirmed,
    /// The buyer has accepted the cluster's quote: it will be made.
    Accepted,
    Declined,
    /// The split was withdrawn.
    Released,
}

crate::text_enum!(ShareStanding {
    Proposed => "proposed",
    Asked => "asked",
    Confirmed => "confirmed",
    Accepted => "accepted",
    Declined => "declined",
    Released => "released",
});

/// Why a workshop does not take its share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reason {
    #[default]
    Capacity,
    Day,
    Price,
    Material,
    Other,
}

crate::text_enum!(Reason {
    Capacity => "capacity",
    Day => "day",
    Price => "price",
    Material => "material",
    Other => "other",
});

/// Why a product has no part in any split, though it is what is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The agent left it out.
    LeftOut,
    /// Nobody says how many can be made, so none can be counted on.
    CapacityUnknown,
    /// Not even its smallest order can be made by the day.
    Capacity,
    LeadTime,
    Exclusivity,
    Destination,
    /// Too far above the target.
    Price,
    PriceUnknown,
    /// One that is asked for is not valid on the day.
    Certificate,
    /// Something else that the matcher asks for.
    Unfit,
}

crate::text_enum!(Cause {
    LeftOut => "left-out",
    CapacityUnknown => "capacity-unknown",
    Capacity => "capacity",
    LeadTime => "lead-time",
    Exclusivity => "exclusivity",
    Destination => "destination",
    Price => "price",
    PriceUnknown => "price-unknown",
    Certificate => "certificate",
    Unfit => "unfit",
});

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Aside {
    pub product: ProductId,
    pub maker: OrganisationId,
    pub cause: Cause,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = split_runs)]
pub struct Run {
    pub id: SplitRunId,
    pub request_id: RequestId,
    pub request_version: i64,
    pub cluster_id: ClusterId,
    /// As the request had it.
    pub quantity: i64,
    pub quantity_most: i64,
    pub needed_by: Date,
    pub tolerance_percent: i64,
    pub most_workshops: Option<i64>,
    pub left_out: Json<Vec<ProductId>>,
    /// Pieces that can be made by the day, no more than were asked for.
    pub possible: i64,
    /// The first day by which all can be made, where that is later.
    pub all_by: Option<Date>,
    pub currency: Currency,
    pub rates_month: String,
    pub per_workshop_minor: i64,
    pub aside: Json<Vec<Aside>>,
    pub created_at: Time,
}

impl Run {
    /// The fewest and the most pieces that the buyer takes.
    pub fn range(&self) -> (i64, i64) {
        tolerated(self.quantity, self.quantity_most, self.tolerance_percent)
    }
}

/// Never wider than the tolerance: pieces are whole.
pub fn tolerated(least: i64, most: i64, percent: i64) -> (i64, i64) {
    ((least - least * percent / 100).max(1), most + most * percent / 100)
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = splits)]
pub struct Split {
    pub id: SplitId,
    pub run_id: SplitRunId,
    pub request_id: RequestId,
    pub cluster_id: ClusterId,
    pub aims: Json<Vec<Aim>>,
    pub status: SplitStatus,
    pub pieces: i64,
    pub goods_minor: i64,
    pub cost_minor: i64,
    /// No split for the same aim costs less.
    pub bound_minor: i64,
    pub ready_on: Date,
    pub exporter_id: Option<OrganisationId>,
    pub chosen_at: Option<Time>,
    pub confirmed_at: Option<Time>,
    pub withdrawn_at: Option<Time>,
    pub version: i64,
}

impl Split {
    pub fn is_standing(&self) -> bool {
        matches!(self.status, SplitStatus::Asked | SplitStatus::Confirmed)
    }

    pub fn is_optimal(&self) -> bool {
        self.cost_minor <= self.bound_minor
    }

    /// By how many percent it may cost more than the best.
    pub fn gap_percent(&self) -> f64 {
        let over = (self.cost_minor - self.bound_minor).max(0) as f64;
        (over * 10_000.0 / self.cost_minor.max(1) as f64).round() / 100.0
    }

    /// The pieces without which it is not confirmed.
    pub fn needed(&self, run: &Run) -> i64 {
        run.range().0.min(self.pieces)
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = split_shares)]
pub struct Share {
    pub id: ShareId,
    pub split_id: SplitId,
    pub maker_id: OrganisationId,
    pub product_id: ProductId,
    pub pieces: i64,
    /// For one piece.
    pub price_minor: i64,
    pub currency: Currency,
    pub ready_on: Date,
    pub standing: ShareStanding,
    pub asked_at: Option<Time>,
    pub answered_at: Option<Time>,
    pub answered_by: Option<PersonId>,
    pub reason: Option<Reason>,
    pub note: String,
}

impl Share {
    pub fn price(&self) -> Money {
        Money::new(self.price_minor, self.currency)
    }

    pub fn total(&self) -> Option<Money> {
        self.price().times(self.pieces)
    }

    /// Does its workshop still have a part in the split?
    pub fn is_standing(&self) -> bool {
        matches!(self.standing, ShareStanding::Asked | ShareStanding::Confirmed | ShareStanding::Accepted)
    }
}

/// A share that is reckoned and not yet stored.
#[derive(Clone, Debug, PartialEq)]
pub struct NewShare {
    pub maker: OrganisationId,
    pub product: ProductId,
    pub pieces: i64,
    pub price: Money,
    pub ready_on: Date,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tolerance_is_never_stretched() {
        assert_eq!(tolerated(3000, 3000, 0), (3000, 3000));
        assert_eq!(tolerated(3000, 4000, 5), (2850, 4200));
        assert_eq!(tolerated(99, 99, 5), (95, 103));
        assert_eq!(tolerated(1, 1, 20), (1, 1));
    }
}
