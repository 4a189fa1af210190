//! What came in, as text: a form knows nothing else, and JSON may say `12` or `"12"`.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

/// One field: a text, a number or a truth value; missing and `null` are empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Raw(pub String);

impl Raw {
    /// The text without the white space that fingers leave around it.
    pub fn trimmed(&self) -> &str {
        self.0.trim()
    }

    pub fn is_blank(&self) -> bool {
        self.trimmed().is_empty()
    }
}

impl<T: fmt::Display> From<T> for Raw {
    fn from(value: T) -> Self {
        Self(value.to_string())
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl Visitor<'_> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Raw, E> {
        Ok(Raw(text))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Raw, E> {
        Ok(number.into())
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Raw, E> {
        Ok(number.into())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Raw, E> {
        Ok(number.into())
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Raw, E> {
        Ok(truth.into())
    }

    fn visit_unit<E: de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::default())
    }

    fn visit_none<E: de::Error>(self) -> Result<Raw, E> {
        Ok(Raw::default())
    }
}

impl JsonSchema for Raw {
    fn schema_name() -> Cow<'static, str> {
        "Value".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "number", "boolean", "null"] })
    }
}

/// Several texts: a JSON array, repeated form fields, or one text with commas.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct RawList(pub Vec<String>);

impl RawList {
    /// The texts without blanks and repetitions, in their order.
    pub fn distinct(&self) -> Vec<String> {
        let mut seen = Vec::new();
        for text in self.0.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
            if !seen.iter().any(|known| known == text) {
                seen.push(text.to_owned());
            }
        }
        seen
    }

    /// Its words, where several may stand in one text with commas between them; an Arabic list has commas of its own.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .flat_map(|text| text.split([',', '،', ';']))
            .map(str::trim)
            .filter(|word| !word.is_empty())
    }

    pub fn contains(&self, text: &str) -> bool {
        self.0.iter().any(|own| own == text)
    }
}

impl<'de> Deserialize<'de> for RawList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor)
    }
}

struct ListVisitor;

impl<'de> Visitor<'de> for ListVisitor {
    type Value = RawList;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of texts")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<RawList, E> {
        Ok(RawList(text.split(',').map(str::to_owned).collect()))
    }

    fn visit_unit<E: de::Error>(self) -> Result<RawList, E> {
        Ok(RawList::default())
    }

    fn visit_none<E: de::Error>(self) -> Result<RawList, E> {
        Ok(RawList::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<RawList, A::Error> {
        let mut list = Vec::new();
        while let Some(Raw(text)) = items.next_element()? {
            list.push(text);
        }
        Ok(RawList(list))
    }
}

impl JsonSchema for RawList {
    fn schema_name() -> Cow<'static, str> {
        "Texts".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "array", "items": { "type": "string" } })
    }
}

/// An amount with its currency: `{"amount": "12.500", "currency": "TND"}`, or the form fields `price[amount]`, `price[currency]`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawMoney {
    /// Major units with at most the currency's decimals.
    pub amount: Raw,
    /// ISO 4217 code.
    pub currency: Raw,
}

impl From<crate::money::Money> for RawMoney {
    fn from(money: crate::money::Money) -> Self {
        Self { amount: money.major().into(), currency: money.currency.into() }
    }
}
