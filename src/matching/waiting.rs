//! Requests that wait for products: which of them are answered by what a product says of itself, and the other way round,
//! which products a request is answered by. Both ways ask the same demand and read it by the same rules of search, so that
//! it makes no difference which came first, the product or the request.

use std::collections::BTreeSet;
use std::sync::Arc;

use search_index::{Filters, Index, Kind, Lexicon, Search};

use super::request::SourcingRequest;
use crate::error::{Error, Result};
use crate::ids::{ProductId, RequestId};
use crate::search::Standings;

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
        facets: Vec::new(),
        highlight: false,
        ..Search::of(&request.title)
    };
    search.is_demand(lexicon).then_some(search)
}

/// The products whose words answer a request.
pub fn products_for(index: &Index, request: &SourcingRequest) -> Result<BTreeSet<ProductId>> {
    let Some(search) = demand(request, &index.lexicon()) else { return Ok(BTreeSet::new()) };
    let keys = index.keys(&search, MOST_PRODUCTS).map_err(Error::wrap)?;
    let id = |key: &String| Some(ProductId(key.strip_prefix("product:")?.parse().ok()?));
    Ok(keys.iter().filter_map(id).collect())
}

/// The open requests as search understands them, each at its version: opened, changed, or opened again, it is read anew.
pub type Waiting = Standings<RequestId, i64>;

impl Waiting {
    /// Takes up a request as it was read.
    pub fn put_request(&mut self, request: &SourcingRequest) -> Result<()> {
        self.put(request.id, request.version, |lexicon| demand(request, lexicon))
    }
}
