//! Products out of Shopify, in both generations of its headers: rows of one handle are one product with variants.

use super::sheet::{as_draft, other_price, product, variant_sku};
use super::shop::{self, SHOP_KEY};
use super::{Cells, Composed, Context, Note};
use crate::accounts::slug_for;
use crate::catalogue::RawVariant;
use crate::catalogue::import::html;
use crate::catalogue::import::price::price;
use crate::catalogue::import::reading::Row;

/// What Shopify writes where a product has no options.
const NO_OPTION: &str = "Default Title";

pub(super) fn compose(context: &Context<'_>, rows: &[Row]) -> Composed {
    let mut composed = Composed::default();
    let Some(first) = rows.first() else { return composed };
    let cells = Cells::new(context.layout, first);
    product(context, &mut composed, cells);
    let handle = cells.text("shop.handle");
    // Rows without a price bring only further pictures.
    let variants: Vec<Cells<'_>> = rows
        .iter()
        .map(|row| Cells::new(context.layout, row))
        .filter(|cells| cells.find("shop.price").is_some() || cells.find("shop.option1_value").is_some())
        .collect();
    let only_sku = match variants.as_slice() {
        [only] if !only.text("shop.sku").is_empty() => only.text("shop.sku"),
        _ => "",
    };
    let sku = if only_sku.is_empty() { shop::key("", handle) } else { only_sku.to_owned() };
    let column = cells.find("shop.handle").map_or("", |found| found.column);
    composed.place("sku", first.number, column, handle);
    composed.speaks_of("sku");
    composed.line.sku = sku.as_str().into();
    if cells.text("shop.gift_card").eq_ignore_ascii_case("true") {
        composed.problem("line", "problem-shop-gift-card");
    }
    shop::text(context, &mut composed, "title", cells, "shop.title", str::to_owned);
    shop::text(context, &mut composed, "description", cells, "shop.body", html::plain);
    if rows.iter().any(|row| Cells::new(context.layout, row).find("shop.image").is_some()) {
        composed.notes.insert(Note::PicturesLeft);
    }
    let names: Vec<String> =
        (1..=3).map(|n| cells.text(&format!("{SHOP_KEY}option{n}_name")).to_owned()).collect();
    for (at, cells) in variants.iter().enumerate() {
        let row = cells.row.number;
        let money = cells.find("shop.price").map(|found| (found, price(found.text, context.currency)));
        if at == 0 {
            if let Some((found, money)) = &money {
                shop::price(&mut composed, row, found, money.clone());
            }
            if let Some(found) =
                cells.find("shop.grams").filter(|found| !found.text.trim_matches(['0', '.']).is_empty())
            {
                composed.speaks_of("weight_grams");
                composed.place("weight_grams", row, found.column, found.text);
                composed.line.weight_grams = super::weight::grams(found.text, "g").into();
            }
        }
        let mut variant = RawVariant { sku: cells.text("shop.sku").into(), ..RawVariant::default() };
        for (n, name) in names.iter().enumerate() {
            let value = cells.text(&format!("{SHOP_KEY}option{}_value", n + 1));
            if !name.is_empty() && !value.is_empty() && value != NO_OPTION {
                variant.options.insert(shop::option_name(name), value.into());
            }
        }
        if variant.options.is_empty() {
            continue;
        }
        if variant.sku.is_blank() {
            let options: Vec<String> =
                variant.options.values().map(|value| slug_for(value.trimmed())).collect();
            variant.sku = variant_sku(&sku, &options).into();
        }
        let own = composed.line.price.clone();
        variant.price = money
            .filter(|(_, money)| !money.currency.is_blank())
            .and_then(|(_, money)| other_price(money, own.as_ref()))
            .unwrap_or_default();
        composed.speaks_of("variants");
        composed.place(format!("variants.{}", composed.line.variants.len()), row, "", variant.sku.trimmed());
        composed.line.variants.push(variant);
    }
    as_draft(&mut composed);
    composed.place("line", first.number, column, handle);
    composed
}
