//! What search says about a fact, asked before the write, which holds nothing but SQL. Search is an aid: without an index
//! matching goes on by what requests and products name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use search_index::Index;

use crate::clock::Date;
use crate::db::{Db, DbConnection};
use crate::error::{Result, if_found};
use crate::events::{self, Event, Recorded};
use crate::ids::{ProductId, RequestId, SavedSearchId};
use crate::matching::{self, AnsweredBy, Memory, Waiting};
use crate::rates;
use crate::search::{self, Finder, Standings};
use crate::tidings::{self, Asking};

/// What waits for products: open requests, and saved searches.
#[derive(Debug, Default)]
pub(super) struct Listening {
    memory: Arc<Mutex<Memory>>,
    open: Open,
    requests: Waiting,
    /// Those that wait are those that are open.
    taken_up: bool,
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

    /// What the matcher remembers, for a look that is taken on another thread.
    pub fn memory(&self) -> Arc<Mutex<Memory>> {
        Arc::clone(&self.memory)
    }
}

/// The open requests as they were read: each at its version, but for those whose own fact lay ahead.
#[derive(Debug, Default)]
struct Open {
    /// With the newest fact of that moment; None before the first.
    read: Option<(Date, i64)>,
    ahead: BTreeSet<RequestId>,
    versions: BTreeMap<RequestId, i64>,
}

/// Facts after which other requests are open, or the same ones otherwise.
const MOVING: [&str; 8] = [
    "request-opened",
    "request-changed",
    "request-submitted",
    "request-sent-back",
    "request-closed",
    "reports-decided",
    "standing-decided",
    "organisation-changed",
];

impl Open {
    /// As they are at a fact. None where nothing has moved since they were read: there may be very many, and most facts are
    /// not about requests.
    fn read_anew(
        conn: &mut DbConnection,
        (read, known_ahead): (Option<(Date, i64)>, BTreeSet<RequestId>),
        today: Date,
        fact: i64,
    ) -> Result<Option<Self>> {
        let ahead = ahead(conn, fact)?;
        if let Some((day, newest)) = read
            && day == today
            && ahead == known_ahead
            && !events::any_of_kinds_after(conn, &MOVING, newest)?
        {
            return Ok(None);
        }
        let read = Some((today, events::newest(conn)?));
        let mut versions = matching::open_versions(conn, today)?;
        versions.retain(|request, _| !ahead.contains(request));
        Ok(Some(Self { read, ahead, versions }))
    }
}

/// Whatever a panic left behind is right still: each thing stands at the version that was read.
pub(super) fn held(memory: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What products answer, each of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    /// The open requests, by the product's words.
    pub requests: AnsweredBy,
    pub searches: tidings::Found,
}

/// The index follows within moments; when it does not, the effects do not wait for it. Shorter than their lease.
const PATIENCE: Duration = Duration::from_secs(15);

/// A house that has just opened reads its index, or builds it, before anything is matched: products and requests would
/// otherwise miss each other's words for good. Where there is no index for so long, matching goes by what is named.
const OPENING: Duration = Duration::from_secs(120);

pub(super) async fn index_is_open(finder: &Finder) {
    let begun = Instant::now();
    while !finder.is_ready() && begun.elapsed() < OPENING {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

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

/// The requests that were opened after a fact. Each is looked at as a whole when its own fact is worked off: its buyer would
/// otherwise be told of a single product as of all first answers.
fn ahead(conn: &mut DbConnection, fact: i64) -> Result<BTreeSet<RequestId>> {
    let openings = events::of_kind_after(conn, "request-opened", fact)?;
    let request = |fact: Recorded| match fact.event {
        Event::RequestOpened { request } => Some(request),
        _ => None,
    };
    Ok(openings.into_iter().filter_map(request).collect())
}

/// Which requests and saved searches products answer at a fact; one that may not be found now answers none. None if there is
/// no index to ask. The memory knows the open requests afterwards.
pub(super) async fn answered_by(
    db: &Db,
    finder: &Finder,
    listening: &mut Listening,
    products: &BTreeSet<ProductId>,
    fact: i64,
) -> Result<Option<Heard>> {
    let (today, index, memory) = (db.clock().today(), finder.index(), listening.memory());
    let asked: Vec<ProductId> = index.iter().flat_map(|_| products).copied().collect();
    let known = (listening.open.read, listening.open.ahead.clone());
    let (moved, documents) = db
        .read(move |conn| {
            let moved = Open::read_anew(conn, known, today, fact)?;
            if let Some(open) = &moved {
                held(&memory).hear(conn, &open.versions)?;
            }
            Ok((moved, search::documents_of_products(conn, &asked)?))
        })
        .await?;
    if let Some(open) = moved {
        listening.open = open;
        listening.taken_up = false;
    }
    let Some(index) = index else { return Ok(None) };
    if !listening.taken_up || !listening.requests.read_with(&index) {
        take_up_requests(&index, listening)?;
        listening.taken_up = true;
    }
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

fn take_up_requests(index: &Index, listening: &mut Listening) -> Result<()> {
    let memory = held(&listening.memory);
    let new = listening.requests.keep(&listening.open.versions, index);
    new.iter()
        .filter_map(|id| memory.request(*id))
        .try_for_each(|request| listening.requests.put_request(request))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::OrganisationId;

    #[test]
    fn what_moves_the_open_requests_are_facts_that_there_are() {
        let (request, organisation) = (RequestId(1), OrganisationId(1));
        let facts = [
            Event::RequestOpened { request },
            Event::RequestChanged { request },
            Event::RequestSubmitted { request },
            Event::RequestSentBack { request },
            Event::RequestClosed { request },
            Event::ReportsDecided { request },
            Event::StandingDecided { organisation },
            Event::OrganisationChanged { organisation },
        ];
        assert_eq!(facts.map(Event::kind), MOVING);
    }
}
