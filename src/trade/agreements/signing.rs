//! From proposal to signature, and how an agreement ends by its parties' will.
//!
//! Once proposed the text is frozen and hashed; each side signs the hash it has seen. The second signature binds, and
//! in the same write enters what it promises into the ledger.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agreement::{Agreement, AgreementStatus, AgreementStep};
use super::letters::{self, News};
use super::{store, terms};
use crate::accounts::Member;
use crate::catalogue;
use crate::commitments;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::AgreementId;
use crate::input::{Fields, Raw};
use crate::settings::Settings;
use crate::trade::Side;
use crate::trade::exclusivity;
use crate::trade::parties::{self, as_party};

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProposeForm {
    /// The version that was read, if it must still be that one.
    pub version: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SignForm {
    /// The name of the person who signs, as it shall stand under the agreement.
    pub name: Raw,
    /// The hash of the terms that this person has seen.
    pub terms_hash: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WithdrawForm {
    /// A word to the other side.
    pub note: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EndForm {
    /// Why; the other side reads it.
    pub note: Raw,
}

/// What was promised to somebody else must not be promised again. An agreement without exclusivity breaks a promise too.
fn check_promises(tx: &mut Write<'_>, agreement: &Agreement, side: Side) -> Result<()> {
    let grants = exclusivity::against_agreement(tx, agreement)?;
    exclusivity::refuse(tx, &grants, side)
}

/// Puts a draft before the other side. From here on its text is frozen.
pub fn propose(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: AgreementId,
    form: &ProposeForm,
) -> Result<()> {
    let (agreement, side) = as_party::<Agreement>(tx, by, id)?;
    agreement.check(AgreementStep::Propose, side, tx.today()).map_err(Error::Refused)?;
    let mut fields = Fields::new();
    let version = fields.optional_whole("version", &form.version, 1..=i64::MAX);
    fields.done(())?;
    if version.is_some_and(|version| version != agreement.version) {
        return Err(Error::Conflict);
    }
    parties::check_both_approved(tx, &agreement)?;
    check_promises(tx, &agreement, side)?;
    store::set_proposed(tx, &agreement, by.organisation, &terms::hash(&agreement))?;
    tx.record(by.actor(), Event::AgreementProposed { agreement: id });
    letters::tell(tx, settings, &agreement, side.other(), News::Proposed, None)
}

/// Signs for one side. The second signature makes the agreement binding.
pub fn sign(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: AgreementId,
    form: &SignForm,
) -> Result<()> {
    let (agreement, side) = as_party::<Agreement>(tx, by, id)?;
    let today = tx.today();
    agreement.check(AgreementStep::Sign, side, today).map_err(Error::Refused)?;
    let mut fields = Fields::new();
    let name = fields.text("name", &form.name, 120);
    let seen = fields.text("terms_hash", &form.terms_hash, 64);
    fields.done(())?;
    let frozen = agreement.terms_hash.clone().unwrap_or_default();
    if terms::hash(&agreement) != frozen {
        return Err(Error::broken(format!("the terms of agreement {id} are not those that were proposed")));
    }
    if !seen.eq_ignore_ascii_case(&frozen) {
        return Err(Error::refused("refusal-agreement-other-terms"));
    }
    let before = store::signatures(tx, id)?;
    if before.iter().any(|signature| signature.organisation_id == by.organisation) {
        return Err(Error::refused("refusal-agreement-signed-already"));
    }
    parties::check_both_approved(tx, &agreement)?;
    check_promises(tx, &agreement, side)?;
    store::insert_signature(tx, id, by, &name, &frozen)?;
    tx.record(by.actor(), Event::AgreementSigned { agreement: id, by: by.organisation });
    if before.is_empty() {
        store::touch(tx, &agreement)?;
        return letters::tell(tx, settings, &agreement, side.other(), News::SignedByOne, None);
    }
    let status = agreement.status_when_signed(today);
    store::set_signed(tx, &agreement, status)?;
    if agreement.exclusive {
        commitments::grant(tx, id, agreement.buyer_id, &agreement.claim())?;
    }
    if !agreement.agreed.is_empty() {
        catalogue::agree(tx, &agreement.in_force())?;
    }
    if status == AgreementStatus::Active {
        tx.record(by.actor(), Event::AgreementActivated { agreement: id });
    }
    letters::tell(tx, settings, &agreement, Side::Maker, News::SignedByBoth, None)?;
    letters::tell(tx, settings, &agreement, Side::Buyer, News::SignedByBoth, None)
}

/// Takes back a draft, or a proposal that is not binding yet; the other side says no the same way.
pub fn withdraw(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: AgreementId,
    form: &WithdrawForm,
) -> Result<()> {
    let (agreement, side) = as_party::<Agreement>(tx, by, id)?;
    agreement.check(AgreementStep::Withdraw, side, tx.today()).map_err(Error::Refused)?;
    let mut fields = Fields::new();
    let note = fields.optional_text("note", &form.note, 1000);
    fields.done(())?;
    store::set_closed(tx, &agreement, AgreementStatus::Withdrawn, note.as_deref())?;
    tx.record(by.actor(), Event::AgreementWithdrawn { agreement: id });
    // The other side never knew of a draft.
    match agreement.status {
        AgreementStatus::Draft => Ok(()),
        _ => letters::tell(tx, settings, &agreement, side.other(), News::Withdrawn, note.as_deref()),
    }
}

/// Ends a binding agreement before its time. What it had promised is free again.
pub fn end(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: AgreementId,
    form: &EndForm,
) -> Result<()> {
    let (agreement, side) = as_party::<Agreement>(tx, by, id)?;
    agreement.check(AgreementStep::End, side, tx.today()).map_err(Error::Refused)?;
    let mut fields = Fields::new();
    let note = fields.text("note", &form.note, 1000);
    fields.done(())?;
    store::set_closed(tx, &agreement, AgreementStatus::Ended, Some(&note))?;
    commitments::release_grants(tx, id)?;
    catalogue::release_agreed(tx, id)?;
    tx.record(by.actor(), Event::AgreementEnded { agreement: id });
    letters::tell(tx, settings, &agreement, side.other(), News::EndedByOne, Some(&note))
}
