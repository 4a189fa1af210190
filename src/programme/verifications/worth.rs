//! What a deal is worth in euro, by the rate of the month in which it was shipped. Made once, when the deal is verified,
//! and then frozen: a corrected rate changes no figure after the fact.

use crate::clock::{Date, month_of};
use crate::db::DbConnection;
use crate::error::Result;
use crate::money::{Currency, Money};
use crate::rates;

use super::{Verification, store};

#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    pub eur: Money,
    /// The month whose rate was used.
    pub month: String,
    pub per_eur: String,
    pub source: String,
    pub source_hash: String,
}

/// The amount in euro, rounded once to the cent, a half up. Where the month of shipment is not in the table, the latest
/// earlier month is taken; nothing where there is none, or no rate for the currency.
pub fn worth(conn: &mut DbConnection, total: Money, shipped_on: Date) -> Result<Option<Worth>> {
    if total.currency == Currency::EUR {
        return Ok(Some(Worth {
            eur: total,
            month: month_of(shipped_on),
            per_eur: "1".to_owned(),
            source: "EUR".to_owned(),
            source_hash: String::new(),
        }));
    }
    let rates = rates::latest(conn, shipped_on)?;
    let (Some(eur), Some(rate)) = (rates.to_eur(total), rates.of(total.currency)) else { return Ok(None) };
    let (source, source_hash) = store::origin_of_rate(conn, &rates.month, total.currency)?;
    Ok(Some(Worth { eur, month: rates.month, per_eur: rate.to_string(), source, source_hash }))
}

/// What an earlier verdict froze for the very same record: it holds for good.
pub fn frozen(earlier: &[Verification], record_hash: &str) -> Option<Worth> {
    let same = earlier.iter().find(|one| one.is_verified() && one.record_hash == record_hash)?;
    Some(Worth {
        eur: same.worth()?,
        month: same.rate_month.clone()?,
        per_eur: same.rate_per_eur.clone()?,
        source: same.rate_source.clone()?,
        source_hash: same.rate_source_hash.clone()?,
    })
}
