//! All that is to be known of one product's safety, put together from where it stands.

use std::collections::HashMap;

use super::address::{Contact, Manufacturer};
use super::store;
use crate::accounts::Organisation;
use crate::catalogue::{Certificate, Picture, Product, certificates_of_makers, store as shelves};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, ProductId};
use crate::locale::Wording;

#[derive(Clone, Debug, PartialEq)]
pub struct SafetySet {
    pub product: ProductId,
    pub slug: String,
    pub title: Wording,
    pub sku: Option<String>,
    /// Its own identification, besides the article number.
    pub own_identifier: Option<String>,
    pub maker_name: String,
    pub manufacturer: Option<Manufacturer>,
    pub responsible: Option<Contact>,
    pub picture: Option<Picture>,
    pub warnings: Wording,
    pub needs_no_warnings: bool,
    /// Those about it that are valid on the day.
    pub certificates: Vec<Certificate>,
}

impl SafetySet {
    /// By what it is told apart.
    pub fn identifier(&self) -> Option<&str> {
        self.own_identifier.as_deref().or(self.sku.as_deref())
    }

    pub fn manufacturer_contact(&self) -> Option<Contact> {
        self.manufacturer.as_ref().map(|one| Contact::of_manufacturer(&self.maker_name, one))
    }
}

/// The sets of products, perhaps of several makers, in their order.
pub fn read_sets(conn: &mut DbConnection, products: &[Product], day: Date) -> Result<Vec<SafetySet>> {
    let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
    let makers = shelves::makers(conn, products.iter().map(|product| product.maker_id))?;
    let maker_ids: Vec<OrganisationId> = makers.keys().copied().collect();
    let manufacturers = store::manufacturers(conn, &maker_ids)?;
    let manufacturers: HashMap<_, _> = manufacturers.into_iter().map(|one| (one.maker_id, one)).collect();
    let responsible = store::responsible_of_makers(conn, &maker_ids)?;
    let noted = store::product_safety(conn, &ids)?;
    let noted: HashMap<_, _> = noted.into_iter().map(|one| (one.product_id, one)).collect();
    let mut covers = shelves::covers_of_products(conn, &ids)?;
    let mut valid = certificates_of_makers(conn, &maker_ids)?;
    valid.retain(|certificate| certificate.is_valid_on(day));
    let set = |product: &Product| {
        let maker: &Organisation = makers.get(&product.maker_id).ok_or(Error::NotFound)?;
        let manufacturer = manufacturers.get(&maker.id).cloned();
        let noted = noted.get(&product.id);
        let wanted = noted.and_then(|one| one.responsible_id);
        let usual = manufacturer.as_ref().and_then(|one| one.responsible_id);
        // Somebody who was removed answers no more: then it is the maker's default, if that is there.
        let found = |id| responsible.iter().find(|one| Some(one.id) == id && one.maker_id == maker.id);
        let about = |one: &&Certificate| one.maker_id == maker.id && one.is_about(product.id);
        Ok(SafetySet {
            product: product.id,
            slug: product.slug.clone(),
            title: Wording::clone(&product.title),
            sku: product.sku.clone(),
            own_identifier: noted.and_then(|one| one.identifier.clone()),
            maker_name: maker.name.clone(),
            responsible: found(wanted).or_else(|| found(usual)).map(Contact::from),
            manufacturer,
            picture: covers.remove(&product.id),
            warnings: product.packing.warnings.clone(),
            needs_no_warnings: noted.is_some_and(|one| one.needs_no_warnings),
            certificates: valid.iter().filter(about).cloned().collect(),
        })
    };
    products.iter().map(set).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::clock::Time;
    use crate::columns::Json;
    use crate::ids::PictureId;
    use crate::locale::Language;

    /// Of which nothing lacks, its warnings in French.
    pub fn set() -> SafetySet {
        let now = Time::from_micros(0);
        SafetySet {
            product: ProductId(1),
            slug: "blue-bowl".into(),
            title: Wording::in_language(Language::En, "Blue bowl"),
            sku: Some("B-1".into()),
            own_identifier: None,
            maker_name: "Atelier".into(),
            manufacturer: Some(Manufacturer {
                maker_id: OrganisationId(1),
                street: "12 rue des Potiers".into(),
                postcode: "8000".into(),
                town: "Nabeul".into(),
                country: "TN".into(),
                electronic: "atelier@sample.example".into(),
                responsible_id: None,
                version: 1,
                updated_at: now,
            }),
            responsible: Some(Contact {
                name: "Comptoir".into(),
                street: "3 rue Claudienne".into(),
                postcode: "69001".into(),
                town: "Lyon".into(),
                country: "FR".into(),
                electronic: "comptoir@sample.example".into(),
            }),
            picture: Some(Picture {
                id: PictureId(1),
                product_id: Some(ProductId(1)),
                collection_id: None,
                maker_id: OrganisationId(1),
                rank: 0,
                large_key: "ab/abc.jpg".into(),
                small_key: "ab/abd.jpg".into(),
                width: 64,
                height: 48,
                caption: Json::default(),
                created_at: now,
            }),
            warnings: Wording::in_language(Language::Fr, "Ne passe pas au four."),
            needs_no_warnings: false,
            certificates: Vec::new(),
        }
    }
}
