//! Coming in: signing up, confirming an address, asking for a new password.
//!
//! None of these tells a stranger whether an address has an account: the page says the same, the letter differs.

use chrono::TimeDelta;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::sessions::{Secret, hash_of};
use super::store::{self, Purpose};
use super::{Kind, NewOrganisation, NewPerson, Role, Standing, letters, person};
use crate::db::{Actor, Write};
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{OrganisationId, PersonId};
use crate::input::{Fields, Raw};
use crate::locale::Language;
use crate::settings::Settings;

/// A letter's link is good for this long.
const VERIFY_HOURS: i64 = 72;
const RESET_HOURS: i64 = 2;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SignUpForm {
    pub name: Raw,
    pub email: Raw,
    #[serde(skip_serializing)]
    pub password: Raw,
    /// `en`, `fr` or `ar`: the language of pages and letters.
    pub language: Raw,
    /// `maker`, `cluster`, `buyer` or `institution`.
    pub kind: Raw,
    pub organisation: Raw,
    /// The organisation's name in Arabic, if it has one.
    pub organisation_ar: Raw,
    /// ISO 3166-1 alpha-2.
    pub country: Raw,
    pub website: Raw,
}

/// A sign-up whose fields are sound; the password is not hashed yet.
#[derive(Clone, Debug)]
pub struct SignUp {
    pub person: NewPerson,
    pub organisation: NewOrganisation,
    pub password: String,
}

impl SignUpForm {
    pub fn check(&self) -> Result<SignUp> {
        let mut fields = Fields::new();
        let name = fields.text("name", &self.name, 120);
        let email = fields.text("email", &self.email, 254);
        let email =
            if fields.is_sound("email") { fields.take("email", person::parse_email(&email)) } else { email };
        if fields.is_sound("email") {
            fields.take("password", person::check_password(&self.password.0, &email));
        }
        let language = fields.choice("language", &self.language);
        let kind = fields.choice("kind", &self.kind);
        if kind == Kind::Programme {
            fields.problem(
                "kind",
                Message::new("problem-not-a-choice").with("choices", "maker, cluster, buyer, institution"),
            );
        }
        let organisation = NewOrganisation {
            kind,
            name: fields.text("organisation", &self.organisation, 120),
            name_ar: fields.optional_text("organisation_ar", &self.organisation_ar, 120),
            country: fields.country("country", &self.country),
            website: fields.optional_text("website", &self.website, 200),
        };
        if let Some(website) = &organisation.website {
            let sound = url::Url::parse(website).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
            if !sound && fields.is_sound("website") {
                fields.problem("website", "problem-website");
            }
        }
        let person = NewPerson { email, name, language, password_hash: String::new() };
        fields.done(SignUp { person, organisation, password: self.password.0.clone() })
    }
}

/// Writes a sound sign-up whose password was hashed, and posts the letter that asks to confirm the address.
pub fn sign_up(tx: &mut Write<'_>, settings: &Settings, new: &SignUp) -> Result<()> {
    if let Some(known) = store::person_by_email(tx, &new.person.email)? {
        return letters::already_here(tx, settings, &known);
    }
    let person = add_person(tx, &new.person, &new.organisation, Standing::Pending, false)?;
    send_verification(tx, settings, person)
}

/// Makes a person and their organisation: the sign-up, the command line and the demo all come here.
pub fn add_person(
    tx: &mut Write<'_>,
    new: &NewPerson,
    organisation: &NewOrganisation,
    standing: Standing,
    email_verified: bool,
) -> Result<PersonId> {
    let verified_at = email_verified.then(|| tx.now());
    let person = store::insert_person(tx, new, verified_at)?;
    let organisation = store::insert_organisation(tx, organisation, standing)?;
    store::insert_membership(tx, person, organisation, Role::Owner)?;
    let actor = Actor { person: Some(person), organisation: Some(organisation), consent: None };
    tx.record(actor, Event::PersonSignedUp { person, organisation });
    Ok(person)
}

/// Adds a person to an organisation that is there already.
pub fn join(tx: &mut Write<'_>, new: &NewPerson, organisation: OrganisationId) -> Result<PersonId> {
    let verified_at = tx.now();
    let person = store::insert_person(tx, new, Some(verified_at))?;
    store::insert_membership(tx, person, organisation, Role::Member)?;
    let actor = Actor { person: Some(person), organisation: Some(organisation), consent: None };
    tx.record(actor, Event::PersonSignedUp { person, organisation });
    Ok(person)
}

fn send_verification(tx: &mut Write<'_>, settings: &Settings, person: PersonId) -> Result<()> {
    let secret = Secret::new();
    let expires_at = tx.now().plus(TimeDelta::hours(VERIFY_HOURS));
    store::insert_link(tx, person, Purpose::VerifyEmail, &secret.hash(), expires_at)?;
    let person = store::person(tx, person)?;
    letters::verify_email(tx, settings, &person, &secret)
}

/// Is there a link with this secret to confirm?
pub(super) fn verification_waits(
    conn: &mut crate::db::DbConnection,
    secret: &str,
    now: crate::clock::Time,
) -> Result<()> {
    store::link_person(conn, Purpose::VerifyEmail, &hash_of(secret), now).map(drop)
}

/// Confirms an address.
pub fn verify_email(tx: &mut Write<'_>, secret: &str) -> Result<PersonId> {
    let now = tx.now();
    let person = store::link_person(tx, Purpose::VerifyEmail, &hash_of(secret), now)?;
    store::spend_links(tx, person, Purpose::VerifyEmail)?;
    store::set_email_verified(tx, person)?;
    tx.record(Actor { person: Some(person), ..Actor::default() }, Event::EmailVerified { person });
    Ok(person)
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ResetRequest {
    pub email: Raw,
}

/// Posts a letter with a link for a new password; to an address that was never confirmed, the link that confirms it.
pub fn ask_reset(tx: &mut Write<'_>, settings: &Settings, email: &str) -> Result<()> {
    let Some(person) = store::person_by_email(tx, email)?.filter(|person| person.disabled_at.is_none())
    else {
        return Ok(());
    };
    if person.email_verified_at.is_none() {
        return send_verification(tx, settings, person.id);
    }
    let secret = Secret::new();
    let expires_at = tx.now().plus(TimeDelta::hours(RESET_HOURS));
    store::insert_link(tx, person.id, Purpose::ResetPassword, &secret.hash(), expires_at)?;
    letters::reset_password(tx, settings, &person, &secret)
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ResetForm {
    #[serde(skip_serializing)]
    pub password: Raw,
}

/// Whose password a link may set.
pub(super) fn reset_person(
    conn: &mut crate::db::DbConnection,
    secret: &str,
    now: crate::clock::Time,
) -> Result<super::Person> {
    let person = store::link_person(conn, Purpose::ResetPassword, &hash_of(secret), now)?;
    store::person(conn, person)
}

pub(super) fn check_new_password(form: &ResetForm, email: &str) -> Result<()> {
    person::check_password(&form.password.0, email).map_err(|message| Error::invalid("password", message))
}

/// Sets a password whose hash was made before; every session of the person ends.
pub fn reset_password(tx: &mut Write<'_>, secret: &str, hash: &str) -> Result<()> {
    let now = tx.now();
    let person = store::link_person(tx, Purpose::ResetPassword, &hash_of(secret), now)?;
    store::spend_links(tx, person, Purpose::ResetPassword)?;
    store::set_password(tx, person, hash)
}

/// The language that a form's reader most likely wants, before they choose.
pub(super) fn blank_form(language: Language) -> SignUpForm {
    SignUpForm { language: language.into(), ..SignUpForm::default() }
}
