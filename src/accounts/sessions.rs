//! Sessions: a secret that the browser or the program keeps, of which the database knows only the hash.

use chrono::TimeDelta;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Deputy, Member, Passwords, Scope, Throttle, person, store};
use crate::clock::Time;
use crate::db::{Db, Write};
use crate::error::{Error, Message, Result, if_found};
use crate::ids::OrganisationId;
use crate::input::Raw;

/// A secret of 256 random bits, shown once.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    pub fn new() -> Self {
        let bytes: [u8; 32] = rand::random();
        Self(BASE64URL_NOPAD.encode(&bytes))
    }

    pub fn expose(&self) -> &str {
        &self.0
    }

    pub fn hash(&self) -> String {
        hash_of(&self.0)
    }
}

impl Default for Secret {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// A plain hash is enough for a secret that nobody can guess.
pub fn hash_of(secret: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(secret.as_bytes()))
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SignInForm {
    pub email: Raw,
    #[serde(skip_serializing)]
    pub password: Raw,
    /// Where to go afterwards; pages only.
    pub next: Raw,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NewSession {
    /// Send it as `Authorization: Bearer …`.
    pub token: String,
    pub expires_at: Time,
}

/// Opens a session. Wrong address, wrong password and unverified address look alike to a stranger; only whoever
/// knows the password learns that the address is still to be confirmed.
pub async fn sign_in(
    db: &Db,
    passwords: &Passwords,
    throttle: &Throttle,
    form: SignInForm,
    address: &str,
    days: i64,
) -> Result<NewSession> {
    let wrong = || Error::invalid("email", "problem-sign-in");
    let now = db.clock().now();
    let email =
        person::parse_email(form.email.trimmed()).map_err(|message| Error::invalid("email", message))?;
    if form.password.0.is_empty() {
        return Err(Error::invalid("password", "problem-missing"));
    }
    throttle.check(&email, address, now)?;
    let wanted = email.clone();
    let found = db.read(move |conn| store::person_by_email(conn, &wanted)).await?;
    let found = found.filter(|person| person.disabled_at.is_none());
    let hash = found.as_ref().map(|person| person.password_hash.clone());
    // A password longer than any we accept cannot be right, and is not worth hashing.
    let fits = form.password.0.len() <= 4096 && passwords.verify(form.password.0, hash).await?;
    let Some(person) = found.filter(|_| fits) else {
        throttle.failed(&email, address, now);
        return Err(wrong());
    };
    if person.email_verified_at.is_none() {
        return Err(Error::invalid("email", Message::new("problem-email-unverified")));
    }
    db.write(move |tx| open(tx, &person, days)).await
}

pub(super) fn open(tx: &mut Write<'_>, person: &super::Person, days: i64) -> Result<NewSession> {
    let secret = Secret::new();
    let expires_at = tx.now().plus(TimeDelta::days(days));
    store::insert_session(tx, person.id, &secret.hash(), expires_at)?;
    Ok(NewSession { token: secret.expose().to_owned(), expires_at })
}

/// Who asks: in person, or in a maker's place as well.
#[derive(Clone, Debug)]
pub(super) enum Asker {
    Own(Member),
    Deputy(Box<Deputy>),
}

/// Who holds this secret, a session's or an API token's. A program names the maker for whom it asks with each request.
pub(super) async fn asker_by_secret(
    db: &Db,
    secret: &str,
    named_maker: Option<String>,
) -> Result<Option<Asker>> {
    let hash = hash_of(secret);
    let now = db.clock().now();
    db.read(move |conn| {
        let (own, chosen) = match store::session_person(conn, &hash, now)? {
            Some((person, maker)) => (store::member(conn, person, Scope::Write)?, maker),
            None => match store::token_person(conn, &hash, now)? {
                Some((person, scope)) => (store::member(conn, person, scope)?, None),
                None => (None, None),
            },
        };
        let Some(own) = own else { return Ok(None) };
        if let Some(name) = named_maker {
            let maker = store::organisation_named(conn, &name)?;
            return Ok(Some(Asker::Deputy(Box::new(Deputy::of(conn, own, maker, now.date())?))));
        }
        let Some(maker) = chosen else { return Ok(Some(Asker::Own(own))) };
        let maker = store::organisation(conn, maker)?;
        // Nobody is locked out by a choice of theirs that means nothing any more.
        Ok(Some(match if_found(Deputy::of(conn, own.clone(), maker, now.date()))? {
            None => Asker::Own(own),
            Some(deputy) => Asker::Deputy(Box::new(deputy)),
        }))
    })
    .await
}

/// Lets a session work for a maker from now on, or for nobody but its owner.
pub fn work_for(
    tx: &mut Write<'_>,
    agent: &Member,
    secret: &str,
    maker: Option<OrganisationId>,
) -> Result<()> {
    agent.confirm(tx)?;
    match store::set_acts_for(tx, &hash_of(secret), maker)? {
        true => Ok(()),
        false => Err(Error::refused("refusal-not-a-session")),
    }
}

pub(super) async fn sign_out(db: &Db, secret: &str) -> Result<()> {
    let hash = hash_of(secret);
    db.write(move |tx| store::delete_session(tx, &hash)).await
}

/// Clears away what has expired.
pub fn forget_expired(tx: &mut Write<'_>) -> Result<usize> {
    store::delete_expired(tx)
}
