//! One product of a file against the rules and against what the database knows: the same in the dry run and in the
//! commit.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::admit::Gates;
use super::changes;
use super::compose::Composed;
use super::expected::expected;
use super::line::ImportLine;
use super::report::{Change, KeptProblem, Outcome, in_all};
use crate::accounts::{self, Kind, Organisation, Standing};
use crate::catalogue::store;
use crate::catalogue::{NewProduct, NewTerms, Product, Status, TermsForm};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Message, Problems, Result, if_found};
use crate::ids::{CollectionId, OrganisationId, ProductId};
use crate::input::{Fields, Raw};
use crate::locale::{Language, Wording};

const LONGEST_COLLECTION: usize = 160;

/// A product that may be written.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub maker: Rc<Organisation>,
    /// What the file says, over what was there.
    pub new: NewProduct,
    /// Its terms, if the file says another thing of them than what is there.
    pub terms: Option<NewTerms>,
    pub sku: String,
    /// A slug or a title.
    pub collection: Option<String>,
    /// In which the collection's title is, should it be new.
    pub language: Language,
    pub publish: bool,
    pub content_hash: String,
    /// The product that it is about, if there is one.
    pub known: Option<Product>,
    pub changes: Vec<Change>,
}

impl Wanted {
    pub(super) fn outcome(&self) -> Outcome {
        match &self.known {
            None => Outcome::Created,
            Some(known) if known.content_hash.as_deref() == Some(&self.content_hash) => Outcome::Skipped,
            Some(_) if self.changes.is_empty() => Outcome::Skipped,
            Some(_) => Outcome::Changed,
        }
    }

    /// Which article numbers it has, each with the field that says it.
    pub(super) fn skus(&self) -> Vec<(&str, String)> {
        let variants = self.terms.iter().flat_map(|terms| terms.variants.iter().enumerate());
        let others = variants
            .filter(|(_, variant)| variant.sku != self.sku)
            .map(|(position, variant)| (variant.sku.as_str(), format!("variants.{position}.sku")));
        let own = Some((self.sku.as_str(), "sku".to_owned())).filter(|(sku, _)| !sku.is_empty());
        own.into_iter().chain(others).collect()
    }

    /// What goes by the name of its page goes by it once in a file.
    pub(super) fn page(&self) -> Option<String> {
        let known = self.known.as_ref().filter(|known| known.sku.is_none())?;
        Some(format!("page {}", known.id))
    }

    /// An article number of its maker: no file may bring one twice.
    pub(super) fn item(&self, sku: &str) -> String {
        format!("{}/{sku}", self.maker.id)
    }

    /// What no other row of the file may bring.
    pub(super) fn items(&self) -> Vec<String> {
        self.skus().iter().map(|(sku, _)| self.item(sku)).chain(self.page()).collect()
    }

    /// Whether something else of the maker has the article number.
    pub(super) fn is_taken(&self, conn: &mut DbConnection, sku: &str) -> Result<bool> {
        let itself = self.known.as_ref().map_or(ProductId(0), |product| product.id);
        store::is_sku_taken(conn, self.maker.id, sku, itself)
    }

    /// Names of fields that it lacks before it can be published.
    pub(super) fn lacks(&self) -> Vec<String> {
        self.new.missing().iter().map(|problem| problem.field.clone()).collect()
    }
}

/// Checks products, remembering the makers it has met and their collections.
#[derive(Debug)]
pub(super) struct Desk {
    /// The maker that the import is for; without one every line names its own.
    only: Option<Rc<Organisation>>,
    makers: HashMap<String, Option<Rc<Organisation>>>,
    collections: HashMap<OrganisationId, Vec<(CollectionId, String, Wording)>>,
    gates: Gates,
}

impl Desk {
    pub(super) fn new(conn: &mut DbConnection, only: Option<OrganisationId>, today: Date) -> Result<Self> {
        let only = only.map(|id| accounts::organisation(conn, id)).transpose()?.map(Rc::new);
        Ok(Self { only, makers: HashMap::new(), collections: HashMap::new(), gates: Gates::on(today) })
    }

