//! The product-safety set of a buyer's web shop: which products, for whom, in which language, as JSON or as a sheet.

use std::fs::File;
use std::io::{Seek, SeekFrom};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::address::Contact;
use super::lacking::{Lack, lacks};
use super::set::{SafetySet, read_sets};
use crate::accounts::{self, Kind, Member};
use crate::catalogue::export::{Cell, Kind as FileKind, Sheet};
use crate::catalogue::views::is_insider;
use crate::catalogue::{Audience, Collection, Product, store};
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Message, Result};
use crate::ids::{CollectionId, ProductId, Slug};
use crate::input::{Fields, Raw, RawList};
use crate::locale::{self, Language};
use crate::settings::Settings;

/// More than any shop takes in at once.
const MOST_PRODUCTS: usize = 500;

/// What a shop asks for.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SafetyQuery {
    /// A collection, by id or slug: all of its products, or those of them that `products` names.
    pub collection: Raw,
    /// Ids of products.
    pub products: RawList,
    /// `en`, `fr` or `ar`: the language of the shop.
    pub lang: Raw,
}

impl SafetyQuery {
    fn check(&self) -> Result<Vec<ProductId>> {
        let mut fields = Fields::new();
        let texts = self.products.distinct();
        if texts.len() > MOST_PRODUCTS {
            fields.problem("products", Message::new("problem-too-many").with("most", MOST_PRODUCTS));
        }
        let ids: Vec<ProductId> = texts.iter().filter_map(|text| text.parse().ok()).collect();
        if ids.len() < texts.len() {
            fields.problem("products", "problem-safety-products");
        }
        if ids.is_empty() && self.collection.is_blank() && fields.is_sound("products") {
            fields.problem("collection", "problem-safety-what");
        }
        fields.done(ids)
    }
}

/// What was found for a shop.
pub(super) struct Found {
    pub collection: Option<Collection>,
    pub sets: Vec<SafetySet>,
}

/// The products that somebody may offer in a shop of theirs: a verified buyer whatever they see, a maker its own.
pub(super) fn find(conn: &mut DbConnection, by: &Member, query: &SafetyQuery, today: Date) -> Result<Found> {
    let chosen = query.check()?;
    let collection = match query.collection.is_blank() {
        true => None,
        false => Some(collection(conn, query.collection.trimmed())?),
    };
    let mut products = Vec::new();
    match &collection {
        Some(collection) => {
            let maker = accounts::organisation(conn, collection.maker_id)?;
            if !may_ask(by, maker.id) || !(collection.is_public(&maker) || is_insider(Some(by), maker.id)) {
                return Err(Error::NotFound);
            }
            products = store::products_of_collection(conn, collection.id)?;
            products.retain(|product| chosen.is_empty() || chosen.contains(&product.id));
            let mut seen = Vec::new();
            for product in products {
                if may_see(conn, by, &product)? {
                    seen.push(product);
                }
            }
            products = seen;
        }
        None => {
            for id in chosen {
                let product = store::product(conn, id)?;
                if !may_ask(by, product.maker_id) || !may_see(conn, by, &product)? {
                    return Err(Error::NotFound);
                }
                products.push(product);
            }
        }
    }
    products.truncate(MOST_PRODUCTS);
    Ok(Found { collection, sets: read_sets(conn, &products, today)? })
}

fn collection(conn: &mut DbConnection, named: &str) -> Result<Collection> {
    match named.parse::<CollectionId>() {
        Ok(id) => store::collection(conn, id),
        Err(_) => {
            let slug = Slug::try_from(named.to_owned()).map_err(|_| Error::NotFound)?;
            store::collection_by_slug(conn, &slug)
        }
    }
}

/// A maker's address is for those who trade with it.
pub(in crate::catalogue) fn may_ask(by: &Member, maker: crate::ids::OrganisationId) -> bool {
    by.is_approved(Kind::Buyer) || is_insider(Some(by), maker)
}

fn may_see(conn: &mut DbConnection, by: &Member, product: &Product) -> Result<bool> {
    if is_insider(Some(by), product.maker_id) {
        return Ok(true);
    }
    let maker = accounts::organisation(conn, product.maker_id)?;
    Ok(product.is_public(&maker) && product.is_shown_to(&Audience::of(Some(by))))
}

