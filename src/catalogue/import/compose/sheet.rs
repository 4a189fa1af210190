//! Our own sheet, and any that can be understood as it: one row per product, or one per variant with the same SKU.

use super::cells::{Found, is_failed_formula};
use super::weight::grams;
use super::{Cells, Composed, Context, Note};
use crate::accounts::slug_for;
use crate::catalogue::import::columns::OPTION_KEY;
use crate::catalogue::import::line::Texts;
use crate::catalogue::import::price::{code, price};
use crate::catalogue::import::reading::Row;
use crate::catalogue::import::terms::{self, Kind};
use crate::catalogue::import::tiers;
use crate::catalogue::{RawPacking, RawVariant};
use crate::error::Message;
use crate::input::{Raw, RawList, RawMoney};
use crate::locale::{Language, RawWording, is_arabic};

/// What variants differ in, by column and key, besides options under names of their own.
const OPTIONS: [(&str, &str); 7] = [
    ("size", "size"),
    ("colour", "colour"),
    ("glaze", "glaze"),
    ("finish", "finish"),
    ("variant_material", "material"),
    ("motif", "motif"),
    ("variant_other", "other"),
];
/// What each row may say anew: the variant's own.
const OF_VARIANTS: [&str; 13] = [
    "sku",
    "variant_sku",
    "size",
    "colour",
    "glaze",
    "finish",
    "variant_material",
    "motif",
    "variant_other",
    "variant_price",
    "variant_weight_grams",
    "price",
    "weight_grams",
];
const LONGEST_SKU: usize = 64;

pub(super) fn compose(context: &Context<'_>, rows: &[Row]) -> Composed {
    let mut composed = Composed::default();
    let Some((first, others)) = rows.split_first() else { return composed };
    composed.speaks_of("sku");
    product(context, &mut composed, Cells::new(context.layout, first));
    for row in rows {
        variant(context, &mut composed, Cells::new(context.layout, row), first.number);
    }
    for row in others {
        agrees(context, &mut composed, first, row);
    }
    composed.place("line", first.number, "", "");
    composed
}

/// Everything but variants; also what a maker mapped in a shop's file beside the shop's own columns.
pub(super) fn product(context: &Context<'_>, composed: &mut Composed, cells: Cells<'_>) {
    let mut reader = Reader { context, composed, cells };
    for (field, into) in plain_fields() {
        if let Some(text) = reader.read(field) {
            *into(&mut reader.composed.line) = text.into();
        }
    }
    reader.texts();
    reader.terms();
    reader.price();
    if let Some(text) = reader.read("weight_grams") {
        reader.composed.line.weight_grams =
            if text.is_empty() { text.into() } else { grams(&text, "g").into() };
    }
    reader.shown_in();
    reader.sample();
    reader.packing();
    if let Some(text) = reader.read("publish") {
        let answer = terms::answer(&text).map_or(text, |answer| answer.to_string());
        reader.composed.line.publish = answer.into();
    }
    if let Some(text) = reader.read("tiers") {
        match tiers::read(&text, context.currency) {
            Ok(tiers) => reader.composed.line.tiers = tiers,
            Err(message) => reader.composed.problem("tiers", message),
        }
    }
}

type Slot = fn(&mut crate::catalogue::import::line::ImportLine) -> &mut Raw;

