//! The people of workshops as programs read them.

use schemars::JsonSchema;
use serde::Serialize;

use super::artisan::{Artisan, Consent};
use super::credit::{Credit, Did};
use super::store;
use crate::clock::Time;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{ArtisanId, OrganisationId};
use crate::locale::Wording;

/// Somebody who agreed to be shown, for everybody.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ArtisanView {
    pub id: ArtisanId,
    pub name: String,
    pub role: Wording,
    /// Keys of the techniques.
    pub techniques: Vec<String>,
    /// The year in which they began.
    pub since: Option<i64>,
    pub words: Wording,
    /// Where the portrait is.
    pub portrait: Option<String>,
}

impl From<&Artisan> for ArtisanView {
    fn from(artisan: &Artisan) -> Self {
        Self {
            id: artisan.id,
            name: artisan.name.clone(),
            role: (*artisan.role).clone(),
            techniques: artisan.techniques.to_vec(),
            since: artisan.since,
            words: (*artisan.words).clone(),
            portrait: artisan.portrait_address(),
        }
    }
}

/// Somebody of one's own workshop, with everything.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OwnArtisanView {
    #[serde(flatten)]
    pub artisan: ArtisanView,
    pub consents: bool,
    /// The last word first.
    pub consent_history: Vec<ConsentView>,
    pub retired_at: Option<Time>,
    pub created_at: Time,
    pub updated_at: Time,
    /// Send it back with a change.
    pub version: i64,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ConsentView {
    pub given: bool,
    pub how: String,
    pub recorded_at: Time,
}

impl From<Consent> for ConsentView {
    fn from(consent: Consent) -> Self {
        Self { given: consent.given, how: consent.how, recorded_at: consent.recorded_at }
    }
}

impl OwnArtisanView {
    pub fn read(conn: &mut DbConnection, artisan: &Artisan) -> Result<Self> {
        let history = store::consents(conn, artisan.id)?;
        Ok(Self {
            artisan: artisan.into(),
            consents: artisan.consents,
            consent_history: history.into_iter().map(ConsentView::from).collect(),
            retired_at: artisan.retired_at,
            created_at: artisan.created_at,
            updated_at: artisan.updated_at,
            version: artisan.version,
        })
    }
}

/// One hand in a piece.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CreditView {
    /// The part of the work.
    pub did: Did,
    /// Null for somebody who is not known by name: a maker of this workshop.
    pub artisan: Option<ArtisanRef>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ArtisanRef {
    pub id: ArtisanId,
    pub name: String,
    pub role: Wording,
    pub portrait: Option<String>,
}

impl CreditView {
    /// As somebody of this organisation may see it: a workshop knows its own people.
    pub fn new(credit: &Credit, reader: Option<OrganisationId>) -> Self {
        let artisan = &credit.artisan;
        let is_own = reader == Some(artisan.maker_id) && artisan.erased_at.is_none();
        let seen = (artisan.is_known() || is_own).then(|| ArtisanRef {
            id: artisan.id,
            name: artisan.name.clone(),
            role: (*artisan.role).clone(),
            portrait: artisan.portrait_address(),
        });
        Self { did: credit.did, artisan: seen }
    }
}
