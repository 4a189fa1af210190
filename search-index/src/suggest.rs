//! What somebody who is still typing may mean: concepts of the crafts, and what stands in the index by its title.

mod beginnings;
mod concepts;
pub(crate) mod titles;
mod typed;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use tantivy::TantivyDocument;
use tantivy::schema::Value;

pub(crate) use self::beginnings::Beginnings;
use self::concepts::Concepts;
use self::titles::{Ranked, Titles};
use self::typed::Typed;
use crate::annotate::{self, Languages};
use crate::document::{Kind, Role};
use crate::error::Result;
use crate::index::Index;
use crate::language::Language;
use crate::lexicon::{Class, Lexicon};
use crate::search::damaged;
use crate::snapshot::Snapshot;
use crate::stored;

/// The most suggestions at a time.
pub const MAX_SUGGESTIONS: usize = 20;

/// What has been typed so far.
///
/// ```
/// use search_index::{Document, Identity, Index, Kind, Language, Role, Suggest, Suggested, Text, Writer};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let identity = Identity { database: "workshop".into(), epoch: 1 };
/// # let index = Index::rebuild_beside(folder.path(), &identity, 30_000_000)?.finish(0)?;
/// let mut writer = Writer::open(&index, 30_000_000)?;
/// let mut tiles = Document::new("product:12", Kind::Product);
/// tiles.texts.push(Text::new(Role::Title, Some(Language::English), "Zellige from Fez"));
/// writer.put(&tiles)?;
/// writer.commit(1)?;
///
/// for typed in ["zel", "زلي", "Zéli"] {
///     let suggestions = index.suggest(&Suggest { language: Some(Language::French), ..Suggest::of(typed) })?;
///     assert_eq!(suggestions[0].text, "zellige");
///     assert!(matches!(&suggestions[0].what, Suggested::Concept { key, documents: 1, .. } if key == "zellige"));
/// }
/// assert_eq!(index.suggest(&Suggest::of("zel"))?[1].text, "Zellige from Fez");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggest {
    /// The last word is the beginning of one, unless a blank follows.
    pub text: String,
    /// The language of the reader's pages, in which concepts are named and titles given where they can be.
    pub language: Option<Language>,
    /// At most [`MAX_SUGGESTIONS`].
    pub limit: usize,
    /// What may be suggested; empty allows everything.
    pub kinds: Vec<SuggestionKind>,
}

/// What kind of thing a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuggestionKind {
    /// A thing, material, technique, motif or place of the lexicon.
    Concept,
    Document(Kind),
}

/// One suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The concept's name, or the document's title: the reader's where there is one.
    pub text: String,
    pub what: Suggested,
}

/// What is suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Suggested {
    Concept {
        key: String,
        class: Class,
        /// The label, of whichever language, that begins like what was typed.
        label: String,
        /// How many documents carry it; estimated where there are thousands.
        documents: u64,
    },
    Document {
        key: String,
        kind: Kind,
        /// The card that the caller gave.
        stored: String,
    },
}

/// What was found for what was typed.
struct Found {
    concepts: Concepts,
    /// By kind.
    documents: [Vec<Ranked>; 4],
}

impl Found {
    fn is_empty(&self) -> bool {
        self.concepts.is_empty() && self.documents.iter().all(Vec::is_empty)
    }
}

