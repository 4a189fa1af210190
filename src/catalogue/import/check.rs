//! One line against the rules and against what the database knows: the same in the dry run and in the write.

use std::collections::HashMap;
use std::rc::Rc;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::line::ImportLine;
use super::lines::{Content, Line};
use super::{ImportOptions, LineProblem};
use crate::accounts::{self, Kind, Organisation, Standing};
use crate::catalogue::store::{self, Known};
use crate::catalogue::{NewProduct, Status};
use crate::db::DbConnection;
use crate::error::{Error, Message, Problems, Result};
use crate::input::{Fields, Raw};
use crate::locale::{self, Language};

const LONGEST_COLLECTION: usize = 160;

/// A line that may be written.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub maker: Rc<Organisation>,
    pub new: NewProduct,
    pub sku: String,
    /// A slug or a title.
    pub collection: Option<String>,
    /// In which the collection's title is, should it be new.
    pub language: Language,
    pub publish: bool,
    pub content_hash: String,
    /// The product that it is about, if there is one.
    pub known: Option<Known>,
}

/// Checks lines, remembering the makers it has met.
pub(super) struct Desk<'a> {
    options: &'a ImportOptions,
    makers: HashMap<String, Option<Rc<Organisation>>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(options: &'a ImportOptions) -> Self {
        Self { options, makers: HashMap::new() }
    }

    /// What a line wants, or everything that is wrong with it.
    pub(super) fn check(
        &mut self,
        conn: &mut DbConnection,
        line: &Line,
    ) -> Result<Result<Wanted, Vec<LineProblem>>> {
        let checked = match &line.content {
            Content::Text(text) => self.check_text(conn, text)?,
            Content::NotUtf8 => Err(Problems::one("line", "problem-line-not-utf8")),
            Content::TooLong => Err(Problems::one("line", "problem-line-too-long")),
        };
        Ok(checked.map_err(|problems| self.explain(line.number, &problems)))
    }

    fn check_text(&mut self, conn: &mut DbConnection, text: &str) -> Result<Result<Wanted, Problems>> {
        let line = match read(text) {
            Ok(line) => line,
            Err(problems) => return Ok(Err(problems)),
        };
        let mut fields = Fields::new();
        let maker = self.maker(conn, &mut fields, &line.maker)?;
        let sku = fields.text("sku", &line.sku, 64);
        let language = match line.language.is_blank() {
            true => Language::En,
            false => fields.choice("language", &line.language),
        };
        let publish = truth(&mut fields, &line.publish);
        let collection = fields.optional_text("collection", &line.collection, LONGEST_COLLECTION);
        let new = line.into_form(language).read(&mut fields);
        let known = match &maker {
            Some(maker) if fields.is_sound("sku") => store::known_product(conn, maker.id, &sku)?,
            _ => None,
        };
        if publish && maker.as_ref().is_some_and(|maker| !maker.is_approved()) {
            fields.problem("publish", "problem-maker-not-approved");
        }
        let on_shelf = known.as_ref().is_some_and(|known| known.status == Status::Published);
        if publish || on_shelf {
            for problem in new.missing().iter() {
                if !is_touched(&fields, &problem.field) {
                    fields.problem(&problem.field, problem.message.clone());
                }
            }
        }
        let content_hash = hash(&new, collection.as_deref(), publish);
        Ok(match (fields.done(()), maker) {
            (Ok(()), Some(maker)) => {
                Ok(Wanted { maker, new, sku, collection, language, publish, content_hash, known })
            }
            (Err(Error::Invalid(problems)), _) => Err(problems),
            (Err(error), _) => return Err(error),
            (Ok(()), None) => Err(Problems::one("maker", "problem-missing")),
        })
    }

    /// The maker of a line: the one that the import is for, or the one that the line names.
    fn maker(
        &mut self,
        conn: &mut DbConnection,
        fields: &mut Fields,
        named: &Raw,
    ) -> Result<Option<Rc<Organisation>>> {
        let slug = match &self.options.maker {
            Some(only) if !named.is_blank() && named.trimmed() != only => {
                let message = Message::new("problem-other-maker").with("maker", only.as_str());
                fields.problem("maker", message);
                return Ok(None);
            }
            Some(only) => only.clone(),
            None if named.is_blank() => {
                fields.problem("maker", "problem-missing");
                return Ok(None);
            }
            None => named.trimmed().to_owned(),
        };
        if !self.makers.contains_key(&slug) {
            let found = match accounts::organisation_by_slug(conn, &slug) {
                Ok(maker) => Some(Rc::new(maker)).filter(|maker| may_have_products(maker)),
                Err(Error::NotFound) => None,
                Err(error) => return Err(error),
            };
            self.makers.insert(slug.clone(), found);
        }
        let found = self.makers.get(&slug).cloned().flatten();
        if found.is_none() {
            fields.problem("maker", "problem-maker-unknown");
        }
        Ok(found)
    }

    fn explain(&self, line: u64, problems: &Problems) -> Vec<LineProblem> {
        let language = self.options.language;
        let explain = |problem: &crate::error::Problem| LineProblem {
            line,
            field: problem.field.clone(),
            problem: locale::say(language, &problem.message),
            expected: locale::say(language, &Message::new(expected(&problem.field))),
        };
        problems.iter().map(explain).collect()
    }
}

