//! Clusters, the makers who belong to them, and what the world reads about both.

mod cluster;
mod profile;
mod store;

pub use cluster::{Cluster, Membership, MembershipStanding};
pub use profile::MakerProfile;
pub use store::{cluster, cluster_by_slug, clusters_of_maker, confirmed_makers, membership, profile};

use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
