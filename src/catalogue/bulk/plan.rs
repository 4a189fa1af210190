//! The preview: every product with what it says, what it would say, and why it may not.

use std::collections::HashMap;

use data_encoding::HEXLOWER;
use schemars::JsonSchema;
use sha2::{Digest, Sha256};

use super::MOST_PRODUCTS;
use super::change::Change;
use super::form::BulkForm;
use crate::accounts::{Kind, Member};
use crate::catalogue::history::{self, Part, Seen, State};
use crate::catalogue::{Picture, Product, ProductForm, Status, TermsForm, Variant, admission, store};
use crate::clock::Date;
use crate::columns::Json;
use crate::db::DbConnection;
use crate::error::{Error, Message, Problems, Result, if_found};
use crate::ids::ProductId;
use crate::input::Fields;
use crate::locale::Wording;
use crate::web::Listing;

/// What would happen to one product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Changes,
    Stays,
    Refused,
}

crate::text_enum!(Fate { Changes => "changes", Stays => "stays", Refused => "refused" });

#[derive(Debug)]
pub struct Row {
    pub id: ProductId,
    pub title: Json<Wording>,
    pub seen: Seen,
    pub wanted: State,
    pub changes: Vec<history::Change>,
    pub problems: Problems,
}

impl Row {
    pub fn verdict(&self) -> Fate {
        match (self.problems.is_empty(), self.changes.is_empty()) {
            (false, _) => Fate::Refused,
            (true, true) => Fate::Stays,
            (true, false) => Fate::Changes,
        }
    }
}

#[derive(Debug)]
pub struct Plan {
    pub rows: Vec<Row>,
    /// Of everything that the preview showed: another one means that something has changed.
    pub hash: String,
}

impl Plan {
    pub fn make(
        conn: &mut DbConnection,
        by: &Member,
        form: &BulkForm,
        change: &Change,
        today: Date,
    ) -> Result<Self> {
        check_collection(conn, by, change)?;
        let products = chosen(conn, by, form)?;
        let ids: Vec<ProductId> = products.iter().map(|product| product.id).collect();
        let variants = store::variants_of_products(conn, &ids)?;
        let pictures = store::pictures_of_all_products(conn, &ids)?;
        let mut lacking = match change.status {
            Some(Status::Published) => lacking(conn, by, &products, today)?,
            _ => HashMap::new(),
        };
        let row = |product: Product| {
            let variants = variants.get(&product.id).map(Vec::as_slice).unwrap_or_default();
            let pictures = pictures.get(&product.id).map(Vec::as_slice).unwrap_or_default();
            let mut row = row(by, product, variants, pictures, change)?;
            row.problems.append(lacking.remove(&row.id).unwrap_or_default());
            Ok(row)
        };
        let rows: Vec<Row> = products.into_iter().map(row).collect::<Result<_>>()?;
        let hash = hash(&rows)?;
        Ok(Self { rows, hash })
    }

    pub fn count(&self, verdict: Fate) -> i64 {
        self.rows.iter().filter(|row| row.verdict() == verdict).count() as i64
    }
}

/// What the checklist asks before each may be put on the shelf.
fn lacking(
    conn: &mut DbConnection,
    by: &Member,
    products: &[Product],
    today: Date,
) -> Result<HashMap<ProductId, Problems>> {
    let gate = admission::to_publish(conn, by.organisation, today)?;
    let coming: Vec<Product> =
        products.iter().filter(|product| product.status != Status::Published).cloned().collect();
    let of_goods = gate.of_each(conn, &coming)?;
    let all = |(product, of_goods): (Product, Problems)| {
        let mut problems = gate.of_maker();
        problems.append(of_goods);
        (product.id, problems)
    };
    Ok(coming.into_iter().zip(of_goods).map(all).collect())
}

