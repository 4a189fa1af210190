//! What a source once said about a figure, when, and how sure it was.

use chrono::Datelike;
use diesel::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::schema::{adoptions, claims};
use crate::error::Message;
use crate::ids::{ClaimId, ClusterId, FigureId, PersonId};
use crate::locale::{self, Language, Wording};

/// How the source put the number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Qualifier {
    #[default]
    Exact,
    About,
    Over,
}

crate::text_enum!(Qualifier { Exact => "exact", About => "about", Over => "over" });

/// Does the source carry its date, or has somebody estimated it?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatedBasis {
    #[default]
    Stated,
    Estimated,
}

crate::text_enum!(StatedBasis { Stated => "stated", Estimated => "estimated" });

/// Where a claim can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    pub title: Wording,
    #[serde(default)]
    pub url: Option<String>,
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = claims)]
pub struct Claim {
    pub id: ClaimId,
    pub figure_id: FigureId,
    /// Neither a country nor a cluster: the whole programme.
    pub country: Option<String>,
    pub cluster_id: Option<ClusterId>,
    pub value: String,
    pub qualifier: Qualifier,
    /// An ISO date cut to what is known: `2014`, `2014-12` or `2014-12-11`.
    pub stated_on: String,
    pub stated_on_basis: StatedBasis,
    pub source: Json<Source>,
    pub note: Json<Wording>,
    /// Nobody: it came with the house.
    pub recorded_by: Option<PersonId>,
    pub recorded_at: Time,
}

/// A claim to be recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct NewClaim {
    pub figure: FigureId,
    pub country: Option<String>,
    pub cluster: Option<ClusterId>,
    pub value: String,
    pub qualifier: Qualifier,
    pub stated_on: String,
    pub stated_on_basis: StatedBasis,
    pub source: Source,
    pub note: Wording,
}

/// The decision that a claim is the one that counts for its place.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = adoptions)]
pub struct Adoption {
    pub id: i64,
    pub claim_id: ClaimId,
    pub reason: Json<Wording>,
    pub adopted_by: Option<PersonId>,
    pub adopted_at: Time,
}

/// Checks a date that may be cut to its year or month.
pub fn check_stated_on(text: &str) -> Result<String, Message> {
    let padded = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let date: Date = padded.parse().map_err(|_| Message::new("problem-stated-on"))?;
    if padded.len() == 10 && (1900..=2200).contains(&date.year()) {
        Ok(text.to_owned())
    } else {
        Err(Message::new("problem-stated-on"))
    }
}

/// The date as far as it is known, in a reader's language.
pub fn stated_on_in(text: &str, language: Language) -> String {
    let whole = match text.len() {
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    match (text.len(), whole.parse::<Date>()) {
        (7, Ok(month)) => locale::month(language, month),
        (10, Ok(date)) => locale::date(language, date),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_it_is_known() {
        for right in ["2014", "2014-12", "2014-12-11"] {
            assert_eq!(check_stated_on(right).unwrap(), right);
        }
        for wrong in ["", "14", "2014-13", "2014-02-30", "last year", "201412", "1014", "2014-1-1"] {
            assert!(check_stated_on(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(stated_on_in("2014", Language::En), "2014");
        assert_eq!(stated_on_in("2014-12", Language::En), "December 2014");
        assert_eq!(stated_on_in("2014-12-11", Language::En), "11 December 2014");
    }
}
