//! The matcher: whether a product answers a request, why, what would have to change, and how well. Pure and
//! deterministic; its weights and bounds stand below, by name.
//!
//! Rules come first. They are asked in an order in which each sees the changes that the ones before it call for: capacity
//! is asked about the quantity that can be ordered, exclusivity about the day of delivery. So a near miss whose
//! changes are all made is a match.

mod demands;
mod rules;
mod score;
#[cfg(test)]
mod tests;

pub use rules::{able, first_order, offer, ready_on};

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::reasons::{Change, Constraint, Fit, Part, Reasons, Verdict};
use super::words::WordSet;
use crate::catalogue::{Agreed, Tier};
use crate::clock::Date;
use crate::commitments::{Capacity, Channel, Grant};
use crate::ids::{CollectionId, OrganisationId, ProductId, RequestId};
use crate::incoterm::Incoterm;
use crate::locale::Language;
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
    /// A certificate that ended longer ago is not one to be renewed, but to be got anew.
    pub const LAPSED_DAYS: i64 = 90;
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
    /// None for what nobody has asked yet.
    pub request: Option<RequestId>,
    pub buyer: OrganisationId,
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
    pub words: Arc<WordSet>,
    /// The products whose words answer what it is called, as search understands both.
    pub called: Arc<BTreeSet<ProductId>>,
    pub quantity: i64,
    /// The largest quantity that will do; the same where there is no range.
    pub quantity_most: i64,
    /// For one piece.
    pub target: Option<Money>,
    pub destination: String,
    pub channel: Channel,
    pub needed_by: Date,
    /// Schemes that must be certified on the day of delivery.
    pub certificates: Vec<String>,
    /// Those of them that are taken for certified, as a near miss would have it.
    pub promised: BTreeSet<String>,
    /// Delivery rules that will do; none where any will.
    pub incoterms: Vec<Incoterm>,
    /// Languages in which the buyer can write to a maker; none where any will do.
    pub languages: Vec<Language>,
    pub sample: bool,
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
    pub certificates: Vec<Certified>,
    /// The delivery rules that it serves where it exports itself; none where it does not say.
    pub incoterms: Vec<Incoterm>,
    /// Of its people.
    pub languages: BTreeSet<Language>,
    /// Requests that it does not want to answer.
    pub declined: BTreeSet<RequestId>,
    /// It begins nothing new before the day after this one.
    pub busy_until: Option<Date>,
}

/// A certificate as far as it answers a demand.
#[derive(Clone, Debug, PartialEq)]
pub struct Certified {
    pub scheme: String,
    /// None: all products of its maker.
    pub products: Option<Vec<ProductId>>,
    pub valid_from: Date,
    /// The last day; None for what does not end.
    pub valid_until: Option<Date>,
    /// Has an officer confirmed it?
    pub is_confirmed: bool,
}

/// A product that might be the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate<'a> {
    pub product: ProductId,
    pub workshop: &'a Workshop,
    pub collection: Option<CollectionId>,
    pub craft: Option<String>,
    pub materials: Vec<String>,
    pub words: Arc<WordSet>,
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
    /// Can a sample be had?
    pub sample: bool,
    /// How much of what a buyer likes to know is there, from 0 to 1.
    pub completeness: f64,
}

impl Candidate<'_> {
    /// The first day on which work for a new order can begin.
    fn begins(&self, circumstances: &Circumstances) -> Date {
        let free = self.workshop.busy_until.and_then(|day| day.succ_opt());
        free.map_or(circumstances.today, |free| free.max(circumstances.today))
    }

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
    let constraints = Asking::of(wish, candidate, circumstances).until(|_| false);
    judged(wish, candidate, circumstances, constraints)
}

