//! Officers record what a source claims, and decide which claim counts, with a reason that everyone can read.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::claim::check_stated_on;
use super::store;
use super::{Claim, NewClaim, Qualifier, Source, StatedBasis};
use crate::accounts::Officer;
use crate::clusters;
use crate::db::Write;
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{ClaimId, FigureId};
use crate::input::{Fields, Raw};
use crate::locale::{RawWording, Wording};
use crate::programme::Value;

const LONGEST_NOTE: usize = 1000;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ClaimForm {
    /// Key of the figure.
    pub figure: Raw,
    /// ISO 3166-1 code; nothing where the claim is not about one country.
    pub country: Raw,
    /// Slug of a cluster; nothing where the claim is not about one cluster.
    pub cluster: Raw,
    /// A number of at most two decimals, in the figure's unit.
    pub value: Raw,
    /// `exact`, `about` or `over`.
    pub qualifier: Raw,
    /// When the source said it: `2014`, `2014-12` or `2014-12-11`.
    pub stated_on: Raw,
    /// `stated` where the source carries its date, else `estimated`.
    pub stated_on_basis: Raw,
    /// What the source is called.
    pub source: RawWording,
    /// Where it can be read.
    pub source_url: Raw,
    pub note: RawWording,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AdoptionForm {
    /// Why this claim and no other; the public reads it.
    pub reason: RawWording,
}

/// What stands in the form before the places it names have been looked up.
struct Checked {
    value: String,
    qualifier: Qualifier,
    country: Option<String>,
    stated_on: String,
    stated_on_basis: StatedBasis,
    source: Source,
    note: Wording,
}

impl ClaimForm {
    fn check(&self) -> Result<Checked> {
        let mut fields = Fields::new();
        let value = match self.value.is_blank() {
            true => fields.text("value", &self.value, 40),
            false => {
                let parsed: Value = fields.take("value", Value::parse(self.value.trimmed()));
                parsed.written("")
            }
        };
        let stated_on = fields.text("stated_on", &self.stated_on, 10);
        if fields.is_sound("stated_on") {
            let _: String = fields.take("stated_on", check_stated_on(&stated_on));
        }
        let checked = Checked {
            value,
            qualifier: fields.choice("qualifier", &self.qualifier),
            country: fields.optional_country("country", &self.country),
            stated_on,
            stated_on_basis: fields.choice("stated_on_basis", &self.stated_on_basis),
            source: Source { title: fields.wording("source", &self.source, 200), url: self.url(&mut fields) },
            note: fields.optional_wording("note", &self.note, LONGEST_NOTE),
        };
        if checked.country.is_some() && !self.cluster.is_blank() {
            fields.problem("cluster", "problem-claim-place");
        }
        fields.done(checked)
    }

    fn url(&self, fields: &mut Fields) -> Option<String> {
        let text = fields.optional_text("source_url", &self.source_url, 500)?;
        let known = url::Url::parse(&text).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        if known.is_none() && fields.is_sound("source_url") {
            fields.problem("source_url", "problem-source-url");
        }
        known.map(String::from)
    }
}

pub fn record_claim(tx: &mut Write<'_>, by: &Officer, form: &ClaimForm) -> Result<Claim> {
    by.confirm(tx)?;
    let checked = form.check()?;
    let figure = figure_named(tx, form.figure.trimmed())?;
    let cluster = match form.cluster.is_blank() {
        true => None,
        false => match clusters::cluster_by_slug(tx, form.cluster.trimmed()) {
            Ok(cluster) => Some(cluster.id),
            Err(Error::NotFound) => return Err(unknown("cluster", form.cluster.trimmed())),
            Err(error) => return Err(error),
        },
    };
    let new = NewClaim {
        figure,
        country: checked.country,
        cluster,
        value: checked.value,
        qualifier: checked.qualifier,
        stated_on: checked.stated_on,
        stated_on_basis: checked.stated_on_basis,
        source: checked.source,
        note: checked.note,
    };
    let claim = store::insert_claim(tx, &new, Some(by.person))?;
    tx.record(by.actor(), Event::ClaimRecorded { claim: claim.id });
    Ok(claim)
}

fn figure_named(tx: &mut Write<'_>, key: &str) -> Result<FigureId> {
    match store::figure_by_key(tx, key) {
        Ok(figure) => Ok(figure.id),
        Err(Error::NotFound) => Err(unknown("figure", key)),
        Err(error) => Err(error),
    }
}

fn unknown(field: &str, key: &str) -> Error {
    let shown: String = key.chars().filter(|c| !c.is_control()).take(40).collect();
    Error::invalid(field, Message::new("problem-unknown-key").with("key", shown))
}

/// From now on this claim counts for its place. What counted before stays, with its reason.
pub fn adopt_claim(tx: &mut Write<'_>, by: &Officer, id: ClaimId, form: &AdoptionForm) -> Result<Claim> {
    by.confirm(tx)?;
    let mut fields = Fields::new();
    let reason = fields.wording("reason", &form.reason, LONGEST_NOTE);
    fields.done(())?;
    let claim = store::claim(tx, id)?;
    let sheet = store::figure_sheet_of(tx, claim.figure_id)?;
    if sheet.stated.iter().any(|one| one.claim.id == id && one.adopted) {
        return Err(Error::refused("refusal-claim-adopted"));
    }
    store::insert_adoption(tx, id, &reason, Some(by.person))?;
    tx.record(by.actor(), Event::ClaimAdopted { claim: id });
    Ok(claim)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::sample::House;

    fn form(value: &str) -> ClaimForm {
        ClaimForm {
            figure: "exports-added".into(),
            value: value.into(),
            qualifier: "over".into(),
            stated_on: "2020-05".into(),
            stated_on_basis: "stated".into(),
            source: RawWording { fr: "Rapport final".to_owned(), ..RawWording::default() },
            ..ClaimForm::default()
        }
    }

    fn adopted(house: &House) -> String {
        let sheet = house.db.read_now(|conn| store::figure_sheet(conn, "exports-added")).unwrap();
        sheet.overall().unwrap().claim.value.clone()
    }

    #[test]
    fn a_claim_counts_once_it_is_adopted_and_the_old_one_stays() {
        let house = House::seeded();
        let officer = house.officer();
        assert_eq!(adopted(&house), "500000");
        let claim = house.write(|tx| record_claim(tx, &officer, &form("620 000")));
        assert_eq!(claim.value, "620000");
        assert_eq!(adopted(&house), "500000");
        let reason = RawWording { en: "It is the audited one.".to_owned(), ..RawWording::default() };
        let adoption = AdoptionForm { reason };
        house.write(|tx| adopt_claim(tx, &officer, claim.id, &adoption));
        assert_eq!(adopted(&house), "620000");
        let sheet = house.db.read_now(|conn| store::figure_sheet(conn, "exports-added")).unwrap();
        assert_eq!(sheet.stated.len(), 2);
        assert_eq!(sheet.stated.iter().filter(|one| one.adopted).count(), 1);
        let again = house.db.write_now(|tx| adopt_claim(tx, &officer, claim.id, &adoption));
        assert!(matches!(again, Err(Error::Refused(_))));
    }

    #[test]
    fn a_claim_without_source_date_or_number_is_refused_with_every_field_named() {
        let house = House::seeded();
        let officer = house.officer();
        let wrong = ClaimForm {
            value: "many".into(),
            stated_on: "yesterday".into(),
            source: RawWording::default(),
            source_url: "javascript:alert(1)".into(),
            ..form("1")
        };
        let outcome = house.db.write_now(|tx| record_claim(tx, &officer, &wrong));
        let Err(Error::Invalid(problems)) = outcome else { panic!("problems expected") };
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["value", "stated_on", "source", "source_url"]);
    }
}
