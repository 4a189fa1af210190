//! What agents and workshops send.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::split::Reason;
use crate::error::{Message, Result};
use crate::ids::ProductId;
use crate::input::{Fields, Raw, RawList};

const MOST_PERCENT: i64 = 20;
const MOST_WORKSHOPS: i64 = 500;
const MOST_LEFT_OUT: usize = 500;
const LONGEST_NOTE: usize = 500;

/// How a request is to be split.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SplitForm {
    /// By how many percent the pieces may differ from those that were asked for, from 0 to 20; left out: not at all.
    pub tolerance: Raw,
    /// No more workshops than these.
    pub most_workshops: Raw,
    /// Ids of products that are to have no part.
    pub left_out: RawList,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct HowToSplit {
    pub tolerance_percent: i64,
    pub most_workshops: Option<i64>,
    pub left_out: BTreeSet<ProductId>,
}

impl SplitForm {
    /// `known` are the products that the cluster's workshops have on show.
    pub fn check(&self, known: &BTreeSet<ProductId>) -> Result<HowToSplit> {
        let mut fields = Fields::new();
        let how = HowToSplit {
            tolerance_percent: fields
                .optional_whole("tolerance", &self.tolerance, 0..=MOST_PERCENT)
                .unwrap_or_default(),
            most_workshops: fields.optional_whole("most_workshops", &self.most_workshops, 1..=MOST_WORKSHOPS),
            left_out: BTreeSet::new(),
        };
        let is_known = |text: &str| text.parse::<ProductId>().is_ok_and(|product| known.contains(&product));
        let keys = fields.keys("left_out", &self.left_out, MOST_LEFT_OUT, is_known);
        let left_out = keys.iter().filter_map(|key| key.parse().ok()).collect();
        fields.done(HowToSplit { left_out, ..how })
    }
}

/// Which alternative is taken, and who exports.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ChooseForm {
    /// The id or slug of the exporter of record: a workshop with a share that exports itself. Left out: the cluster.
    pub exporter: Raw,
}

/// Why a workshop does not take its share.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeclineForm {
    /// `capacity`, `day`, `price`, `material` or `other`.
    pub reason: Raw,
    /// In one's own words; needed where the reason is `other`.
    pub note: Raw,
}

impl DeclineForm {
    pub fn check(&self) -> Result<(Reason, String)> {
        let mut fields = Fields::new();
        let reason: Reason = fields.choice("reason", &self.reason);
        let note = fields.optional_text("note", &self.note, LONGEST_NOTE).unwrap_or_default();
        if fields.is_sound("reason") && reason == Reason::Other && note.is_empty() && fields.is_sound("note")
        {
            fields.problem("note", Message::new("problem-share-reason"));
        }
        fields.done((reason, note))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_must_be_there() {
        let known = BTreeSet::from([ProductId(7)]);
        let form = |left_out: &str, tolerance: &str| SplitForm {
            left_out: RawList(vec![left_out.to_owned()]),
            tolerance: tolerance.into(),
            ..SplitForm::default()
        };
        assert_eq!(form("7", "5").check(&known).unwrap().left_out, known);
        assert!(form("8", "5").check(&known).is_err());
        assert!(form("bowl", "5").check(&known).is_err());
        assert!(form("7", "21").check(&known).is_err());
        assert_eq!(SplitForm::default().check(&known).unwrap(), HowToSplit::default());
    }

    #[test]
    fn another_reason_is_told_in_words() {
        let form = |reason: &str, note: &str| DeclineForm { reason: reason.into(), note: note.into() };
        assert!(form("price", "").check().is_ok());
        assert!(form("other", " ").check().is_err());
        assert!(form("other", "The kiln is broken.").check().is_ok());
        assert!(form("mood", "").check().is_err());
    }
}
