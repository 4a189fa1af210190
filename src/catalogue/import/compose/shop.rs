//! What the files of all shops have in common: retail prices, texts in one language, no article number of the product.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::cells::Found;
use super::{Cells, Composed, Context, Note};
use crate::accounts::slug_for;
use crate::catalogue::import::line::Texts;
use crate::input::RawMoney;
use crate::locale::{Language, RawWording, fold, is_arabic};

pub(super) const SHOP_KEY: &str = "shop.";
const LONGEST_KEY: usize = 64;

/// An article number for a product that has none: always the same for the same name.
pub(super) fn key(start: &str, name: &str) -> String {
    let slug = slug_for(name);
    let whole = format!("{start}{slug}");
    // A slug that says it all is its own name; one that was cut or translated needs a mark.
    if whole.len() <= LONGEST_KEY && start.is_empty() && slug == name.trim() {
        return whole;
    }
    let mark = HEXLOWER.encode(&Sha256::digest(name.trim())[..4]);
    let short: String = whole.chars().take(LONGEST_KEY - 9).collect();
    format!("{}-{mark}", short.trim_end_matches('-'))
}

/// A text in the one language that such a file has.
pub(super) fn text(
    context: &Context<'_>,
    composed: &mut Composed,
    field: &str,
    cells: Cells<'_>,
    column: &str,
    clean: impl Fn(&str) -> String,
) {
    let Some(found) = cells.find(column) else { return };
    let text = clean(found.text);
    if text.is_empty() {
        return;
    }
    let language = if is_arabic(&text) { Language::Ar } else { context.language };
    let name = format!("{field}.{}", language.code());
    let wording = RawWording::in_language(language, text);
    composed.speaks_of(&name);
    composed.place(name, cells.row.number, found.column, found.text);
    composed.place(field, cells.row.number, found.column, found.text);
    match field {
        "title" => composed.line.title = Texts::Several(wording),
        _ => composed.line.description = Texts::Several(wording),
    }
}

/// A retail price is taken only where its currency is known; a price of nothing is none.
pub(super) fn price(composed: &mut Composed, row: u64, found: &Found<'_>, money: RawMoney) {
    if money.amount.trimmed().trim_matches(['0', '.', ',']).is_empty() {
        return;
    }
    if money.currency.is_blank() {
        composed.notes.insert(Note::PriceWithoutCurrency);
        return;
    }
    composed.notes.insert(Note::RetailPrice);
    composed.speaks_of("price");
    composed.place("price", row, found.column, found.text);
    composed.line.price = Some(money);
}

/// The names that options have in shops, as ours.
pub(super) fn option_name(name: &str) -> String {
    match fold(name).as_str() {
        "size" | "taille" | "dimensione" | "dimensioni" | "groesse" | "tamano" | "المقاس" | "الحجم" => {
            "size".to_owned()
        }
        "color" | "colour" | "couleur" | "colore" | "farbe" | "اللون" => "colour".to_owned(),
        "glaze" | "email" | "smalto" => "glaze".to_owned(),
        _ => name.trim().to_lowercase().chars().take(40).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_stable_short_and_tells_apart() {
        assert_eq!(key("", "clay-plant-pot"), "clay-plant-pot");
        let long = "A very long title of a vase ".repeat(8);
        assert_eq!(key("etsy-", &long), key("etsy-", &long));
        assert!(key("etsy-", &long).len() <= 64);
        assert_ne!(key("etsy-", "مزهرية"), key("etsy-", "مزهرية زرقاء"));
    }
}
