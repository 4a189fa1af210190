//! What products are to the matcher, kept from one look to the next: each at the version that was read, so that only what
//! is new or has changed is read again. Reading the words of a product costs more than all else about it.

use std::collections::HashMap;
use std::sync::Arc;

use super::words::WordSet;
use crate::catalogue::Product;
use crate::columns::Json;
use crate::ids::ProductId;

/// A product without its texts; what they say to the matcher stands beside.
#[derive(Clone, Debug, PartialEq)]
pub struct Ware {
    pub product: Product,
    pub words: Arc<WordSet>,
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
            words: Arc::new(words(&product)),
            told: told.iter().filter(|told| **told).count(),
            product: Product {
                title: Json::default(),
                description: Json::default(),
                packing: Json::default(),
                slug: String::new(),
                ..product
            },
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
    words
}

/// At some two kilobytes each this is what a small machine can spare; with more of them it begins anew.
const MOST: usize = 60_000;

#[derive(Clone, Debug, Default)]
pub struct Shelf(HashMap<ProductId, Arc<Ware>>);

impl Shelf {
    /// A product as it is at a version, if it was read then.
    pub fn at(&self, id: ProductId, version: i64) -> Option<&Arc<Ware>> {
        self.0.get(&id).filter(|ware| ware.product.version == version)
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
