//! The currencies that a maker chooses from.

use crate::input::RawMoney;
use crate::locale;
use crate::money::Currency;
use crate::web::{Choice, Page};

/// The region's currencies and those of its markets, and whichever the product has.
pub(in crate::catalogue) fn currencies(page: &Page, price: &RawMoney) -> Vec<Choice> {
    const USUAL: [&str; 9] = ["TND", "MAD", "DZD", "EGP", "JOD", "ILS", "EUR", "USD", "GBP"];
    let own = price.currency.trimmed().to_uppercase();
    let own = (!USUAL.contains(&own.as_str()) && Currency::parse(&own).is_ok()).then_some(own);
    let label =
        |code: &str| Choice::new(code, format!("{code} · {}", locale::currency_name(code, page.language())));
    USUAL.iter().copied().chain(own.as_deref()).map(label).collect()
}

/// In which makers of a country usually reckon. In Lebanon, that is the dollar.
pub(in crate::catalogue) fn usual_currency(country: &str) -> &'static str {
    match country {
        "TN" => "TND",
        "MA" => "MAD",
        "DZ" => "DZD",
        "EG" => "EGP",
        "JO" => "JOD",
        "PS" => "ILS",
        "LB" => "USD",
        _ => "EUR",
    }
}
