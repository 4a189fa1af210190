//! The matcher: whether a product answers a request, why, what would have to change, and how well. Pure and
//! deterministic; its weights and bounds stand below, by name.
//!
//! Rules come first. They are asked in an order in which each sees the changes that the ones before it call for: capacity
//! is asked about the quantity that can be ordered, exclusivity about the day of delivery. So a near miss whose
//! changes are all made is a match.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use super::reasons::{Change, Constraint, Contribution, Fit, Part, Reasons, Rule, Verdict, Why};
use super::words::WordSet;
use crate::catalogue::{Agreed, Ask, Offer, PriceList, Tier};
use crate::clock::Date;
use crate::commitments::{Capacity, Channel, Grant, Outlet, closed_until};
use crate::ids::{CollectionId, OrganisationId, ProductId};
use crate::input::RawMoney;
use crate::money::{Money, Rates};

/// The most that each part brings; together 100.
mod weights {
    pub const CRAFT: f64 = 20.0;
    pub const WORDS: f64 = 20.0;
    pub const MATERIALS: f64 = 15.0;
    pub const PRICE: f64 = 15.0;
    pub const LEAD_TIME: f64 = 10.0;
    pub const CAPACITY: f64 = 10.0;
    pub const COMPLETENESS: f64 = 4.0;
    pub const CLUSTER: f64 = 3.0;
    pub const EXPORT: f64 = 3.0;
}

/// How far off a near miss may be. Beyond that, nobody would call it near.
mod bounds {
    /// A quantity may change by as much as was asked for.
    pub const QUANTITY_PERCENT: i64 = 100;
    pub const DELAY_DAYS: i64 = 60;
    pub const EXCLUSIVITY_DAYS: i64 = 180;
    pub const PRICE_PERCENT: i64 = 25;
}

/// Where a part has reached all that it can bring.
mod plenty {
    /// Words in common.
    pub const WORDS: usize = 5;
    /// Days to spare.
    pub const SPARE_DAYS: i64 = 28;
    /// Times the pieces asked for.
    pub const CAPACITY_TIMES: i64 = 2;
    /// Percent below the target price.
    pub const PRICE_PERCENT: i64 = 25;
}

/// What a buyer asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    pub buyer: OrganisationId,
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
    pub words: WordSet,
    /// The products whose words answer what it is called, as search understands both.
    pub called: BTreeSet<ProductId>,
    pub quantity: i64,
    /// For one piece.
    pub target: Option<Money>,
    pub destination: String,
    pub channel: Channel,
    pub needed_by: Date,
}

/// A maker as far as all its products share it.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    pub maker: OrganisationId,
    pub country: String,
    pub exports_itself: bool,
    pub in_cluster: bool,
    /// Over all products.
    pub capacity: Option<Capacity>,
    pub grants: Vec<Grant>,
}

/// A product that might be the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate<'a> {
    pub product: ProductId,
    pub workshop: &'a Workshop,
    pub collection: Option<CollectionId>,
    pub craft: Option<String>,
    pub materials: Vec<String>,
    pub words: WordSet,
    pub price: Option<Money>,
    /// The price list beyond that price.
    pub tiers: Vec<Tier>,
    pub moq: i64,
    pub multiple: i64,
    pub lead_time_days: Option<i64>,
    /// What buyers have agreed on with the maker instead.
    pub agreed: BTreeMap<OrganisationId, Agreed>,
    /// Of this product.
    pub capacity: Option<Capacity>,
    /// Countries that the maker does not offer it to: those of a list, or all but those of a list.
    pub closed_to: ClosedTo,
    /// How much of what a buyer likes to know is there, from 0 to 1.
    pub completeness: f64,
}

