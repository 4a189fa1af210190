//! Multilingual product search on tantivy, for Arabic, French and English.
//!
//! The library knows words and ranking. It knows nothing of accounts, SQL or HTTP: the caller says what a
//! [`Document`] is, hands back an opaque card with each [`Hit`], and decides what a viewer may filter or sort by.
//!
//! ```
//! use search_index::{Document, Identity, Index, Kind, Language, Opened, Role, Search, Text, Writer};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let folder = tempfile::tempdir()?;
//! let identity = Identity { database: "workshop".into(), epoch: 1 };
//!
//! // A new folder holds no index yet: build one beside, and swap it in.
//! let index = match Index::open(folder.path(), &identity)? {
//!     Opened::Ready(index) => index,
//!     // Another version of the program built it: it may serve while a new one is built.
//!     Opened::Outdated(..) | Opened::Rebuild(_) => Index::rebuild_beside(folder.path(), &identity, 30_000_000)?.finish(0)?,
//! };
//!
//! let mut writer = Writer::open(&index, 30_000_000)?;
//! let mut bowl = Document::new("product:12", Kind::Product);
//! bowl.texts.push(Text::new(Role::Title, Some(Language::French), "Coupes d'olivier tournées"));
//! bowl.texts.push(Text::new(Role::Title, Some(Language::Arabic), "أطباق من خشب الزيتون"));
//! writer.put(&bowl)?;
//! writer.commit(1)?;
//!
//! // Singular for plural, no elision, no article, no hamza: all of them find it.
//! for text in ["coupe olivier", "زيتون", "اطباق"] {
//!     let answer = index.search(&Search::of(text))?;
//!     assert_eq!(answer.hits[0].key, "product:12", "{text}");
//! }
//! assert_eq!(index.applied(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! # How it ranks
//!
//! Every text goes into the catch-all field of its language, analysed by the rules of that language. A query is
//! read in every language, each reading is an OR of its words under BM25 with the statistics *of that language*
//! (so that a trilingual document is not punished for its length, nor a rare language favoured), and the best
//! reading counts. All weights stand in `ranking.rs`.

pub mod analyzer;
mod annotate;
mod corpus;
mod cursor;
mod document;
mod error;
mod facets;
mod filters;
mod fingerprint;
mod folder;
mod formula;
#[cfg(any(fuzzing, test))]
pub mod fuzzing;
mod gather;
mod highlight;
mod holding;
mod identity;
mod index;
mod kept;
pub mod language;
pub mod lexicon;
mod opened;
#[cfg_attr(not(feature = "ablation"), allow(dead_code))]
mod parts;
mod plan;
mod query;
mod ranking;
mod reasons;
mod rebuild;
mod scan;
mod schema;
mod search;
mod snapshot;
mod sort;
mod standing;
mod stored;
mod strengths;
mod suggest;
mod tolerance;
mod validity;
mod verdict;
mod writer;

pub use cursor::Cursor;
pub use document::{Document, Kind, Price, Role, Text};
pub use error::{Error, Result};
pub use facets::Facet;
pub use filters::{Filters, PriceFilter};
pub use highlight::{Highlight, Piece};
pub use identity::{Identity, Reason};
pub use index::{Index, Opened};
pub use language::Language;
pub use lexicon::Lexicon;
#[cfg(feature = "ablation")]
pub use parts::Part;
pub use reasons::{How, Reason as Because};
pub use rebuild::Rebuild;
pub use search::{Answer, Hit, MAX_LIMIT, MAX_TEXT, Search};
pub use sort::Sort;
pub use standing::Standing;
pub use suggest::{MAX_SUGGESTIONS, Suggest, Suggested, Suggestion, SuggestionKind};
pub use validity::{OnDay, Term};
pub use writer::Writer;
