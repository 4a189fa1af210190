//! Which documents a fact touches.

use std::collections::BTreeSet;

use crate::catalogue;
use crate::commitments;
use crate::db::DbConnection;
use crate::error::Result;
use crate::events::Event;
use crate::ids::{ClusterId, CollectionId, OrganisationId, ProductId};

/// A thing that has a document, or had one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Product(ProductId),
    Collection(CollectionId),
    Maker(OrganisationId),
    Cluster(ClusterId),
}

impl Thing {
    /// The name of its document.
    pub(super) fn key(self) -> String {
        match self {
            Self::Product(id) => format!("product:{id}"),
            Self::Collection(id) => format!("collection:{id}"),
            Self::Maker(id) => format!("maker:{id}"),
            Self::Cluster(id) => format!("cluster:{id}"),
        }
    }

    /// The reverse of [`Thing::key`].
    pub(super) fn parse(key: &str) -> Option<Self> {
        let (kind, id) = key.split_once(':')?;
        match kind {
            "product" => id.parse().ok().map(Self::Product),
            "collection" => id.parse().ok().map(Self::Collection),
            "maker" => id.parse().ok().map(Self::Maker),
            "cluster" => id.parse().ok().map(Self::Cluster),
            _ => None,
        }
    }
}

pub(super) fn touched(conn: &mut DbConnection, event: Event) -> Result<BTreeSet<Thing>> {
    let mut things = BTreeSet::new();
    match event {
        Event::ProductChanged { product }
        | Event::ProductPublished { product }
        | Event::ProductWithdrawn { product } => {
            things.insert(Thing::Product(product));
        }
        Event::CertificateChanged { certificate } | Event::CertificateDecided { certificate } => {
            let products = match catalogue::certificate_reach(conn, certificate)? {
                catalogue::Reach::All(maker) => catalogue::product_ids_of(conn, maker)?,
                catalogue::Reach::Some(products) => products.into_iter().collect(),
            };
            things.extend(products.into_iter().map(Thing::Product));
        }
        Event::CollectionChanged { collection }
        | Event::CollectionPublished { collection }
        | Event::CollectionWithdrawn { collection } => {
            things.insert(Thing::Collection(collection));
        }
        Event::ClusterChanged { cluster } => {
            things.insert(Thing::Cluster(cluster));
        }
        // The maker's name, place, clusters and standing stand in all that it offers.
        Event::MembershipDecided { cluster, maker } => {
            things.insert(Thing::Cluster(cluster));
            things.extend(all_of(conn, maker)?);
        }
        Event::MakerProfileChanged { maker } | Event::ArtisansChanged { maker } => {
            things.extend(all_of(conn, maker)?);
        }
        // Exclusivity was granted or released: it can be asked for in a search.
        Event::AgreementSigned { agreement, .. } | Event::AgreementEnded { agreement } => {
            if let Some(maker) = commitments::maker_of_agreement(conn, agreement)? {
                things.extend(all_of(conn, maker)?);
            }
        }
        Event::StandingDecided { organisation } | Event::OrganisationChanged { organisation } => {
            things.extend(all_of(conn, organisation)?);
        }
        _ => {}
    }
    Ok(things)
}

/// Everything that is found under an organisation's name.
fn all_of(conn: &mut DbConnection, organisation: OrganisationId) -> Result<BTreeSet<Thing>> {
    let mut things = BTreeSet::from([Thing::Maker(organisation)]);
    things.extend(catalogue::product_ids_of(conn, organisation)?.into_iter().map(Thing::Product));
    things.extend(catalogue::collection_ids_of(conn, organisation)?.into_iter().map(Thing::Collection));
    if let Some(cluster) = crate::clusters::cluster_of_organisation(conn, organisation)? {
        things.insert(Thing::Cluster(cluster.id));
    }
    Ok(things)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_known_by_its_documents_name() {
        for thing in [
            Thing::Product(ProductId(1)),
            Thing::Collection(CollectionId(2)),
            Thing::Maker(OrganisationId(3)),
            Thing::Cluster(ClusterId(4)),
        ] {
            assert_eq!(Thing::parse(&thing.key()), Some(thing));
        }
        assert_eq!(Thing::parse("request:1"), None);
    }
}
