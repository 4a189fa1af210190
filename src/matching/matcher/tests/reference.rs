//! A second reading of the rules, slow and obvious, by trying every quantity and every day.

use super::*;

pub(super) fn subject(wish: &Wish, candidate: &Candidate<'_>) -> bool {
    if !wish.crafts.is_empty() {
        return wish.crafts.iter().any(|craft| Some(craft) == candidate.craft.as_ref());
    }
    if !wish.materials.is_empty() {
        return wish.materials.iter().any(|one| candidate.materials.iter().any(|other| one == other));
    }
    wish.words.shared_with(&candidate.words) > 0
}

pub(super) fn orderable(quantity: i64, candidate: &Candidate<'_>) -> bool {
    quantity >= candidate.moq && quantity % candidate.multiple == 0
}

/// The nearest order to a range by trying every step, the smaller first; how far it is from the nearer end.
pub(super) fn nearest_order(wish: &Wish, candidate: &Candidate<'_>) -> Option<i64> {
    if let Some(within) = (wish.quantity..=wish.quantity_most).find(|tried| orderable(*tried, candidate)) {
        return Some(within);
    }
    let (least, most) = (wish.quantity, wish.quantity_most);
    (1..=most).find_map(|step| {
        let below = Some(least - step).filter(|tried| *tried > 0 && orderable(*tried, candidate));
        let above = Some(most + step).filter(|tried| orderable(*tried, candidate));
        // Of two that are equally near the smaller is tried alone: it is what is called for, or nothing is.
        match (below, above) {
            (Some(below), _) => (step <= least).then_some(below),
            (None, above) => above,
        }
    })
}

/// The first day of all on which the workshop is not busy.
fn begins(candidate: &Candidate<'_>) -> Date {
    let is_busy = |date: Date| candidate.workshop.busy_until.is_some_and(|until| date <= until);
    day(0).iter_days().find(|date| !is_busy(*date)).unwrap()
}

pub(super) fn makes(quantity: i64, until: Date, candidate: &Candidate<'_>) -> bool {
    let calendars = candidate.capacity.iter().chain(&candidate.workshop.capacity);
    calendars.into_iter().all(|calendar| calendar.free(begins(candidate), until) >= quantity)
}

pub(super) fn promised(date: Date, wish: &Wish, candidate: &Candidate<'_>) -> bool {
    candidate.workshop.grants.iter().any(|grant| {
        grant.released_at.is_none()
            && grant.buyer_id != wish.buyer
            && grant.country == wish.destination
            && grant.channel == wish.channel
            && grant.collection_id.is_none_or(|own| Some(own) == candidate.collection)
            && grant.starts_on <= date
            && date <= grant.ends_on
    })
}

pub(super) fn first_day(from: Date, days: i64, fits: impl Fn(Date) -> bool) -> Option<Date> {
    from.iter_days().take(days as usize + 1).find(|date| fits(*date))
}

fn certified(scheme: &str, date: Date, wish: &Wish, candidate: &Candidate<'_>) -> Verdict {
    let mut own = candidate.workshop.certificates.clone();
    own.retain(|one| one.scheme == scheme && one.valid_from <= date);
    own.retain(|one| one.products.is_none() || one.products == Some(vec![candidate.product]));
    let lasts = |one: &Certified| one.valid_until.is_none() || one.valid_until >= Some(date);
    if own.iter().any(|one| one.is_confirmed && lasts(one)) {
        return Verdict::Holds;
    }
    let could_be = own.iter().any(|one| !one.is_confirmed && lasts(one))
        || own.iter().any(|one| one.is_confirmed && one.valid_until >= Some(day(-90)));
    match could_be {
        true if wish.promised.contains(scheme) => Verdict::Holds,
        true => Verdict::Near,
        false => Verdict::Fails,
    }
}

fn demanded(wish: &Wish, candidate: &Candidate<'_>) -> Vec<(Rule, Verdict)> {
    let workshop = candidate.workshop;
    let near_unless = |holds| if holds { Verdict::Holds } else { Verdict::Near };
    let mut found = Vec::new();
    if !wish.incoterms.is_empty() && workshop.country != wish.destination {
        let serves = |one: &Incoterm| match (workshop.exports_itself, workshop.in_cluster) {
            (true, _) => workshop.incoterms.is_empty() || workshop.incoterms.contains(one),
            (false, true) => true,
            (false, false) => *one == Incoterm::Exw,
        };
        found.push((Rule::Incoterm, near_unless(wish.incoterms.iter().any(serves))));
    }
    if !wish.languages.is_empty() {
        let spoken = &workshop.languages;
        let holds = spoken.is_empty() || wish.languages.iter().any(|one| spoken.contains(one));
        found.push((Rule::Language, near_unless(holds)));
    }
    if wish.sample {
        found.push((Rule::Sample, near_unless(candidate.sample)));
    }
    found
}

pub(super) fn verdicts(wish: &Wish, candidate: &Candidate<'_>) -> Vec<(Rule, Verdict)> {
    use Verdict::*;
    let mut date = wish.needed_by;
    let mut by_day = |days: i64, fits: &dyn Fn(Date) -> bool| match first_day(date, days, fits) {
        Some(found) if found == date => Holds,
        Some(found) => {
            date = found;
            Near
        }
        None => Fails,
    };
    let nearest = nearest_order(wish, candidate);
    let quantity = match nearest {
        Some(within) if (wish.quantity..=wish.quantity_most).contains(&within) => Holds,
        Some(_) => Near,
        None => Fails,
    };
    let ordered = nearest.unwrap_or(wish.quantity);
    let lead = by_day(60, &|date| {
        candidate.lead_time_days.is_none_or(|days| begins(candidate) + TimeDelta::days(days) <= date)
    });
    let capacity = by_day(60, &|date| makes(ordered, date, candidate));
    let exclusivity = by_day(180, &|date| !promised(date, wish, candidate));
    let converted = wish.target.and_then(|target| {
        circumstances()
            .rates
            .convert(candidate.price?, target.currency)
            .map(|asked| (asked.minor, target.minor))
    });
    let price = match converted {
        Some((asked, target)) if asked * 100 > target * 125 => Fails,
        Some((asked, target)) if asked > target => Near,
        _ => Holds,
    };
    let subject = if subject(wish, candidate) { Holds } else { Fails };
    let unwilling = wish.request.is_some_and(|request| candidate.workshop.declined.contains(&request));
    let mut verdicts = if unwilling { vec![(Rule::Willing, Fails)] } else { Vec::new() };
    verdicts.extend([
        (Rule::Subject, subject),
        (Rule::Quantity, quantity),
        (Rule::LeadTime, lead),
        (Rule::Capacity, capacity),
        (Rule::Exclusivity, exclusivity),
    ]);
    let certified = wish.certificates.iter().map(|scheme| certified(scheme, date, wish, candidate));
    verdicts.extend(certified.map(|verdict| (Rule::Certificate, verdict)));
    verdicts.push((Rule::Destination, Holds));
    verdicts.extend(demanded(wish, candidate));
    verdicts.push((Rule::Price, price));
    verdicts
}
