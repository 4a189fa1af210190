//! Makers and clusters as cards. Whoever has pictures to show puts them in; the catalogue stands to our right.

use super::{Cluster, Workshop};
use crate::locale::Language;
use crate::vocabulary;
use crate::web::Page;

#[derive(Clone, Debug)]
pub struct CardPicture {
    pub src: String,
    pub alt: String,
    pub width: i64,
    pub height: i64,
}

#[derive(Clone, Debug)]
pub struct MakerCard {
    pub href: String,
    pub name: String,
    pub place: String,
    pub crafts: String,
    pub story: String,
    pub picture: Option<CardPicture>,
    pub verified: bool,
}

impl MakerCard {
    pub fn new(page: &Page, workshop: &Workshop) -> Self {
        let language = page.language();
        let country = page.country(&workshop.organisation.country);
        let place = match workshop.place(language) {
            "" => country,
            town => format!("{town}, {country}"),
        };
        let story = workshop.profile.as_ref().map_or("", |profile| profile.story.best(language));
        Self {
            href: format!("/makers/{}", workshop.organisation.slug),
            name: workshop.name(language).to_owned(),
            place,
            crafts: craft_labels(workshop.crafts(), language),
            story: story.to_owned(),
            picture: None,
            verified: workshop.organisation.is_approved(),
        }
    }
}

#[derive(Clone, Debug)]
pub struct ClusterCard {
    pub href: String,
    pub name: String,
    pub place: String,
    pub summary: String,
    pub picture: Option<CardPicture>,
    pub makers: String,
}

impl ClusterCard {
    pub fn new(page: &Page, cluster: &Cluster, members: i64) -> Self {
        let language = page.language();
        let makers = page.say("unit-makers").with("count", members).with("shown", page.number(members));
        Self {
            href: format!("/clusters/{}", cluster.slug),
            name: cluster.name.best(language).to_owned(),
            place: format!("{}, {}", cluster.place.best(language), page.country(&cluster.country)),
            summary: cluster.summary.best(language).to_owned(),
            picture: None,
            makers: makers.to_string(),
        }
    }
}

/// `Ceramics, Mosaic`, as a reader's language writes lists.
pub fn craft_labels(crafts: &[String], language: Language) -> String {
    let comma = if language == Language::Ar { "، " } else { ", " };
    crafts.iter().map(|craft| vocabulary::label(craft, language)).collect::<Vec<_>>().join(comma)
}
