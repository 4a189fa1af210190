//! An index on disk, opened for reading: verified first, so that nothing wrong or damaged ever serves.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::directory::MmapDirectory;
use tantivy::{IndexReader, ReloadPolicy};

use crate::error::Result;
use crate::folder;
use crate::identity::{Identity, Reason, Stamp};
use crate::lexicon::Lexicon;
use crate::rebuild::Rebuild;
use crate::schema::{self, Fields};
use crate::snapshot::Snapshot;

/// A searchable index. Clones share everything.
#[derive(Clone)]
pub struct Index {
    inner: Arc<Inner>,
}

struct Inner {
    root: PathBuf,
    generation: String,
    identity: Identity,
    engine: tantivy::Index,
    reader: IndexReader,
    snapshot: RwLock<Arc<Snapshot>>,
    lexicon: RwLock<Arc<Lexicon>>,
    fields: Fields,
    outdated: Option<Reason>,
    applied: AtomicI64,
}

/// What was found in a folder.
#[derive(Debug)]
pub enum Opened {
    Ready(Index),
    /// It can be searched, but not written to: another version of the program built it. Let it serve while a new one is
    /// filled by [`Index::rebuild_beside`].
    Outdated(Index, Reason),
    /// There is no index that can serve: fill a new one by [`Index::rebuild_beside`].
    Rebuild(Reason),
}

impl Index {
    /// Opens the live index of a folder, if it is whole, belongs to this database, and can be searched by this version.
    pub fn open(root: &Path, identity: &Identity) -> Result<Opened> {
        let Some(generation) = folder::current(root)? else {
            return Ok(Opened::Rebuild(Reason::Absent));
        };
        let opened = Self::open_generation(root, &generation, identity);
        if opened.is_ok()
            && let Ok(_alone) = folder::lock_rebuild(root)
        {
            // What a rebuild that died, or that was still being read, left behind.
            folder::sweep(root, &generation)?;
        }
        Ok(match opened {
            Ok(index) => match index.outdated().cloned() {
                Some(reason) => Opened::Outdated(index, reason),
                None => Opened::Ready(index),
            },
            Err(reason) => Opened::Rebuild(reason),
        })
    }

    /// Starts a new index beside the live one, which serves until [`Rebuild::finish`] swaps them.
    pub fn rebuild_beside(root: &Path, identity: &Identity, heap_bytes: usize) -> Result<Rebuild> {
        Rebuild::begin(root, identity, heap_bytes)
    }

    pub(crate) fn open_generation(
        root: &Path,
        generation: &str,
        identity: &Identity,
    ) -> std::result::Result<Self, Reason> {
        let damaged = |error: &dyn fmt::Display| Reason::Damaged(error.to_string());
        let directory = MmapDirectory::open(root.join(generation)).map_err(|error| damaged(&error))?;
        let mut engine = tantivy::Index::open(directory).map_err(|error| damaged(&error))?;
        let payload = engine.load_metas().map_err(|error| damaged(&error))?.payload;
        let stamp = Stamp::check(payload.as_deref(), identity)?;
        let schema = engine.schema();
        let fields = Fields::of(&schema).ok_or(Reason::OtherSchema)?;
        let outdated = match schema == Fields::schema() {
            true => stamp.outdated(),
            false => Some(Reason::OtherSchema),
        };
        let broken = engine.validate_checksum().map_err(|error| damaged(&error))?;
        if let Some(file) = broken.iter().next() {
            return Err(Reason::Damaged(format!("the checksum of {} is wrong", file.display())));
        }
        engine.set_tokenizers(schema::tokenizers());
        let reader: tantivy::Result<IndexReader> =
            engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into();
        let reader = reader.map_err(|error| damaged(&error))?;
        let snapshot = Snapshot::open(reader.searcher(), &fields, None).map_err(|error| damaged(&error))?;
        let inner = Inner {
            root: root.to_owned(),
            generation: generation.to_owned(),
            identity: identity.clone(),
            reader,
            snapshot: RwLock::new(Arc::new(snapshot)),
            lexicon: RwLock::new(Lexicon::shipped()),
            engine,
            fields,
            outdated,
            applied: AtomicI64::new(stamp.applied),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The last event whose effect is searchable.
    pub fn applied(&self) -> i64 {
        self.inner.applied.load(Ordering::Acquire)
    }

    /// Why this program would build another index: it can be searched until then, and not be written to.
    pub fn outdated(&self) -> Option<&Reason> {
        self.inner.outdated.as_ref()
    }

    /// How many documents can be found.
    pub fn documents(&self) -> u64 {
        self.snapshot().statistics.documents
    }

    /// The concepts that queries and documents meet on.
    pub fn lexicon(&self) -> Arc<Lexicon> {
        Arc::clone(&self.inner.lexicon.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// From now on queries know these concepts. Documents do once they are put again:
    /// [`Index::holding`] and [`Index::about`] say which.
    pub fn use_lexicon(&self, lexicon: Arc<Lexicon>) {
        *self.inner.lexicon.write().unwrap_or_else(PoisonError::into_inner) = lexicon;
    }

    /// Whether no rebuilt index has taken this one's place.
    pub fn is_current(&self) -> Result<bool> {
        Ok(folder::current(&self.inner.root)?.as_deref() == Some(&self.inner.generation))
    }

    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.inner.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn fields(&self) -> &Fields {
        &self.inner.fields
    }

    pub(crate) fn engine(&self) -> &tantivy::Index {
        &self.inner.engine
    }

    pub(crate) fn root(&self) -> &Path {
        &self.inner.root
    }

    pub(crate) fn stamp(&self, applied: i64) -> Stamp {
        Stamp::new(self.inner.identity.clone(), applied)
    }

    /// Makes a commit visible.
    pub(crate) fn reload(&self, applied: i64) -> Result<()> {
        self.inner.reader.reload()?;
        let snapshot =
            Snapshot::open(self.inner.reader.searcher(), &self.inner.fields, Some(&self.snapshot()))?;
        *self.inner.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        self.inner.applied.store(applied, Ordering::Release);
        Ok(())
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Index")
            .field("root", &self.inner.root)
            .field("generation", &self.inner.generation)
            .field("applied", &self.applied())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
