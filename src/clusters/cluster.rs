//! A cluster: makers of one craft in one place, and who belongs to it.

use diesel::prelude::*;

use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{cluster_memberships, clusters};
use crate::ids::{ClusterId, OrganisationId, PersonId};
use crate::locale::Wording;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = clusters)]
pub struct Cluster {
    pub id: ClusterId,
    pub organisation_id: OrganisationId,
    pub slug: String,
    pub name: Json<Wording>,
    pub country: String,
    pub place: Json<Wording>,
    /// A key of the sectors.
    pub sector: String,
    /// Keys of the crafts.
    pub crafts: Json<Vec<String>>,
    pub summary: Json<Wording>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub created_at: Time,
    pub version: i64,
}

/// Where a maker stands with a cluster. Only what the cluster confirmed moves its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MembershipStanding {
    #[default]
    Requested,
    Confirmed,
    Refused,
    Left,
}

crate::text_enum!(MembershipStanding {
    Requested => "requested",
    Confirmed => "confirmed",
    Refused => "refused",
    Left => "left",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = cluster_memberships)]
pub struct Membership {
    pub id: i64,
    pub cluster_id: ClusterId,
    pub maker_id: OrganisationId,
    pub standing: MembershipStanding,
    pub requested_at: Time,
    pub decided_at: Option<Time>,
    pub decided_by: Option<PersonId>,
}
