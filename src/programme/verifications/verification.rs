//! A verdict and what was frozen with it.

use diesel::prelude::*;

use crate::clock::Time;
use crate::db::schema::verifications;
use crate::ids::{FileId, PersonId, VerificationId};
use crate::money::{Currency, Money};

/// What a verdict is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    #[default]
    Deal,
    Agreement,
    Collection,
}

crate::text_enum!(Subject { Deal => "deal", Agreement => "agreement", Collection => "collection" });

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    #[default]
    Verified,
    Revoked,
}

crate::text_enum!(Verdict { Verified => "verified", Revoked => "revoked" });

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = verifications)]
pub struct Verification {
    pub id: VerificationId,
    pub subject: Subject,
    pub subject_id: i64,
    pub verdict: Verdict,
    /// What the officer saw; for a revocation, why.
    pub evidence_note: String,
    pub evidence_file_id: Option<FileId>,
    /// Over the record as the officer saw it.
    pub record_hash: String,
    /// Of a verified deal: its worth in euro, frozen with the rate that made it.
    pub eur_minor: Option<i64>,
    /// The month whose rate was used; earlier than the month of shipment where that one was not in the table.
    pub rate_month: Option<String>,
    /// Units of the deal's currency for one euro.
    pub rate_per_eur: Option<String>,
    pub rate_source: Option<String>,
    pub rate_source_hash: Option<String>,
    pub officer_id: PersonId,
    pub decided_at: Time,
}

impl Verification {
    pub fn worth(&self) -> Option<Money> {
        self.eur_minor.map(|minor| Money::new(minor, Currency::EUR))
    }

    pub fn is_verified(&self) -> bool {
        self.verdict == Verdict::Verified
    }
}
