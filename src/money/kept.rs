//! How an amount is kept within JSON: minor units and a code.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Currency, Money};

#[derive(Serialize, Deserialize)]
struct Kept {
    minor: i64,
    currency: String,
}

pub fn serialize<S: Serializer>(money: &Money, serializer: S) -> Result<S::Ok, S::Error> {
    Kept { minor: money.minor, currency: money.currency.code().to_owned() }.serialize(serializer)
}

pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
    let Kept { minor, currency } = Kept::deserialize(deserializer)?;
    let known = Currency::parse(&currency);
    let currency = known.map_err(|_| de::Error::custom(format!("no currency {currency:?}")))?;
    Ok(Money::new(minor, currency))
}

/// Where there may be none.
pub mod optional {
    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Present(#[serde(with = "super")] Money);

    pub fn serialize<S: Serializer>(money: &Option<Money>, serializer: S) -> Result<S::Ok, S::Error> {
        money.map(Present).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Money>, D::Error> {
        Ok(Option::<Present>::deserialize(deserializer)?.map(|Present(money)| money))
    }
}
