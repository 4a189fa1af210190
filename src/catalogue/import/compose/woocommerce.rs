//! Products out of WooCommerce: simple ones, and variable ones with variations that name their parent by id or SKU.

use super::cells::Found;
use super::sheet::{as_draft, other_price, product, variant_sku};
use super::shop;
use super::weight::grams;
use super::{Belongs, Cells, Composed, Context, Note};
use crate::accounts::slug_for;
use crate::catalogue::RawVariant;
use crate::catalogue::import::html;
use crate::catalogue::import::price::price;
use crate::catalogue::import::reading::Row;
use crate::error::Message;
use crate::input::RawMoney;

const WEIGHTS: [(&str, &str); 4] =
    [("shop.weight_kg", "kg"), ("shop.weight_g", "g"), ("shop.weight_lbs", "lbs"), ("shop.weight_oz", "oz")];
const MOST_OPTIONS: usize = 3;

fn kinds<'a>(cells: &Cells<'a>) -> impl Iterator<Item = &'a str> {
    cells.text("shop.type").split(',').map(str::trim)
}

fn is_variation(cells: &Cells<'_>) -> bool {
    kinds(cells).any(|kind| kind == "variation")
}

pub(super) fn belongs(cells: &Cells<'_>) -> Belongs {
    let parent = cells.text("shop.parent");
    if is_variation(cells) && !parent.is_empty() {
        return Belongs::To(parent.to_owned());
    }
    let mut names = Vec::new();
    if !cells.text("shop.id").is_empty() {
        names.push(format!("id:{}", cells.text("shop.id")));
    }
    if !cells.text("shop.sku").is_empty() {
        names.push(cells.text("shop.sku").to_owned());
    }
    if names.is_empty() { Belongs::Alone } else { Belongs::Together(names) }
}

pub(super) fn compose(context: &Context<'_>, rows: &[Row]) -> Composed {
    let mut composed = Composed::default();
    // The parent may stand behind its variations.
    let all: Vec<Cells<'_>> = rows.iter().map(|row| Cells::new(context.layout, row)).collect();
    let Some(parent) = all.iter().find(|cells| !is_variation(cells)).or(all.first()).copied() else {
        return composed;
    };
    product(context, &mut composed, parent);
    let row = parent.row.number;
    if let Some(message) = refusal(&parent) {
        let found = parent.find("shop.type");
        let (column, value) = found.map_or(("", ""), |found| (found.column, found.text));
        composed.place("type", row, column, value);
        composed.problem("type", message);
    }
    let sku = match (parent.text("shop.sku"), parent.text("shop.id")) {
        ("", "") => shop::key("woo-", parent.text("shop.title")),
        ("", id) => format!("woo-{id}"),
        (sku, _) => sku.to_owned(),
    };
    let named = parent.find("shop.sku").or_else(|| parent.find("shop.title"));
    let (column, value) = named.map_or(("", ""), |found| (found.column, found.text));
    composed.speaks_of("sku");
    composed.place("sku", row, column, value);
    composed.line.sku = sku.as_str().into();
    shop::text(context, &mut composed, "title", parent, "shop.title", html::plain);
    let body = if parent.find("shop.body").is_some() { "shop.body" } else { "shop.short" };
    shop::text(context, &mut composed, "description", parent, body, html::plain);
    let priced = all.iter().find_map(|cells| Some((cells, cells.find("shop.price")?)));
    if let Some((cells, found)) = priced {
        shop::price(&mut composed, cells.row.number, &found, money(context, &found));
    }
    if let Some((found, unit)) = weight(&parent).or_else(|| all.iter().find_map(weight)) {
        composed.speaks_of("weight_grams");
        composed.place("weight_grams", row, found.column, found.text);
        composed.line.weight_grams = grams(found.text, unit).into();
    }
    if all.iter().any(|cells| cells.find("shop.sale_price").is_some()) {
        composed.notes.insert(Note::SalePriceIgnored);
    }
    if all.iter().any(|cells| cells.find("shop.image").is_some()) {
        composed.notes.insert(Note::PicturesLeft);
    }
    for cells in all.iter().filter(|cells| cells.row.number != row) {
        if is_variation(cells) {
            variation(context, &mut composed, cells, &sku);
        } else {
            let field = format!("row {}", cells.row.number);
            composed.place(&field, cells.row.number, column, cells.text("shop.sku"));
            composed.problem(field, Message::new("problem-sku-repeated").with("row", row as i64));
        }
    }
    as_draft(&mut composed);
    composed.place("line", row, column, value);
    composed
}

/// Why something is not for this market.
fn refusal(cells: &Cells<'_>) -> Option<Message> {
    if is_variation(cells) {
        return Some(Message::new("problem-shop-no-parent").with("parent", cells.text("shop.parent")));
    }
    kinds(cells).find_map(|kind| match kind {
        "virtual" | "downloadable" => Some(Message::new("problem-shop-virtual")),
        "external" => Some(Message::new("problem-shop-external")),
        "grouped" => Some(Message::new("problem-shop-grouped")),
        "simple" | "variable" | "" => None,
        other => {
            Some(Message::new("problem-shop-kind").with("kind", other.chars().take(40).collect::<String>()))
        }
    })
}

fn money(context: &Context<'_>, found: &Found<'_>) -> RawMoney {
    price(found.text, context.currency)
}

fn weight<'a>(cells: &Cells<'a>) -> Option<(Found<'a>, &'static str)> {
    WEIGHTS.iter().find_map(|(field, unit)| Some((cells.find(field)?, *unit)))
}

fn variation(context: &Context<'_>, composed: &mut Composed, cells: &Cells<'_>, product: &str) {
    let mut variant = RawVariant { sku: cells.text("shop.sku").into(), ..RawVariant::default() };
    for n in 1..=MOST_OPTIONS {
        let (name, value) =
            (cells.text(&format!("shop.option{n}_name")), cells.text(&format!("shop.option{n}_value")));
        if !name.is_empty() && !value.is_empty() {
            variant.options.insert(shop::option_name(name), value.into());
        }
    }
    if variant.sku.is_blank() {
        let options: Vec<String> = variant.options.values().map(|value| slug_for(value.trimmed())).collect();
        variant.sku = variant_sku(product, &options).into();
    }
    let at = format!("variants.{}", composed.line.variants.len());
    if let Some(found) = cells.find("shop.price") {
        let money = money(context, &found);
        composed.place(format!("{at}.price"), cells.row.number, found.column, found.text);
        if !money.currency.is_blank() {
            variant.price = other_price(money, composed.line.price.as_ref()).unwrap_or_default();
        }
    }
    if let Some((found, unit)) = weight(cells) {
        composed.place(format!("{at}.weight_grams"), cells.row.number, found.column, found.text);
        variant.weight_grams = grams(found.text, unit).into();
    }
    composed.speaks_of("variants");
    composed.place(at, cells.row.number, "", cells.text("shop.sku"));
    composed.line.variants.push(variant);
}
