//! The links of these letters: each is a secret of which only the hash is kept, bound to one person and one action.
//! Looking changes nothing; pressing the button does it, once, in the write that spends the link.

use chrono::TimeDelta;
use diesel::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::store;
use crate::accounts::{self, Kind, Member, Secret, hash_of};
use crate::clock::Time;
use crate::db::schema::tiding_links;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, PersonId, RequestId};
use crate::matching::{self, DeclineForm, SourcingRequest};
use crate::settings::Settings;

/// A link that acts is good for this long.
pub(super) const DAYS: i64 = 30;
/// Whoever finds an old letter must be able to end them still.
const UNSUBSCRIBING_DAYS: i64 = 400;

/// What a link is good for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Action {
    /// A workshop declines a request.
    #[default]
    NotForUs,
    /// Ends the letters of this sort; by nature not once, and never too late.
    Unsubscribe,
}

crate::text_enum!(Action { NotForUs => "not-for-us", Unsubscribe => "unsubscribe" });

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = tiding_links)]
pub(super) struct Link {
    pub id: i64,
    pub person_id: PersonId,
    pub organisation_id: Option<OrganisationId>,
    pub request_id: Option<RequestId>,
    pub action: Action,
    pub expires_at: Time,
    pub used_at: Option<Time>,
}

/// What the writer of a letter needs to make its links.
#[derive(Clone, Debug)]
pub(super) struct Ways {
    pub person: PersonId,
    pub expires_at: Time,
    /// Where one click ends the letters.
    pub end: String,
}

impl Ways {
    pub(super) fn about(&self, organisation: OrganisationId, request: RequestId, action: Action) -> Link {
        Link {
            id: 0,
            person_id: self.person,
            organisation_id: Some(organisation),
            request_id: Some(request),
            action,
            expires_at: self.expires_at,
            used_at: None,
        }
    }
}

pub(super) fn unsubscribing(person: PersonId, now: Time) -> Link {
    Link {
        id: 0,
        person_id: person,
        organisation_id: None,
        request_id: None,
        action: Action::Unsubscribe,
        expires_at: now.plus(TimeDelta::days(UNSUBSCRIBING_DAYS)),
        used_at: None,
    }
}

/// Stores a link and gives its address, the only time that its secret is known.
pub(super) fn make(tx: &mut Write<'_>, link: Link, settings: &Settings) -> Result<String> {
    let secret = Secret::new();
    store::insert_link(tx, &link, &secret.hash())?;
    let room = match link.action {
        Action::NotForUs => "letters",
        Action::Unsubscribe => "unsubscribe",
    };
    Ok(settings.absolute(&format!("/{room}/{}", secret.expose())))
}

/// The link with which letters are ended.
pub(super) fn ending(conn: &mut DbConnection, secret: &str, now: Time) -> Result<Link> {
    let link = store::link(conn, &hash_of(secret))?;
    let holds = link.action == Action::Unsubscribe && link.expires_at > now;
    if holds { Ok(link) } else { Err(Error::NotFound) }
}

/// A link that can still do what it is good for, with what its page shows.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    pub link: Link,
    pub member: Member,
    pub request: SourcingRequest,
}

/// What a secret opens, for whom it was made alone, as long as they belong to the workshop. Why it does nothing any more is
/// said: used, too old, or nothing to answer.
pub(super) fn open(conn: &mut DbConnection, secret: &str, now: Time) -> Result<Opened> {
    let link = store::link(conn, &hash_of(secret))?;
    let (Some(organisation), Some(request)) = (link.organisation_id, link.request_id) else {
        return Err(Error::NotFound);
    };
    let member = accounts::member_in(conn, link.person_id, organisation)?;
    let member = member.filter(|member| member.is_approved(Kind::Maker)).ok_or(Error::NotFound)?;
    if link.used_at.is_some() {
        return Err(Error::refused("refusal-tiding-link-used"));
    }
    if link.expires_at <= now {
        return Err(Error::refused("refusal-tiding-link-expired"));
    }
    let (request, _) = matching::readable_request(conn, &member, request)?;
    if !request.is_open_on(now.date()) {
        return Err(Error::refused("refusal-tiding-link-closed"));
    }
    Ok(Opened { link, member, request })
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Followed {
    pub done: Action,
}

/// Does what a link is good for, once; the link itself says what, the form why.
pub fn act_by_link(tx: &mut Write<'_>, secret: &str, form: &DeclineForm) -> Result<Followed> {
    let now = tx.now();
    let Opened { link, member, request } = open(tx, secret, now)?;
    match link.action {
        Action::NotForUs => matching::decline_request(tx, &member, request.id, form)?,
        Action::Unsubscribe => return Err(Error::NotFound),
    }
    store::spend_link(tx, link.id)?;
    Ok(Followed { done: link.action })
}
