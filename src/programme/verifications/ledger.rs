//! Every record that could count, with the last word on it: what all figures are computed from, read in one go.

use std::collections::HashMap;

use super::record::Ripeness;
use super::{Record, Subject, Verification, store};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::ClusterId;
use crate::locale::Wording;

/// Where a record stands between its makers and the programme's figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Verified, and still what was verified.
    #[default]
    Verified,
    /// No officer has looked at it yet.
    Waiting,
    /// It was changed after it was verified.
    Changed,
    Revoked,
    /// Not shipped yet.
    Early,
    /// Cancelled or withdrawn.
    Gone,
}

crate::text_enum!(Standing {
    Verified => "verified",
    Waiting => "waiting",
    Changed => "changed",
    Revoked => "revoked",
    Early => "early",
    Gone => "gone",
});

#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub record: Record,
    pub verdict: Option<Verification>,
    /// The clusters that have confirmed its maker.
    pub clusters: Vec<ClusterId>,
    /// Where a cluster sold what several workshops made, there is an entry for each of them, with its part of the whole.
    pub part: Option<Part>,
}

/// A workshop's part of an amount, behind those that come before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub before: i64,
    pub amount: i64,
    pub whole: i64,
}

impl Part {
    /// So much of a value: all parts together are the value to the cent.
    pub fn of(self, value: i64) -> i64 {
        let until = |amount: i64| i128::from(value) * i128::from(amount) / i128::from(self.whole.max(1));
        i64::try_from(until(self.before + self.amount) - until(self.before)).unwrap_or_default()
    }
}

impl Entry {
    /// Does it stand for the record where records are counted? One of its parts does.
    pub fn leads(&self) -> bool {
        self.part.is_none_or(|part| part.before == 0)
    }

    pub fn standing(&self) -> Standing {
        match (self.record.ripeness, &self.verdict) {
            (Ripeness::Gone, _) => Standing::Gone,
            (Ripeness::Early, _) => Standing::Early,
            (Ripeness::Ripe, None) => Standing::Waiting,
            (Ripeness::Ripe, Some(verdict)) if !verdict.is_verified() => Standing::Revoked,
            (Ripeness::Ripe, Some(verdict)) if verdict.record_hash != self.record.hash => Standing::Changed,
            (Ripeness::Ripe, Some(_)) => Standing::Verified,
        }
    }

    /// Is it an officer's turn? What does not leave its country will never count as an export, so nobody need look.
    pub fn waits(&self) -> bool {
        matches!(self.standing(), Standing::Waiting | Standing::Changed) && self.record.crosses_a_border()
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    pub entries: Vec<Entry>,
    pub clusters: Vec<ClusterEntry>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ClusterEntry {
    pub id: ClusterId,
    pub slug: String,
    pub name: Wording,
}

impl Ledger {
    pub fn read(conn: &mut DbConnection) -> Result<Self> {
        let mut verdicts: HashMap<(Subject, i64), Verification> = store::latest_verdicts(conn)?;
        let confirmed = store::confirmed_clusters(conn)?;
        let allocated = store::allocated(conn)?;
        let mut entries = Vec::new();
        for record in store::records(conn)? {
            let verdict = verdicts.remove(&(record.subject, record.id));
            let entry = |record: Record, part| Entry {
                verdict: verdict.clone(),
                clusters: confirmed.get(&record.maker.id).cloned().unwrap_or_default(),
                record,
                part,
            };
            match allocated.get(&record.id).filter(|_| record.subject == Subject::Deal) {
                None => entries.push(entry(record, None)),
                Some(makers) => {
                    let whole = makers.iter().map(|(_, amount)| amount).sum();
                    let mut before = 0;
                    for (maker, amount) in makers {
                        let part = Part { before, amount: *amount, whole };
                        entries.push(entry(Record { maker: maker.clone(), ..record.clone() }, Some(part)));
                        before += amount;
                    }
                }
            }
        }
        let clusters = store::cluster_names(conn)?;
        Ok(Self {
            entries,
            clusters: clusters.into_iter().map(|(id, slug, name)| ClusterEntry { id, slug, name }).collect(),
        })
    }

    pub fn cluster_by_slug(&self, slug: &str) -> Option<&ClusterEntry> {
        self.clusters.iter().find(|cluster| cluster.slug == slug)
    }

    /// What waits for an officer, the longest waiting first.
    pub fn waiting(self, subject: Option<Subject>) -> Vec<Entry> {
        let wanted = |entry: &Entry| {
            entry.leads() && entry.waits() && subject.is_none_or(|only| only == entry.record.subject)
        };
        let mut waiting: Vec<Entry> = self.entries.into_iter().filter(wanted).collect();
        waiting.sort_by_key(|entry| (entry.record.day, entry.record.subject, entry.record.id));
        waiting
    }
}
