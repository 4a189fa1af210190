//! An indicator of the logical framework, and its dated targets.

use diesel::prelude::*;

use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::schema::{indicator_targets, indicators};
use crate::ids::{IndicatorId, PersonId};
use crate::locale::Wording;
use crate::programme::Value;
use crate::programme::verifications::Subject;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Up,
    Down,
}

crate::text_enum!(Direction { Up => "up", Down => "down" });

/// How the values of parts make the value of the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aggregation {
    #[default]
    Sum,
    Last,
    Average,
    Ratio,
    DistinctCount,
}

crate::text_enum!(Aggregation {
    Sum => "sum",
    Last => "last",
    Average => "average",
    Ratio => "ratio",
    DistinctCount => "distinct-count",
});

/// What computes it. `None`: nothing in the house does yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Computed {
    #[default]
    None,
    ExportsEur,
    Deals,
    Agreements,
    Collections,
}

crate::text_enum!(Computed {
    None => "none",
    ExportsEur => "exports-eur",
    Deals => "deals",
    Agreements => "agreements",
    Collections => "collections",
});

impl Computed {
    /// The kind of record that it is computed from.
    pub fn subject(self) -> Option<Subject> {
        match self {
            Self::None => None,
            Self::ExportsEur | Self::Deals => Some(Subject::Deal),
            Self::Agreements => Some(Subject::Agreement),
            Self::Collections => Some(Subject::Collection),
        }
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = indicators)]
pub struct Indicator {
    pub id: IndicatorId,
    pub code: String,
    pub name: Json<Wording>,
    pub definition: Json<Wording>,
    pub unit: String,
    pub direction: Direction,
    pub aggregation: Aggregation,
    pub computed: Computed,
    pub baseline: String,
    pub baseline_on: Date,
    pub assumptions: Json<Wording>,
    pub position: i64,
    pub created_at: Time,
    pub version: i64,
}

impl Indicator {
    /// What was checked when it was stored is read back without a second look.
    pub fn baseline(&self) -> Value {
        Value::parse(&self.baseline).unwrap_or_default()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewIndicator {
    pub code: String,
    pub name: Wording,
    pub definition: Wording,
    pub unit: String,
    pub direction: Direction,
    pub aggregation: Aggregation,
    pub computed: Computed,
    pub baseline: String,
    pub baseline_on: Date,
    pub assumptions: Wording,
    pub position: i64,
}

/// Where a target comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TargetBasis {
    /// The result that the first programme reported is the yardstick.
    PublishedResult,
    #[default]
    Illustrative,
    /// An officer set it, with a reason.
    Decided,
}

crate::text_enum!(TargetBasis {
    PublishedResult => "published-result",
    Illustrative => "illustrative",
    Decided => "decided",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = indicator_targets)]
pub struct Target {
    pub id: i64,
    pub indicator_id: IndicatorId,
    pub due_on: Date,
    pub value: String,
    pub basis: TargetBasis,
    pub reason: Json<Wording>,
    pub set_by: Option<PersonId>,
    pub set_at: Time,
}

impl Target {
    pub fn value(&self) -> Value {
        Value::parse(&self.value).unwrap_or_default()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewTarget {
    pub due_on: Date,
    pub value: String,
    pub basis: TargetBasis,
    pub reason: Wording,
}

/// The targets that hold, by day: what was set last for a day replaces what was set before, which stays as history.
pub fn standing(all: &[Target]) -> Vec<Target> {
    let mut standing: Vec<Target> = Vec::new();
    for target in all {
        match standing.iter_mut().find(|known| known.due_on == target.due_on) {
            Some(known) if known.id < target.id => *known = target.clone(),
            Some(_) => {}
            None => standing.push(target.clone()),
        }
    }
    standing.sort_by_key(|target| target.due_on);
    standing
}

/// The target to look at today: the next one due, or the last if all are past.
pub fn next_due(standing: &[Target], today: Date) -> Option<&Target> {
    standing.iter().find(|target| target.due_on >= today).or(standing.last())
}
