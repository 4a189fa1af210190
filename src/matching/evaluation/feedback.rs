//! What a change of weights would have done: those who were shown, ranked anew, against what was made of them. Of those who
//! were never shown nothing is known, so this compares orders among the shown and promises nothing beyond.

use std::collections::BTreeMap;

use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;

use crate::error::{Error, Message, Result};
use crate::ids::{OrganisationId, RequestId};
use crate::matching::answers::Progress;
use crate::matching::matcher;
use crate::matching::reasons::{Contribution, Part};

/// Places that are looked at.
const PLACES: usize = 10;
/// Shuffles of each request, for what chance would reach.
const SHUFFLES: usize = 200;

/// A maker as shown for a request.
#[derive(Clone, Debug)]
pub struct Shown {
    pub request: RequestId,
    pub maker: OrganisationId,
    pub contributions: Vec<Contribution>,
    pub progress: Progress,
}

/// The most that each part brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights(BTreeMap<&'static str, f64>);

impl Default for Weights {
    fn default() -> Self {
        Self(Part::ALL.iter().map(|part| (part.word(), matcher::weight(*part))).collect())
    }
}

impl Weights {
    /// The present ones, but for those that are named: `price=25,words=10`.
    pub fn parse(text: &str) -> Result<Self> {
        let mut weights = Self::default();
        for pair in text.split(',').map(str::trim).filter(|pair| !pair.is_empty()) {
            let wrong = || Error::invalid("weights", Message::new("problem-weights").with("text", pair));
            let (name, weight) = pair.split_once('=').ok_or_else(wrong)?;
            let known = weights.0.get_mut(name.trim()).ok_or_else(wrong)?;
            *known = weight
                .trim()
                .parse()
                .ok()
                .filter(|weight| (0.0..=1000.0).contains(weight))
                .ok_or_else(wrong)?;
        }
        Ok(weights)
    }

    fn score(&self, contributions: &[Contribution]) -> f64 {
        let weighed =
            |part: &Contribution| part.share() * self.0.get(part.name.word()).copied().unwrap_or(0.0);
        contributions.iter().map(weighed).sum()
    }
}

/// How good an order was, from 0 to 1, over the requests of which anything was made.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Quality {
    /// Discounted cumulative gain of the first ten places, as a share of the best order's.
    pub ndcg: f64,
    /// One over the place of the first maker with whom it came to a quote; 0 where there was none.
    pub reciprocal_rank: f64,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    pub requests: usize,
    pub shown: usize,
    pub quoted: usize,
    pub won: usize,
    pub now: Quality,
    pub changed: Quality,
    pub chance: Quality,
    /// Requests that would have shown another maker first.
    pub other_first: usize,
}

/// The order in which the makers of one request come, as places in `shown`.
fn order(shown: &[&Shown], weights: &Weights) -> Vec<usize> {
    let mut places: Vec<(f64, OrganisationId, usize)> = shown
        .iter()
        .enumerate()
        .map(|(place, one)| (weights.score(&one.contributions), one.maker, place))
        .collect();
    places.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    places.into_iter().map(|(_, _, place)| place).collect()
}

fn discounted(gains: impl Iterator<Item = f64>) -> f64 {
    gains.take(PLACES).enumerate().map(|(place, gain)| gain / (place as f64 + 2.0).log2()).sum()
}

fn quality(shown: &[&Shown], order: &[usize]) -> Quality {
    let gains: Vec<f64> =
        order.iter().filter_map(|place| shown.get(*place)).map(|one| one.progress.gain()).collect();
    let mut best = gains.clone();
    best.sort_by(|one, other| other.total_cmp(one));
    let first = order.iter().filter_map(|place| shown.get(*place)).position(|one| one.progress.quoted);
    Quality {
        ndcg: discounted(gains.into_iter()) / discounted(best.into_iter()).max(f64::MIN_POSITIVE),
        reciprocal_rank: first.map_or(0.0, |place| 1.0 / (place as f64 + 1.0)),
    }
}

