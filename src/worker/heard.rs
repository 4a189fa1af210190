//! What search says about a fact, asked before the write, which holds nothing but SQL. Search is an aid: without an index
//! matching goes on by what requests and products name.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use search_index::Index;

use crate::db::Db;
use crate::error::{Result, if_found};
use crate::ids::{ProductId, RequestId, SavedSearchId};
use crate::matching::{self, Waiting};
use crate::rates;
use crate::search::{self, Finder, Standings};
use crate::tidings::{self, Asking};

/// What waits for products: open requests, and saved searches.
#[derive(Debug, Default)]
pub(super) struct Listening {
    requests: Waiting,
    searches: Standings<SavedSearchId, Asking>,
    /// The saved searches were read since the facts at hand were.
    searches_known: bool,
}

impl Listening {
    /// Other facts are at hand. Whoever saves a search from now on has seen what they tell of: so the searches need be read
    /// once for all of them, which an import makes many.
    pub fn hear_others(&mut self) {
        self.searches_known = false;
    }
}

/// What products answer, each of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    /// The open requests, by the product's words.
    pub requests: BTreeMap<ProductId, BTreeSet<RequestId>>,
    pub searches: tidings::Found,
}

impl Heard {
    pub fn requests_of(&self, product: ProductId) -> BTreeSet<RequestId> {
        self.requests.get(&product).cloned().unwrap_or_default()
    }
}

/// The index follows within moments; when it does not, the effects do not wait for it. Shorter than their lease.
const PATIENCE: Duration = Duration::from_secs(15);

/// Waits until searches show a fact and all before it: a product that came just before a request is found then, whose own
/// fact may have come too early for the request, and a word that an officer has just added is understood.
pub(super) async fn index_shows(finder: &Finder, fact: i64) {
    let begun = Instant::now();
    // One that another version built stands still until it is replaced.
    let follows = || finder.index().is_some_and(|index| index.outdated().is_none());
    while follows() && finder.applied() < fact && begun.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// The products whose words answer a request; None if there is no index to ask.
pub(super) async fn products_for(
    db: &Db,
    finder: &Finder,
    request: RequestId,
) -> Result<Option<BTreeSet<ProductId>>> {
    let Some(index) = finder.index() else { return Ok(None) };
    // A draft may have been thrown away since.
    let request = if_found(db.read(move |conn| matching::request(conn, request)).await)?;
    request.map(|request| matching::products_for(&index, &request)).transpose()
}

/// Which requests and saved searches products answer; one that may not be found now answers none. None if there is no
/// index to ask.
pub(super) async fn answered_by(
    db: &Db,
    finder: &Finder,
    listening: &mut Listening,
    products: Vec<ProductId>,
) -> Result<Option<Heard>> {
    let Some(index) = finder.index() else { return Ok(None) };
    let today = db.clock().today();
    let (open, documents) = db
        .read(move |conn| {
            Ok((matching::open_versions(conn, today)?, search::documents_of_products(conn, &products)?))
        })
        .await?;
    bring_up_to_date(db, &index, &mut listening.requests, &open).await?;
    if !documents.is_empty() && !listening.searches_known {
        take_up_searches(db, &index, &mut listening.searches).await?;
        listening.searches_known = true;
    }
    let mut heard = Heard::default();
    for (product, document) in &documents {
        heard.requests.insert(*product, listening.requests.answered(document, &index)?);
        heard.searches.insert(*product, listening.searches.answered(document, &index)?);
    }
    Ok(Some(heard))
}

async fn bring_up_to_date(
    db: &Db,
    index: &Index,
    waiting: &mut Waiting,
    open: &BTreeMap<RequestId, i64>,
) -> Result<()> {
    let new = waiting.keep(open, index);
    if new.is_empty() {
        return Ok(());
    }
    // What is changed between the two readings has a fact of its own, and is looked for then.
    let requests = db.read(move |conn| matching::requests(conn, &new)).await?;
    requests.iter().try_for_each(|request| waiting.put_request(request))
}

async fn take_up_searches(
    db: &Db,
    index: &Index,
    searches: &mut Standings<SavedSearchId, Asking>,
) -> Result<()> {
    let today = db.clock().today();
    let asked = db.read(move |conn| tidings::askings(conn, today)).await?;
    let new = searches.keep(&asked, index);
    if new.is_empty() {
        return Ok(());
    }
    let rates = db.read(move |conn| rates::latest(conn, today)).await?;
    new.iter().filter_map(|id| Some((id, asked.get(id)?))).try_for_each(|(id, asking)| {
        searches.put(*id, asking.clone(), |lexicon| asking.search(lexicon, &rates))
    })
}
