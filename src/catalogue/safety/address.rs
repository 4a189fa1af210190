//! Manufacturer and responsible person, each with a postal and an electronic address, and what is noted of a product.

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use crate::clock::Time;
use crate::db::schema::{manufacturers, product_safety, responsible_persons};
use crate::ids::{OrganisationId, ProductId, ResponsibleId};
use crate::locale::{self, Language};

/// The member states of the European Union.
pub(super) const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

pub(super) fn is_in_union(country: &str) -> bool {
    UNION.contains(&country)
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = manufacturers)]
pub struct Manufacturer {
    pub maker_id: OrganisationId,
    pub street: String,
    pub postcode: String,
    pub town: String,
    pub country: String,
    /// An e-mail address, or that of a page on which they can be written to.
    pub electronic: String,
    /// Who is responsible where a product names nobody else.
    pub responsible_id: Option<ResponsibleId>,
    pub version: i64,
    pub updated_at: Time,
}

impl Manufacturer {
    /// Who is at home in the Union answers for themselves.
    pub fn answers_itself(&self) -> bool {
        is_in_union(&self.country)
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = responsible_persons)]
pub struct Responsible {
    pub id: ResponsibleId,
    pub maker_id: OrganisationId,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub town: String,
    pub country: String,
    pub electronic: String,
    pub version: i64,
    pub created_at: Time,
    pub updated_at: Time,
    pub removed_at: Option<Time>,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = product_safety)]
pub struct ProductSafety {
    pub product_id: ProductId,
    /// Type, batch or model, where the article number does not tell it apart.
    pub identifier: Option<String>,
    /// Its maker has thought of it and found nothing to warn of.
    pub needs_no_warnings: bool,
    pub responsible_id: Option<ResponsibleId>,
    pub version: i64,
    pub updated_at: Time,
}

/// Somebody with their addresses, as it is printed and sent.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Contact {
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub town: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// An e-mail address or a page.
    pub electronic: String,
}

impl Contact {
    pub fn of_manufacturer(name: &str, one: &Manufacturer) -> Self {
        Self {
            name: name.to_owned(),
            street: one.street.clone(),
            postcode: one.postcode.clone(),
            town: one.town.clone(),
            country: one.country.clone(),
            electronic: one.electronic.clone(),
        }
    }

    /// The postal address in one line.
    pub fn postal(&self, language: Language) -> String {
        let town = format!("{} {}", self.postcode, self.town);
        let country = locale::country_name(&self.country, language);
        [self.street.as_str(), town.trim(), country.as_str()].join(", ")
    }
}

impl From<&Responsible> for Contact {
    fn from(one: &Responsible) -> Self {
        Self {
            name: one.name.clone(),
            street: one.street.clone(),
            postcode: one.postcode.clone(),
            town: one.town.clone(),
            country: one.country.clone(),
            electronic: one.electronic.clone(),
        }
    }
}
