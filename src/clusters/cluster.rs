//! A cluster: makers of one craft in one place, led by an organisation that speaks for them.

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::sector::is_sector;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::clusters;
use crate::error::{Message, Result};
use crate::ids::{ClusterId, OrganisationId};
use crate::input::{Fields, Raw, RawList};
use crate::locale::{RawWording, Wording};
use crate::vocabulary::is_craft;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = clusters)]
pub struct Cluster {
    pub id: ClusterId,
    /// Its members are the cluster's agents.
    pub organisation_id: OrganisationId,
    pub slug: String,
    pub name: Json<Wording>,
    pub country: String,
    pub place: Json<Wording>,
    /// A key of the sectors.
    pub sector: String,
    /// Keys of the crafts.
    pub crafts: Json<Vec<String>>,
    pub summary: Json<Wording>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub created_at: Time,
    pub version: i64,
}

const LONGEST_NAME: usize = 120;
const LONGEST_SUMMARY: usize = 1500;
const MOST_CRAFTS: usize = 12;
const MOST_VERSIONS: i64 = i64::MAX;

/// What an officer fills in, to create a cluster and to edit it.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ClusterForm {
    pub name: RawWording,
    /// ISO 3166-1 alpha-2.
    pub country: Raw,
    pub place: RawWording,
    /// A key of the sectors.
    pub sector: Raw,
    /// Keys of the crafts.
    pub crafts: RawList,
    pub summary: RawWording,
    /// Degrees, north positive.
    pub latitude: Raw,
    /// Degrees, east positive.
    pub longitude: Raw,
    /// The slug of the approved organisation that leads it. Left out, a new cluster gets one of its own name and an old one keeps its own.
    pub organisation: Raw,
    /// The version that was read; not needed for a new cluster.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewCluster {
    pub name: Wording,
    pub country: String,
    pub place: Wording,
    pub sector: String,
    pub crafts: Vec<String>,
    pub summary: Wording,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

impl ClusterForm {
    pub fn check(&self) -> Result<NewCluster> {
        let mut fields = Fields::new();
        let new = self.read(&mut fields);
        fields.done(new)
    }

    /// The same for a cluster that is there: its version comes along.
    pub fn check_edit(&self) -> Result<(NewCluster, i64)> {
        let mut fields = Fields::new();
        let new = self.read(&mut fields);
        let version = fields.whole("version", &self.version, 1..=MOST_VERSIONS);
        fields.done((new, version))
    }

    fn read(&self, fields: &mut Fields) -> NewCluster {
        let name = fields.wording("name", &self.name, LONGEST_NAME);
        let country = fields.country("country", &self.country);
        let place = fields.wording("place", &self.place, LONGEST_NAME);
        let sector = fields.text("sector", &self.sector, 60);
        if fields.is_sound("sector") && !is_sector(&sector) {
            fields.problem("sector", Message::new("problem-unknown-key").with("key", sector.as_str()));
        }
        let crafts = crafts(fields, &self.crafts);
        let summary = fields.wording("summary", &self.summary, LONGEST_SUMMARY);
        let latitude = coordinate(fields, "latitude", &self.latitude, 90.0);
        let longitude = coordinate(fields, "longitude", &self.longitude, 180.0);
        if latitude.is_some() != longitude.is_some() {
            let missing = if latitude.is_some() { "longitude" } else { "latitude" };
            fields.problem(missing, "problem-coordinate-alone");
        }
        NewCluster { name, country, place, sector, crafts, summary, latitude, longitude }
    }
}

/// What the cluster's own agents may change: how it presents itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PresentationForm {
    pub place: RawWording,
    /// Keys of the crafts.
    pub crafts: RawList,
    pub summary: RawWording,
    /// The version that was read.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    pub place: Wording,
    pub crafts: Vec<String>,
    pub summary: Wording,
    pub version: i64,
}