/// Fields that are taken as they stand.
fn plain_fields() -> [(&'static str, Slot); 9] {
    [
        ("maker", |line| &mut line.maker),
        ("sku", |line| &mut line.sku),
        ("slug", |line| &mut line.slug),
        ("moq", |line| &mut line.moq),
        ("order_multiple", |line| &mut line.order_multiple),
        ("lead_time_days", |line| &mut line.lead_time_days),
        ("weekly_capacity", |line| &mut line.weekly_capacity),
        ("hs_code", |line| &mut line.hs_code),
        ("collection", |line| &mut line.collection),
    ]
}

type Side = fn(&mut RawPacking) -> &mut Raw;

fn sides() -> [(&'static str, Side); 3] {
    [
        ("length_mm", |packing| &mut packing.length_mm),
        ("width_mm", |packing| &mut packing.width_mm),
        ("height_mm", |packing| &mut packing.height_mm),
    ]
}

struct Reader<'r, 'a> {
    context: &'r Context<'a>,
    composed: &'r mut Composed,
    cells: Cells<'r>,
}

impl Reader<'_, '_> {
    /// The text of a column that is there, blank if it says nothing; remembers its place.
    fn read(&mut self, field: &str) -> Option<String> {
        self.read_as(field, field)
    }

    fn read_as(&mut self, column: &str, field: &str) -> Option<String> {
        if !self.context.layout.has(column) {
            return None;
        }
        self.composed.speaks_of(field);
        let found = self.cells.find(column);
        if let Some(Found { column, text }) = found {
            self.composed.place(field, self.cells.row.number, column, text);
            if is_failed_formula(text) {
                self.composed.problem(field, "problem-cell-formula");
            }
        } else if let Some(column) =
            self.context.layout.columns.iter().find(|own| own.field.as_deref() == Some(column))
        {
            self.composed.place(field, self.cells.row.number, &column.header, "");
        }
        Some(found.map_or(String::new(), |found| found.text.to_owned()))
    }

    fn texts(&mut self) {
        let language = self.read("language").filter(|text| !text.is_empty());
        self.composed.said.get_or_insert_default().remove("language");
        let named = language.as_deref().and_then(Language::known);
        if let (Some(text), None) = (&language, named) {
            // Refused where languages are checked.
            self.composed.line.language = text.as_str().into();
        }
        for field in ["title", "description"] {
            let mut wording = RawWording::default();
            for (language, slot) in [
                (Language::En, &mut wording.en),
                (Language::Fr, &mut wording.fr),
                (Language::Ar, &mut wording.ar),
            ] {
                let name = format!("{field}.{}", language.code());
                if let Some(text) = self.read_as(&format!("{field}_{}", language.code()), &name) {
                    *slot = text;
                }
            }
            if let Some(found) = self.cells.find(field) {
                let language = named.unwrap_or(match is_arabic(found.text) {
                    true => Language::Ar,
                    false => self.context.language,
                });
                let slot = match language {
                    Language::En => &mut wording.en,
                    Language::Fr => &mut wording.fr,
                    Language::Ar => &mut wording.ar,
                };
                if slot.is_empty() {
                    *slot = found.text.to_owned();
                    let name = format!("{field}.{}", language.code());
                    self.composed.speaks_of(&name);
                    self.composed.place(name, self.cells.row.number, found.column, found.text);
                }
                self.composed.place(field, self.cells.row.number, found.column, found.text);
                if is_failed_formula(found.text) {
                    self.composed.problem(field, "problem-cell-formula");
                }
            }
            match field {
                "title" => self.composed.line.title = Texts::Several(wording),
                _ => self.composed.line.description = Texts::Several(wording),
            }
        }
    }

    fn terms(&mut self) {
        let known = |kind, name: &str| terms::key(kind, name).map_or_else(|| name.to_owned(), str::to_owned);
        if let Some(text) = self.read("craft") {
            self.composed.line.craft = known(Kind::Craft, &text).into();
        }
        if let Some(text) = self.read("origin") {
            self.composed.line.origin = known(Kind::Country, &text).into();
        }
        if let Some(text) = self.read("materials") {
            self.composed.line.materials = keys(Kind::Material, &text);
        }
        if let Some(text) = self.read("techniques") {
            self.composed.line.techniques = keys(Kind::Technique, &text);
        }
    }

    /// Countries by name or by code.
    fn shown_in(&mut self) {
        if let Some(text) = self.read("only_in") {
            self.composed.line.only_in = keys(Kind::Country, &text);
        }
        if let Some(text) = self.read("except_in") {
            self.composed.line.except_in = keys(Kind::Country, &text);
        }
    }

    fn sample(&mut self) {
        if let Some(text) = self.read("sample").filter(|text| !text.is_empty()) {
            let currency = code(self.cells.text("currency"));
            self.composed.line.sample = price(&text, currency.as_deref().or(self.context.currency));
        }
    }

    fn packing(&mut self) {
        if let Some(text) = self.read_as("gross_weight_grams", "packing.gross_weight_grams") {
            self.composed.line.packing.gross_weight_grams =
                if text.is_empty() { text.into() } else { grams(&text, "g").into() };
        }
        for (side, into) in sides() {
            if let Some(text) = self.read_as(side, &format!("packing.{side}")) {
                *into(&mut self.composed.line.packing) = text.into();
            }
        }
        for language in Language::ALL {
            let code = language.code();
            if let Some(text) = self.read_as(&format!("warnings_{code}"), &format!("packing.warnings.{code}"))
            {
                *self.composed.line.packing.warnings.text_mut(language) = text;
            }
        }
    }

    fn price(&mut self) {
        let Some(text) = self.read("price") else { return };
        let beside = self.read_as("currency", "price.currency").filter(|text| !text.is_empty());
        self.composed.said.get_or_insert_default().remove("price.currency");
        let currency = beside.map(|sign| code(&sign).unwrap_or(sign));
        let currency = currency.as_deref().or(self.context.currency);
        self.composed.line.price = (!text.is_empty()).then(|| price(&text, currency));
    }
}

/// Keys where they are known; the rest as it is written, to be refused by name.
fn keys(kind: Kind, text: &str) -> RawList {
    // A name with a comma in it would otherwise be cut.
    if let Some(key) = terms::key(kind, text) {
        return RawList(vec![key.to_owned()]);
    }
    RawList(
        terms::list(text)
            .map(|name| terms::key(kind, name).map_or_else(|| name.to_owned(), str::to_owned))
            .collect(),
    )
}

/// A row that names an option or an article number of its own is a variant.
fn variant(context: &Context<'_>, composed: &mut Composed, cells: Cells<'_>, first: u64) {
    let mut variant = RawVariant { sku: cells.text("variant_sku").into(), ..RawVariant::default() };
    let named = OPTIONS.iter().filter_map(|(column, key)| Some((*key, cells.find(column)?)));
    for (name, found) in named.chain(cells.beginning(OPTION_KEY)) {
        variant.options.insert(name.to_owned(), found.text.into());
    }
    if variant.options.is_empty() && variant.sku.is_blank() {
        return;
    }
    let row = cells.row.number;
    let at = format!("variants.{}", composed.line.variants.len());
    if variant.sku.is_blank() {
        let options: Vec<String> = variant.options.values().map(|value| slug_for(value.trimmed())).collect();
        variant.sku = variant_sku(cells.text("sku"), &options).into();
    }
    let own_price = cells.find("variant_price").or_else(|| cells.find("price").filter(|_| row != first));
    if let Some(found) = own_price {
        let currency = code(cells.text("currency"));
        let money = price(found.text, currency.as_deref().or(context.currency));
        composed.place(format!("{at}.price"), row, found.column, found.text);
        variant.price = other_price(money, composed.line.price.as_ref()).unwrap_or_default();
    }
    let own_weight =
        cells.find("variant_weight_grams").or_else(|| cells.find("weight_grams").filter(|_| row != first));
    if let Some(found) = own_weight {
        composed.place(format!("{at}.weight_grams"), row, found.column, found.text);
        variant.weight_grams = grams(found.text, "g").into();
    }
    let (column, value) = cells.find("variant_sku").map_or(("", ""), |found| (found.column, found.text));
    composed.place(&at, row, column, value);
    composed.speaks_of("variants");
    composed.line.variants.push(variant);
}

/// A price that says no more than that of the product is none of the variant's own.
pub(super) fn other_price(money: RawMoney, of_product: Option<&RawMoney>) -> Option<RawMoney> {
    (Some(&money) != of_product).then_some(money)
}

/// An article number for a variant that has none: that of the product with what tells it apart.
pub(super) fn variant_sku(product: &str, options: &[String]) -> String {
    let whole =
        std::iter::once(product).chain(options.iter().map(String::as_str)).collect::<Vec<_>>().join("-");
    whole.chars().take(LONGEST_SKU).collect()
}

/// Rows of one product must not contradict each other.
fn agrees(context: &Context<'_>, composed: &mut Composed, first: &Row, row: &Row) {
    let (one, other) = (Cells::new(context.layout, first), Cells::new(context.layout, row));
    let is_variant = OPTIONS.iter().any(|(column, _)| other.find(column).is_some())
        || other.find("variant_sku").is_some()
        || other.beginning(OPTION_KEY).next().is_some();
    if !is_variant {
        let found = other.find("sku");
        let (column, text) = found.map_or(("", ""), |found| (found.column, found.text));
        let field = format!("row {}", row.number);
        composed.place(&field, row.number, column, text);
        composed.problem(field, Message::new("problem-sku-repeated").with("row", first.number as i64));
        return;
    }
    for column in &context.layout.columns {
        let Some(field) = column.field.as_deref().filter(|field| !OF_VARIANTS.contains(field)) else {
            continue;
        };
        if field == super::super::layout::IGNORE || field.starts_with(OPTION_KEY) {
            continue;
        }
        let (own, theirs) = (other.text(field), one.text(field));
        if !own.is_empty() && own != theirs {
            let place = format!("row {} {field}", row.number);
            composed.place(&place, row.number, &column.header, own);
            composed.problem(place, Message::new("problem-row-differs").with("row", first.number as i64));
        }
    }
}

/// Nothing of a shop's file that lacks something goes on the shelf.
pub(super) fn as_draft(composed: &mut Composed) {
    composed.line.publish = Raw::default();
    composed.notes.insert(Note::Draft);
}
