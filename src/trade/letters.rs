//! Writing to everyone of one side, each in their own language.

use crate::accounts;
use crate::db::Write;
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::locale::Language;
use crate::mail::Draft;

/// One letter per person and cause; `write` says what stands in it.
pub(super) fn to_everyone(
    tx: &mut Write<'_>,
    organisation: OrganisationId,
    cause: &str,
    write: impl Fn(Draft, Language) -> Draft,
) -> Result<()> {
    accounts::to_everyone(tx, organisation, &format!("{cause}-to"), |draft, language| {
        write(draft.reason("letter-trade-reason"), language)
    })
}
