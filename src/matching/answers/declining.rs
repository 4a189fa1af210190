//! A maker says that a request is not for it, and why. The matcher respects it: what was declined is not offered again until
//! the maker reconsiders, and what it does not want to be asked for at all holds for later requests too.

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::limits::{self, MOST_PIECES};
use super::outcome::{Outcome, note_outcome};
use super::store;
use crate::accounts::Member;
use crate::clock::{Date, Time};
use crate::db::Write;
use crate::db::schema::request_declines;
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId, RequestId};
use crate::input::{Fields, Raw};
use crate::matching::readable_request;

const LONGEST_NOTE: usize = 500;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DeclineReason {
    /// It does not make such things.
    #[default]
    NotOurs,
    TooSmall,
    /// It has other work to do.
    NoTime,
    Price,
    Destination,
    Other,
}

crate::text_enum!(DeclineReason {
    NotOurs => "not-ours",
    TooSmall => "too-small",
    NoTime => "no-time",
    Price => "price",
    Destination => "destination",
    Other => "other",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = request_declines)]
pub struct Decline {
    pub id: i64,
    pub request_id: RequestId,
    pub maker_id: OrganisationId,
    pub reason: DeclineReason,
    pub note: String,
    pub person_id: PersonId,
    pub declined_at: Time,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DeclineForm {
    /// `not-ours`, `too-small`, `no-time`, `price`, `destination` or `other`.
    pub reason: Raw,
    /// For oneself and the programme; the buyer does not read it. Needed where the reason is `other`.
    pub note: Raw,
    /// With `too-small`: requests for fewer pieces are not wanted in future either.
    pub least_pieces: Raw,
    /// With `no-time`: no work is taken on until after this day.
    pub busy_until: Raw,
    /// With `destination`: nothing is wanted for that country in future either.
    pub never_there: Raw,
}

/// What is declined once and for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Always {
    least_pieces: Option<i64>,
    busy_until: Option<Date>,
    never_there: bool,
}

impl DeclineForm {
    fn check(&self, today: Date) -> Result<(DeclineReason, String, Always)> {
        let mut fields = Fields::new();
        let reason: DeclineReason = fields.choice("reason", &self.reason);
        let note = fields.optional_text("note", &self.note, LONGEST_NOTE).unwrap_or_default();
        let always = Always {
            least_pieces: fields.optional_whole("least_pieces", &self.least_pieces, 2..=MOST_PIECES),
            busy_until: limits::busy_until(&mut fields, &self.busy_until, today),
            never_there: fields.flag(&self.never_there),
        };
        if !fields.is_sound("reason") {
            return fields.done((reason, note, always));
        }
        if reason == DeclineReason::Other && note.is_empty() && fields.is_sound("note") {
            fields.problem("note", "problem-decline-note");
        }
        let (small, busy, there) =
            ("decline-reason-too-small", "decline-reason-no-time", "decline-reason-destination");
        let said = [
            ("least_pieces", always.least_pieces.is_some() && reason != DeclineReason::TooSmall, small),
            ("busy_until", always.busy_until.is_some() && reason != DeclineReason::NoTime, busy),
            ("never_there", always.never_there && reason != DeclineReason::Destination, there),
        ];
        for (field, _, reason) in said.into_iter().filter(|(_, is_misplaced, _)| *is_misplaced) {
            let message = Message::new("problem-decline-limit").with("reason", Message::new(reason));
            fields.problem(field, message);
        }
        fields.done((reason, note, always))
    }
}

/// Declines an open request; said again with another reason, that one counts.
pub fn decline_request(tx: &mut Write<'_>, by: &Member, id: RequestId, form: &DeclineForm) -> Result<()> {
    by.confirm(tx)?;
    let (request, _) = readable_request(tx, by, id)?;
    let (reason, note, always) = form.check(tx.today())?;
    if !request.is_open_on(tx.today()) {
        return Err(Error::refused("refusal-decline-closed"));
    }
    let maker = by.organisation;
    note_outcome(tx, by, id, maker, Outcome::Declined)?;
    store::delete_decline(tx, id, maker)?;
    store::insert_decline(tx, by, id, reason, &note)?;
    tx.record(by.actor(), Event::RequestDeclined { request: id, maker });
    if always == Always::default() {
        return Ok(());
    }
    let mut limits = store::limits_of(tx, maker)?;
    limits.least_pieces = always.least_pieces.or(limits.least_pieces);
    limits.busy_until = always.busy_until.or(limits.busy_until);
    if always.never_there && !limits.not_to.contains(&request.destination) {
        limits.not_to.push(request.destination);
    }
    limits::keep(tx, by, limits)
}

/// Takes it back: what fits is offered again.
pub fn reconsider_request(tx: &mut Write<'_>, by: &Member, id: RequestId) -> Result<()> {
    by.confirm(tx)?;
    readable_request(tx, by, id)?;
    if !store::delete_decline(tx, id, by.organisation)? {
        return Err(Error::refused("refusal-not-declined"));
    }
    note_outcome(tx, by, id, by.organisation, Outcome::Reconsidered)?;
    tx.record(by.actor(), Event::RequestReconsidered { request: id, maker: by.organisation });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        "2026-03-02".parse().unwrap()
    }

    fn wrong(form: &DeclineForm) -> Vec<String> {
        match form.check(today()) {
            Err(Error::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
            other => panic!("problems expected, not {other:?}"),
        }
    }

    #[test]
    fn what_holds_for_ever_belongs_to_its_reason() {
        let form = |reason: &str| DeclineForm { reason: reason.into(), ..DeclineForm::default() };
        let small = DeclineForm { least_pieces: "60".into(), ..form("too-small") };
        assert_eq!(small.check(today()).unwrap().2.least_pieces, Some(60));
        assert_eq!(wrong(&DeclineForm { least_pieces: "60".into(), ..form("price") }), ["least_pieces"]);
        assert_eq!(
            wrong(&DeclineForm { busy_until: "2026-05-01".into(), ..form("other") }),
            ["note", "busy_until"]
        );
        assert_eq!(wrong(&DeclineForm { never_there: "true".into(), ..form("no-time") }), ["never_there"]);
        assert_eq!(
            wrong(&DeclineForm { busy_until: "2026-03-01".into(), ..form("no-time") }),
            ["busy_until"]
        );
        assert_eq!(wrong(&form("mood")), ["reason"]);
    }
}
