//! What a maker tells the world about itself.

use std::ops::RangeInclusive;

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cluster::crafts;
use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::schema::maker_profiles;
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::incoterm::Incoterm;
use crate::input::{Fields, Raw, RawList, RawMoney};
use crate::locale::{RawWording, Wording};
use crate::money::{Currency, Money};

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = maker_profiles)]
pub struct MakerProfile {
    pub maker_id: OrganisationId,
    pub place: Json<Wording>,
    /// Keys of the crafts.
    pub crafts: Json<Vec<String>>,
    pub story: Json<Wording>,
    pub founded: Option<i64>,
    pub people_count: Option<i64>,
    /// Pieces a week, over all products.
    pub weekly_capacity: Option<i64>,
    /// Many makers may not export themselves; then an exporter of record stands in the deal.
    pub exports_itself: bool,
    /// The currency that the maker's prices begin with.
    pub currency: Currency,
    pub updated_at: Time,
    pub version: i64,
    pub order_minimum_minor: Option<i64>,
    pub order_minimum_currency: Option<Currency>,
    /// The delivery rules that it serves where it exports itself; none where it does not say.
    pub incoterms: Json<Vec<Incoterm>>,
}

impl MakerProfile {
    /// The least that an order must come to, whatever is in it.
    pub fn order_minimum(&self) -> Option<Money> {
        Some(Money::new(self.order_minimum_minor?, self.order_minimum_currency?))
    }
}

const LONGEST_PLACE: usize = 120;
const LONGEST_STORY: usize = 3000;
const OLDEST_WORKSHOP: i64 = 1000;
const PEOPLE: RangeInclusive<i64> = 1..=100_000;
const WEEKLY_PIECES: RangeInclusive<i64> = 1..=1_000_000;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileForm {
    pub place: RawWording,
    /// Keys of the crafts.
    pub crafts: RawList,
    pub story: RawWording,
    /// The year.
    pub founded: Raw,
    pub people_count: Raw,
    /// Pieces a week, over all products.
    pub weekly_capacity: Raw,
    pub exports_itself: Raw,
    /// Incoterms 2020 that are served to buyers abroad, such as `FCA`; none where that is open.
    pub incoterms: RawList,
    /// ISO 4217 code of the currency that new prices begin with.
    pub currency: Raw,
    /// The least that an order must come to; left out where any order will do.
    pub order_minimum: RawMoney,
    /// The version that was read; left out for the first profile.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewProfile {
    pub place: Wording,
    pub crafts: Vec<String>,
    pub story: Wording,
    pub founded: Option<i64>,
    pub people_count: Option<i64>,
    pub weekly_capacity: Option<i64>,
    pub exports_itself: bool,
    pub incoterms: Vec<Incoterm>,
    pub currency: Currency,
    pub order_minimum: Option<Money>,
    /// None for the first profile.
    pub version: Option<i64>,
}

impl ProfileForm {
    pub fn check(&self, today: Date) -> Result<NewProfile> {
        let this_year = i64::from(chrono::Datelike::year(&today));
        let mut fields = Fields::new();
        let new = NewProfile {
            place: fields.wording("place", &self.place, LONGEST_PLACE),
            crafts: crafts(&mut fields, &self.crafts),
            story: fields.optional_wording("story", &self.story, LONGEST_STORY),
            founded: fields.optional_whole("founded", &self.founded, OLDEST_WORKSHOP..=this_year),
            people_count: fields.optional_whole("people_count", &self.people_count, PEOPLE),
            weekly_capacity: fields.optional_whole("weekly_capacity", &self.weekly_capacity, WEEKLY_PIECES),
            exports_itself: fields.flag(&self.exports_itself),
            incoterms: Incoterm::read_all(&mut fields, "incoterms", &self.incoterms),
            currency: fields.currency("currency", &self.currency),
            order_minimum: fields.optional_money("order_minimum", &self.order_minimum),
            version: fields.optional_whole("version", &self.version, 1..=i64::MAX),
        };
        fields.done(new)
    }

    /// An empty form for a maker of a country.
    pub fn blank(country: &str) -> Self {
        let currency = customary_currency(country);
        let order_minimum = RawMoney { currency: currency.into(), ..RawMoney::default() };
        Self { currency: currency.into(), order_minimum, ..Self::default() }
    }
}

impl From<&MakerProfile> for ProfileForm {
    fn from(profile: &MakerProfile) -> Self {
        let number = |value: Option<i64>| value.map(Raw::from).unwrap_or_default();
        Self {
            place: RawWording::from(&*profile.place),
            crafts: RawList(profile.crafts.to_vec()),
            story: RawWording::from(&*profile.story),
            founded: number(profile.founded),
            people_count: number(profile.people_count),
            weekly_capacity: number(profile.weekly_capacity),
            exports_itself: profile.exports_itself.into(),
            incoterms: RawList(profile.incoterms.iter().map(Incoterm::to_string).collect()),
            currency: profile.currency.into(),
            order_minimum: profile.order_minimum().map(RawMoney::from).unwrap_or_default(),
            version: profile.version.into(),
        }
    }
}

/// The currency in which the trade of a country writes its price lists: what an empty form begins with.
pub fn customary_currency(country: &str) -> &'static str {
    match country {
        "DZ" => "DZD",
        "EG" => "EGP",
        "JO" => "JOD",
        // The pound has lost its use in price lists.
        "LB" => "USD",
        "MA" => "MAD",
        "PS" => "ILS",
        "TN" => "TND",
        _ => "EUR",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn form() -> ProfileForm {
        ProfileForm {
            place: RawWording { fr: "Nabeul".into(), ..RawWording::default() },
            crafts: RawList(vec!["ceramics".into()]),
            ..ProfileForm::blank("TN")
        }
    }

    fn today() -> Date {
        Date::from_ymd_opt(2026, 3, 1).unwrap()
    }

    #[test]
    fn place_and_craft_are_enough_to_begin() {
        let new = form().check(today()).unwrap();
        assert_eq!((new.currency.code(), new.version, new.exports_itself), ("TND", None, false));
    }

    #[test]
    fn nobody_was_founded_tomorrow() {
        assert!(ProfileForm { founded: "2026".into(), ..form() }.check(today()).is_ok());
        assert!(ProfileForm { founded: "٢٠٢٧".into(), ..form() }.check(today()).is_err());
        let wrong = ProfileForm { people_count: "0".into(), currency: "TDN".into(), ..form() };
        let Err(Error::Invalid(problems)) = wrong.check(today()) else { panic!("two problems expected") };
        assert!(problems.of("people_count").is_some() && problems.of("currency").is_some());
    }
}
