//! The checks that fields have in common. Each slice adds its own rules on top.

use std::ops::RangeInclusive;
use std::str::FromStr;

use super::{Raw, RawMoney};
use crate::clock::Date;
use crate::error::{Message, Problems, Result};
use crate::locale::{self, RawWording, Wording};
use crate::money::{self, Currency, Money};

/// Collects problems while an input is read.
#[derive(Debug, Default)]
pub struct Fields {
    problems: Problems,
}

impl Fields {
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a problem that a slice's own rule found.
    pub fn problem(&mut self, field: &str, message: impl Into<Message>) {
        self.problems.add(field, message);
    }

    /// Has this field a problem already? Rules that compare fields ask first.
    pub fn is_sound(&self, field: &str) -> bool {
        self.problems.of(field).is_none()
    }

    /// The value, if nothing was wrong.
    pub fn done<T>(self, value: T) -> Result<T> {
        self.problems.check().map(|()| value)
    }

    /// Takes a parsed value, or notes the problem and goes on with a stand-in.
    pub fn take<T: Default>(&mut self, field: &str, parsed: Result<T, Message>) -> T {
        self.problems.take(field, parsed).unwrap_or_default()
    }

    fn require(&mut self, field: &str, raw: &Raw) -> bool {
        if raw.is_blank() {
            self.problem(field, "problem-missing");
        }
        !raw.is_blank()
    }

    /// A text of one line or more; too long and control characters are refused.
    pub fn text(&mut self, field: &str, raw: &Raw, longest: usize) -> String {
        if self.require(field, raw) { self.take(field, checked_text(raw, longest)) } else { String::new() }
    }

    pub fn optional_text(&mut self, field: &str, raw: &Raw, longest: usize) -> Option<String> {
        (!raw.is_blank()).then(|| self.take(field, checked_text(raw, longest)))
    }

    /// A text in up to three languages, perhaps none yet.
    pub fn optional_wording(&mut self, field: &str, raw: &RawWording, longest: usize) -> Wording {
        raw.check(field, longest, &mut self.problems)
    }

    /// A text in at least one language.
    pub fn wording(&mut self, field: &str, raw: &RawWording, longest: usize) -> Wording {
        let wording = self.optional_wording(field, raw, longest);
        if wording.is_empty() && self.is_sound(field) {
            self.problem(field, "problem-missing-wording");
        }
        wording
    }

    pub fn whole(&mut self, field: &str, raw: &Raw, range: RangeInclusive<i64>) -> i64 {
        if self.require(field, raw) { self.take(field, whole_in(raw, &range)) } else { 0 }
    }

    pub fn optional_whole(&mut self, field: &str, raw: &Raw, range: RangeInclusive<i64>) -> Option<i64> {
        (!raw.is_blank()).then(|| self.take(field, whole_in(raw, &range)))
    }

    /// A date as `2026-11-21`.
    pub fn date(&mut self, field: &str, raw: &Raw) -> Date {
        if self.require(field, raw) { self.take(field, parsed_date(raw)) } else { Date::default() }
    }

    pub fn optional_date(&mut self, field: &str, raw: &Raw) -> Option<Date> {
        (!raw.is_blank()).then(|| self.take(field, parsed_date(raw)))
    }

    /// A word of a closed set.
    pub fn choice<T: FromStr<Err = Message> + Default>(&mut self, field: &str, raw: &Raw) -> T {
        if self.require(field, raw) { self.take(field, raw.trimmed().parse()) } else { T::default() }
    }

    /// A ticked box: `true`, `on`, `1` and `yes` are ticked, all else is not.
    pub fn flag(&self, raw: &Raw) -> bool {
        matches!(raw.trimmed(), "true" | "on" | "1" | "yes")
    }

    /// An ISO 3166-1 alpha-2 country.
    pub fn country(&mut self, field: &str, raw: &Raw) -> String {
        if self.require(field, raw) { self.take(field, country(raw.trimmed())) } else { String::new() }
    }

    pub fn optional_country(&mut self, field: &str, raw: &Raw) -> Option<String> {
        (!raw.is_blank()).then(|| self.take(field, country(raw.trimmed())))
    }

    pub fn currency(&mut self, field: &str, raw: &Raw) -> Currency {
        if !self.require(field, raw) {
            return Currency::EUR;
        }
        self.problems.take(field, Currency::parse(raw.trimmed())).unwrap_or(Currency::EUR)
    }