impl PresentationForm {
    pub fn check(&self) -> Result<Presentation> {
        let mut fields = Fields::new();
        let presentation = Presentation {
            place: fields.wording("place", &self.place, LONGEST_NAME),
            crafts: crafts(&mut fields, &self.crafts),
            summary: fields.wording("summary", &self.summary, LONGEST_SUMMARY),
            version: fields.whole("version", &self.version, 1..=MOST_VERSIONS),
        };
        fields.done(presentation)
    }
}

impl From<&Cluster> for PresentationForm {
    fn from(cluster: &Cluster) -> Self {
        Self {
            place: RawWording::from(&*cluster.place),
            crafts: RawList(cluster.crafts.to_vec()),
            summary: RawWording::from(&*cluster.summary),
            version: cluster.version.into(),
        }
    }
}

impl From<&Cluster> for ClusterForm {
    fn from(cluster: &Cluster) -> Self {
        let degrees = |value: Option<f64>| value.map(Raw::from).unwrap_or_default();
        Self {
            name: RawWording::from(&*cluster.name),
            country: Raw::from(&cluster.country),
            place: RawWording::from(&*cluster.place),
            sector: Raw::from(&cluster.sector),
            crafts: RawList(cluster.crafts.to_vec()),
            summary: RawWording::from(&*cluster.summary),
            latitude: degrees(cluster.latitude),
            longitude: degrees(cluster.longitude),
            organisation: Raw::default(),
            version: cluster.version.into(),
        }
    }
}

/// Crafts of a cluster or a maker: at least one, or nobody would ever find them.
pub(super) fn crafts(fields: &mut Fields, raw: &RawList) -> Vec<String> {
    let crafts = fields.keys("crafts", raw, MOST_CRAFTS, is_craft);
    if crafts.is_empty() {
        fields.problem("crafts", "problem-craft-missing");
    }
    crafts
}

fn coordinate(fields: &mut Fields, name: &'static str, raw: &Raw, most: f64) -> Option<f64> {
    if raw.is_blank() {
        return None;
    }
    let degrees: Option<f64> = raw.trimmed().replace(',', ".").parse().ok();
    let sound = degrees.filter(|degrees| degrees.abs() <= most);
    if sound.is_none() {
        fields.problem(name, Message::new("problem-coordinate").with("most", most as i64));
    }
    // A stand-in, so that the other coordinate is not called missing as well.
    sound.or(Some(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn form() -> ClusterForm {
        ClusterForm {
            name: RawWording { en: "Basketry of Nabeul".into(), ..RawWording::default() },
            country: "tn".into(),
            place: RawWording { fr: "Nabeul".into(), ..RawWording::default() },
            sector: "habitat".into(),
            crafts: RawList(vec!["basketry".into(), "basketry".into()]),
            summary: RawWording { ar: "سلال".into(), ..RawWording::default() },
            ..ClusterForm::default()
        }
    }

    fn problems(form: &ClusterForm) -> Vec<String> {
        match form.check() {
            Err(Error::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn one_language_and_one_craft_are_enough() {
        let new = form().check().unwrap();
        assert_eq!((new.country.as_str(), new.crafts.len()), ("TN", 1));
    }

    #[test]
    fn unknown_words_and_impossible_places_are_refused() {
        let wrong = ClusterForm {
            sector: "alchemy".into(),
            crafts: RawList(vec!["alchemy".into()]),
            latitude: "91".into(),
            longitude: "NaN".into(),
            ..form()
        };
        assert_eq!(problems(&wrong), ["sector", "crafts", "latitude", "longitude"]);
    }

    #[test]
    fn a_latitude_needs_its_longitude() {
        assert_eq!(problems(&ClusterForm { latitude: "36,45".into(), ..form() }), ["longitude"]);
    }

    #[test]
    fn what_was_read_can_be_sent_back_only_with_its_version() {
        assert!(form().check_edit().is_err());
        assert_eq!(ClusterForm { version: "3".into(), ..form() }.check_edit().unwrap().1, 3);
    }
}
