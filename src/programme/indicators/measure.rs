//! How far an indicator has come: its value, the records behind it, and what does not count yet. Pages, the API and the
//! dashboard all ask here, so that no two of them can show different numbers.

use std::collections::{BTreeMap, HashSet};

use super::counting::{Reason, count};
use super::indicator::{next_due, standing};
use super::{Computed, Indicator, Scope, ScopeQuery, Target, store};
use crate::clock::{Date, month_of};
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::OrganisationId;
use crate::locale::Wording;
use crate::programme::Value;
use crate::programme::verifications::{Entry, Ledger, Record, Subject, Verification};

/// Fewer makers than this behind a sum of money, and the public could read one maker's sales from it.
const FEWEST_MAKERS: usize = 3;

/// For whom it is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Officer,
    Public,
}

impl Reader {
    pub fn of(viewer: &crate::accounts::Viewer) -> Self {
        if viewer.is_officer() { Self::Officer } else { Self::Public }
    }
}

/// A record that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    pub record: Record,
    pub verdict: Verification,
    pub value: Value,
}

/// A record that does not count (yet), and why.
#[derive(Clone, Debug, PartialEq)]
pub struct NotCounted {
    pub record: Record,
    pub reason: Reason,
}

/// A part of the whole: a country, a cluster, a month, a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Country code, slug of the cluster, `2026-03`, `2026`.
    pub key: String,
    /// Of a cluster.
    pub name: Option<Wording>,
    /// Nothing: too few makers to tell the public.
    pub value: Option<Value>,
    pub records: usize,
    pub makers: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    pub indicator: Indicator,
    /// Nothing: it is not computed, or too few makers stand behind it to tell the public.
    pub value: Option<Value>,
    pub withheld: bool,
    /// The target to look at today.
    pub target: Option<Target>,
    /// How much of the way from the baseline to that target.
    pub share: Option<f64>,
    /// The targets that hold, by day.
    pub targets: Vec<Target>,
    /// Every target ever set, newest first.
    pub target_history: Vec<Target>,
    /// How many records count.
    pub records: usize,
    /// Distinct makers behind them.
    pub makers: usize,
    pub by_country: Vec<Part>,
    /// A maker in two clusters stands in both, so these parts may add up to more than the whole.
    pub by_cluster: Vec<Part>,
    pub by_month: Vec<Part>,
    pub by_year: Vec<Part>,
    /// Newest first. Nothing where the records are not for this reader.
    pub counted: Option<Vec<Counted>>,
    pub not_counted: Option<Vec<NotCounted>>,
}

/// Every indicator of the framework, in its order.
pub fn indicators(
    conn: &mut DbConnection,
    query: &ScopeQuery,
    reader: Reader,
    today: Date,
) -> Result<Vec<Measure>> {
    let ledger = Ledger::read(conn)?;
    let scope = query.check(&ledger, reader == Reader::Officer)?;
    let targets = store::targets(conn)?;
    let indicators = store::indicators(conn)?;
    Ok(indicators.into_iter().map(|one| measure(&ledger, one, &targets, &scope, reader, today)).collect())
}

/// One indicator, by its code or by what computes it.
pub fn measured(
    conn: &mut DbConnection,
    code: &str,
    query: &ScopeQuery,
    reader: Reader,
    today: Date,
) -> Result<Measure> {
    let ledger = Ledger::read(conn)?;
    let wanted = |one: &Indicator| {
        one.code.eq_ignore_ascii_case(code) || (one.computed != Computed::None && one.computed.word() == code)
    };
    let indicator = store::indicators(conn)?.into_iter().find(wanted).ok_or(Error::NotFound)?;
    let scope = query.check(&ledger, reader == Reader::Officer)?;
    let targets = store::targets(conn)?;
    Ok(measure(&ledger, indicator, &targets, &scope, reader, today))
}

