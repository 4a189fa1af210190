//! A season played with makers who are equals, to see how evenly they are shown. The order is that of [`exposure`]; the
//! yardsticks are the order of age, which is what a list sorted by score and then by id shows, and chance.

use std::collections::BTreeMap;

use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

use crate::ids::{OrganisationId, RequestId};
use crate::matching::exposure;

/// Who plays.
#[derive(Clone, Copy, Debug)]
pub struct Season {
    pub makers: usize,
    pub requests: usize,
    /// Of a hundred makers, how many can answer a request.
    pub able_percent: u32,
}

impl Default for Season {
    fn default() -> Self {
        Self { makers: 60, requests: 300, able_percent: 60 }
    }
}

/// How often each maker was shown, sorted.
#[derive(Clone, Debug, PartialEq)]
pub struct Exposure {
    counts: Vec<i64>,
}

impl Exposure {
    fn of(shown: &BTreeMap<OrganisationId, i64>) -> Self {
        let mut counts: Vec<i64> = shown.values().copied().collect();
        counts.sort_unstable();
        Self { counts }
    }

    pub fn least(&self) -> i64 {
        self.counts.first().copied().unwrap_or_default()
    }

    pub fn most(&self) -> i64 {
        self.counts.last().copied().unwrap_or_default()
    }

    /// 0 where all are shown equally often, towards 1 where one is shown alone.
    pub fn gini(&self) -> f64 {
        let (count, sum) = (self.counts.len() as f64, self.counts.iter().sum::<i64>() as f64);
        if sum == 0.0 {
            return 0.0;
        }
        let ranked = self.counts.iter().enumerate().map(|(rank, shown)| (rank as f64 + 1.0) * *shown as f64);
        2.0 * ranked.sum::<f64>() / (count * sum) - (count + 1.0) / count
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    pub rotated: Exposure,
    pub oldest_first: Exposure,
    pub chance: Exposure,
}

/// Puts those who can answer a request in order, by how often each was shown so far.
type Sort = dyn FnMut(&mut Vec<OrganisationId>, &BTreeMap<OrganisationId, i64>, RequestId);

/// Plays it three times over with the same requests.
pub fn play(season: Season) -> Played {
    let makers: Vec<OrganisationId> = (1..=season.makers as i64).map(OrganisationId).collect();
    let mut dice = StdRng::seed_from_u64(2);
    let able: Vec<Vec<OrganisationId>> = (0..season.requests)
        .map(|_| {
            makers.iter().copied().filter(|_| dice.random_ratio(season.able_percent.min(100), 100)).collect()
        })
        .collect();
    let run = |mut sort: Box<Sort>| {
        let mut shown: BTreeMap<OrganisationId, i64> = makers.iter().map(|maker| (*maker, 0)).collect();
        for (number, able) in (1..).zip(&able) {
            let mut able = able.clone();
            sort(&mut able, &shown, RequestId(number));
            for maker in able.iter().take(exposure::SHOWN) {
                *shown.entry(*maker).or_default() += 1;
            }
        }
        Exposure::of(&shown)
    };
    let mut luck = StdRng::seed_from_u64(3);
    Played {
        rotated: run(Box::new(|able, shown, request| {
            able.sort_by_key(|maker| {
                exposure::turn(shown.get(maker).copied().unwrap_or_default(), request, *maker)
            });
        })),
        oldest_first: run(Box::new(|able, _, _| able.sort())),
        chance: run(Box::new(move |able, _, _| able.shuffle(&mut luck))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exposure(counts: &[i64]) -> Exposure {
        Exposure::of(
            &counts.iter().enumerate().map(|(id, count)| (OrganisationId(id as i64), *count)).collect(),
        )
    }

    #[test]
    fn gini_is_nought_for_equals_and_near_one_for_one_alone() {
        assert!(exposure(&[7, 7, 7, 7]).gini().abs() < 1e-12);
        assert!((exposure(&[0, 0, 0, 12]).gini() - 0.75).abs() < 1e-12);
        assert!((exposure(&[1, 2, 3]).gini() - 2.0 / 9.0).abs() < 1e-12);
        assert_eq!(exposure(&[0, 0]).gini(), 0.0);
    }

    #[test]
    fn rotation_shows_equals_equally() {
        let played = play(Season::default());
        assert!(played.rotated.most() - played.rotated.least() <= 2, "{played:?}");
        assert!(played.rotated.gini() < 0.02 && played.rotated.gini() < played.chance.gini(), "{played:?}");
        assert!(played.oldest_first.gini() > 0.6, "{played:?}");
    }
}
