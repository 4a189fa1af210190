//! What a change of the lexicon means for one node's index: the concepts that it goes on with, and the documents that
//! must be read again.

use std::collections::BTreeSet;
use std::sync::Arc;

use search_index::lexicon::{Entry, Labels};
use search_index::{Index, Lexicon};

use super::Concepts;
use super::concept::shipped;
use super::store::Recorded;
use crate::columns::Json;
use crate::db::DbConnection;
use crate::error::{Error, Result};

/// What officers wrote.
pub(in crate::search) fn written(conn: &mut DbConnection) -> Result<Vec<Entry>> {
    Ok(Concepts::read(conn)?.entries())
}

/// The shipped lexicon with what officers wrote. Building it takes a moment, so this is nothing for an async thread, nor
/// for the time that a connection is held.
pub(in crate::search) fn in_use(written: &[Entry]) -> Arc<Lexicon> {
    match written {
        [] => Lexicon::shipped(),
        written => Arc::new(Lexicon::with(written)),
    }
}

/// The keys of the documents that a change touches. The index must know the lexicon as it is after the change.
pub(in crate::search) fn touched(index: &Index, change: &Recorded) -> Result<BTreeSet<String>> {
    let key = change.key.as_str();
    let known = |entry: &Option<Json<Entry>>| {
        let entry = entry.as_ref().map(|entry| &**entry).or_else(|| shipped(key));
        entry.filter(|entry| !entry.withdrawn).cloned()
    };
    let (before, after) = (known(&change.entry_before), known(&change.entry_after));
    let no_labels = Labels::default();
    let labels =
        |entry: &Option<Entry>| entry.as_ref().map_or(no_labels.clone(), |entry| entry.labels.clone());
    let changed = apart(&labels(&before), &labels(&after));
    let mut keys: BTreeSet<String> = index.holding(&changed).map_err(Error::wrap)?.into_iter().collect();
    let place = |entry: &Option<Entry>| entry.as_ref().map(|entry| (entry.class, entry.broader.clone()));
    if place(&before) != place(&after) {
        // It means something else now, also in what is a kind of it.
        let lexicon = index.lexicon();
        let narrower = lexicon.find(key).into_iter().flat_map(|id| lexicon.narrower(id));
        let concepts = std::iter::once(key).chain(narrower.map(|concept| &*concept.key));
        keys.extend(index.about(concepts).map_err(Error::wrap)?);
    }
    Ok(keys)
}

/// The labels that stand in only one of two lists: a document that holds none of them is read as before.
fn apart(one: &Labels, other: &Labels) -> Labels {
    let list = |one: &[String], other: &[String]| {
        let gone = one.iter().filter(|label| !other.contains(label));
        gone.chain(other.iter().filter(|label| !one.contains(label))).cloned().collect()
    };
    Labels {
        en: list(&one.en, &other.en),
        fr: list(&one.fr, &other.fr),
        ar: list(&one.ar, &other.ar),
        also: list(&one.also, &other.also),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_labels_that_came_or_went_touch_anything() {
        let labels = |en: &[&str]| Labels {
            en: en.iter().map(|label| (*label).to_owned()).collect(),
            also: vec!["same".to_owned()],
            ..Labels::default()
        };
        let apart = apart(&labels(&["a", "b"]), &labels(&["b", "c"]));
        assert_eq!((apart.en, apart.also), (vec!["a".to_owned(), "c".to_owned()], Vec::new()));
    }
}