    /// What a product's rows want, or everything that is wrong with them.
    pub(super) fn check(
        &mut self,
        conn: &mut DbConnection,
        composed: &Composed,
        language: Language,
    ) -> Result<Result<Wanted, Problems>> {
        if composed.is_unreadable {
            return Ok(Err(own_problems(composed)));
        }
        let line = composed.line.clone();
        let mut fields = Fields::new();
        for (field, message) in &composed.problems {
            fields.problem(field, message.clone());
        }
        let maker = self.maker(conn, &mut fields, &line.maker)?;
        let sku = fields.optional_text("sku", &line.sku, 64).unwrap_or_default();
        let language = match line.language.is_blank() {
            true => language,
            false => fields.choice("language", &line.language),
        };
        let publish = truth(&mut fields, &line.publish);
        let collection = fields.optional_text("collection", &line.collection, LONGEST_COLLECTION);
        let known = match &maker {
            Some(maker) if fields.is_sound("sku") => find(conn, maker.id, &sku, line.slug.trimmed())?,
            _ => None,
        };
        if sku.is_empty() && known.is_none() && fields.is_sound("sku") {
            fields.problem("sku", "problem-missing");
        }
        let said = composed.said.as_ref();
        let said_of_terms = line.terms_said(said);
        let extras = extras(&line, &said_of_terms)?;
        let (mut terms_before, mut terms) = (NewTerms::default(), None);
        if !said_of_terms.is_empty() {
            let mut form = TermsForm::default();
            if let Some(product) = &known {
                let variants = store::variants_of_product(conn, product.id)?;
                terms_before = NewTerms::of(product, &variants);
                form = TermsForm::of(product, &variants);
            }
            terms = Some(line.terms_over(form, &said_of_terms).read(&mut fields));
        }
        let read = line.into_form(language).read(&mut fields);
        let content_hash = hash(&read, collection.as_deref(), publish, composed, extras.as_deref());
        let before = known.as_ref().map(NewProduct::from).unwrap_or_default();
        let new = changes::over(read, said, &before);
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
        if let Some(maker) = maker.as_ref().filter(|maker| publish && !on_shelf && maker.is_approved()) {
            self.gates.ask(conn, &mut fields, maker.id, (&new, known.as_ref()))?;
        }
        let maker = match (fields.done(()), maker) {
            (Ok(()), Some(maker)) => maker,
            (Err(Error::Invalid(problems)), _) => return Ok(Err(problems)),
            (Err(error), _) => return Err(error),
            (Ok(()), None) => return Ok(Err(Problems::one("maker", "problem-missing"))),
        };
        let mut changes = Vec::new();
        if let Some(product) = &known {
            changes = changes::between(&before, &new);
            if let Some(terms) = &terms {
                changes.extend(changes::between_terms(&terms_before, terms));
            }
            changes.extend(self.collection_change(conn, &maker, product, collection.as_deref())?);
            if publish && !on_shelf {
                let (from, to) = (product.status.to_string(), Status::Published.to_string());
                changes.push(Change { field: "status".to_owned(), from, to });
            }
        }
        let terms = terms.filter(|terms| *terms != terms_before);
        Ok(Ok(Wanted { maker, new, terms, sku, collection, language, publish, content_hash, known, changes }))
    }

    /// The maker of a line: the one that the import is for, or the one that the line names.
    fn maker(
        &mut self,
        conn: &mut DbConnection,
        fields: &mut Fields,
        named: &Raw,
    ) -> Result<Option<Rc<Organisation>>> {
        if let Some(only) = &self.only {
            if !named.is_blank() && named.trimmed() != only.slug && named.trimmed() != only.name {
                fields
                    .problem("maker", Message::new("problem-other-maker").with("maker", only.slug.as_str()));
                return Ok(None);
            }
            return Ok(Some(Rc::clone(only)));
        }
        if named.is_blank() {
            fields.problem("maker", "problem-missing");
            return Ok(None);
        }
        let slug = named.trimmed().to_owned();
        if !self.makers.contains_key(&slug) {
            let found = if_found(accounts::organisation_by_slug(conn, &slug))?;
            self.makers.insert(slug.clone(), found.filter(may_have_products).map(Rc::new));
        }
        let found = self.makers.get(&slug).cloned().flatten();
        if found.is_none() {
            fields.problem("maker", "problem-maker-unknown");
        }
        Ok(found)
    }

