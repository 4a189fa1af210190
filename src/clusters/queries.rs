//! What a reader asks the lists for, the same on pages and in the API.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::MembershipStanding;
use super::sector::is_sector;
use super::store::{ClusterFilter, MakerFilter};
use crate::error::{Message, Result};
use crate::ids::Slug;
use crate::input::{Fields, Raw};
use crate::vocabulary::is_craft;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ClusterQuery {
    /// ISO 3166-1 alpha-2.
    pub country: Raw,
    /// A key of `/api/v1/sectors`; what lies below it is meant too.
    pub sector: Raw,
    /// A key of the crafts.
    pub craft: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MakerQuery {
    /// ISO 3166-1 alpha-2.
    pub country: Raw,
    /// A key of the crafts.
    pub craft: Raw,
    /// The slug of a cluster that has confirmed them.
    pub cluster: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct MembershipQuery {
    /// `requested`, `confirmed`, `refused` or `left`; all if left out.
    pub standing: Raw,
    /// The slug of a cluster, for officers, who see those of all.
    pub cluster: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl ClusterQuery {
    pub fn check(&self) -> Result<ClusterFilter> {
        let mut fields = Fields::new();
        let filter = ClusterFilter {
            country: fields.optional_country("country", &self.country),
            sector: known(&mut fields, "sector", &self.sector, is_sector),
            craft: known(&mut fields, "craft", &self.craft, is_craft),
        };
        fields.done(filter)
    }

    pub fn is_blank(&self) -> bool {
        [&self.country, &self.sector, &self.craft].into_iter().all(Raw::is_blank)
    }

    pub fn address(&self, cursor: &str) -> String {
        let own = [("country", &self.country), ("sector", &self.sector), ("craft", &self.craft)];
        address("/clusters", &own, cursor)
    }
}

impl MakerQuery {
    pub fn check(&self) -> Result<MakerFilter> {
        let mut fields = Fields::new();
        let filter = MakerFilter {
            country: fields.optional_country("country", &self.country),
            craft: known(&mut fields, "craft", &self.craft, is_craft),
            cluster: slug(&mut fields, "cluster", &self.cluster),
        };
        fields.done(filter)
    }

    pub fn is_blank(&self) -> bool {
        [&self.country, &self.craft, &self.cluster].into_iter().all(Raw::is_blank)
    }

    pub fn address(&self, cursor: &str) -> String {
        let own = [("country", &self.country), ("craft", &self.craft), ("cluster", &self.cluster)];
        address("/makers", &own, cursor)
    }
}

impl MembershipQuery {
    pub fn check(&self) -> Result<(Option<MembershipStanding>, Option<String>)> {
        let mut fields = Fields::new();
        let standing = (!self.standing.is_blank()).then(|| fields.choice("standing", &self.standing));
        let cluster = slug(&mut fields, "cluster", &self.cluster);
        fields.done((standing, cluster))
    }

    pub fn address(&self, cursor: &str) -> String {
        address("/memberships", &[("standing", &self.standing), ("cluster", &self.cluster)], cursor)
    }
}

fn known(
    fields: &mut Fields,
    name: &'static str,
    raw: &Raw,
    is_known: impl Fn(&str) -> bool,
) -> Option<String> {
    let key = raw.trimmed();
    if key.is_empty() {
        return None;
    }
    if !is_known(key) {
        let shown: String = key.chars().filter(|c| !c.is_control()).take(40).collect();
        fields.problem(name, Message::new("problem-unknown-key").with("key", shown));
    }
    Some(key.to_owned())
}

fn slug(fields: &mut Fields, name: &'static str, raw: &Raw) -> Option<String> {
    known(fields, name, raw, |text| Slug::try_from(text.to_owned()).is_ok())
}

/// The list's next page with the same filters.
fn address(path: &str, pairs: &[(&str, &Raw)], cursor: &str) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.iter().filter(|(_, value)| !value.is_blank()) {
        query.append_pair(name, value.trimmed());
    }
    query.append_pair("cursor", cursor);
    format!("{path}?{}", query.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_keeps_the_filters() {
        let query = MakerQuery { country: "tn".into(), craft: "ceramics".into(), ..MakerQuery::default() };
        assert_eq!(query.address("c7"), "/makers?country=tn&craft=ceramics&cursor=c7");
        assert_eq!(query.check().unwrap().country.as_deref(), Some("TN"));
    }

    #[test]
    fn unknown_filters_are_named_not_ignored() {
        assert!(ClusterQuery { sector: "alchemy".into(), ..ClusterQuery::default() }.check().is_err());
        assert!(MakerQuery { cluster: "a\0b".into(), ..MakerQuery::default() }.check().is_err());
        assert!(MakerQuery::default().check().is_ok());
    }
}
