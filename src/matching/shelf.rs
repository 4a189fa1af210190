//! What products are to the matcher, kept from one look to the next: each at the version that was read, so that only what
//! is new or has changed is read again. Reading the words of a product costs more than all else about it.

use std::collections::HashMap;
use std::sync::Arc;

use super::words::WordSet;
use crate::catalogue::{Product, ProductPlace, Tier};
use crate::ids::ProductId;
use crate::money::Money;

/// What the matcher asks of a product.
#[derive(Clone, Debug, PartialEq)]
pub struct Ware {
    pub place: ProductPlace,
    version: i64,
    pub craft: Option<String>,
    pub materials: Vec<String>,
    /// Of its texts, and the names of what it is made of.
    pub words: Arc<WordSet>,
    pub price: Option<Money>,
    pub tiers: Vec<Tier>,
    pub moq: Option<i64>,
    pub order_multiple: Option<i64>,
    pub lead_time_days: Option<i64>,
    pub weekly_capacity: Option<i64>,
    /// Can a sample be had?
    pub sample: bool,
    /// Countries whose buyers see it; everybody does where there are none.
    pub only_in: Vec<String>,
    /// Countries whose buyers do not see it.
    pub except_in: Vec<String>,
    /// Of what a buyer likes to know before asking, how much is said; a picture would be one thing more.
    pub told: usize,
}

/// Things that a buyer likes to know before asking, the picture among them.
pub const WORTH_TELLING: usize = 7;

impl From<Product> for Ware {
    fn from(product: Product) -> Self {
        let told = [
            !product.description.is_empty(),
            product.title.iter().count() > 1,
            !product.techniques.is_empty(),
            product.lead_time_days.is_some() && product.weekly_capacity.is_some(),
            product.weight_grams.is_some(),
            product.hs_code.is_some(),
        ];
        Self {
            place: product.place(),
            version: product.version,
            words: Arc::new(words(&product)),
            told: told.iter().filter(|told| **told).count(),
            price: product.price(),
            sample: product.sample().is_some(),
            craft: product.craft,
            materials: product.materials.into_inner(),
            tiers: product.tiers.into_inner(),
            moq: product.moq,
            order_multiple: product.order_multiple,
            lead_time_days: product.lead_time_days,
            weekly_capacity: product.weekly_capacity,
            only_in: product.only_in.into_inner(),
            except_in: product.except_in.into_inner(),
        }
    }
}

fn words(product: &Product) -> WordSet {
    let mut words = WordSet::default();
    words.add_wording(&product.title);
    words.add_wording(&product.description);
    for key in product.craft.iter().chain(product.materials.iter()).chain(product.techniques.iter()) {
        words.add_key(key);
    }
    words.closed()
}

/// At less than a kilobyte each this is what a small machine can spare; with more of them it begins anew.
const MOST: usize = 120_000;

#[derive(Clone, Debug, Default)]
pub struct Shelf(HashMap<ProductId, Arc<Ware>>);

impl Shelf {
    /// A product as it is at a version, if it was read then.
    pub fn at(&self, id: ProductId, version: i64) -> Option<&Arc<Ware>> {
        self.0.get(&id).filter(|ware| ware.version == version)
    }

    pub fn put(&mut self, product: Product) -> Arc<Ware> {
        if self.0.len() >= MOST {
            self.0.clear();
        }
        let (id, ware) = (product.id, Arc::new(Ware::from(product)));
        self.0.insert(id, Arc::clone(&ware));
        ware
    }
}
