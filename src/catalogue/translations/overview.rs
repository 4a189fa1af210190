//! What is missing in which language, over a whole workshop.

use diesel::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::Packing;
use crate::columns::Json;
use crate::db::DbConnection;
use crate::db::schema::{collections, products};
use crate::error::Result;
use crate::ids::{CollectionId, OrganisationId, ProductId};
use crate::locale::{Language, Wording};
use crate::web::{Listed, Listing};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ware {
    #[default]
    Product,
    Collection,
}

crate::text_enum!(Ware { Product => "product", Collection => "collection" });

/// How many lack something in each language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Lacking {
    pub en: i64,
    pub fr: i64,
    pub ar: i64,
}

impl Lacking {
    pub fn in_language(&self, language: Language) -> i64 {
        match language {
            Language::En => self.en,
            Language::Fr => self.fr,
            Language::Ar => self.ar,
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Item {
    pub kind: Ware,
    pub id: i64,
    pub title: Wording,
    /// The languages in which something of it is missing.
    pub missing: Vec<Language>,
}

/// A wording is kept as JSON, so a language that it speaks stands in it between quotation marks, with a colon; within a
/// text both would be escaped.
fn mark(language: Language) -> &'static str {
    match language {
        Language::En => "%\"en\":%",
        Language::Fr => "%\"fr\":%",
        Language::Ar => "%\"ar\":%",
    }
}

const WARNINGS: &str = "%\"warnings\":{\"%";

/// A title and a description are wanted in each language, warnings where there are any.
#[diesel::dsl::auto_type]
fn product_lacks(mark: &'static str, warned: &'static str) -> _ {
    let warnings = products::packing.like(warned).and(products::packing.not_like(mark));
    products::title.not_like(mark).or(products::description.not_like(mark)).or(warnings)
}

#[diesel::dsl::auto_type]
fn collection_lacks(mark: &'static str) -> _ {
    let story = collections::story.ne("{}").and(collections::story.not_like(mark));
    collections::title.not_like(mark).or(story)
}

pub fn count_products(conn: &mut DbConnection, maker: OrganisationId) -> Result<Lacking> {
    let mut count = |language| -> Result<i64> {
        Ok(products::table
            .filter(products::maker_id.eq(maker))
            .filter(product_lacks(mark(language), WARNINGS))
            .count()
            .get_result(conn)?)
    };
    Ok(Lacking { en: count(Language::En)?, fr: count(Language::Fr)?, ar: count(Language::Ar)? })
}

pub fn count_collections(conn: &mut DbConnection, maker: OrganisationId) -> Result<Lacking> {
    let mut count = |language| -> Result<i64> {
        Ok(collections::table
            .filter(collections::maker_id.eq(maker))
            .filter(collection_lacks(mark(language)))
            .count()
            .get_result(conn)?)
    };
    Ok(Lacking { en: count(Language::En)?, fr: count(Language::Fr)?, ar: count(Language::Ar)? })
}

/// Those that lack something in a language, or in any.
pub fn list(
    conn: &mut DbConnection,
    maker: OrganisationId,
    kind: Ware,
    language: Option<Language>,
    listing: Listing,
) -> Result<Listed<Item>> {
    // Any language: all three marks; one: three times the same.
    let [one, two, three] = Language::ALL.map(|each| mark(language.unwrap_or(each)));
    match kind {
        Ware::Product => {
            type Row = (ProductId, Json<Wording>, Json<Wording>, Json<Packing>);
            let rows: Vec<Row> = products::table
                .filter(products::maker_id.eq(maker).and(products::id.lt(ProductId(listing.before))))
                .filter(
                    product_lacks(one, WARNINGS)
                        .or(product_lacks(two, WARNINGS))
                        .or(product_lacks(three, WARNINGS)),
                )
                .order(products::id.desc())
                .limit(listing.fetch())
                .select((products::id, products::title, products::description, products::packing))
                .load(conn)?;
            let item = |(id, title, description, packing): Row| {
                let missing = missing(&[&title, &description], &[&packing.warnings]);
                Item { kind, id: id.0, missing, title: title.into_inner() }
            };
            Ok(listing.page(rows, |row| row.0.0).map(item))
        }
        Ware::Collection => {
            type Row = (CollectionId, Json<Wording>, Json<Wording>);
            let rows: Vec<Row> = collections::table
                .filter(collections::maker_id.eq(maker))
                .filter(collections::id.lt(CollectionId(listing.before)))
                .filter(collection_lacks(one).or(collection_lacks(two)).or(collection_lacks(three)))
                .order(collections::id.desc())
                .limit(listing.fetch())
                .select((collections::id, collections::title, collections::story))
                .load(conn)?;
            let item = |(id, title, story): Row| {
                let missing = missing(&[&title], &[&story]);
                Item { kind, id: id.0, missing, title: title.into_inner() }
            };
            Ok(listing.page(rows, |row| row.0.0).map(item))
        }
    }
}

/// The languages in which what is wanted, or what is said in another one, is missing.
pub fn missing(wanted: &[&Wording], optional: &[&Wording]) -> Vec<Language> {
    let lacks = |language: &Language| {
        wanted.iter().any(|wording| wording.get(*language).is_none())
            || optional.iter().any(|wording| !wording.is_empty() && wording.get(*language).is_none())
    };
    Language::ALL.into_iter().filter(lacks).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_nowhere_need_not_be_translated() {
        let french = Wording::in_language(Language::Fr, "Bol");
        let all = Wording { en: Some("a".into()), fr: Some("b".into()), ar: Some("ج".into()) };
        assert_eq!(missing(&[&all], &[&Wording::default()]), []);
        assert_eq!(missing(&[&all], &[&french]), [Language::En, Language::Ar]);
        assert_eq!(missing(&[&Wording::default()], &[]).len(), 3);
    }
}
