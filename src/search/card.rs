//! What a hit shows: stored beside the document, so that an answer needs no database.

use search_index::Kind;
use serde::{Deserialize, Serialize};

use crate::ids::OrganisationId;
use crate::locale::{Language, Wording};
use crate::money::{Currency, Money};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    pub id: i64,
    pub slug: String,
    pub title: Wording,
    pub maker: Option<MakerName>,
    pub country: String,
    pub place: Wording,
    pub crafts: Vec<String>,
    /// The key of the small picture.
    pub picture: Option<String>,
    /// In minor units; shown only to those who may see it.
    pub price_minor: Option<i64>,
    pub currency: Option<String>,
    pub moq: Option<i64>,
    pub lead_time_days: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MakerName {
    pub id: OrganisationId,
    pub slug: String,
    pub name: String,
    pub name_ar: Option<String>,
}

impl MakerName {
    pub(super) fn for_reader(self, language: Language) -> String {
        self.name_ar.filter(|_| language == Language::Ar).unwrap_or(self.name)
    }
}

impl Card {
    pub fn price(&self) -> Option<Money> {
        let currency = Currency::parse(self.currency.as_deref()?).ok()?;
        Some(Money::new(self.price_minor?, currency))
    }

    /// Its page.
    pub(super) fn address(&self, kind: Kind) -> String {
        let room = match kind {
            Kind::Product => "products",
            Kind::Collection => "collections",
            Kind::Maker => "makers",
            Kind::Cluster => "clusters",
        };
        format!("/{room}/{}", self.slug)
    }

    pub(super) fn write(&self) -> String {
        serde_json::to_string(self).expect("a card serialises")
    }

    pub(super) fn read(stored: &str) -> Self {
        serde_json::from_str(stored).unwrap_or_else(|error| {
            tracing::error!(%error, "a card in the index cannot be read");
            Self::default()
        })
    }
}
