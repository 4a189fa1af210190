//! One offer as it comes in: the same fields for the first version and for every counter-offer.

use chrono::TimeDelta;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{QuoteLine, QuoteVersion};
use crate::catalogue::Conditions;
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::input::{Fields, Raw};
use crate::money::Money;
use crate::trade::{Delivery, Line, LineForm, lines};

/// An offer stands for a year at the most: prices of copper and wool do not.
const LONGEST_VALIDITY_DAYS: i64 = 366;
const LONGEST_LEAD_TIME_DAYS: i64 = 730;

/// The first version of a quote.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct QuoteForm {
    /// The sourcing request that a maker answers; a buyer may name one of their own.
    pub request: Raw,
    /// The maker whom a buyer asks, by id or slug.
    pub maker: Raw,
    pub lines: Vec<LineForm>,
    /// ISO 4217 code of all prices; left out: the one that the lines name.
    pub currency: Raw,
    /// A rule of Incoterms 2020.
    pub incoterm: Raw,
    /// `true` if the goods go by sea: FAS, FOB, CFR and CIF are for the sea alone.
    pub by_sea: Raw,
    /// The place that the rule needs.
    pub named_place: Raw,
    pub lead_time_days: Raw,
    /// The last day on which it can be accepted.
    pub valid_until: Raw,
    pub note: Raw,
}

/// Every later version, by either side.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OfferForm {
    /// The number of the version that it answers: the newest one that its author has seen.
    pub number: Raw,
    pub lines: Vec<LineForm>,
    /// ISO 4217 code of all prices; left out: the one that the lines name.
    pub currency: Raw,
    /// A rule of Incoterms 2020.
    pub incoterm: Raw,
    /// `true` if the goods go by sea: FAS, FOB, CFR and CIF are for the sea alone.
    pub by_sea: Raw,
    /// The place that the rule needs.
    pub named_place: Raw,
    pub lead_time_days: Raw,
    /// The last day on which it can be accepted.
    pub valid_until: Raw,
    pub note: Raw,
}

/// Accepting, declining or withdrawing.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerForm {
    /// The number of the newest version that one has seen.
    pub number: Raw,
    /// A word to the other side.
    pub note: Raw,
}

/// An offer whose fields are sound.
#[derive(Clone, Debug, PartialEq)]
pub struct NewOffer {
    pub lines: Vec<Line>,
    pub total: Money,
    pub delivery: Delivery,
    pub lead_time_days: i64,
    pub valid_until: Date,
    pub note: Option<String>,
}

impl QuoteForm {
    pub(super) fn offer(&self) -> OfferForm {
        let form = self.clone();
        OfferForm {
            number: Raw::default(),
            lines: form.lines,
            currency: form.currency,
            incoterm: form.incoterm,
            by_sea: form.by_sea,
            named_place: form.named_place,
            lead_time_days: form.lead_time_days,
            valid_until: form.valid_until,
            note: form.note,
        }
    }
}

impl OfferForm {
    /// What would repeat a version: where a counter-offer begins.
    pub(super) fn of(version: &QuoteVersion, lines: &[QuoteLine]) -> Self {
        let line = |line: &QuoteLine| LineForm {
            product: line.product_id.into(),
            variant: line.variant_id.map(Raw::from).unwrap_or_default(),
            quantity: line.quantity.into(),
            unit_price: line.unit_price(version.currency).into(),
        };
        Self {
            number: version.number.into(),
            lines: lines.iter().map(line).collect(),
            currency: version.currency.into(),
            incoterm: version.incoterm.into(),
            by_sea: if version.incoterm.is_for_the_sea() { "true".into() } else { Raw::default() },
            named_place: version.named_place.as_str().into(),
            lead_time_days: version.lead_time_days.into(),
            valid_until: version.valid_until.into(),
            note: Raw::default(),
        }
    }

    /// Checks against the maker's products as they are now; what stood in the version before may stand in this one,
    /// even if the maker has withdrawn it from the catalogue meanwhile.
    pub(super) fn check(
        &self,
        mut fields: Fields,
        conn: &mut DbConnection,
        maker: OrganisationId,
        before: &[QuoteLine],
        conditions: &Conditions,
        today: Date,
    ) -> Result<NewOffer> {
        let currency = lines::currency(&mut fields, &self.currency, &self.lines);
        let lines = lines::check(&mut fields, conn, maker, &self.lines, currency, before, conditions)?;
        let total = lines::total(&mut fields, &lines, currency);
        let delivery = Delivery::check(&mut fields, &self.incoterm, &self.named_place, &self.by_sea);
        let lead_time_days = fields.whole("lead_time_days", &self.lead_time_days, 1..=LONGEST_LEAD_TIME_DAYS);
        let valid_until = validity(&mut fields, &self.valid_until, today);
        let note = fields.optional_text("note", &self.note, 2000);
        fields.done(NewOffer { lines, total, delivery, lead_time_days, valid_until, note })
    }
}

/// The last day on which an offer can be accepted.
pub(super) fn validity(fields: &mut Fields, raw: &Raw, today: Date) -> Date {
    let valid_until = fields.date("valid_until", raw);
    if fields.is_sound("valid_until") {
        if valid_until < today {
            fields.problem("valid_until", "problem-trade-date-past");
        } else if valid_until > today + TimeDelta::days(LONGEST_VALIDITY_DAYS) {
            fields.problem("valid_until", "problem-quote-validity");
        }
    }
    valid_until
}

impl AnswerForm {
    pub(super) fn check(&self) -> Result<(i64, Option<String>)> {
        let mut fields = Fields::new();
        let number = fields.whole("number", &self.number, 1..=i64::MAX);
        let note = fields.optional_text("note", &self.note, 1000);
        fields.done((number, note))
    }
}
