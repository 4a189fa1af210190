//! A text that people wrote in one, two or three languages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Language;
use crate::error::{Argument, Message, Problems};

/// At least one language in a published thing; a draft may have none yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ar: Option<String>,
}

impl Wording {
    pub fn in_language(language: Language, text: impl Into<String>) -> Self {
        let mut wording = Self::default();
        *wording.slot(language) = Some(text.into());
        wording
    }

    pub fn get(&self, language: Language) -> Option<&str> {
        match language {
            Language::En => self.en.as_deref(),
            Language::Fr => self.fr.as_deref(),
            Language::Ar => self.ar.as_deref(),
        }
    }

    /// The text for a reader: their language, or else one that is there.
    pub fn best(&self, language: Language) -> &str {
        self.best_with_language(language).map_or("", |(_, text)| text)
    }

    /// The same with the language it is in, which HTML wants to know.
    pub fn best_with_language(&self, language: Language) -> Option<(Language, &str)> {
        // A reader of Arabic or English in this region reads French sooner than nothing, and the other way round.
        let order = match language {
            Language::En => [Language::En, Language::Fr, Language::Ar],
            Language::Fr => [Language::Fr, Language::En, Language::Ar],
            Language::Ar => [Language::Ar, Language::Fr, Language::En],
        };
        order.into_iter().find_map(|candidate| Some((candidate, self.get(candidate)?)))
    }

    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL.into_iter().filter_map(|language| Some((language, self.get(language)?)))
    }

    /// The texts as a message carries them, by the codes of their languages.
    pub(super) fn written(texts: &[(&'static str, String)]) -> Self {
        let mut wording = Self::default();
        for (code, text) in texts {
            if let Some(language) = Language::known(code) {
                *wording.slot(language) = Some(text.clone());
            }
        }
        wording
    }

    fn slot(&mut self, language: Language) -> &mut Option<String> {
        match language {
            Language::En => &mut self.en,
            Language::Fr => &mut self.fr,
            Language::Ar => &mut self.ar,
        }
    }
}

impl From<&Wording> for Argument {
    fn from(wording: &Wording) -> Self {
        Self::Written(wording.iter().map(|(language, text)| (language.code(), text.to_owned())).collect())
    }
}

/// The same three texts as they come from a form or a JSON body, not yet looked at.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawWording {
    pub en: String,
    pub fr: String,
    pub ar: String,
}

impl RawWording {
    pub fn in_language(language: Language, text: impl Into<String>) -> Self {
        let mut wording = Self::default();
        *wording.text_mut(language) = text.into();
        wording
    }

    pub fn text_mut(&mut self, language: Language) -> &mut String {
        match language {
            Language::En => &mut self.en,
            Language::Fr => &mut self.fr,
            Language::Ar => &mut self.ar,
        }
    }

    /// Trims, drops empty languages and checks the length of each; problems name `field.en` and so on.
    pub fn check(&self, field: &str, longest: usize, problems: &mut Problems) -> Wording {
        let mut wording = Wording::default();
        for (language, text) in [(Language::En, &self.en), (Language::Fr, &self.fr), (Language::Ar, &self.ar)]
        {
            let text = text.trim();
            if text.chars().count() > longest {
                let message = Message::new("problem-too-long").with("longest", longest);
                problems.add(format!("{field}.{}", language.code()), message);
            } else if text.contains('\0') {
                problems.add(format!("{field}.{}", language.code()), "problem-control-character");
            } else if !text.is_empty() {
                *wording.slot(language) = Some(text.to_owned());
            }
        }
        wording
    }
}

impl From<&Wording> for RawWording {
    fn from(wording: &Wording) -> Self {
        let text = |language| wording.get(language).unwrap_or_default().to_owned();
        Self { en: text(Language::En), fr: text(Language::Fr), ar: text(Language::Ar) }
    }
}
