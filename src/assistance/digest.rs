//! What a maker is told of at once, and what becomes of it.

use diesel::prelude::*;

use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{assisted_acts, digest_links, digests};
use crate::error::{Error, Result};
use crate::ids::{ConsentId, DigestId, OrganisationId, PersonId};
use crate::locale::Wording;

/// What the maker said to it: once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    #[default]
    Confirmed,
    Objected,
}

crate::text_enum!(Answer { Confirmed => "confirmed", Objected => "objected" });

/// What a link in a letter is good for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    #[default]
    Confirm,
    Object,
    /// Ends the consents under which the acts were done.
    Withdraw,
}

crate::text_enum!(Purpose { Confirm => "confirm", Object => "object", Withdraw => "withdraw" });

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = digests)]
pub struct Digest {
    pub id: DigestId,
    pub maker_id: OrganisationId,
    pub told_at: Time,
    pub answer: Option<Answer>,
    pub reason: String,
    pub answered_by: Option<PersonId>,
    pub answered_at: Option<Time>,
    pub settled_note: String,
    pub settled_by: Option<PersonId>,
    pub settled_at: Option<Time>,
}

impl Digest {
    pub fn may_be_answered(&self) -> Result<()> {
        if self.answer.is_none() { Ok(()) } else { Err(Error::refused("refusal-digest-answered")) }
    }

    /// Does the maker's objection still stand?
    pub fn is_open_objection(&self) -> bool {
        self.answer == Some(Answer::Objected) && self.settled_at.is_none()
    }

    /// The word of its pill.
    pub fn state(&self) -> &'static str {
        match self.answer {
            None => "unanswered",
            Some(Answer::Confirmed) => "confirmed",
            Some(Answer::Objected) if self.settled_at.is_some() => "settled",
            Some(Answer::Objected) => "objected",
        }
    }
}

/// One act, as it was called when the maker was told.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = assisted_acts)]
pub struct AssistedAct {
    pub id: i64,
    pub digest_id: DigestId,
    pub consent_id: ConsentId,
    pub person_id: PersonId,
    /// The word of the fact, such as `product-changed`.
    pub kind: String,
    pub title: Json<Wording>,
    pub address: String,
    pub done_at: Time,
}

/// What a letter's link leads to.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = digest_links)]
pub struct Link {
    pub id: i64,
    pub digest_id: DigestId,
    pub person_id: PersonId,
    pub purpose: Purpose,
    pub expires_at: Time,
    pub used_at: Option<Time>,
}
