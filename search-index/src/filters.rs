//! What a hit must be: values of which it needs one, limits that it must keep.

use std::ops::RangeInclusive;

use tantivy::columnar::Column;
use tantivy::schema::{Field, IndexRecordOption, Term};
use tantivy::{BitSet, DocId};

use crate::document::{Document, Kind, Price};
use crate::error::Result;
use crate::facets::{Drill, Facet};
use crate::schema::{Fields, NOT_FOR_ALL};
use crate::snapshot::Segment;
use crate::validity::OnDay;

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
    /// A certificate of this scheme must be valid on the day.
    pub certified: Option<OnDay>,
    /// What whoever searches is, in the words of [`Document::only_for`]: this asks nothing of documents that are for
    /// everybody.
    pub asker: Vec<String>,
    /// It must be shipped to this country.
    pub ships_to: Option<String>,
    /// Nobody may hold it exclusively in this country on the day.
    pub exclusivity_free: Option<OnDay>,
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

    /// Whether a document that is in no index is what is asked.
    pub(crate) fn admit(&self, document: &Document) -> bool {
        let one = Option::as_slice;
        (self.kinds.is_empty() || self.kinds.contains(&document.kind))
            && any_of(&self.countries, one(&document.country))
            && any_of(&self.clusters, &document.clusters)
            && any_of(&self.makers, one(&document.maker))
            && any_of(&self.crafts, &document.crafts)
            && any_of(&self.materials, &document.materials)
            && any_of(&self.techniques, &document.techniques)
            && any_of(one(&self.ships_to), &document.ships_to)
            && (document.only_for.is_empty()
                || document.only_for.iter().any(|word| self.asker.contains(word)))
            && at_most(self.moq_max, document.moq)
            && at_most(self.lead_time_max, document.lead_time_days)
            && self.price.as_ref().is_none_or(|filter| filter.admits(document.price.as_ref()))
            && self.certified.as_ref().is_none_or(|on_day| on_day.holds_in(&document.certificates))
            && self.exclusivity_free.as_ref().is_none_or(|on_day| !on_day.holds_in(&document.exclusivities))
    }

    /// The facets to count, each with its selection, to be checked document by document.
    pub(crate) fn drills(&self, facets: &[Facet]) -> Vec<Drill> {
        let mut facets = facets.to_vec();
        facets.sort_unstable();
        facets.dedup();
        facets.into_iter().map(|facet| Drill { facet, chosen: self.chosen(facet) }).collect()
    }

    /// Everything else that is asked by value, checked by postings: they need no columns.
    pub(crate) fn chosen_values(&self, fields: &Fields, counted: &[Drill]) -> Vec<Chosen> {
        let by_facet = Facet::ALL
            .into_iter()
            .filter(|facet| counted.iter().all(|drill| drill.facet != *facet))
            .map(|facet| (facet.field(fields), self.chosen(facet)));
        let one = |value: &Option<String>| value.iter().cloned().collect();
        by_facet
            .chain([(fields.maker, self.makers.clone()), (fields.ships_to, one(&self.ships_to))])
            .filter(|(_, values): &(_, Vec<String>)| !values.is_empty())
            .map(|(field, values)| Chosen { field, values })
            .collect()
    }

    pub(crate) fn limits(&self, fields: &Fields) -> Limits {
        Limits {
            asker: Chosen { field: fields.only_for, values: self.asker.clone() },
            price: self.price.clone(),
            moq: self.moq_max,
            lead_time: self.lead_time_max,
            certified: self.certified.clone(),
            exclusivity_free: self.exclusivity_free.clone(),
        }
    }
}

impl PriceFilter {
    fn admits(&self, price: Option<&Price>) -> bool {
        let Some(price) = price else { return false };
        // Said twice for a currency, the last one counts.
        let range = self.per_currency.iter().rev().find(|(currency, _)| *currency == price.currency);
        range.is_some_and(|(_, range)| range.contains(&price.minor))
    }
}

fn any_of(wanted: &[String], had: &[String]) -> bool {
    wanted.is_empty() || had.iter().any(|value| wanted.contains(value))
}

fn at_most(limit: Option<u64>, value: Option<u64>) -> bool {
    limit.is_none_or(|limit| value.is_some_and(|value| value <= limit))
}

/// Values of a field of which a document must have one.
#[derive(Clone, Debug)]
pub(crate) struct Chosen {
    field: Field,
    values: Vec<String>,
}

/// The limits on numbers and days, checked document by document.
#[derive(Clone, Debug)]
pub(crate) struct Limits {
    asker: Chosen,
    price: Option<PriceFilter>,
    moq: Option<u64>,
    lead_time: Option<u64>,
    certified: Option<OnDay>,
    exclusivity_free: Option<OnDay>,
}

