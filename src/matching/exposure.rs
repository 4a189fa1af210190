//! Who is shown first among those who fit equally well: whoever was shown least this season. Between makers of the same
//! number the request decides by lot, so that nobody is first by age or by name; the lot is the same whenever it is drawn.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use super::reasons::Fit;
use super::store;
use crate::clock::Time;
use crate::db::Write;
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, RequestId};

/// Makers who count as shown to a buyer: few look further down.
pub const SHOWN: usize = 10;

/// How long it counts that a maker was shown.
const SEASON: TimeDelta = TimeDelta::days(90);

/// Scores within one point are equals.
pub fn band(score: f64) -> i64 {
    score.floor() as i64
}

/// The place among equals, the smallest first.
pub fn turn(shown: i64, request: RequestId, maker: OrganisationId) -> i64 {
    (shown.clamp(0, i64::from(i32::MAX)) << 32) | lot(request, maker)
}

/// Where an answer to a request stands, the best first: matches before near misses, and among equals whoever's turn it is.
/// The database puts them in the same order by `best_first!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    fit: Fit,
    band: Reverse<i64>,
    turn: i64,
    hundredths: Reverse<i64>,
    product: ProductId,
}

impl Place {
    pub fn new(fit: Fit, score: f64, turn: i64, product: ProductId) -> Self {
        // Scores are kept with two decimals.
        let hundredths = Reverse((score * 100.0).round() as i64);
        Self { fit, band: Reverse(band(score)), turn, hundredths, product }
    }
}

/// 32 bits that look like chance, by the finaliser of SplitMix64.
fn lot(request: RequestId, maker: OrganisationId) -> i64 {
    let mut bits = (request.0 as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (maker.0 as u64);
    for (shift, factor) in [(30, 0xBF58_476D_1CE4_E5B9_u64), (27, 0x94D0_49BB_1331_11EB)] {
        bits = (bits ^ (bits >> shift)).wrapping_mul(factor);
    }
    ((bits ^ (bits >> 31)) >> 32) as i64
}

/// How often makers were shown this season, kept up while a write goes through many requests.
#[derive(Debug)]
pub(super) struct Season {
    since: Time,
    shown: BTreeMap<OrganisationId, i64>,
}

impl Season {
    pub(super) fn of(tx: &Write<'_>) -> Self {
        Self { since: tx.now().minus(SEASON), shown: BTreeMap::new() }
    }

    /// Reads what is not known yet of some makers.
    pub(super) fn look_up(
        &mut self,
        tx: &mut Write<'_>,
        makers: impl Iterator<Item = OrganisationId>,
    ) -> Result<()> {
        let new: BTreeSet<OrganisationId> = makers.filter(|maker| !self.shown.contains_key(maker)).collect();
        let new: Vec<OrganisationId> = new.into_iter().collect();
        self.shown.extend(new.iter().map(|maker| (*maker, 0)));
        self.shown.extend(store::introductions_since(tx, &new, self.since)?);
        Ok(())
    }

    pub(super) fn turn(&self, request: RequestId, maker: OrganisationId) -> i64 {
        turn(self.shown.get(&maker).copied().unwrap_or_default(), request, maker)
    }

    /// Writes down who is among the first for a request and was not before.
    pub(super) fn introduce(&mut self, tx: &mut Write<'_>, request: RequestId) -> Result<()> {
        let known = store::introduced(tx, request)?;
        for maker in store::first_makers(tx, request, SHOWN)? {
            if !known.contains(&maker) {
                store::introduce(tx, request, maker)?;
                *self.shown.entry(maker).or_default() += 1;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_was_shown_less_comes_first_whatever_the_lot() {
        for (request, maker) in (1..200).flat_map(|request| (1..20).map(move |maker| (request, maker))) {
            let turn = |shown| turn(shown, RequestId(request), OrganisationId(maker));
            assert!(turn(0) < turn(1) && turn(1) < turn(2) && turn(0) >= 0);
        }
    }

    #[test]
    fn the_lot_favours_nobody() {
        let mut first = BTreeMap::new();
        for request in 1..=10_000 {
            let winner =
                (1..=10).min_by_key(|maker| lot(RequestId(request), OrganisationId(*maker))).unwrap();
            *first.entry(winner).or_insert(0) += 1;
        }
        // A thousand each are expected; five standard deviations are 150.
        assert!(first.values().all(|count| (850..1150).contains(count)), "{first:?}");
    }

    #[test]
    fn a_point_apart_is_not_equal() {
        assert_eq!((band(74.99), band(75.0), band(0.0), band(100.0)), (74, 75, 0, 100));
    }
}
