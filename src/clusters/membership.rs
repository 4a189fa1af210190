//! Where a maker stands with a cluster, and which decisions lead from where to where.

use chrono::TimeDelta;
use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::clock::Time;
use crate::db::schema::cluster_memberships;
use crate::error::{Error, Result};
use crate::ids::{ClusterId, OrganisationId, PersonId};
use crate::input::{Fields, Raw};

/// Only what the cluster confirmed moves its figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MembershipStanding {
    #[default]
    Requested,
    Confirmed,
    Refused,
    Left,
}

crate::text_enum!(MembershipStanding {
    Requested => "requested",
    Confirmed => "confirmed",
    Refused => "refused",
    Left => "left",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = cluster_memberships)]
pub struct Membership {
    pub id: i64,
    pub cluster_id: ClusterId,
    pub maker_id: OrganisationId,
    pub standing: MembershipStanding,
    pub requested_at: Time,
    pub decided_at: Option<Time>,
    pub decided_by: Option<PersonId>,
}

/// After a refusal, so long until one may ask the same cluster again.
const DAYS_AFTER_REFUSAL: i64 = 30;

impl Membership {
    /// May the maker ask (again) now?
    pub fn may_ask_again(&self, now: Time) -> Result<()> {
        match self.standing {
            MembershipStanding::Requested => Err(Error::refused("refusal-membership-waiting")),
            MembershipStanding::Confirmed => Err(Error::refused("refusal-membership-already")),
            MembershipStanding::Left => Ok(()),
            MembershipStanding::Refused => {
                let since = self.decided_at.unwrap_or(self.requested_at);
                match now >= since.plus(TimeDelta::days(DAYS_AFTER_REFUSAL)) {
                    true => Ok(()),
                    false => Err(Error::refused("refusal-membership-too-soon")),
                }
            }
        }
    }

    /// A maker may take back a request and leave a cluster.
    pub fn may_leave(&self) -> Result<()> {
        match self.standing {
            MembershipStanding::Requested | MembershipStanding::Confirmed => Ok(()),
            MembershipStanding::Refused | MembershipStanding::Left => {
                Err(Error::refused("refusal-membership-over"))
            }
        }
    }

    /// What a decision of the cluster makes of it.
    pub fn after(&self, decision: Decision) -> Result<MembershipStanding> {
        use MembershipStanding::*;
        match (self.standing, decision) {
            (Requested, Decision::Confirmed) => Ok(Confirmed),
            (Requested, Decision::Refused) => Ok(Refused),
            (Confirmed, Decision::Ended) => Ok(Left),
            (Requested, Decision::Ended) => Err(Error::refused("refusal-membership-not-yet")),
            (Confirmed, _) => Err(Error::refused("refusal-membership-already")),
            (Refused | Left, _) => Err(Error::refused("refusal-membership-over")),
        }
    }

    /// The decisions that can be taken now.
    pub fn decisions(&self) -> Vec<Decision> {
        let all = [Decision::Confirmed, Decision::Refused, Decision::Ended];
        all.into_iter().filter(|decision| self.after(*decision).is_ok()).collect()
    }
}

/// What a cluster can say to a maker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decision {
    #[default]
    Confirmed,
    Refused,
    Ended,
}

crate::text_enum!(Decision { Confirmed => "confirmed", Refused => "refused", Ended => "ended" });

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct JoinForm {
    /// The cluster's slug.
    pub cluster: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DecisionForm {
    /// `confirmed`, `refused` or `ended`.
    pub decision: Raw,
    /// Why; the maker reads it. Needed to refuse and to end.
    pub note: Raw,
}

const LONGEST_NOTE: usize = 1000;

impl DecisionForm {
    pub fn check(&self) -> Result<(Decision, Option<String>)> {
        let mut fields = Fields::new();
        let decision: Decision = fields.choice("decision", &self.decision);
        let note = fields.optional_text("note", &self.note, LONGEST_NOTE);
        let owes_reason = fields.is_sound("decision") && decision != Decision::Confirmed;
        if owes_reason && note.is_none() {
            fields.problem("note", "problem-membership-reason");
        }
        fields.done((decision, note))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn membership(standing: MembershipStanding) -> Membership {
        Membership {
            id: 1,
            cluster_id: ClusterId(1),
            maker_id: OrganisationId(1),
            standing,
            requested_at: Time::from_micros(0),
            decided_at: Some(Time::from_micros(0)),
            decided_by: None,
        }
    }

    #[test]
    fn only_a_request_can_be_confirmed_and_only_a_membership_ended() {
        use MembershipStanding::*;
        assert_eq!(membership(Requested).decisions(), [Decision::Confirmed, Decision::Refused]);
        assert_eq!(membership(Confirmed).decisions(), [Decision::Ended]);
        assert!(membership(Refused).decisions().is_empty() && membership(Left).decisions().is_empty());
    }

    #[test]
    fn after_a_refusal_one_waits_before_asking_again() {
        let refused = membership(MembershipStanding::Refused);
        let day = |days| Time::from_micros(0).plus(TimeDelta::days(days));
        assert!(refused.may_ask_again(day(29)).is_err());
        assert!(refused.may_ask_again(day(30)).is_ok());
        assert!(membership(MembershipStanding::Left).may_ask_again(day(0)).is_ok());
        assert!(membership(MembershipStanding::Confirmed).may_ask_again(day(99)).is_err());
    }

    #[test]
    fn whoever_is_refused_learns_why() {
        let form = |decision: &str, note: &str| DecisionForm { decision: decision.into(), note: note.into() };
        assert!(form("confirmed", "").check().is_ok());
        assert!(form("refused", " ").check().is_err());
        assert!(form("ended", "You moved to another town.").check().is_ok());
        assert!(form("perhaps", "").check().is_err());
    }
}
