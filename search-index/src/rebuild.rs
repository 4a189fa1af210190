//! A whole new index, built beside the one that serves and swapped in at once.

use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::IndexSettings;
use tantivy::directory::MmapDirectory;

use crate::document::Document;
use crate::error::Result;
use crate::folder;
use crate::identity::{Identity, Stamp};
use crate::index::Index;
use crate::lexicon::Lexicon;
use crate::schema::{self, Fields};
use crate::writer::Batch;

/// An index under construction. Dropped before [`Rebuild::finish`], it leaves nothing behind.
pub struct Rebuild {
    root: PathBuf,
    identity: Identity,
    generation: String,
    path: PathBuf,
    /// None once it is finished.
    batch: Option<Batch>,
    lexicon: Arc<Lexicon>,
    _alone: File,
}

impl Rebuild {
    pub(crate) fn begin(root: &Path, identity: &Identity, heap_bytes: usize) -> Result<Self> {
        let alone = folder::lock_rebuild(root)?;
        let (generation, path) = folder::new_generation(root)?;
        let mut rebuild = Self {
            root: root.to_owned(),
            identity: identity.clone(),
            generation,
            path,
            batch: None,
            lexicon: Lexicon::shipped(),
            _alone: alone,
        };
        match open_batch(&rebuild.path, heap_bytes, &rebuild.lexicon) {
            Ok(batch) => rebuild.batch = Some(batch),
            Err(error) => {
                rebuild.discard();
                return Err(error);
            }
        }
        Ok(rebuild)
    }

    /// Documents that are put from now on are read with these concepts, and the finished index goes on with them.
    pub fn use_lexicon(&mut self, lexicon: &Arc<Lexicon>) {
        if let Some(batch) = &mut self.batch {
            batch.use_lexicon(lexicon);
        }
        self.lexicon = Arc::clone(lexicon);
    }

    /// Adds a document. Each key must come once only.
    pub fn put(&mut self, document: &Document) -> Result<()> {
        self.batch.as_mut().map_or(Ok(()), |batch| batch.add(document))
    }

    /// Makes it durable, swaps it in, removes the old one and opens the new.
    ///
    /// Whoever still holds the old index may go on reading it; its writer learns of the swap at the next commit.
    pub fn finish(mut self, applied: i64) -> Result<Index> {
        if let Some(mut batch) = self.batch.take() {
            let done = batch.commit(&Stamp::new(self.identity.clone(), applied)).and_then(|()| {
                batch.writer.wait_merging_threads()?;
                Ok(())
            });
            if let Err(error) = done {
                self.discard();
                return Err(error);
            }
        }
        let opened = Index::open_generation(&self.root, &self.generation, &self.identity);
        let index =
            opened.map_err(|reason| std::io::Error::other(format!("the new search index: {reason}")))?;
        index.use_lexicon(Arc::clone(&self.lexicon));
        folder::publish(&self.root, &self.generation)?;
        folder::sweep(&self.root, &self.generation)?;
        Ok(index)
    }

    fn discard(&self) {
        if let Err(error) = fs::remove_dir_all(&self.path) {
            tracing::warn!(%error, path = %self.path.display(), "an unfinished search index stays on disk");
        }
    }
}

/// Stored documents are unpacked block by block, and a page of hits comes from as many blocks: small ones cost a little
/// space and save much of the time of fetching them.
const STORE_BLOCK: usize = 1024;

fn open_batch(path: &Path, heap_bytes: usize, lexicon: &Arc<Lexicon>) -> Result<Batch> {
    let (fields_of_index, fields) = Fields::build();
    let directory = MmapDirectory::open(path).map_err(tantivy::TantivyError::from)?;
    let engine = tantivy::Index::builder()
        .schema(fields_of_index)
        .settings(IndexSettings { docstore_blocksize: STORE_BLOCK, ..IndexSettings::default() })
        .tokenizers(schema::tokenizers())
        .open_or_create(directory)?;
    Batch::open(&engine, &fields, heap_bytes, lexicon)
}

impl Drop for Rebuild {
    fn drop(&mut self) {
        if let Some(batch) = self.batch.take() {
            drop(batch);
            self.discard();
        }
    }
}

impl fmt::Debug for Rebuild {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Rebuild").field("path", &self.path).finish_non_exhaustive()
    }
}
