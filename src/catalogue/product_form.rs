//! What a maker writes about a product, and what is checked before it is kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Product, vocabulary};
use crate::error::{Message, Problems, Result};
use crate::ids::CollectionId;
use crate::input::{Fields, Raw, RawList, RawMoney};
use crate::locale::{RawWording, Wording};
use crate::money::{self, Money};

const LONGEST_TITLE: usize = 160;
const LONGEST_DESCRIPTION: usize = 4000;
const LONGEST_SKU: usize = 64;
const MOST_MATERIALS: usize = 8;
const MOST_TECHNIQUES: usize = 8;
const MOST_PIECES: i64 = 1_000_000;
const LONGEST_LEAD_TIME: i64 = 730;
const HEAVIEST_GRAMS: i64 = 2_000_000;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProductForm {
    pub title: RawWording,
    pub description: RawWording,
    /// The id of one of the maker's own collections.
    pub collection: Raw,
    /// The maker's own article number; unique among the maker's products.
    pub sku: Raw,
    /// A key of `/api/v1/crafts`.
    pub craft: Raw,
    /// Keys of `/api/v1/materials`.
    pub materials: RawList,
    /// Keys of `/api/v1/techniques`.
    pub techniques: RawList,
    /// Wholesale, for one piece.
    pub price: RawMoney,
    /// The smallest order, in pieces: a multiple of `order_multiple`.
    pub moq: Raw,
    /// Pieces come in multiples of this: the case pack, 1 if there is none.
    pub order_multiple: Raw,
    pub lead_time_days: Raw,
    /// Pieces that can be made in a week.
    pub weekly_capacity: Raw,
    /// 6 to 13 digits; dots and spaces do not matter.
    pub hs_code: Raw,
    /// ISO 3166-1 alpha-2.
    pub origin: Raw,
    pub weight_grams: Raw,
    /// When editing: the `version` that was read.
    pub version: Raw,
}

/// A product of which everything that is said is sound; a draft may leave much unsaid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewProduct {
    pub title: Wording,
    pub description: Wording,
    pub collection: Option<CollectionId>,
    pub sku: Option<String>,
    pub craft: Option<String>,
    pub materials: Vec<String>,
    pub techniques: Vec<String>,
    pub price: Option<Money>,
    pub moq: Option<i64>,
    pub order_multiple: Option<i64>,
    pub lead_time_days: Option<i64>,
    pub weekly_capacity: Option<i64>,
    pub hs_code: Option<String>,
    pub origin: Option<String>,
    pub weight_grams: Option<i64>,
}

impl ProductForm {
    pub fn check(&self) -> Result<NewProduct> {
        let mut fields = Fields::new();
        let new = self.read(&mut fields);
        fields.done(new)
    }

    /// Reads the fields, noting problems; an import adds its own before it asks.
    pub(super) fn read(&self, fields: &mut Fields) -> NewProduct {
        let new = NewProduct {
            title: fields.optional_wording("title", &self.title, LONGEST_TITLE),
            description: fields.optional_wording("description", &self.description, LONGEST_DESCRIPTION),
            collection: fields.optional_whole("collection", &self.collection, 1..=i64::MAX).map(CollectionId),
            sku: fields.optional_text("sku", &self.sku, LONGEST_SKU),
            craft: read_craft(fields, &self.craft),
            materials: fields.keys("materials", &self.materials, MOST_MATERIALS, vocabulary::is_material),
            techniques: fields.keys(
                "techniques",
                &self.techniques,
                MOST_TECHNIQUES,
                vocabulary::is_technique,
            ),
            price: fields.optional_money("price", &self.price),
            moq: fields.optional_whole("moq", &self.moq, 1..=MOST_PIECES),
            order_multiple: fields.optional_whole("order_multiple", &self.order_multiple, 1..=MOST_PIECES),
            lead_time_days: fields.optional_whole(
                "lead_time_days",
                &self.lead_time_days,
                0..=LONGEST_LEAD_TIME,
            ),
            weekly_capacity: fields.optional_whole("weekly_capacity", &self.weekly_capacity, 1..=MOST_PIECES),
            hs_code: (!self.hs_code.is_blank())
                .then(|| fields.take("hs_code", parse_hs_code(self.hs_code.trimmed()))),
            origin: fields.optional_country("origin", &self.origin),
            weight_grams: fields.optional_whole("weight_grams", &self.weight_grams, 1..=HEAVIEST_GRAMS),
        };
        check_multiple(fields, &new);
        new
    }
}

fn read_craft(fields: &mut Fields, raw: &Raw) -> Option<String> {
    let key = fields.optional_text("craft", raw, 40)?;
    if fields.is_sound("craft") && !vocabulary::is_craft(&key) {
        fields.problem("craft", Message::new("problem-unknown-key").with("key", key.as_str()));
    }
    Some(key)
}

/// Nobody could order exactly the smallest order otherwise. The two nearest that would do are named.
fn check_multiple(fields: &mut Fields, new: &NewProduct) {
    let (Some(moq), Some(multiple)) = (new.moq, new.order_multiple) else { return };
    if multiple < 1 || moq % multiple == 0 || !fields.is_sound("moq") || !fields.is_sound("order_multiple") {
        return;
    }
    let above = moq - moq % multiple + multiple;
    let message = match above - multiple {
        0 => Message::new("problem-moq-multiple-one"),
        below => Message::new("problem-moq-multiple").with("below", below),
    };
    fields.problem("moq", message.with("multiple", multiple).with("above", above));
}

