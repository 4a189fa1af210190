//! Saved searches: what somebody looks for again and again, named, and held against every product that is published.

mod asking;

pub use asking::Asking;

use std::sync::Arc;

use diesel::prelude::*;
use schemars::JsonSchema;
use search_index::{Lexicon, Search};
use serde::{Deserialize, Serialize};

use super::store;
use crate::accounts::Member;
use crate::clock::Time;
use crate::db::Write;
use crate::db::schema::saved_searches;
use crate::error::{Error, Message, Result};
use crate::ids::{PersonId, SavedSearchId};
use crate::input::{Fields, Raw};
use crate::search::SearchForm;
use crate::web::Query;

/// More than these nobody keeps in mind.
const MOST: i64 = 50;
const LONGEST_NAME: usize = 80;
const LONGEST_QUERY: usize = 2_000;
/// What the address of a search says beyond what is looked for.
const PASSING: [&str; 6] = ["cursor", "limit", "facets", "highlight", "lang", "sort"];

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = saved_searches)]
pub struct SavedSearch {
    pub id: SavedSearchId,
    pub person_id: PersonId,
    pub name: String,
    /// Words and filters as in the address of the search page, without its `?`.
    pub query: String,
    pub created_at: Time,
}

impl SavedSearch {
    /// Where it is searched again.
    pub fn address(&self) -> String {
        format!("/search?{}", self.query)
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SavedSearchForm {
    /// What its owner calls it.
    pub name: Raw,
    /// The address of the search page, or what stands behind its `?`: `q=zellige&country=MA`. Only products are told of.
    pub search: Raw,
}

impl SavedSearchForm {
    /// Its name, and the query in one spelling.
    pub(super) fn check(&self, by: &Member, lexicon: Option<&Arc<Lexicon>>) -> Result<(String, String)> {
        let mut fields = Fields::new();
        let name = fields.text("name", &self.name, LONGEST_NAME);
        let sent = fields.text("search", &self.search, LONGEST_QUERY);
        if !fields.is_sound("search") {
            return fields.done(Default::default());
        }
        let query = tidy(&sent);
        match check_query(by, &query) {
            Ok(()) if lexicon.is_some_and(|lexicon| is_sentence(by, &query, lexicon)) => {
                fields.problem("search", "problem-saved-search-sentence");
            }
            Ok(()) => {}
            Err(Error::Invalid(problems)) => {
                // Which of its filters is wrong is said about the one field that was sent.
                let first = problems.iter().next().map(|problem| problem.message.clone());
                fields.problem("search", first.unwrap_or_else(|| Message::new("problem-saved-search")));
            }
            Err(error) => return Err(error),
        }
        fields.done((name, query))
    }
}

/// The pairs that say what is looked for.
fn tidy(sent: &str) -> String {
    let query = sent.split_once('?').map_or(sent, |(_, query)| query);
    let query = query.split('#').next().unwrap_or_default();
    let pairs = url::form_urlencoded::parse(query.as_bytes());
    let kept = pairs.filter(|(key, value)| !value.trim().is_empty() && !PASSING.contains(&key.as_ref()));
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).finish()
}

/// Sound for whoever saves it, about products, and narrower than everything.
fn check_query(by: &Member, query: &str) -> Result<()> {
    let form = parse(query)?;
    let (audience, sees_prices) = store::eyes(by);
    let question = form.check(sees_prices, &audience, 1)?;
    let kinds = form.kind.distinct();
    if !kinds.is_empty() && !kinds.iter().any(|kind| kind == "product") {
        return Err(Error::invalid("search", "problem-saved-search-kind"));
    }
    if question.narrows() { Ok(()) } else { Err(Error::invalid("search", "problem-saved-search")) }
}

/// A whole sentence would be answered by whatever has a word of it, so nobody is ever told by one.
fn is_sentence(by: &Member, query: &str, lexicon: &Arc<Lexicon>) -> bool {
    let text = parse(query).map(|form| form.q.trimmed().to_owned()).unwrap_or_default();
    let search = Search { language: Some(by.language.into()), ..Search::of(text.as_str()) };
    !text.is_empty() && !search.is_demand(lexicon)
}

fn parse(query: &str) -> Result<SearchForm> {
    Query::<SearchForm>::parse(query).map(|Query(form)| form)
}

/// Does whoever saved a search still may ask it, as they are now?
pub(super) fn may_ask(member: &Member, query: &str) -> bool {
    check_query(member, query).is_ok()
}

/// Keeps a search of a person. By the lexicon, where there is one, it is known whether products can answer it.
pub fn save_search(
    tx: &mut Write<'_>,
    by: &Member,
    form: &SavedSearchForm,
    lexicon: Option<&Arc<Lexicon>>,
) -> Result<SavedSearch> {
    by.confirm(tx)?;
    let (name, query) = form.check(by, lexicon)?;
    if store::count_searches(tx, by.person)? >= MOST {
        return Err(Error::Refused(Message::new("refusal-saved-searches-full").with("most", MOST)));
    }
    let id = store::insert_search(tx, by.person, &name, &query)?;
    store::search(tx, id)
}

/// Forgets one of one's own.
pub fn delete_search(tx: &mut Write<'_>, by: &Member, id: SavedSearchId) -> Result<()> {
    by.confirm(tx)?;
    store::delete_search(tx, by.person, id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_address_only_what_is_looked_for_is_kept() {
        let kept = "q=bowls&country=MA&country=TN";
        for sent in [
            "https://fondouk.example/search?q=bowls&country=MA&country=TN&cursor=x&lang=fr&sort=newest#top",
            "/search?q=bowls&craft=&country=MA&country=TN",
            "?q=bowls&country=MA&country=TN&facets=false",
            kept,
        ] {
            assert_eq!(tidy(sent), kept, "{sent}");
        }
        assert_eq!(tidy("q=زليج"), "q=%D8%B2%D9%84%D9%8A%D8%AC");
    }
}
