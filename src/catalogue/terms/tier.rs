//! A row of a price list: a price for a range of quantities, perhaps in some countries only, within some days only, at
//! another lead time, for one variant.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::clock::Date;
use crate::error::Message;
use crate::input::{Fields, Raw, RawList, RawMoney};
use crate::money::{self, Money};

pub(super) const MOST_TIERS: usize = 60;
const MOST_PIECES: i64 = 1_000_000;
const LONGEST_LEAD_TIME: i64 = 730;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawTier {
    /// The SKU of the variant that it is for; empty for all.
    pub variant: Raw,
    /// The smallest quantity.
    pub from: Raw,
    /// The largest; empty for any larger one.
    pub to: Raw,
    /// ISO 3166-1 alpha-2 codes of the buyer's country; empty for everywhere.
    pub territory: RawList,
    /// Left out where the product's own lead time holds.
    pub lead_time_days: Raw,
    /// For one piece.
    pub price: RawMoney,
    /// The first day, as `2026-01-31`; empty if it holds already.
    pub valid_from: Raw,
    /// The last day; empty if none is foreseen.
    pub valid_until: Raw,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tier {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    pub from: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<i64>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub territory: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_time_days: Option<i64>,
    #[serde(with = "money::kept")]
    pub price: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
}

impl RawTier {
    /// A form sends a row that nobody filled in as well.
    fn is_blank(&self) -> bool {
        let Self { variant, from, to, territory, lead_time_days, price, valid_from, valid_until } = self;
        [variant, from, to, lead_time_days, &price.amount, valid_from, valid_until]
            .iter()
            .all(|raw| raw.is_blank())
            && territory.distinct().is_empty()
    }

    fn read(&self, fields: &mut Fields, name: &str) -> Tier {
        let at = |part: &str| format!("{name}.{part}");
        let tier = Tier {
            variant: fields.optional_text(&at("variant"), &self.variant, 64),
            from: fields.whole(&at("from"), &self.from, 1..=MOST_PIECES),
            to: fields.optional_whole(&at("to"), &self.to, 1..=MOST_PIECES),
            territory: fields.countries(&at("territory"), &self.territory),
            lead_time_days: fields.optional_whole(
                &at("lead_time_days"),
                &self.lead_time_days,
                0..=LONGEST_LEAD_TIME,
            ),
            price: fields.money(&at("price"), &self.price),
            valid_from: fields.optional_date(&at("valid_from"), &self.valid_from),
            valid_until: fields.optional_date(&at("valid_until"), &self.valid_until),
        };
        if tier.to.is_some_and(|to| to < tier.from) && fields.is_sound(&at("from")) {
            fields.problem(&at("to"), Message::new("problem-tier-range").with("from", tier.from));
        }
        let backwards = tier.valid_from.zip(tier.valid_until).is_some_and(|(from, until)| until < from);
        if backwards && fields.is_sound(&at("valid_from")) {
            fields.problem(&at("valid_until"), "problem-tier-days");
        }
        tier
    }
}

/// Reads all rows; two that would give one buyer two prices for the same thing are refused.
pub(super) fn read_all(fields: &mut Fields, raw: &[RawTier]) -> Vec<Tier> {
    let mut tiers: Vec<(usize, Tier)> = Vec::new();
    for (position, row) in raw.iter().enumerate().filter(|(_, row)| !row.is_blank()) {
        if tiers.len() == MOST_TIERS {
            fields.problem("tiers", Message::new("problem-too-many").with("most", MOST_TIERS));
            break;
        }
        let name = format!("tiers.{position}");
        let tier = row.read(fields, &name);
        if let Some((other, _)) = tiers.iter().find(|(_, other)| other.contradicts(&tier)) {
            let message = Message::new("problem-tier-overlap").with("row", other + 1);
            fields.problem(&format!("{name}.from"), message);
        }
        tiers.push((position, tier));
    }
    tiers.into_iter().map(|(_, tier)| tier).collect()
}

impl Tier {
    pub fn holds_for(&self, quantity: i64, country: Option<&str>, on: Date) -> bool {
        let in_country = |country: &str| self.territory.iter().any(|code| code == country);
        self.from <= quantity
            && self.to.is_none_or(|to| quantity <= to)
            && (self.territory.is_empty() || country.is_some_and(in_country))
            && self.is_valid(on)
    }

    pub fn is_valid(&self, on: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= on) && self.valid_until.is_none_or(|until| on <= until)
    }

    /// The same quantity of the same thing, on the same day, in the same country, as soon, in the same currency, for
    /// another price: nobody could say which. Rows that differ in how narrow they are do not contradict each other.
    fn contradicts(&self, other: &Self) -> bool {
        let meets = |one: (Option<i64>, Option<i64>), two: (Option<i64>, Option<i64>)| {
            one.0.zip(two.1).is_none_or(|(from, to)| from <= to)
                && two.0.zip(one.1).is_none_or(|(from, to)| from <= to)
        };
        let days = |tier: &Self| {
            let number =
                |day: Option<Date>| day.map(|day| i64::from(chrono::Datelike::num_days_from_ce(&day)));
            (number(tier.valid_from), number(tier.valid_until))
        };
        let is_dated = |tier: &Self| tier.valid_from.is_some() || tier.valid_until.is_some();
        self.variant == other.variant
            && self.price.currency == other.price.currency
            && self.lead_time_days == other.lead_time_days
            && self.territory.is_empty() == other.territory.is_empty()
            && (self.territory.is_empty() || self.territory.iter().any(|code| other.territory.contains(code)))
            && is_dated(self) == is_dated(other)
            && self.from == other.from
            && meets(days(self), days(other))
    }
}

