//! What the house says: Fluent messages of every slice, one file per slice and language, inside the binary.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use super::{Language, Wording};
use crate::error::{Argument, Message};

static ENGLISH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/locale/en");
static FRENCH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/locale/fr");
static ARABIC: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/locale/ar");

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 3]> = LazyLock::new(|| Language::ALL.map(load));

fn folder(language: Language) -> &'static Dir<'static> {
    match language {
        Language::En => &ENGLISH,
        Language::Fr => &FRENCH,
        Language::Ar => &ARABIC,
    }
}

fn sources(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    folder(language).files().map(|file| {
        let name = file.path().to_str().expect("our file names are ASCII");
        (name, file.contents_utf8().expect("our texts are UTF-8"))
    })
}

/// A text that does not parse is a mistake of ours, found by the first test that runs.
fn load(language: Language) -> Bundle {
    let tag = language.code().parse().expect("our codes are language tags");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks keep a Latin name from turning an Arabic sentence around; elsewhere they are only noise.
    bundle.set_use_isolating(language == Language::Ar);
    for (name, source) in sources(language) {
        let resource = FluentResource::try_new(source.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{}/{name}: {errors:?}", language.code()));
        bundle
            .add_resource(resource)
            .unwrap_or_else(|errors| panic!("{}/{name}: {errors:?}", language.code()));
    }
    bundle
}

static KEYS: LazyLock<[BTreeSet<&'static str>; 3]> = LazyLock::new(|| Language::ALL.map(collect_keys));

/// Every key that a language has a message for.
pub fn keys(language: Language) -> &'static BTreeSet<&'static str> {
    &KEYS[language as usize]
}

fn collect_keys(language: Language) -> BTreeSet<&'static str> {
    sources(language)
        .flat_map(|(_, source)| source.lines())
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('=').map(|(key, _)| key.trim()))
        .collect()
}

/// Says a message in a language.
pub fn say(language: Language, message: &Message) -> String {
    let bundle = &BUNDLES[language as usize];
    let Some(pattern) = bundle.get_message(message.key).and_then(|found| found.value()) else {
        tracing::error!(key = message.key, language = language.code(), "text missing");
        return message.key.to_owned();
    };
    let mut arguments = FluentArgs::new();
    for (name, argument) in &message.arguments {
        let value = match argument {
            Argument::Text(text) => FluentValue::from(text.clone()),
            Argument::Number(number) => FluentValue::from(*number),
            Argument::Message(inner) => FluentValue::from(say(language, inner)),
            Argument::Written(texts) => FluentValue::from(Wording::written(texts).best(language).to_owned()),
        };
        arguments.set(*name, value);
    }
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    if !errors.is_empty() {
        tracing::error!(key = message.key, ?errors, "text badly filled");
    }
    said.into_owned()
}

/// The text of a word out of a closed set: `status` and `draft` is `status-draft`. An unknown word is shown as it is.
pub fn term(language: Language, set: &str, word: &str) -> String {
    let key = format!("{set}-{word}");
    match keys(language).get(key.as_str()) {
        Some(known) => say(language, &Message::new(known)),
        None => word.to_owned(),
    }
}

/// A message on its way to a template: arguments may still be added, displaying it says it.
#[derive(Clone, Debug)]
pub struct Text {
    language: Language,
    message: Message,
}

impl Text {
    pub fn new(language: Language, message: impl Into<Message>) -> Self {
        Self { language, message: message.into() }
    }

    /// Takes references as well as values: templates iterate over borrowed rows.
    pub fn with(mut self, name: &'static str, value: impl IntoArgument) -> Self {
        self.message = self.message.with(name, value.into_argument());
        self
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&say(self.language, &self.message))
    }
}

/// What a template may put into a message's gap.
pub trait IntoArgument {
    fn into_argument(self) -> Argument;
}

impl IntoArgument for &str {
    fn into_argument(self) -> Argument {
        Argument::Text(self.to_owned())
    }
}

impl IntoArgument for String {
    fn into_argument(self) -> Argument {
        Argument::Text(self)
    }
}

impl IntoArgument for i64 {
    fn into_argument(self) -> Argument {
        Argument::Number(self)
    }
}

impl IntoArgument for usize {
    fn into_argument(self) -> Argument {
        Argument::from(self)
    }
}

impl IntoArgument for Text {
    fn into_argument(self) -> Argument {
        Argument::Message(self.message)
    }
}

/// Templates iterate over borrowed rows, and borrow again.
impl<T: IntoArgument + Clone> IntoArgument for &T {
    fn into_argument(self) -> Argument {
        self.clone().into_argument()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_stands_in_all_three_languages() {
        let english = keys(Language::En);
        assert!(!english.is_empty());
        for language in [Language::Fr, Language::Ar] {
            let other = keys(language);
            let missing: Vec<_> = english.difference(other).collect();
            let extra: Vec<_> = other.difference(english).collect();
            assert!(
                missing.is_empty() && extra.is_empty(),
                "{language:?}: missing {missing:?}, extra {extra:?}"
            );
        }
    }
}