impl Candidate<'_> {
    fn agreed_with(&self, buyer: OrganisationId) -> Agreed {
        self.agreed.get(&buyer).copied().unwrap_or_default()
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum ClosedTo {
    These(Vec<String>),
    AllBut(Vec<String>),
}

/// What holds for every pair on the day of matching.
#[derive(Clone, Debug, PartialEq)]
pub struct Circumstances {
    pub today: Date,
    pub rates: Rates,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Matched {
    pub verdict: Fit,
    pub score: f64,
    pub reasons: Reasons,
}

pub fn compare(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Matched {
    // The wish as the rules asked so far would have it.
    let mut mended = wish.clone();
    let mut constraints = Vec::with_capacity(7);
    let rules: [fn(&Wish, &Candidate<'_>, &Circumstances) -> Constraint; 7] =
        [subject, quantity, lead_time, capacity, exclusivity, destination, price];
    for rule in rules {
        let mut constraint = rule(&mended, candidate, circumstances);
        if let Some(change) = &mut constraint.change {
            change.apply(&mut mended);
            since_the_wish(change, wish);
        }
        constraints.push(constraint);
    }
    let some = |verdict| constraints.iter().any(|constraint| constraint.verdict == verdict);
    let verdict = match (some(Verdict::Fails), some(Verdict::Near)) {
        (true, _) => Fit::No,
        (false, true) => Fit::Near,
        (false, false) => Fit::Match,
    };
    let contributions = contributions(wish, candidate, circumstances);
    let score = hundredths(contributions.iter().map(|part| part.value).sum());
    Matched { verdict, score, reasons: Reasons { contributions, constraints } }
}

/// A delay is told from the day that the buyer named, not from the day that an earlier rule had put it off to.
fn since_the_wish(change: &mut Change, wish: &Wish) {
    if let Change::NeededBy { from, .. } = change {
        *from = wish.needed_by;
    }
}

/// A craft that was named must be the product's. Without one a material must be, and without either a word, or what the
/// request is called in other words: another language, another spelling, something narrower.
fn subject(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Constraint {
    if !wish.crafts.is_empty() {
        return match candidate.craft.as_ref().filter(|craft| wish.crafts.contains(craft)) {
            Some(craft) => Constraint::holds(Rule::Subject, Why::Craft { craft: craft.clone() }),
            None => Constraint::fails(Rule::Subject, Why::OtherCraft { craft: candidate.craft.clone() }),
        };
    }
    if !wish.materials.is_empty() {
        let materials: Vec<String> = shared_materials(wish, candidate).cloned().collect();
        return match materials.is_empty() {
            true => Constraint::fails(Rule::Subject, Why::OtherMaterials),
            false => Constraint::holds(Rule::Subject, Why::Materials { materials }),
        };
    }
    match wish.words.shared_with(&candidate.words) {
        0 if wish.called.contains(&candidate.product) => Constraint::holds(Rule::Subject, Why::Called),
        0 => Constraint::fails(Rule::Subject, Why::NoWords),
        count => Constraint::holds(Rule::Subject, Why::Words { count: count as i64 }),
    }
}

fn shared_materials<'a>(wish: &'a Wish, candidate: &'a Candidate<'_>) -> impl Iterator<Item = &'a String> {
    wish.materials.iter().filter(|material| candidate.materials.contains(material))
}

/// At least the MOQ, and whole case packs. A wrong quantity is never rounded in silence: the nearest valid ones are named.
fn quantity(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Constraint {
    let agreed = candidate.agreed_with(wish.buyer);
    let moq = agreed.moq.unwrap_or(candidate.moq).max(1);
    let multiple = agreed.order_multiple.unwrap_or(candidate.multiple).max(1);
    let why = Why::Order { moq, multiple };
    let least = divided_up(moq, multiple) * multiple;
    let below = Some(wish.quantity / multiple * multiple).filter(|below| *below >= least);
    let above = (divided_up(wish.quantity, multiple) * multiple).max(least);
    if above == wish.quantity {
        return Constraint::holds(Rule::Quantity, why);
    }
    // Of two that are equally near, the smaller order is the smaller step.
    let (to, other) = match below {
        Some(below) if wish.quantity - below <= above - wish.quantity => (below, Some(above)),
        _ => (above, below),
    };
    if (to - wish.quantity).abs() * 100 > wish.quantity * bounds::QUANTITY_PERCENT {
        return Constraint::fails(Rule::Quantity, why);
    }
    Constraint::near(Rule::Quantity, why, Change::Quantity { from: wish.quantity, to, other })
}

fn lead_time(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Constraint {
    let Some(days) = needs_days(wish, candidate, circumstances) else {
        return Constraint::holds(Rule::LeadTime, Why::NotStated);
    };
    let ready = circumstances.today + TimeDelta::days(days.clamp(0, 3650));
    by_date(Rule::LeadTime, wish, Some(ready), Why::Ready { on: ready })
}

/// The row of the price list that counts for the wish, or the plain price.
fn offer(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Offer> {
    let agreed = candidate.agreed_with(wish.buyer);
    let list = PriceList {
        plain: candidate.price,
        lead_time_days: agreed.lead_time_days.or(candidate.lead_time_days),
        rows: &candidate.tiers,
    };
    let ask = Ask {
        quantity: wish.quantity,
        country: Some(&wish.destination),
        on: circumstances.today,
        within_days: Some((wish.needed_by - circumstances.today).num_days()),
        currency: None,
        agreed: agreed.price,
    };
    list.offer(None, &ask)
}

fn asked(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Money> {
    offer(wish, candidate, circumstances).map(|offer| offer.price)
}

fn needs_days(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<i64> {
    let usual = candidate.agreed_with(wish.buyer).lead_time_days.or(candidate.lead_time_days);
    offer(wish, candidate, circumstances).map_or(usual, |offer| offer.lead_time_days)
}

/// Pieces that can still be made for this request until its day, by the product's own calendar and by the workshop's.
fn capacity(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Constraint {
    let Some(able) = able(wish, candidate, circumstances) else {
        return Constraint::holds(Rule::Capacity, Why::NotStated);
    };
    let why = Why::Makes { pieces: able.min(wish.quantity), wanted: wish.quantity };
    if able >= wish.quantity {
        return Constraint::holds(Rule::Capacity, why);
    }
    let latest = wish.needed_by + TimeDelta::days(bounds::DELAY_DAYS);
    let ready: Option<Vec<Date>> = calendars(candidate)
        .map(|calendar| calendar.ready_on(wish.quantity, circumstances.today, latest))
        .collect();
    by_date(Rule::Capacity, wish, ready.and_then(|days| days.into_iter().max()), why)
}

fn calendars<'a>(candidate: &'a Candidate<'_>) -> impl Iterator<Item = &'a Capacity> {
    candidate.capacity.iter().chain(&candidate.workshop.capacity)
}

fn able(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<i64> {
    calendars(candidate).map(|calendar| calendar.free(circumstances.today, wish.needed_by)).min()
}

/// Holds if the day is early enough, is near if a bearable delay makes it so.
fn by_date(rule: Rule, wish: &Wish, ready: Option<Date>, why: Why) -> Constraint {
    let latest = wish.needed_by + TimeDelta::days(bounds::DELAY_DAYS);
    match ready {
        Some(ready) if ready <= wish.needed_by => Constraint::holds(rule, why),
        Some(ready) if ready <= latest => {
            Constraint::near(rule, why, Change::NeededBy { from: wish.needed_by, to: ready })
        }
        _ => Constraint::fails(rule, why),
    }
}

/// What was promised to another buyer where and when this one would sell. Of the other, only the last day is told.
fn exclusivity(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Constraint {
    let outlet =
        Outlet { collection: candidate.collection, country: &wish.destination, channel: wish.channel };
    let grants = &candidate.workshop.grants;
    let Some(until) = closed_until(grants, wish.buyer, outlet, wish.needed_by) else {
        return Constraint::holds(Rule::Exclusivity, Why::Free);
    };
    let free = until.succ_opt().unwrap_or(until);
    if free - wish.needed_by > TimeDelta::days(bounds::EXCLUSIVITY_DAYS) {
        return Constraint::fails(Rule::Exclusivity, Why::Promised { until });
    }
    let change = Change::NeededBy { from: wish.needed_by, to: free };
    Constraint::near(Rule::Exclusivity, Why::Promised { until }, change)
}

/// Goods reach every country that the maker offers them to, if need be through an exporter of record; the two sides are
/// told which way.
fn destination(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Constraint {
    let workshop = candidate.workshop;
    let is_closed = match &candidate.closed_to {
        ClosedTo::These(countries) => countries.contains(&wish.destination),
        ClosedTo::AllBut(countries) => !countries.contains(&wish.destination),
    };
    if is_closed {
        return Constraint::fails(Rule::Destination, Why::NotOfferedThere);
    }
    let why = match () {
        () if workshop.country == wish.destination => Why::Domestic,
        () if workshop.exports_itself => Why::ExportsItself,
        () if workshop.in_cluster => Why::ThroughCluster,
        () => Why::NeedsExporter,
    };
    Constraint::holds(Rule::Destination, why)
}

fn price(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Constraint {
    let Some(target) = wish.target else { return Constraint::holds(Rule::Price, Why::NoTarget) };
    let Some(asked) = asked(wish, candidate, circumstances) else {
        return Constraint::holds(Rule::Price, Why::NotStated);
    };
    let Some(asked) = circumstances.rates.convert(asked, target.currency) else {
        return Constraint::holds(Rule::Price, Why::NoRate);
    };
    let price = RawMoney::from(asked);
    if asked.minor <= target.minor {
        return Constraint::holds(Rule::Price, Why::Within { price });
    }
    // Rounded up, so that a price above the target is never called 0 % above it.
    let percent = divided_up((asked.minor - target.minor) * 100, target.minor.max(1));
    let why = Why::Above { price: price.clone(), percent };
    if percent > bounds::PRICE_PERCENT {
        return Constraint::fails(Rule::Price, why);
    }
    let change = Change::TargetPrice { from: RawMoney::from(target), to: price };
    Constraint::near(Rule::Price, why, change)
}

/// How well the product fits the wish as the buyer put it, before any change.
fn contributions(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Vec<Contribution> {
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
        let ready = circumstances.today + TimeDelta::days(days.clamp(0, 3650));
        (wish.needed_by - ready).num_days()
    });
    let room = able(wish, candidate, circumstances).unwrap_or(0);
    let export = candidate.workshop.exports_itself || candidate.workshop.country == wish.destination;
    [
        (Part::Craft, weights::CRAFT, craft),
        (Part::Words, weights::WORDS, words),
        (Part::Materials, weights::MATERIALS, materials),
        (Part::Price, weights::PRICE, price_share(wish, candidate, circumstances)),
        (Part::LeadTime, weights::LEAD_TIME, ratio(spare, plenty::SPARE_DAYS)),
        (
            Part::Capacity,
            weights::CAPACITY,
            ratio(room, wish.quantity.saturating_mul(plenty::CAPACITY_TIMES)),
        ),
        (Part::Completeness, weights::COMPLETENESS, candidate.completeness),
        (Part::Cluster, weights::CLUSTER, whole(candidate.workshop.in_cluster)),
        (Part::Export, weights::EXPORT, whole(export)),
    ]
    .into_iter()
    .map(|(name, of, share)| Contribution { name, value: hundredths(of * share.clamp(0.0, 1.0)), of })
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

fn divided_up(number: i64, by: i64) -> i64 {
    (number + by - 1) / by
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

/// Two decimals are all that is shown, so they are all that is compared: what looks equal is equal.
fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
