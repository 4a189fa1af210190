//! Clusters, makers and memberships as programs read them.

use schemars::JsonSchema;
use serde::Serialize;

use super::store::MembershipRow;
use super::{Cluster, Membership, MembershipStanding, Sector, Workshop};
use crate::accounts::{Organisation, Standing};
use crate::clock::Time;
use crate::ids::{ClusterId, OrganisationId};
use crate::incoterm::Incoterm;
use crate::locale::Wording;

#[derive(Debug, Serialize, JsonSchema)]
pub struct ClusterView {
    pub id: ClusterId,
    pub slug: String,
    pub name: Wording,
    pub country: String,
    pub place: Wording,
    /// A key of `/api/v1/sectors`.
    pub sector: String,
    pub crafts: Vec<String>,
    pub summary: Wording,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    /// Makers that the cluster has confirmed and the programme approved; nobody else is counted.
    pub members: i64,
    pub created_at: Time,
    /// Send it back when editing.
    pub version: i64,
}

impl ClusterView {
    pub fn new(cluster: Cluster, members: i64) -> Self {
        Self {
            id: cluster.id,
            slug: cluster.slug,
            name: cluster.name.into_inner(),
            country: cluster.country,
            place: cluster.place.into_inner(),
            sector: cluster.sector,
            crafts: cluster.crafts.into_inner(),
            summary: cluster.summary.into_inner(),
            latitude: cluster.latitude,
            longitude: cluster.longitude,
            members,
            created_at: cluster.created_at,
            version: cluster.version,
        }
    }
}

/// A cluster as far as something else speaks of it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ClusterRef {
    pub slug: String,
    pub name: Wording,
}

impl From<Cluster> for ClusterRef {
    fn from(cluster: Cluster) -> Self {
        Self { slug: cluster.slug, name: cluster.name.into_inner() }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MakerView {
    pub id: OrganisationId,
    pub slug: String,
    pub name: String,
    pub name_ar: Option<String>,
    pub country: String,
    pub website: Option<String>,
    /// `approved`, unless it is one's own or one has to decide about it.
    pub standing: Standing,
    /// The clusters that have confirmed it.
    pub clusters: Vec<ClusterRef>,
    /// Null until the maker has written one.
    pub profile: Option<ProfileView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct ProfileView {
    pub place: Wording,
    pub crafts: Vec<String>,
    pub story: Wording,
    /// The year.
    pub founded: Option<i64>,
    pub people_count: Option<i64>,
    /// Pieces a week, over all products.
    pub weekly_capacity: Option<i64>,
    /// If not, an exporter of record stands in each deal.
    pub exports_itself: bool,
    /// The delivery rules that it serves where it exports itself; empty where it does not say.
    pub incoterms: Vec<Incoterm>,
    /// ISO 4217 code of its price list.
    pub currency: String,
    pub updated_at: Time,
    /// Send it back when editing.
    pub version: i64,
}

impl From<super::MakerProfile> for ProfileView {
    fn from(profile: super::MakerProfile) -> Self {
        Self {
            place: profile.place.into_inner(),
            crafts: profile.crafts.into_inner(),
            story: profile.story.into_inner(),
            founded: profile.founded,
            people_count: profile.people_count,
            weekly_capacity: profile.weekly_capacity,
            exports_itself: profile.exports_itself,
            incoterms: profile.incoterms.into_inner(),
            currency: profile.currency.to_string(),
            updated_at: profile.updated_at,
            version: profile.version,
        }
    }
}

impl From<Workshop> for MakerView {
    fn from(workshop: Workshop) -> Self {
        let organisation = workshop.organisation;
        Self {
            id: organisation.id,
            slug: organisation.slug,
            name: organisation.name,
            name_ar: organisation.name_ar,
            country: organisation.country,
            website: organisation.website,
            standing: organisation.standing,
            clusters: workshop.clusters.into_iter().map(ClusterRef::from).collect(),
            profile: workshop.profile.map(ProfileView::from),
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MembershipView {
    pub id: i64,
    pub cluster: ClusterRef,
    pub maker: MakerRef,
    pub standing: MembershipStanding,
    pub requested_at: Time,
    pub decided_at: Option<Time>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct MakerRef {
    pub id: OrganisationId,
    pub slug: String,
    pub name: String,
    pub country: String,
    pub standing: Standing,
    /// Empty until the maker has written a profile.
    pub crafts: Vec<String>,
}

impl MakerRef {
    fn new(maker: Organisation, crafts: Vec<String>) -> Self {
        Self {
            id: maker.id,
            slug: maker.slug,
            name: maker.name,
            country: maker.country,
            standing: maker.standing,
            crafts,
        }
    }
}

impl MembershipView {
    pub fn new((membership, maker, profile): MembershipRow, cluster: Cluster) -> Self {
        let crafts = profile.map(|profile| profile.crafts.into_inner()).unwrap_or_default();
        let Membership { id, standing, requested_at, decided_at, .. } = membership;
        Self {
            id,
            cluster: cluster.into(),
            maker: MakerRef::new(maker, crafts),
            standing,
            requested_at,
            decided_at,
        }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct SectorView {
    pub key: &'static str,
    /// Null for the four families.
    pub parent: Option<&'static str>,
    pub label: Wording,
}

impl From<&'static Sector> for SectorView {
    fn from(sector: &'static Sector) -> Self {
        Self { key: &sector.key, parent: sector.parent.as_deref(), label: sector.label.clone() }
    }
}
