//! What all products of a table have in common, and what each is called and costs.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::accounts::Member;
use crate::catalogue::{Product, ProductForm, collections, edit_product, store};
use crate::db::Write;
use crate::error::{Error, Message, Problems, Result};
use crate::ids::{CollectionId, ProductId};
use crate::input::{Fields, Raw, RawList};
use crate::locale::Language;

const MOST_ROWS: usize = 100;

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LabelsForm {
    /// `en`, `fr` or `ar`: the language of titles and description.
    pub language: Raw,
    pub common: CommonForm,
    pub products: Vec<LabelForm>,
}

/// Fills what a product does not say itself.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CommonForm {
    pub description: Raw,
    /// A key of `/api/v1/crafts`.
    pub craft: Raw,
    /// Keys of `/api/v1/materials`.
    pub materials: RawList,
    /// ISO 4217 code of all prices.
    pub currency: Raw,
    pub moq: Raw,
    pub order_multiple: Raw,
    pub lead_time_days: Raw,
    pub hs_code: Raw,
    /// ISO 3166-1 alpha-2.
    pub origin: Raw,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LabelForm {
    /// The id of a product of the collection.
    pub product: Raw,
    pub title: Raw,
    /// For one piece; left out where it stays as it is.
    pub price: Raw,
    /// The product's `version` that was read.
    pub version: Raw,
}

impl CommonForm {
    /// The product as its row and what is common to all would have it.
    fn with(&self, product: &Product, row: &LabelForm, language: Language) -> ProductForm {
        let mut form = ProductForm { version: row.version.clone(), ..ProductForm::from(product) };
        if !row.title.is_blank() {
            *form.title.text_mut(language) = row.title.trimmed().to_owned();
        }
        if !row.price.is_blank() {
            form.price.amount = row.price.clone();
        }
        if form.price.currency.is_blank() || !row.price.is_blank() {
            form.price.currency = self.currency.clone();
        }
        if product.description.is_empty() {
            *form.description.text_mut(language) = self.description.trimmed().to_owned();
        }
        if form.materials.distinct().is_empty() {
            form.materials = self.materials.clone();
        }
        let fill = |field: &mut Raw, common: &Raw| {
            if field.is_blank() {
                *field = common.clone();
            }
        };
        fill(&mut form.craft, &self.craft);
        fill(&mut form.moq, &self.moq);
        fill(&mut form.order_multiple, &self.order_multiple);
        fill(&mut form.lead_time_days, &self.lead_time_days);
        fill(&mut form.hs_code, &self.hs_code);
        fill(&mut form.origin, &self.origin);
        form
    }
}

/// Where the page shows what is wrong with a product: in its row, or where all have it from.
fn place(field: &str, row: usize) -> String {
    match field.split('.').next().unwrap_or_default() {
        "title" => format!("products.{row}.title"),
        "price" if field.ends_with("currency") => "common.currency".to_owned(),
        "price" => format!("products.{row}.price"),
        "version" | "sku" | "collection" => format!("products.{row}.product"),
        _ => format!("common.{field}"),
    }
}

/// Writes all rows down, or none.
pub fn label_products(
    tx: &mut Write<'_>,
    by: &Member,
    id: CollectionId,
    form: &LabelsForm,
) -> Result<Vec<Product>> {
    let collection = collections::own(tx, by, id)?;
    let mut fields = Fields::new();
    let language = match form.language.is_blank() {
        true => by.language,
        false => fields.take("language", Language::parse(form.language.trimmed())),
    };
    if form.products.is_empty() {
        fields.problem("products", "problem-missing");
    }
    if form.products.len() > MOST_ROWS {
        fields.problem("products", Message::new("problem-too-many").with("most", MOST_ROWS));
    }
    fields.done(())?;
    let of_collection = store::products_of_collection(tx, collection.id)?;
    let (mut problems, mut labelled) = (Problems::new(), Vec::new());
    for (position, row) in form.products.iter().enumerate() {
        let wanted = row.product.trimmed().parse::<ProductId>().ok();
        let Some(product) = of_collection.iter().find(|product| Some(product.id) == wanted) else {
            problems.add(format!("products.{position}.product"), "problem-label-product");
            continue;
        };
        match edit_product(tx, by, product.id, &form.common.with(product, row, language)) {
            Ok(product) => labelled.push(product),
            Err(Error::Invalid(found)) => {
                for problem in found.iter() {
                    let field = place(&problem.field, position);
                    // What is common to all is wrong once.
                    if problems.of(&field).is_none() {
                        problems.add(field, problem.message.clone());
                    }
                }
            }
            Err(error) => return Err(error),
        }
    }
    problems.check()?;
    Ok(labelled)
}
