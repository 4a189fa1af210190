//! Changes to a live index, in batches that become durable and visible together.

use std::fmt;
use std::sync::Arc;

use tantivy::schema::Term;
use tantivy::{IndexWriter, TantivyError};

use crate::annotate::Annotator;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::identity::Stamp;
use crate::index::Index;
use crate::lexicon::Lexicon;
use crate::schema::Fields;

/// The one writer of an index: it holds an exclusive lock, also against other processes.
pub struct Writer {
    index: Index,
    batch: Batch,
}

impl Writer {
    /// Takes the lock, unless the index is outdated. `heap_bytes` bounds the memory of changes that wait to be written.
    pub fn open(index: &Index, heap_bytes: usize) -> Result<Self> {
        if let Some(reason) = index.outdated() {
            // What is written now would stand beside what was written by other rules, and nobody could tell.
            return Err(Error::Outdated(reason.clone()));
        }
        let batch =
            Batch::open(index.engine(), index.fields(), heap_bytes, &index.lexicon()).map_err(|error| {
                match error {
                    Error::Engine(engine) if matches!(*engine, TantivyError::LockFailure(..)) => {
                        Error::Locked(index.root().to_owned())
                    }
                    other => other,
                }
            })?;
        Ok(Self { index: index.clone(), batch })
    }

    /// Adds a document, or replaces the one with the same key.
    pub fn put(&mut self, document: &Document) -> Result<()> {
        self.batch.use_lexicon(&self.index.lexicon());
        self.batch.remove(&document.key);
        self.batch.add(document)
    }

    /// Removes the document with this key, if there is one.
    pub fn remove(&mut self, key: &str) -> Result<()> {
        self.batch.remove(key);
        Ok(())
    }

    /// Makes all changes durable together with the event that they lead up to; the next search sees them.
    ///
    /// Fails with [`Error::Superseded`] once a rebuilt index has taken this one's place. After any failure, drop the
    /// writer and open a new one: nothing of this batch is written.
    pub fn commit(&mut self, applied: i64) -> Result<()> {
        if !self.index.is_current()? {
            return Err(Error::Superseded);
        }
        self.batch.commit(&self.index.stamp(applied))?;
        self.index.reload(applied)
    }

    /// Forgets all changes since the last commit.
    pub fn rollback(&mut self) -> Result<()> {
        self.batch.writer.rollback()?;
        Ok(())
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Writer").field("index", &self.index).finish_non_exhaustive()
    }
}

/// tantivy's own least for each thread.
const LEAST_HEAP: usize = 15_000_000;
const MOST_THREADS: usize = 4;

/// Changes to the files of one generation, live or not yet.
pub(crate) struct Batch {
    pub writer: IndexWriter,
    fields: Fields,
    annotator: Annotator,
}

impl Batch {
    pub fn open(
        engine: &tantivy::Index,
        fields: &Fields,
        heap_bytes: usize,
        lexicon: &Arc<Lexicon>,
    ) -> Result<Self> {
        let heap = heap_bytes.max(LEAST_HEAP);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = (heap / LEAST_HEAP).clamp(1, cores.min(MOST_THREADS));
        Ok(Self {
            writer: engine.writer_with_num_threads(threads, heap)?,
            fields: fields.clone(),
            annotator: Annotator::new(lexicon),
        })
    }

    /// Documents that are added from now on are read with this lexicon.
    pub fn use_lexicon(&mut self, lexicon: &Arc<Lexicon>) {
        if !self.annotator.reads_with(lexicon) {
            self.annotator = Annotator::new(lexicon);
        }
    }

    pub fn add(&mut self, document: &Document) -> Result<()> {
        self.writer.add_document(self.fields.fill(document, &mut self.annotator)?)?;
        Ok(())
    }

    pub fn remove(&self, key: &str) {
        self.writer.delete_term(Term::from_field_text(self.fields.key, key));
    }

    pub fn commit(&mut self, stamp: &Stamp) -> Result<()> {
        let mut prepared = self.writer.prepare_commit()?;
        prepared.set_payload(&stamp.write());
        prepared.commit()?;
        Ok(())
    }
}
