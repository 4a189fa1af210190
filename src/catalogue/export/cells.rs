//! A product in the cells of the sheet.

use crate::catalogue::import::{tiers, written_price};
use crate::catalogue::vocabulary::{self, Term};
use crate::catalogue::{Product, RawTier, Status, Variant};
use crate::locale::{self, Language};

#[derive(Clone, Debug, PartialEq)]
pub(in crate::catalogue) enum Cell {
    Text(String),
    Number(i64),
    Blank,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }
}

impl From<Option<i64>> for Cell {
    fn from(number: Option<i64>) -> Self {
        number.map_or(Self::Blank, Self::Number)
    }
}

/// What a column says of a product.
pub(super) fn cell(product: &Product, column: &str, collection: Option<&str>, language: Language) -> Cell {
    let labels = |keys: &[String], terms: &[Term]| -> Cell {
        let labels: Vec<&str> = keys.iter().map(|key| label(key, terms, language)).collect();
        labels.join("; ").into()
    };
    match column {
        "sku" => product.sku.as_deref().unwrap_or_default().into(),
        "title_en" => product.title.get(Language::En).unwrap_or_default().into(),
        "title_fr" => product.title.get(Language::Fr).unwrap_or_default().into(),
        "title_ar" => product.title.get(Language::Ar).unwrap_or_default().into(),
        "description_en" => product.description.get(Language::En).unwrap_or_default().into(),
        "description_fr" => product.description.get(Language::Fr).unwrap_or_default().into(),
        "description_ar" => product.description.get(Language::Ar).unwrap_or_default().into(),
        "craft" => labels(product.craft.as_slice(), vocabulary::crafts()),
        "materials" => labels(&product.materials, vocabulary::materials()),
        "techniques" => labels(&product.techniques, vocabulary::techniques()),
        "price" => product.price().map_or(Cell::Blank, |price| written_price(price).into()),
        "moq" => product.moq.into(),
        "order_multiple" => product.order_multiple.into(),
        "lead_time_days" => product.lead_time_days.into(),
        "weekly_capacity" => product.weekly_capacity.into(),
        "hs_code" => product.hs_code.as_deref().unwrap_or_default().into(),
        "origin" => {
            product.origin.as_deref().map_or(Cell::Blank, |code| locale::country_name(code, language).into())
        }
        "weight_grams" => product.weight_grams.into(),
        "slug" => product.slug.as_str().into(),
        "sample" => product.sample().map_or(Cell::Blank, |price| written_price(price).into()),
        "only_in" => countries(&product.only_in, language),
        "except_in" => countries(&product.except_in, language),
        "gross_weight_grams" => product.packing.gross_weight_grams.into(),
        "length_mm" => product.packing.length_mm.into(),
        "width_mm" => product.packing.width_mm.into(),
        "height_mm" => product.packing.height_mm.into(),
        "warnings_en" => product.packing.warnings.get(Language::En).unwrap_or_default().into(),
        "warnings_fr" => product.packing.warnings.get(Language::Fr).unwrap_or_default().into(),
        "warnings_ar" => product.packing.warnings.get(Language::Ar).unwrap_or_default().into(),
        "tiers" => tiers::written(&product.tiers.iter().map(RawTier::from).collect::<Vec<_>>()).into(),
        "collection" => collection.unwrap_or_default().into(),
        "publish" if product.status == Status::Published => yes(language).into(),
        _ => Cell::Blank,
    }
}

/// What a column says of a variant; none for the columns that are not about variants.
pub(super) fn of_variant(variant: Option<&Variant>, column: &str) -> Option<Cell> {
    let option = |key: &str| -> Cell {
        let value = variant.and_then(|variant| variant.options.0.get(key));
        value.map_or("", String::as_str).into()
    };
    Some(match column {
        "variant_sku" => variant.map_or("", |variant| variant.sku.as_str()).into(),
        "size" | "colour" | "glaze" | "finish" | "motif" => option(column),
        "variant_material" => option("material"),
        "variant_other" => option("other"),
        "variant_price" => {
            variant.and_then(Variant::price).map_or(Cell::Blank, |price| written_price(price).into())
        }
        "variant_weight_grams" => variant.and_then(|variant| variant.weight_grams).into(),
        _ => return None,
    })
}

fn countries(codes: &[String], language: Language) -> Cell {
    codes.iter().map(|code| locale::country_name(code, language)).collect::<Vec<_>>().join("; ").into()
}

/// `leather` is a craft and a material, under two names.
fn label<'a>(key: &'a str, terms: &'a [Term], language: Language) -> &'a str {
    terms.iter().find(|term| term.key == key).map_or(key, |term| term.label.best(language))
}

fn yes(language: Language) -> &'static str {
    match language {
        Language::En => "yes",
        Language::Fr => "oui",
        Language::Ar => "نعم",
    }
}
