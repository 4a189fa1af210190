//! What a maker writes about a certificate, and what an officer answers.

use chrono::Months;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::certificate::{Certificate, Covers, Decision};
use super::scheme::{self, OTHER};
use crate::clock::Date;
use crate::error::{Message, Result};
use crate::ids::ProductId;
use crate::input::{Fields, Raw, RawList};

const LONGEST_LINE: usize = 120;
const LONGEST_NOTE: usize = 1000;
const MOST_PRODUCTS: usize = 500;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CertificateForm {
    /// A key of the schemes: `gots`, `oeko-tex-100`, `food-contact`, …; `other` brings its own name.
    pub scheme: Raw,
    /// What it is called, if the scheme is `other`.
    pub name: Raw,
    /// As it stands on the paper; a maker's own declaration may have none.
    pub number: Raw,
    /// Who gave it.
    pub issuer: Raw,
    /// `all` of the maker's products, or `chosen` ones.
    pub covers: Raw,
    /// Ids of the chosen products.
    pub products: RawList,
    /// The first day, as `2026-03-01`.
    pub valid_from: Raw,
    /// The last day; empty for what does not end.
    pub valid_until: Raw,
    /// For the officer who checks it.
    pub note: Raw,
    /// When changing it: the version that was changed.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewCertificate {
    pub scheme: String,
    pub name: String,
    pub number: String,
    pub issuer: String,
    pub covers: Covers,
    pub products: Vec<ProductId>,
    pub valid_from: Date,
    pub valid_until: Option<Date>,
    pub note: String,
}

impl CertificateForm {
    /// As it would be sent to keep a certificate as it is.
    pub fn of(certificate: &Certificate) -> Self {
        let products = certificate.products.iter().map(ToString::to_string).collect();
        Self {
            scheme: certificate.scheme.as_str().into(),
            name: certificate.name.as_str().into(),
            number: certificate.number.as_str().into(),
            issuer: certificate.issuer.as_str().into(),
            covers: certificate.covers.into(),
            products: RawList(products),
            valid_from: certificate.valid_from.into(),
            valid_until: certificate.valid_until.map(Raw::from).unwrap_or_default(),
            note: certificate.note.as_str().into(),
            version: certificate.version.into(),
        }
    }

    pub fn check(&self) -> Result<NewCertificate> {
        let mut fields = Fields::new();
        let scheme = fields.text("scheme", &self.scheme, 40);
        let known = scheme::scheme(&scheme);
        if known.is_none() && fields.is_sound("scheme") {
            fields.problem("scheme", Message::new("problem-unknown-key").with("key", scheme.as_str()));
        }
        let name = match scheme == OTHER {
            true => fields.text("name", &self.name, LONGEST_LINE),
            false => String::new(),
        };
        let new = NewCertificate {
            name,
            number: match known.is_some_and(|scheme| scheme.unnumbered) {
                true => fields.optional_text("number", &self.number, LONGEST_LINE).unwrap_or_default(),
                false => fields.text("number", &self.number, LONGEST_LINE),
            },
            issuer: fields.text("issuer", &self.issuer, LONGEST_LINE),
            covers: fields.choice("covers", &self.covers),
            products: Vec::new(),
            valid_from: fields.date("valid_from", &self.valid_from),
            valid_until: fields.optional_date("valid_until", &self.valid_until),
            note: fields.optional_text("note", &self.note, LONGEST_NOTE).unwrap_or_default(),
            scheme,
        };
        let products = match new.covers {
            Covers::All => Vec::new(),
            Covers::Chosen => self.chosen(&mut fields),
        };
        if ["valid_from", "valid_until"].iter().all(|field| fields.is_sound(field)) {
            check_days(&mut fields, &new, known.and_then(|scheme| scheme.months));
        }
        fields.done(NewCertificate { products, ..new })
    }

    fn chosen(&self, fields: &mut Fields) -> Vec<ProductId> {
        let texts = self.products.distinct();
        if texts.is_empty() {
            fields.problem("products", "problem-certificate-no-product");
        } else if texts.len() > MOST_PRODUCTS {
            fields.problem("products", Message::new("problem-too-many").with("most", MOST_PRODUCTS));
        }
        let mut ids: Vec<ProductId> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        if ids.len() < texts.len() {
            fields.problem("products", "problem-certificate-product");
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

fn check_days(fields: &mut Fields, new: &NewCertificate, months: Option<u32>) {
    if new.valid_until.is_some_and(|last| last < new.valid_from) {
        return fields.problem("valid_until", "problem-tier-days");
    }
    let Some(months) = months else { return };
    let longest = new.valid_from.checked_add_months(Months::new(months));
    let is_within = new.valid_until.zip(longest).is_some_and(|(last, longest)| last <= longest);
    if !is_within {
        let message = Message::new("problem-certificate-long").with("months", i64::from(months));
        fields.problem("valid_until", message);
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct DecisionForm {
    /// `confirmed` or `refused`.
    pub decision: Raw,
    /// What was looked at: the paper, the issuer's register; or what is wrong. The maker reads it.
    pub note: Raw,
    /// The version that was looked at; if the maker has changed it since, nothing is decided.
    pub version: Raw,
}

impl DecisionForm {
    pub fn check(&self) -> Result<(Decision, String, i64)> {
        let mut fields = Fields::new();
        let decision = fields.choice("decision", &self.decision);
        let note = fields.text("note", &self.note, LONGEST_NOTE);
        let version = fields.whole("version", &self.version, 1..=i64::MAX);
        fields.done((decision, note, version))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn form() -> CertificateForm {
        CertificateForm {
            scheme: "oeko-tex-100".into(),
            number: "25.HTN.1".into(),
            issuer: "Hohenstein".into(),
            covers: "all".into(),
            valid_from: "2026-03-01".into(),
            valid_until: "2027-02-28".into(),
            ..CertificateForm::default()
        }
    }

    fn wrong(form: &CertificateForm) -> Vec<String> {
        match form.check() {
            Ok(_) => Vec::new(),
            Err(Error::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn it_lasts_no_longer_than_its_scheme_says() {
        assert!(wrong(&form()).is_empty());
        assert_eq!(wrong(&CertificateForm { valid_until: "2027-03-02".into(), ..form() }), ["valid_until"]);
        assert_eq!(wrong(&CertificateForm { valid_until: Raw::default(), ..form() }), ["valid_until"]);
        assert_eq!(wrong(&CertificateForm { valid_until: "2026-02-01".into(), ..form() }), ["valid_until"]);
        let hallmark = CertificateForm { scheme: "hallmark".into(), valid_until: Raw::default(), ..form() };
        assert!(wrong(&hallmark).is_empty());
    }

    #[test]
    fn another_scheme_has_a_name_and_a_choice_has_products() {
        assert_eq!(wrong(&CertificateForm { scheme: "other".into(), ..form() }), ["name"]);
        assert_eq!(wrong(&CertificateForm { covers: "chosen".into(), ..form() }), ["products"]);
        let odd = RawList(vec!["3".into(), "three".into()]);
        assert_eq!(
            wrong(&CertificateForm { covers: "chosen".into(), products: odd, ..form() }),
            ["products"]
        );
        assert_eq!(wrong(&CertificateForm { scheme: "halal-ish".into(), ..form() }), ["scheme"]);
        let listed = CertificateForm { name: "ignored".into(), ..form() };
        assert_eq!(listed.check().unwrap().name, "");
    }
}