/// The same for what matches or almost does. The first rule that fails spares asking the others.
pub fn answer(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Matched> {
    let fails = |constraint: &Constraint| constraint.verdict == Verdict::Fails;
    let constraints = Asking::of(wish, candidate, circumstances).until(fails);
    let failed = constraints.last().is_some_and(fails);
    (!failed).then(|| judged(wish, candidate, circumstances, constraints))
}

fn judged(
    wish: &Wish,
    candidate: &Candidate<'_>,
    circumstances: &Circumstances,
    constraints: Vec<Constraint>,
) -> Matched {
    let some = |verdict| constraints.iter().any(|constraint| constraint.verdict == verdict);
    let verdict = match (some(Verdict::Fails), some(Verdict::Near)) {
        (true, _) => Fit::No,
        (false, true) => Fit::Near,
        (false, false) => Fit::Match,
    };
    let contributions = score::contributions(wish, candidate, circumstances);
    let score = hundredths(contributions.iter().map(|part| part.value).sum());
    Matched { verdict, score, reasons: Reasons { contributions, constraints } }
}

type Rules = fn(&Wish, &Candidate<'_>, &Circumstances) -> Vec<Constraint>;

const FIRST: [Rules; 3] = [
    |wish, candidate, _| rules::willing(wish, candidate).into_iter().collect(),
    |wish, candidate, now| vec![rules::subject(wish, candidate, now)],
    |wish, candidate, now| vec![rules::quantity(wish, candidate, now)],
];

/// Asked about the quantity that would be ordered.
const THEN: [Rules; 7] = [
    |wish, candidate, now| vec![rules::lead_time(wish, candidate, now)],
    |wish, candidate, now| vec![rules::capacity(wish, candidate, now)],
    |wish, candidate, now| vec![rules::exclusivity(wish, candidate, now)],
    demands::certificates,
    |wish, candidate, now| vec![rules::destination(wish, candidate, now)],
    demands::others,
    |wish, candidate, now| vec![rules::price(wish, candidate, now)],
];

/// A pair before the rules.
struct Asking<'a> {
    wish: &'a Wish,
    candidate: &'a Candidate<'a>,
    circumstances: &'a Circumstances,
    /// The wish as the rules asked so far would have it.
    mended: Cow<'a, Wish>,
    heard: Vec<Constraint>,
}

impl<'a> Asking<'a> {
    fn of(wish: &'a Wish, candidate: &'a Candidate<'a>, circumstances: &'a Circumstances) -> Self {
        Self { wish, candidate, circumstances, mended: Cow::Borrowed(wish), heard: Vec::new() }
    }

    /// What the rules say, in their order, until enough was heard.
    fn until(mut self, enough: impl Fn(&Constraint) -> bool) -> Vec<Constraint> {
        if self.ask(&FIRST, &enough) {
            match rules::ordered(&self.mended, self.candidate) {
                Some(ordered) if ordered != self.mended.quantity => self.mended.to_mut().quantity = ordered,
                _ => {}
            }
            self.ask(&THEN, &enough);
        }
        self.heard
    }

    fn ask(&mut self, all: &[Rules], enough: &impl Fn(&Constraint) -> bool) -> bool {
        for rules in all {
            for mut constraint in rules(&self.mended, self.candidate, self.circumstances) {
                if let Some(change) = &mut constraint.change {
                    change.apply(self.mended.to_mut());
                    since_the_wish(change, self.wish);
                }
                let is_enough = enough(&constraint);
                self.heard.push(constraint);
                if is_enough {
                    return false;
                }
            }
        }
        true
    }
}

/// A delay is told from the day that the buyer named, not from the day that an earlier rule had put it off to.
fn since_the_wish(change: &mut Change, wish: &Wish) {
    if let Change::NeededBy { from, .. } = change {
        *from = wish.needed_by;
    }
}

/// The most that a part brings.
pub fn weight(part: Part) -> f64 {
    match part {
        Part::Craft => weights::CRAFT,
        Part::Words => weights::WORDS,
        Part::Materials => weights::MATERIALS,
        Part::Price => weights::PRICE,
        Part::LeadTime => weights::LEAD_TIME,
        Part::Capacity => weights::CAPACITY,
        Part::Completeness => weights::COMPLETENESS,
        Part::Cluster => weights::CLUSTER,
        Part::Export => weights::EXPORT,
    }
}

fn divided_up(number: i64, by: i64) -> i64 {
    (number + by - 1) / by
}

/// Two decimals are all that is shown, so they are all that is compared: what looks equal is equal.
fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
