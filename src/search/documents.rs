//! From the database's present state to documents. What may not be found has none.

use std::collections::HashMap;

use search_index::{Document, Kind, Price, Role, Term, Text};

use super::card::{Card, MakerName};
use super::touched::Thing;
use crate::accounts::{self, Organisation};
use crate::catalogue::{self, Artisan, Certificate, Collection, Product, Status};
use crate::clock::day_number;
use crate::clusters::{self, Cluster, MakerProfile};
use crate::commitments::{self, Grant};
use crate::db::DbConnection;
use crate::error::{Result, if_found};
use crate::ids::{CollectionId, OrganisationId, ProductId};
use crate::locale::{self, Language, Wording};
use crate::vocabulary;

/// What all documents of one maker have in common, read once.
#[derive(Clone)]
struct Background {
    maker: Organisation,
    profile: Option<MakerProfile>,
    clusters: Vec<Cluster>,
    /// What is promised to somebody alone.
    grants: Vec<Grant>,
    /// What officers vouch for, whatever the day is.
    certificates: Vec<Certificate>,
}

/// Reads documents one after the other and remembers the makers it met.
#[derive(Default)]
pub(super) struct Reader {
    makers: HashMap<OrganisationId, Background>,
}

impl Reader {
    /// The document of a thing, or none if it may not be found now.
    pub(super) fn document(&mut self, conn: &mut DbConnection, thing: Thing) -> Result<Option<Document>> {
        let found = match thing {
            Thing::Product(id) => self.product(conn, id),
            Thing::Collection(id) => self.collection(conn, id),
            Thing::Maker(id) => self.maker(conn, id),
            Thing::Cluster(id) => {
                clusters::cluster(conn, id).and_then(|cluster| self.cluster(conn, &cluster))
            }
        };
        if_found(found).map(Option::flatten)
    }

    fn background(&mut self, conn: &mut DbConnection, maker: OrganisationId) -> Result<Background> {
        if let Some(known) = self.makers.get(&maker) {
            return Ok(known.clone());
        }
        let background = Background {
            maker: accounts::organisation(conn, maker)?,
            profile: clusters::profile(conn, maker)?,
            clusters: clusters::clusters_of_maker(conn, maker)?,
            grants: commitments::grants_of_maker(conn, maker)?,
            certificates: catalogue::certificates_of_makers(conn, &[maker])?,
        };
        self.makers.insert(maker, background.clone());
        Ok(background)
    }

    fn product(&mut self, conn: &mut DbConnection, id: ProductId) -> Result<Option<Document>> {
        let product = catalogue::product(conn, id)?;
        let background = self.background(conn, product.maker_id)?;
        if product.status != Status::Published || !background.maker.is_approved() {
            return Ok(None);
        }
        let picture =
            catalogue::pictures_of_product(conn, id)?.into_iter().next().map(|picture| picture.small_key);
        let credits = catalogue::credits_of_products(conn, &[id])?.remove(&id).unwrap_or_default();
        let mut document = product_document(&product, &background, picture);
        people(&mut document, credits.iter().map(|credit| &credit.artisan));
        Ok(Some(document))
    }

    fn collection(&mut self, conn: &mut DbConnection, id: CollectionId) -> Result<Option<Document>> {
        let collection = catalogue::collection(conn, id)?;
        let background = self.background(conn, collection.maker_id)?;
        if collection.status != Status::Published || !background.maker.is_approved() {
            return Ok(None);
        }
        let mut crafts: Vec<String> = catalogue::collection_products(conn, id)?
            .into_iter()
            .filter_map(|product| product.craft)
            .collect();
        crafts.sort();
        crafts.dedup();
        let own = catalogue::pictures_of_collection(conn, id)?.into_iter().next();
        let picture = match own {
            Some(picture) => Some(picture.small_key),
            None => catalogue::cover_of_collection(conn, id)?.map(|picture| picture.small_key),
        };
        Ok(Some(collection_document(&collection, &background, crafts, picture)))
    }

    fn maker(&mut self, conn: &mut DbConnection, id: OrganisationId) -> Result<Option<Document>> {
        let background = self.background(conn, id)?;
        if !background.maker.is_approved() || background.maker.kind != accounts::Kind::Maker {
            return Ok(None);
        }
        let on_show = catalogue::artisans_on_show(conn, id)?;
        let mut document = maker_document(&background);
        people(&mut document, on_show.iter());
        Ok(Some(document))
    }