/// Customs codes are written with dots, spaces and hyphens; only the digits count.
fn parse_hs_code(text: &str) -> Result<String, Message> {
    let wrong = || Message::new("problem-hs-code");
    let bare: String =
        text.chars().filter(|c| !matches!(c, '.' | ' ' | '-' | '\u{a0}' | '\u{202f}')).collect();
    let digits: Option<String> = bare.chars().map(money::western_digit).collect();
    digits.filter(|digits| (6..=13).contains(&digits.len())).ok_or_else(wrong)
}

impl NewProduct {
    /// What lacks before it may be published, all of it at once.
    pub fn missing(&self) -> Problems {
        let mut problems = Problems::new();
        let mut need = |there: bool, field: &str, label: &'static str| {
            if !there {
                problems.add(field, Message::new("product-missing").with("field", Message::new(label)));
            }
        };
        need(!self.title.is_empty(), "title", "product-title");
        need(!self.description.is_empty(), "description", "product-description");
        need(self.craft.is_some(), "craft", "product-craft");
        need(!self.materials.is_empty(), "materials", "product-materials");
        need(self.price.is_some(), "price", "product-price");
        need(self.moq.is_some(), "moq", "product-moq");
        need(self.order_multiple.is_some(), "order_multiple", "product-order-multiple");
        need(self.lead_time_days.is_some(), "lead_time_days", "product-lead-time");
        need(self.hs_code.is_some(), "hs_code", "product-hs-code");
        need(self.origin.is_some(), "origin", "product-origin");
        problems
    }
}

impl From<&Product> for NewProduct {
    fn from(product: &Product) -> Self {
        Self {
            title: (*product.title).clone(),
            description: (*product.description).clone(),
            collection: product.collection_id,
            sku: product.sku.clone(),
            craft: product.craft.clone(),
            materials: (*product.materials).clone(),
            techniques: (*product.techniques).clone(),
            price: product.price(),
            moq: product.moq,
            order_multiple: product.order_multiple,
            lead_time_days: product.lead_time_days,
            weekly_capacity: product.weekly_capacity,
            hs_code: product.hs_code.clone(),
            origin: product.origin.clone(),
            weight_grams: product.weight_grams,
        }
    }
}

/// What would be sent to keep the product as it is.
impl From<&Product> for ProductForm {
    fn from(product: &Product) -> Self {
        let number = |value: Option<i64>| value.map(Raw::from).unwrap_or_default();
        let text = |value: &Option<String>| value.as_ref().map(Raw::from).unwrap_or_default();
        Self {
            title: RawWording::from(&*product.title),
            description: RawWording::from(&*product.description),
            collection: number(product.collection_id.map(|id| id.0)),
            sku: text(&product.sku),
            craft: text(&product.craft),
            materials: RawList((*product.materials).clone()),
            techniques: RawList((*product.techniques).clone()),
            price: product.price().map(RawMoney::from).unwrap_or_default(),
            moq: number(product.moq),
            order_multiple: number(product.order_multiple),
            lead_time_days: number(product.lead_time_days),
            weekly_capacity: number(product.weekly_capacity),
            hs_code: text(&product.hs_code),
            origin: text(&product.origin),
            weight_grams: number(product.weight_grams),
            version: product.version.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    pub(in crate::catalogue) fn whole_form() -> ProductForm {
        ProductForm {
            title: RawWording { en: "Blue bowl".into(), ..RawWording::default() },
            description: RawWording { fr: "Un bol tourné à la main.".into(), ..RawWording::default() },
            sku: "B-1".into(),
            craft: "ceramics".into(),
            materials: RawList(vec!["clay".into()]),
            price: RawMoney { amount: "12.500".into(), currency: "TND".into() },
            moq: 24.into(),
            order_multiple: 6.into(),
            lead_time_days: 30.into(),
            hs_code: "6912.00".into(),
            origin: "TN".into(),
            ..ProductForm::default()
        }
    }

    fn problem(form: &ProductForm, field: &str) -> Option<&'static str> {
        match form.check() {
            Err(Error::Invalid(problems)) => problems.of(field).map(|message| message.key),
            _ => None,
        }
    }

    #[test]
    fn a_draft_may_be_empty_and_is_told_what_lacks() {
        let missing = ProductForm::default().check().unwrap().missing();
        let fields: Vec<_> = missing.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(
            fields,
            [
                "title",
                "description",
                "craft",
                "materials",
                "price",
                "moq",
                "order_multiple",
                "lead_time_days",
                "hs_code",
                "origin"
            ]
        );
        assert!(whole_form().check().unwrap().missing().is_empty());
    }

    #[test]
    fn the_smallest_order_is_a_multiple_of_the_case_pack() {
        let form = ProductForm { moq: 25.into(), ..whole_form() };
        assert_eq!(problem(&form, "moq"), Some("problem-moq-multiple"));
        let form = ProductForm { moq: 4.into(), ..whole_form() };
        assert_eq!(problem(&form, "moq"), Some("problem-moq-multiple-one"));
    }

    #[test]
    fn customs_codes_are_cleaned_then_counted() {
        let code = |text: &str| parse_hs_code(text).map_err(|message| message.key);
        assert_eq!(code("6912.00-10 00"), Ok("6912001000".to_owned()));
        assert_eq!(code("٦٩١٢٠٠"), Ok("691200".to_owned()));
        for wrong in ["6912", "69120x", "12345678901234", "…", "6912.0"] {
            assert_eq!(code(wrong), Err("problem-hs-code"), "{wrong}");
        }
    }

    #[test]
    fn a_product_reads_back_as_it_was_written() {
        let form: ProductForm = serde_qs::from_str(
            "materials=clay&materials=glass&price[amount]=3&price[currency]=EUR&title[ar]=وعاء",
        )
        .unwrap();
        assert_eq!(form.materials.0, ["clay", "glass"]);
        assert_eq!(form.check().unwrap().price.unwrap().minor, 300);
    }
}