impl Suggest {
    /// Eight suggestions of every kind.
    pub fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), limit: 8, ..Self::default() }
    }

    fn allows(&self, kind: SuggestionKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

impl Index {
    /// What the text may become: concepts that are called exactly so, then those whose names end with
    /// the word that is being typed, those that most documents carry first, then the
    /// titles that have words like these, the best of each kind first.
    ///
    /// A bounded piece of work whatever is typed. Where nothing begins like that, what is one edit away is suggested.
    pub fn suggest(&self, suggest: &Suggest) -> Result<Vec<Suggestion>> {
        let lexicon = self.lexicon();
        let typed = annotate::with_spare(&lexicon, |annotator| Typed::read(&suggest.text, annotator));
        let Some(typed) = typed else { return Ok(Vec::new()) };
        let snapshot = self.snapshot();
        let mut found = Found {
            concepts: match suggest.allows(SuggestionKind::Concept) {
                true => Concepts::beginning(&typed, &lexicon, &snapshot, self.fields())?,
                false => Concepts::default(),
            },
            documents: self.titles(suggest, &typed, &snapshot)?,
        };
        if found.documents.iter().all(Vec::is_empty)
            && let Some(shorter) = typed.without_small_end()
        {
            found.documents = self.titles(suggest, &shorter, &snapshot)?;
        }
        if found.is_empty() {
            if suggest.allows(SuggestionKind::Concept) {
                found.concepts = Concepts::near(&typed, &lexicon, &snapshot, self.fields())?;
            }
            for typed in typed.corrected(&snapshot, self.fields())? {
                for (all, more) in found.documents.iter_mut().zip(self.titles(suggest, &typed, &snapshot)?) {
                    titles::add(all, more);
                }
            }
        }
        self.told(suggest, found, &lexicon, &snapshot)
    }

    fn titles(&self, suggest: &Suggest, typed: &Typed, snapshot: &Snapshot) -> Result<[Vec<Ranked>; 4]> {
        let titles = Titles { typed, snapshot, field: self.fields().titles };
        let mut documents = [(); 4].map(|()| Vec::new());
        for (kind, documents) in Kind::ALL.into_iter().zip(&mut documents) {
            if suggest.allows(SuggestionKind::Document(kind)) {
                *documents = titles.find(kind)?;
            }
        }
        Ok(documents)
    }

    /// As many as are wanted: half of them concepts where there are documents too.
    fn told(
        &self,
        suggest: &Suggest,
        found: Found,
        lexicon: &Lexicon,
        snapshot: &Snapshot,
    ) -> Result<Vec<Suggestion>> {
        let limit = suggest.limit.min(MAX_SUGGESTIONS);
        let language = suggest.language.unwrap_or(Language::English);
        let documents = in_turn(found.documents, limit);
        let room = limit.saturating_sub(documents.len()).max(limit.div_ceil(2));
        let mut suggestions = found.concepts.named(lexicon, language, room);
        let mut seen = HashSet::new();
        for ranked in documents {
            if suggestions.len() == limit {
                break;
            }
            let suggestion = self.title(&ranked, language, snapshot)?;
            let is_new = match &suggestion.what {
                Suggested::Document { key, .. } => seen.insert(key.clone()),
                Suggested::Concept { .. } => true,
            };
            if is_new {
                suggestions.push(suggestion);
            }
        }
        Ok(suggestions)
    }

    fn title(&self, ranked: &Ranked, language: Language, snapshot: &Snapshot) -> Result<Suggestion> {
        let fields = self.fields();
        let document: TantivyDocument = snapshot.searcher.doc(ranked.address)?;
        let missing = || damaged(ranked.address);
        let word = |field| document.get_first(field).and_then(|value| value.as_str()).ok_or_else(missing);
        let texts = stored::read(word(fields.texts)?).ok_or_else(missing)?;
        let titles = || texts.iter().filter(|text| text.role == Role::Title);
        let own =
            titles().find(|title| title.languages == Languages::One(language)).or_else(|| titles().next());
        Ok(Suggestion {
            text: own.ok_or_else(missing)?.text.to_owned(),
            what: Suggested::Document {
                key: word(fields.key)?.to_owned(),
                kind: Kind::parse(word(fields.kind)?).ok_or_else(missing)?,
                stored: word(fields.card)?.to_owned(),
            },
        })
    }
}

/// The best of each kind, the second best of each and so on, so that no kind crowds out another.
fn in_turn(documents: [Vec<Ranked>; 4], most: usize) -> Vec<Ranked> {
    let mut documents = documents.map(Vec::into_iter);
    let mut all = Vec::new();
    while all.len() < most {
        let before = all.len();
        all.extend(documents.iter_mut().filter_map(Iterator::next));
        if all.len() == before {
            break;
        }
    }
    all.truncate(most);
    all
}
