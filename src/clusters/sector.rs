//! The sectors of the cultural and creative industries: a tree, read once from `data/sectors.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::locale::{Language, Wording};

#[derive(Clone, Debug, Deserialize)]
pub struct Sector {
    pub key: String,
    /// None for the four families.
    pub parent: Option<String>,
    pub label: Wording,
}

#[derive(Deserialize)]
struct File {
    sector: Vec<Sector>,
}

static SECTORS: LazyLock<Vec<Sector>> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("data/sectors.toml"))
        .expect("our sectors are sound TOML; a test reads them");
    file.sector
});

/// Every sector, each after its parent.
pub fn sectors() -> &'static [Sector] {
    &SECTORS
}

fn find(key: &str) -> Option<&'static Sector> {
    SECTORS.iter().find(|sector| sector.key == key)
}

pub fn is_sector(key: &str) -> bool {
    find(key).is_some()
}

/// A sector's name for a reader; an unknown key is shown as it is.
pub fn sector_label(key: &str, language: Language) -> String {
    find(key).map_or(key, |sector| sector.label.best(language)).to_owned()
}

impl Sector {
    /// How far below its family it stands: 0 for a family.
    pub fn depth(&self) -> usize {
        std::iter::successors(Some(self), |sector| find(sector.parent.as_deref()?)).count() - 1
    }
}

/// A sector and everything below it: whoever filters by habitat means lighting too.
pub fn and_below(key: &str) -> Vec<&'static str> {
    let below = |sector: &&'static Sector| {
        std::iter::successors(Some(*sector), |sector| find(sector.parent.as_deref()?))
            .any(|ancestor| ancestor.key == key)
    };
    SECTORS.iter().filter(below).map(|sector| sector.key.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sector_hangs_under_one_that_stands_before_it() {
        for (position, sector) in sectors().iter().enumerate() {
            assert_eq!(sector.label.iter().count(), 3, "{}", sector.key);
            if let Some(parent) = &sector.parent {
                let above = sectors()[..position].iter().any(|earlier| earlier.key == *parent);
                assert!(above, "{} hangs under {parent}, which does not stand before it", sector.key);
            }
        }
    }

    #[test]
    fn a_family_holds_its_sectors_and_no_other() {
        let design = and_below("habitat");
        assert!(design.contains(&"habitat") && design.contains(&"lighting"));
        assert!(!design.contains(&"jewellery") && !design.contains(&"design"));
        assert_eq!(and_below("lighting"), ["lighting"]);
        assert!(and_below("no-such-sector").is_empty());
    }

    #[test]
    fn the_crafts_name_sectors_that_are_there() {
        for craft in crate::vocabulary::crafts() {
            let sector = craft.sector.as_deref().expect("every craft has a sector");
            assert!(is_sector(sector), "{} names {sector}", craft.key);
        }
    }
}
