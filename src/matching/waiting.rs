//! Requests that wait for products: which of them are answered by what a product says of itself, and the other way round,
//! which products a request is answered by. Both ways ask the same demand and read it by the same rules of search, so that
//! it makes no difference which came first, the product or the request.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use search_index::{Document, Filters, Index, Kind, Lexicon, MAX_LIMIT, Search, Standing};

use super::request::SourcingRequest;
use crate::error::{Error, Result};
use crate::ids::{ProductId, RequestId};

/// The best products beyond those of the crafts; further ones would keep a write busy for long.
const MOST_PRODUCTS: usize = 2_000;

/// What a request asks of the products' words: its title, for what is wanted in detail is a text. What it names is asked
/// for too, as the matcher does. A question or a long title is none: it would be answered by whatever has a word of it.
fn demand(request: &SourcingRequest, lexicon: &Arc<Lexicon>) -> Option<Search> {
    let crafts = request.crafts.to_vec();
    let materials = if crafts.is_empty() { request.materials.to_vec() } else { Vec::new() };
    let search = Search {
        language: Some(request.language.into()),
        filters: Filters {
            kinds: vec![Kind::Product],
            crafts,
            materials,
            // What is not offered there would be refused anyhow.
            asker: vec![request.destination.clone()],
            ..Filters::default()
        },
        limit: MAX_LIMIT,
        facets: Vec::new(),
        highlight: false,
        ..Search::of(&request.title)
    };
    search.is_demand(lexicon).then_some(search)
}

/// The products whose words answer a request.
pub fn products_for(index: &Index, request: &SourcingRequest) -> Result<BTreeSet<ProductId>> {
    let mut found = BTreeSet::new();
    let Some(mut search) = demand(request, &index.lexicon()) else { return Ok(found) };
    while found.len() < MOST_PRODUCTS {
        let answer = index.search(&search).map_err(Error::wrap)?;
        let id = |key: &str| Some(ProductId(key.strip_prefix("product:")?.parse().ok()?));
        found.extend(answer.hits.iter().filter_map(|hit| id(&hit.key)));
        match answer.next {
            Some(next) => search.after = Some(next),
            None => break,
        }
    }
    Ok(found)
}

/// The open requests as search understands them, kept from one product to the next.
#[derive(Debug, Default)]
pub struct Waiting {
    held: Option<Held>,
}

#[derive(Debug)]
struct Held {
    /// With which the demands were read.
    lexicon: Arc<Lexicon>,
    standing: Standing<RequestId>,
    /// Every open request at its version, also those whose title is no demand.
    versions: HashMap<RequestId, i64>,
}

impl Waiting {
    /// Brings it up to the requests that are open now, each at its version, and says which of them it does not know as
    /// they are: opened, changed, or opened again since. With another lexicon it begins anew.
    #[must_use]
    pub fn keep(&mut self, open: &BTreeMap<RequestId, i64>, index: &Index) -> Vec<RequestId> {
        let lexicon = index.lexicon();
        let held = match self.held.take() {
            Some(held) if Arc::ptr_eq(&held.lexicon, &lexicon) => held,
            _ => Held { standing: Standing::new(Arc::clone(&lexicon)), lexicon, versions: HashMap::new() },
        };
        let held = self.held.insert(held);
        let over: Vec<RequestId> = held
            .versions
            .iter()
            .filter(|(id, version)| open.get(id) != Some(version))
            .map(|(id, _)| *id)
            .collect();
        for id in over {
            held.versions.remove(&id);
            held.standing.remove(&id);
        }
        open.keys().filter(|id| !held.versions.contains_key(id)).copied().collect()
    }

    /// Takes up a request as it was read.
    pub fn put(&mut self, request: &SourcingRequest) -> Result<()> {
        let Some(held) = &mut self.held else { return Ok(()) };
        match demand(request, &held.lexicon) {
            Some(search) => held.standing.put(request.id, &search).map_err(Error::wrap)?,
            None => {
                held.standing.remove(&request.id);
            }
        }
        held.versions.insert(request.id, request.version);
        Ok(())
    }

    /// The requests that a product answers by its words.
    pub fn answered(&self, product: &Document, index: &Index) -> Result<BTreeSet<RequestId>> {
        let Some(held) = &self.held else { return Ok(BTreeSet::new()) };
        let answered = held.standing.matches(product, index).map_err(Error::wrap)?;
        Ok(answered.into_iter().map(|(id, _)| id).collect())
    }
}
