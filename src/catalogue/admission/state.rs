//! How a row stands for a maker: done, open, sent and not yet looked at, waived, or not asked of this one.

use super::facts::{Facts, Goods};
use super::row::{Binds, Row};
use super::said::{Attestation, Proof, Said, Verdict, Waiver};
use crate::clock::Date;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineState {
    #[default]
    Open,
    /// Sent to the programme, which has not looked at it yet.
    Waiting,
    Done,
    Waived,
    /// It is for other crafts.
    NotAsked,
}

crate::text_enum!(LineState {
    Open => "open",
    Waiting => "waiting",
    Done => "done",
    Waived => "waived",
    NotAsked => "not-asked",
});

/// A row as it stands for a maker.
#[derive(Clone, Debug)]
pub struct Line {
    pub row: Row,
    pub state: LineState,
    /// The products that lack it.
    pub(super) lacking: Vec<Goods>,
    pub(super) attestation: Option<Attestation>,
    pub(super) verdicts: Vec<Verdict>,
    pub(super) proof: Option<Proof>,
    pub(super) waivers: Vec<Waiver>,
}

impl Line {
    /// Would it stop something?
    pub fn stops(&self) -> bool {
        self.row.binds != Binds::None && matches!(self.state, LineState::Open | LineState::Waiting)
    }
}

/// Is a row asked of this maker at all?
pub(super) fn is_asked(row: &Row, facts: &Facts) -> bool {
    row.crafts.is_empty() || row.is_about_goods() || facts.crafts.iter().any(|own| row.crafts.contains(own))
}

/// Does a row that is not about goods hold?
pub(super) fn holds_of_maker(row: &Row, facts: &Facts, said: &Said) -> bool {
    said.fulfils(row) && row.subject.is_none_or(|check| facts.hold(check))
}

/// How a row stands.
pub(super) fn line(row: Row, facts: &Facts, goods: &[Goods], said: &mut Said, day: Date) -> Line {
    let lacking: Vec<Goods> = goods.iter().filter(|one| one.lacks(&row)).cloned().collect();
    let state = if !is_asked(&row, facts) {
        LineState::NotAsked
    } else if holds_of_maker(&row, facts, said) && lacking.is_empty() {
        LineState::Done
    } else if said.waives(&row, day) {
        LineState::Waived
    } else if said.waits(&row) {
        LineState::Waiting
    } else {
        LineState::Open
    };
    let id = row.id;
    let first = |all: Option<Vec<Attestation>>| all.and_then(|all| all.into_iter().next());
    Line {
        state,
        lacking,
        attestation: first(said.attestations.remove(&id)),
        verdicts: said.verdicts.remove(&id).unwrap_or_default(),
        proof: said.proofs.remove(&id).and_then(|all| all.into_iter().next()),
        waivers: said.waivers.remove(&id).unwrap_or_default(),
        row,
    }
}

#[cfg(test)]
mod tests {
    use super::super::facts::tests::{row, whole};
    use super::super::row::{Check, Mode};
    use super::super::said::by_row;
    use super::*;
    use crate::catalogue::certificates::Decision;
    use crate::clock::Time;
    use crate::columns::Json;
    use crate::ids::{AdmissionRowId, OrganisationId, PersonId, ProofId, WaiverId};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn waiver() -> Waiver {
        Waiver {
            id: WaiverId(1),
            row_id: AdmissionRowId(1),
            maker_id: OrganisationId(1),
            reason: "The kiln is new.".into(),
            ends_on: day("2026-03-10"),
            officer_id: PersonId(1),
            granted_at: Time::from_micros(0),
            revoked_at: None,
            revoked_by: None,
            revoked_reason: None,
        }
    }

    fn said_with(waivers: Vec<Waiver>) -> Said {
        Said { waivers: by_row(waivers, |one| one.row_id), ..Said::default() }
    }

    #[test]
    fn a_waiver_holds_to_its_last_day_unless_it_is_revoked() {
        let bare = [Goods { picture: false, ..whole() }];
        let state = |waivers: Vec<Waiver>, today: &str| {
            let row = row(Mode::Computed, Some(Check::Picture));
            line(row, &Facts::default(), &bare, &mut said_with(waivers), day(today)).state
        };
        assert_eq!(state(Vec::new(), "2026-03-10"), LineState::Open);
        assert_eq!(state(vec![waiver()], "2026-03-10"), LineState::Waived);
        assert_eq!(state(vec![waiver()], "2026-03-11"), LineState::Open);
        let revoked = Waiver { revoked_at: Some(Time::from_micros(1)), ..waiver() };
        assert_eq!(state(vec![revoked.clone()], "2026-03-10"), LineState::Open);
        assert_eq!(state(vec![revoked, waiver()], "2026-03-10"), LineState::Waived, "another one holds");
    }

    #[test]
    fn what_was_signed_in_other_words_is_signed_again() {
        let signed = Attestation {
            id: 1,
            row_id: AdmissionRowId(1),
            maker_id: OrganisationId(1),
            wording_version: 1,
            wording: Json::default(),
            name: "Zohra".into(),
            person_id: PersonId(1),
            attested_at: Time::from_micros(0),
        };
        let state = |wording_version| {
            let mut said =
                Said { attestations: by_row(vec![signed.clone()], |one| one.row_id), ..Said::default() };
            let row = Row { wording_version, ..row(Mode::Attested, None) };
            line(row, &Facts::default(), &[], &mut said, day("2026-03-02")).state
        };
        assert_eq!((state(1), state(2)), (LineState::Done, LineState::Open));
    }

    #[test]
    fn a_proof_waits_until_an_officer_has_answered_it() {
        let proof = |answered_at| Proof {
            id: ProofId(1),
            row_id: AdmissionRowId(1),
            maker_id: OrganisationId(1),
            note: "Film".into(),
            file_id: None,
            person_id: PersonId(1),
            sent_at: Time::from_micros(0),
            answered_at,
        };
        let verdict = |decision| Verdict {
            id: 1,
            row_id: AdmissionRowId(1),
            maker_id: OrganisationId(1),
            wording_version: 1,
            decision,
            note: "Seen".into(),
            file_id: None,
            officer_id: PersonId(1),
            decided_at: Time::from_micros(0),
        };
        let state = |proofs: Vec<Proof>, verdicts: Vec<Verdict>| {
            let mut said = Said {
                proofs: by_row(proofs, |one| one.row_id),
                verdicts: by_row(verdicts, |one| one.row_id),
                ..Said::default()
            };
            line(row(Mode::Verified, None), &Facts::default(), &[], &mut said, day("2026-03-02")).state
        };
        let then = Some(Time::from_micros(1));
        assert_eq!(state(vec![], vec![]), LineState::Open);
        assert_eq!(state(vec![proof(None)], vec![]), LineState::Waiting);
        assert_eq!(state(vec![proof(then)], vec![verdict(Decision::Refused)]), LineState::Open);
        assert_eq!(state(vec![proof(then)], vec![verdict(Decision::Confirmed)]), LineState::Done);
        let again = vec![verdict(Decision::Refused), verdict(Decision::Confirmed)];
        assert_eq!(state(vec![], again), LineState::Open, "the last word counts");
    }
}
