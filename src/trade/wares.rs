//! What a form can offer or order: products with the variants that they come in.

use super::quantity;
use crate::catalogue::{self, AgreedPrice, Ask, Conditions, Product, Variant};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{ProductId, VariantId};
use crate::money::Money;

/// A product with the variants that are offered, on the terms of this buyer.
#[derive(Clone, Debug)]
pub(super) struct Ware {
    pub product: Product,
    pub variants: Vec<Variant>,
    agreed: Option<AgreedPrice>,
}

/// Where the goods are to be sold, and today: both decide which row of a price list counts.
#[derive(Clone, Debug)]
pub(super) struct Market {
    pub country: String,
    pub today: Date,
}

pub(super) fn wares(
    conn: &mut DbConnection,
    products: Vec<Product>,
    conditions: &Conditions,
) -> Result<Vec<Ware>> {
    let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
    let mut variants = catalogue::variants_of_products(conn, &ids)?;
    let ware = |product: Product| {
        let (variants, agreed) = (variants.remove(&product.id).unwrap_or_default(), conditions.on(&product));
        Ware { variants, agreed: agreed.price, product: agreed.apply(product) }
    };
    Ok(products.into_iter().map(ware).collect())
}

impl Ware {
    /// What can be named in a line of its own: each variant, or the product where it has none.
    pub fn choices(&self) -> Vec<Option<&Variant>> {
        match self.variants.is_empty() {
            true => vec![None],
            false => self.variants.iter().map(Some).collect(),
        }
    }

    pub fn variant(&self, id: Option<VariantId>) -> Option<&Variant> {
        self.variants.iter().find(|variant| Some(variant.id) == id)
    }

    /// What one piece costs there at the quantity that comes nearest to a wish.
    pub fn price(&self, variant: Option<&Variant>, wish: Option<i64>, market: &Market) -> Option<Money> {
        let Product { moq, order_multiple, .. } = self.product;
        let quantity = quantity::suggestion(wish.unwrap_or(1), moq, order_multiple);
        let country = Some(market.country.as_str());
        let ask = Ask {
            quantity,
            country,
            on: market.today,
            within_days: None,
            currency: None,
            agreed: self.agreed,
        };
        self.product.offer(variant, &ask).map(|offer| offer.price)
    }
}
