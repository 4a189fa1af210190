//! One line of an import, as it is written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize};

use crate::catalogue::terms::OPTION_KEYS;
use crate::catalogue::{ProductForm, RawTier, RawVariant, TermsForm};
use crate::input::{Raw, RawList, RawMoney};
use crate::locale::{Language, RawWording};

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ImportLine {
    /// The maker's slug; may be left out where the import is for one maker.
    pub maker: Raw,
    /// The maker's own article number: with the maker it says which product this is.
    pub sku: Raw,
    pub title: Texts,
    pub description: Texts,
    /// Of texts that do not say it themselves: `en`, `fr` or `ar`.
    pub language: Raw,
    pub craft: Raw,
    pub materials: RawList,
    pub techniques: RawList,
    pub price: Option<RawMoney>,
    pub moq: Raw,
    pub order_multiple: Raw,
    pub lead_time_days: Raw,
    pub weekly_capacity: Raw,
    pub hs_code: Raw,
    pub origin: Raw,
    pub weight_grams: Raw,
    /// The same product in other sizes, colours or glazes.
    pub variants: Vec<RawVariant>,
    /// What it costs from how many pieces on, where and until when.
    pub tiers: Vec<RawTier>,
    /// The slug or the title of one of the maker's collections, or the title of a new one.
    pub collection: Raw,
    /// Put it on the shelf at once.
    pub publish: Raw,
}

/// One text in the line's language, or one per language.
#[derive(Clone, Debug)]
pub enum Texts {
    One(String),
    Several(RawWording),
}

impl Default for Texts {
    fn default() -> Self {
        Self::Several(RawWording::default())
    }
}

impl Texts {
    fn into_wording(self, language: Language) -> RawWording {
        match self {
            Self::Several(wording) => wording,
            Self::One(text) => RawWording::in_language(language, text),
        }
    }
}

impl Serialize for Texts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::One(text) => serializer.serialize_str(text),
            Self::Several(wording) => wording.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextsVisitor)
    }
}

struct TextsVisitor;

impl<'de> Visitor<'de> for TextsVisitor {
    type Value = Texts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or an object with en, fr or ar")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Texts, E> {
        Ok(Texts::One(text.to_owned()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<Texts, E> {
        Ok(Texts::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Texts, A::Error> {
        RawWording::deserialize(MapAccessDeserializer::new(map)).map(Texts::Several)
    }
}

impl JsonSchema for Texts {
    fn schema_name() -> Cow<'static, str> {
        "TextOrTexts".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let several = generator.subschema_for::<RawWording>();
        json_schema!({ "anyOf": [{ "type": "string" }, several] })
    }
}

impl ImportLine {
    /// What a maker would have typed into the form of the terms.
    pub(super) fn terms(&self) -> TermsForm {
        let variant =
            |variant: &RawVariant| RawVariant { options: known_options(&variant.options), ..variant.clone() };
        TermsForm {
            variants: self.variants.iter().map(variant).collect(),
            tiers: self.tiers.clone(),
            ..TermsForm::default()
        }
    }

    /// What a maker would have typed into the form. The collection is looked up by whoever imports.
    pub(super) fn into_form(self, language: Language) -> ProductForm {
        ProductForm {
            title: self.title.into_wording(language),
            description: self.description.into_wording(language),
            collection: Raw::default(),
            sku: self.sku,
            craft: self.craft,
            materials: self.materials,
            techniques: self.techniques,
            price: self.price.unwrap_or_default(),
            moq: self.moq,
            order_multiple: self.order_multiple,
            lead_time_days: self.lead_time_days,
            weekly_capacity: self.weekly_capacity,
            hs_code: self.hs_code,
            origin: self.origin,
            weight_grams: self.weight_grams,
            version: Raw::default(),
        }
    }
}

/// Shops let a variant differ in anything: what we have no name for is said with the shop's own.
fn known_options(options: &BTreeMap<String, Raw>) -> BTreeMap<String, Raw> {
    let is_known = |key: &&String| OPTION_KEYS.contains(&key.as_str());
    let mut known: BTreeMap<String, Raw> = options
        .iter()
        .filter(|(key, _)| is_known(key))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    let others = options.iter().filter(|(key, _)| !is_known(key));
    let said = others.map(|(key, value)| format!("{key}: {}", value.trimmed())).collect::<Vec<_>>();
    if !said.is_empty() {
        let before = known.get("other").map(|other| other.trimmed().to_owned());
        let all: Vec<String> = before.into_iter().chain(said).collect();
        known.insert("other".to_owned(), all.join("; ").into());
    }
    known
}