/// One product as a shop takes it in.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SafetyView {
    pub product: ProductId,
    pub title: String,
    pub sku: Option<String>,
    /// Type, batch or model, or else the article number.
    pub identifier: Option<String>,
    /// The page of the product.
    pub url: String,
    pub picture: Option<String>,
    pub manufacturer: Option<Contact>,
    /// Null also where the manufacturer is at home in the European Union and answers itself.
    pub responsible_person: Option<Contact>,
    /// In the language that was asked for, or else in one that is there; see `warnings_language`.
    pub warnings: Option<String>,
    pub warnings_language: Option<&'static str>,
    /// Its maker says that there is nothing to warn of.
    pub needs_no_warnings: bool,
    /// Those that are valid today.
    pub certificates: Vec<SafetyCertificateView>,
    /// Nothing lacks of what European law wants to be shown with an offer.
    pub complete: bool,
    pub missing: Vec<MissingView>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SafetyCertificateView {
    pub scheme: String,
    pub title: String,
    pub number: String,
    pub issuer: String,
    pub valid_until: Option<Date>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct MissingView {
    pub field: Lack,
    /// In the language that was asked for.
    pub text: String,
}

impl SafetyView {
    pub(super) fn new(settings: &Settings, set: &SafetySet, language: Language) -> Self {
        let told = set.warnings.best_with_language(language);
        let missing = lacks(set, Some(language));
        let say = |lack: Lack| MissingView {
            field: lack,
            text: locale::term(language, "safety-lack", lack.word()),
        };
        let certificate = |one: &crate::catalogue::Certificate| SafetyCertificateView {
            scheme: one.scheme.clone(),
            title: one.title(language),
            number: one.number.clone(),
            issuer: one.issuer.clone(),
            valid_until: one.valid_until,
        };
        Self {
            product: set.product,
            title: set.title.best(language).to_owned(),
            sku: set.sku.clone(),
            identifier: set.identifier().map(str::to_owned),
            url: settings.absolute(&format!("/products/{}", set.slug)),
            picture: set.picture.as_ref().map(|picture| settings.absolute(&picture.large_address())),
            manufacturer: set.manufacturer_contact(),
            responsible_person: set.responsible.clone(),
            warnings: told.map(|(_, text)| text.to_owned()),
            warnings_language: told.map(|(language, _)| language.code()),
            needs_no_warnings: set.needs_no_warnings,
            certificates: set.certificates.iter().map(certificate).collect(),
            complete: missing.is_empty(),
            missing: missing.into_iter().map(say).collect(),
        }
    }
}

const COLUMNS: [&str; 16] = [
    "product",
    "sku",
    "identifier",
    "title",
    "url",
    "picture",
    "manufacturer",
    "manufacturer_address",
    "manufacturer_electronic",
    "responsible_person",
    "responsible_person_address",
    "responsible_person_electronic",
    "warnings",
    "certificates",
    "complete",
    "missing",
];

/// One line a product. Formulas in it do not come to life.
pub(super) fn sheet(views: &[SafetyView], language: Language) -> Result<File> {
    let file = tempfile::tempfile()?;
    let mut sheet = Sheet::begin(&file, FileKind::Csv, language)?;
    sheet.row(COLUMNS.iter().map(|name| Cell::from(*name)).collect())?;
    for view in views {
        sheet.row(cells(view, language))?;
    }
    sheet.end()?;
    let mut file = file;
    file.seek(SeekFrom::Start(0))?;
    Ok(file)
}

fn cells(view: &SafetyView, language: Language) -> Vec<Cell> {
    let contact = |one: &Option<Contact>| match one {
        Some(one) => {
            [Cell::from(one.name.as_str()), one.postal(language).into(), one.electronic.as_str().into()]
        }
        None => [Cell::Blank, Cell::Blank, Cell::Blank],
    };
    let text = |text: &Option<String>| Cell::from(text.as_deref().unwrap_or_default());
    let certificate = |one: &SafetyCertificateView| {
        let parts = [one.title.clone(), one.number.clone(), one.issuer.clone()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let certificates: Vec<String> = view.certificates.iter().map(certificate).collect();
    let missing: Vec<&str> = view.missing.iter().map(|one| one.text.as_str()).collect();
    let mut cells = vec![
        Cell::Number(view.product.0),
        text(&view.sku),
        text(&view.identifier),
        view.title.as_str().into(),
        view.url.as_str().into(),
        text(&view.picture),
    ];
    cells.extend(contact(&view.manufacturer));
    cells.extend(contact(&view.responsible_person));
    cells.extend([
        text(&view.warnings),
        certificates.join("; ").into(),
        if view.complete { "yes" } else { "no" }.into(),
        missing.join("; ").into(),
    ]);
    cells
}
