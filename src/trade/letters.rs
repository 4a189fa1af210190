//! Writing to everyone of one side, each in their own language.

use crate::accounts;
use crate::db::Write;
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::locale::Language;
use crate::mail::{self, Draft, Letter};

/// One letter per person and cause; `write` says what stands in it.
pub(super) fn to_everyone(
    tx: &mut Write<'_>,
    organisation: OrganisationId,
    cause: &str,
    write: impl Fn(Draft, Language) -> Draft,
) -> Result<()> {
    for person in accounts::members_of(tx, organisation)? {
        let blank = Letter::to(&person.email, &person.name, person.language)
            .cause(format!("{cause}-to-{}", person.id))
            .reason("letter-trade-reason");
        mail::post(tx, &write(blank, person.language).build())?;
    }
    Ok(())
}
