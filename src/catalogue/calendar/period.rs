//! Some days, and how many pieces are made in a week of them.

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::clock::Date;
use crate::db::schema::capacity_periods;
use crate::error::Result;
use crate::ids::{OrganisationId, PeriodId, ProductId};
use crate::input::{Fields, Raw};

const MOST_PIECES: i64 = 1_000_000;
const LONGEST_DAYS: i64 = 366;
const LONGEST_NOTE: usize = 200;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = capacity_periods)]
pub struct Period {
    pub id: PeriodId,
    pub maker_id: OrganisationId,
    /// None for the whole workshop.
    pub product_id: Option<ProductId>,
    pub starts_on: Date,
    /// The last day.
    pub ends_on: Date,
    /// Pieces in a week; none where it is closed.
    pub weekly: i64,
    pub note: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PeriodForm {
    /// One of the maker's own products; left out for the whole workshop.
    pub product: Raw,
    /// The first day, as `2026-08-01`.
    pub starts_on: Raw,
    /// The last day.
    pub ends_on: Raw,
    /// Pieces made in a week of these days: `0` where the workshop is closed.
    pub weekly: Raw,
    /// What it is: a harvest, a feast.
    pub note: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewPeriod {
    pub product: Option<ProductId>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub weekly: i64,
    pub note: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PeriodView {
    pub id: PeriodId,
    pub product: Option<ProductId>,
    pub starts_on: Date,
    pub ends_on: Date,
    pub weekly: i64,
    pub note: String,
}

impl From<Period> for PeriodView {
    fn from(period: Period) -> Self {
        Self {
            id: period.id,
            product: period.product_id,
            starts_on: period.starts_on,
            ends_on: period.ends_on,
            weekly: period.weekly,
            note: period.note,
        }
    }
}

impl PeriodForm {
    pub fn check(&self, today: Date) -> Result<NewPeriod> {
        let mut fields = Fields::new();
        let new = NewPeriod {
            product: fields.optional_whole("product", &self.product, 1..=i64::MAX).map(ProductId),
            starts_on: fields.date("starts_on", &self.starts_on),
            ends_on: fields.date("ends_on", &self.ends_on),
            weekly: fields.whole("weekly", &self.weekly, 0..=MOST_PIECES),
            note: fields.optional_text("note", &self.note, LONGEST_NOTE).unwrap_or_default(),
        };
        if fields.is_sound("starts_on") && fields.is_sound("ends_on") {
            if new.ends_on < new.starts_on {
                fields.problem("ends_on", "problem-tier-days");
            } else if new.ends_on < today {
                fields.problem("ends_on", "problem-period-past");
            } else if (new.ends_on - new.starts_on).num_days() >= LONGEST_DAYS {
                fields.problem("ends_on", "problem-period-long");
            }
        }
        fields.done(new)
    }
}

impl Period {
    pub(super) fn meets(&self, new: &NewPeriod) -> bool {
        self.starts_on <= new.ends_on && new.starts_on <= self.ends_on
    }

    pub fn is_closed(&self) -> bool {
        self.weekly == 0
    }
}
