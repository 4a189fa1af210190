//! Concepts whose labels begin like what was typed, and which something in the index is about.

use std::collections::HashSet;

use rustc_hash::FxHashMap;

use super::typed::Typed;
use super::{MAX_SUGGESTIONS, Suggested, Suggestion};
use crate::error::Result;
use crate::language::Language;
use crate::lexicon::{ConceptId, Lexicon, Named};
use crate::schema::Fields;
use crate::snapshot::Snapshot;

/// At most so many labels are looked at.
const MOST_LABELS: usize = 1_024;

/// The best ones first, each once.
#[derive(Clone, Debug, Default)]
pub(super) struct Concepts(Vec<Candidate>);

#[derive(Clone, Copy, Debug)]
struct Candidate {
    named: Named,
    fit: Fit,
    documents: u64,
}

/// How well a label fits what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It goes on with more words: `table salt`, where `tab` was typed.
    GoesOn,
    /// It ends with the word that is being typed.
    Completes,
    /// It is what was typed.
    Exact,
}

impl Fit {
    fn of(rest: &[u8]) -> Self {
        match rest {
            [] => Self::Exact,
            rest if rest.contains(&b' ') => Self::GoesOn,
            _ => Self::Completes,
        }
    }
}

impl Concepts {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn beginning(typed: &Typed, lexicon: &Lexicon, snapshot: &Snapshot, fields: &Fields) -> Result<Self> {
        let known = snapshot.beginnings.for_lexicon(lexicon, snapshot, fields)?;
        if typed.is_short() {
            return Ok(known.short(&typed.last, || Self::walk(typed, lexicon, &known.carried, usize::MAX)));
        }
        Ok(Self::walk(typed, lexicon, &known.carried, MOST_LABELS))
    }

    fn walk(typed: &Typed, lexicon: &Lexicon, carried: &FxHashMap<ConceptId, u64>, most: usize) -> Self {
        let label = typed.label();
        let mut best = Best { carried, found: FxHashMap::default() };
        for named in lexicon.names().exactly(label.trim_end()) {
            best.offer(named, Fit::Exact);
        }
        let mut left = most;
        lexicon.names().beginning(&label, |named, rest| {
            best.offer(named, Fit::of(rest));
            left -= 1;
            left > 0
        });
        best.ranked(lexicon)
    }

    /// What is called nearly so, where nothing is called so.
    pub fn near(typed: &Typed, lexicon: &Lexicon, snapshot: &Snapshot, fields: &Fields) -> Result<Self> {
        let Some(near) = typed.near_label() else { return Ok(Self::default()) };
        let known = snapshot.beginnings.for_lexicon(lexicon, snapshot, fields)?;
        let mut best = Best { carried: &known.carried, found: FxHashMap::default() };
        let mut left = MOST_LABELS;
        lexicon.names().near(&near, |named| {
            best.offer(named, Fit::Completes);
            left -= 1;
            left > 0
        });
        Ok(best.ranked(lexicon))
    }

    /// So many of them as the reader calls them; of two things of one class with the same name, the commoner.
    pub fn named(self, lexicon: &Lexicon, language: Language, most: usize) -> Vec<Suggestion> {
        let mut seen = HashSet::new();
        let suggestions = self.0.into_iter().filter_map(|Candidate { named, documents, .. }| {
            let concept = lexicon.concept(named.concept);
            let text = concept.name(language);
            let label = concept.labels.all().nth(usize::from(named.label)).map_or(text, String::as_str);
            seen.insert((concept.class, text)).then(|| Suggestion {
                text: text.to_owned(),
                what: Suggested::Concept {
                    key: concept.key.to_string(),
                    class: concept.class,
                    label: label.to_owned(),
                    documents,
                },
            })
        });
        suggestions.take(most).collect()
    }
}

struct Best<'a> {
    carried: &'a FxHashMap<ConceptId, u64>,
    found: FxHashMap<ConceptId, Candidate>,
}

impl Best<'_> {
    fn offer(&mut self, named: &Named, fit: Fit) {
        let Some(documents) = self.carried.get(&named.concept) else { return };
        let candidate = Candidate { named: *named, fit, documents: *documents };
        let known = self.found.entry(named.concept).or_insert(candidate);
        if (fit, known.named.label) > (known.fit, named.label) {
            *known = candidate;
        }
    }

    fn ranked(self, lexicon: &Lexicon) -> Concepts {
        let mut all: Vec<_> = self.found.into_values().collect();
        all.sort_by(|one, other| {
            let rank = |candidate: &Candidate| (candidate.fit, candidate.documents);
            let key = |candidate: &Candidate| &lexicon.concept(candidate.named.concept).key;
            rank(other).cmp(&rank(one)).then_with(|| key(one).cmp(key(other)))
        });
        // Some may be dropped yet, because they share their name.
        all.truncate(2 * MAX_SUGGESTIONS);
        Concepts(all)
    }
}
