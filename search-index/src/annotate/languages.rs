//! Which languages a text is read in.

use crate::document::Text;
use crate::language::{self, Language};

/// The languages that a text is indexed in: one where it is known, both Latin ones where it cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Languages {
    One(Language),
    Latin,
}

impl Languages {
    pub fn iter(self) -> impl Iterator<Item = Language> {
        let (one, latin) = match self {
            Self::One(language) => (Some(language), [].as_slice()),
            Self::Latin => (None, Language::LATIN.as_slice()),
        };
        one.into_iter().chain(latin.iter().copied())
    }
}

/// The languages of each text of a document. A text too short to tell goes with the others of the document.
pub(crate) fn languages_of(texts: &[Text]) -> Vec<Languages> {
    let told: Vec<_> =
        texts.iter().map(|text| text.language.or_else(|| language::recognise(&text.text))).collect();
    let around = if told.contains(&None) { surrounding(texts, &told) } else { None };
    told.into_iter().map(|language| language.or(around).map_or(Languages::Latin, Languages::One)).collect()
}

/// The one Latin language that the rest of the document is in.
fn surrounding(texts: &[Text], told: &[Option<Language>]) -> Option<Language> {
    let mut latin = told.iter().flatten().filter(|language| Language::LATIN.contains(language));
    match (latin.next(), latin.next()) {
        (Some(first), second) if second.is_none() || latin.chain(second).all(|other| other == first) => {
            Some(*first)
        }
        (Some(_), _) => None,
        (None, _) => {
            let together: Vec<_> = texts.iter().map(|text| text.text.as_str()).collect();
            language::recognise(&together.join("\n")).filter(|language| Language::LATIN.contains(language))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;

    fn text(language: Option<Language>, text: &str) -> Text {
        Text::new(Role::Keyword, language, text)
    }

    #[test]
    fn a_short_text_goes_with_the_rest_of_its_document() {
        let texts = [text(None, "kilim"), text(Some(Language::French), "tapis"), text(None, "كليم")];
        let expected = [Language::French, Language::French, Language::Arabic].map(Languages::One);
        assert_eq!(languages_of(&texts), expected);
    }

    #[test]
    fn a_short_text_alone_goes_into_both_latin_languages() {
        assert_eq!(languages_of(&[text(None, "kilim")]), [Languages::Latin]);
        let both =
            [text(None, "kilim"), text(Some(Language::French), "a"), text(Some(Language::English), "b")];
        assert_eq!(languages_of(&both)[0], Languages::Latin);
        assert_eq!(Languages::Latin.iter().collect::<Vec<_>>(), Language::LATIN);
    }
}
