//! What can be said of a product or a collection, field by field, as the forms say it: what a change is made of, and what
//! an earlier state is brought back from.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::catalogue::store;
use crate::catalogue::{
    Collection, CollectionForm, Picture, Product, ProductForm, Status, Subject, TermsForm, Variant,
};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::OrganisationId;
use crate::locale::Wording;

/// A field that changed, as the forms write it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub field: String,
    pub before: Value,
    pub after: Value,
}

/// Which form a field belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Texts,
    Terms,
    Pictures,
    Status,
}

impl Part {
    pub fn of(field: &str) -> Self {
        match field.split('.').next().unwrap_or_default() {
            "variants" | "tiers" | "sample" | "only_in" | "except_in" | "packing" => Self::Terms,
            "pictures" => Self::Pictures,
            "status" => Self::Status,
            _ => Self::Texts,
        }
    }
}

/// A picture of which the files are kept, wherever it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shot {
    pub large: String,
    pub small: String,
    pub width: i64,
    pub height: i64,
    pub caption: Wording,
}

impl From<&Picture> for Shot {
    fn from(picture: &Picture) -> Self {
        Self {
            large: picture.large_key.clone(),
            small: picture.small_key.clone(),
            width: picture.width,
            height: picture.height,
            caption: (*picture.caption).clone(),
        }
    }
}

/// Fields by name: `title.ar`, `price`, `packing.warnings.fr`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State(BTreeMap<String, Value>);

/// A thing as it stands, and whose it is.
#[derive(Clone, Debug)]
pub struct Seen {
    pub state: State,
    pub maker: OrganisationId,
    pub version: i64,
    pub status: Status,
}

impl Seen {
    pub fn read(conn: &mut DbConnection, subject: Subject) -> Result<Self> {
        match subject {
            Subject::Product(id) => {
                let product = store::product(conn, id)?;
                let variants = store::variants_of_product(conn, id)?;
                let pictures = store::pictures_of_product(conn, id)?;
                let state = State::of_product(&product, Some(&variants), Some(&pictures));
                Ok(Self { state, maker: product.maker_id, version: product.version, status: product.status })
            }
            Subject::Collection(id) => {
                let collection = store::collection(conn, id)?;
                let pictures = store::pictures_of_collection(conn, id)?;
                Ok(Self {
                    state: State::of_collection(&collection, &pictures),
                    maker: collection.maker_id,
                    version: collection.version,
                    status: collection.status,
                })
            }
        }
    }
}

fn value(of: impl Serialize) -> Value {
    serde_json::to_value(of).expect("forms serialise")
}

fn shots(pictures: &[Picture]) -> Value {
    value(pictures.iter().map(Shot::from).collect::<Vec<_>>())
}

impl State {
    /// What was not read is not compared.
    pub fn of_product(product: &Product, variants: Option<&[Variant]>, pictures: Option<&[Picture]>) -> Self {
        let mut state = Self::default();
        state.lay_out("", value(ProductForm::from(product)));
        state.lay_out("", value(TermsForm::of(product, variants.unwrap_or_default())));
        if variants.is_none() {
            state.0.remove("variants");
        }
        if let Some(pictures) = pictures {
            state.set("pictures", shots(pictures));
        }
        state.close(product.status)
    }

    pub fn of_collection(collection: &Collection, pictures: &[Picture]) -> Self {
        let mut state = Self::default();
        state.lay_out("", value(CollectionForm::from(collection)));
        state.set("pictures", shots(pictures));
        state.close(collection.status)
    }

    /// What somebody has written into a form, wherever that may be compared.
    pub fn of_form(form: &impl Serialize) -> Self {
        let mut state = Self::default();
        state.lay_out("", value(form));
        state.0.remove("version");
        state
    }

    fn close(mut self, status: Status) -> Self {
        self.0.remove("version");
        self.set("status", value(status));
        self
    }

    fn lay_out(&mut self, at: &str, value: Value) {
        match value {
            // An amount and its currency are one thing.
            Value::Object(fields) if !fields.contains_key("amount") => {
                for (name, inner) in fields {
                    let name = if at.is_empty() { name } else { format!("{at}.{name}") };
                    self.lay_out(&name, inner);
                }
            }
            leaf => self.set(at, slim(leaf)),
        }
    }

