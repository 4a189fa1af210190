//! What a hit must be: values of which it needs one, limits that it must keep.

use std::ops::RangeInclusive;

use tantivy::SegmentReader;
use tantivy::columnar::Column;
use tantivy::query::{ConstScoreQuery, Query, TermQuery, TermSetQuery};
use tantivy::schema::{Field, IndexRecordOption, Term};

use crate::document::Kind;
use crate::facets::{Drill, Facet};
use crate::schema::{Fields, name};

/// Within a list any value will do; across lists all must hold. An empty list asks nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    pub kinds: Vec<Kind>,
    pub countries: Vec<String>,
    pub clusters: Vec<String>,
    pub makers: Vec<String>,
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
    pub techniques: Vec<String>,
    /// Set it only for a viewer who may see prices.
    pub price: Option<PriceFilter>,
    pub moq_max: Option<u64>,
    pub lead_time_max: Option<u64>,
}

/// A range of prices, said for each currency in its own minor units. Other currencies fail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PriceFilter {
    pub per_currency: Vec<(String, RangeInclusive<u64>)>,
}

impl Filters {
    fn chosen(&self, facet: Facet) -> Vec<String> {
        match facet {
            Facet::Kind => self.kinds.iter().map(|kind| kind.as_str().to_owned()).collect(),
            Facet::Country => self.countries.clone(),
            Facet::Cluster => self.clusters.clone(),
            Facet::Craft => self.crafts.clone(),
            Facet::Material => self.materials.clone(),
            Facet::Technique => self.techniques.clone(),
        }
    }

    /// The facets to count, each with its selection, to be checked document by document.
    pub(crate) fn drills(&self, facets: &[Facet]) -> Vec<Drill> {
        let mut facets = facets.to_vec();
        facets.sort_unstable();
        facets.dedup();
        facets.into_iter().map(|facet| Drill { facet, chosen: self.chosen(facet) }).collect()
    }

    /// Everything else that is asked by value: postings are faster than columns.
    pub(crate) fn clauses(&self, fields: &Fields, counted: &[Drill]) -> Vec<Box<dyn Query>> {
        let by_facet = Facet::ALL
            .into_iter()
            .filter(|facet| counted.iter().all(|drill| drill.facet != *facet))
            .map(|facet| (field_of(facet, fields), self.chosen(facet)));
        by_facet
            .chain([(fields.maker, self.makers.clone())])
            .filter(|(_, values)| !values.is_empty())
            .map(|(field, values)| any_of(field, &values))
            .collect()
    }

    pub(crate) fn limits(&self) -> Limits {
        Limits { price: self.price.clone(), moq: self.moq_max, lead_time: self.lead_time_max }
    }
}

fn field_of(facet: Facet, fields: &Fields) -> Field {
    match facet {
        Facet::Kind => fields.kind,
        Facet::Country => fields.country,
        Facet::Cluster => fields.cluster,
        Facet::Craft => fields.craft,
        Facet::Material => fields.material,
        Facet::Technique => fields.technique,
    }
}

/// A filter says yes or no and adds nothing to the score.
fn any_of(field: Field, values: &[String]) -> Box<dyn Query> {
    let mut terms = values.iter().map(|value| Term::from_field_text(field, value));
    let query: Box<dyn Query> = match (terms.next(), terms.next()) {
        (Some(only), None) => Box::new(TermQuery::new(only, IndexRecordOption::Basic)),
        (first, second) => Box::new(TermSetQuery::new(first.into_iter().chain(second).chain(terms))),
    };
    Box::new(ConstScoreQuery::new(query, 0.0))
}

/// The limits on numbers, checked document by document.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    price: Option<PriceFilter>,
    moq: Option<u64>,
    lead_time: Option<u64>,
}

/// Limits bound to the columns of one segment.
pub(crate) struct SegmentLimits {
    price: Option<SegmentPrices>,
    at_most: Vec<(Column<u64>, u64)>,
}

struct SegmentPrices {
    prices: Column<u64>,
    currencies: Column<u64>,
    /// The range of each currency by its ordinal here.
    ranges: Vec<Option<RangeInclusive<u64>>>,
}

impl SegmentLimits {
    pub fn bind(limits: &Limits, segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        let mut at_most = Vec::new();
        for (name, limit) in [(name::MOQ, limits.moq), (name::LEAD_TIME, limits.lead_time)] {
            if let Some(limit) = limit {
                at_most.push((columns.u64(name)?, limit));
            }
        }
        let price = limits.price.as_ref().map(|filter| SegmentPrices::bind(filter, segment)).transpose()?;
        Ok(Self { price, at_most })
    }

    pub fn keeps(&self, document: u32) -> bool {
        self.at_most.iter().all(|(column, limit)| column.first(document).is_some_and(|value| value <= *limit))
            && self.price.as_ref().is_none_or(|prices| prices.contains(document))
    }
}

impl SegmentPrices {
    fn bind(filter: &PriceFilter, segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        let prices = columns.u64(name::PRICE)?;
        let Some(currencies) = columns.str(name::CURRENCY)? else {
            return Ok(Self {
                prices,
                currencies: Column::build_empty_column(segment.max_doc()),
                ranges: Vec::new(),
            });
        };
        let mut ranges = vec![None; currencies.num_terms()];
        for (currency, range) in &filter.per_currency {
            if let Some(ordinal) = currencies.dictionary().term_ord(currency.as_bytes())? {
                ranges[ordinal as usize] = Some(range.clone());
            }
        }
        Ok(Self { prices, currencies: currencies.ords().clone(), ranges })
    }

    fn contains(&self, document: u32) -> bool {
        let inside = || {
            let currency = self.currencies.first(document)?;
            let range = self.ranges.get(usize::try_from(currency).ok()?)?.as_ref()?;
            Some(range.contains(&self.prices.first(document)?))
        };
        inside().unwrap_or(false)
    }
}
