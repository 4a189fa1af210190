//! A price as it stands in a cell: an amount, perhaps with its currency, in front or behind.

use crate::input::RawMoney;
use crate::locale::fold;
use crate::money::{Currency, Money};

/// What people write for a currency, besides its code. A sign that several countries share is not in it.
const SIGNS: [(&str, &str); 13] = [
    ("€", "EUR"),
    ("₪", "ILS"),
    ("DT", "TND"),
    ("د.ت", "TND"),
    ("د.م", "MAD"),
    ("د.م.", "MAD"),
    ("د.ج", "DZD"),
    ("د.أ", "JOD"),
    ("د.ا", "JOD"),
    ("ج.م", "EGP"),
    ("ل.ل", "LBP"),
    ("euro", "EUR"),
    ("euros", "EUR"),
];

/// Parts a cell into amount and currency. What is neither stays in the amount, so that the money parser refuses it.
pub(super) fn price(cell: &str, currency: Option<&str>) -> RawMoney {
    let cell = cell.trim();
    let is_amount = |c: char| c.is_numeric() || matches!(c, '٫' | '٬');
    let (Some(first), Some(last)) = (cell.find(is_amount), cell.rfind(is_amount)) else {
        return RawMoney { amount: cell.into(), currency: currency.unwrap_or_default().into() };
    };
    let end = last + cell[last..].chars().next().map_or(1, char::len_utf8);
    let (before, amount, after) = (cell[..first].trim(), &cell[first..end], cell[end..].trim());
    let named = match (before, after) {
        ("", "") => return RawMoney { amount: amount.into(), currency: currency.unwrap_or_default().into() },
        ("", sign) | (sign, "") => code(sign),
        _ => None,
    };
    match named {
        Some(code) => RawMoney { amount: amount.into(), currency: code.into() },
        None => RawMoney { amount: cell.into(), currency: currency.unwrap_or_default().into() },
    }
}

/// The code of a currency that is named by code or sign.
pub(super) fn code(sign: &str) -> Option<String> {
    let sign = sign.trim();
    if let Ok(currency) = Currency::parse(sign) {
        return Some(currency.code().to_owned());
    }
    let same = |known: &str| known == sign || (known.is_ascii() && fold(known) == fold(sign));
    SIGNS.iter().find(|(known, _)| same(known)).map(|(_, code)| (*code).to_owned())
}

/// As a sheet of ours says it: the code in the same cell, so that no program takes the mark of decimals for thousands.
pub(in crate::catalogue) fn written(money: Money) -> String {
    format!("{} {}", money.major(), money.currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str, currency: Option<&str>) -> (String, String) {
        let money = price(cell, currency);
        (money.amount.0, money.currency.0)
    }

    fn pair(amount: &str, currency: &str) -> (String, String) {
        (amount.to_owned(), currency.to_owned())
    }

    #[test]
    fn the_currency_stands_in_the_cell_or_beside_it() {
        assert_eq!(read("12.500 TND", None), pair("12.500", "TND"));
        assert_eq!(read("TND 12,5", None), pair("12,5", "TND"));
        assert_eq!(read("12,50€", Some("TND")), pair("12,50", "EUR"));
        assert_eq!(read("١٢٫٥٠٠ د.ت", None), pair("١٢٫٥٠٠", "TND"));
        assert_eq!(read("1 250,00", Some("MAD")), pair("1 250,00", "MAD"));
        assert_eq!(read("12", None), pair("12", ""));
    }

    #[test]
    fn what_is_neither_is_left_to_be_refused() {
        assert_eq!(read("12 pieces", Some("EUR")), pair("12 pieces", "EUR"));
        assert_eq!(read("$12", None), pair("$12", ""));
        assert_eq!(read("on request", None), pair("on request", ""));
        assert_eq!(read("-12", Some("EUR")), pair("-12", "EUR"));
    }
}
