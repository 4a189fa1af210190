//! What makers, agents and officers send.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Answer;
use crate::accounts::ConsentDecision;
use crate::clock::Date;
use crate::error::Result;
use crate::ids::PersonId;
use crate::input::{Fields, Raw, RawList};
use crate::web::Act;

const LONGEST_NOTE: usize = 1000;

/// What a maker lets an agent do.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConsentForm {
    /// The cluster's organisation, by id or slug.
    pub helper: Raw,
    /// The id of the one agent who may; left out, all of the cluster's agents.
    pub agent: Raw,
    /// At least one of `catalogue`, `certificates`, `quotes`, `agreements`.
    pub acts: RawList,
    /// The last day; left out, until it is withdrawn.
    pub ends_on: Raw,
}

/// The same on a paper that an agent hands in for a maker.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PaperForm {
    /// By id or slug.
    pub maker: Raw,
    /// At least one of `catalogue`, `certificates`, `quotes`, `agreements`, as on the paper.
    pub acts: RawList,
    /// The last day, if the paper names one.
    pub ends_on: Raw,
}

/// What a consent holds, whoever brought it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Content {
    pub acts: Vec<Act>,
    pub ends_on: Option<Date>,
}

fn content(fields: &mut Fields, acts: &RawList, ends_on: &Raw, today: Date) -> Content {
    let known = |word: &str| word.parse::<Act>().is_ok();
    let words = fields.keys("acts", acts, Act::WORDS.len(), known);
    if words.is_empty() {
        fields.problem("acts", "problem-consent-acts");
    }
    let mut acts: Vec<Act> = words.iter().filter_map(|word| word.parse().ok()).collect();
    acts.sort_unstable();
    let ends_on = fields.optional_date("ends_on", ends_on);
    if ends_on.is_some_and(|last| last < today) && fields.is_sound("ends_on") {
        fields.problem("ends_on", "problem-consent-over");
    }
    Content { acts, ends_on }
}

impl ConsentForm {
    /// The agent is looked up later, among those of the helper.
    pub(super) fn check(&self, today: Date) -> Result<(Content, Option<PersonId>)> {
        let mut fields = Fields::new();
        if self.helper.is_blank() {
            fields.problem("helper", "problem-missing");
        }
        let agent = (!self.agent.is_blank()).then(|| self.agent.trimmed().parse::<PersonId>().ok());
        if agent == Some(None) {
            fields.problem("agent", "problem-consent-agent");
        }
        let content = content(&mut fields, &self.acts, &self.ends_on, today);
        fields.done((content, agent.flatten()))
    }
}

impl PaperForm {
    pub(super) fn check(&self, today: Date) -> Result<Content> {
        let mut fields = Fields::new();
        if self.maker.is_blank() {
            fields.problem("maker", "problem-missing");
        }
        let content = content(&mut fields, &self.acts, &self.ends_on, today);
        fields.done(content)
    }
}

/// What somebody says who has looked at a paper.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PaperDecisionForm {
    /// `confirmed` or `refused`.
    pub decision: Raw,
    /// Why; the agent reads it.
    pub note: Raw,
}

impl PaperDecisionForm {
    pub(super) fn check(&self) -> Result<(ConsentDecision, String)> {
        let mut fields = Fields::new();
        let decision = fields.choice("decision", &self.decision);
        let note = fields.optional_text("note", &self.note, LONGEST_NOTE).unwrap_or_default();
        if decision == ConsentDecision::Refused && note.is_empty() && fields.is_sound("note") {
            fields.problem("note", "problem-reason-missing");
        }
        fields.done((decision, note))
    }
}

/// What a maker says to what was done.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DigestAnswerForm {
    /// `confirmed` or `objected`.
    pub answer: Raw,
    /// What is wrong; for those who object, and not needed.
    pub reason: Raw,
}

impl DigestAnswerForm {
    pub(super) fn check(&self) -> Result<(Answer, String)> {
        let mut fields = Fields::new();
        let answer = fields.choice("answer", &self.answer);
        let reason = fields.optional_text("reason", &self.reason, LONGEST_NOTE).unwrap_or_default();
        fields.done((answer, reason))
    }
}

/// What comes with a letter's link, which itself says what is done.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LinkForm {
    /// What is wrong; for those who object, and not needed.
    pub reason: Raw,
}

impl LinkForm {
    pub(super) fn check(&self) -> Result<String> {
        let mut fields = Fields::new();
        let reason = fields.optional_text("reason", &self.reason, LONGEST_NOTE).unwrap_or_default();
        fields.done(reason)
    }
}

/// How an objection was settled.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SettleForm {
    /// What was agreed; the maker and the agent read it.
    pub note: Raw,
}

impl SettleForm {
    pub(super) fn check(&self) -> Result<String> {
        let mut fields = Fields::new();
        let note = fields.text("note", &self.note, LONGEST_NOTE);
        fields.done(note)
    }
}