/// Limits bound to the columns of one segment.
pub(crate) struct SegmentLimits<'a> {
    /// Documents that are for others, if there are any.
    hidden: Option<BitSet>,
    price: Option<SegmentPrices<'a>>,
    at_most: Vec<(&'a Column<u64>, u64)>,
    /// Each list of documents that have one of the chosen values.
    among: Vec<BitSet>,
    certified: Option<(&'a Column<u64>, OnDay)>,
    exclusivity_free: Option<(&'a Column<u64>, OnDay)>,
}

type Range = RangeInclusive<u64>;

struct SegmentPrices<'a> {
    prices: &'a Column<u64>,
    /// The currencies, and the range of each by its ordinal here; None where nothing has a price.
    currencies: Option<(&'a Column<u64>, Vec<Option<Range>>)>,
}

impl<'a> SegmentLimits<'a> {
    pub fn bind(limits: &Limits, chosen: &[Chosen], segment: &'a Segment) -> Result<Self> {
        let at_most = [(&segment.moq, limits.moq), (&segment.lead_time, limits.lead_time)];
        let price = limits.price.as_ref().map(|filter| SegmentPrices::bind(filter, segment)).transpose()?;
        Ok(Self {
            hidden: limits.asker.kept_from(segment)?,
            price,
            at_most: at_most.into_iter().filter_map(|(column, limit)| Some((column, limit?))).collect(),
            among: chosen.iter().map(|chosen| chosen.documents(segment)).collect::<Result<_>>()?,
            certified: limits.certified.clone().map(|on_day| (&segment.certificates, on_day)),
            exclusivity_free: limits.exclusivity_free.clone().map(|on_day| (&segment.exclusivities, on_day)),
        })
    }

    /// Whether it keeps every document.
    pub fn is_empty(&self) -> bool {
        let Self { hidden, price, at_most, among, certified, exclusivity_free } = self;
        hidden.is_none()
            && at_most.is_empty()
            && among.is_empty()
            && price.is_none()
            && certified.is_none()
            && exclusivity_free.is_none()
    }

    pub fn keeps(&self, document: DocId) -> bool {
        self.hidden.as_ref().is_none_or(|hidden| !hidden.contains(document))
            && self.among.iter().all(|documents| documents.contains(document))
            && self
                .at_most
                .iter()
                .all(|(column, limit)| column.first(document).is_some_and(|value| value <= *limit))
            && self.price.as_ref().is_none_or(|prices| prices.contains(document))
            && self.certified.as_ref().is_none_or(|(column, on_day)| on_day.holds(column, document))
            && self.exclusivity_free.as_ref().is_none_or(|(column, on_day)| !on_day.holds(column, document))
    }
}

impl Chosen {
    fn documents(&self, segment: &Segment) -> Result<BitSet> {
        let mut documents = BitSet::with_max_value(segment.reader.max_doc());
        for value in &self.values {
            each_with(self.field, value, segment, |document| {
                documents.insert(document);
            })?;
        }
        Ok(documents)
    }

    /// The documents that are not for everybody, and for none of these. Most segments have none of the first: then
    /// nothing need be asked of any document.
    fn kept_from(&self, segment: &Segment) -> Result<Option<BitSet>> {
        let mut hidden = None;
        each_with(self.field, NOT_FOR_ALL, segment, |document| {
            hidden.get_or_insert_with(|| BitSet::with_max_value(segment.reader.max_doc())).insert(document);
        })?;
        if let Some(hidden) = &mut hidden {
            for value in self.values.iter().filter(|value| *value != NOT_FOR_ALL) {
                each_with(self.field, value, segment, |document| {
                    hidden.remove(document);
                })?;
            }
        }
        Ok(hidden)
    }
}

/// Calls back with the documents that have a value, in order.
fn each_with(field: Field, value: &str, segment: &Segment, mut take: impl FnMut(DocId)) -> Result<()> {
    let Some(reader) = segment.postings(field) else { return Ok(()) };
    let term = Term::from_field_text(field, value);
    let Some(mut postings) = reader.read_block_postings(&term, IndexRecordOption::Basic)? else {
        return Ok(());
    };
    while !postings.docs().is_empty() {
        postings.docs().iter().for_each(|document| take(*document));
        postings.advance();
    }
    Ok(())
}

impl<'a> SegmentPrices<'a> {
    fn bind(filter: &PriceFilter, segment: &'a Segment) -> Result<Self> {
        let Some(currencies) = &segment.currency else {
            return Ok(Self { prices: &segment.price, currencies: None });
        };
        let mut ranges = vec![None; currencies.num_terms()];
        for (currency, range) in &filter.per_currency {
            if let Some(ordinal) = currencies.dictionary().term_ord(currency.as_bytes())? {
                ranges[ordinal as usize] = Some(range.clone());
            }
        }
        Ok(Self { prices: &segment.price, currencies: Some((currencies.ords(), ranges)) })
    }

    fn contains(&self, document: DocId) -> bool {
        let inside = || {
            let (currencies, ranges) = self.currencies.as_ref()?;
            let currency = currencies.first(document)?;
            let range = ranges.get(usize::try_from(currency).ok()?)?.as_ref()?;
            Some(range.contains(&self.prices.first(document)?))
        };
        inside().unwrap_or(false)
    }
}
