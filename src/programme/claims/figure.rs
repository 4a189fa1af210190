//! A figure that was published about the programme, and what has been claimed about it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::{Adoption, Claim};
use crate::columns::Json;
use crate::db::schema::figures;
use crate::ids::{ClaimId, ClusterId, FigureId};
use crate::locale::Wording;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = figures)]
pub struct Figure {
    pub id: FigureId,
    pub key: String,
    pub label: Json<Wording>,
    pub definition: Json<Wording>,
    pub unit: String,
}

/// The cluster that a claim speaks of, as far as its readers care.
#[derive(Clone, Debug, PartialEq)]
pub struct ClusterName {
    pub slug: String,
    pub name: Wording,
}

/// A claim with the times it was adopted.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    pub claim: Claim,
    pub cluster: Option<ClusterName>,
    /// Newest first.
    pub adoptions: Vec<Adoption>,
    /// Is it the one that counts for its place today?
    pub adopted: bool,
}

/// A figure with all its claims, place by place, the adopted one of each place first.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSheet {
    pub figure: Figure,
    pub stated: Vec<Stated>,
}

impl FigureSheet {
    pub(super) fn new(
        figure: Figure,
        claims: Vec<Claim>,
        adoptions: &[Adoption],
        clusters: &HashMap<ClusterId, ClusterName>,
    ) -> Self {
        let adopted = adopted_of_each_place(&claims, adoptions);
        let mut stated: Vec<Stated> = claims
            .into_iter()
            .map(|claim| Stated {
                cluster: claim.cluster_id.and_then(|id| clusters.get(&id).cloned()),
                adoptions: adoptions.iter().rev().filter(|own| own.claim_id == claim.id).cloned().collect(),
                adopted: adopted.contains(&claim.id),
                claim,
            })
            .collect();
        stated.sort_by(|a, b| {
            let place = |one: &Stated| (one.claim.country.clone(), one.claim.cluster_id);
            place(a).cmp(&place(b)).then(b.adopted.cmp(&a.adopted)).then(b.claim.id.cmp(&a.claim.id))
        });
        Self { figure, stated }
    }

    /// The claim that counts for the whole programme.
    pub fn overall(&self) -> Option<&Stated> {
        self.stated
            .iter()
            .find(|one| one.adopted && one.claim.country.is_none() && one.claim.cluster_id.is_none())
    }

    pub fn of_country(&self, country: &str) -> Option<&Stated> {
        self.stated.iter().find(|one| one.adopted && one.claim.country.as_deref() == Some(country))
    }

    pub fn of_cluster(&self, cluster: &ClusterId) -> Option<&Stated> {
        self.stated.iter().find(|one| one.adopted && one.claim.cluster_id == Some(*cluster))
    }

    pub fn claims(&self) -> i64 {
        self.stated.len() as i64
    }
}

/// What was adopted last for a place counts for it; an earlier adoption stays as history.
fn adopted_of_each_place(claims: &[Claim], adoptions: &[Adoption]) -> Vec<ClaimId> {
    let place = |id: ClaimId| {
        claims.iter().find(|claim| claim.id == id).map(|claim| (claim.country.clone(), claim.cluster_id))
    };
    let latest: HashMap<_, _> = adoptions
        .iter()
        .filter_map(|adoption| Some((place(adoption.claim_id)?, adoption.claim_id)))
        .collect();
    latest.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Time;
    use crate::programme::claims::{Qualifier, Source, StatedBasis};

    fn claim(id: i64, country: Option<&str>, value: &str) -> Claim {
        Claim {
            id: ClaimId(id),
            figure_id: FigureId(1),
            country: country.map(str::to_owned),
            cluster_id: None,
            value: value.to_owned(),
            qualifier: Qualifier::Exact,
            stated_on: "2014".to_owned(),
            stated_on_basis: StatedBasis::Stated,
            source: Source::default().into(),
            note: Wording::default().into(),
            recorded_by: None,
            recorded_at: Time::from_micros(0),
        }
    }

    fn adoption(id: i64, claim: i64) -> Adoption {
        Adoption {
            id,
            claim_id: ClaimId(claim),
            reason: Wording::default().into(),
            adopted_by: None,
            adopted_at: Time::from_micros(id),
        }
    }

    #[test]
    fn the_last_adoption_of_a_place_counts_and_the_others_stay() {
        let figure = Figure {
            id: FigureId(1),
            key: "clusters-mapped".to_owned(),
            label: Wording::default().into(),
            definition: Wording::default().into(),
            unit: "clusters".to_owned(),
        };
        let claims = vec![claim(1, None, "144"), claim(2, None, "141"), claim(3, Some("TN"), "25")];
        let adoptions = [adoption(1, 1), adoption(2, 3), adoption(3, 2), adoption(4, 1)];
        let sheet = FigureSheet::new(figure, claims, &adoptions, &HashMap::new());
        assert_eq!(sheet.overall().map(|one| one.claim.value.as_str()), Some("144"));
        assert_eq!(sheet.overall().map(|one| one.adoptions.len()), Some(2));
        assert_eq!(sheet.of_country("TN").map(|one| one.claim.value.as_str()), Some("25"));
        assert_eq!(sheet.stated.iter().filter(|one| one.adopted).count(), 2);
        assert_eq!(sheet.stated.len(), 3);
    }
}
