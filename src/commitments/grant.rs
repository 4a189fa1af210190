//! Exclusivity granted: one maker's products, or one collection, to one buyer, in one country and channel, for a time.

use diesel::prelude::*;

use super::Channel;
use crate::clock::{Date, Time};
use crate::db::schema::exclusivity_grants;
use crate::ids::{AgreementId, CollectionId, OrganisationId};

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = exclusivity_grants)]
pub struct Grant {
    pub id: i64,
    pub agreement_id: AgreementId,
    pub maker_id: OrganisationId,
    pub buyer_id: OrganisationId,
    /// None: everything the maker offers.
    pub collection_id: Option<CollectionId>,
    pub country: String,
    pub channel: Channel,
    pub starts_on: Date,
    /// The last day of it.
    pub ends_on: Date,
    pub released_at: Option<Time>,
}

/// What somebody would like to grant or to use.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub maker: OrganisationId,
    /// Empty: everything the maker offers.
    pub collections: Vec<CollectionId>,
    pub countries: Vec<String>,
    pub channel: Channel,
    pub starts_on: Date,
    pub ends_on: Date,
}

impl Grant {
    /// Do the two overlap in product, territory, channel and period, so that both cannot be exclusive?
    pub fn stands_in_the_way_of(&self, claim: &Claim) -> bool {
        let product = match self.collection_id {
            None => true,
            Some(collection) => claim.collections.is_empty() || claim.collections.contains(&collection),
        };
        self.released_at.is_none()
            && self.maker_id == claim.maker
            && product
            && claim.countries.contains(&self.country)
            && self.channel == claim.channel
            && self.starts_on <= claim.ends_on
            && claim.starts_on <= self.ends_on
    }
}
