//! What a request may ask beyond goods, time and price; of what it does not ask, nothing is said.

use chrono::TimeDelta;

use super::{Candidate, Certified, Circumstances, Wish, bounds};
use crate::incoterm::Incoterm;
use crate::matching::reasons::{Change, Constraint, Rule, Why};

/// Each scheme must be certified for the product on the day of delivery. A certificate that ends before may be renewed;
/// one that waits for an officer may be confirmed.
pub(super) fn certificates(
    wish: &Wish,
    candidate: &Candidate<'_>,
    circumstances: &Circumstances,
) -> Vec<Constraint> {
    wish.certificates.iter().map(|scheme| certificate(scheme, wish, candidate, circumstances)).collect()
}

fn certificate(
    scheme: &str,
    wish: &Wish,
    candidate: &Candidate<'_>,
    circumstances: &Circumstances,
) -> Constraint {
    let (day, scheme) = (wish.needed_by, scheme.to_owned());
    let is_about = |one: &&Certified| {
        let covers = one.products.as_ref().is_none_or(|products| products.contains(&candidate.product));
        one.scheme == scheme && covers && one.valid_from <= day
    };
    let own = || candidate.workshop.certificates.iter().filter(is_about);
    let lasts = |one: &&Certified| one.valid_until.is_none_or(|last| day <= last);
    if let Some(valid) = own().filter(lasts).find(|one| one.is_confirmed) {
        let why = Why::Certified { scheme, until: valid.valid_until };
        return Constraint::holds(Rule::Certificate, why);
    }
    let since = circumstances.today - TimeDelta::days(bounds::LAPSED_DAYS);
    let lapsed = own().filter(|one| one.is_confirmed).filter_map(|one| one.valid_until).max();
    let lapsed = lapsed.filter(|last| since <= *last);
    let waits = own().any(|one| !one.is_confirmed && lasts(&one));
    let (why, change) = match (waits, lapsed) {
        (true, _) => {
            (Why::Unconfirmed { scheme: scheme.clone() }, Change::Confirmed { scheme: scheme.clone() })
        }
        (false, Some(until)) => {
            (Why::Ends { scheme: scheme.clone(), until }, Change::Renewed { scheme: scheme.clone(), by: day })
        }
        (false, None) => return Constraint::fails(Rule::Certificate, Why::Uncertified { scheme }),
    };
    match wish.promised.contains(&scheme) {
        true => Constraint::holds(Rule::Certificate, why),
        false => Constraint::near(Rule::Certificate, why, change),
    }
}

/// Delivery rule, language and sample.
pub(super) fn others(wish: &Wish, candidate: &Candidate<'_>, _: &Circumstances) -> Vec<Constraint> {
    [incoterm(wish, candidate), language(wish, candidate), sample(wish, candidate)]
        .into_iter()
        .flatten()
        .collect()
}

/// Whoever exports decides which rules can be served. Without an exporter of record goods are handed over at the door.
fn incoterm(wish: &Wish, candidate: &Candidate<'_>) -> Option<Constraint> {
    let workshop = candidate.workshop;
    if wish.incoterms.is_empty() || workshop.country == wish.destination {
        return None;
    }
    let served: &[Incoterm] = match (workshop.exports_itself, workshop.in_cluster) {
        (true, _) => &workshop.incoterms,
        (false, true) => &[],
        (false, false) => &[Incoterm::Exw],
    };
    if served.is_empty() {
        return Some(Constraint::holds(Rule::Incoterm, Why::NotStated));
    }
    let both: Vec<Incoterm> = served.iter().copied().filter(|one| wish.incoterms.contains(one)).collect();
    if !both.is_empty() {
        return Some(Constraint::holds(Rule::Incoterm, Why::Serves { incoterms: both }));
    }
    // The rule that asks the least more, or less, of the maker than what was named.
    let away = |one: &Incoterm| {
        wish.incoterms.iter().map(|wanted| wanted.duties().abs_diff(one.duties())).min().unwrap_or_default()
    };
    let to = served.iter().copied().min_by_key(|one| (away(one), one.duties()))?;
    let why = Why::Serves { incoterms: served.to_vec() };
    Some(Constraint::near(Rule::Incoterm, why, Change::Incoterm { to }))
}

fn language(wish: &Wish, candidate: &Candidate<'_>) -> Option<Constraint> {
    let spoken = &candidate.workshop.languages;
    let first = *wish.languages.first()?;
    let shared = wish.languages.iter().copied().find(|language| spoken.contains(language));
    Some(match (shared, spoken.first()) {
        (Some(language), _) => Constraint::holds(Rule::Language, Why::Speaks { language }),
        (None, Some(language)) => Constraint::near(
            Rule::Language,
            Why::Speaks { language: *language },
            Change::Language { from: first, to: *language },
        ),
        (None, None) => Constraint::holds(Rule::Language, Why::NotStated),
    })
}

fn sample(wish: &Wish, candidate: &Candidate<'_>) -> Option<Constraint> {
    wish.sample.then(|| match candidate.sample {
        true => Constraint::holds(Rule::Sample, Why::Sample),
        false => Constraint::near(Rule::Sample, Why::NoSample, Change::WithoutSample),
    })
}