    pub fn get(&self, field: &str) -> Option<&Value> {
        self.0.get(field)
    }

    pub fn set(&mut self, field: &str, value: Value) {
        self.0.insert(field.to_owned(), value);
    }

    pub fn fields(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(field, value)| (field.as_str(), value))
    }

    /// How this one becomes another one.
    pub fn changes_to(&self, after: &Self) -> Vec<Change> {
        let changed = |(field, before): (&String, &Value)| {
            let after = after.0.get(field).filter(|after| !is_same(before, after))?;
            Some(Change { field: field.clone(), before: before.clone(), after: after.clone() })
        };
        self.0.iter().filter_map(changed).collect()
    }

    /// Do both say the same as far as a form goes?
    pub fn differs_in(&self, other: &Self, part: Part) -> bool {
        self.changes_to(other).iter().any(|change| Part::of(&change.field) == part)
    }

    /// The form that would be sent to keep it so.
    pub fn form<T: DeserializeOwned>(&self, part: Part) -> Result<T> {
        let mut form = Map::new();
        for (field, value) in self.0.iter().filter(|(field, _)| Part::of(field) == part) {
            let mut into = &mut form;
            let mut parts = field.split('.').peekable();
            while let Some(name) = parts.next() {
                if parts.peek().is_none() {
                    into.insert(name.to_owned(), value.clone());
                    break;
                }
                let inner = into.entry(name).or_insert_with(|| Value::Object(Map::new()));
                let Value::Object(fields) = inner else { break };
                into = fields;
            }
        }
        Ok(serde_json::from_value(Value::Object(form))?)
    }

    pub fn shots(&self) -> Result<Vec<Shot>> {
        Ok(self.get("pictures").cloned().map(serde_json::from_value).transpose()?.unwrap_or_default())
    }

    pub fn status(&self) -> Result<Status> {
        Ok(self.get("status").cloned().map(serde_json::from_value).transpose()?.unwrap_or_default())
    }
}

/// Browsers send other line ends than programs do.
pub fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(one), Value::String(other)) => {
            one == other || one.replace("\r\n", "\n").trim() == other.replace("\r\n", "\n").trim()
        }
        _ => one == other || (is_blank(one) && is_blank(other)),
    }
}

pub fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) if fields.contains_key("amount") => fields.get("amount").is_none_or(is_blank),
        Value::Object(fields) => fields.values().all(is_blank),
        _ => false,
    }
}

/// Without what is not said: the forms know it as that.
fn slim(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().map(slim).collect()),
        Value::Object(fields) => {
            let said = fields.into_iter().filter(|(_, inner)| !is_blank(inner));
            Value::Object(said.map(|(name, inner)| (name, slim(inner))).collect())
        }
        leaf => leaf,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::catalogue::product::tests::product;
    use crate::columns::Json;
    use crate::locale::Language;

    #[test]
    fn a_change_says_field_by_field_what_it_was() {
        let before = product();
        let title = Json::from(Wording::in_language(Language::Ar, "صحن"));
        let after = Product { title, moq: Some(24), ..product() };
        let changes = State::of_product(&before, Some(&[]), Some(&[])).changes_to(&State::of_product(
            &after,
            Some(&[]),
            None,
        ));
        let fields: Vec<_> = changes.iter().map(|change| change.field.as_str()).collect();
        assert_eq!(fields, ["moq", "title.ar"]);
        assert_eq!((&changes[0].before, &changes[0].after), (&json!(""), &json!("24")));
    }

    #[test]
    fn forms_come_back_as_they_went_in() {
        let written = Product { moq: Some(24), ..product() };
        let state = State::of_product(&written, Some(&[]), Some(&[]));
        let form: ProductForm = state.form(Part::Texts).unwrap();
        assert_eq!(form.moq.trimmed(), "24");
        let terms: TermsForm = state.form(Part::Terms).unwrap();
        assert_eq!(terms.packing, TermsForm::of(&written, &[]).packing);
        assert_eq!(state.status().unwrap(), Status::Draft);
    }

    #[test]
    fn line_ends_and_blanks_are_no_change() {
        assert!(is_same(&json!("a\r\nb"), &json!("a\nb ")));
        assert!(is_same(&json!({ "amount": "", "currency": "TND" }), &json!({})));
        assert!(!is_same(&json!("a"), &json!("b")));
    }
}
