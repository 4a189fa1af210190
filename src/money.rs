//! Money: integer minor units and an ISO 4217 code. Never a float, never rounded in silence.
//!
//! TND and JOD have three decimals. A price read with two would be wrong tenfold, so every currency brings its own.

mod currency;
pub mod kept;
mod rates;

pub use currency::Currency;
pub use rates::{Rate, Rates};

use std::fmt;

use crate::error::Message;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

/// More than anyone pays for crafts, and small enough that sums never overflow.
const LARGEST_MINOR: i64 = 1_000_000_000_000_000;

impl Money {
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Reads a positive amount as a person types it: `12.500`, `12,5`, `1 250,00`, `١٢٫٥`.
    /// Too many decimals are refused, because rounding them would change a price without asking.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, Message> {
        let money = Self::new(parse_minor(text, currency)?, currency);
        if money.minor == 0 {
            return Err(Message::new("problem-amount-zero"));
        }
        Ok(money)
    }

    /// The amount in major units with all the currency's decimals: `12.500` for TND.
    pub fn major(self) -> String {
        let decimals = self.currency.decimals() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0width$}", self.minor.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        if decimals == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    /// So many pieces at this price; `None` where the product would be absurd.
    pub fn times(self, quantity: i64) -> Option<Self> {
        let minor = self.minor.checked_mul(quantity).filter(|minor| minor.abs() <= LARGEST_MINOR)?;
        Some(Self { minor, ..self })
    }

    /// So many per cent less, to the nearest minor unit.
    pub fn less(self, percent: i64) -> Self {
        let hundredfold = self.minor * (100 - percent);
        Self { minor: (hundredfold + 50).div_euclid(100), ..self }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.major(), self.currency)
    }
}

fn parse_minor(text: &str, currency: Currency) -> Result<i64, Message> {
    let wrong = || Message::new("problem-amount-unreadable");
    let plain: String = text.trim().chars().filter(|c| !is_group_space(*c)).map(western).collect();
    let (whole, fraction) = match plain.rfind(['.', ',']) {
        None => (plain.clone(), String::new()),
        Some(at) => {
            let mark = plain.as_bytes()[at] as char;
            let (head, tail) = (&plain[..at], &plain[at + 1..]);
            // The last mark is the decimal one; the other kind before it may only group thousands.
            let group = if mark == '.' { ',' } else { '.' };
            if head.contains(mark) || !groups_thousands(head, group) {
                return Err(wrong());
            }
            (head.replace(group, ""), tail.to_owned())
        }
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !all_digits(&whole) || !all_digits(&fraction) || plain.ends_with(['.', ',']) {
        return Err(wrong());
    }
    let decimals = currency.decimals() as usize;
    if fraction.len() > decimals {
        return Err(Message::new("problem-amount-decimals")
            .with("currency", currency.code())
            .with("decimals", decimals)
            .with("example", Money::new(12 * 10_i64.pow(decimals as u32), currency).major()));
    }
    let minor: i64 = format!("{whole}{fraction:0<decimals$}").parse().map_err(|_| too_large())?;
    if minor > LARGEST_MINOR { Err(too_large()) } else { Ok(minor) }
}

fn too_large() -> Message {
    Message::new("problem-amount-too-large")
}

fn groups_thousands(head: &str, group: char) -> bool {
    let mut parts = head.split(group);
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    rest.is_empty() || (matches!(first.len(), 1..=3) && rest.iter().all(|part| part.len() == 3))
}

fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' | '٬')
}

/// Arabic-Indic and Persian digits and the Arabic decimal mark, as the keyboard of a Western phone would write them.
fn western(c: char) -> char {
    match c {
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        '٫' => '.',
        other => other,
    }
}

/// A digit of any of the region's scripts as a Western one.
pub fn western_digit(c: char) -> Option<char> {
    Some(western(c)).filter(char::is_ascii_digit)
}

/// A whole number as people type it, digits of either script.
pub fn parse_whole(text: &str) -> Result<i64, Message> {
    let plain: String = text.trim().chars().filter(|c| !is_group_space(*c)).map(western).collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Message::new("problem-number-unreadable"));
    }
    plain.parse().map_err(|_| Message::new("problem-number-too-large"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(text: &str, code: &str) -> Result<i64, &'static str> {
        Money::parse(text, Currency::parse(code).unwrap())
            .map(|money| money.minor)
            .map_err(|message| message.key)
    }

    #[test]
    fn dinars_of_tunis_and_amman_have_three_decimals() {
        assert_eq!(minor("12.500", "TND"), Ok(12_500));
        assert_eq!(minor("12,5", "JOD"), Ok(12_500));
        assert_eq!(minor("12.5", "MAD"), Ok(1_250));
        assert_eq!(minor("12", "JPY"), Ok(12));
    }

    #[test]
    fn too_many_decimals_are_refused_not_rounded() {
        assert_eq!(minor("12.3456", "TND"), Err("problem-amount-decimals"));
        assert_eq!(minor("12.345", "EUR"), Err("problem-amount-decimals"));
    }

    #[test]
    fn amounts_are_read_as_three_languages_write_them() {
        assert_eq!(minor("1 250,00", "EUR"), Ok(125_000));
        assert_eq!(minor("1,250.00", "EUR"), Ok(125_000));
        assert_eq!(minor("1.250,00", "EUR"), Ok(125_000));
        assert_eq!(minor("١٢٫٥", "MAD"), Ok(1_250));
    }

    #[test]
    fn nonsense_is_no_amount() {
        for text in ["", ".", "12.", ",5", "1,2,3", "12.5.5", "-3", "1e3", "12 EUR", "12,34.5", "NaN"] {
            assert_eq!(minor(text, "EUR"), Err("problem-amount-unreadable"), "{text:?}");
        }
        assert_eq!(minor("0.00", "EUR"), Err("problem-amount-zero"));
        assert_eq!(minor("99999999999999999999", "EUR"), Err("problem-amount-too-large"));
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(minor in 1..LARGEST_MINOR, code in "TND|JOD|MAD|EUR|JPY") {
            let money = Money::new(minor, Currency::parse(&code).unwrap());
            proptest::prop_assert_eq!(Money::parse(&money.major(), money.currency), Ok(money));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*") {
            let _ = Money::parse(&text, Currency::EUR);
            let _ = parse_whole(&text);
        }
    }
}
