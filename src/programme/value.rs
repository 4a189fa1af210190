//! A number as claims, targets and indicators hold it: at most two decimals, never a float.

use crate::error::Message;
use crate::locale::{self, Language};
use crate::money::{Currency, Money};

/// Counted in hundredths, so that cents of exports and halves of jobs add up exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value(i64);

impl Value {
    pub const ONE: Self = Self(100);

    pub fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    pub fn cents(self) -> i64 {
        self.0
    }

    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Reads a number as people write it; zero is one, a negative number is not.
    pub fn parse(text: &str) -> Result<Self, Message> {
        // Hundredths are what amounts in euro are made of, so the rules for typing those hold here too.
        match Money::parse(text, Currency::EUR) {
            Ok(money) => Ok(Self(money.minor)),
            Err(message) if message.key == "problem-amount-zero" => Ok(Self(0)),
            Err(message) if message.key == "problem-amount-too-large" => Err(message),
            Err(_) => Err(Message::new("problem-value-unreadable")),
        }
    }

    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// How much of the way from a baseline to a target this value has come; nothing where there is no way to go.
    pub fn share_of(self, baseline: Self, target: Self) -> Option<f64> {
        let way = target.0.checked_sub(baseline.0).filter(|way| *way != 0)?;
        // Only a drawing and a percentage are made of it, so a float does no harm here.
        let share = (self.0 - baseline.0) as f64 / way as f64;
        Some((share * 10_000.0).round() / 10_000.0)
    }

    /// For programs: with two decimals where the unit is money, else without those that say nothing.
    pub fn written(self, unit: &str) -> String {
        if is_money(unit) || self.0 % 100 != 0 {
            return Money::new(self.0, Currency::EUR).major();
        }
        (self.0 / 100).to_string()
    }

    /// For people: `4,300,000 EUR`, `50 %`, `144`.
    pub fn shown(self, unit: &str, language: Language) -> String {
        let text = match unit {
            "percent" => format!("{}\u{a0}%", self.plain(language)),
            "months" => locale::say(
                language,
                &Message::new("unit-months").with("count", self.0 / 100).with("shown", self.plain(language)),
            ),
            money if is_money(money) => format!("{}\u{a0}{money}", self.plain(language)),
            _ => self.plain(language),
        };
        // In an Arabic sentence the digits and what follows them must stay together and in this order.
        if language == Language::Ar && unit != "months" { format!("\u{2068}{text}\u{2069}") } else { text }
    }

    fn plain(self, language: Language) -> String {
        let whole = locale::number(language, self.0 / 100);
        let mark = if language == Language::Fr { ',' } else { '.' };
        match (self.0 % 100).abs() {
            0 => whole,
            hundredths => format!("{whole}{mark}{hundredths:02}"),
        }
    }
}

impl std::iter::Sum for Value {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::default(), Self::plus)
    }
}

fn is_money(unit: &str) -> bool {
    unit.len() == 3 && Currency::parse(unit).is_ok_and(|currency| currency.code() == unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written_exactly() {
        assert_eq!(Value::parse("250000"), Ok(Value(25_000_000)));
        assert_eq!(Value::parse("0"), Ok(Value(0)));
        assert_eq!(Value::parse("٤٥٫٥"), Ok(Value(4_550)));
        assert!(Value::parse("-1").is_err());
        assert!(Value::parse("1.234").is_err());
        assert_eq!(Value(25_000_050).written("EUR"), "250000.50");
        assert_eq!(Value(900).written("agreements"), "9");
        assert_eq!(Value(4_550).written("percent"), "45.50");
    }

    #[test]
    fn people_read_the_unit_with_the_number() {
        assert_eq!(Value(430_000_000).shown("EUR", Language::En), "4,300,000\u{a0}EUR");
        assert_eq!(Value(123_456).shown("EUR", Language::Fr), "1\u{202f}234,56\u{a0}EUR");
        assert_eq!(Value(5_000).shown("percent", Language::En), "50\u{a0}%");
        assert_eq!(Value(14_400).shown("clusters", Language::En), "144");
        assert_eq!(Value(700).shown("months", Language::En), "7 months");
    }

    #[test]
    fn a_share_is_the_part_of_the_way_gone() {
        assert_eq!(Value(300).share_of(Value(0), Value(900)), Some(0.3333));
        assert_eq!(Value(300).share_of(Value(200), Value(200)), None);
    }
}
