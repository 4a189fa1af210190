//! Which part of the programme a figure is asked for: a country, a cluster, a period.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::clock::Date;
use crate::error::{Error, Message, Result};
use crate::ids::ClusterId;
use crate::input::{Fields, Raw};
use crate::programme::verifications::{Entry, Ledger};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scope {
    /// The maker's country.
    pub country: Option<String>,
    /// A cluster that has confirmed the maker.
    pub cluster: Option<ClusterId>,
    pub from: Option<Date>,
    /// The last day of it.
    pub until: Option<Date>,
}

impl Scope {
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    pub fn holds(&self, entry: &Entry) -> bool {
        let country = self.country.as_ref().is_none_or(|code| *code == entry.record.maker.country);
        let cluster = self.cluster.is_none_or(|id| entry.clusters.contains(&id));
        country && cluster && self.holds_day(entry.record.day)
    }

    /// What has no day yet (a deal not shipped) belongs to no period.
    fn holds_day(&self, day: Option<Date>) -> bool {
        match day {
            Some(day) => {
                self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
            }
            None => self.from.is_none() && self.until.is_none(),
        }
    }
}

/// The scope as it is asked for.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(default)]
pub struct ScopeQuery {
    /// ISO 3166-1 code of the makers' country.
    pub country: Raw,
    /// Slug of a cluster; only makers that it has confirmed are counted.
    pub cluster: Raw,
    /// First day. For officers: by narrowing a period to a day anyone could read a single deal.
    pub from: Raw,
    /// Last day. For officers.
    pub until: Raw,
}

impl ScopeQuery {
    pub fn check(&self, ledger: &Ledger, is_officer: bool) -> Result<Scope> {
        let mut fields = Fields::new();
        let country = fields.optional_country("country", &self.country);
        let (from, until) =
            (fields.optional_date("from", &self.from), fields.optional_date("until", &self.until));
        if from.zip(until).is_some_and(|(from, until)| from > until) {
            fields.problem("until", "problem-period-backwards");
        }
        let cluster = match self.cluster.is_blank() {
            true => None,
            false => {
                let known = ledger.cluster_by_slug(self.cluster.trimmed());
                if known.is_none() {
                    let shown: String =
                        self.cluster.trimmed().chars().filter(|c| !c.is_control()).take(40).collect();
                    fields.problem("cluster", Message::new("problem-unknown-key").with("key", shown));
                }
                known.map(|cluster| cluster.id)
            }
        };
        let scope = fields.done(Scope { country, cluster, from, until })?;
        if !is_officer && (scope.from.is_some() || scope.until.is_some()) {
            return Err(Error::forbidden("refusal-period-officers"));
        }
        Ok(scope)
    }

    /// The same scope as a query string, with other values in some places.
    pub fn address(&self, changes: &[(&str, &str)]) -> String {
        let own = [
            ("country", self.country.trimmed()),
            ("cluster", self.cluster.trimmed()),
            ("from", self.from.trimmed()),
            ("until", self.until.trimmed()),
        ];
        let mut pairs = url::form_urlencoded::Serializer::new(String::new());
        for (name, value) in own {
            let value = changes.iter().find(|(changed, _)| *changed == name).map_or(value, |(_, new)| new);
            if !value.is_empty() {
                pairs.append_pair(name, value);
            }
        }
        let query = pairs.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}
