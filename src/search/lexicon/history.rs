//! What was done to a concept, by whom and when, and what that changed.

use search_index::lexicon::Entry;

use super::concept::shipped;
use super::store;
use crate::accounts;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::DbConnection;
use crate::error::Result;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Deed {
    Added,
    #[default]
    Corrected,
    Withdrawn,
    /// Back from having been withdrawn, or as it is shipped.
    Restored,
}

crate::text_enum!(Deed {
    Added => "added",
    Corrected => "corrected",
    Withdrawn => "withdrawn",
    Restored => "restored",
});

/// One change of a concept. No entry: there was none, or it stood as it is shipped.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub revision: i64,
    pub deed: Deed,
    pub before: Option<Entry>,
    pub after: Option<Entry>,
    /// The officer's name.
    pub by: String,
    pub at: Time,
}

/// One list in which a change took something away or put something in.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// `en`, `fr`, `ar`, `also`, `broader`, `near` or `class`.
    pub of: &'static str,
    pub gone: Vec<String>,
    pub came: Vec<String>,
}

/// The changes of one concept, newest first.
pub(super) fn history(conn: &mut DbConnection, key: &str) -> Result<Vec<Change>> {
    let recorded = store::changes(conn, key)?;
    let change = |recorded: store::Recorded| {
        let (before, after) =
            (recorded.entry_before.map(Json::into_inner), recorded.entry_after.map(Json::into_inner));
        Ok(Change {
            revision: recorded.revision,
            deed: Deed::of(key, before.as_ref(), after.as_ref()),
            before,
            after,
            by: accounts::person(conn, recorded.changed_by)?.name,
            at: recorded.changed_at,
        })
    };
    recorded.into_iter().map(change).collect()
}

/// What queries knew of a concept when this stood.
fn known<'a>(key: &str, entry: Option<&'a Entry>) -> Option<&'a Entry> {
    entry.or_else(|| shipped(key)).filter(|entry| !entry.withdrawn)
}

impl Deed {
    fn of(key: &str, before: Option<&Entry>, after: Option<&Entry>) -> Self {
        match (known(key, before).is_some(), known(key, after).is_some()) {
            (_, false) => Self::Withdrawn,
            (true, true) if after.is_none() => Self::Restored,
            (true, true) => Self::Corrected,
            (false, true) if before.is_none() => Self::Added,
            (false, true) => Self::Restored,
        }
    }
}

impl Change {
    /// What it took away and put in, where it corrected something.
    pub fn differences(&self, key: &str) -> Vec<Difference> {
        let before = self.before.as_ref().or_else(|| shipped(key));
        let after = self.after.as_ref().or_else(|| shipped(key));
        let (Some(before), Some(after)) = (before, after) else { return Vec::new() };
        let class = |entry: &Entry| vec![entry.class.as_str().to_owned()];
        [
            ("class", &class(before), &class(after)),
            ("en", &before.labels.en, &after.labels.en),
            ("fr", &before.labels.fr, &after.labels.fr),
            ("ar", &before.labels.ar, &after.labels.ar),
            ("also", &before.labels.also, &after.labels.also),
            ("broader", &before.broader, &after.broader),
            ("near", &before.near, &after.near),
        ]
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(of, before, after)| {
            let without = |one: &[String], other: &[String]| {
                one.iter().filter(|text| !other.contains(text)).cloned().collect()
            };
            Difference { of, gone: without(before, after), came: without(after, before) }
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_is_told_by_what_queries_knew_before_and_after() {
        let tagine = shipped("tagine").unwrap();
        let gone = Entry { withdrawn: true, ..tagine.clone() };
        let own = Entry { key: "own-thing".to_owned(), ..tagine.clone() };
        for (key, before, after, deed) in [
            ("own-thing", None, Some(&own), Deed::Added),
            ("own-thing", Some(&own), None, Deed::Withdrawn),
            ("tagine", None, Some(tagine), Deed::Corrected),
            ("tagine", None, Some(&gone), Deed::Withdrawn),
            ("tagine", Some(&gone), Some(tagine), Deed::Restored),
            ("tagine", Some(&gone), None, Deed::Restored),
        ] {
            assert_eq!(Deed::of(key, before, after), deed, "{key}");
        }
    }
}
