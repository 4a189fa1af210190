//! One line of an import, as it is written.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize};

use crate::catalogue::terms::OPTION_KEYS;
use crate::catalogue::{ProductForm, RawPacking, RawTier, RawVariant, TermsForm};
use crate::input::{Raw, RawList, RawMoney};
use crate::locale::{Language, RawWording};

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ImportLine {
    /// The maker's slug; may be left out where the import is for one maker.
    pub maker: Raw,
    /// The maker's own article number: with the maker it says which product this is.
    pub sku: Raw,
    /// The last part of the address of its page: says which product this is while it has no article number.
    pub slug: Raw,
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
    /// Of one sample; `0` where samples are free.
    pub sample: RawMoney,
    /// ISO 3166-1 alpha-2 codes: shown to buyers of these countries only.
    pub only_in: RawList,
    /// Not shown to buyers of these countries.
    pub except_in: RawList,
    pub packing: RawPacking,
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
    /// The terms that it speaks of: of variants and price list where it has any, of the others where the file has said
    /// something or, without a file that has columns, where it is not blank.
    pub(super) fn terms_said(&self, said: Option<&BTreeSet<String>>) -> Vec<&'static str> {
        let packing = &self.packing;
        let blank = [
            ("sample", self.sample.amount.is_blank()),
            ("only_in", self.only_in.0.is_empty()),
            ("except_in", self.except_in.0.is_empty()),
            ("packing.gross_weight_grams", packing.gross_weight_grams.is_blank()),
            ("packing.length_mm", packing.length_mm.is_blank()),
            ("packing.width_mm", packing.width_mm.is_blank()),
            ("packing.height_mm", packing.height_mm.is_blank()),
            ("packing.warnings.en", packing.warnings.en.trim().is_empty()),
            ("packing.warnings.fr", packing.warnings.fr.trim().is_empty()),
            ("packing.warnings.ar", packing.warnings.ar.trim().is_empty()),
        ];
        let whole = [("variants", self.variants.is_empty()), ("tiers", self.tiers.is_empty())];
        let whole = whole.into_iter().filter(|(_, is_blank)| !is_blank);
        let others = blank.into_iter().filter(|(field, is_blank)| match said {
            Some(said) => said.contains(*field),
            None => !is_blank,
        });
        whole.chain(others).map(|(field, _)| field).collect()
    }

    /// What a maker would have typed into the form of the terms, over what is there.
    pub(super) fn terms_over(&self, mut form: TermsForm, said: &[&'static str]) -> TermsForm {
        let variant =
            |variant: &RawVariant| RawVariant { options: known_options(&variant.options), ..variant.clone() };
        let (own, packing) = (self.packing.clone(), &mut form.packing);
        for field in said {
            match *field {
                "variants" => form.variants = self.variants.iter().map(variant).collect(),
                "tiers" => form.tiers.clone_from(&self.tiers),
                "sample" => form.sample = self.sample.clone(),
                "only_in" => form.only_in = self.only_in.clone(),
                "except_in" => form.except_in = self.except_in.clone(),
                "packing.gross_weight_grams" => packing.gross_weight_grams = own.gross_weight_grams.clone(),
                "packing.length_mm" => packing.length_mm = own.length_mm.clone(),
                "packing.width_mm" => packing.width_mm = own.width_mm.clone(),
                "packing.height_mm" => packing.height_mm = own.height_mm.clone(),
                "packing.warnings.en" => packing.warnings.en.clone_from(&own.warnings.en),
                "packing.warnings.fr" => packing.warnings.fr.clone_from(&own.warnings.fr),
                "packing.warnings.ar" => packing.warnings.ar.clone_from(&own.warnings.ar),
                _ => {}
            }
        }
        form
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
