//! An officer decides about a reported request: about all that makers have said of it at once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::report::Verdict;
use super::reporting::LONGEST_NOTE;
use super::{letters, store};
use crate::accounts::Member;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::events::Event;
use crate::ids::ReportId;
use crate::input::{Fields, Raw};
use crate::matching::request::RequestStatus;
use crate::matching::store as requests;
use crate::settings::Settings;

/// What an officer can find.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Found {
    Fake,
    #[default]
    Genuine,
}

crate::text_enum!(Found { Fake => "fake", Genuine => "genuine" });

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DecisionForm {
    /// `fake` or `genuine`.
    pub verdict: Raw,
    /// Why; the makers who reported it read it, and the buyer of a request that is closed.
    pub note: Raw,
}

impl DecisionForm {
    fn check(&self) -> Result<(Found, String)> {
        let mut fields = Fields::new();
        let decided =
            (fields.choice("verdict", &self.verdict), fields.text("note", &self.note, LONGEST_NOTE));
        fields.done(decided)
    }
}

/// A fake request is closed for good, whatever its state.
pub fn decide_reports(
    tx: &mut Write<'_>,
    settings: &Settings,
    by: &Member,
    id: ReportId,
    form: &DecisionForm,
) -> Result<()> {
    by.confirm(tx)?;
    let report = store::report(tx, id)?;
    let (found, note) = form.check()?;
    if report.verdict != Verdict::Waiting {
        return Err(Error::refused("refusal-report-decided"));
    }
    let request = requests::request(tx, report.request_id)?;
    let verdict = match found {
        Found::Fake => Verdict::Fake,
        Found::Genuine => Verdict::Genuine,
    };
    let reporters = store::decide(tx, by, request.id, verdict, &note)?;
    tx.record(by.actor(), Event::ReportsDecided { request: request.id });
    if found == Found::Fake {
        let was_open = request.status == RequestStatus::Open;
        requests::set_fake(tx, request.id)?;
        if was_open {
            tx.record(by.actor(), Event::RequestClosed { request: request.id });
        }
        letters::closed(tx, settings, &request, &note)?;
    }
    for maker in reporters {
        letters::decided(tx, settings, &request, maker, found, &note)?;
    }
    Ok(())
}