    /// Would the product come into another collection?
    fn collection_change(
        &mut self,
        conn: &mut DbConnection,
        maker: &Organisation,
        product: &Product,
        name: Option<&str>,
    ) -> Result<Option<Change>> {
        let Some(name) = name else { return Ok(None) };
        let all = match self.collections.entry(maker.id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(store::collection_titles(conn, maker.id)?),
        };
        let goes_by = |(_, slug, title): &&(CollectionId, String, Wording)| {
            slug == name || title.iter().any(|(_, text)| text == name)
        };
        let is_its_own = |found: &(CollectionId, String, Wording)| Some(found.0) == product.collection_id;
        if all.iter().filter(goes_by).any(is_its_own) {
            return Ok(None);
        }
        let from =
            all.iter().find(|found| is_its_own(found)).map(|(_, slug, _)| slug.clone()).unwrap_or_default();
        Ok(Some(Change { field: "collection".to_owned(), from, to: name.to_owned() }))
    }
}

/// By its article number; what has none yet, by the name of its page.
fn find(conn: &mut DbConnection, maker: OrganisationId, sku: &str, slug: &str) -> Result<Option<Product>> {
    if !sku.is_empty()
        && let Some(found) = store::product_by_sku(conn, maker, sku)?
    {
        return Ok(Some(found));
    }
    if slug.is_empty() {
        return Ok(None);
    }
    let found = if_found(store::product_by_slug(conn, slug))?;
    Ok(found.filter(|product| product.maker_id == maker && product.sku.is_none()))
}

/// What a line says beyond the product itself, for its hash.
fn extras(line: &ImportLine, said: &[&'static str]) -> Result<Option<String>> {
    let of_goods = said.iter().any(|field| matches!(*field, "variants" | "tiers"));
    let mut extras = of_goods.then(|| serde_json::to_string(&(&line.variants, &line.tiers))).transpose()?;
    let others = serde_json::to_string(&(&line.sample, &line.only_in, &line.except_in, &line.packing))?;
    let nothing = ImportLine::default();
    let blank =
        serde_json::to_string(&(&nothing.sample, &nothing.only_in, &nothing.except_in, &nothing.packing))?;
    if others != blank {
        extras.get_or_insert_default().push_str(&others);
    }
    Ok(extras)
}

fn own_problems(composed: &Composed) -> Problems {
    let mut problems = Problems::new();
    for (field, message) in &composed.problems {
        problems.add(field, message.clone());
    }
    problems
}

/// Every problem at the cell that it is about.
pub(super) fn explain(composed: &Composed, row: u64, problems: &Problems) -> Vec<KeptProblem> {
    let explain = |problem: &crate::error::Problem| {
        let place = composed.place_of(&problem.field);
        let (column, value) = match place {
            Some(place) if !place.column.is_empty() => (place.column.clone(), place.value.clone()),
            _ => (problem.field.clone(), place.map(|place| place.value.clone()).unwrap_or_default()),
        };
        KeptProblem {
            row: place.map_or(row, |place| place.row),
            column,
            value,
            problem: in_all(&problem.message),
            expected: in_all(&Message::new(expected(&problem.field))),
        }
    };
    problems.iter().map(explain).collect()
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

/// Two files that say the same of a product have the same hash for it, however they are written.
fn hash(
    new: &NewProduct,
    collection: Option<&str>,
    publish: bool,
    composed: &Composed,
    extras: Option<&str>,
) -> String {
    let price = new.price.map(|price| (price.minor, price.currency.code()));
    let texts = (&new.title, &new.description, &new.craft, &new.materials, &new.techniques);
    let terms = (price, new.moq, new.order_multiple, new.lead_time_days, new.weekly_capacity);
    let papers = (&new.hs_code, &new.origin, new.weight_grams, collection, publish);
    let mut canonical = serde_json::to_vec(&(texts, terms, papers)).expect("texts and numbers serialise");
    if let Some(said) = &composed.said {
        canonical.extend(said.iter().flat_map(|field| field.bytes().chain([b'\n'])));
    }
    // Files that were imported before terms were kept are not the same any more.
    canonical.extend(extras.map(|extras| format!("terms {extras}")).unwrap_or_default().bytes());
    HEXLOWER.encode(&Sha256::digest(canonical))
}
