//! The orders that hits can stand in, each as one number per document: the greater comes first.

use std::collections::HashMap;

use tantivy::SegmentReader;
use tantivy::columnar::{Column, StrColumn};

use crate::schema::name;

/// What comes first.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sort {
    /// The best match; without any text, the newest.
    #[default]
    Relevance,
    Newest,
    /// Documents without a price in one of the named currencies come last.
    PriceAscending {
        rates: Vec<(String, f64)>,
    },
    /// `rates` holds, for each currency, the value of one minor unit in a common currency.
    PriceDescending {
        rates: Vec<(String, f64)>,
    },
    /// The shortest first; documents without a lead time last.
    LeadTime,
}

impl Sort {
    pub(crate) fn needs_score(&self) -> bool {
        matches!(self, Self::Relevance)
    }
}

/// Stands after everything that has a value.
const LAST: u64 = 0;

/// A sort, bound to the columns of one segment.
pub(crate) enum SegmentSort {
    Relevance,
    Newest(Column<i64>),
    Price { prices: Column<u64>, currencies: Option<Column<u64>>, rates: Vec<Option<f64>>, ascending: bool },
    LeadTime(Column<u64>),
}

impl SegmentSort {
    pub fn bind(sort: &Sort, segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        Ok(match sort {
            Sort::Relevance => Self::Relevance,
            Sort::Newest => Self::Newest(columns.i64(name::NEWEST)?),
            Sort::LeadTime => Self::LeadTime(columns.u64(name::LEAD_TIME)?),
            Sort::PriceAscending { rates } | Sort::PriceDescending { rates } => {
                let currencies = columns.str(name::CURRENCY)?;
                Self::Price {
                    prices: columns.u64(name::PRICE)?,
                    rates: currencies.as_ref().map_or(Ok(Vec::new()), |column| by_ordinal(column, rates))?,
                    currencies: currencies.map(|column| column.ords().clone()),
                    ascending: matches!(sort, Sort::PriceAscending { .. }),
                }
            }
        })
    }

    /// The greater, the earlier.
    pub fn value(&self, document: u32, score: f32) -> u64 {
        match self {
            Self::Relevance => u64::from(score.max(0.0).to_bits()),
            Self::Newest(column) => column.first(document).map_or(LAST, |time| (time as u64) ^ (1 << 63)),
            Self::LeadTime(column) => column.first(document).map_or(LAST, |days| (!days).max(LAST + 1)),
            Self::Price { prices, currencies, rates, ascending } => {
                let price = || {
                    let currency = currencies.as_ref()?.first(document)?;
                    let rate = (*rates.get(usize::try_from(currency).ok()?)?)?;
                    Some((prices.first(document)? as f64 * rate).max(0.0).to_bits())
                };
                match price() {
                    None => LAST,
                    Some(bits) if *ascending => (!bits).max(LAST + 1),
                    Some(bits) => bits.saturating_add(LAST + 1),
                }
            }
        }
    }
}

/// The rate of each currency by its number in this segment.
fn by_ordinal(currencies: &StrColumn, rates: &[(String, f64)]) -> tantivy::Result<Vec<Option<f64>>> {
    let rates: HashMap<_, _> = rates.iter().map(|(currency, rate)| (currency.as_str(), *rate)).collect();
    let mut code = String::new();
    (0..currencies.num_terms() as u64)
        .map(|ordinal| {
            code.clear();
            currencies.ord_to_str(ordinal, &mut code)?;
            Ok(rates.get(code.as_str()).copied().filter(|rate| rate.is_finite() && *rate >= 0.0))
        })
        .collect()
}
