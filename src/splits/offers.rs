//! What a cluster's workshops can offer for a request by a day, as rows for the optimiser. Whether a product answers at all
//! is the matcher's word: each row is held against the request at its smallest quantity.

use std::collections::BTreeSet;

use super::optimiser::Row;
use super::split::{Aside, Cause, NewShare};
use crate::clock::Date;
use crate::ids::{OrganisationId, ProductId};
use crate::matching::matcher::{self, Candidate, Circumstances, Wish};
use crate::matching::{Constraint, Rule, Verdict};
use crate::money::{Currency, Money};

/// Prices are reckoned in thousandths of the smallest unit, so that a conversion does not round them together.
pub const FINENESS: i64 = 1_000;

/// Beyond this, sums over a whole request might overflow.
const HIGHEST_PRICE: i64 = 1_000_000_000_000;

/// All that is weighed against each other.
#[derive(Debug)]
pub struct Market<'a> {
    pub wish: Wish,
    pub candidates: Vec<Candidate<'a>>,
    pub circumstances: Circumstances,
    /// In which everything is compared.
    pub currency: Currency,
    pub left_out: BTreeSet<ProductId>,
    /// Workshops that are not asked.
    pub without: BTreeSet<OrganisationId>,
}

#[derive(Clone, Debug, Default)]
pub struct Offered {
    pub rows: Vec<Row>,
    pub aside: Vec<Aside>,
}

impl Market<'_> {
    /// In the common currency, in its finest parts.
    pub fn fine(&self, money: Money) -> Option<i64> {
        let parts = Money::new(money.minor.checked_mul(FINENESS)?, money.currency);
        let converted = self.circumstances.rates.convert(parts, self.currency)?.minor;
        (0..HIGHEST_PRICE).contains(&converted).then_some(converted)
    }

    fn wish(&self, quantity: i64, by: Date) -> Wish {
        Wish { quantity, quantity_most: quantity, needed_by: by, ..self.wish.clone() }
    }

    /// The rows that are good for a day.
    pub fn offered(&self, by: Date) -> Offered {
        let makers: Vec<OrganisationId> = self.makers().into_iter().collect();
        let mut offered = Offered::default();
        for (place, candidate) in self.candidates.iter().enumerate() {
            let maker = candidate.workshop.maker;
            if self.without.contains(&maker) {
                continue;
            }
            let workshop = makers.binary_search(&maker).unwrap_or_default();
            match self.rows(candidate, by) {
                Ok(rows) => {
                    offered.rows.extend(rows.into_iter().map(|row| Row { workshop, product: place, ..row }))
                }
                Err(Some(cause)) => {
                    offered.aside.push(Aside { product: candidate.product, maker, cause });
                }
                Err(None) => {}
            }
        }
        offered
    }

    fn makers(&self) -> BTreeSet<OrganisationId> {
        self.candidates.iter().map(|candidate| candidate.workshop.maker).collect()
    }

    /// A price list says one price from one bound of its rows to the next, so there the rows are cut. Without a cause, the
    /// product is something else than what is looked for.
    fn rows(&self, candidate: &Candidate<'_>, by: Date) -> Result<Vec<Row>, Option<Cause>> {
        let (least, _, lot) = matcher::first_order(1, &self.wish, candidate);
        let smallest = self.wish(least, by);
        let first = self.objection(&smallest, candidate);
        if first == Some(Rule::Subject) {
            return Err(None);
        }
        if self.left_out.contains(&candidate.product) {
            return Err(Some(Cause::LeftOut));
        }
        let able =
            matcher::able(&smallest, candidate, &self.circumstances).ok_or(Some(Cause::CapacityUnknown))?;
        let most = able / lot * lot;
        let mut starts: BTreeSet<i64> = candidate
            .tiers
            .iter()
            .flat_map(|tier| [Some(tier.from), tier.to.map(|to| to + 1)])
            .flatten()
            .map(|bound| (bound + lot - 1) / lot * lot)
            .filter(|bound| (least..=most).contains(bound))
            .collect();
        starts.insert(least);
        let starts: Vec<i64> = starts.into_iter().collect();
        let mut rows = Vec::new();
        let mut cause = None;
        for (at, start) in starts.iter().enumerate() {
            let last = starts.get(at + 1).map_or(most, |next| next - lot).min(most);
            match self.price_of(candidate, *start, by) {
                Ok(price) if *start <= last => {
                    rows.push(Row { workshop: 0, product: 0, lot, least: *start, most: last, price });
                }
                Ok(_) => cause = cause.or(Some(Cause::Capacity)),
                Err(why) => cause = cause.or(Some(why)),
            }
        }
        if rows.is_empty() { Err(cause) } else { Ok(rows) }
    }

    fn price_of(&self, candidate: &Candidate<'_>, quantity: i64, by: Date) -> Result<i64, Cause> {
        let wish = self.wish(quantity, by);
        if let Some(rule) = self.objection(&wish, candidate) {
            return Err(match rule {
                Rule::Capacity => Cause::Capacity,
                Rule::LeadTime => Cause::LeadTime,
                Rule::Exclusivity => Cause::Exclusivity,
                Rule::Destination => Cause::Destination,
                Rule::Price => Cause::Price,
                Rule::Certificate => Cause::Certificate,
                _ => Cause::Unfit,
            });
        }
        let offer = matcher::offer(&wish, candidate, &self.circumstances);
        offer.and_then(|offer| self.fine(offer.price)).ok_or(Cause::PriceUnknown)
    }

    /// The first rule by which a product does not answer. A price near the target is no objection; the agent sees what it
    /// comes to.
    fn objection(&self, wish: &Wish, candidate: &Candidate<'_>) -> Option<Rule> {
        let matched = matcher::compare(wish, candidate, &self.circumstances);
        let objects = |rule: &&Constraint| match rule.verdict {
            Verdict::Holds => false,
            Verdict::Near => rule.name != Rule::Price,
            Verdict::Fails => true,
        };
        matched.reasons.constraints.iter().find(objects).map(|rule| rule.name)
    }

    /// A part as its workshop is asked for it; none where things are not so any more.
    pub fn share(&self, place: usize, pieces: i64, by: Date) -> Option<NewShare> {
        let candidate = self.candidates.get(place)?;
        let wish = self.wish(pieces, by);
        if self.objection(&wish, candidate).is_some() {
            return None;
        }
        Some(NewShare {
            maker: candidate.workshop.maker,
            product: candidate.product,
            pieces,
            price: matcher::offer(&wish, candidate, &self.circumstances)?.price,
            ready_on: matcher::ready_on(&wish, candidate, &self.circumstances)?,
        })
    }
}
