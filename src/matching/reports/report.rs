//! A report as a row.

use diesel::prelude::*;

use crate::clock::Time;
use crate::db::schema::request_reports;
use crate::ids::{OrganisationId, PersonId, ReportId, RequestId};

/// What a maker thinks is wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Suspicion {
    /// Nobody stands behind it, or not the one who is named.
    #[default]
    NoBuyer,
    /// It only asks for prices, samples or addresses.
    Fishing,
    /// It sells instead of buying.
    Advertising,
    /// It asks for money, a fee or an account.
    Fraud,
    Other,
}

crate::text_enum!(Suspicion {
    NoBuyer => "no-buyer",
    Fishing => "fishing",
    Advertising => "advertising",
    Fraud => "fraud",
    Other => "other",
});

/// What an officer found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    #[default]
    Waiting,
    Fake,
    Genuine,
}

crate::text_enum!(Verdict { Waiting => "waiting", Fake => "fake", Genuine => "genuine" });

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = request_reports)]
pub struct Report {
    pub id: ReportId,
    pub request_id: RequestId,
    pub maker_id: OrganisationId,
    pub person_id: PersonId,
    pub suspicion: Suspicion,
    pub note: String,
    pub reported_at: Time,
    pub verdict: Verdict,
    pub officer_id: Option<PersonId>,
    pub decision_note: Option<String>,
    pub decided_at: Option<Time>,
}
