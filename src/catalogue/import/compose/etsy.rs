//! Listings out of Etsy: one row each, with headers in the language of the shop.

use super::sheet::{as_draft, product, variant_sku};
use super::shop;
use super::{Cells, Composed, Context, Note};
use crate::accounts::slug_for;
use crate::catalogue::RawVariant;
use crate::catalogue::import::html;
use crate::catalogue::import::price::{code, price};
use crate::catalogue::import::reading::Row;
use crate::catalogue::import::terms::{self, Kind};
use crate::input::RawList;

/// Two variations of a listing multiply.
const MOST_VARIANTS: usize = 100;

pub(super) fn compose(context: &Context<'_>, rows: &[Row]) -> Composed {
    let mut composed = Composed::default();
    let Some(row) = rows.first() else { return composed };
    let cells = Cells::new(context.layout, row);
    product(context, &mut composed, cells);
    let title = html::plain(cells.text("shop.title"));
    // A listing with variations has a list of numbers, none of which is its own.
    let own = cells.find("shop.sku").filter(|found| !found.text.contains(','));
    let named = own.or_else(|| cells.find("shop.title"));
    let (column, value) = named.map_or(("", ""), |found| (found.column, found.text));
    composed.speaks_of("sku");
    composed.place("sku", row.number, column, value);
    composed.line.sku = match own {
        Some(found) => found.text.into(),
        None if title.is_empty() => String::new().into(),
        None => shop::key("etsy-", &title).into(),
    };
    shop::text(context, &mut composed, "title", cells, "shop.title", |text| short(&html::plain(text)));
    shop::text(context, &mut composed, "description", cells, "shop.body", html::plain);
    if let Some(found) = cells.find("shop.price") {
        let currency = code(cells.text("shop.currency"));
        let money = price(found.text, currency.as_deref().or(context.currency));
        shop::price(&mut composed, row.number, &found, money);
    }
    if let Some(found) = cells.find("shop.materials") {
        let names: Vec<String> = terms::list(found.text).map(|name| name.replace('_', " ")).collect();
        let known: Vec<String> =
            names.iter().filter_map(|name| terms::key(Kind::Material, name)).map(str::to_owned).collect();
        if known.len() < names.len() {
            composed.notes.insert(Note::MaterialUnknown);
        }
        if !known.is_empty() {
            composed.speaks_of("materials");
            composed.place("materials", row.number, found.column, found.text);
            composed.line.materials = RawList(known);
        }
    }
    if cells.find("shop.image").is_some() {
        composed.notes.insert(Note::PicturesLeft);
    }
    variants(&mut composed, cells);
    as_draft(&mut composed);
    composed.place("line", row.number, column, value);
    composed
}

/// Titles there are longer than ours may be; they end at a comma or at a word.
fn short(title: &str) -> String {
    const LONGEST: usize = 160;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST).collect();
    let end = cut.rfind([',', '|', '–']).or_else(|| cut.rfind(' ')).unwrap_or(cut.len());
    cut[..end].trim().to_owned()
}

/// Every value of the one with every value of the other.
fn variants(composed: &mut Composed, cells: Cells<'_>) {
    let option = |n: usize| {
        let name = cells.text(&format!("shop.option{n}_name"));
        let values: Vec<String> = match name {
            "" => Vec::new(),
            _ => terms::list(cells.text(&format!("shop.option{n}_value")))
                .map(|value| value.replace('_', " "))
                .collect(),
        };
        (shop::option_name(name), values)
    };
    let (first, second) = (option(1), option(2));
    let sku = composed.line.sku.trimmed().to_owned();
    let mut all: Vec<Vec<(&str, &str)>> = vec![Vec::new()];
    for (name, values) in [&first, &second].into_iter().filter(|(_, values)| !values.is_empty()) {
        all = all
            .iter()
            .flat_map(|chosen| {
                values.iter().map(|value| [chosen.as_slice(), &[(name.as_str(), value.as_str())]].concat())
            })
            .collect();
    }
    for chosen in all.into_iter().filter(|chosen| !chosen.is_empty()).take(MOST_VARIANTS) {
        let options: Vec<String> = chosen.iter().map(|(_, value)| slug_for(value)).collect();
        let variant = RawVariant {
            sku: variant_sku(&sku, &options).into(),
            options: chosen.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())).collect(),
            ..RawVariant::default()
        };
        composed.speaks_of("variants");
        composed.line.variants.push(variant);
    }
}
