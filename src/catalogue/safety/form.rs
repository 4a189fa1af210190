//! What a maker writes about product safety.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::address::{Manufacturer, ProductSafety, Responsible, is_in_union};
use crate::error::Result;
use crate::ids::ResponsibleId;
use crate::input::{Fields, Raw};

const LONGEST_LINE: usize = 160;
const LONGEST_POSTCODE: usize = 20;

/// Where somebody is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct NewAddress {
    pub street: String,
    pub postcode: String,
    pub town: String,
    pub country: String,
    pub electronic: String,
}

fn address(fields: &mut Fields, [street, postcode, town, electronic]: [&Raw; 4]) -> NewAddress {
    NewAddress {
        street: fields.text("street", street, LONGEST_LINE),
        postcode: fields.optional_text("postcode", postcode, LONGEST_POSTCODE).unwrap_or_default(),
        town: fields.text("town", town, LONGEST_LINE),
        country: String::new(),
        electronic: read_electronic(fields, electronic),
    }
}

/// An e-mail address or the address of a page: the law leaves the choice.
fn read_electronic(fields: &mut Fields, raw: &Raw) -> String {
    let text = fields.text("electronic", raw, LONGEST_LINE);
    let is_email = text
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    let is_page =
        url::Url::parse(&text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let is_one = (is_email || is_page) && !text.contains(char::is_whitespace);
    if fields.is_sound("electronic") && !is_one {
        fields.problem("electronic", "problem-safety-electronic");
    }
    text
}

/// One of the maker's own responsible persons, or none.
fn chosen(fields: &mut Fields, raw: &Raw, known: &[Responsible]) -> Option<ResponsibleId> {
    if raw.is_blank() {
        return None;
    }
    let id = raw.trimmed().parse().ok().map(ResponsibleId);
    let found = known.iter().find(|one| Some(one.id) == id);
    if found.is_none() {
        fields.problem("responsible", "problem-safety-responsible");
    }
    found.map(|one| one.id)
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ManufacturerForm {
    /// Street and number, or what leads there.
    pub street: Raw,
    pub postcode: Raw,
    pub town: Raw,
    /// ISO 3166-1 alpha-2.
    pub country: Raw,
    /// An e-mail address, or `https://…` of a page on which you can be written to.
    pub electronic: Raw,
    /// The id of the responsible person of all products that name no other.
    pub responsible: Raw,
    /// The version that was read; left out for the first time.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewManufacturer {
    pub address: NewAddress,
    pub responsible: Option<ResponsibleId>,
}

impl ManufacturerForm {
    pub fn blank(country: &str) -> Self {
        Self { country: country.into(), ..Self::default() }
    }

    pub fn of(one: &Manufacturer) -> Self {
        Self {
            street: one.street.as_str().into(),
            postcode: one.postcode.as_str().into(),
            town: one.town.as_str().into(),
            country: one.country.as_str().into(),
            electronic: one.electronic.as_str().into(),
            responsible: one.responsible_id.map(Raw::from).unwrap_or_default(),
            version: one.version.into(),
        }
    }

    pub fn check(&self, known: &[Responsible]) -> Result<NewManufacturer> {
        let mut fields = Fields::new();
        let country = fields.country("country", &self.country);
        let address = address(&mut fields, [&self.street, &self.postcode, &self.town, &self.electronic]);
        let responsible = chosen(&mut fields, &self.responsible, known);
        fields.done(NewManufacturer { address: NewAddress { country, ..address }, responsible })
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ResponsibleForm {
    pub name: Raw,
    pub street: Raw,
    pub postcode: Raw,
    pub town: Raw,
    /// ISO 3166-1 alpha-2 of a member state of the European Union.
    pub union_country: Raw,
    /// An e-mail address, or `https://…` of a page on which they can be written to.
    pub electronic: Raw,
    /// When changing it: the version that was changed.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewResponsible {
    pub name: String,
    pub address: NewAddress,
}

impl ResponsibleForm {
    pub fn of(one: &Responsible) -> Self {
        Self {
            name: one.name.as_str().into(),
            street: one.street.as_str().into(),
            postcode: one.postcode.as_str().into(),
            town: one.town.as_str().into(),
            union_country: one.country.as_str().into(),
            electronic: one.electronic.as_str().into(),
            version: one.version.into(),
        }
    }

    pub fn check(&self) -> Result<NewResponsible> {
        let mut fields = Fields::new();
        let name = fields.text("name", &self.name, LONGEST_LINE);
        let country = fields.country("union_country", &self.union_country);
        if fields.is_sound("union_country") && !is_in_union(&country) {
            fields.problem("union_country", "problem-safety-outside");
        }
        let address = address(&mut fields, [&self.street, &self.postcode, &self.town, &self.electronic]);
        fields.done(NewResponsible { name, address: NewAddress { country, ..address } })
    }
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProductSafetyForm {
    /// Type, batch or model by which it is told apart; left out where the article number does.
    pub identifier: Raw,
    /// `true`: there is nothing to warn of. Warnings themselves stand in the product's terms.
    pub needs_no_warnings: Raw,
    /// The id of a responsible person; left out for the maker's default.
    pub responsible: Raw,
    /// The version that was read; left out for the first time.
    pub version: Raw,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NewProductSafety {
    pub identifier: Option<String>,
    pub needs_no_warnings: bool,
    pub responsible: Option<ResponsibleId>,
}

impl ProductSafetyForm {
    pub fn of(one: &ProductSafety) -> Self {
        Self {
            identifier: one.identifier.as_deref().unwrap_or_default().into(),
            needs_no_warnings: one.needs_no_warnings.into(),
            responsible: one.responsible_id.map(Raw::from).unwrap_or_default(),
            version: one.version.into(),
        }
    }

    pub fn check(&self, known: &[Responsible]) -> Result<NewProductSafety> {
        let mut fields = Fields::new();
        let new = NewProductSafety {
            identifier: fields.optional_text("identifier", &self.identifier, LONGEST_LINE),
            needs_no_warnings: fields.flag(&self.needs_no_warnings),
            responsible: chosen(&mut fields, &self.responsible, known),
        };
        fields.done(new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    fn form() -> ResponsibleForm {
        ResponsibleForm {
            name: "Comptoir de Lyon".into(),
            street: "3 rue des Tables Claudiennes".into(),
            postcode: "69001".into(),
            town: "Lyon".into(),
            union_country: "FR".into(),
            electronic: "securite@comptoir.example".into(),
            ..ResponsibleForm::default()
        }
    }

    fn wrong(form: &ResponsibleForm) -> Vec<String> {
        match form.check() {
            Ok(_) => Vec::new(),
            Err(Error::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn who_is_responsible_is_at_home_in_the_union() {
        assert!(wrong(&form()).is_empty());
        for country in ["TN", "GB", "CH", "NO"] {
            assert_eq!(
                wrong(&ResponsibleForm { union_country: country.into(), ..form() }),
                ["union_country"]
            );
        }
    }

    #[test]
    fn an_electronic_address_is_one_of_mail_or_of_a_page() {
        for right in ["a@b.example", "https://b.example/contact"] {
            assert!(wrong(&ResponsibleForm { electronic: right.into(), ..form() }).is_empty(), "{right}");
        }
        for other in
            ["+33 4 78 00 00 00", "@b.example", "a@b", "a b@c.example", "javascript:alert(1)", "https://"]
        {
            assert_eq!(
                wrong(&ResponsibleForm { electronic: other.into(), ..form() }),
                ["electronic"],
                "{other}"
            );
        }
    }
}
