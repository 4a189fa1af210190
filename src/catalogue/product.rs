//! A product: what it is, what it costs, how it is made and how it is ordered.

use diesel::prelude::*;

use super::{NewProduct, Status};
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
}

impl Product {
    pub fn price(&self) -> Option<Money> {
        Some(Money::new(self.price_minor?, self.currency?))
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