pub(super) fn measure(
    ledger: &Ledger,
    indicator: Indicator,
    targets: &[Target],
    scope: &Scope,
    reader: Reader,
    today: Date,
) -> Measure {
    let own: Vec<Target> =
        targets.iter().filter(|target| target.indicator_id == indicator.id).cloned().collect();
    let standing = standing(&own);
    let target = next_due(&standing, today).cloned();
    let mut counted: Vec<(&Entry, Value)> = Vec::new();
    let mut not_counted = Vec::new();
    let subject = indicator.computed.subject();
    let in_scope = |entry: &&Entry| Some(entry.record.subject) == subject && scope.holds(entry);
    for entry in ledger.entries.iter().filter(in_scope) {
        match count(entry, &indicator) {
            Ok(value) => counted.push((entry, value)),
            // What was given up before anyone looked at it was never on its way to count.
            Err(Reason::Gone) if entry.verdict.is_none() => {}
            Err(_) if !entry.leads() => {}
            Err(reason) => not_counted.push(NotCounted { record: entry.record.clone(), reason }),
        }
    }
    counted.sort_by_key(|(entry, _)| std::cmp::Reverse((entry.record.day, entry.record.id)));
    not_counted.sort_by_key(|one| (one.reason, std::cmp::Reverse(one.record.id)));
    let tally = Tally { withholds: reader == Reader::Public && indicator.computed == Computed::ExportsEur };
    let makers = distinct_makers(&counted);
    // The total of the whole programme is what the programme publishes; parts of it are not.
    let withheld = tally.withholds && !scope.is_whole() && (1..FEWEST_MAKERS).contains(&makers);
    let total: Value = counted.iter().map(|(_, value)| *value).sum();
    let value = (indicator.computed != Computed::None && !withheld).then_some(total);
    let share = value
        .zip(target.as_ref())
        .and_then(|(value, target)| value.share_of(indicator.baseline(), target.value()));
    let open = match (reader, indicator.computed.subject()) {
        (Reader::Officer, _) => true,
        // Published collections are public; deals and agreements are their parties' business.
        (Reader::Public, subject) => subject == Some(Subject::Collection),
    };
    let mut target_history = own;
    target_history.reverse();
    Measure {
        value,
        withheld,
        share,
        target,
        targets: standing,
        target_history,
        records: distinct_records(&counted),
        makers,
        by_country: tally.parts(&counted, |entry| vec![entry.record.maker.country.clone()]),
        by_cluster: by_cluster(ledger, &tally, &counted),
        by_month: tally.parts(&counted, |entry| entry.record.day.map(month_of).into_iter().collect()),
        by_year: tally.parts(&counted, |entry| {
            entry.record.day.map(|day| day.format("%Y").to_string()).into_iter().collect()
        }),
        counted: open
            .then(|| counted.iter().filter_map(|(entry, value)| as_counted(entry, *value)).collect()),
        not_counted: (reader == Reader::Officer).then_some(not_counted),
        indicator,
    }
}

fn as_counted(entry: &Entry, value: Value) -> Option<Counted> {
    Some(Counted { record: entry.record.clone(), verdict: entry.verdict.clone()?, value })
}

/// What several workshops have made together is one record.
fn distinct_records(counted: &[(&Entry, Value)]) -> usize {
    counted.iter().map(|(entry, _)| (entry.record.subject, entry.record.id)).collect::<HashSet<_>>().len()
}

fn distinct_makers(counted: &[(&Entry, Value)]) -> usize {
    counted.iter().map(|(entry, _)| entry.record.maker.id).collect::<HashSet<OrganisationId>>().len()
}

fn by_cluster(ledger: &Ledger, tally: &Tally, counted: &[(&Entry, Value)]) -> Vec<Part> {
    let by_id = tally.parts(counted, |entry| entry.clusters.iter().map(ToString::to_string).collect());
    let named = ledger.clusters.iter().filter_map(|cluster| {
        let part = by_id.iter().find(|part| part.key == cluster.id.to_string())?;
        Some(Part { key: cluster.slug.clone(), name: Some(cluster.name.clone()), ..part.clone() })
    });
    named.collect()
}

/// Adds up parts, and keeps from the public what would give single makers away.
struct Tally {
    withholds: bool,
}

impl Tally {
    fn parts(&self, counted: &[(&Entry, Value)], keys: impl Fn(&Entry) -> Vec<String>) -> Vec<Part> {
        let mut parts: BTreeMap<String, Vec<(&Entry, Value)>> = BTreeMap::new();
        for (entry, value) in counted {
            for key in keys(entry) {
                parts.entry(key).or_default().push((*entry, *value));
            }
        }
        let part = |(key, own): (String, Vec<(&Entry, Value)>)| {
            let makers = distinct_makers(&own);
            let told = !self.withholds || makers >= FEWEST_MAKERS;
            Part {
                key,
                name: None,
                value: told.then(|| own.iter().map(|(_, value)| *value).sum()),
                records: distinct_records(&own),
                makers,
            }
        };
        parts.into_iter().map(part).collect()
    }
}
