//! From what the house knows to what stands on a sheet, in the words of its language.

mod product;

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::material::Material;
use super::sheet::{Contact, Row, Sheet, SheetCertificate, SheetMaker, Spoken};
use super::typesetting::TEMPLATE;
use crate::accounts::{Kind, Member};
use crate::catalogue::{Covers, Picture, Product, ShownCertificate};
use crate::clock::Date;
use crate::error::Result;
use crate::locale::Wording;
use crate::settings::Settings;
use crate::vocabulary;
use crate::web::Page;

/// Between the members of a list, in every language.
const DOT: &str = " · ";

/// A sheet before it is issued, with the files of its pictures.
#[derive(Debug)]
pub struct Composed {
    pub sheet: Sheet,
    /// Keys of the stored files, in the order in which the sheet counts them.
    pub pictures: Vec<String>,
}

impl Composed {
    /// The same for the same reader as long as nothing on the sheet changes.
    pub fn fingerprint(&self, reader: Option<&Member>) -> Result<String> {
        let reader = reader.map(|member| member.organisation);
        let said = serde_json::to_vec(&(&self.sheet, &self.pictures, reader, env!("CARGO_PKG_VERSION")))?;
        let hash = Sha256::new().chain_update(TEMPLATE).chain_update(said).finalize();
        Ok(data_encoding::HEXLOWER.encode(&hash))
    }
}

/// Who looks, and when: what decides about prices.
#[derive(Clone, Copy)]
struct Reading<'a> {
    page: &'a Page,
    reader: Option<&'a Member>,
    today: Date,
    sees: bool,
}

pub fn compose(
    page: &Page,
    settings: &Settings,
    material: &Material,
    reader: Option<&Member>,
    today: Date,
) -> Composed {
    let language = page.language();
    let maker = &material.workshop.organisation;
    let sees = reader.is_some_and(|member| member.sees_prices_of(maker.id));
    let reading = Reading { page, reader, today, sees };
    let mut pictures = Vec::new();
    let hero = material.hero.as_ref().map(|picture| remember(&mut pictures, &picture.large_key));
    let products = material
        .products
        .iter()
        .map(|product| reading.product(material, product, &mut pictures))
        .collect::<Vec<_>>();
    let country = page.country(&maker.country);
    let address = settings.absolute(&format!("/collections/{}", material.collection.slug));
    let sheet = Sheet {
        lang: page.lang(),
        dir: page.dir(),
        house: page.say("nav-brand").to_string(),
        say: words(page),
        title: spoken(page, &material.collection.title, "collection-untitled"),
        maker: SheetMaker {
            name: maker.name_in(language).to_owned(),
            place: match material.workshop.place(language) {
                "" => country,
                town => format!("{town}, {country}"),
            },
            crafts: labels(page, material.workshop.crafts()),
        },
        intro: paragraphs(page, &material.collection.story),
        facts: reading.facts(material),
        hero,
        products,
        more: (material.more > 0).then(|| {
            let more = page.say("line-sheet-more").with("count", material.more as i64);
            more.with("shown", page.number(material.more as i64)).with("address", address).to_string()
        }),
        certificates: material
            .certificates
            .iter()
            .map(|one| SheetCertificate::from(ShownCertificate::of_maker(page, None, one, today)))
            .collect(),
        terms: reading.terms(settings, material),
        contact: contact(page, settings, material),
    };
    Composed { sheet, pictures }
}

/// The place of a picture among the sheet's.
fn remember(pictures: &mut Vec<String>, key: &str) -> usize {
    pictures.push(key.to_owned());
    pictures.len() - 1
}

fn words(page: &Page) -> BTreeMap<&'static str, String> {
    BTreeMap::from([
        ("line-sheet", page.say("line-sheet-title").to_string()),
        ("products", page.say("kind-products").to_string()),
        ("nothing", page.say("line-sheet-nothing").to_string()),
        ("certificates", page.say("certificates-title").to_string()),
        ("issued", page.say("line-sheet-issued").to_string()),
        ("terms", page.say("line-sheet-terms").to_string()),
        ("contact", page.say("line-sheet-contact").to_string()),
        ("genuine", page.say("line-sheet-genuine").to_string()),
        ("genuine-how", page.say("line-sheet-genuine-how").to_string()),
    ])
}

fn labels(page: &Page, keys: &[String]) -> String {
    keys.iter().map(|key| vocabulary::label(key, page.language())).collect::<Vec<_>>().join(DOT)
}

