//! The orders that hits can stand in, each as one number per document: the greater comes first.

use std::collections::HashMap;

use tantivy::columnar::{Column, StrColumn};

use crate::error::Result;
use crate::snapshot::Segment;

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
pub(crate) enum SegmentSort<'a> {
    Relevance,
    Newest(&'a Column<i64>),
    Price {
        prices: &'a Column<u64>,
        currencies: Option<&'a Column<u64>>,
        rates: Vec<Option<f64>>,
        ascending: bool,
    },
    LeadTime(&'a Column<u64>),
}

impl<'a> SegmentSort<'a> {
    pub fn bind(sort: &Sort, segment: &'a Segment) -> Result<Self> {
        Ok(match sort {
            Sort::Relevance => Self::Relevance,
            Sort::Newest => Self::Newest(&segment.newest),
            Sort::LeadTime => Self::LeadTime(&segment.lead_time),
            Sort::PriceAscending { rates } | Sort::PriceDescending { rates } => {
                let currencies = segment.currency.as_ref();
                Self::Price {
                    prices: &segment.price,
                    rates: currencies.map_or(Ok(Vec::new()), |column| by_ordinal(column, rates))?,
                    currencies: currencies.map(|column| column.ords()),
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
fn by_ordinal(currencies: &StrColumn, rates: &[(String, f64)]) -> Result<Vec<Option<f64>>> {
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
