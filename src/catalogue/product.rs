//! A product: what it is, what it costs, how it is made and how it is ordered.

use diesel::prelude::*;

use super::{NewProduct, Packing, Status, Tier};
use crate::accounts::Organisation;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::products;
use crate::error::Problems;
use crate::ids::{CollectionId, OrganisationId, ProductId};
use crate::locale::Wording;
use crate::money::{Currency, Money};

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = products)]
pub struct Product {
    pub id: ProductId,
    pub maker_id: OrganisationId,
    pub collection_id: Option<CollectionId>,
    pub slug: String,
    pub sku: Option<String>,
    pub title: Json<Wording>,
    pub description: Json<Wording>,
    /// A key of the crafts.
    pub craft: Option<String>,
    pub materials: Json<Vec<String>>,
    pub techniques: Json<Vec<String>>,
    /// Wholesale, for one piece.
    pub price_minor: Option<i64>,
    pub currency: Option<Currency>,
    /// The smallest order, in pieces.
    pub moq: Option<i64>,
    /// Pieces come in multiples of this: the case pack.
    pub order_multiple: Option<i64>,
    pub lead_time_days: Option<i64>,
    /// Pieces of this product that can be made in a week.
    pub weekly_capacity: Option<i64>,
    /// 6 to 13 digits.
    pub hs_code: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub origin: Option<String>,
    pub weight_grams: Option<i64>,
    pub status: Status,
    pub created_at: Time,
    pub updated_at: Time,
    pub published_at: Option<Time>,
    pub withdrawn_at: Option<Time>,
    /// What an import last brought, so that it can skip what has not changed.
    pub content_hash: Option<String>,
    pub version: i64,
    /// The price list beyond the plain price.
    pub tiers: Json<Vec<Tier>>,
    pub sample_price_minor: Option<i64>,
    pub sample_currency: Option<Currency>,
    /// Countries whose buyers see it; everybody does where there are none.
    pub only_in: Json<Vec<String>>,
    /// Countries whose buyers do not see it.
    pub except_in: Json<Vec<String>>,
    pub packing: Json<Packing>,
}

/// Which product it is, whose, and in which collection: all that agreements and the matcher ask of where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProductPlace {
    pub id: ProductId,
    pub maker_id: OrganisationId,
    pub collection_id: Option<CollectionId>,
}

impl ProductPlace {
    /// Does it lie in one of these collections? No collection at all means every product.
    pub fn is_in_any(&self, collections: &[CollectionId]) -> bool {
        collections.is_empty() || self.collection_id.is_some_and(|own| collections.contains(&own))
    }
}

impl Product {
    pub fn place(&self) -> ProductPlace {
        ProductPlace { id: self.id, maker_id: self.maker_id, collection_id: self.collection_id }
    }

    /// Does it lie in one of these collections? No collection at all means every product.
    pub fn is_in_any(&self, collections: &[CollectionId]) -> bool {
        self.place().is_in_any(collections)
    }

    pub fn price(&self) -> Option<Money> {
        Some(Money::new(self.price_minor?, self.currency?))
    }

    /// What a sample costs, perhaps nothing; none where there are no samples.
    pub fn sample(&self) -> Option<Money> {
        Some(Money::new(self.sample_price_minor?, self.sample_currency?))
    }

    /// May the world see it? A maker who lost the approval is off the shelf with everything they made.
    pub fn is_public(&self, maker: &Organisation) -> bool {
        self.status == Status::Published && maker.is_approved()
    }

    /// What still lacks before it can be published.
    pub fn missing(&self) -> Problems {
        NewProduct::from(self).missing()
    }
}

#[cfg(test)]
pub(in crate::catalogue) mod tests {
    use super::*;

    /// A product of which nothing is said.
    pub fn product() -> Product {
        Product {
            id: ProductId(1),
            maker_id: OrganisationId(1),
            collection_id: None,
            slug: "blue-bowl".to_owned(),
            sku: None,
            title: Json::default(),
            description: Json::default(),
            craft: None,
            materials: Json::default(),
            techniques: Json::default(),
            price_minor: None,
            currency: None,
            moq: None,
            order_multiple: None,
            lead_time_days: None,
            weekly_capacity: None,
            hs_code: None,
            origin: None,
            weight_grams: None,
            status: Status::Draft,
            created_at: Time::from_micros(0),
            updated_at: Time::from_micros(0),
            published_at: None,
            withdrawn_at: None,
            content_hash: None,
            version: 1,
            tiers: Json::default(),
            sample_price_minor: None,
            sample_currency: None,
            only_in: Json::default(),
            except_in: Json::default(),
            packing: Json::default(),
        }
    }
}
