//! The two things an officer may say: this is true, here is the evidence; and: I was wrong.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::Record;
use super::store::{self, NewVerdict};
use super::worth::{self, Worth};
use super::{Subject, Verdict, Verification};
use crate::accounts::Officer;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::files::{self, StoredFile};
use crate::ids::VerificationId;
use crate::input::{Fields, Raw};

const LONGEST_NOTE: usize = 2000;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct VerifyForm {
    /// `deal`, `agreement` or `collection`.
    pub subject: Raw,
    /// Its id.
    pub subject_id: Raw,
    /// What the officer saw: which papers, whose signature, when.
    pub note: Raw,
    /// The record's hash when it was looked at; if it has changed since, nothing is verified.
    pub record_hash: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RevokeForm {
    /// Why the verdict no longer stands.
    pub reason: Raw,
}

/// What an officer says to have seen.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    subject: Subject,
    id: i64,
    note: String,
    hash: Option<String>,
}

impl VerifyForm {
    pub(super) fn check(&self) -> Result<Seen> {
        let mut fields = Fields::new();
        let seen = Seen {
            subject: fields.choice("subject", &self.subject),
            id: fields.whole("subject_id", &self.subject_id, 1..=i64::MAX),
            note: fields.text("note", &self.note, LONGEST_NOTE),
            hash: fields.optional_text("record_hash", &self.record_hash, 64),
        };
        fields.done(seen)
    }
}

/// Verifies a record as it stands at this moment. A deal's worth in euro is frozen with it.
pub fn verify(
    tx: &mut Write<'_>,
    by: &Officer,
    form: &VerifyForm,
    file: Option<&StoredFile>,
) -> Result<Verification> {
    by.confirm(tx)?;
    let Seen { subject, id, note, hash } = form.check()?;
    let record = store::record(tx, subject, id)?;
    record.check_ripe()?;
    if hash.is_some_and(|seen| seen != record.hash) {
        return Err(Error::Conflict);
    }
    let earlier = store::verdicts_on(tx, subject, id)?;
    if earlier.first().is_some_and(|last| last.is_verified() && last.record_hash == record.hash) {
        return Err(Error::refused("refusal-verified-already"));
    }
    let worth = worth_of(tx, &record, &earlier)?;
    let file = file.map(|file| files::remember(tx, file)).transpose()?;
    let new = NewVerdict {
        subject,
        subject_id: id,
        verdict: Verdict::Verified,
        note: &note,
        file,
        record_hash: &record.hash,
        worth: worth.as_ref(),
    };
    let verification = store::insert(tx, &new, by.person)?;
    tx.record(by.actor(), Event::RecordVerified { verification: verification.id });
    Ok(verification)
}

/// Only deals have a worth, and a deal without one cannot be verified: it would count for nothing without saying so.
fn worth_of(tx: &mut Write<'_>, record: &Record, earlier: &[Verification]) -> Result<Option<Worth>> {
    let (Some(total), Subject::Deal) = (record.amount, record.subject) else { return Ok(None) };
    if let Some(frozen) = worth::frozen(earlier, &record.hash) {
        return Ok(Some(frozen));
    }
    let shipped_on = record.day.ok_or_else(|| Error::refused("refusal-deal-not-shipped"))?;
    worth::worth(tx, total, shipped_on)?.map(Some).ok_or_else(|| Error::refused("refusal-no-rate"))
}

/// Takes a verdict back. The row stays; a new one says that it no longer holds, and why.
pub fn revoke(
    tx: &mut Write<'_>,
    by: &Officer,
    id: VerificationId,
    form: &RevokeForm,
) -> Result<Verification> {
    by.confirm(tx)?;
    let mut fields = Fields::new();
    let reason = fields.text("reason", &form.reason, LONGEST_NOTE);
    fields.done(())?;
    let wrong = store::verification(tx, id)?;
    let last = store::verdicts_on(tx, wrong.subject, wrong.subject_id)?.into_iter().next();
    if !wrong.is_verified() || last.is_none_or(|last| last.id != id) {
        return Err(Error::refused("refusal-verdict-not-standing"));
    }
    let new = NewVerdict {
        subject: wrong.subject,
        subject_id: wrong.subject_id,
        verdict: Verdict::Revoked,
        note: &reason,
        file: None,
        record_hash: &wrong.record_hash,
        worth: None,
    };
    let revocation = store::insert(tx, &new, by.person)?;
    tx.record(by.actor(), Event::VerificationRevoked { verification: revocation.id });
    Ok(revocation)
}
