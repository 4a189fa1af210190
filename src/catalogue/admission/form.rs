//! What officers and makers write into the checklist.

use chrono::Months;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::row::{Binds, Check, Mode, Row};
use crate::catalogue::certificates::{Decision, is_scheme};
use crate::catalogue::vocabulary::is_craft;
use crate::clock::Date;
use crate::error::{Message, Result};
use crate::input::{Fields, Raw, RawList};
use crate::locale::{Language, RawWording, Wording};

const LONGEST_WORDING: usize = 400;
const LONGEST_NOTE: usize = 1000;
const LONGEST_NAME: usize = 120;
const MOST_CRAFTS: usize = 40;
/// A waiver bridges something; what shall never be asked for is no row.
const LONGEST_WAIVER_MONTHS: u32 = 24;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RowForm {
    /// What is asked for, in all three languages.
    pub wording: RawWording,
    /// `computed` from the records, `attested` by the maker, or `verified` by an officer.
    pub mode: Raw,
    /// What a computed one looks up: `profile`, `place`, `order-minimum`, `manufacturer`, `people`; of each product
    /// `picture`, `price`, `hs-code`, `origin`, `net-weight`, `gross-weight`, `safety`, `certificate`.
    pub check: Raw,
    /// Which certificate must be valid: a key of the schemes.
    pub scheme: Raw,
    /// Keys of the crafts for which it is asked; none for all.
    pub crafts: RawList,
    /// `publish`, `export`, or `none` for advice.
    pub binds: Raw,
    /// Its place in the list.
    pub position: Raw,
    /// `true` if it is asked for no more; what was said about it is kept.
    pub retired: Raw,
    /// When changing it: the version that was changed.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewRow {
    pub wording: Wording,
    pub mode: Mode,
    pub check: Option<Check>,
    pub scheme: Option<String>,
    pub crafts: Vec<String>,
    pub binds: Binds,
    pub position: i64,
    pub retired: bool,
}

impl RowForm {
    pub fn of(row: &Row) -> Self {
        Self {
            wording: RawWording::from(&*row.wording),
            mode: row.mode.into(),
            check: row.subject.map(Raw::from).unwrap_or_default(),
            scheme: row.scheme.as_deref().unwrap_or_default().into(),
            crafts: RawList(row.crafts.to_vec()),
            binds: row.binds.into(),
            position: row.position.into(),
            retired: row.retired_at.is_some().into(),
            version: row.version.into(),
        }
    }