/// A name that is wrong is not lacking as well.
fn is_touched(fields: &Fields, field: &str) -> bool {
    let parts: &[&str] = match field {
        "title" => &["title", "title.en", "title.fr", "title.ar"],
        "description" => &["description", "description.en", "description.fr", "description.ar"],
        "price" => &["price", "price.amount", "price.currency"],
        _ => return !fields.is_sound(field),
    };
    parts.iter().any(|part| !fields.is_sound(part))
}

fn may_have_products(maker: &Organisation) -> bool {
    maker.kind == Kind::Maker && matches!(maker.standing, Standing::Pending | Standing::Approved)
}

fn read(text: &str) -> Result<ImportLine, Problems> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let line = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." || path == "?" { "line".to_owned() } else { path };
        shape(field, error.inner())
    })?;
    deserializer.end().map_err(|error| shape("line".to_owned(), &error))?;
    Ok(line)
}

fn shape(field: String, error: &serde_json::Error) -> Problems {
    let detail: String = error.to_string().chars().filter(|c| !c.is_control()).take(200).collect();
    Problems::one(field, Message::new("problem-shape").with("detail", detail))
}

/// A wish to publish must be plain: a misspelt "yes" would leave a product unseen.
fn truth(fields: &mut Fields, raw: &Raw) -> bool {
    match raw.trimmed() {
        "true" => true,
        "" | "false" => false,
        _ => {
            fields.problem("publish", Message::new("problem-not-a-choice").with("choices", "true, false"));
            false
        }
    }
}

/// Two lines that say the same have the same hash, however they are written.
fn hash(new: &NewProduct, collection: Option<&str>, publish: bool) -> String {
    let price = new.price.map(|price| (price.minor, price.currency.code()));
    let texts = (&new.title, &new.description, &new.craft, &new.materials, &new.techniques);
    let terms = (price, new.moq, new.order_multiple, new.lead_time_days, new.weekly_capacity);
    let papers = (&new.hs_code, &new.origin, new.weight_grams, collection, publish);
    let canonical = serde_json::to_vec(&(texts, terms, papers)).expect("texts and numbers serialise");
    HEXLOWER.encode(&Sha256::digest(canonical))
}

/// The key of the text that says what a field should hold.
fn expected(field: &str) -> &'static str {
    match field.split(['.', '[']).next().unwrap_or_default() {
        "maker" => "import-expected-maker",
        "sku" => "import-expected-sku",
        "title" => "import-expected-title",
        "description" => "import-expected-description",
        "language" => "import-expected-language",
        "craft" => "import-expected-craft",
        "materials" => "import-expected-materials",
        "techniques" => "import-expected-techniques",
        "price" => "import-expected-price",
        "moq" => "import-expected-moq",
        "order_multiple" => "import-expected-order-multiple",
        "lead_time_days" => "import-expected-lead-time",
        "weekly_capacity" => "import-expected-weekly-capacity",
        "hs_code" => "import-expected-hs-code",
        "origin" => "import-expected-origin",
        "weight_grams" => "import-expected-weight",
        "collection" => "import-expected-collection",
        "publish" => "import-expected-publish",
        _ => "import-expected-line",
    }
}
