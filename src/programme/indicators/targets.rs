//! Officers set targets: a day, a value, a reason. What was promised before stays to be read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Indicator, NewTarget, TargetBasis, store};
use crate::accounts::Officer;
use crate::db::Write;
use crate::error::Result;
use crate::events::Event;
use crate::input::{Fields, Raw};
use crate::locale::RawWording;
use crate::programme::Value;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TargetForm {
    /// The day by which it is to be reached; a day that has a target gets a new one.
    pub due_on: Raw,
    /// In the indicator's unit, with at most two decimals.
    pub value: Raw,
    /// Why; the public reads it.
    pub reason: RawWording,
    /// Version of the indicator that was looked at.
    pub version: Raw,
}

pub fn set_target(tx: &mut Write<'_>, by: &Officer, code: &str, form: &TargetForm) -> Result<Indicator> {
    by.confirm(tx)?;
    let indicator = store::indicator_by_code(tx, code)?;
    let mut fields = Fields::new();
    let due_on = fields.date("due_on", &form.due_on);
    let text = fields.text("value", &form.value, 40);
    let value: Value = match fields.is_sound("value") {
        true => fields.take("value", Value::parse(&text)),
        false => Value::default(),
    };
    let reason = fields.wording("reason", &form.reason, 1000);
    let version = fields.whole("version", &form.version, 1..=i64::MAX);
    if fields.is_sound("due_on") && due_on <= indicator.baseline_on {
        fields.problem("due_on", "problem-target-before-baseline");
    }
    fields.done(())?;
    store::move_version(tx, indicator.id, version)?;
    let new = NewTarget { due_on, value: value.written(""), basis: TargetBasis::Decided, reason };
    store::insert_target(tx, indicator.id, &new, Some(by.person))?;
    tx.record(by.actor(), Event::TargetSet { indicator: indicator.id });
    store::indicator_by_code(tx, code)
}