    fn cluster(&mut self, conn: &mut DbConnection, cluster: &Cluster) -> Result<Option<Document>> {
        if !accounts::organisation(conn, cluster.organisation_id)?.is_approved() {
            return Ok(None);
        }
        Ok(Some(cluster_document(cluster)))
    }
}

/// What products say of themselves, as the index reads it; those that may not be found now are left out.
pub fn documents_of_products(
    conn: &mut DbConnection,
    products: &[ProductId],
) -> Result<Vec<(ProductId, Document)>> {
    let mut reader = Reader::default();
    let mut documents = Vec::new();
    for id in products {
        if let Some(document) = reader.document(conn, Thing::Product(*id))? {
            documents.push((*id, document));
        }
    }
    Ok(documents)
}

fn wording(document: &mut Document, role: Role, wording: &Wording) {
    for (language, text) in wording.iter() {
        document.texts.push(Text::new(role, Some(language.into()), text));
    }
}

/// Keys of the vocabulary: filters by themselves, and words to be found by in every language.
fn labels<'a>(document: &mut Document, keys: impl IntoIterator<Item = &'a String>) {
    for key in keys {
        for language in Language::ALL {
            let label = vocabulary::label(key, language);
            document.texts.push(Text::new(Role::Keyword, Some(language.into()), label));
        }
    }
}

/// Those who agreed to be known are found by name.
fn people<'a>(document: &mut Document, artisans: impl Iterator<Item = &'a Artisan>) {
    for artisan in artisans.filter(|artisan| artisan.is_known()) {
        document.texts.push(Text::new(Role::Keyword, None, &artisan.name));
    }
}

fn country(document: &mut Document, code: &str) {
    document.country = Some(code.to_owned());
    for language in Language::ALL {
        let name = locale::country_name(code, language);
        document.texts.push(Text::new(Role::Keyword, Some(language.into()), name));
    }
}

impl Background {
    fn name(&self) -> MakerName {
        MakerName {
            id: self.maker.id,
            slug: self.maker.slug.clone(),
            name: self.maker.name.clone(),
            name_ar: self.maker.name_ar.clone(),
        }
    }

    fn place(&self) -> Wording {
        self.profile.as_ref().map(|profile| Wording::clone(&profile.place)).unwrap_or_default()
    }

    /// The countries in which somebody holds a thing of this collection, or everything of the maker, exclusively.
    fn exclusivities(&self, collection: Option<CollectionId>) -> Vec<Term> {
        let touches = |grant: &&Grant| {
            grant.released_at.is_none()
                && (grant.collection_id.is_none() || grant.collection_id == collection)
        };
        let term = |grant: &Grant| Term {
            name: grant.country.clone(),
            days: day_number(grant.starts_on)..=day_number(grant.ends_on),
        };
        self.grants.iter().filter(touches).map(term).collect()
    }

    /// What officers have confirmed about a product, with its days: which of them is valid, a search asks of its own day.
    fn certificates(&self, product: ProductId) -> Vec<Term> {
        let about = |one: &&Certificate| one.is_confirmed() && one.is_about(product);
        let term = |one: &Certificate| Term {
            name: one.scheme.clone(),
            days: day_number(one.valid_from)..=one.valid_until.map_or(u32::MAX, day_number),
        };
        self.certificates.iter().filter(about).map(term).collect()
    }

    /// What every document of this maker says about it.
    fn describe(&self, document: &mut Document) {
        document.texts.push(Text::new(Role::Keyword, None, &self.maker.name));
        if let Some(name) = &self.maker.name_ar {
            document.texts.push(Text::new(Role::Keyword, Some(search_index::Language::Arabic), name));
        }
        wording(document, Role::Keyword, &self.place());
        document.maker = Some(self.maker.slug.clone());
        document.clusters = self.clusters.iter().map(|cluster| cluster.slug.clone()).collect();
    }
}

