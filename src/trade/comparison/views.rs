//! Quotes side by side, as both faces show them.

use schemars::JsonSchema;
use serde::Serialize;

use super::costs::Cost;
use super::query::Order;
use crate::clock::Date;
use crate::ids::{AgreementId, CertificateId, OrganisationId, QuoteId, RequestId};
use crate::incoterm::Incoterm;
use crate::input::RawMoney;
use crate::locale::Language;
use crate::money::Money;
use crate::trade::agreements::AgreementStatus;
use crate::trade::{LineView, Partner};

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct ComparisonView {
    pub request_id: RequestId,
    /// In which totals are compared.
    pub currency: &'static str,
    pub sort: Order,
    /// What the conversions rest on; the euro needs none.
    pub rates: Vec<RateView>,
    /// Totals in these currencies cannot be converted: no rate is known.
    pub without_rate: Vec<&'static str>,
    /// The delivery rules differ, so that the totals do not include the same.
    pub rules_differ: bool,
    pub quotes: Vec<ComparedView>,
}

/// How much of a currency one euro buys.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub(super) struct RateView {
    pub currency: &'static str,
    pub per_eur: String,
    /// For which it holds, as `2026-11`.
    pub month: String,
    pub source: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct ComparedView {
    pub quote_id: QuoteId,
    /// Of the newest version.
    pub number: i64,
    pub maker: Partner,
    /// Whose offer the newest version is.
    pub offered_by: OrganisationId,
    pub lines: Vec<LineView>,
    pub quantity: i64,
    /// Pieces more than the most that was asked for, or less than the least (then below zero).
    pub quantity_difference: i64,
    pub total: RawMoney,
    /// The total in the currency of the comparison; null where no rate is known. It holds what the rule includes.
    pub landed: Option<RawMoney>,
    /// Is the total above the target price for that many pieces? Null without a target or a rate.
    pub above_target: Option<bool>,
    pub incoterm: Incoterm,
    pub named_place: String,
    /// Does the request name delivery rules, and this is none of them?
    pub other_rule: bool,
    /// What the buyer has still to add to the total.
    pub to_add: Vec<Cost>,
    pub lead_time_days: i64,
    /// If it were accepted today.
    pub ready_on: Date,
    /// Days after the day on which it is needed; 0 if it is in time.
    pub days_late: i64,
    pub valid_until: Date,
    pub expired: bool,
    /// Valid on the day on which the goods are ready, for at least one of the products.
    pub certificates: Vec<CertificateName>,
    /// Schemes that the request asks for, and of which no certificate is valid on that day.
    pub certificates_lacking: Vec<String>,
    /// Agreements between the two that make the buyer the only one there.
    pub exclusivity: Vec<ExclusivityView>,
    #[serde(skip)]
    pub amount: Money,
    #[serde(skip)]
    pub landed_amount: Option<Money>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct CertificateName {
    pub id: CertificateId,
    pub scheme: String,
    #[serde(skip)]
    pub titles: [String; 3],
}

impl CertificateName {
    pub fn title(&self, language: &Language) -> &str {
        &self.titles[*language as usize]
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(super) struct ExclusivityView {
    pub agreement_id: AgreementId,
    pub title: String,
    /// `proposed` is asked for; `signed` and `active` are granted.
    pub status: AgreementStatus,
    pub ends_on: Date,
}