    pub fn check(&self) -> Result<NewRow> {
        let mut fields = Fields::new();
        let wording = fields.optional_wording("wording", &self.wording, LONGEST_WORDING);
        for language in Language::ALL {
            let field = format!("wording.{}", language.code());
            if wording.get(language).is_none() && fields.is_sound(&field) {
                fields.problem(&field, "problem-missing");
            }
        }
        let mode = fields.choice("mode", &self.mode);
        let is_computed = mode == Mode::Computed && fields.is_sound("mode");
        let check: Option<Check> = is_computed.then(|| fields.choice("check", &self.check));
        let needs_scheme = check == Some(Check::Certificate) && fields.is_sound("check");
        let scheme = needs_scheme.then(|| fields.text("scheme", &self.scheme, 40));
        if let Some(key) = scheme.as_deref().filter(|key| fields.is_sound("scheme") && !is_scheme(key)) {
            fields.problem("scheme", Message::new("problem-unknown-key").with("key", key));
        }
        let new = NewRow {
            wording,
            mode,
            check,
            scheme,
            crafts: fields.keys("crafts", &self.crafts, MOST_CRAFTS, is_craft),
            binds: fields.choice("binds", &self.binds),
            position: fields.optional_whole("position", &self.position, 1..=1000).unwrap_or(100),
            retired: fields.flag(&self.retired),
        };
        fields.done(new)
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AttestForm {
    /// `true`: it is so.
    pub agrees: Raw,
    /// The name of whoever signs.
    pub name: Raw,
    /// `wording_version` of what was read: should it say something else by now, nothing is signed.
    pub wording_version: Raw,
}

impl AttestForm {
    pub(super) fn check(&self) -> Result<(String, i64)> {
        let mut fields = Fields::new();
        if !fields.flag(&self.agrees) {
            fields.problem("agrees", "problem-admission-agrees");
        }
        let name = fields.text("name", &self.name, LONGEST_NAME);
        let version = fields.whole("wording_version", &self.wording_version, 1..=i64::MAX);
        fields.done((name, version))
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProofForm {
    /// What an officer finds in the paper, or where it can be seen.
    pub note: Raw,
}

impl ProofForm {
    pub(super) fn check(&self) -> Result<String> {
        let mut fields = Fields::new();
        let note = fields.text("note", &self.note, LONGEST_NOTE);
        fields.done(note)
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct VerdictForm {
    /// `confirmed` or `refused`.
    pub decision: Raw,
    /// What was seen, where and when; or what is wrong. The maker reads it.
    pub note: Raw,
    /// `wording_version` of what was read: should it say something else by now, nothing is decided.
    pub wording_version: Raw,
}

impl VerdictForm {
    pub(super) fn check(&self) -> Result<(Decision, String, i64)> {
        let mut fields = Fields::new();
        let decision = fields.choice("decision", &self.decision);
        let note = fields.text("note", &self.note, LONGEST_NOTE);
        let version = fields.whole("wording_version", &self.wording_version, 1..=i64::MAX);
        fields.done((decision, note, version))
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WaiverForm {
    /// Why it need not be fulfilled now; the maker reads it.
    pub reason: Raw,
    /// The last day, at most two years ahead.
    pub until: Raw,
}

impl WaiverForm {
    pub(super) fn check(&self, today: Date) -> Result<(String, Date)> {
        let mut fields = Fields::new();
        let reason = fields.text("reason", &self.reason, LONGEST_NOTE);
        let until = fields.date("until", &self.until);
        let latest = today.checked_add_months(Months::new(LONGEST_WAIVER_MONTHS)).unwrap_or(today);
        if fields.is_sound("until") && !(today..=latest).contains(&until) {
            let message = Message::new("problem-admission-until").with("first", today.to_string());
            fields.problem("until", message.with("last", latest.to_string()));
        }
        fields.done((reason, until))
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RevokeForm {
    /// Why it holds no more; the maker reads it.
    pub reason: Raw,
}

impl RevokeForm {
    pub(super) fn check(&self) -> Result<String> {
        let mut fields = Fields::new();
        let reason = fields.text("reason", &self.reason, LONGEST_NOTE);
        fields.done(reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn form() -> RowForm {
        RowForm {
            wording: RawWording { en: "A picture".into(), fr: "Une photo".into(), ar: "صورة".into() },
            mode: "computed".into(),
            check: "picture".into(),
            binds: "none".into(),
            ..RowForm::default()
        }
    }

    fn wrong<T>(checked: Result<T>) -> Vec<String> {
        match checked {
            Ok(_) => Vec::new(),
            Err(Error::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn a_row_is_worded_in_three_languages_and_looks_something_up() {
        assert!(wrong(form().check()).is_empty());
        let spoken = RowForm { wording: RawWording { en: "A".into(), ..RawWording::default() }, ..form() };
        assert_eq!(wrong(spoken.check()), ["wording.fr", "wording.ar"]);
        assert_eq!(wrong(RowForm { check: "luck".into(), ..form() }.check()), ["check"]);
        assert_eq!(wrong(RowForm { check: "certificate".into(), ..form() }.check()), ["scheme"]);
        let gots = RowForm { check: "certificate".into(), scheme: "gots".into(), ..form() }.check().unwrap();
        assert_eq!(gots.scheme.as_deref(), Some("gots"));
        let signed = RowForm { mode: "attested".into(), ..form() }.check().unwrap();
        assert_eq!((signed.check, signed.scheme), (None, None));
    }

    #[test]
    fn a_waiver_ends() {
        let today = Date::from_ymd_opt(2026, 3, 2).unwrap();
        let until = |day: &str| wrong(WaiverForm { reason: "Kiln".into(), until: day.into() }.check(today));
        assert!(until("2026-03-02").is_empty() && until("2028-03-02").is_empty());
        assert_eq!(until("2026-03-01"), ["until"]);
        assert_eq!(until("2028-03-03"), ["until"]);
        assert_eq!(until(""), ["until"]);
    }
}
