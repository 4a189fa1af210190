//! Exchange rates of one month, and money carried from one currency to another by them.
//!
//! A rate is a whole number of billionths, so no float ever touches an amount. A conversion goes through the euro in one
//! step and rounds once, at the end, to the nearest minor unit, a half away from zero, as the euro's own rules have it.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::{Currency, LARGEST_MINOR, Money};
use crate::error::Message;

const PLACES: usize = 9;
const SCALE: i64 = 1_000_000_000;

/// How many units of a currency one euro buys; always above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(i64);

impl Rate {
    pub const ONE: Self = Self(SCALE);
}

impl FromStr for Rate {
    type Err = Message;

    /// Reads `10.720339`: a point, and at most nine places, because rounding a rate would falsify every amount.
    fn from_str(text: &str) -> Result<Self, Message> {
        let wrong = || Message::new("problem-rate-unreadable");
        let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || fraction.len() > PLACES || !digits(whole) || !digits(fraction) {
            return Err(wrong());
        }
        let billionths: i64 = format!("{whole}{fraction:0<PLACES$}").parse().map_err(|_| wrong())?;
        // Nine places before the point are more than any currency ever needed, and keep products within 128 bits.
        if (1..SCALE * SCALE).contains(&billionths) { Ok(Self(billionths)) } else { Err(wrong()) }
    }
}

/// Six places as the sources print them, more only where there are more.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fraction = format!("{:09}", self.0 % SCALE);
        let (printed, rest) = fraction.split_at(6);
        write!(f, "{}.{printed}{}", self.0 / SCALE, rest.trim_end_matches('0'))
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rates {
    /// The month they hold for, as `2026-11`.
    pub month: String,
    pub per_eur: BTreeMap<Currency, Rate>,
}

impl Rates {
    pub fn of(&self, currency: Currency) -> Option<Rate> {
        if currency == Currency::EUR { Some(Rate::ONE) } else { self.per_eur.get(&currency).copied() }
    }

    /// The same worth in another currency; `None` where a rate is missing or the amount would be absurd.
    pub fn convert(&self, money: Money, to: Currency) -> Option<Money> {
        if money.currency == to {
            return Some(money);
        }
        let (from_rate, to_rate) = (self.of(money.currency)?, self.of(to)?);
        let above = i128::from(money.minor)
            .checked_mul(i128::from(to_rate.0))?
            .checked_mul(i128::from(to.minor_per_major()))?;
        let below = i128::from(from_rate.0) * i128::from(money.currency.minor_per_major());
        let minor = i64::try_from(nearest(above, below)).ok()?;
        (minor.abs() <= LARGEST_MINOR).then_some(Money::new(minor, to))
    }

    /// Every currency that can be converted; the euro always can.
    pub fn currencies(&self) -> impl Iterator<Item = Currency> + '_ {
        let others = self.per_eur.keys().copied().filter(|currency| *currency != Currency::EUR);
        std::iter::once(Currency::EUR).chain(others)
    }

    pub fn to_eur(&self, money: Money) -> Option<Money> {
        self.convert(money, Currency::EUR)
    }
}

/// The quotient to the nearest whole number, a half away from zero.
fn nearest(above: i128, below: i128) -> i128 {
    let (quotient, rest) = (above / below, above % below);
    if rest.abs() * 2 >= below { quotient + rest.signum() } else { quotient }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::parse(code).unwrap()
    }

    fn rates() -> Rates {
        let per_eur =
            [("TND", "3.400000"), ("JPY", "180.87297"), ("LBP", "104135.852225"), ("KWD", "0.355844")];
        Rates {
            month: "2025-12".to_owned(),
            per_eur: per_eur.iter().map(|(code, rate)| (currency(code), rate.parse().unwrap())).collect(),
        }
    }

    #[test]
    fn three_decimals_and_none_meet_two() {
        let rates = rates();
        let dinars = Money::new(34_000, currency("TND"));
        assert_eq!(rates.to_eur(dinars), Some(Money::new(1_000, Currency::EUR)));
        assert_eq!(rates.convert(Money::new(1_000, Currency::EUR), currency("TND")), Some(dinars));
        assert_eq!(
            rates.convert(Money::new(100, Currency::EUR), currency("JPY")),
            Some(Money::new(181, currency("JPY")))
        );
    }

    #[test]
    fn a_half_goes_away_from_zero() {
        assert_eq!([nearest(5, 2), nearest(-5, 2), nearest(7, 3), nearest(8, 3)], [3, -3, 2, 3]);
    }

    #[test]
    fn without_a_rate_there_is_no_worth() {
        assert_eq!(rates().to_eur(Money::new(100, currency("MAD"))), None);
        assert_eq!(Rates::default().to_eur(Money::new(100, Currency::EUR)).map(|eur| eur.minor), Some(100));
    }

    #[test]
    fn a_rate_is_read_exactly_or_not_at_all() {
        assert_eq!("104135.852225".parse::<Rate>().unwrap().to_string(), "104135.852225");
        assert_eq!("0.1234567".parse::<Rate>().unwrap().to_string(), "0.1234567");
        for text in ["", "0", "-1", "1,5", "1.0000000001", "1e3", "NaN", "99999999999", "."] {
            assert!(text.parse::<Rate>().is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn there_and_back_costs_at_most_the_rounding(
            minor in 1..1_000_000_000_i64,
            code in "TND|JPY|LBP|KWD",
        ) {
            let rates = rates();
            let eur = Money::new(minor, Currency::EUR);
            let there = rates.convert(eur, currency(&code)).unwrap();
            let back = rates.to_eur(there).unwrap();
            // Half a minor unit of the other currency, in euro cents, and half a cent for the way back.
            let cents_per_unit = match code.as_str() { "JPY" => 1, "KWD" => 1, _ => 0 };
            prop_assert!((back.minor - minor).abs() <= cents_per_unit, "{minor} {there} {back}");
        }

        #[test]
        fn nothing_overflows(minor: i64, rate in 1..i64::MAX) {
            let mut rates = rates();
            rates.per_eur.insert(currency("MAD"), Rate(rate % (SCALE * SCALE - 1) + 1));
            let _ = rates.convert(Money::new(minor, currency("MAD")), currency("TND"));
            let _ = rates.convert(Money::new(minor, currency("TND")), currency("MAD"));
        }
    }
}
