//! A picture of a product or a collection: re-encoded, in two sizes.

use diesel::prelude::*;

use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::pictures;
use crate::ids::{CollectionId, OrganisationId, PictureId, ProductId};
use crate::locale::Wording;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = pictures)]
pub struct Picture {
    pub id: PictureId,
    pub product_id: Option<ProductId>,
    pub collection_id: Option<CollectionId>,
    pub maker_id: OrganisationId,
    /// The order in which they are shown; the first is the cover.
    pub rank: i64,
    pub large_key: String,
    pub small_key: String,
    pub width: i64,
    pub height: i64,
    pub caption: Json<Wording>,
    pub created_at: Time,
}

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    Product(ProductId),
    Collection(CollectionId),
}

impl Subject {
    /// Where it lies on its maker's bench.
    pub fn bench(self) -> String {
        match self {
            Self::Product(id) => format!("/workshop/products/{id}"),
            Self::Collection(id) => format!("/workshop/collections/{id}"),
        }
    }
}

impl Picture {
    pub fn subject(&self) -> Option<Subject> {
        self.product_id.map(Subject::Product).or(self.collection_id.map(Subject::Collection))
    }

    /// Where the world finds the large one.
    pub fn large_address(&self) -> String {
        address(&self.large_key)
    }

    pub fn small_address(&self) -> String {
        address(&self.small_key)
    }

    /// Width and height of the small one, so that a page does not jump while it loads.
    pub fn small_size(&self) -> (i64, i64) {
        let longest = self.width.max(self.height).max(1);
        if longest <= SMALL_SIDE {
            return (self.width, self.height);
        }
        ((self.width * SMALL_SIDE / longest).max(1), (self.height * SMALL_SIDE / longest).max(1))
    }
}

/// Longest side of the small size.
const SMALL_SIDE: i64 = 480;

/// A file's key is `ab/abc….jpg`, and so is the end of its address.
pub(super) fn address(key: &str) -> String {
    format!("/pictures/{key}")
}

/// The key behind the two parts of an address; nothing for parts that we never gave out.
pub(super) fn key_of(folder: &str, name: &str) -> Option<String> {
    let hash = name.split('.').next()?;
    let ours = hash.len() == 64 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    (ours && hash.starts_with(folder) && folder.len() == 2).then(|| format!("{folder}/{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_back_to_its_file() {
        let name = format!("ab{}.jpg", "0".repeat(62));
        assert_eq!(address(&key_of("ab", &name).unwrap()), format!("/pictures/ab/{name}"));
        assert_eq!(key_of("cd", &name), None);
        assert_eq!(key_of("..", "..secret"), None);
    }
}
