//! Saved searches as search understands them, so that each product that is published finds those that it answers: by the same
//! rules of search, and by the same rules of who may see what.

use std::sync::Arc;

use search_index::{Kind, Lexicon, MAX_LIMIT, Search, Sort};

use crate::accounts::Member;
use crate::catalogue::Audience;
use crate::clock::Date;
use crate::locale::Language;
use crate::money::Rates;
use crate::tidings::store;

/// A saved search with all that decides how it is read: where its owner looks from, whether they see prices, and the day,
/// on which certificates, exclusivities and rates depend.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    query: String,
    language: Language,
    audience: Audience,
    sees_prices: bool,
    day: Date,
}

impl Asking {
    pub fn new(query: String, member: &Member, day: Date) -> Self {
        let (audience, sees_prices) = store::eyes(member);
        Self { query, language: member.language, audience, sees_prices, day }
    }

    /// As search takes it; none where its owner may not ask it any more, or where it is a whole sentence, which would be
    /// answered by whatever has a word of it.
    pub fn search(&self, lexicon: &Arc<Lexicon>, rates: &Rates) -> Option<Search> {
        // A filter may have lost its meaning since, a price its reader.
        let question = super::parse(&self.query).ok()?.check(self.sees_prices, &self.audience, 1).ok()?;
        let mut search = question.search(self.language, rates, self.day);
        search.filters.kinds = vec![Kind::Product];
        search.sort = Sort::Relevance;
        search.limit = MAX_LIMIT;
        search.facets = Vec::new();
        search.highlight = false;
        (search.text.trim().is_empty() || search.is_demand(lexicon)).then_some(search)
    }
}
