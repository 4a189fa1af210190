//! The score: a sum of named parts, each within its bound.

use chrono::TimeDelta;

use super::rules::{able, asked, needs_days, shared_materials};
use super::{Candidate, Circumstances, Wish, bounds, hundredths, plenty, weight};
use crate::matching::reasons::{Contribution, Part};
use crate::money::Money;

/// How well the product fits the wish as the buyer put it, before any change.
pub(super) fn contributions(
    wish: &Wish,
    candidate: &Candidate<'_>,
    circumstances: &Circumstances,
) -> Vec<Contribution> {
    let words = portion(wish.words.shared_with(&candidate.words), wish.words.len().min(plenty::WORDS));
    let craft = match (wish.crafts.is_empty(), candidate.craft.as_ref()) {
        (true, _) => words,
        (false, craft) => whole(craft.is_some_and(|craft| wish.crafts.contains(craft))),
    };
    // Who names no material can miss none.
    let materials = match wish.materials.len() {
        0 => 1.0,
        named => portion(shared_materials(wish, candidate).count(), named),
    };
    let spare = needs_days(wish, candidate, circumstances).map_or(0, |days| {
        let ready = candidate.begins(circumstances) + TimeDelta::days(days.clamp(0, 3650));
        (wish.needed_by - ready).num_days()
    });
    let room = able(wish, candidate, circumstances).unwrap_or(0);
    let export = candidate.workshop.exports_itself || candidate.workshop.country == wish.destination;
    [
        (Part::Craft, craft),
        (Part::Words, words),
        (Part::Materials, materials),
        (Part::Price, price_share(wish, candidate, circumstances)),
        (Part::LeadTime, ratio(spare, plenty::SPARE_DAYS)),
        (Part::Capacity, ratio(room, wish.quantity.saturating_mul(plenty::CAPACITY_TIMES))),
        (Part::Completeness, candidate.completeness),
        (Part::Cluster, whole(candidate.workshop.in_cluster)),
        (Part::Export, whole(export)),
    ]
    .into_iter()
    .map(|(name, share)| {
        let of = weight(name);
        Contribution { name, value: hundredths(of * share.clamp(0.0, 1.0)), of }
    })
    .collect()
}

/// All of it well below the target, none at the bound above; without a target, or a way to compare, the middle.
fn price_share(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> f64 {
    let asked =
        |target: Money| circumstances.rates.convert(asked(wish, candidate, circumstances)?, target.currency);
    let asked = wish.target.and_then(asked);
    let (Some(target), Some(asked)) = (wish.target, asked) else { return 0.5 };
    let percent = asked.minor as f64 * 100.0 / target.minor.max(1) as f64;
    let (best, worst) = (100 - plenty::PRICE_PERCENT, 100 + bounds::PRICE_PERCENT);
    (worst as f64 - percent) / (worst - best) as f64
}

fn whole(yes: bool) -> f64 {
    if yes { 1.0 } else { 0.0 }
}

fn portion(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part as f64 / of as f64 }
}

fn ratio(part: i64, of: i64) -> f64 {
    if of <= 0 { 0.0 } else { part as f64 / of as f64 }
}
