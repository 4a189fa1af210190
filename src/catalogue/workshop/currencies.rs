//! The currencies that a maker chooses from.

use crate::input::RawMoney;
use crate::money::Currency;
use crate::web::{Choice, Page};

/// The region's currencies and those of its markets, and whichever the product has.
pub(in crate::catalogue) fn currencies(page: &Page, price: &RawMoney) -> Vec<Choice> {
    const USUAL: [&str; 9] = ["TND", "MAD", "DZD", "EGP", "JOD", "ILS", "EUR", "USD", "GBP"];
    let own = price.currency.trimmed().to_uppercase();
    let own = (!USUAL.contains(&own.as_str()) && Currency::parse(&own).is_ok()).then_some(own);
    USUAL.iter().copied().chain(own.as_deref()).map(|code| page.currency_choice(code)).collect()
}
