//! One of a maker's people.

use diesel::prelude::*;

use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{artisan_consents, artisans};
use crate::ids::{ArtisanId, OrganisationId, PersonId};
use crate::locale::Wording;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = artisans)]
pub struct Artisan {
    pub id: ArtisanId,
    pub maker_id: OrganisationId,
    /// As they wish to be called.
    pub name: String,
    pub role: Json<Wording>,
    /// Keys of the techniques.
    pub techniques: Json<Vec<String>>,
    /// The year in which they began.
    pub since: Option<i64>,
    pub words: Json<Wording>,
    /// The key of a file.
    pub portrait: Option<String>,
    /// Do they agree that name and portrait are shown?
    pub consents: bool,
    /// From when on they are named on new pieces no more.
    pub retired_at: Option<Time>,
    pub erased_at: Option<Time>,
    pub version: i64,
    pub created_at: Time,
    pub updated_at: Time,
}

impl Artisan {
    /// May others read their name?
    pub fn is_known(&self) -> bool {
        self.consents && self.erased_at.is_none()
    }

    /// Do they stand among the people of the workshop today?
    pub fn is_on_show(&self) -> bool {
        self.is_known() && self.retired_at.is_none()
    }

    /// May they be named on a piece that did not name them before?
    pub fn is_offered(&self) -> bool {
        self.retired_at.is_none() && self.erased_at.is_none()
    }

    pub fn portrait_address(&self) -> Option<String> {
        self.portrait.as_deref().map(crate::catalogue::picture::address)
    }
}

/// That consent was given or taken back.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = artisan_consents)]
pub struct Consent {
    pub id: i64,
    pub artisan_id: ArtisanId,
    pub given: bool,
    /// What it rests on: a signed paper, a conversation.
    pub how: String,
    pub recorded_by: PersonId,
    pub recorded_at: Time,
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn artisan() -> Artisan {
        let now = Time::from_micros(0);
        Artisan {
            id: ArtisanId(1),
            maker_id: OrganisationId(1),
            name: "Zohra".to_owned(),
            role: Json::default(),
            techniques: Json::default(),
            since: None,
            words: Json::default(),
            portrait: None,
            consents: true,
            retired_at: None,
            erased_at: None,
            version: 1,
            created_at: now,
            updated_at: now,
        }
    }

    #[test]
    fn without_consent_nobody_is_known() {
        let then = Some(Time::from_micros(1));
        let say = |artisan: Artisan| [artisan.is_known(), artisan.is_on_show(), artisan.is_offered()];
        assert_eq!(say(artisan()), [true, true, true]);
        assert_eq!(say(Artisan { consents: false, ..artisan() }), [false, false, true]);
        assert_eq!(say(Artisan { retired_at: then, ..artisan() }), [true, false, false]);
        assert_eq!(say(Artisan { erased_at: then, ..artisan() }), [false, false, false]);
    }
}
