//! Clusters, the makers who belong to them, and what the world reads about both.

pub mod api;
mod cards;
mod cluster;
mod editing;
mod joining;
mod letters;
mod membership;
mod pages;
mod profile;
mod queries;
mod sector;
mod seed;
mod store;
mod views;
mod workshop;

pub use cards::{CardPicture, ClusterCard, MakerCard, craft_labels};
pub use cluster::{Cluster, ClusterForm, NewCluster, Presentation, PresentationForm};
pub use editing::{create_cluster, edit_cluster, present_cluster, save_profile};
pub use joining::{ask_to_join, decide_membership, leave_cluster};
pub use membership::{Decision, DecisionForm, JoinForm, Membership, MembershipStanding};
pub use pages::{country_choices, craft_choices, sector_choices};
pub use profile::{MakerProfile, NewProfile, ProfileForm, customary_currency};
pub use queries::{ClusterQuery, MakerQuery};
pub use sector::{Sector, and_below, is_sector, sector_label, sectors};
pub use seed::seed_clusters;
pub use store::{
    ClusterFilter, MakerFilter, all_clusters, cluster, cluster_by_slug, cluster_of_organisation,
    clusters_listed, clusters_of_maker, confirmed_makers, count_members, count_requests, maker_countries,
    makers_listed, members_by_cluster, membership, memberships_listed, memberships_of_maker, profile,
};
pub use views::{ClusterRef, ClusterView, MakerView};
pub use workshop::{Workshop, workshop, workshops_listed};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}
