//! One product on a sheet: what it is, what it costs this reader, how it is ordered.

use super::super::material::Material;
use super::super::sheet::{Row, SheetProduct, SheetTier, SheetVariant};
use super::{DOT, Reading, fit, labels, remember, spoken};
use crate::catalogue::Product;
use crate::catalogue::pages::weight;
use crate::catalogue::price_list::{ShownTerms, ShownTier, agreed_in_words};

impl Reading<'_> {
    pub(super) fn product(
        &self,
        material: &Material,
        product: &Product,
        pictures: &mut Vec<String>,
    ) -> SheetProduct {
        let variants = material.variants.get(&product.id).map(Vec::as_slice).unwrap_or_default();
        let terms = ShownTerms::of(self.page, product, variants, self.reader, self.today);
        let cover = material.covers.get(&product.id);
        SheetProduct {
            title: spoken(self.page, &product.title, "product-untitled"),
            sku: product.sku.clone().unwrap_or_default(),
            picture: cover.map(|picture| remember(pictures, &picture.small_key)),
            fit: cover.map_or("contain", fit),
            price: product.price().filter(|_| self.sees).map(|price| self.page.money(&price)),
            rows: self.rows(material, product, &terms),
            tiers: terms.rows.iter().map(|row| self.tier(product, row)).collect(),
            variants: terms
                .variants
                .into_iter()
                .map(|variant| SheetVariant {
                    label: variant.label,
                    sku: variant.sku,
                    price: variant.price.unwrap_or_default(),
                })
                .collect(),
            seals: self.seals(material, product),
        }
    }

    fn rows(&self, material: &Material, product: &Product, terms: &ShownTerms) -> Vec<Row> {
        let page = self.page;
        let multiple = product.order_multiple.filter(|count| *count > 1).map(|count| page.pieces(count));
        let weighs = product.weight_grams.map(|grams| weight(page.language(), grams));
        let made_of = joined([labels(page, &product.materials), labels(page, &product.techniques)]);
        let customs = product.hs_code.as_ref();
        let customs =
            customs.map(|code| page.say("line-sheet-customs").with("code", code.as_str()).to_string());
        let origin = product.origin.as_ref().map(|code| page.country(code));
        let origin = joined([origin.unwrap_or_default(), customs.unwrap_or_default()]);
        let agreed = material.agreed.on(product);
        let said = [
            (page.say("product-materials"), made_of),
            (page.say("product-weight"), weighs),
            (page.say("terms-packed"), terms.packed.clone()),
            (page.say("product-origin"), origin),
            (page.say("product-moq"), product.moq.map(|count| page.pieces(count))),
            (page.say("product-order-multiple"), multiple),
            (page.say("product-lead-time"), product.lead_time_days.map(|count| page.days(count))),
            (page.say("terms-sample"), terms.sample.clone()),
            (page.say("terms-agreed"), (!agreed.is_nothing()).then(|| agreed_in_words(page, &agreed))),
        ];
        let row = |(label, value): (crate::locale::Text, Option<String>)| {
            Some(Row { label: label.to_string(), value: value? })
        };
        said.into_iter().filter_map(row).collect()
    }

    /// A row of the price list, with what is particular about it.
    fn tier(&self, product: &Product, row: &ShownTier) -> SheetTier {
        let usual = product.lead_time_days.map(|count| self.page.days(count)).unwrap_or_default();
        let everywhere = self.page.say("terms-everywhere").to_string();
        let particular = |said: &String, usual: &String| {
            if said == usual { String::new() } else { said.clone() }
        };
        let note = joined([
            row.variant.clone().unwrap_or_default(),
            particular(&row.place, &everywhere),
            particular(&row.lead_time, &usual),
            row.days.clone(),
        ]);
        SheetTier { quantity: row.quantity.clone(), price: row.price.clone(), note: note.unwrap_or_default() }
    }
}

/// Parts that are said, or none where nothing is.
fn joined<const N: usize>(parts: [String; N]) -> Option<String> {
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!said.is_empty()).then(|| said.join(DOT))
}