fn mean(all: &[Quality]) -> Quality {
    let count = all.len().max(1) as f64;
    Quality {
        ndcg: all.iter().map(|one| one.ndcg).sum::<f64>() / count,
        reciprocal_rank: all.iter().map(|one| one.reciprocal_rank).sum::<f64>() / count,
    }
}

/// Compares the present weights with others and with chance. Requests with one maker, or of which nothing was made, say
/// nothing about an order and are left out.
pub fn evaluate(all: &[Shown], changed: &Weights) -> Report {
    let mut requests: BTreeMap<RequestId, Vec<&Shown>> = BTreeMap::new();
    for one in all {
        requests.entry(one.request).or_default().push(one);
    }
    requests.retain(|_, shown| shown.len() > 1 && shown.iter().any(|one| one.progress.gain() > 0.0));
    let now = Weights::default();
    let mut dice = StdRng::seed_from_u64(1);
    let (mut present, mut other, mut chance) = (Vec::new(), Vec::new(), Vec::new());
    let mut report = Report { requests: requests.len(), ..Report::default() };
    for shown in requests.values() {
        report.shown += shown.len();
        report.quoted += shown.iter().filter(|one| one.progress.quoted).count();
        report.won += shown.iter().filter(|one| one.progress.won).count();
        let (by_now, by_changed) = (order(shown, &now), order(shown, changed));
        report.other_first += usize::from(by_now.first() != by_changed.first());
        present.push(quality(shown, &by_now));
        other.push(quality(shown, &by_changed));
        let mut shuffled = by_now;
        let luck: Vec<Quality> = (0..SHUFFLES)
            .map(|_| {
                shuffled.shuffle(&mut dice);
                quality(shown, &shuffled)
            })
            .collect();
        chance.push(mean(&luck));
    }
    Report { now: mean(&present), changed: mean(&other), chance: mean(&chance), ..report }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A maker whose price is worth so much and whose words so much, of 1 each.
    fn shown(request: i64, maker: i64, price: f64, words: f64, progress: Progress) -> Shown {
        let part = |name, share: f64| Contribution { name, value: share * 10.0, of: 10.0 };
        Shown {
            request: RequestId(request),
            maker: OrganisationId(maker),
            contributions: vec![part(Part::Price, price), part(Part::Words, words)],
            progress,
        }
    }

    fn won() -> Progress {
        Progress { quoted: true, won: true, ..Progress::default() }
    }

    #[test]
    fn weights_that_put_the_winner_first_are_better() {
        let all = [
            shown(1, 1, 0.0, 1.0, Progress::default()),
            shown(1, 2, 1.0, 0.0, won()),
            shown(2, 1, 0.1, 0.9, Progress::default()),
            shown(2, 3, 0.9, 0.2, won()),
        ];
        let report = evaluate(&all, &Weights::parse("price=90,words=1").unwrap());
        assert_eq!((report.requests, report.shown, report.won), (2, 4, 2));
        assert_eq!(report.changed, Quality { ndcg: 1.0, reciprocal_rank: 1.0 });
        assert_eq!(report.now.reciprocal_rank, 0.5);
        assert!(report.now.ndcg < 0.7 && report.chance.ndcg > report.now.ndcg, "{report:?}");
        assert_eq!(report.other_first, 2);
    }

    #[test]
    fn who_stood_alone_or_unanswered_says_nothing() {
        let all = [
            shown(1, 1, 1.0, 1.0, won()),
            shown(2, 1, 1.0, 1.0, Progress::default()),
            shown(2, 2, 0.0, 0.0, Progress::default()),
        ];
        assert_eq!(evaluate(&all, &Weights::default()), Report::default());
    }

    #[test]
    fn weights_are_named_parts() {
        assert_eq!(Weights::parse("").unwrap(), Weights::default());
        let changed = Weights::parse(" price = 25 , words=0").unwrap();
        assert_eq!(
            (changed.0["price"], changed.0["words"], changed.0["craft"]),
            (25.0, 0.0, matcher::weight(Part::Craft))
        );
        for wrong in ["price", "charm=3", "price=-1", "price=much"] {
            assert!(Weights::parse(wrong).is_err(), "{wrong}");
        }
    }
}