fn product_document(product: &Product, background: &Background, picture: Option<String>) -> Document {
    let mut document = Document::new(Thing::Product(product.id).key(), Kind::Product);
    wording(&mut document, Role::Title, &product.title);
    wording(&mut document, Role::Body, &product.description);
    labels(
        &mut document,
        product.craft.iter().chain(product.materials.iter()).chain(product.techniques.iter()),
    );
    let origin = product.origin.clone().unwrap_or_else(|| background.maker.country.clone());
    country(&mut document, &origin);
    background.describe(&mut document);
    document.crafts = product.craft.iter().cloned().collect();
    document.materials.clone_from(&product.materials);
    document.techniques.clone_from(&product.techniques);
    document.price = product
        .price()
        .map(|price| Price { minor: price.minor.unsigned_abs(), currency: price.currency.code().to_owned() });
    document.moq = product.moq.map(i64::unsigned_abs);
    document.only_for = product.only_for();
    document.exclusivities = background.exclusivities(product.collection_id);
    document.certificates = background.certificates(product.id);
    document.quality = quality(product, picture.is_some());
    document.lead_time_days = product.lead_time_days.map(i64::unsigned_abs);
    document.newest = product.published_at.map_or(0, |time| time.micros());
    document.stored = Card {
        id: product.id.0,
        slug: product.slug.clone(),
        title: Wording::clone(&product.title),
        maker: Some(background.name()),
        country: origin,
        place: background.place(),
        crafts: document.crafts.clone(),
        picture,
        price_minor: product.price_minor,
        currency: product.currency.map(|currency| currency.code().to_owned()),
        moq: product.moq,
        lead_time_days: product.lead_time_days,
    }
    .write();
    document
}

/// How much a buyer learns from a product: each of these is worth the same.
fn quality(product: &Product, pictured: bool) -> u8 {
    let told = [
        pictured,
        product.title.iter().count() > 1,
        product.description.iter().any(|(_, text)| text.chars().count() >= 80),
        product.description.iter().count() > 1,
        product.price_minor.is_some(),
        product.moq.is_some(),
        product.lead_time_days.is_some(),
        !product.materials.is_empty(),
        !product.techniques.is_empty(),
        product.craft.is_some(),
    ];
    10 * told.into_iter().filter(|told| *told).count() as u8
}

fn collection_document(
    collection: &Collection,
    background: &Background,
    crafts: Vec<String>,
    picture: Option<String>,
) -> Document {
    let mut document = Document::new(Thing::Collection(collection.id).key(), Kind::Collection);
    wording(&mut document, Role::Title, &collection.title);
    wording(&mut document, Role::Body, &collection.story);
    labels(&mut document, &crafts);
    country(&mut document, &background.maker.country);
    background.describe(&mut document);
    document.crafts.clone_from(&crafts);
    document.exclusivities = background.exclusivities(Some(collection.id));
    document.newest = collection.published_at.map_or(0, |time| time.micros());
    document.stored = Card {
        id: collection.id.0,
        slug: collection.slug.clone(),
        title: Wording::clone(&collection.title),
        maker: Some(background.name()),
        country: background.maker.country.clone(),
        place: background.place(),
        crafts,
        picture,
        ..Card::default()
    }
    .write();
    document
}

fn maker_document(background: &Background) -> Document {
    let maker = &background.maker;
    let mut document = Document::new(Thing::Maker(maker.id).key(), Kind::Maker);
    background.describe(&mut document);
    document.texts.push(Text::new(Role::Title, None, &maker.name));
    if let Some(name) = &maker.name_ar {
        document.texts.push(Text::new(Role::Title, Some(search_index::Language::Arabic), name));
    }
    country(&mut document, &maker.country);
    if let Some(profile) = &background.profile {
        wording(&mut document, Role::Body, &profile.story);
        labels(&mut document, profile.crafts.iter());
        document.crafts.clone_from(&profile.crafts);
    }
    document.newest = maker.standing_at.unwrap_or(maker.created_at).micros();
    let mut title = Wording::in_language(Language::En, &maker.name);
    title.ar.clone_from(&maker.name_ar);
    document.stored = Card {
        id: maker.id.0,
        slug: maker.slug.clone(),
        title,
        maker: Some(background.name()),
        country: maker.country.clone(),
        place: background.place(),
        crafts: document.crafts.clone(),
        ..Card::default()
    }
    .write();
    document
}

fn cluster_document(cluster: &Cluster) -> Document {
    let mut document = Document::new(Thing::Cluster(cluster.id).key(), Kind::Cluster);
    wording(&mut document, Role::Title, &cluster.name);
    wording(&mut document, Role::Body, &cluster.summary);
    wording(&mut document, Role::Keyword, &cluster.place);
    labels(&mut document, cluster.crafts.iter());
    country(&mut document, &cluster.country);
    document.crafts.clone_from(&cluster.crafts);
    document.clusters = vec![cluster.slug.clone()];
    document.newest = cluster.created_at.micros();
    document.stored = Card {
        id: cluster.id.0,
        slug: cluster.slug.clone(),
        title: Wording::clone(&cluster.name),
        country: cluster.country.clone(),
        place: Wording::clone(&cluster.place),
        crafts: document.crafts.clone(),
        ..Card::default()
    }
    .write();
    document
}
