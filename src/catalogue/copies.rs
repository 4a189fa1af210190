//! Making another one like it: a draft with everything but the article number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::history::{self, Act, Entry, Part, Seen};
use super::products::{collection_changed, may_prepare, own};
use super::slugs::{self, Shelf};
use super::store::{self, Arrival};
use super::{Collection, Product, ProductForm, Subject, TermsForm, collections, terms};
use crate::accounts::Member;
use crate::db::Write;
use crate::error::{Error, Message, Result};
use crate::events::Event;
use crate::ids::{CollectionId, ProductId};
use crate::input::{Fields, Raw};
use crate::locale::{self, Language, RawWording};

/// A copy of more than a collection usually holds would be a mistake.
const MOST_PRODUCTS: usize = 300;
const LONGEST_TITLE: usize = 160;
const LONGEST_SKU: usize = 64;

/// What is copied with a collection.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CollectionCopyForm {
    /// Whether its products are copied too: a product lies in one collection only.
    pub with_products: Raw,
}

/// In each language in which it has a title, with the mark of a copy.
fn marked(title: &RawWording) -> RawWording {
    let mark = |language: Language, text: &str| match text.trim() {
        "" => String::new(),
        text => {
            let message = Message::new("copy-of").with("title", text);
            // Isolation marks are for sentences, and this one is kept.
            let said = locale::say(language, &message).replace(['\u{2068}', '\u{2069}'], "");
            said.chars().take(LONGEST_TITLE).collect()
        }
    };
    RawWording {
        en: mark(Language::En, &title.en),
        fr: mark(Language::Fr, &title.fr),
        ar: mark(Language::Ar, &title.ar),
    }
}

pub fn copy_product(tx: &mut Write<'_>, by: &Member, id: ProductId) -> Result<Product> {
    may_prepare(tx, by)?;
    let original = own(tx, by, id)?;
    let copy = copy_into(tx, by, &original, original.collection_id)?;
    collection_changed(tx, by, original.collection_id);
    Ok(copy)
}

fn copy_into(
    tx: &mut Write<'_>,
    by: &Member,
    original: &Product,
    collection: Option<CollectionId>,
) -> Result<Product> {
    let seen = Seen::read(tx, Subject::Product(original.id))?;
    let plain = ProductForm::from(original);
    let form = ProductForm {
        title: marked(&plain.title),
        sku: Raw::default(),
        collection: collection.map(|id| id.0.into()).unwrap_or_default(),
        ..plain
    };
    let new = form.check()?;
    let mark = format!("{} {}", original.id, tx.now().micros());
    let slug = slugs::free(tx, Shelf::Products, &new.title, &by.slug, &mark)?;
    let id = store::insert_product(tx, by.organisation, &slug, &new, Arrival::default())?;
    let terms_form = with_own_numbers(tx, by, seen.state.form(Part::Terms)?)?;
    let inserted = store::product(tx, id)?;
    terms::rewrite(tx, by, &inserted, &terms_form)?;
    history::begin(tx, by.organisation, Subject::Product(id), Entry::of(by.actor(), Act::Copied))?;
    // The stored files are the same; nothing is sent or turned again.
    history::arrange(tx, by, Subject::Product(id), &seen.state.shots()?)?;
    store::product(tx, id)
}

/// Every variant bears an article number, and none may come twice: `B-1-L` becomes `B-1-L-2`.
fn with_own_numbers(tx: &mut Write<'_>, by: &Member, mut form: TermsForm) -> Result<TermsForm> {
    let mut taken: Vec<String> = Vec::new();
    for variant in &mut form.variants {
        let old = variant.sku.trimmed().to_owned();
        let mut number = 2;
        let new = loop {
            let ending = format!("-{number}");
            let kept: String = old.chars().take(LONGEST_SKU - ending.len()).collect();
            let wished = format!("{kept}{ending}");
            if !taken.contains(&wished) && !store::is_sku_taken(tx, by.organisation, &wished, ProductId(0))? {
                break wished;
            }
            number += 1;
        };
        for tier in form.tiers.iter_mut().filter(|tier| tier.variant.trimmed() == old) {
            tier.variant = new.as_str().into();
        }
        variant.sku = new.as_str().into();
        taken.push(new);
    }
    Ok(form)
}

pub fn copy_collection(
    tx: &mut Write<'_>,
    by: &Member,
    id: CollectionId,
    form: &CollectionCopyForm,
) -> Result<Collection> {
    may_prepare(tx, by)?;
    let original = collections::own(tx, by, id)?;
    let seen = Seen::read(tx, Subject::Collection(id))?;
    let mut new: super::CollectionForm = seen.state.form(Part::Texts)?;
    new.title = marked(&new.title);
    let checked = new.check()?;
    let mark = format!("{id} {}", tx.now().micros());
    let slug = slugs::free(tx, Shelf::Collections, &checked.title, &by.slug, &mark)?;
    let copy = store::insert_collection(tx, by.organisation, &slug, &checked)?;
    history::begin(tx, by.organisation, Subject::Collection(copy), Entry::of(by.actor(), Act::Copied))?;
    history::arrange(tx, by, Subject::Collection(copy), &seen.state.shots()?)?;
    if Fields::new().flag(&form.with_products) {
        let products = store::products_of_collection(tx, original.id)?;
        if products.len() > MOST_PRODUCTS {
            let message = Message::new("problem-copy-too-many").with("most", MOST_PRODUCTS);
            return Err(Error::invalid("with_products", message));
        }
        for product in products {
            copy_into(tx, by, &product, Some(copy))?;
        }
    }
    tx.record(by.actor(), Event::CollectionChanged { collection: copy });
    store::collection(tx, copy)
}
