//! What a new house knows about the programme from its published sources. Running it again adds what is missing (an
//! initiative whose cluster came later) and touches nothing that is there: officers may have changed it.

use serde::Deserialize;
use toml::value::Datetime;

use super::claims::{self, NewClaim, Qualifier, Source, StatedBasis, store as claims_store};
use super::indicators::{
    Aggregation, Computed, Direction, NewIndicator, NewTarget, TargetBasis, store as indicators_store,
};
use super::initiatives::{self, NewInitiative, Phase, store as initiatives_store};
use crate::clock::Date;
use crate::clusters;
use crate::db::Write;
use crate::error::{Error, Result, if_found};
use crate::ids::ClusterId;
use crate::locale::Wording;

/// Loads initiatives, published figures with their claims, and indicators with their targets.
pub fn seed(tx: &mut Write<'_>) -> Result<()> {
    initiatives(tx)?;
    figures(tx)?;
    claims(tx)?;
    indicators(tx)
}

fn read<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(Error::wrap)
}

fn date(datetime: &Datetime) -> Result<Date> {
    datetime.to_string().parse().map_err(Error::wrap)
}

fn cluster_named(tx: &mut Write<'_>, slug: &str) -> Result<Option<ClusterId>> {
    Ok(if_found(clusters::cluster_by_slug(tx, slug))?.map(|cluster| cluster.id))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Initiatives {
    initiative: Vec<InitiativeEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InitiativeEntry {
    cluster: String,
    phase: Phase,
    starts: Datetime,
    ends: Datetime,
    dates: String,
    text: String,
    title: Wording,
    summary: Wording,
}

fn initiatives(tx: &mut Write<'_>) -> Result<()> {
    let known: Vec<String> =
        initiatives::initiatives(tx)?.into_iter().map(|(initiative, _)| initiative.slug).collect();
    for entry in read::<Initiatives>(include_str!("data/initiatives.toml"))?.initiative {
        if known.contains(&entry.cluster) {
            continue;
        }
        let Some(cluster) = cluster_named(tx, &entry.cluster)? else { continue };
        let new = NewInitiative {
            cluster,
            slug: entry.cluster,
            title: entry.title,
            summary: entry.summary,
            phase: entry.phase,
            starts_on: Some(date(&entry.starts)?),
            ends_on: Some(date(&entry.ends)?),
            dates_indicative: entry.dates == "indicative",
            text_illustrative: entry.text == "illustrative",
        };
        initiatives_store::insert(tx, &new)?;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figures {
    figure: Vec<FigureEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureEntry {
    key: String,
    unit: String,
    label: Wording,
    definition: Wording,
}

fn figures(tx: &mut Write<'_>) -> Result<()> {
    let known: Vec<String> = claims::figure_sheets(tx)?.into_iter().map(|sheet| sheet.figure.key).collect();
    for entry in read::<Figures>(include_str!("data/figures.toml"))?.figure {
        if !known.contains(&entry.key) {
            claims_store::insert_figure(tx, &entry.key, &entry.label, &entry.definition, &entry.unit)?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Claims {
    claim: Vec<ClaimEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClaimEntry {
    figure: String,
    country: Option<String>,
    cluster: Option<String>,
    value: String,
    /// Repeats the figure's; a claim in another unit would be a mistake in the table.
    unit: String,
    qualifier: Qualifier,
    stated_on: String,
    stated_on_basis: StatedBasis,
    source: Source,
    note: Wording,
    adopted: bool,
    #[serde(default)]
    reason: Wording,
}

fn claims(tx: &mut Write<'_>) -> Result<()> {
    let sheets = claims::figure_sheets(tx)?;
    for entry in read::<Claims>(include_str!("data/claims.toml"))?.claim {
        let wrong = |what: &str| Error::broken(format!("claim about {}: {what}", entry.figure));
        let sheet =
            sheets.iter().find(|sheet| sheet.figure.key == entry.figure).ok_or_else(|| wrong("no figure"))?;
        if sheet.figure.unit != entry.unit {
            return Err(wrong("unit differs from the figure's"));
        }
        let cluster = match &entry.cluster {
            None => None,
            Some(slug) => match cluster_named(tx, slug)? {
                Some(cluster) => Some(cluster),
                None => continue,
            },
        };
        let is_known = sheet.stated.iter().map(|one| &one.claim).any(|claim| {
            claim.recorded_by.is_none()
                && claim.country == entry.country
                && claim.cluster_id == cluster
                && claim.value == entry.value
                && claim.stated_on == entry.stated_on
        });
        if is_known {
            continue;
        }
        let new = NewClaim {
            figure: sheet.figure.id,
            country: entry.country,
            cluster,
            value: entry.value,
            qualifier: entry.qualifier,
            stated_on: entry.stated_on,
            stated_on_basis: entry.stated_on_basis,
            source: entry.source,
            note: entry.note,
        };
        let claim = claims_store::insert_claim(tx, &new, None)?;
        if entry.adopted {
            claims_store::insert_adoption(tx, claim.id, &entry.reason, None)?;
        }
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicators {
    indicator: Vec<IndicatorEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorEntry {
    code: String,
    /// For whoever reads the table.
    #[serde(rename = "key")]
    _key: String,
    name: Wording,
    definition: Wording,
    unit: String,
    direction: Direction,
    aggregation: Aggregation,
    computed: Computed,
    baseline: String,
    baseline_on: Datetime,
    targets: Vec<TargetEntry>,
    targets_basis: TargetBasis,
    assumptions: Wording,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TargetEntry {
    on: Datetime,
    value: String,
}

fn indicators(tx: &mut Write<'_>) -> Result<()> {
    let known: Vec<String> = indicators_store::indicators(tx)?.into_iter().map(|known| known.code).collect();
    let entries = read::<Indicators>(include_str!("data/indicators.toml"))?.indicator;
    for (position, entry) in (1..).zip(entries) {
        if known.contains(&entry.code) {
            continue;
        }
        let new = NewIndicator {
            code: entry.code,
            name: entry.name,
            definition: entry.definition,
            unit: entry.unit,
            direction: entry.direction,
            aggregation: entry.aggregation,
            computed: entry.computed,
            baseline: entry.baseline,
            baseline_on: date(&entry.baseline_on)?,
            assumptions: entry.assumptions,
            position,
        };
        let indicator = indicators_store::insert_indicator(tx, &new)?;
        for target in entry.targets {
            let new = NewTarget {
                due_on: date(&target.on)?,
                value: target.value,
                basis: entry.targets_basis,
                reason: Wording::default(),
            };
            indicators_store::insert_target(tx, indicator, &new, None)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::programme::indicators::{Reader, ScopeQuery};
    use crate::programme::sample::House;
    use crate::programme::{claims, indicators, initiatives};

    fn counts(house: &House) -> [usize; 4] {
        house
            .db
            .read_now(|conn| {
                let sheets = claims::figure_sheets(conn)?;
                let whole = ScopeQuery::default();
                let today = crate::programme::sample::day("2026-03-02");
                Ok([
                    initiatives::initiatives(conn)?.len(),
                    sheets.len(),
                    sheets.iter().map(|sheet| sheet.stated.len()).sum(),
                    indicators::indicators(conn, &whole, Reader::Officer, today)?.len(),
                ])
            })
            .unwrap()
    }

    #[test]
    fn seeding_again_adds_only_what_was_missing() {
        let house = House::seeded();
        let without_clusters = counts(&house);
        assert_eq!(without_clusters[0], 0, "an initiative needs its cluster");
        assert_eq!(without_clusters[3], 10);
        house.write(super::seed);
        assert_eq!(counts(&house), without_clusters);
        house.cluster("art-de-table-nabeul", "TN");
        house.write(super::seed);
        let with_one = counts(&house);
        assert_eq!(with_one[0], 1);
        assert_eq!(with_one[2], without_clusters[2] + 3, "three claims speak of Nabeul");
    }

    #[test]
    fn every_figure_has_one_adopted_claim_for_each_place_it_is_claimed_for() {
        let house = House::seeded();
        house.cluster("art-de-table-nabeul", "TN");
        house.write(super::seed);
        for sheet in house.db.read_now(claims::figure_sheets).unwrap() {
            let places: std::collections::BTreeSet<_> =
                sheet.stated.iter().map(|one| (one.claim.country.clone(), one.claim.cluster_id)).collect();
            let adopted = sheet.stated.iter().filter(|one| one.adopted).count();
            assert_eq!(adopted, places.len(), "{}", sheet.figure.key);
        }
    }
}
