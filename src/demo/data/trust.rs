//! What the demo is told about people, addresses and the checklist.

use serde::Deserialize;

use crate::catalogue::ResponsibleForm;
use crate::locale::Wording;

/// Somebody of a workshop, with their part in its pieces.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct ArtisanData {
    pub maker: String,
    pub name: String,
    pub since: Option<i64>,
    #[serde(default)]
    pub techniques: Vec<String>,
    pub did: String,
    pub role: Wording,
    #[serde(default)]
    pub words: Wording,
    #[serde(default = "agreed")]
    pub consents: bool,
}

fn agreed() -> bool {
    true
}

/// Where a workshop is reached, who answers for it in the European Union, and what its pieces warn of.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct ManufacturerData {
    pub maker: String,
    pub street: String,
    pub postcode: String,
    pub town: String,
    pub electronic: String,
    pub responsible: Option<ResponsibleForm>,
    #[serde(default)]
    pub warnings: Wording,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct SignedData {
    pub maker: String,
    pub name: String,
}

/// What a maker sends to be verified, or an officer says.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct NoteData {
    pub maker: String,
    pub note: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(in crate::demo) struct WaiverData {
    pub maker: String,
    pub check: String,
    /// From the end of the demo on.
    pub days: i64,
    pub reason: String,
}
