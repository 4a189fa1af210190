//! Products and collections as they stand in lists: with their maker, their cover, and as a card.

use super::store;
use super::{Audience, Collection, Picture, Product, Status, Subject};
use crate::accounts::{Organisation, Viewer};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::locale::Wording;
use crate::web::{Listing, Page};

/// A product with what stands beside it.
#[derive(Clone, Debug)]
pub struct ShownProduct {
    pub product: Product,
    pub maker: Organisation,
    pub cover: Option<Picture>,
}

/// A collection with what stands beside it.
#[derive(Clone, Debug)]
pub struct ShownCollection {
    pub collection: Collection,
    pub maker: Organisation,
    pub cover: Option<Picture>,
    /// Products on show.
    pub products: i64,
}

/// Finds maker and cover of each that this audience may know of, in the given order.
pub fn show_products(
    conn: &mut DbConnection,
    audience: &Audience,
    mut products: Vec<Product>,
) -> Result<Vec<ShownProduct>> {
    products.retain(|product| product.is_shown_to(audience));
    let ids: Vec<_> = products.iter().map(|product| product.id).collect();
    let mut covers = store::covers_of_products(conn, &ids)?;
    let makers = store::makers(conn, products.iter().map(|product| product.maker_id))?;
    let show = |product: Product| {
        let maker = makers.get(&product.maker_id).cloned().ok_or(Error::NotFound)?;
        Ok(ShownProduct { maker, cover: covers.remove(&product.id), product })
    };
    products.into_iter().map(show).collect()
}

/// Finds maker, cover and the number of products of each, in the given order.
pub fn show_collections(
    conn: &mut DbConnection,
    collections: Vec<Collection>,
) -> Result<Vec<ShownCollection>> {
    let ids: Vec<_> = collections.iter().map(|collection| collection.id).collect();
    let mut covers = store::covers_of_collections(conn, &ids)?;
    let counts = store::count_published_products(conn, &ids)?;
    let makers = store::makers(conn, collections.iter().map(|collection| collection.maker_id))?;
    let show = |collection: Collection| {
        let maker = makers.get(&collection.maker_id).cloned().ok_or(Error::NotFound)?;
        let products = counts.get(&collection.id).copied().unwrap_or(0);
        Ok(ShownCollection { maker, cover: covers.remove(&collection.id), products, collection })
    };
    collections.into_iter().map(show).collect()
}

/// For the front page.
pub fn newest_published_collections(conn: &mut DbConnection, limit: i64) -> Result<Vec<ShownCollection>> {
    let listing = Listing { before: i64::MAX, limit };
    let mut newest = store::published_collections(conn, listing)?;
    newest.truncate(usize::try_from(limit).unwrap_or(0));
    show_collections(conn, newest)
}

/// A picture as a template shows it.
#[derive(Clone, Debug)]
pub struct PictureShown {
    pub src: String,
    pub alt: String,
    pub width: i64,
    pub height: i64,
}

impl PictureShown {
    pub fn small(page: &Page, picture: &Picture) -> Self {
        let (width, height) = picture.small_size();
        let alt = picture.caption.best(page.language()).to_owned();
        Self { src: picture.small_address(), alt, width, height }
    }

    pub fn large(page: &Page, picture: &Picture) -> Self {
        let alt = picture.caption.best(page.language()).to_owned();
        Self { src: picture.large_address(), alt, width: picture.width, height: picture.height }
    }
}

/// A product as `ui::product_card` shows it.
#[derive(Clone, Debug)]
pub struct ProductCard {
    pub href: String,
    pub title: String,
    pub maker: String,
    pub place: String,
    pub picture: Option<PictureShown>,
    pub price: Option<String>,
    pub terms: Option<String>,
    pub status: Option<Status>,
}

/// A collection as `ui::collection_card` shows it.
#[derive(Clone, Debug)]
pub struct CollectionCard {
    pub href: String,
    pub title: String,
    pub maker: String,
    pub story: String,
    pub picture: Option<PictureShown>,
    pub count: String,
    pub status: Option<Status>,
}

impl ShownProduct {
    /// For the world: with a price only for those who may see it.
    pub fn card(&self, page: &Page, viewer: &Viewer) -> ProductCard {
        let sees = viewer.member().is_some_and(|member| member.sees_prices_of(self.product.maker_id));
        let price = self.product.price().filter(|_| sees);
        ProductCard {
            href: format!("/products/{}", self.product.slug),
            title: title_or(page, &self.product.title, "product-untitled"),
            maker: self.maker.name_in(page.language()).to_owned(),
            place: page.country(&self.maker.country),
            picture: self.small_picture(page),
            price: price
                .map(|price| page.say("unit-per-piece").with("price", page.money(&price)).to_string()),
            terms: self
                .product
                .moq
                .map(|moq| page.say("unit-moq").with("pieces", page.pieces(moq)).to_string()),
            status: None,
        }
    }

    pub(super) fn small_picture(&self, page: &Page) -> Option<PictureShown> {
        self.cover.as_ref().map(|cover| PictureShown::small(page, cover))
    }

    /// For the maker's own workshop: with its status, leading to where it is mended.
    pub fn workshop_card(&self, page: &Page, viewer: &Viewer) -> ProductCard {
        ProductCard {
            href: Subject::Product(self.product.id).bench(),
            status: Some(self.product.status),
            ..self.card(page, viewer)
        }
    }
}

impl ShownCollection {
    pub fn card(&self, page: &Page) -> CollectionCard {
        CollectionCard {
            href: format!("/collections/{}", self.collection.slug),
            title: title_or(page, &self.collection.title, "collection-untitled"),
            maker: self.maker.name_in(page.language()).to_owned(),
            story: opening(self.collection.story.best(page.language())),
            picture: self.cover.as_ref().map(|cover| PictureShown::small(page, cover)),
            count: page
                .say("unit-products")
                .with("count", self.products)
                .with("shown", page.number(self.products))
                .to_string(),
            status: None,
        }
    }

    pub fn workshop_card(&self, page: &Page) -> CollectionCard {
        CollectionCard {
            href: Subject::Collection(self.collection.id).bench(),
            status: Some(self.collection.status),
            ..self.card(page)
        }
    }
}

/// A draft may not have a title yet.
pub(super) fn title_or(page: &Page, title: &Wording, otherwise: &'static str) -> String {
    match title.best(page.language()) {
        "" => page.say(otherwise).to_string(),
        title => title.to_owned(),
    }
}

const OPENING: usize = 180;

/// The first words of a long text, cut between words.
fn opening(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(OPENING) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", text[..cut].trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_story_is_cut_between_words() {
        let long = "كلمة ".repeat(100);
        let cut = opening(&long);
        assert!(cut.ends_with("كلمة…") && cut.chars().count() <= OPENING + 1);
        assert_eq!(opening("short"), "short");
    }
}
