//! One form in which a product comes: a size, a colour, a glaze; with an article number of its own.

use std::collections::BTreeMap;

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::variants;
use crate::error::Message;
use crate::ids::{OrganisationId, ProductId, VariantId};
use crate::input::{Fields, Raw, RawMoney};
use crate::money::{Currency, Money};

pub(super) const MOST_VARIANTS: usize = 100;
const LONGEST_SKU: usize = 64;
const LONGEST_OPTION: usize = 60;
const HEAVIEST_GRAMS: i64 = 2_000_000;

/// In what variants differ, in the order in which it is said.
pub const OPTION_KEYS: [&str; 7] = ["size", "colour", "glaze", "finish", "material", "motif", "other"];

/// What a variant is, by `OPTION_KEYS`, in the maker's words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Options(pub BTreeMap<String, String>);

impl Options {
    /// In the usual order: `L · blue`.
    pub fn label(&self) -> String {
        let said = OPTION_KEYS.iter().filter_map(|key| self.0.get(*key));
        said.map(String::as_str).collect::<Vec<_>>().join(" · ")
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = variants)]
pub struct Variant {
    pub id: VariantId,
    pub product_id: ProductId,
    pub maker_id: OrganisationId,
    pub rank: i64,
    pub sku: String,
    pub options: Json<Options>,
    /// Its own, where it does not cost what the product costs.
    pub price_minor: Option<i64>,
    pub currency: Option<Currency>,
    pub weight_grams: Option<i64>,
    /// It is not offered any more.
    pub retired_at: Option<Time>,
}

impl Variant {
    pub fn price(&self) -> Option<Money> {
        Some(Money::new(self.price_minor?, self.currency?))
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawVariant {
    /// The maker's own article number: it says which variant this is, and is unique among all that the maker offers.
    pub sku: Raw,
    /// At least one of `size`, `colour`, `glaze`, `finish`, `material`, `motif`, `other`.
    pub options: BTreeMap<String, Raw>,
    /// For one piece; left out where it costs what the product costs.
    pub price: RawMoney,
    pub weight_grams: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewVariant {
    pub sku: String,
    pub options: Options,
    pub price: Option<Money>,
    pub weight_grams: Option<i64>,
}

impl RawVariant {
    /// A form sends a row that nobody filled in as well.
    fn is_blank(&self) -> bool {
        let Self { sku, options, price, weight_grams } = self;
        [sku, &price.amount, weight_grams].into_iter().chain(options.values()).all(Raw::is_blank)
    }

    fn read(&self, fields: &mut Fields, name: &str) -> NewVariant {
        let at = |part: &str| format!("{name}.{part}");
        NewVariant {
            sku: fields.text(&at("sku"), &self.sku, LONGEST_SKU),
            options: self.read_options(fields, &at("options")),
            price: fields.optional_money(&at("price"), &self.price),
            weight_grams: fields.optional_whole(&at("weight_grams"), &self.weight_grams, 1..=HEAVIEST_GRAMS),
        }
    }

    fn read_options(&self, fields: &mut Fields, name: &str) -> Options {
        let mut options = BTreeMap::new();
        for (key, raw) in self.options.iter().filter(|(_, raw)| !raw.is_blank()) {
            let at = format!("{name}.{key}");
            if !OPTION_KEYS.contains(&key.as_str()) {
                let shown: String = key.chars().take(40).collect();
                fields.problem(name, Message::new("problem-unknown-key").with("key", shown));
                continue;
            }
            if let Some(value) = fields.optional_text(&at, raw, LONGEST_OPTION) {
                options.insert(key.clone(), value);
            }
        }
        if options.is_empty() && fields.is_sound(name) {
            fields.problem(name, "problem-variant-options");
        }
        Options(options)
    }
}

/// Reads all rows; two with the same article number, or that say the same, are refused.
pub(super) fn read_all(fields: &mut Fields, raw: &[RawVariant]) -> Vec<NewVariant> {
    let mut variants: Vec<NewVariant> = Vec::new();
    for (position, row) in raw.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
        if variants.len() == MOST_VARIANTS {
            fields.problem("variants", Message::new("problem-too-many").with("most", MOST_VARIANTS));
            break;
        }
        let name = format!("variants.{position}");
        let variant = row.read(fields, &name);
        let at = |part: &str| format!("{name}.{part}");
        if variants.iter().any(|other| other.sku == variant.sku) && fields.is_sound(&at("sku")) {
            fields.problem(&at("sku"), "problem-variant-sku-twice");
        }
        if variants.iter().any(|other| other.options == variant.options) && fields.is_sound(&at("options")) {
            fields.problem(&at("options"), "problem-variant-twice");
        }
        variants.push(variant);
    }
    variants
}

impl From<&Variant> for NewVariant {
    fn from(variant: &Variant) -> Self {
        Self {
            sku: variant.sku.clone(),
            options: Options::clone(&variant.options),
            price: variant.price(),
            weight_grams: variant.weight_grams,
        }
    }
}

impl From<&Variant> for RawVariant {
    fn from(variant: &Variant) -> Self {
        Self {
            sku: variant.sku.as_str().into(),
            options: variant.options.0.iter().map(|(key, value)| (key.clone(), value.into())).collect(),
            price: variant.price().map(RawMoney::from).unwrap_or_default(),
            weight_grams: variant.weight_grams.map(Raw::from).unwrap_or_default(),
        }
    }
}