impl From<&Tier> for RawTier {
    fn from(tier: &Tier) -> Self {
        let number = |value: Option<i64>| value.map(Raw::from).unwrap_or_default();
        let date = |value: Option<Date>| value.map(Raw::from).unwrap_or_default();
        Self {
            variant: tier.variant.as_ref().map(Raw::from).unwrap_or_default(),
            from: tier.from.into(),
            to: number(tier.to),
            territory: RawList(tier.territory.clone()),
            lead_time_days: number(tier.lead_time_days),
            price: tier.price.into(),
            valid_from: date(tier.valid_from),
            valid_until: date(tier.valid_until),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Error, Problems};

    pub(in crate::catalogue::terms) fn row(from: i64, price: &str) -> RawTier {
        let price = RawMoney { amount: price.into(), currency: "TND".into() };
        RawTier { from: from.into(), price, ..RawTier::default() }
    }

    fn read(rows: &[RawTier]) -> Result<Vec<Tier>, Problems> {
        let mut fields = Fields::new();
        let tiers = read_all(&mut fields, rows);
        match fields.done(tiers) {
            Ok(tiers) => Ok(tiers),
            Err(Error::Invalid(problems)) => Err(problems),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn problem(rows: &[RawTier], field: &str) -> Option<&'static str> {
        read(rows).err()?.of(field).map(|message| message.key)
    }

    #[test]
    fn rows_that_nobody_filled_in_are_no_rows() {
        let currency_only = RawTier {
            price: RawMoney { currency: "EUR".into(), ..RawMoney::default() },
            ..RawTier::default()
        };
        assert_eq!(read(&[currency_only, row(24, "12.500")]).unwrap().len(), 1);
    }

    #[test]
    fn a_row_says_what_is_wrong_with_it() {
        let range = RawTier { to: 10.into(), ..row(24, "12.5") };
        assert_eq!(problem(&[row(1, "13"), range], "tiers.1.to"), Some("problem-tier-range"));
        let days =
            RawTier { valid_from: "2026-05-01".into(), valid_until: "2026-04-01".into(), ..row(1, "1") };
        assert_eq!(problem(&[days], "tiers.0.valid_until"), Some("problem-tier-days"));
        assert_eq!(problem(&[row(1, "12.5001")], "tiers.0.price.amount"), Some("problem-amount-decimals"));
        let nowhere = RawTier { territory: RawList(vec!["Atlantis".into()]), ..row(1, "1") };
        assert_eq!(problem(&[nowhere], "tiers.0.territory"), Some("problem-unknown-key"));
    }

    #[test]
    fn two_prices_for_one_thing_are_refused() {
        assert_eq!(problem(&[row(24, "12"), row(24, "11")], "tiers.1.from"), Some("problem-tier-overlap"));
        let in_france = RawTier { territory: RawList(vec!["fr".into()]), ..row(24, "11") };
        let in_euro =
            RawTier { price: RawMoney { amount: "4".into(), currency: "EUR".into() }, ..row(24, "0") };
        let sooner = RawTier { lead_time_days: 10.into(), ..row(24, "15") };
        let spring =
            RawTier { valid_from: "2026-03-01".into(), valid_until: "2026-05-31".into(), ..row(24, "10") };
        let summer = RawTier { valid_from: "2026-06-01".into(), ..row(24, "13") };
        let all = [row(24, "12"), row(100, "11"), in_france, in_euro, sooner, spring.clone(), summer];
        assert_eq!(read(&all).unwrap().len(), 7);
        let may = RawTier { valid_from: "2026-05-31".into(), ..row(24, "9") };
        assert_eq!(problem(&[spring, may], "tiers.1.from"), Some("problem-tier-overlap"));
    }

    #[test]
    fn a_row_is_kept_and_shown_as_it_was_written() {
        let whole = RawTier {
            variant: "B-1-S".into(),
            to: 99.into(),
            territory: RawList(vec!["FR".into(), "DE".into()]),
            lead_time_days: 45.into(),
            valid_from: "2026-01-01".into(),
            valid_until: "2026-12-31".into(),
            ..row(24, "11.000")
        };
        let tiers = read(std::slice::from_ref(&whole)).unwrap();
        let kept: Vec<Tier> = serde_json::from_str(&serde_json::to_string(&tiers).unwrap()).unwrap();
        assert_eq!(kept, tiers);
        assert_eq!(RawTier::from(&kept[0]), whole);
    }
}
