//! What search says about a fact, asked before the write, which holds nothing but SQL. Search is an aid: without an index
//! matching goes on by what requests and products name.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use search_index::Index;

use crate::db::Db;
use crate::error::{Result, if_found};
use crate::ids::{ProductId, RequestId};
use crate::matching::{self, Waiting};
use crate::search::{self, Finder};

/// The open requests that each product answers by its words.
pub(super) type Answered = BTreeMap<ProductId, BTreeSet<RequestId>>;

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

/// Which requests products answer; one that may not be found now answers none. None if there is no index to ask.
pub(super) async fn requests_for(
    db: &Db,
    finder: &Finder,
    waiting: &mut Waiting,
    products: Vec<ProductId>,
) -> Result<Option<Answered>> {
    let Some(index) = finder.index() else { return Ok(None) };
    let today = db.clock().today();
    let (open, documents) = db
        .read(move |conn| {
            Ok((matching::open_versions(conn, today)?, search::documents_of_products(conn, &products)?))
        })
        .await?;
    bring_up_to_date(db, &index, waiting, &open).await?;
    let mut answered = Answered::new();
    for (product, document) in &documents {
        answered.insert(*product, waiting.answered(document, &index)?);
    }
    Ok(Some(answered))
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
    requests.iter().try_for_each(|request| waiting.put(request))
}
