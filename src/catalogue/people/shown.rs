//! The people of a workshop as the world sees them: only those who agreed.

use super::{Artisan, Credit, store};
use crate::catalogue::pages::Spoken;
use crate::catalogue::vocabulary;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::web::Page;

/// Those of a maker who are there today and agreed to be shown.
pub fn artisans_on_show(conn: &mut DbConnection, maker: OrganisationId) -> Result<Vec<Artisan>> {
    let mut artisans = store::artisans_of_maker(conn, maker)?;
    artisans.retain(Artisan::is_on_show);
    Ok(artisans)
}

/// One of them as `people::cards` shows them.
#[derive(Clone, Debug)]
pub struct ShownArtisan {
    pub name: String,
    pub portrait: Option<String>,
    pub role: String,
    pub since: Option<String>,
    pub techniques: Vec<String>,
    words: Option<Spoken>,
}

impl ShownArtisan {
    pub fn of(page: &Page, artisan: &Artisan) -> Self {
        let label = |key: &String| vocabulary::label(key, page.language());
        Self {
            name: artisan.name.clone(),
            portrait: artisan.portrait_address(),
            role: artisan.role.best(page.language()).to_owned(),
            // A year is no quantity: it has no mark between its thousands.
            since: artisan
                .since
                .map(|year| page.say("artisan-since-year").with("year", year.to_string()).to_string()),
            techniques: artisan.techniques.iter().map(label).collect(),
            words: Spoken::of(page, &artisan.words),
        }
    }

    /// Language, direction and paragraphs of what is told about them.
    pub fn told(&self) -> Option<(&'static str, &'static str, &[String])> {
        self.words.as_ref().map(|words| (words.lang, words.dir, words.paragraphs.as_slice()))
    }
}

/// A part of the work with who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownCredit {
    pub did: String,
    pub who: String,
    pub role: String,
    pub portrait: Option<String>,
}

impl ShownCredit {
    /// Whoever is not known by name is a maker of this workshop, once for each part of the work.
    pub fn all(page: &Page, credits: &[Credit]) -> Vec<Self> {
        let mut shown: Vec<Self> = Vec::new();
        for credit in credits {
            let artisan = Some(&credit.artisan).filter(|artisan| artisan.is_known());
            let one = Self {
                did: page.term("did", credit.did),
                who: match artisan {
                    Some(artisan) => artisan.name.clone(),
                    None => page.say("artisan-unnamed").to_string(),
                },
                role: artisan
                    .map(|artisan| artisan.role.best(page.language()).to_owned())
                    .unwrap_or_default(),
                portrait: artisan.and_then(Artisan::portrait_address),
            };
            if !shown.contains(&one) {
                shown.push(one);
            }
        }
        shown
    }
}
