//! What became of an introduction, for those who look back: which matches were worth showing.

use std::collections::BTreeMap;

use super::{Mark, store};
use crate::accounts::Member;
use crate::db::Write;
use crate::error::Result;
use crate::ids::{OrganisationId, RequestId};
use crate::matching::store as matches;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The buyer may want it.
    Shortlisted,
    /// The buyer does not.
    PassedOver,
    /// The buyer takes either back.
    Unmarked,
    /// The maker does not want to answer.
    Declined,
    /// The maker does after all.
    Reconsidered,
    /// The maker has made an offer, or the buyer has asked for one.
    Quoted,
    /// A quote was accepted.
    Won,
}

crate::text_enum!(Outcome {
    Shortlisted => "shortlisted",
    PassedOver => "passed-over",
    Unmarked => "unmarked",
    Declined => "declined",
    Reconsidered => "reconsidered",
    Quoted => "quoted",
    Won => "won",
});

/// How far it came between a buyer's request and a maker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub mark: Mark,
    pub declined: bool,
    pub quoted: bool,
    pub won: bool,
}

impl Progress {
    pub(super) fn after(self, outcome: Outcome) -> Self {
        match outcome {
            Outcome::Shortlisted => Self { mark: Mark::Shortlisted, ..self },
            Outcome::PassedOver => Self { mark: Mark::PassedOver, ..self },
            Outcome::Unmarked => Self { mark: Mark::None, ..self },
            Outcome::Declined => Self { declined: true, ..self },
            Outcome::Reconsidered => Self { declined: false, ..self },
            Outcome::Quoted => Self { quoted: true, ..self },
            Outcome::Won => Self { won: true, ..self },
        }
    }

    /// Folds rows in the order in which they happened.
    pub(super) fn fold<K: Ord>(rows: impl IntoIterator<Item = (K, Outcome)>) -> BTreeMap<K, Self> {
        let mut all: BTreeMap<K, Self> = BTreeMap::new();
        for (between, outcome) in rows {
            let progress = all.entry(between).or_default();
            *progress = progress.after(outcome);
        }
        all
    }
}

/// Writes down what happened. Whoever makes something of a match has seen it, so it counts as introduced.
pub fn note_outcome(
    tx: &mut Write<'_>,
    by: &Member,
    request: RequestId,
    maker: OrganisationId,
    outcome: Outcome,
) -> Result<()> {
    if !matches::introduced(tx, request)?.contains(&maker) {
        matches::introduce(tx, request, maker)?;
    }
    if outcome == Outcome::Quoted {
        // Who makes an offer has thought better of it.
        store::delete_decline(tx, request, maker)?;
    }
    store::insert_outcome(tx, request, maker, outcome, by.person)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_of_each_side_counts() {
        let maker = OrganisationId(1);
        let rows = [
            Outcome::Shortlisted,
            Outcome::Declined,
            Outcome::PassedOver,
            Outcome::Reconsidered,
            Outcome::Quoted,
            Outcome::Unmarked,
        ];
        let folded = Progress::fold(rows.map(|outcome| (maker, outcome)));
        let expected = Progress { mark: Mark::None, declined: false, quoted: true, won: false };
        assert_eq!(folded, BTreeMap::from([(maker, expected)]));
    }
}
