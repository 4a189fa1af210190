//! A change as it is laid over one product after the other.

use serde_json::{Value, json};

use crate::catalogue::Status;
use crate::catalogue::history::{State, is_blank};
use crate::error::Message;
use crate::ids::CollectionId;
use crate::input::RawMoney;
use crate::money::{Currency, Money};

/// Hundredths of a percent in the whole.
const WHOLE: i128 = 10_000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    #[default]
    Publish,
    Withdraw,
}

crate::text_enum!(Shelf { Publish => "publish", Withdraw => "withdraw" });

/// To buyers of which countries.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Countries {
    #[default]
    All,
    Only(Vec<String>),
    Except(Vec<String>),
}

impl std::str::FromStr for Countries {
    type Err = Message;

    fn from_str(text: &str) -> Result<Self, Message> {
        match text {
            "all" => Ok(Self::All),
            "only" => Ok(Self::Only(Vec::new())),
            "except" => Ok(Self::Except(Vec::new())),
            _ => Err(Message::new("problem-not-a-choice").with("choices", "all, only, except")),
        }
    }
}

/// Only what is said changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    /// In hundredths of a percent.
    pub percent: Option<i64>,
    /// In major units, as it was written: how many decimals it may have depends on the currency.
    pub step: Option<String>,
    pub price: Option<Money>,
    pub moq: Option<i64>,
    pub order_multiple: Option<i64>,
    pub lead_time_days: Option<i64>,
    pub weekly_capacity: Option<i64>,
    pub hs_code: Option<String>,
    pub origin: Option<String>,
    /// Into one, or out of any.
    pub collection: Option<Option<CollectionId>>,
    pub countries: Option<Countries>,
    pub status: Option<Status>,
}

impl Change {
    pub fn is_nothing(&self) -> bool {
        *self == Self { step: self.step.clone(), ..Self::default() }
    }

    /// What the product would say.
    pub fn over(&self, state: &State) -> Result<State, Message> {
        let mut wanted = state.clone();
        if let Some(percent) = self.percent {
            self.raise(&mut wanted, percent)?;
        }
        if let Some(price) = self.price {
            wanted.set("price", money(price));
        }
        let numbers = [
            ("moq", self.moq),
            ("order_multiple", self.order_multiple),
            ("lead_time_days", self.lead_time_days),
            ("weekly_capacity", self.weekly_capacity),
        ];
        for (field, number) in numbers {
            if let Some(number) = number {
                wanted.set(field, json!(number.to_string()));
            }
        }
        for (field, text) in [("hs_code", &self.hs_code), ("origin", &self.origin)] {
            if let Some(text) = text {
                wanted.set(field, json!(text));
            }
        }
        if let Some(collection) = self.collection {
            wanted.set("collection", json!(collection.map(|id| id.to_string()).unwrap_or_default()));
        }
        if let Some(countries) = &self.countries {
            let (only, except) = match countries {
                Countries::All => (json!([]), json!([])),
                Countries::Only(list) => (json!(list), json!([])),
                Countries::Except(list) => (json!([]), json!(list)),
            };
            wanted.set("only_in", only);
            wanted.set("except_in", except);
        }
        if let Some(status) = self.status {
            let now = state.status().unwrap_or_default();
            // A draft that nobody sees cannot be hidden.
            if status == Status::Published || now == Status::Published {
                wanted.set("status", json!(status));
            }
        }
        Ok(wanted)
    }

    /// Every price that a buyer pays for goods.
    fn raise(&self, wanted: &mut State, percent: i64) -> Result<(), Message> {
        let mut price = wanted.get("price").cloned().unwrap_or_default();
        self.raise_one(&mut price, percent)?;
        wanted.set("price", price);
        for field in ["variants", "tiers"] {
            let mut rows = wanted.get(field).cloned().unwrap_or_default();
            for row in rows.as_array_mut().into_iter().flatten() {
                if let Some(price) = row.get_mut("price") {
                    self.raise_one(price, percent)?;
                }
            }
            wanted.set(field, rows);
        }
        Ok(())
    }

    fn raise_one(&self, price: &mut Value, percent: i64) -> Result<(), Message> {
        if is_blank(price) || price.get("amount").is_none() {
            return Ok(());
        }
        let raw: RawMoney = serde_json::from_value(price.clone()).unwrap_or_default();
        let currency = Currency::parse(raw.currency.trimmed())?;
        let old = Money::parse(raw.amount.trimmed(), currency)?;
        let step = match &self.step {
            Some(step) => Money::parse(step, currency)?.minor,
            None => 1,
        };
        *price = money(Money::new(raised(old.minor, percent, step), currency));
        Ok(())
    }
}

fn money(money: Money) -> Value {
    serde_json::to_value(RawMoney::from(money)).unwrap_or_default()
}

/// To the nearest step, halves upwards; never to nothing.
fn raised(minor: i64, percent: i64, step: i64) -> i64 {
    let (minor, step) = (i128::from(minor), i128::from(step.max(1)));
    let exact = minor * (WHOLE + i128::from(percent));
    let unit = WHOLE * step;
    let steps = (exact + unit / 2).div_euclid(unit).max(1);
    i64::try_from(steps * step).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_rise_to_the_nearest_step() {
        assert_eq!(raised(12_500, 500, 1), 13_125);
        assert_eq!(raised(12_500, 500, 100), 13_100);
        assert_eq!(raised(12_500, 500, 500), 13_000);
        assert_eq!(raised(12_750, 0, 500), 13_000, "halves upwards");
        assert_eq!(raised(999, -250, 1), 974);
        assert_eq!(raised(1, -9_000, 1), 1, "a price is never nothing");
    }

    #[test]
    fn the_whole_price_list_moves_but_not_the_sample() {
        let mut state = State::default();
        state.set("price", json!({ "amount": "10.000", "currency": "TND" }));
        state.set("sample", json!({ "amount": "5.000", "currency": "TND" }));
        state.set(
            "variants",
            json!([{ "sku": "L" }, { "sku": "X", "price": { "amount": "20.000", "currency": "TND" } }]),
        );
        state.set("tiers", json!([{ "from": "100", "price": { "amount": "4.00", "currency": "EUR" } }]));
        let change = Change { percent: Some(1_000), ..Change::default() };
        let wanted = change.over(&state).unwrap();
        assert_eq!(wanted.get("price").unwrap()["amount"], "11.000");
        assert_eq!(wanted.get("variants").unwrap()[1]["price"]["amount"], "22.000");
        assert_eq!(wanted.get("tiers").unwrap()[0]["price"]["amount"], "4.40");
        assert_eq!(wanted.get("sample"), state.get("sample"));
    }
}
