//! What somebody writes, as it comes in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::input::{Fields, Raw};
use crate::locale::Language;

pub(super) const LONGEST: usize = 4000;

/// A message. With attachments it may be without words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct MessageForm {
    pub text: Raw,
    /// `en`, `fr` or `ar`; left out, it is told from the words where that is possible.
    pub language: Raw,
}

/// The first message, and to whom: a buyer names a maker, and perhaps one of its own requests; a maker names a request;
/// either may name a quote of theirs instead.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BeginForm {
    /// The id or the short name of a maker.
    pub maker: Raw,
    /// The id of a sourcing request.
    pub request: Raw,
    /// The id of a quote.
    pub quote: Raw,
    pub text: Raw,
    pub language: Raw,
}

/// A message that is valid and not yet stored.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NewMessage {
    pub text: String,
    pub language: Option<Language>,
}

impl MessageForm {
    /// The words, when it is known whether anything comes with them.
    pub(super) fn check(&self, has_attachments: bool) -> Result<NewMessage> {
        let mut fields = Fields::new();
        let text = match has_attachments {
            true => fields.optional_text("text", &self.text, LONGEST).unwrap_or_default(),
            false => fields.text("text", &self.text, LONGEST),
        };
        let named = self.language.trimmed();
        let language = match named.is_empty() {
            true => search_index::language::recognise(&text).map(Language::from),
            false => Some(fields.take("language", Language::parse(named))),
        };
        fields.done(NewMessage { text, language })
    }
}

impl BeginForm {
    pub(super) fn message(&self) -> MessageForm {
        MessageForm { text: self.text.clone(), language: self.language.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn language(text: &str, named: &str) -> Option<Language> {
        let form = MessageForm { text: text.into(), language: named.into() };
        form.check(false).unwrap().language
    }

    #[test]
    fn a_language_is_told_from_the_words_or_taken_from_the_writer() {
        assert_eq!(language("هل يمكن أن تصنعوا منه مئتين؟", ""), Some(Language::Ar));
        assert_eq!(language("Pouvez-vous en faire deux cents pour la rentrée ?", ""), Some(Language::Fr));
        assert_eq!(language("Could you make two hundred of these?", ""), Some(Language::En));
        assert_eq!(language("OK 200", ""), None, "too little to tell");
        assert_eq!(language("OK 200", "fr"), Some(Language::Fr));
    }

    #[test]
    fn only_attachments_may_come_without_words() {
        assert!(MessageForm::default().check(true).is_ok());
        let Err(Error::Invalid(problems)) = MessageForm::default().check(false) else { panic!("refused") };
        assert!(problems.of("text").is_some());
    }
}
