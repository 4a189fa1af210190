//! How a buyer wants to see the quotes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::input::{Fields, Raw};
use crate::money::Currency;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    #[default]
    Landed,
    LeadTime,
}

crate::text_enum!(Order { Landed => "landed", LeadTime => "lead-time" });

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct CompareQuery {
    /// The currency in which totals are compared; left out, the one of the target price, or else EUR.
    pub currency: Raw,
    /// `landed` or `lead-time`.
    pub sort: Raw,
}

impl CompareQuery {
    pub fn check(&self) -> Result<(Option<Currency>, Order)> {
        let mut fields = Fields::new();
        let currency = (!self.currency.is_blank()).then(|| fields.currency("currency", &self.currency));
        let order = match self.sort.is_blank() {
            true => Order::default(),
            false => fields.choice("sort", &self.sort),
        };
        fields.done((currency, order))
    }
}
