//! What a line sheet is made of, as its reader may know it.

use std::collections::HashMap;

use crate::accounts::{self, Member};
use crate::catalogue::pages::audience_of;
use crate::catalogue::views::is_insider;
use crate::catalogue::{
    Certificate, Collection, Conditions, Picture, Product, Variant, certificates_on_show, store as catalogue,
};
use crate::clock::Date;
use crate::clusters::{Workshop, workshop};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::ProductId;

/// More fill no sheet that anybody leafs through: the rest is named with the address of the collection.
const MOST_PRODUCTS: usize = 300;

#[derive(Debug)]
pub struct Material {
    pub collection: Collection,
    pub workshop: Workshop,
    /// On show, for this reader's eyes, and on the terms that were agreed with them.
    pub products: Vec<Product>,
    /// How many more there are.
    pub more: usize,
    pub variants: HashMap<ProductId, Vec<Variant>>,
    pub covers: HashMap<ProductId, Picture>,
    pub hero: Option<Picture>,
    /// Valid on the day, about any of these products.
    pub certificates: Vec<Certificate>,
    /// What was agreed with them.
    pub agreed: Conditions,
    /// Is the reader the maker or an officer, who see everything?
    pub insider: bool,
}

impl Material {
    /// [`Error::NotFound`] for what the reader may not know of. Only what is on show can be handed out.
    pub fn read(conn: &mut DbConnection, slug: &str, reader: Option<&Member>, today: Date) -> Result<Self> {
        let collection = catalogue::collection_by_slug(conn, slug)?;
        let maker = accounts::organisation(conn, collection.maker_id)?;
        let insider = is_insider(reader, maker.id);
        match collection.is_public(&maker) {
            true => {}
            false if insider => return Err(Error::refused("refusal-line-sheet-unpublished")),
            false => return Err(Error::NotFound),
        }
        let audience = audience_of(reader, insider);
        let mut products = catalogue::collection_products(conn, collection.id)?;
        products.retain(|product| product.is_shown_to(&audience));
        let more = products.len().saturating_sub(MOST_PRODUCTS);
        products.truncate(MOST_PRODUCTS);
        let agreed = catalogue::conditions_of_reader(conn, &[maker.id], reader, today)?;
        products = products.into_iter().map(|product| agreed.apply(product)).collect();
        let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
        let mut certificates = certificates_on_show(conn, maker.id, None, today)?;
        certificates.retain(|one| ids.iter().any(|id| one.is_about(*id)));
        Ok(Self {
            workshop: workshop(conn, &maker.slug, reader)?,
            variants: catalogue::variants_of_products(conn, &ids)?,
            covers: catalogue::covers_of_products(conn, &ids)?,
            hero: catalogue::pictures_of_collection(conn, collection.id)?.into_iter().next(),
            collection,
            products,
            more,
            certificates,
            agreed,
            insider,
        })
    }
}
