//! A form as a template shows it: what stands in each field, and what is wrong with it.

use serde::Serialize;
use serde_json::Value;

use crate::error::{Message, Problems};
use crate::locale::{self, Language};

#[derive(Clone, Debug)]
pub struct FormView {
    language: Language,
    values: Value,
    problems: Problems,
}

/// One line of the list of problems.
#[derive(Clone, Debug)]
pub struct ProblemView {
    pub field: String,
    pub message: String,
}

/// One choice of a select, a radio group or a group of boxes.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub value: String,
    pub label: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }

    /// A closed set of words with the texts `prefix-word`.
    pub fn words(
        language: Language,
        words: &[&'static str],
        say: impl Fn(&'static str) -> &'static str,
    ) -> Vec<Self> {
        words.iter().map(|word| Self::new(*word, locale::say(language, &Message::new(say(word))))).collect()
    }
}

impl FormView {
    /// The raw input type, as it was sent or as it would be sent to keep a record unchanged.
    pub fn new(language: Language, raw: &impl Serialize) -> Self {
        let values = serde_json::to_value(raw).unwrap_or_default();
        Self { language, values, problems: Problems::new() }
    }

    /// The same form shown again with what is wrong.
    pub fn with_problems(mut self, problems: Problems) -> Self {
        self.problems = problems;
        self
    }

    /// The languages in which something can be said, and their own names: the reader's first.
    pub fn languages(&self) -> Vec<(&'static str, &'static str)> {
        let mut languages = Language::ALL;
        languages.sort_by_key(|language| *language != self.language);
        languages.into_iter().map(|language| (language.code(), locale::native_name(language))).collect()
    }

    fn at(&self, path: &str) -> Option<&Value> {
        path.split('.').try_fold(&self.values, |value, part| match value {
            Value::Array(items) => items.get(part.parse::<usize>().ok()?),
            other => other.get(part),
        })
    }

    pub fn value(&self, path: &str) -> &str {
        self.at(path).and_then(Value::as_str).unwrap_or_default()
    }

    /// Several texts in one field.
    pub fn list(&self, path: &str) -> String {
        let items = self.at(path).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
    }

    /// Is this box ticked, this option chosen?
    pub fn holds(&self, path: &str, value: &str) -> bool {
        match self.at(path) {
            Some(Value::Array(items)) => items.iter().any(|item| item.as_str() == Some(value)),
            Some(Value::String(text)) => text == value || (value == "true" && text == "on"),
            _ => false,
        }
    }

    pub fn problem(&self, path: &str) -> Option<String> {
        self.problems.of(path).map(|message| locale::say(self.language, message))
    }

    pub fn problems(&self) -> Vec<ProblemView> {
        let say = |message| locale::say(self.language, message);
        self.problems
            .iter()
            .map(|problem| ProblemView { field: problem.field.clone(), message: say(&problem.message) })
            .collect()
    }
}
