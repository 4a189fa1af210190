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
}

impl Entry {
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
        let entry = |record: Record| Entry {
            verdict: verdicts.remove(&(record.subject, record.id)),
            clusters: confirmed.get(&record.maker.id).cloned().unwrap_or_default(),
            record,
        };
        let clusters = store::cluster_names(conn)?;
        Ok(Self {
            entries: store::records(conn)?.into_iter().map(entry).collect(),
            clusters: clusters.into_iter().map(|(id, slug, name)| ClusterEntry { id, slug, name }).collect(),
        })
    }

    pub fn cluster_by_slug(&self, slug: &str) -> Option<&ClusterEntry> {
        self.clusters.iter().find(|cluster| cluster.slug == slug)
    }

    /// What waits for an officer, the longest waiting first.
    pub fn waiting(self, subject: Option<Subject>) -> Vec<Entry> {
        let wanted = |entry: &Entry| entry.waits() && subject.is_none_or(|only| only == entry.record.subject);
        let mut waiting: Vec<Entry> = self.entries.into_iter().filter(wanted).collect();
        waiting.sort_by_key(|entry| (entry.record.day, entry.record.subject, entry.record.id));
        waiting
    }
}
