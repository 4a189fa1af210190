//! Dates, numbers and money as each language writes them. Digits are Western in all three: that is how prices and
//! dates stand in the trade papers of the region, and it keeps amounts from being read wrongly.

use chrono::Datelike;

use super::{Language, say};
use crate::clock::Date;
use crate::error::Message;
use crate::money::Money;

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

fn month_name(language: Language, month: u32) -> String {
    let key = MONTHS[(month as usize).clamp(1, 12) - 1];
    say(language, &Message::new(key))
}

/// `March 2026`, of the month in which a day lies.
pub fn month(language: Language, day: Date) -> String {
    let message = Message::new("date-month")
        .with("month", month_name(language, day.month()))
        .with("year", day.year().to_string());
    bare(say(language, &message))
}

/// Without the marks that set a message's arguments apart: inside them the name of the month would not count, so that a
/// sentence or a `bdi` around an Arabic date would take it for left-to-right.
fn bare(text: String) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

pub fn date(language: Language, date: Date) -> String {
    let message = Message::new("date-long")
        .with("day", date.day().to_string())
        .with("month", month_name(language, date.month()))
        .with("year", date.year().to_string());
    bare(say(language, &message))
}

/// So many pieces, in the words of the language.
pub fn pieces(language: Language, count: i64) -> Message {
    Message::new("unit-pieces").with("count", count).with("shown", number(language, count))
}

pub fn number(language: Language, number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(&number.unsigned_abs().to_string(), group_mark(language)))
}

/// `1 250,000 TND`, `1,250.000 TND`: the amount with all its decimals, then the code.
pub fn money(language: Language, money: Money) -> String {
    let major = money.major();
    let (whole, fraction) = major.split_once('.').unwrap_or((&major, ""));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mark = if language == Language::Fr { "," } else { "." };
    let fraction = if fraction.is_empty() { String::new() } else { format!("{mark}{fraction}") };
    let amount = format!("{sign}{}{fraction}\u{a0}{}", grouped(whole, group_mark(language)), money.currency);
    // In an Arabic sentence the amount and its Latin code must stay together and in this order.
    if language == Language::Ar { format!("\u{2068}{amount}\u{2069}") } else { amount }
}

fn group_mark(language: Language) -> char {
    if language == Language::Fr { '\u{202f}' } else { ',' }
}

fn grouped(digits: &str, mark: char) -> String {
    let mut out = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;

    #[test]
    fn an_arabic_date_shows_its_direction_by_its_first_letter() {
        let day: Date = "2025-04-30".parse().unwrap();
        assert_eq!(date(Language::Ar, day), "30 أبريل 2025");
        assert_eq!(month(Language::Ar, day), "أبريل 2025");
        assert_eq!(date(Language::En, day), "30 April 2025");
    }

    #[test]
    fn money_keeps_every_decimal() {
        let price = Money::new(1_250_500, Currency::parse("TND").unwrap());
        assert_eq!(money(Language::Fr, price), "1\u{202f}250,500\u{a0}TND");
        assert_eq!(money(Language::En, price), "1,250.500\u{a0}TND");
        assert_eq!(number(Language::En, -1_234_567), "-1,234,567");
    }
}
