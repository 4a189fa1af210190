//! The rules that every pair is asked: what, how many, when, for whom and at what price.

use chrono::TimeDelta;

use super::{Candidate, Circumstances, ClosedTo, Wish, bounds, divided_up};
use crate::catalogue::{Ask, Offer, PriceList};
use crate::clock::Date;
use crate::commitments::{Capacity, Outlet, closed_until};
use crate::input::RawMoney;
use crate::matching::reasons::{Change, Constraint, Rule, Why};
use crate::money::Money;

/// What a maker has declined is not offered again. Asked only then, since all others are willing.
pub(super) fn willing(wish: &Wish, candidate: &Candidate<'_>) -> Option<Constraint> {
    let declined = wish.request.is_some_and(|request| candidate.workshop.declined.contains(&request));
    declined.then(|| Constraint::fails(Rule::Willing, Why::Declined))
}

/// A craft that was named must be the product's. Without one a material must be, and without either a word, or what the
/// request is called in other words: another language, another spelling, something narrower.
pub(super) fn subject(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Constraint {
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

pub(super) fn shared_materials<'a>(
    wish: &'a Wish,
    candidate: &'a Candidate<'_>,
) -> impl Iterator<Item = &'a String> {
    wish.materials.iter().filter(|material| candidate.materials.contains(material))
}

/// The smallest order from some quantity on, by MOQ and whole case packs.
pub fn first_order(from: i64, wish: &Wish, candidate: &Candidate<'_>) -> (i64, i64, i64) {
    let agreed = candidate.agreed_with(wish.buyer);
    let moq = agreed.moq.unwrap_or(candidate.moq).max(1);
    let multiple = agreed.order_multiple.unwrap_or(candidate.multiple).max(1);
    let least = divided_up(moq, multiple) * multiple;
    ((divided_up(from, multiple) * multiple).max(least), moq, multiple)
}

/// The quantity that would be ordered, if one within the wish can be: the smallest.
pub(super) fn ordered(wish: &Wish, candidate: &Candidate<'_>) -> Option<i64> {
    Some(first_order(wish.quantity, wish, candidate).0).filter(|first| *first <= wish.quantity_most)
}

/// At least the MOQ, and whole case packs. A wrong quantity is never rounded in silence: the nearest valid ones are named.
pub(super) fn quantity(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Constraint {
    let (above, moq, multiple) = first_order(wish.quantity, wish, candidate);
    let why = Why::Order { moq, multiple };
    if above <= wish.quantity_most {
        return Constraint::holds(Rule::Quantity, why);
    }
    let (least, ..) = first_order(1, wish, candidate);
    let below = Some(wish.quantity / multiple * multiple).filter(|below| *below >= least);
    let more = Change::Quantity { from: wish.quantity_most, to: above, other: below };
    // Of two that are equally near, the smaller order is the smaller step.
    let change = match below {
        Some(below) if wish.quantity - below <= above - wish.quantity_most => {
            Change::Quantity { from: wish.quantity, to: below, other: Some(above) }
        }
        _ => more,
    };
    let Change::Quantity { from, to, .. } = change else { return Constraint::fails(Rule::Quantity, why) };
    if (to - from).abs() * 100 > from * bounds::QUANTITY_PERCENT {
        return Constraint::fails(Rule::Quantity, why);
    }
    Constraint::near(Rule::Quantity, why, change)
}

pub(super) fn lead_time(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Constraint {
    let Some(days) = needs_days(wish, candidate, circumstances) else {
        return Constraint::holds(Rule::LeadTime, Why::NotStated);
    };
    let ready = candidate.begins(circumstances) + TimeDelta::days(days.clamp(0, 3650));
    by_date(Rule::LeadTime, wish, Some(ready), Why::Ready { on: ready })
}

/// The row of the price list that counts for the wish, or the plain price.
pub fn offer(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Offer> {
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
        within_days: Some((wish.needed_by - candidate.begins(circumstances)).num_days()),
        currency: None,
        agreed: agreed.price,
    };
    list.offer(None, &ask)
}

pub(super) fn asked(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Money> {
    offer(wish, candidate, circumstances).map(|offer| offer.price)
}

pub(super) fn needs_days(
    wish: &Wish,
    candidate: &Candidate<'_>,
    circumstances: &Circumstances,
) -> Option<i64> {
    let usual = candidate.agreed_with(wish.buyer).lead_time_days.or(candidate.lead_time_days);
    offer(wish, candidate, circumstances).map_or(usual, |offer| offer.lead_time_days)
}

/// Pieces that can still be made for this request until its day, by the product's own calendar and by the workshop's.
pub(super) fn capacity(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Constraint {
    let Some(able) = able(wish, candidate, circumstances) else {
        return Constraint::holds(Rule::Capacity, Why::NotStated);
    };
    let why = Why::Makes { pieces: able.min(wish.quantity), wanted: wish.quantity };
    if able >= wish.quantity {
        return Constraint::holds(Rule::Capacity, why);
    }
    let latest = wish.needed_by + TimeDelta::days(bounds::DELAY_DAYS);
    by_date(Rule::Capacity, wish, made_on(wish, candidate, circumstances, latest), why)
}

/// The first morning on which the calendars have the quantity, if that is not after a day.
fn made_on(
    wish: &Wish,
    candidate: &Candidate<'_>,
    circumstances: &Circumstances,
    latest: Date,
) -> Option<Date> {
    let ready: Option<Vec<Date>> = calendars(candidate)
        .map(|calendar| calendar.ready_on(wish.quantity, candidate.begins(circumstances), latest))
        .collect();
    ready.and_then(|days| days.into_iter().max())
}

/// The day on which the quantity is there: its lead time is over, and the calendars have made it. No later than the wish
/// has it.
pub fn ready_on(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<Date> {
    let days = needs_days(wish, candidate, circumstances).unwrap_or(0).clamp(0, 3650);
    let ready = candidate.begins(circumstances) + TimeDelta::days(days);
    let made = match calendars(candidate).next() {
        Some(_) => made_on(wish, candidate, circumstances, wish.needed_by)?,
        None => ready,
    };
    Some(ready.max(made)).filter(|day| *day <= wish.needed_by)
}

fn calendars<'a>(candidate: &'a Candidate<'_>) -> impl Iterator<Item = &'a Capacity> {
    candidate.capacity.iter().chain(&candidate.workshop.capacity)
}

/// None where neither the product nor its workshop says how many are made.
pub fn able(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Option<i64> {
    calendars(candidate).map(|calendar| calendar.free(candidate.begins(circumstances), wish.needed_by)).min()
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
pub(super) fn exclusivity(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Constraint {
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
pub(super) fn destination(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Constraint {
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

pub(super) fn price(wish: &Wish, candidate: &Candidate<'_>, circumstances: &Circumstances) -> Constraint {
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
