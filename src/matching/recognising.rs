//! The crafts and materials that a request's own words speak of, for its buyer to confirm: what is on show under
//! what the request is called, and what the lexicon knows by name.

mod routes;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use search_index::lexicon::Analyzers;
use search_index::{Facet, Filters, Index, Kind, Lexicon, Search};
use serde::Serialize;

use super::request::SourcingRequest;
use crate::error::{Error, Result};
use crate::vocabulary;

pub(super) use self::routes::routes;

/// A craft must be that of so many percent of what is found.
const SHARE_PERCENT: u64 = 40;
const MOST_CRAFTS: usize = 3;
const MOST_MATERIALS: usize = 6;

/// Keys of the vocabulary that the request does not name yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Recognised {
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
}

impl Recognised {
    pub fn is_empty(&self) -> bool {
        self.crafts.is_empty() && self.materials.is_empty()
    }
}

pub fn recognise(index: &Index, request: &SourcingRequest) -> Result<Recognised> {
    let lexicon = index.lexicon();
    let named = named(&lexicon, request);
    let known = |named: &BTreeSet<String>, is_known: fn(&str) -> bool| -> Vec<String> {
        named.iter().filter(|key| is_known(key)).cloned().collect()
    };
    let mut crafts = on_show(index, request)?;
    for key in known(&named, vocabulary::is_craft) {
        if !crafts.contains(&key) {
            crafts.push(key);
        }
    }
    let mut materials = known(&named, vocabulary::is_material);
    crafts.retain(|key| !request.crafts.contains(key));
    materials.retain(|key| !request.materials.contains(key));
    crafts.truncate(MOST_CRAFTS);
    materials.truncate(MOST_MATERIALS);
    Ok(Recognised { crafts, materials })
}

/// The concepts of the title and of the text. Not what they are kinds of: who writes of a table does not ask for furniture.
fn named(lexicon: &std::sync::Arc<Lexicon>, request: &SourcingRequest) -> BTreeSet<String> {
    let mut analyzers = Analyzers::new(lexicon);
    let mut keys = BTreeSet::new();
    for text in [&request.title, &request.wanted] {
        for id in analyzers.concepts(text, request.language.into(), lexicon) {
            keys.insert(lexicon.concept(id).key.to_string());
        }
    }
    keys
}

/// The crafts of most products that are found under what the request is called.
fn on_show(index: &Index, request: &SourcingRequest) -> Result<Vec<String>> {
    let search = Search {
        language: Some(request.language.into()),
        filters: Filters { kinds: vec![Kind::Product], ..Filters::default() },
        limit: 1,
        facets: vec![Facet::Craft],
        highlight: false,
        ..Search::of(&request.title)
    };
    let answer = index.search(&search).map_err(Error::wrap)?;
    let counts = answer.facets.get(&Facet::Craft).cloned().unwrap_or_default();
    let all: u64 = counts.iter().map(|(_, count)| count).sum();
    let most = counts.into_iter().filter(|(_, count)| count * 100 >= all.max(1) * SHARE_PERCENT);
    Ok(most.map(|(key, _)| key).filter(|key| vocabulary::is_craft(key)).collect())
}
