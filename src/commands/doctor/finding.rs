//! What the doctor found, and how it is told to people and to programs.

use std::fmt::Write;

use serde::Serialize;

use crate::error::Error;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Verdict {
    Ok,
    Warn,
    Fail,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct Finding {
    pub subject: &'static str,
    pub verdict: Verdict,
    pub found: String,
    pub advice: Option<String>,
}

impl Finding {
    pub(super) fn ok(subject: &'static str, found: impl Into<String>) -> Self {
        Self { subject, verdict: Verdict::Ok, found: found.into(), advice: None }
    }

    pub(super) fn warn(subject: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { subject, verdict: Verdict::Warn, found: found.into(), advice: Some(advice.into()) }
    }

    pub(super) fn fail(subject: &'static str, found: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { subject, verdict: Verdict::Fail, found: found.into(), advice: Some(advice.into()) }
    }

    /// It could not even be looked at.
    pub(super) fn broken(subject: &'static str, error: &Error, advice: &str) -> Self {
        let words = crate::commands::explain(error);
        // PostgreSQL's client explains itself over several lines.
        Self::fail(subject, words.split_whitespace().collect::<Vec<_>>().join(" "), advice)
    }
}

pub(super) fn json(worst: Verdict, findings: &[Finding]) -> String {
    serde_json::json!({ "verdict": worst, "findings": findings }).to_string()
}

pub(super) fn table(worst: Verdict, findings: &[Finding]) -> String {
    let width = findings.iter().map(|finding| finding.subject.len()).max().unwrap_or(0);
    let mut text = String::new();
    for Finding { subject, verdict, found, advice } in findings {
        let word = match verdict {
            Verdict::Ok => "ok  ",
            Verdict::Warn => "WARN",
            Verdict::Fail => "FAIL",
        };
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{word}  {subject:width$}  {found}");
        if let Some(advice) = advice {
            let _ = writeln!(text, "{:4}  {:width$}  → {advice}", "", "");
        }
    }
    let last = match worst {
        Verdict::Ok => "Everything is as it should be.",
        Verdict::Warn => "It works; look at the warnings when you can.",
        Verdict::Fail => "Something is wrong; what to do stands beside it.",
    };
    let _ = writeln!(text, "\n{last}");
    text
}
