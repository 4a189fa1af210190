//! What somebody who is still typing may mean: concepts of the crafts, and what is published, by its title. It comes from
//! the index alone, so nothing is suggested that a search would not find, and no price is told.

mod api;
mod pages;

use actix_web::http::header;
use schemars::JsonSchema;
use search_index::{Kind, MAX_SUGGESTIONS, Suggest, SuggestionKind};
use serde::{Deserialize, Serialize};

use crate::error::{Message, Result};
use crate::input::{Fields, Raw, RawList};
use crate::locale::Language;
use crate::web::Route;

/// The longest text that a search takes.
const LONGEST: usize = 400;
const USUALLY: i64 = 8;
const CONCEPT: &str = "concept";

/// Whoever takes a letter back need not ask again, and nothing withdrawn is offered for long. Everybody is told the same,
/// but in the language of their pages.
const HEADERS: [(header::HeaderName, &str); 2] =
    [(header::CACHE_CONTROL, "private, max-age=10"), (header::VARY, "Accept-Language, Cookie")];

pub fn routes() -> Vec<Route> {
    [pages::routes(), api::routes()].concat()
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SuggestForm {
    /// What has been typed so far. Its last word is the beginning of one, unless a blank follows.
    pub q: Raw,
    /// `concept`, `product`, `collection`, `maker`, `cluster`; several with commas; all if not said.
    pub kind: RawList,
    /// `en`, `fr` or `ar`: the language in which concepts are named, and things where they can be.
    pub lang: Raw,
    /// 1 to 20, 8 if not said.
    pub limit: Raw,
}

impl SuggestForm {
    /// `reader` is the language of the answer.
    fn check(&self, reader: Language) -> Result<Suggest> {
        let mut fields = Fields::new();
        let mut text = fields.optional_text("q", &self.q, LONGEST).unwrap_or_default();
        if !text.is_empty() && self.q.0.ends_with(char::is_whitespace) {
            text.push(' ');
        }
        let words = self.kind.distinct();
        let kinds: Vec<SuggestionKind> = words.iter().filter_map(|word| kind(word)).collect();
        if kinds.len() != words.len() {
            let choices =
                [CONCEPT].into_iter().chain(Kind::ALL.map(Kind::as_str)).collect::<Vec<_>>().join(", ");
            fields.problem("kind", Message::new("problem-not-a-choice").with("choices", choices));
        }
        if !self.lang.is_blank() {
            fields.take("lang", Language::parse(self.lang.trimmed()));
        }
        let limit =
            fields.optional_whole("limit", &self.limit, 1..=MAX_SUGGESTIONS as i64).unwrap_or(USUALLY);
        let limit = limit.unsigned_abs() as usize;
        fields.done(Suggest { text, language: Some(reader.into()), limit, kinds })
    }
}

fn kind(word: &str) -> Option<SuggestionKind> {
    match word {
        CONCEPT => Some(SuggestionKind::Concept),
        other => Kind::parse(other).map(SuggestionKind::Document),
    }
}

/// Where the search for a concept's name is shown.
fn search_for(name: &str) -> String {
    let question = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", name).finish();
    format!("/search?{question}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    #[test]
    fn a_blank_behind_the_last_word_says_that_it_is_whole() {
        let text =
            |q: &str| SuggestForm { q: q.into(), ..SuggestForm::default() }.check(Language::Fr).unwrap().text;
        assert_eq!(text(" olive wo"), "olive wo");
        assert_eq!(text("olive "), "olive ");
        assert_eq!(text("  "), "");
    }

    #[test]
    fn a_wrong_question_names_its_fields() {
        let form = SuggestForm {
            q: "z".repeat(401).into(),
            kind: RawList(vec!["product".to_owned(), "person".to_owned()]),
            lang: "klingon".into(),
            limit: "21".into(),
        };
        let Err(Error::Invalid(problems)) = form.check(Language::En) else {
            panic!("four problems expected")
        };
        let named: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(named, ["q", "kind", "lang", "limit"]);
    }

    #[test]
    fn a_name_stands_whole_in_the_address_of_its_search() {
        assert_eq!(search_for("art de la table & décor"), "/search?q=art+de+la+table+%26+d%C3%A9cor");
    }
}
