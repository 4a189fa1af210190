//! The index follows the facts: each node tails the events from where its own index stands, so a crash at any point
//! costs at most the work since the last commit, and a search shows a fact within a moment of its commit.

use std::collections::BTreeSet;
use std::time::Duration;

use search_index::lexicon::Entry;
use search_index::{Identity, Index, Opened, Writer};
use tokio::sync::watch;

use super::documents::Reader;
use super::finder::Finder;
use super::lexicon;
use super::touched::{Thing, touched};
use crate::accounts::{self, Kind};
use crate::clusters;
use crate::db::{self, Db, DbConnection};
use crate::error::{Error, Result};
use crate::events::{self, Event};
use crate::settings::Settings;

/// Facts taken up at once: enough that a long import is caught up with quickly, few enough that a commit stays short.
const BATCH: i64 = 1000;
/// Things read at once: a correction of the lexicon may touch very many.
const CHUNK: usize = 500;

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
        rebuild.use_lexicon(&lexicon::in_use(&lexicon::written(conn)?));
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
    /// Another version built it, and why it must be built anew; searches are answered from it until then.
    Outdated(String),
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
        Opened::Outdated(_, reason) => Condition::Outdated(reason.to_string()),
        Opened::Rebuild(reason) => Condition::Unfit(reason.to_string()),
    })
}

/// Opens the index that fits the database, building it if there is none. One that another version built serves
/// meanwhile.
fn open(db: &Db, settings: &Settings, finder: &Finder) -> Result<(Index, Identity)> {
    let identity = identity(db)?;
    // As the lexicon is now: what changed since the index was last written to is in the events that follow.
    let taught = |index: Index| {
        index.use_lexicon(lexicon::in_use(&db.read_now(lexicon::written)?));
        Ok::<_, Error>(index)
    };
    let reason = match Index::open(&settings.index_folder(), &identity).map_err(Error::wrap)? {
        Opened::Ready(index) => return Ok((taught(index)?, identity)),
        Opened::Outdated(index, reason) => {
            finder.set(taught(index)?);
            reason
        }
        Opened::Rebuild(reason) => reason,
    };
    tracing::info!(%reason, "building the search index");
    Ok((build(db, settings, &identity, |_, _| ())?, identity))
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
    let (index, identity) = open(db, settings, finder)?;
    let mut writer = Writer::open(&index, heap(settings)).map_err(Error::wrap)?;
    finder.set(index.clone());
    while !*stopped.borrow() {
        let applied = index.applied();
        let mut news = db.read_now(|conn| News::after(conn, applied))?;
        if news.last == applied {
            // `reindex` of another process, or a restore under our feet.
            if !index.is_current().map_err(Error::wrap)? || self::identity(db)? != identity {
                return Ok(());
            }
            wake(Duration::from_millis(settings.search.poll_millis));
            continue;
        }
        for things in news.take_up(&index)?.chunks(CHUNK) {
            if *stopped.borrow() {
                // Nothing of this was committed: the next start takes it up again.
                return Ok(());
            }
            put(db, &mut writer, things)?;
        }
        writer.commit(news.last).map_err(Error::wrap)?;
        metrics::gauge!("fondouk_index_applied").set(news.last as f64);
    }
    Ok(())
}

/// Writes some things as they are now. What changes after this reading is in the events to come.
fn put(db: &Db, writer: &mut Writer, things: &[Thing]) -> Result<()> {
    let documents = db.read_now(|conn| {
        let mut reader = Reader::default();
        let document = |thing: &Thing| Ok((thing.key(), reader.document(conn, *thing)?));
        things.iter().map(document).collect::<Result<Vec<_>>>()
    })?;
    for (key, document) in documents {
        match document {
            Some(document) => writer.put(&document),
            None => writer.remove(&key),
        }
        .map_err(Error::wrap)?;
    }
    Ok(())
}

/// What the facts after a position mean for the index.
struct News {
    last: i64,
    /// Each touched thing once.
    touched: BTreeSet<Thing>,
    /// What officers did to the lexicon, and all that they have written by now.
    changes: Vec<lexicon::Recorded>,
    written: Vec<Entry>,
}

impl News {
    fn after(conn: &mut DbConnection, applied: i64) -> Result<Self> {
        let facts = events::after(conn, applied, BATCH)?;
        let mut news = Self {
            last: facts.last().map_or(applied, |fact| fact.id.0),
            touched: BTreeSet::new(),
            changes: Vec::new(),
            written: Vec::new(),
        };
        for fact in &facts {
            news.touched.extend(touched(conn, fact.event)?);
            if let Event::LexiconChanged { change } = fact.event {
                news.changes.push(lexicon::change(conn, change)?);
            }
        }
        if !news.changes.is_empty() {
            news.written = lexicon::written(conn)?;
        }
        Ok(news)
    }

    /// Everything to be put again. From here on queries know the lexicon as it is now.
    fn take_up(&mut self, index: &Index) -> Result<Vec<Thing>> {
        if !self.changes.is_empty() {
            index.use_lexicon(lexicon::in_use(&self.written));
        }
        let mut things = std::mem::take(&mut self.touched);
        for change in &self.changes {
            let keys = lexicon::touched(index, change)?;
            things.extend(keys.iter().filter_map(|key| Thing::parse(key)));
        }
        Ok(things.into_iter().collect())
    }
}
