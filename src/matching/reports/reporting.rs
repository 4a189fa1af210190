//! A maker reports a request.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::report::{Report, Suspicion};
use super::store;
use crate::accounts::Member;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::RequestId;
use crate::input::{Fields, Raw};
use crate::matching::readable_request;

pub(super) const LONGEST_NOTE: usize = 1000;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ReportForm {
    /// `no-buyer`, `fishing`, `advertising`, `fraud` or `other`.
    pub suspicion: Raw,
    /// What happened; officers read it, the buyer does not.
    pub note: Raw,
}

impl ReportForm {
    fn check(&self) -> Result<(Suspicion, String)> {
        let mut fields = Fields::new();
        let said =
            (fields.choice("suspicion", &self.suspicion), fields.text("note", &self.note, LONGEST_NOTE));
        fields.done(said)
    }
}

/// Once for each maker and request. The buyer is told nothing until an officer has decided.
pub fn report_request(tx: &mut Write<'_>, by: &Member, id: RequestId, form: &ReportForm) -> Result<Report> {
    by.confirm(tx)?;
    let (request, _) = readable_request(tx, by, id)?;
    let (suspicion, note) = form.check()?;
    if request.fake_at.is_some() {
        return Err(Error::refused("refusal-request-fake"));
    }
    if store::has_reported(tx, id, by.organisation)? {
        return Err(Error::refused("refusal-reported"));
    }
    let report = store::insert(tx, by, id, suspicion, &note)?;
    tx.record(by.actor(), Event::RequestReported { report });
    store::report(tx, report)
}
