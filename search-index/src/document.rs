//! What the caller puts into the index: one document per product, collection, maker or cluster.

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::validity::Term;

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The caller's name of the thing, such as `product:12`. Putting the same key again replaces the document.
    pub key: String,
    pub kind: Kind,
    pub texts: Vec<Text>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    pub clusters: Vec<String>,
    /// The maker's slug.
    pub maker: Option<String>,
    /// Keys of the caller's vocabulary, for filters and facets; words to be found by belong into `texts`.
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
    pub techniques: Vec<String>,
    pub price: Option<Price>,
    /// Minimum order quantity. A document without one fails every limit on it.
    pub moq: Option<u64>,
    /// A document without a lead time fails every limit on it.
    pub lead_time_days: Option<u64>,
    /// Microseconds since 1970, for sorting by newest.
    pub newest: i64,
    /// How complete, well pictured and reliable it is, of 100. Decides between equally good matches, never more.
    pub quality: u8,
    /// Each scheme with the days on which it is valid.
    pub certificates: Vec<Term>,
    /// ISO 3166-1 alpha-2 codes of the countries that it is shipped to.
    pub ships_to: Vec<String>,
    /// Words of the caller's, of which whoever searches must have one in [`Filters::asker`](crate::Filters::asker);
    /// where there are none, everybody finds it. What is not for everybody is not suggested.
    pub only_for: Vec<String>,
    /// Countries in which somebody holds it exclusively, with the days on which this is so.
    pub exclusivities: Vec<Term>,
    /// The caller's card, opaque to the index, handed back with each hit.
    pub stored: String,
}

impl Document {
    /// A document with nothing in it yet.
    pub fn new(key: impl Into<String>, kind: Kind) -> Self {
        Self {
            key: key.into(),
            kind,
            texts: Vec::new(),
            country: None,
            clusters: Vec::new(),
            maker: None,
            crafts: Vec::new(),
            materials: Vec::new(),
            techniques: Vec::new(),
            price: None,
            moq: None,
            lead_time_days: None,
            newest: 0,
            quality: 0,
            certificates: Vec::new(),
            ships_to: Vec::new(),
            only_for: Vec::new(),
            exclusivities: Vec::new(),
            stored: String::new(),
        }
    }
}

/// What kind of thing a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Product,
    Collection,
    Maker,
    Cluster,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Product, Self::Collection, Self::Maker, Self::Cluster];

    /// The word that facets and the index itself use.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Collection => "collection",
            Self::Maker => "maker",
            Self::Cluster => "cluster",
        }
    }

    /// The reverse of [`Kind::as_str`].
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// A piece of text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    pub role: Role,
    /// None lets the index recognise it.
    pub language: Option<Language>,
    pub text: String,
}

impl Text {
    pub fn new(role: Role, language: Option<Language>, text: impl Into<String>) -> Self {
        Self { role, language, text: text.into() }
    }
}

/// The part that a text plays, which decides its weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Title,
    Body,
    /// Names and labels: the craft, materials, place or maker in words.
    Keyword,
}

/// A wholesale price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    pub minor: u64,
    /// ISO 4217.
    pub currency: String,
}
