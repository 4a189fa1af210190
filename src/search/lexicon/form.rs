//! What officers send about a concept, and what is wrong with it.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use search_index::analyzer::words::{Words, is_arabic};
use search_index::lexicon::{Class, Entry, Labels};
use serde::{Deserialize, Serialize};

use super::relations;
use crate::accounts::slug_for;
use crate::error::{Message, Result};
use crate::ids::UnansweredId;
use crate::input::{Fields, Raw, RawList};
use crate::locale::Language;
use crate::search::lexicon::Concepts;
use crate::search::unanswered::Unanswered;

const LONGEST_KEY: usize = 60;
const LONGEST_LABEL: usize = 80;
const MOST_LABELS: usize = 40;
const MOST_RELATIONS: usize = 20;

/// A list of texts: one a line in a form, or parted by commas; an array in JSON.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "RawList", into = "String")]
pub struct Lines(Vec<String>);

impl From<RawList> for Lines {
    fn from(list: RawList) -> Self {
        let lines = list.0.iter().flat_map(|text| text.lines()).map(str::to_owned).collect();
        Self(RawList(lines).distinct())
    }
}

impl From<Lines> for String {
    fn from(lines: Lines) -> Self {
        lines.0.join("\n")
    }
}

impl From<&[String]> for Lines {
    fn from(texts: &[String]) -> Self {
        Self(texts.to_vec())
    }
}