    /// An amount with its currency. Problems name `field.amount` and `field.currency`.
    pub fn money(&mut self, field: &str, raw: &RawMoney) -> Money {
        self.optional_money(field, raw).unwrap_or_else(|| {
            self.problem(&format!("{field}.amount"), "problem-missing");
            Money::new(0, Currency::EUR)
        })
    }

    /// The same where no amount at all is an answer; a currency alone is what an empty form sends.
    pub fn optional_money(&mut self, field: &str, raw: &RawMoney) -> Option<Money> {
        if raw.amount.is_blank() {
            return None;
        }
        let currency_field = format!("{field}.currency");
        let currency = self.currency(&currency_field, &raw.currency);
        let money = Money::parse(raw.amount.trimmed(), currency);
        let parsed = match self.is_sound(&currency_field) {
            true => self.problems.take(&format!("{field}.amount"), money),
            false => None,
        };
        Some(parsed.unwrap_or(Money::new(0, currency)))
    }

    /// Countries by code or by name, each once; several may stand in one text with commas between them.
    pub fn countries(&mut self, field: &str, raw: &super::RawList) -> Vec<String> {
        let code = |text: &str| locale::find_country(text).map_or_else(|| text.to_owned(), str::to_owned);
        let codes = super::RawList(raw.words().map(code).collect());
        self.keys(field, &codes, 249, locale::is_country)
    }

    /// Distinct keys of a vocabulary, each of which must be known.
    pub fn keys(
        &mut self,
        field: &str,
        raw: &super::RawList,
        most: usize,
        known: impl Fn(&str) -> bool,
    ) -> Vec<String> {
        let keys = raw.distinct();
        if keys.len() > most {
            self.problem(field, Message::new("problem-too-many").with("most", most));
        }
        if let Some(unknown) = keys.iter().find(|key| !known(key)) {
            let shown: String = unknown.chars().take(40).collect();
            self.problem(field, Message::new("problem-unknown-key").with("key", shown));
        }
        keys
    }
}

fn checked_text(raw: &Raw, longest: usize) -> Result<String, Message> {
    let text = raw.trimmed();
    if text.chars().count() > longest {
        return Err(Message::new("problem-too-long").with("longest", longest));
    }
    // Line breaks and tabs are how people write; the rest of the control characters is not.
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Message::new("problem-control-character"));
    }
    Ok(text.to_owned())
}

fn whole_in(raw: &Raw, range: &RangeInclusive<i64>) -> Result<i64, Message> {
    let number = money::parse_whole(raw.trimmed())?;
    if range.contains(&number) {
        return Ok(number);
    }
    Err(Message::new("problem-out-of-range").with("least", *range.start()).with("most", *range.end()))
}

fn parsed_date(raw: &Raw) -> Result<Date, Message> {
    let date: Date = raw.trimmed().parse().map_err(|_| Message::new("problem-date-unreadable"))?;
    let year = chrono::Datelike::year(&date);
    // Both databases and every calendar widget agree within these years.
    if (1900..=2200).contains(&year) { Ok(date) } else { Err(Message::new("problem-date-unreadable")) }
}

fn country(text: &str) -> Result<String, Message> {
    let code = text.to_ascii_uppercase();
    if locale::is_country(&code) { Ok(code) } else { Err(Message::new("problem-country-unknown")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn all_problems_come_at_once() {
        let mut fields = Fields::new();
        fields.text("title", &Raw::default(), 10);
        fields.whole("quantity", &"-3".into(), 1..=10);
        fields.date("needed_by", &"tomorrow".into());
        fields.country("destination", &"Atlantis".into());
        let Err(Error::Invalid(problems)) = fields.done(()) else { panic!("four problems expected") };
        let named: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(named, ["title", "quantity", "needed_by", "destination"]);
    }

    #[test]
    fn a_form_and_json_fill_the_same_fields() {
        let from_json: RawMoney = serde_json::from_str(r#"{"amount": 12.5, "currency": "MAD"}"#).unwrap();
        let from_form: RawMoney = serde_qs::from_str("amount=12.5&currency=MAD").unwrap();
        assert_eq!(from_json, from_form);
    }

    #[test]
    fn nul_is_no_text() {
        let mut fields = Fields::new();
        fields.text("title", &"a\0b".into(), 10);
        assert!(!fields.is_sound("title"));
    }
}
