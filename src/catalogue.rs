//! What makers offer: collections and products, from draft to published to withdrawn, with their pictures.

mod collection;
mod ids;
mod picture;
mod product;
mod status;
mod store;

pub use collection::Collection;
pub use ids::{
    collection_ids_of, cover_of_collection, product_ids_of, published_collection_ids, published_product_ids,
};
pub use picture::Picture;
pub use product::Product;
pub use status::Status;
pub use store::{
    collection, collection_by_slug, pictures_of_collection, pictures_of_product, product, product_by_slug,
    products_of_collection, published_products_of_maker,
};

pub use crate::vocabulary;
use crate::web::Route;

pub fn routes() -> Vec<Route> {
    Vec::new()
}
