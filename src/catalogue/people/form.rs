//! What a maker writes about one of its people.

use chrono::Datelike;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Artisan;
use crate::catalogue::vocabulary;
use crate::clock::Date;
use crate::error::Result;
use crate::input::{Fields, Raw, RawList};
use crate::locale::{RawWording, Wording};

const LONGEST_NAME: usize = 120;
const LONGEST_WORDS: usize = 1500;
const MOST_TECHNIQUES: usize = 12;
const OLDEST: i64 = 1900;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ArtisanForm {
    /// The name, or the one by which they wish to be known.
    pub name: Raw,
    /// What they are in the workshop: potter, weaver, head of the dyeing room.
    pub role: RawWording,
    /// Keys of the techniques.
    pub techniques: RawList,
    /// The year in which they began.
    pub since: Raw,
    /// What is worth knowing about them, in their words or the workshop's.
    pub words: RawWording,
    /// `true` if they agree that name and portrait are shown to the world; without it nothing of them is public.
    pub consents: Raw,
    /// How they said so, or took it back: on paper and when, or to whom. Needed whenever `consents` changes.
    pub consent: Raw,
    /// `true` if they do not work here any more: old pieces still name them, new ones cannot.
    pub retired: Raw,
    /// When changing it: the version that was changed.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewArtisan {
    pub name: String,
    pub role: Wording,
    pub techniques: Vec<String>,
    pub since: Option<i64>,
    pub words: Wording,
    pub consents: bool,
    pub consent: String,
    pub retired: bool,
}

impl ArtisanForm {
    /// As it would be sent to keep somebody as they are.
    pub fn of(artisan: &Artisan) -> Self {
        Self {
            name: artisan.name.as_str().into(),
            role: RawWording::from(&*artisan.role),
            techniques: RawList(artisan.techniques.to_vec()),
            since: artisan.since.map(Raw::from).unwrap_or_default(),
            words: RawWording::from(&*artisan.words),
            consents: artisan.consents.into(),
            consent: Raw::default(),
            retired: artisan.retired_at.is_some().into(),
            version: artisan.version.into(),
        }
    }

    pub fn check(&self, today: Date, before: Option<&Artisan>) -> Result<NewArtisan> {
        let mut fields = Fields::new();
        let consents = fields.flag(&self.consents);
        let new = NewArtisan {
            name: fields.text("name", &self.name, LONGEST_NAME),
            role: fields.wording("role", &self.role, LONGEST_NAME),
            techniques: fields.keys(
                "techniques",
                &self.techniques,
                MOST_TECHNIQUES,
                vocabulary::is_technique,
            ),
            since: fields.optional_whole("since", &self.since, OLDEST..=i64::from(today.year())),
            words: fields.optional_wording("words", &self.words, LONGEST_WORDS),
            consents,
            // Only a change needs to say what it rests on.
            consent: match consents == before.is_some_and(|before| before.consents) {
                true => fields.optional_text("consent", &self.consent, LONGEST_WORDS).unwrap_or_default(),
                false => fields.text("consent", &self.consent, LONGEST_WORDS),
            },
            retired: fields.flag(&self.retired),
        };
        fields.done(new)
    }
}

/// That somebody is to be forgotten.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ErasureForm {
    /// `true`: it cannot be undone.
    pub sure: Raw,
}

impl ErasureForm {
    pub(super) fn check(&self) -> Result<()> {
        let mut fields = Fields::new();
        if !fields.flag(&self.sure) {
            fields.problem("sure", "problem-artisan-erase-sure");
        }
        fields.done(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::artisan::tests::artisan;
    use super::*;
    use crate::error::Error;

    fn form() -> ArtisanForm {
        ArtisanForm {
            name: "Zohra".into(),
            role: RawWording { fr: "Potière".into(), ..RawWording::default() },
            ..ArtisanForm::default()
        }
    }

    fn wrong(form: &ArtisanForm, before: Option<&Artisan>) -> Vec<String> {
        match form.check(Date::from_ymd_opt(2026, 3, 2).unwrap(), before) {
            Ok(_) => Vec::new(),
            Err(Error::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn a_change_of_consent_says_what_it_rests_on() {
        assert!(wrong(&form(), None).is_empty());
        let agrees = ArtisanForm { consents: "true".into(), ..form() };
        assert_eq!(wrong(&agrees, None), ["consent"]);
        assert!(wrong(&agrees, Some(&artisan())).is_empty(), "as before");
        assert_eq!(wrong(&form(), Some(&artisan())), ["consent"], "taken back");
        assert!(wrong(&ArtisanForm { consent: "Signed on 1 March.".into(), ..agrees }, None).is_empty());
        assert_eq!(wrong(&ArtisanForm { since: "2027".into(), ..form() }, None), ["since"]);
    }
}