fn check_collection(conn: &mut DbConnection, by: &Member, change: &Change) -> Result<()> {
    let Some(Some(id)) = change.collection else { return Ok(()) };
    match if_found(store::collection(conn, id))? {
        Some(collection) if collection.maker_id == by.organisation => Ok(()),
        _ => Err(Error::invalid("collection", "problem-collection-unknown")),
    }
}

/// One's own, in the order in which they are listed.
fn chosen(conn: &mut DbConnection, by: &Member, form: &BulkForm) -> Result<Vec<Product>> {
    let Some(ids) = form.chosen()? else {
        let (status, collection) = form.filter()?;
        let listing = Listing { before: i64::MAX, limit: MOST_PRODUCTS as i64 };
        let found = store::products_of_maker(conn, by.organisation, status, collection, listing)?;
        return match found.len() {
            0 => Err(Error::invalid("products", "problem-bulk-none")),
            many if many > MOST_PRODUCTS => {
                let message = Message::new("problem-bulk-too-many").with("most", MOST_PRODUCTS);
                Err(Error::invalid("products", message))
            }
            _ => Ok(found),
        };
    };
    let found = store::own_products(conn, by.organisation, &ids)?;
    if found.len() < ids.len() {
        return Err(Error::invalid("products", "problem-bulk-products"));
    }
    Ok(found)
}

fn row(
    by: &Member,
    product: Product,
    variants: &[Variant],
    pictures: &[Picture],
    change: &Change,
) -> Result<Row> {
    let state = State::of_product(&product, Some(variants), Some(pictures));
    let mut problems = Problems::new();
    let wanted = match change.over(&state) {
        Ok(wanted) => wanted,
        Err(message) => {
            problems.add("price_step", message);
            state.clone()
        }
    };
    let changes = state.changes_to(&wanted);
    if !changes.is_empty() {
        judge(by, &wanted, &mut problems)?;
    }
    let seen = Seen { state, maker: product.maker_id, version: product.version, status: product.status };
    Ok(Row { id: product.id, title: product.title, seen, wanted, changes, problems })
}

/// By the rules of the forms that would be sent for it.
fn judge(by: &Member, wanted: &State, problems: &mut Problems) -> Result<()> {
    let mut take = |judged: Result<()>| match judged {
        Err(Error::Invalid(found)) => {
            for problem in found.iter() {
                problems.add(problem.field.as_str(), problem.message.clone());
            }
            Ok(())
        }
        other => other,
    };
    let form: ProductForm = wanted.form(Part::Texts)?;
    let on_show = wanted.status()? == Status::Published;
    take(form.check().and_then(|new| if on_show { new.missing().check() } else { Ok(()) }))?;
    let terms: TermsForm = wanted.form(Part::Terms)?;
    let mut fields = Fields::new();
    terms.read(&mut fields);
    take(fields.done(()))?;
    if on_show && !by.is_approved(Kind::Maker) {
        problems.add("shelf", "refusal-not-maker");
    }
    Ok(())
}

fn hash(rows: &[Row]) -> Result<String> {
    let seen: Vec<_> = rows
        .iter()
        .map(|row| {
            let problems: HashMap<&str, &str> =
                row.problems.iter().map(|problem| (problem.field.as_str(), problem.message.key)).collect();
            let problems: std::collections::BTreeMap<_, _> = problems.into_iter().collect();
            (row.id, row.seen.version, &row.changes, problems)
        })
        .collect();
    Ok(HEXLOWER.encode(&Sha256::digest(serde_json::to_string(&seen)?)))
}

/// The counts of a preview.
#[derive(Clone, Copy, Debug, serde::Serialize, JsonSchema)]
pub struct Counts {
    /// Products that would change.
    pub changes: i64,
    /// Products that say it already.
    pub stays: i64,
    /// Products that may not be changed so.
    pub refused: i64,
}

impl From<&Plan> for Counts {
    fn from(plan: &Plan) -> Self {
        Self {
            changes: plan.count(Fate::Changes),
            stays: plan.count(Fate::Stays),
            refused: plan.count(Fate::Refused),
        }
    }
}
