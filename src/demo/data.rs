//! The written data of the demo, as it stands in the files beside.

mod talks;
mod trust;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

pub(super) use talks::{SplitData, TalkData, TalkSide};
pub(super) use trust::{ArtisanData, ManufacturerData, NoteData, SignedData, WaiverData};

use crate::error::{Error, Result};
use crate::locale::{Language, RawWording, Wording};

static ARCHETYPES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/demo/archetypes");

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Archetype {
    pub key: String,
    pub craft: String,
    pub materials: Vec<String>,
    pub techniques: Vec<String>,
    pub countries: Vec<String>,
    pub hs_code: String,
    pub price_eur: String,
    pub moq: i64,
    pub order_multiple: i64,
    pub lead_time_days: i64,
    pub weekly_capacity: i64,
    pub weight_grams: i64,
    pub description: Wording,
    #[serde(rename = "variant")]
    pub variants: Vec<Variant>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Variant {
    pub key: String,
    pub price_factor: f64,
    pub title: Wording,
    pub note: Wording,
}

impl Archetype {
    /// What all variants have in common, and what this one has to itself.
    pub fn described(&self, variant: &Variant) -> RawWording {
        let join = |language| {
            let text = |wording: &Wording| wording.get(language).unwrap_or_default().to_owned();
            format!("{} {}", text(&self.description), text(&variant.note))
        };
        RawWording { en: join(Language::En), fr: join(Language::Fr), ar: join(Language::Ar) }
    }
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Maker {
    pub key: String,
    pub cluster: Option<String>,
    pub country: String,
    pub place: Wording,
    pub name: String,
    pub name_ar: Option<String>,
    pub crafts: Vec<String>,
    pub founded: i64,
    pub people: i64,
    pub exports_itself: bool,
    pub exports_through: Option<String>,
    pub currency: String,
    pub language: String,
    pub contact: String,
    pub contact_ar: Option<String>,
    pub weekly_capacity: i64,
    pub story: Wording,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Buyer {
    pub key: String,
    pub name: String,
    pub country: String,
    pub contact: String,
    pub language: String,
    pub verified: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Institution {
    pub key: String,
    pub name: String,
    pub name_ar: Option<String>,
    pub country: String,
    pub contact: String,
    pub language: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct OfficerData {
    pub key: String,
    pub name: String,
    pub language: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct AgentData {
    pub cluster: String,
    pub name: String,
    pub language: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct RequestData {
    pub key: String,
    #[serde(default)]
    pub quantity_most: Option<i64>,
    #[serde(default)]
    pub certificates: Vec<String>,
    #[serde(default)]
    pub incoterms: Vec<String>,
    #[serde(default)]
    pub languages: Vec<String>,
    #[serde(default)]
    pub sample_wanted: bool,
    /// What the buyer calls a drawing that comes along.
    #[serde(default)]
    pub sketch: Option<String>,
    pub buyer: String,
    pub title: String,
    pub text: String,
    pub language: String,
    pub crafts: Vec<String>,
    pub materials: Vec<String>,
    pub quantity: i64,
    pub target_price: Option<String>,
    pub currency: Option<String>,
    pub destination: String,
    pub needed_in_days: i64,
    pub channel: String,
    pub months_ago: i64,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct AgreementData {
    pub key: String,
    pub request: Option<String>,
    pub maker: String,
    pub buyer: String,
    pub territory: Vec<String>,
    pub exclusive: bool,
    pub channel: String,
    pub months: i64,
    pub started_months_ago: i64,
    pub language: String,
    pub terms: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct DealData {
    pub agreement: String,
    pub months_ago: i64,
    pub quantities: Vec<i64>,
    pub incoterm: String,
    pub place: String,
    pub port: bool,
    pub destination: String,
    pub status: String,
    pub verified: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct QuoteData {
    pub request: String,
    pub maker: String,
    pub days_ago: i64,
    pub valid_days: i64,
    pub status: String,
    pub counter_percent: Option<f64>,
    /// Of the maker's first pieces; left out, a half and a third of what is asked for.
    pub quantities: Option<Vec<i64>>,
    pub message: String,
    pub reply: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct CertificateData {
    pub maker: String,
    pub scheme: String,
    #[serde(default)]
    pub number: String,
    pub issuer: String,
    /// Days before the end of the demo.
    pub began: i64,
    /// Days that it is valid for; none for what does not end.
    pub lasts: Option<i64>,
    pub checked: bool,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct CollectionText {
    pub crafts: Vec<String>,
    pub title: Wording,
    pub story: Wording,
}

/// Every file's tables, by the names they have there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Script {
    #[serde(rename = "archetype")]
    pub archetypes: Vec<Archetype>,
    #[serde(rename = "maker")]
    pub makers: Vec<Maker>,
    #[serde(rename = "buyer")]
    pub buyers: Vec<Buyer>,
    #[serde(rename = "institution")]
    pub institutions: Vec<Institution>,
    #[serde(rename = "officer")]
    pub officers: Vec<OfficerData>,
    #[serde(rename = "agent")]
    pub agents: Vec<AgentData>,
    #[serde(rename = "request")]
    pub requests: Vec<RequestData>,
    #[serde(rename = "agreement")]
    pub agreements: Vec<AgreementData>,
    #[serde(rename = "deal")]
    pub deals: Vec<DealData>,
    #[serde(rename = "quote")]
    pub quotes: Vec<QuoteData>,
    #[serde(rename = "certificate")]
    pub certificates: Vec<CertificateData>,
    #[serde(rename = "artisan")]
    pub artisans: Vec<ArtisanData>,
    #[serde(rename = "manufacturer")]
    pub manufacturers: Vec<ManufacturerData>,
    pub signed: Vec<SignedData>,
    pub sent: Vec<NoteData>,
    pub verified: Vec<NoteData>,
    #[serde(rename = "waiver")]
    pub waivers: Vec<WaiverData>,
    #[serde(rename = "talk")]
    pub talks: Vec<TalkData>,
    #[serde(rename = "split")]
    pub splits: Vec<SplitData>,
    #[serde(rename = "text")]
    pub texts: Vec<CollectionText>,
}

fn read(source: &str) -> Result<Script> {
    toml::from_str(source).map_err(Error::wrap)
}

impl Script {
    pub(super) fn load() -> Result<Self> {
        let mut archetypes = Vec::new();
        let mut files: Vec<_> = ARCHETYPES.files().collect();
        // A folder has no order of its own, and the demo is the same every time.
        files.sort_by_key(|file| file.path());
        for file in files {
            archetypes.extend(read(file.contents_utf8().unwrap_or_default())?.archetypes);
        }
        let staff = read(include_str!("scenario/staff.toml"))?;
        let trade = read(include_str!("scenario/trade.toml"))?;
        let talks = read(include_str!("scenario/talks.toml"))?;
        let trust = read(include_str!("scenario/trust.toml"))?;
        Ok(Self {
            archetypes,
            makers: read(include_str!("scenario/makers.toml"))?.makers,
            buyers: read(include_str!("scenario/buyers.toml"))?.buyers,
            institutions: read(include_str!("scenario/institutions.toml"))?.institutions,
            officers: staff.officers,
            agents: staff.agents,
            requests: read(include_str!("scenario/requests.toml"))?.requests,
            agreements: trade.agreements,
            deals: trade.deals,
            quotes: trade.quotes,
            certificates: read(include_str!("scenario/certificates.toml"))?.certificates,
            artisans: trust.artisans,
            manufacturers: trust.manufacturers,
            signed: trust.signed,
            sent: trust.sent,
            verified: trust.verified,
            waivers: trust.waivers,
            talks: talks.talks,
            splits: talks.splits,
            texts: read(include_str!("scenario/texts.toml"))?.texts,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_whole() {
        let script = Script::load().unwrap();
        assert!(script.archetypes.len() >= 60 && script.makers.len() >= 60 && script.requests.len() >= 12);
        let mut keys: Vec<_> = script.archetypes.iter().map(|archetype| &archetype.key).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), script.archetypes.len(), "an archetype's key stands twice");
        for archetype in &script.archetypes {
            assert_eq!(archetype.moq % archetype.order_multiple, 0, "{}", archetype.key);
            assert!(crate::vocabulary::is_craft(&archetype.craft), "{}", archetype.key);
            for text in
                archetype.variants.iter().map(|variant| &variant.title).chain([&archetype.description])
            {
                assert_eq!(text.iter().count(), 3, "{}", archetype.key);
            }
        }
    }
}
