//! Whose facts an index holds, and up to which one. Written with every commit, so it can never disagree with it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::{analyzer, schema};

/// The database that an index was built from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// A name that no other database has.
    pub database: String,
    /// Raised when a backup is restored: the numbers of later events then mean something else.
    pub epoch: u64,
}

/// What each commit carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    #[serde(flatten)]
    pub identity: Identity,
    pub schema: u32,
    pub analysis: u32,
    /// The version of the shipped lexicon.
    pub lexicon: u64,
    /// The last event that is applied.
    pub applied: i64,
}

impl Stamp {
    pub fn new(identity: Identity, applied: i64) -> Self {
        Self {
            identity,
            schema: schema::VERSION,
            analysis: analyzer::VERSION,
            lexicon: Lexicon::shipped().version(),
            applied,
        }
    }

    pub fn write(&self) -> String {
        serde_json::to_string(self).expect("numbers and a string are always JSON")
    }

    /// Reads a commit's payload and checks that this program can search what belongs to this database.
    pub fn check(payload: Option<&str>, identity: &Identity) -> Result<Self, Reason> {
        let payload = payload.ok_or_else(|| Reason::Damaged("the commit carries no stamp".into()))?;
        let stamp: Self = serde_json::from_str(payload)
            .map_err(|error| Reason::Damaged(format!("its stamp is unreadable: {error}")))?;
        if stamp.identity.database != identity.database {
            Err(Reason::OtherDatabase)
        } else if stamp.identity.epoch != identity.epoch {
            Err(Reason::OtherEpoch)
        } else if stamp.schema != schema::VERSION {
            Err(Reason::OtherSchema)
        } else {
            Ok(stamp)
        }
    }

    /// Why this program would build another index, though it can search this one.
    pub fn outdated(&self) -> Option<Reason> {
        if self.analysis != analyzer::VERSION {
            Some(Reason::OtherAnalysis)
        } else if self.lexicon != Lexicon::shipped().version() {
            Some(Reason::OtherLexicon)
        } else {
            None
        }
    }
}

/// Why an index must be built anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    Absent,
    Damaged(String),
    OtherDatabase,
    OtherEpoch,
    OtherSchema,
    OtherAnalysis,
    OtherLexicon,
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => out.write_str("there is none yet"),
            Self::Damaged(what) => write!(out, "it is damaged: {what}"),
            Self::OtherDatabase => out.write_str("it was built from another database"),
            Self::OtherEpoch => out.write_str("the database was restored since it was built"),
            Self::OtherSchema => out.write_str("this version keeps other fields"),
            Self::OtherAnalysis => out.write_str("this version reads words by other rules"),
            Self::OtherLexicon => out.write_str("this version knows other concepts"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity() -> Identity {
        Identity { database: "a".into(), epoch: 1 }
    }

    #[test]
    fn a_stamp_is_read_as_it_was_written() {
        let stamp = Stamp::new(identity(), 42);
        assert_eq!(Stamp::check(Some(&stamp.write()), &identity()), Ok(stamp));
    }

    #[test]
    fn any_difference_is_named() {
        let current = Stamp::new(identity(), 42);
        let changed = |change: fn(&mut Stamp)| {
            let mut stamp = current.clone();
            change(&mut stamp);
            stamp
        };
        let other = |change| Stamp::check(Some(&changed(change).write()), &identity());
        assert_eq!(other(|stamp| stamp.identity.database = "b".into()), Err(Reason::OtherDatabase));
        assert_eq!(other(|stamp| stamp.identity.epoch = 2), Err(Reason::OtherEpoch));
        assert_eq!(other(|stamp| stamp.schema += 1), Err(Reason::OtherSchema));
        assert!(matches!(Stamp::check(Some("{"), &identity()), Err(Reason::Damaged(_))));
        assert!(matches!(Stamp::check(None, &identity()), Err(Reason::Damaged(_))));
        assert_eq!(current.outdated(), None);
        assert_eq!(changed(|stamp| stamp.analysis += 1).outdated(), Some(Reason::OtherAnalysis));
        assert_eq!(changed(|stamp| stamp.lexicon += 1).outdated(), Some(Reason::OtherLexicon));
    }
}
