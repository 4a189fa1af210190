//! The index follows the facts: each node tails the events from where its own index stands, so a crash at any point
//! costs at most the work since the last commit, and a search shows a fact within a moment of its commit.

use std::collections::BTreeSet;
use std::time::Duration;

use search_index::{Document, Identity, Index, Opened, Writer};
use tokio::sync::watch;

use super::documents::Reader;
use super::finder::Finder;
use super::touched::{Thing, touched};
use crate::accounts::{self, Kind};
use crate::clusters;
use crate::db::{self, Db, DbConnection};
use crate::error::{Error, Result};
use crate::events;
use crate::settings::Settings;

/// Facts taken up at once: enough that a long import is caught up with quickly, few enough that a commit stays short.
const BATCH: i64 = 1000;

/// Which index belongs to the database as it is now.
fn identity(db: &Db) -> Result<Identity> {
    let known = db.read_now(db::Identity::read)?;
    let identity = match known {
        Some(identity) => identity,
        None => db.write_now(db::Identity::establish)?,
    };
    Ok(Identity { database: identity.database, epoch: identity.epoch.unsigned_abs() })
}

fn heap(settings: &Settings) -> usize {
    settings.search.writer_memory * 1024 * 1024
}

/// Builds a new index beside the live one and swaps it in. `progress` is told how many of how many things are done.
pub fn rebuild(db: &Db, settings: &Settings, progress: impl FnMut(usize, usize)) -> Result<Index> {
    build(db, settings, &identity(db)?, progress)
}

fn build(
    db: &Db,
    settings: &Settings,
    identity: &Identity,
    mut progress: impl FnMut(usize, usize),
) -> Result<Index> {
    let mut rebuild =
        Index::rebuild_beside(&settings.index_folder(), identity, heap(settings)).map_err(Error::wrap)?;
    // One snapshot for everything: what is committed later is in the events after `newest`.
    let newest = db.read_now(|conn| {
        let newest = events::newest(conn)?;
        let things = everything(conn)?;
        let mut reader = Reader::default();
        for (position, thing) in things.iter().enumerate() {
            if let Some(document) = reader.document(conn, *thing)? {
                rebuild.put(&document).map_err(Error::wrap)?;
            }
            progress(position + 1, things.len());
        }
        Ok(newest)
    })?;
    rebuild.finish(newest).map_err(Error::wrap)
}

fn everything(conn: &mut DbConnection) -> Result<Vec<Thing>> {
    let mut things: Vec<Thing> = Vec::new();
    things.extend(clusters::all_clusters(conn)?.into_iter().map(|cluster| Thing::Cluster(cluster.id)));
    things.extend(accounts::ids_of_kind(conn, Kind::Maker)?.into_iter().map(Thing::Maker));
    things.extend(crate::catalogue::published_collection_ids(conn)?.into_iter().map(Thing::Collection));
    things.extend(crate::catalogue::published_product_ids(conn)?.into_iter().map(Thing::Product));
    Ok(things)
}

/// How this node's index is, for the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    Ready {
        documents: u64,
        applied: i64,
    },
    /// It cannot serve this database, and why.
    Unfit(String),
}

/// Looks at the index, and builds nothing.
pub fn condition(db: &Db, settings: &Settings) -> Result<Condition> {
    let Some(known) = db.read_now(db::Identity::read)? else {
        return Ok(Condition::Unfit("the database was never served".to_owned()));
    };
    let identity = Identity { database: known.database, epoch: known.epoch.unsigned_abs() };
    Ok(match Index::open(&settings.index_folder(), &identity).map_err(Error::wrap)? {
        Opened::Ready(index) => Condition::Ready { documents: index.documents(), applied: index.applied() },
        Opened::Rebuild(reason) => Condition::Unfit(reason.to_string()),
    })
}

/// Opens the index that fits the database, building it if there is none.
fn open(db: &Db, settings: &Settings) -> Result<(Index, Identity)> {
    let identity = identity(db)?;
    let index = match Index::open(&settings.index_folder(), &identity).map_err(Error::wrap)? {
        Opened::Ready(index) => index,
        Opened::Rebuild(reason) => {
            tracing::info!(%reason, "building the search index");
            build(db, settings, &identity, |_, _| ())?
        }
    };
    Ok((index, identity))
}

/// Follows until told to stop. Runs on a thread of its own, because tantivy and the database both make it wait.
pub fn follow(
    db: &Db,
    settings: &Settings,
    finder: &Finder,
    stopped: &watch::Receiver<bool>,
    mut wake: impl FnMut(Duration),
) {
    while !*stopped.borrow() {
        if let Err(error) = follow_one(db, settings, finder, stopped, &mut wake) {
            tracing::warn!(%error, "the search index fell behind; opening it again");
            wake(Duration::from_secs(1));
        }
    }
}

/// One index's time: until it is superseded, broken, or the house closes.
fn follow_one(
    db: &Db,
    settings: &Settings,
    finder: &Finder,
    stopped: &watch::Receiver<bool>,
    wake: &mut impl FnMut(Duration),
) -> Result<()> {
    let (index, identity) = open(db, settings)?;
    let mut writer = Writer::open(&index, heap(settings)).map_err(Error::wrap)?;
    finder.set(index.clone());
    while !*stopped.borrow() {
        let applied = index.applied();
        let (changes, last) = db.read_now(|conn| changes_after(conn, applied))?;
        if last == applied {
            // `reindex` of another process, or a restore under our feet.
            if !index.is_current().map_err(Error::wrap)? || self::identity(db)? != identity {
                return Ok(());
            }
            wake(Duration::from_millis(settings.search.poll_millis));
            continue;
        }
        for (key, document) in &changes {
            match document {
                Some(document) => writer.put(document),
                None => writer.remove(key),
            }
            .map_err(Error::wrap)?;
        }
        writer.commit(last).map_err(Error::wrap)?;
        metrics::gauge!("fondouk_index_applied").set(last as f64);
    }
    Ok(())
}

type Changes = Vec<(String, Option<Document>)>;

/// What the facts after a position mean for the index: each touched thing once, as it is now.
fn changes_after(conn: &mut DbConnection, applied: i64) -> Result<(Changes, i64)> {
    let facts = events::after(conn, applied, BATCH)?;
    let last = facts.last().map_or(applied, |fact| fact.id.0);
    let mut things: BTreeSet<Thing> = BTreeSet::new();
    for fact in &facts {
        things.extend(touched(conn, fact.event)?);
    }
    let mut reader = Reader::default();
    let mut changes = Vec::with_capacity(things.len());
    for thing in things {
        changes.push((thing.key(), reader.document(conn, thing)?));
    }
    Ok((changes, last))
}