fn spoken(page: &Page, wording: &Wording, otherwise: &'static str) -> Spoken {
    match wording.best_with_language(page.language()) {
        Some((language, text)) => {
            Spoken { text: one_line(text), lang: language.code(), dir: language.direction() }
        }
        None => Spoken { text: page.say(otherwise).to_string(), lang: page.lang(), dir: page.dir() },
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paragraphs(page: &Page, wording: &Wording) -> Vec<Spoken> {
    let Some((language, text)) = wording.best_with_language(page.language()) else { return Vec::new() };
    let lines = text.lines().map(one_line).filter(|line| !line.is_empty());
    lines.map(|text| Spoken { text, lang: language.code(), dir: language.direction() }).collect()
}

fn contact(page: &Page, settings: &Settings, material: &Material) -> Vec<Contact> {
    let maker = &material.workshop.organisation;
    let own = Contact {
        label: page.say("line-sheet-page").to_string(),
        address: settings.absolute(&format!("/makers/{}", maker.slug)),
    };
    let website = maker
        .website
        .as_ref()
        .map(|website| Contact { label: page.say("maker-website").to_string(), address: website.clone() });
    [own].into_iter().chain(website).collect()
}

impl From<ShownCertificate> for SheetCertificate {
    fn from(shown: ShownCertificate) -> Self {
        let ShownCertificate { title, number, issuer, until, scope, .. } = shown;
        Self { title, number, issuer, until, scope: scope.unwrap_or_default() }
    }
}

impl Reading<'_> {
    /// What a buyer wants to know at a glance.
    fn facts(&self, material: &Material) -> Vec<Row> {
        let page = self.page;
        let row = |label: &'static str, value: String| Row { label: page.say(label).to_string(), value };
        let count = (material.products.len() + material.more) as i64;
        let mut facts = vec![row("kind-products", page.number(count))];
        let currencies = self.currencies(material);
        facts.push(match currencies.is_empty() {
            true => row("line-sheet-prices", page.say("line-sheet-prices-hidden").to_string()),
            false => row("line-sheet-prices", currencies.into_iter().collect::<Vec<_>>().join(DOT)),
        });
        let Some(profile) = &material.workshop.profile else { return facts };
        let least = material.agreed.order_minimum().or(profile.order_minimum());
        if let Some(least) = least.filter(|_| self.sees) {
            facts.push(row("profile-order-minimum", page.money(&least)));
        }
        let exports = if profile.exports_itself { "maker-exports-itself" } else { "maker-exports-through" };
        facts.push(row("maker-exports", page.say(exports).to_string()));
        facts
    }

    /// In which currencies this reader sees prices; none where they see none.
    fn currencies(&self, material: &Material) -> BTreeSet<&'static str> {
        let of_product = |product: &Product| {
            let plain = product.price().filter(|_| self.sees).map(|price| price.currency.code());
            let rows: Vec<_> =
                product.tiers_for(self.reader).map(|tier| tier.price.currency.code()).collect();
            plain.into_iter().chain(rows).collect::<Vec<_>>()
        };
        material.products.iter().flat_map(of_product).collect()
    }

    fn terms(&self, settings: &Settings, material: &Material) -> Vec<String> {
        let page = self.page;
        let prices = match self.reader {
            _ if !self.sees => {
                page.say("line-sheet-term-hidden").with("address", settings.absolute("/sign-up")).to_string()
            }
            Some(member) if member.kind == Kind::Buyer && !material.insider => {
                page.say("line-sheet-term-prices").with("country", page.country(&member.country)).to_string()
            }
            _ => page.say("line-sheet-term-all-prices").to_string(),
        };
        let mut terms = vec![
            prices,
            page.say("line-sheet-term-quantities").to_string(),
            page.say("line-sheet-term-delivery").to_string(),
        ];
        if !material.certificates.is_empty() {
            terms.push(page.say("line-sheet-term-certificates").to_string());
        }
        terms
    }

    /// Those about a product in particular; what is about everything stands at the end of the sheet.
    fn seals(&self, material: &Material, product: &Product) -> Vec<String> {
        let own = material.certificates.iter().filter(|one| one.covers == Covers::Chosen);
        own.filter(|one| one.is_about(product.id)).map(|one| one.title(self.page.language())).collect()
    }
}

/// Fills its frame where that cuts off hardly anything: a picture about as wide as the frame is.
fn fit(picture: &Picture) -> &'static str {
    let (width, height) = (picture.width as f64, picture.height.max(1) as f64);
    if (1.25..=2.0).contains(&(width / height)) { "cover" } else { "contain" }
}