impl JsonSchema for Lines {
    fn schema_name() -> Cow<'static, str> {
        RawList::schema_name()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        RawList::json_schema(generator)
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawLabels {
    /// What it is called in English, the best name first.
    pub en: Lines,
    pub fr: Lines,
    /// In Arabic letters.
    pub ar: Lines,
    /// Spellings in Latin letters that belong to no one language: transliterations, dialect words, old names.
    pub also: Lines,
}

/// What a concept says, besides its key.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct EntryForm {
    /// Small letters and digits, parted by hyphens: `olive-wood`.
    pub key: Raw,
    /// `object`, `material`, `technique`, `motif`, `place`, `colour`, `quality` or `trade`.
    pub class: Raw,
    pub labels: RawLabels,
    /// Keys of the concepts that it is a kind of.
    pub broader: Lines,
    /// Keys of close substitutes.
    pub near: Lines,
    /// Id of a search that found nothing and is settled by this.
    pub query: Raw,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CorrectionForm {
    /// `object`, `material`, `technique`, `motif`, `place`, `colour`, `quality` or `trade`.
    pub class: Raw,
    pub labels: RawLabels,
    /// Keys of the concepts that it is a kind of.
    pub broader: Lines,
    /// Keys of close substitutes.
    pub near: Lines,
    /// Id of a search that found nothing and is settled by this.
    pub query: Raw,
    /// Version of the concept that was looked at.
    pub version: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct WithdrawForm {
    /// Version of the concept that was looked at.
    pub version: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct UndoForm {
    /// The change to undo: what stood before it stands again.
    pub revision: Raw,
    /// Version of the concept that was looked at.
    pub version: Raw,
}

/// A sound entry, and the search that it settles.
pub(super) struct Checked {
    pub entry: Entry,
    pub query: Option<UnansweredId>,
}

pub(super) fn is_key(text: &str) -> bool {
    let sound = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    };
    text.len() <= LONGEST_KEY && text.split('-').all(sound)
}

impl EntryForm {
    /// The key is looked at by whoever adds; a correction has it from its address.
    pub(super) fn check(&self, fields: &mut Fields, key: &str, concepts: &Concepts) -> Checked {
        let class = match Class::parse(self.class.trimmed()) {
            Some(class) => class,
            None => {
                let problem = match self.class.is_blank() {
                    true => Message::new("problem-missing"),
                    false => Message::new("problem-not-a-choice")
                        .with("choices", Class::ALL.map(Class::as_str).join(", ")),
                };
                fields.problem("class", problem);
                Class::Object
            }
        };
        let labels = self.labels.check(fields);
        for (name, keys) in [("broader", &self.broader), ("near", &self.near)] {
            if keys.0.len() > MOST_RELATIONS {
                fields.problem(name, Message::new("problem-too-many").with("most", MOST_RELATIONS));
            } else if let Some(unknown) = relations::unknown(concepts, key, &keys.0) {
                let shown: String = unknown.chars().filter(|c| !c.is_control()).take(40).collect();
                fields.problem(name, Message::new("problem-unknown-key").with("key", shown));
            } else if keys.0.iter().any(|other| other == key) {
                fields.problem(name, "problem-lexicon-itself");
            }
        }
        if fields.is_sound("broader")
            && let Some(through) = relations::circle(concepts, key, &self.broader.0)
        {
            fields.problem("broader", Message::new("problem-lexicon-circle").with("key", through));
        }
        let query = fields.optional_whole("query", &self.query, 1..=i64::MAX).map(UnansweredId);
        let (broader, near) = (self.broader.0.clone(), self.near.0.clone());
        Checked {
            entry: Entry { key: key.to_owned(), class, labels, broader, near, withdrawn: false },
            query,
        }
    }
}

impl RawLabels {
    fn check(&self, fields: &mut Fields) -> Labels {
        for (name, lines) in [
            ("labels.en", &self.en),
            ("labels.fr", &self.fr),
            ("labels.ar", &self.ar),
            ("labels.also", &self.also),
        ] {
            if lines.0.len() > MOST_LABELS {
                fields.problem(name, Message::new("problem-too-many").with("most", MOST_LABELS));
            } else if let Some(message) = lines.0.iter().find_map(|label| problem(label, name == "labels.ar"))
            {
                fields.problem(name, message);
            }
        }
        if self.en.0.is_empty() && self.fr.0.is_empty() && self.ar.0.is_empty() {
            fields.problem("labels", "problem-missing-wording");
        }
        let own = |lines: &Lines| lines.0.clone();
        Labels { en: own(&self.en), fr: own(&self.fr), ar: own(&self.ar), also: own(&self.also) }
    }
}

/// What is wrong with one label.
fn problem(label: &str, arabic: bool) -> Option<Message> {
    let shown = || label.chars().filter(|c| !c.is_control()).take(40).collect::<String>();
    if label.chars().count() > LONGEST_LABEL {
        return Some(Message::new("problem-too-long").with("longest", LONGEST_LABEL));
    }
    if label.chars().any(char::is_control) {
        return Some(Message::new("problem-control-character"));
    }
    if Words::new(label).next().is_none() {
        return Some(Message::new("problem-label-no-word").with("label", shown()));
    }
    // Paper of the format A4 is called so in Arabic too: a few Latin letters are let through, and no more.
    let own = label.chars().filter(|c| is_arabic(*c)).count();
    let others = label.chars().filter(|c| c.is_alphabetic() && !is_arabic(*c)).count();
    match arabic {
        true if own <= others => Some(Message::new("problem-label-arabic").with("label", shown())),
        false if own > 0 => Some(Message::new("problem-label-latin").with("label", shown())),
        _ => None,
    }
}

/// What would be sent to keep a concept as it is.
impl From<&Entry> for EntryForm {
    fn from(entry: &Entry) -> Self {
        let labels = RawLabels {
            en: entry.labels.en.as_slice().into(),
            fr: entry.labels.fr.as_slice().into(),
            ar: entry.labels.ar.as_slice().into(),
            also: entry.labels.also.as_slice().into(),
        };
        Self {
            key: entry.key.as_str().into(),
            class: entry.class.as_str().into(),
            labels,
            broader: entry.broader.as_slice().into(),
            near: entry.near.as_slice().into(),
            query: Raw::default(),
        }
    }
}

impl EntryForm {
    /// An entry of the words that somebody searched for in vain.
    pub(in crate::search) fn proposed(query: &Unanswered) -> Self {
        let form = Self { key: slug_for(&query.text).into(), ..Self::default() };
        form.answering(query)
    }

    /// The same with these words as a label, where it is not one yet.
    pub(super) fn answering(mut self, query: &Unanswered) -> Self {
        let lines = match query.language {
            Language::En => &mut self.labels.en,
            Language::Fr => &mut self.labels.fr,
            Language::Ar => &mut self.labels.ar,
        };
        if !lines.0.contains(&query.text) {
            lines.0.push(query.text.clone());
        }
        self.query = query.id.into();
        self
    }
}

impl CorrectionForm {
    pub(super) fn entry(&self) -> EntryForm {
        EntryForm {
            key: Raw::default(),
            class: self.class.clone(),
            labels: self.labels.clone(),
            broader: self.broader.clone(),
            near: self.near.clone(),
            query: self.query.clone(),
        }
    }

    pub(super) fn new(form: EntryForm, version: i64) -> Self {
        let EntryForm { class, labels, broader, near, query, .. } = form;
        Self { class, labels, broader, near, query, version: version.into() }
    }
}

/// The version that an officer has looked at.
pub(super) fn version(raw: &Raw) -> Result<i64> {
    let mut fields = Fields::new();
    let version = fields.whole("version", raw, 0..=i64::MAX);
    fields.done(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_writes_one_label_a_line_and_a_program_a_list() {
        let typed: RawLabels =
            serde_qs::from_str("en=olive+wood%0D%0Aolivewood%0D%0A&also=zitoun,+zitun").unwrap();
        let sent: RawLabels =
            serde_json::from_str(r#"{"en": ["olive wood", "olivewood"], "also": ["zitoun", "zitun"]}"#)
                .unwrap();
        assert_eq!(typed, sent);
        assert_eq!(serde_json::to_value(&typed).unwrap()["en"], "olive wood\nolivewood");
    }

    #[test]
    fn a_key_is_kebab_case() {
        assert!(is_key("olive-wood") && is_key("a4"));
        for wrong in ["", "-", "Olive", "olive_wood", "olive--wood", "olive-", "زيتون", &"a".repeat(61)]
        {
            assert!(!is_key(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn a_label_is_in_the_letters_of_its_language() {
        let key = |label, arabic| problem(label, arabic).map(|message| message.key);
        assert_eq!(key("سنيوة", true), None);
        assert_eq!(key("ورق a4", true), None);
        assert_eq!(key("sniwa", true), Some("problem-label-arabic"));
        assert_eq!(key("سنيوة", false), Some("problem-label-latin"));
        assert_eq!(key("— …", false), Some("problem-label-no-word"));
        assert_eq!(key(&"x".repeat(81), false), Some("problem-too-long"));
    }
}
