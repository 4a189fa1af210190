//! An initiative and the steps it goes through.

use diesel::prelude::*;

use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::schema::initiatives;
use crate::ids::{ClusterId, InitiativeId};
use crate::locale::Wording;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    #[default]
    Selection,
    Diagnosis,
    ActionPlan,
    Implementation,
    Monitoring,
}

crate::text_enum!(Phase {
    Selection => "selection",
    Diagnosis => "diagnosis",
    ActionPlan => "action-plan",
    Implementation => "implementation",
    Monitoring => "monitoring",
});

impl Phase {
    pub const ALL: [Self; 5] =
        [Self::Selection, Self::Diagnosis, Self::ActionPlan, Self::Implementation, Self::Monitoring];
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = initiatives)]
pub struct Initiative {
    pub id: InitiativeId,
    pub cluster_id: ClusterId,
    pub slug: String,
    pub title: Json<Wording>,
    pub summary: Json<Wording>,
    pub phase: Phase,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    /// No source gives the days; readers are told wherever the dates stand.
    pub dates_indicative: bool,
    /// The text tells how the method applies to the craft; it is no record of what was decided.
    pub text_illustrative: bool,
    pub created_at: Time,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewInitiative {
    pub cluster: ClusterId,
    pub slug: String,
    pub title: Wording,
    pub summary: Wording,
    pub phase: Phase,
    pub starts_on: Option<Date>,
    pub ends_on: Option<Date>,
    pub dates_indicative: bool,
    pub text_illustrative: bool,
}
