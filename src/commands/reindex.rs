//! `fondouk reindex`: a new search index beside the one that serves, swapped in when it is whole.

use super::progress;
use crate::clock::Clock;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::search;
use crate::settings::Settings;

pub(super) fn reindex(settings: &Settings) -> Result<()> {
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::Machine)?;
    let started = std::time::Instant::now();
    let bar = progress::counting("Indexing");
    let index = search::rebuild(&db, settings, |done, of| {
        bar.set_length(of as u64);
        bar.set_position(done as u64);
    })
    .map_err(|error| explain(error, settings))?;
    bar.finish_and_clear();
    println!(
        "The search index is new: {} documents, up to fact {}, in {:.1} s. A running server uses it within a moment.",
        index.documents(),
        index.applied(),
        started.elapsed().as_secs_f64()
    );
    Ok(())
}

fn explain(error: Error, settings: &Settings) -> Error {
    match &error {
        Error::Broken(source) if matches!(source.downcast_ref(), Some(search_index::Error::Locked(_))) => {
            Error::broken(format!(
                "another process is building the index in {} right now; wait until it is done",
                settings.index_folder().display()
            ))
        }
        _ => error,
    }
}
