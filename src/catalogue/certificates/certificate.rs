//! A certificate, and what it means that it is valid: confirmed by an officer, within its days, for a product in its
//! scope. That is never stored: it is reckoned from the day on which somebody asks.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::scheme::{OTHER, scheme_label};
use crate::clock::{Date, Time};
use crate::columns::Json;
use crate::db::schema::{certificate_decisions, certificates};
use crate::ids::{CertificateId, FileId, OrganisationId, PersonId, ProductId};
use crate::locale::Language;

/// Which goods of its maker it is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Covers {
    #[default]
    All,
    Chosen,
}

crate::text_enum!(Covers { All => "all", Chosen => "chosen" });

/// What officers think of it as it stands now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    #[default]
    Unverified,
    Confirmed,
    Refused,
}

crate::text_enum!(Standing { Unverified => "unverified", Confirmed => "confirmed", Refused => "refused" });

/// What an officer says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decision {
    #[default]
    Confirmed,
    Refused,
}

crate::text_enum!(Decision { Confirmed => "confirmed", Refused => "refused" });

impl From<Decision> for Standing {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::Confirmed => Self::Confirmed,
            Decision::Refused => Self::Refused,
        }
    }
}

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = certificates)]
pub struct Certificate {
    pub id: CertificateId,
    pub maker_id: OrganisationId,
    pub scheme: String,
    /// Its own name, where the scheme is another one.
    pub name: String,
    pub number: String,
    pub issuer: String,
    pub covers: Covers,
    /// What it is about, where it is not about everything.
    pub products: Json<Vec<ProductId>>,
    pub valid_from: Date,
    /// The last day; None for what does not end.
    pub valid_until: Option<Date>,
    pub note: String,
    pub file_id: Option<FileId>,
    pub standing: Standing,
    /// When an officer said what the standing is.
    pub checked_at: Option<Time>,
    pub version: i64,
    pub created_at: Time,
    pub updated_at: Time,
    pub removed_at: Option<Time>,
}

/// What an officer said of it. Rows are only ever added.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = certificate_decisions)]
pub struct Decided {
    pub id: i64,
    pub certificate_id: CertificateId,
    pub version: i64,
    pub decision: Decision,
    pub note: String,
    pub seen: Json<Seen>,
    pub officer_id: PersonId,
    pub decided_at: Time,
}

/// What stood in a certificate when an officer decided about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    pub scheme: String,
    pub name: String,
    pub number: String,
    pub issuer: String,
    pub covers: Covers,
    pub products: Vec<ProductId>,
    pub valid_from: Date,
    pub valid_until: Option<Date>,
    pub file: Option<FileId>,
}

impl From<&Certificate> for Seen {
    fn from(certificate: &Certificate) -> Self {
        Self {
            scheme: certificate.scheme.clone(),
            name: certificate.name.clone(),
            number: certificate.number.clone(),
            issuer: certificate.issuer.clone(),
            covers: certificate.covers,
            products: certificate.products.to_vec(),
            valid_from: certificate.valid_from,
            valid_until: certificate.valid_until,
            file: certificate.file_id,
        }
    }
}

impl Certificate {
    /// Does an officer vouch for it, whatever the day is?
    pub fn is_confirmed(&self) -> bool {
        self.standing == Standing::Confirmed && self.removed_at.is_none()
    }

    /// Has an officer said that it is not what it says?
    pub fn is_refused(&self) -> bool {
        self.standing == Standing::Refused
    }

    pub fn is_valid_on(&self, day: Date) -> bool {
        self.is_confirmed() && self.valid_from <= day && self.valid_until.is_none_or(|last| day <= last)
    }

    pub fn is_about(&self, product: ProductId) -> bool {
        match self.covers {
            Covers::All => true,
            Covers::Chosen => self.products.contains(&product),
        }
    }

    /// What it is called: its scheme, or its own name where the scheme is in no list.
    pub fn title(&self, language: Language) -> String {
        match self.scheme.as_str() {
            OTHER => self.name.clone(),
            key => scheme_label(key, language),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn certificate() -> Certificate {
        let now = Time::from_micros(0);
        let day = |month, day| Date::from_ymd_opt(2026, month, day).unwrap();
        Certificate {
            id: CertificateId(1),
            maker_id: OrganisationId(1),
            scheme: "gots".to_owned(),
            name: String::new(),
            number: "TN-1".to_owned(),
            issuer: "Ecocert".to_owned(),
            covers: Covers::All,
            products: Json::default(),
            valid_from: day(3, 1),
            valid_until: Some(day(3, 31)),
            note: String::new(),
            file_id: None,
            standing: Standing::Confirmed,
            checked_at: Some(now),
            version: 1,
            created_at: now,
            updated_at: now,
            removed_at: None,
        }
    }

    fn valid(certificate: &Certificate) -> [bool; 4] {
        [(2, 28), (3, 1), (3, 31), (4, 1)]
            .map(|(month, day)| certificate.is_valid_on(Date::from_ymd_opt(2026, month, day).unwrap()))
    }

    #[test]
    fn it_is_valid_from_its_first_day_to_its_last_and_only_if_confirmed() {
        assert_eq!(valid(&certificate()), [false, true, true, false]);
        assert_eq!(
            valid(&Certificate { valid_until: None, ..certificate() }),
            [false, true, true, true],
            "without an end it goes on"
        );
        for standing in [Standing::Unverified, Standing::Refused] {
            assert_eq!(valid(&Certificate { standing, ..certificate() }), [false; 4], "{standing}");
        }
        let removed = Certificate { removed_at: Some(Time::from_micros(1)), ..certificate() };
        assert_eq!(valid(&removed), [false; 4]);
    }

    #[test]
    fn it_is_about_everything_or_about_what_was_chosen() {
        let about = |certificate: Certificate| [1, 2].map(|id| certificate.is_about(ProductId(id)));
        assert_eq!(about(certificate()), [true, true]);
        let chosen =
            Certificate { covers: Covers::Chosen, products: vec![ProductId(2)].into(), ..certificate() };
        assert_eq!(about(chosen), [false, true]);
        assert_eq!(about(Certificate { covers: Covers::Chosen, ..certificate() }), [false, false]);
    }

    #[test]
    fn what_is_in_no_list_says_its_own_name() {
        let own = Certificate { scheme: OTHER.into(), name: "Main du potier".into(), ..certificate() };
        assert_eq!(own.title(Language::Ar), "Main du potier");
        assert_eq!(certificate().title(Language::En), "GOTS organic textile");
    }
}
