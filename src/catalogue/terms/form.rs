//! What a maker writes about a product's terms, and what is checked before it is kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::tier;
use super::variant::{self, NewVariant, RawVariant, Variant};
use super::{Packing, RawPacking, RawTier, Tier};
use crate::catalogue::Product;
use crate::error::Message;
use crate::input::{Fields, Raw, RawList, RawMoney};
use crate::money::Money;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TermsForm {
    /// Its forms, in their order; none where there is only one.
    pub variants: Vec<RawVariant>,
    /// The price list beyond the plain price. Of the rows that hold, one for the variant comes before one for all, one
    /// for the buyer's country before one for everywhere, one that begins at a larger quantity before one at a smaller,
    /// a dated one before an undated; then the cheapest, then the soonest.
    pub tiers: Vec<RawTier>,
    /// Of one sample; `0` where samples are free, left out where there are none.
    pub sample: RawMoney,
    /// ISO 3166-1 alpha-2 codes: shown to buyers of these countries only. Empty: to everybody.
    pub only_in: RawList,
    /// Not shown to buyers of these countries.
    pub except_in: RawList,
    pub packing: RawPacking,
    /// The product's `version` that was read.
    pub version: Raw,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewTerms {
    pub variants: Vec<NewVariant>,
    pub tiers: Vec<Tier>,
    pub sample: Option<Money>,
    pub only_in: Vec<String>,
    pub except_in: Vec<String>,
    pub packing: Packing,
}

impl NewTerms {
    /// The terms as they are.
    pub(in crate::catalogue) fn of(product: &Product, variants: &[Variant]) -> Self {
        Self {
            variants: variants.iter().map(NewVariant::from).collect(),
            tiers: product.tiers.to_vec(),
            sample: product.sample(),
            only_in: product.only_in.to_vec(),
            except_in: product.except_in.to_vec(),
            packing: Packing::clone(&product.packing),
        }
    }
}

impl TermsForm {
    /// Reads the fields, noting problems; an import adds its own before it asks.
    pub(in crate::catalogue) fn read(&self, fields: &mut Fields) -> NewTerms {
        let new = NewTerms {
            variants: variant::read_all(fields, &self.variants),
            tiers: tier::read_all(fields, &self.tiers),
            sample: sample(fields, &self.sample),
            only_in: fields.countries("only_in", &self.only_in),
            except_in: fields.countries("except_in", &self.except_in),
            packing: self.packing.read(fields),
        };
        for (position, row) in self.tiers.iter().enumerate().filter(|(_, row)| !row.variant.is_blank()) {
            let sku = row.variant.trimmed();
            if !new.variants.iter().any(|variant| variant.sku == sku) {
                let message = Message::new("problem-tier-variant").with("sku", sku);
                fields.problem(&format!("tiers.{position}.variant"), message);
            }
        }
        if let Some(both) = new.only_in.iter().find(|code| new.except_in.contains(code)) {
            fields.problem("except_in", Message::new("problem-country-twice").with("country", both.as_str()));
        }
        new
    }

    /// What would be sent to keep the terms as they are.
    pub fn of(product: &Product, variants: &[Variant]) -> Self {
        Self {
            variants: variants.iter().map(RawVariant::from).collect(),
            tiers: product.tiers.iter().map(RawTier::from).collect(),
            sample: product.sample().map(RawMoney::from).unwrap_or_default(),
            only_in: RawList(product.only_in.to_vec()),
            except_in: RawList(product.except_in.to_vec()),
            packing: RawPacking::from(&*product.packing),
            version: product.version.into(),
        }
    }
}

/// A sample may be free, where nothing else may.
fn sample(fields: &mut Fields, raw: &RawMoney) -> Option<Money> {
    if raw.amount.is_blank() {
        return None;
    }
    let currency = fields.currency("sample.currency", &raw.currency);
    let amount = match Money::parse(raw.amount.trimmed(), currency) {
        Err(message) if message.key == "problem-amount-zero" => Ok(0),
        parsed => parsed.map(|money| money.minor),
    };
    let minor = if fields.is_sound("sample.currency") { fields.take("sample.amount", amount) } else { 0 };
    Some(Money::new(minor, currency))
}
