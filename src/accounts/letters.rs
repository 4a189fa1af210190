//! Letters about accounts.

use super::sessions::Secret;
use super::{Kind, Organisation, Person, Standing, store};
use crate::db::Write;
use crate::error::{Message, Result};
use crate::ids::OrganisationId;
use crate::locale::Language;
use crate::mail::{self, Draft, Letter};
use crate::settings::Settings;

fn to(person: &Person) -> Draft {
    Letter::to(&person.email, &person.name, person.language)
}

/// One letter to each person of an organisation, in their own language; `write` says what stands in it. Nobody is sent
/// two for one cause.
pub fn to_everyone(
    tx: &mut Write<'_>,
    organisation: OrganisationId,
    cause: &str,
    write: impl Fn(Draft, Language) -> Draft,
) -> Result<()> {
    for person in store::members_of(tx, organisation)? {
        let blank = to(&person).cause(format!("{cause}-{}", person.id));
        mail::post(tx, &write(blank, person.language).build())?;
    }
    Ok(())
}

pub(super) fn verify_email(
    tx: &mut Write<'_>,
    settings: &Settings,
    person: &Person,
    secret: &Secret,
) -> Result<()> {
    let letter = to(person)
        .cause(format!("verify-email-{}", secret.hash()))
        .subject("letter-verify-subject")
        .paragraph(Message::new("letter-verify-text").with("name", person.name.as_str()))
        .button("letter-verify-button", settings.absolute(&format!("/verify-email/{}", secret.expose())))
        .reason("letter-verify-reason")
        .build();
    mail::post(tx, &letter)
}

/// Somebody signed up with an address that has an account: its owner learns it, the other one does not.
pub(super) fn already_here(tx: &mut Write<'_>, settings: &Settings, person: &Person) -> Result<()> {
    let letter = to(person)
        .cause(format!("already-here-{}-{}", person.id, tx.today()))
        .subject("letter-already-subject")
        .paragraph(Message::new("letter-already-text").with("name", person.name.as_str()))
        .button("letter-already-button", settings.absolute("/forgot-password"))
        .reason("letter-already-reason")
        .build();
    mail::post(tx, &letter)
}

pub(super) fn reset_password(
    tx: &mut Write<'_>,
    settings: &Settings,
    person: &Person,
    secret: &Secret,
) -> Result<()> {
    let letter = to(person)
        .cause(format!("reset-password-{}", secret.hash()))
        .subject("letter-reset-subject")
        .paragraph(Message::new("letter-reset-text").with("name", person.name.as_str()))
        .button("letter-reset-button", settings.absolute(&format!("/reset-password/{}", secret.expose())))
        .reason("letter-reset-reason")
        .build();
    mail::post(tx, &letter)
}

/// Tells everyone of the organisation what was decided, with the reason.
pub(super) fn standing_decided(
    tx: &mut Write<'_>,
    settings: &Settings,
    organisation: &Organisation,
) -> Result<()> {
    let (subject, text) = match (organisation.standing, organisation.kind) {
        (Standing::Approved, Kind::Buyer) => ("letter-verified-subject", "letter-verified-text"),
        (Standing::Approved, _) => ("letter-approved-subject", "letter-approved-text"),
        (Standing::Refused, _) => ("letter-refused-subject", "letter-refused-text"),
        (Standing::Suspended, _) => ("letter-suspended-subject", "letter-suspended-text"),
        (Standing::Pending, _) => ("letter-pending-subject", "letter-pending-text"),
    };
    let cause = format!("standing-{}-{}", organisation.id, organisation.version);
    to_everyone(tx, organisation.id, &cause, |draft, language| {
        let said = |key| Message::new(key).with("organisation", organisation.name_in(language));
        draft
            .subject(said(subject))
            .paragraph(said(text))
            .quote(organisation.standing_note.as_deref().unwrap_or_default())
            .button("letter-standing-button", settings.absolute("/desk"))
            .reason(said("letter-standing-reason"))
    })
}
