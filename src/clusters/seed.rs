//! The fourteen clusters that the programme began with, from `data/clusters.toml`.

use serde::Deserialize;

use super::editing::organisation_of;
use super::sector::is_sector;
use super::{NewCluster, store};
use crate::accounts;
use crate::db::{Actor, Write};
use crate::error::{Error, Result};
use crate::events::Event;
use crate::locale::Wording;
use crate::vocabulary::is_craft;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seed {
    key: String,
    country: String,
    name: Wording,
    place: Wording,
    latitude: f64,
    longitude: f64,
    sector: String,
    crafts: Vec<String>,
    summary: Wording,
}

#[derive(Debug, Deserialize)]
struct File {
    cluster: Vec<Seed>,
}

fn seeds() -> Result<Vec<Seed>> {
    let file: File = toml::from_str(include_str!("data/clusters.toml")).map_err(Error::wrap)?;
    Ok(file.cluster)
}

/// Brings in those that are not there yet, each led by an organisation of its own, and says how many. What officers
/// and agents have changed since stays as it is.
pub fn seed_clusters(tx: &mut Write<'_>) -> Result<usize> {
    let mut created = 0;
    // Lists show the newest first: going backwards they keep the file's order.
    for seed in seeds()?.into_iter().rev() {
        match store::cluster_by_slug(tx, &seed.key) {
            Ok(_) => continue,
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
        let by = Actor::default();
        let organisation = accounts::enrol(tx, by, &organisation_of(&seed.name, &seed.country))?;
        let new = NewCluster {
            name: seed.name,
            country: seed.country,
            place: seed.place,
            sector: seed.sector,
            crafts: seed.crafts,
            summary: seed.summary,
            latitude: Some(seed.latitude),
            longitude: Some(seed.longitude),
        };
        if !is_sector(&new.sector) || !new.crafts.iter().all(|craft| is_craft(craft)) {
            return Err(Error::broken(format!("cluster {} names an unknown sector or craft", seed.key)));
        }
        let id = store::insert_cluster(tx, organisation, &seed.key, &new)?;
        tx.record(by, Event::ClusterChanged { cluster: id });
        created += 1;
    }
    Ok(created)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clusters_in_each_of_seven_countries() {
        let seeds = seeds().unwrap();
        let mut countries: Vec<_> = seeds.iter().map(|seed| seed.country.as_str()).collect();
        countries.sort_unstable();
        assert_eq!(countries.chunks(2).map(|pair| pair[0]).collect::<String>(), "DZEGJOLBMAPSTN");
        assert!(countries.chunks(2).all(|pair| pair[0] == pair[1]));
    }

    #[test]
    fn every_cluster_is_told_in_three_languages_and_known_words() {
        for seed in seeds().unwrap() {
            for wording in [&seed.name, &seed.place, &seed.summary] {
                assert_eq!(wording.iter().count(), 3, "{}", seed.key);
            }
            assert!(is_sector(&seed.sector), "{}", seed.key);
            assert!(seed.crafts.iter().all(|craft| is_craft(craft)), "{}", seed.key);
        }
    }
}
