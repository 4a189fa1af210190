//! The catalogue for people: collections, products, and the words of the trade.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::api::{CollectionQuery, ProductQuery};
use super::people::{ShownCredit, credits_of_products};
use super::price_list::{ShownTerms, agreed_in_words};
use super::safety::may_take_safety;
use super::shelf::{
    CollectionCard, PictureShown, ProductCard, ShownCollection, show_collections, show_products, title_or,
};
use super::views::is_insider;
use super::vocabulary::{self, Term};
use super::{Audience, Collection, Product, ShownCertificate, certificates_on_show, linked, store};
use crate::accounts::{self, Kind, Member, Organisation, Standing, Viewer};
use crate::error::{Error, Message, Result};
use crate::locale::{self, Language, Wording};
use crate::web::{Access, Choice, Crumb, FormView, House, Linked, Listing, Page, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::Anyone;
    vec![
        Route::get("/collections", Anyone, "browse collections", collections),
        Route::get("/collections/{slug}", Anyone, "see a collection", collection),
        Route::get("/products", Anyone, "browse products", products),
        Route::get("/products/{slug}", Anyone, "see a product", product),
        Route::get("/crafts", Anyone, "list the crafts", crafts),
        Route::get("/materials", Anyone, "list the materials", materials),
        Route::get("/techniques", Anyone, "list the techniques", techniques),
    ]
}

/// A text with the language it is in, which a screen reader and a browser's translator want to know.
#[derive(Clone, Debug)]
pub(super) struct Spoken {
    pub lang: &'static str,
    pub dir: &'static str,
    pub paragraphs: Vec<String>,
    /// The name of its language, if it is not the reader's.
    pub foreign: Option<&'static str>,
}

impl Spoken {
    pub(super) fn of(page: &Page, wording: &Wording) -> Option<Self> {
        let (language, text) = wording.best_with_language(page.language())?;
        Some(Self {
            lang: language.code(),
            dir: language.direction(),
            paragraphs: text
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            foreign: (language != page.language()).then(|| locale::native_name(language)),
        })
    }
}

/// The address of a list's next page, with its filters.
pub(super) fn next_page(path: &str, filters: &[(&str, &str)], cursor: Option<String>) -> Option<String> {
    let cursor = cursor?;
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for (name, value) in filters.iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    query.append_pair("cursor", &cursor);
    Some(format!("{path}?{}", query.finish()))
}

pub(super) fn terms(language: Language, terms: &[Term]) -> Vec<Choice> {
    terms.iter().map(|term| Choice::new(term.key.as_str(), term.label.best(language))).collect()
}

/// The countries where makers of the house are at home, for filters; every other one may still be asked for.
fn home_countries(page: &Page) -> Vec<Choice> {
    const HOMES: [&str; 7] = ["DZ", "EG", "JO", "LB", "MA", "PS", "TN"];
    let all = locale::countries(page.language());
    all.into_iter()
        .filter(|(code, _)| HOMES.contains(code))
        .map(|(code, name)| Choice::new(code, name))
        .collect()
}

#[derive(Template)]
#[template(path = "catalogue/collections.html")]
struct CollectionsPage<'a> {
    page: &'a Page,
    form: FormView,
    countries: Vec<Choice>,
    crafts: Vec<Choice>,
    cards: Vec<CollectionCard>,
    filtered: bool,
    next: Option<String>,
}

async fn collections(
    house: web::Data<House>,
    page: Page,
    Query(query): Query<CollectionQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (filter, maker) = (query.check()?, query.maker.trimmed().to_owned());
    let read = move |conn: &mut crate::db::DbConnection| {
        let listed = listing
            .page(CollectionQuery::find(conn, &filter, &maker, listing)?, |collection| collection.id.0);
        Ok((show_collections(conn, listed.items)?, listed.next))
    };
    let (shown, cursor) = house.db.read(read).await?;
    let filters = [
        ("country", query.country.trimmed()),
        ("craft", query.craft.trimmed()),
        ("maker", query.maker.trimmed()),
    ];
    let values = serde_json::json!({ "country": query.country, "craft": query.craft });
    page.show(&CollectionsPage {
        page: &page,
        form: FormView::new(page.language(), &values),
        countries: home_countries(&page),
        crafts: terms(page.language(), vocabulary::crafts()),
        cards: shown.iter().map(|shown| shown.card(&page)).collect(),
        filtered: filters.iter().any(|(_, value)| !value.is_empty()),
        next: next_page("/collections", &filters, cursor),
    })
}

#[derive(Template)]
#[template(path = "catalogue/collection.html")]
struct CollectionPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    collection: &'a Collection,
    maker: &'a Organisation,
    title: String,
    title_text: Option<Spoken>,
    story: Option<Spoken>,
    pictures: Vec<PictureShown>,
    cards: Vec<ProductCard>,
    /// Is it the maker's own, to be mended in the workshop?
    own: bool,
    is_public: bool,
    /// May the reader take the product-safety set along?
    takes_along: bool,
    /// For machines, where everybody may see the page.
    linked: Option<Linked>,
}

async fn collection(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    slug: web::Path<String>,
) -> Result<HttpResponse> {
    let member = viewer.member().cloned();
    let read = move |conn: &mut crate::db::DbConnection| {
        let collection = store::collection_by_slug(conn, &slug)?;
        let maker = accounts::organisation(conn, collection.maker_id)?;
        let insider = is_insider(member.as_ref(), maker.id);
        if !collection.is_public(&maker) && !insider {
            return Err(Error::NotFound);
        }
        let products = match insider {
            true => store::products_of_collection(conn, collection.id)?,
            false => store::collection_products(conn, collection.id)?,
        };
        let audience = audience_of(member.as_ref(), insider);
        let products = show_products(conn, &audience, products)?;
        let pictures = store::pictures_of_collection(conn, collection.id)?;
        let shown = show_collections(conn, vec![collection])?.pop().ok_or(Error::NotFound)?;
        Ok((shown, products, pictures))
    };
    let (shown, products, pictures) = house.db.read(read).await?;
    let ShownCollection { collection, maker, .. } = &shown;
    let own = viewer.member().is_some_and(|member| member.organisation == maker.id);
    let card = |product: &super::ShownProduct| {
        let status = Some(product.product.status).filter(|status| *status != super::Status::Published);
        ProductCard { status, ..product.card(&page, &viewer) }
    };
    let title = title_or(&page, &collection.title, "collection-untitled");
    let crumbs = vec![
        Crumb::new("/collections", page.say("nav-collections")),
        Crumb::new(format!("/collections/{}", collection.slug), &title),
    ];
    let cards: Vec<ProductCard> = products.iter().map(card).collect();
    let is_public = collection.is_public(maker);
    page.show(&CollectionPage {
        page: &page,
        linked: is_public
            .then(|| linked::collection(&page, &house.settings, collection, maker, &cards, &crumbs)),
        crumbs,
        title_text: Spoken::of(&page, &collection.title),
        title,
        story: Spoken::of(&page, &collection.story),
        pictures: pictures.iter().map(|picture| PictureShown::large(&page, picture)).collect(),
        cards,
        own,
        takes_along: viewer.member().is_some_and(|member| may_take_safety(member, maker.id)),
        is_public,
        collection,
        maker,
    })
}

#[derive(Template)]
#[template(path = "catalogue/products.html")]
struct ProductsPage<'a> {
    page: &'a Page,
    form: FormView,
    countries: Vec<Choice>,
    crafts: Vec<Choice>,
    materials: Vec<Choice>,
    cards: Vec<ProductCard>,
    filtered: bool,
    next: Option<String>,
}

async fn products(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    Query(query): Query<ProductQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (filter, maker) = (query.check()?, query.maker.trimmed().to_owned());
    let audience = Audience::of(viewer.member());
    let read = move |conn: &mut crate::db::DbConnection| {
        let mut filter = ProductQuery::with_maker(conn, &maker, filter)?;
        filter.audience = audience;
        let listed = listing.page(store::published_products(conn, &filter, listing)?, |product| product.id.0);
        Ok((show_products(conn, &filter.audience, listed.items)?, listed.next))
    };
    let (shown, cursor) = house.db.read(read).await?;
    let filters = [
        ("country", query.country.trimmed()),
        ("craft", query.craft.trimmed()),
        ("material", query.material.trimmed()),
        ("technique", query.technique.trimmed()),
        ("maker", query.maker.trimmed()),
        ("collection", query.collection.trimmed()),
    ];
    let values = serde_json::json!({
        "country": query.country, "craft": query.craft, "material": query.material,
    });
    page.show(&ProductsPage {
        page: &page,
        form: FormView::new(page.language(), &values),
        countries: home_countries(&page),
        crafts: terms(page.language(), vocabulary::crafts()),
        materials: terms(page.language(), vocabulary::materials()),
        cards: shown.iter().map(|shown| shown.card(&page, &viewer)).collect(),
        filtered: filters.iter().any(|(_, value)| !value.is_empty()),
        next: next_page("/products", &filters, cursor),
    })
}

/// A maker sees all of its own, as the programme does.
pub(super) fn audience_of(viewer: Option<&Member>, insider: bool) -> Audience {
    if insider { Audience::Programme } else { Audience::of(viewer) }
}

/// Why a reader does not see the price, and what they can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PriceNotice {
    /// They see it, or there is none.
    None,
    Join,
    Wait,
    NotYours,
}

impl PriceNotice {
    fn of(viewer: &Viewer, product: &Product) -> Self {
        match viewer.member() {
            _ if product.price().is_none() => Self::None,
            None => Self::Join,
            Some(member) if member.sees_prices_of(product.maker_id) => Self::None,
            Some(member) if member.kind == Kind::Buyer && member.standing == Standing::Pending => Self::Wait,
            Some(_) => Self::NotYours,
        }
    }
}

#[derive(Template)]
#[template(path = "catalogue/product.html")]
struct ProductPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    product: &'a Product,
    maker: &'a Organisation,
    title: String,
    title_text: Option<Spoken>,
    description: Option<Spoken>,
    craft: Option<String>,
    materials: Vec<String>,
    techniques: Vec<String>,
    pictures: Vec<PictureShown>,
    price: Option<String>,
    price_notice: PriceNotice,
    moq: Option<String>,
    multiple: Option<String>,
    lead_time: Option<String>,
    capacity: Option<String>,
    weight: Option<String>,
    /// What this buyer has an agreement about.
    agreed: Option<String>,
    terms: ShownTerms,
    certificates: Vec<ShownCertificate>,
    credits: Vec<ShownCredit>,
    siblings: Vec<ProductCard>,
    own: bool,
    takes_along: bool,
    may_ask: bool,
    is_public: bool,
    /// For machines, where everybody may see the page.
    linked: Option<Linked>,
}

async fn product(
    house: web::Data<House>,
    page: Page,
    viewer: Viewer,
    slug: web::Path<String>,
) -> Result<HttpResponse> {
    let (member, today) = (viewer.member().cloned(), house.today());
    let read = move |conn: &mut crate::db::DbConnection| {
        let product = store::product_by_slug(conn, &slug)?;
        let maker = accounts::organisation(conn, product.maker_id)?;
        let insider = is_insider(member.as_ref(), maker.id);
        let audience = audience_of(member.as_ref(), insider);
        let is_shown = product.is_public(&maker) && product.is_shown_to(&audience);
        if !is_shown && !insider {
            return Err(Error::NotFound);
        }
        let collection = product.collection_id.map(|id| store::collection(conn, id)).transpose()?;
        let collection = collection.filter(|collection| insider || collection.is_public(&maker));
        let pictures = store::pictures_of_product(conn, product.id)?;
        let variants = store::variants_of_product(conn, product.id)?;
        let mut siblings = match &collection {
            Some(collection) => store::collection_products(conn, collection.id)?,
            None => Vec::new(),
        };
        siblings.retain(|sibling| sibling.id != product.id);
        siblings.truncate(5);
        let valid = certificates_on_show(conn, maker.id, Some(product.id), today)?;
        let siblings = show_products(conn, &audience, siblings)?;
        let agreed = store::conditions_of_reader(conn, &[maker.id], member.as_ref(), today)?.on(&product);
        let credits = credits_of_products(conn, &[product.id])?.remove(&product.id).unwrap_or_default();
        let product = agreed.apply(product);
        Ok((product, agreed, variants, maker, collection, pictures, siblings, (valid, credits)))
    };
    let (product, agreed, variants, maker, collection, pictures, siblings, (valid, credits)) =
        house.db.read(read).await?;
    let title = title_or(&page, &product.title, "product-untitled");
    let mut crumbs = vec![Crumb::new("/collections", page.say("nav-collections"))];
    if let Some(collection) = &collection {
        let label = title_or(&page, &collection.title, "collection-untitled");
        crumbs.push(Crumb::new(format!("/collections/{}", collection.slug), label));
    }
    crumbs.push(Crumb::new(format!("/products/{}", product.slug), &title));
    let label = |key: &String| vocabulary::label(key, page.language());
    let sees = viewer.member().is_some_and(|member| member.sees_prices_of(maker.id));
    let is_public = product.is_public(&maker);
    let facts = linked::ProductFacts {
        product: &product,
        maker: &maker,
        pictures: &pictures,
        certificates: &valid,
        crumbs: &crumbs,
    };
    let linked = is_public.then(|| linked::product(&page, &house.settings, viewer.member(), &facts));
    page.show(&ProductPage {
        page: &page,
        linked,
        crumbs,
        title_text: Spoken::of(&page, &product.title),
        description: Spoken::of(&page, &product.description),
        title,
        craft: product.craft.as_ref().map(label),
        materials: product.materials.iter().map(label).collect(),
        techniques: product.techniques.iter().map(label).collect(),
        pictures: pictures.iter().map(|picture| PictureShown::large(&page, picture)).collect(),
        price: product.price().filter(|_| sees).map(|price| page.money(&price)),
        price_notice: PriceNotice::of(&viewer, &product),
        moq: product.moq.map(|count| page.pieces(count)),
        multiple: product.order_multiple.filter(|count| *count > 1).map(|count| page.pieces(count)),
        lead_time: product.lead_time_days.map(|count| page.days(count)),
        capacity: product
            .weekly_capacity
            .map(|count| page.say("unit-per-week").with("amount", page.pieces(count)).to_string()),
        weight: product.weight_grams.map(|grams| weight(page.language(), grams)),
        agreed: (!agreed.is_nothing()).then(|| agreed_in_words(&page, &agreed)),
        terms: ShownTerms::of(&page, &product, &variants, viewer.member(), today),
        certificates: valid
            .iter()
            .map(|one| ShownCertificate::of(&page, viewer.member(), one, today))
            .collect(),
        credits: ShownCredit::all(&page, &credits),
        siblings: siblings.iter().map(|shown| shown.card(&page, &viewer)).collect(),
        own: viewer.member().is_some_and(|member| member.organisation == maker.id),
        takes_along: viewer.member().is_some_and(|member| may_take_safety(member, maker.id)),
        may_ask: viewer.member().is_some_and(|member| member.is_approved(Kind::Buyer)),
        is_public,
        product: &product,
        maker: &maker,
    })
}

/// Grams for what fits in a hand, kilograms for what does not.
pub(super) fn weight(language: Language, grams: i64) -> String {
    let say =
        |key: &'static str, shown: String| locale::say(language, &Message::new(key).with("shown", shown));
    if grams < 1000 {
        return say("unit-grams", locale::number(language, grams));
    }
    let mark = if language == Language::Fr { "," } else { "." };
    let rest = format!("{:03}", grams % 1000);
    let rest = rest.trim_end_matches('0');
    let fraction = if rest.is_empty() { String::new() } else { format!("{mark}{rest}") };
    say("unit-kilograms", format!("{}{fraction}", locale::number(language, grams / 1000)))
}

/// One word of a vocabulary on a page.
struct Word {
    href: String,
    label: String,
    others: String,
}

#[derive(Template)]
#[template(path = "catalogue/vocabulary.html")]
struct VocabularyPage<'a> {
    page: &'a Page,
    title: &'static str,
    lead: &'static str,
    words: Vec<Word>,
}

fn vocabulary_page(
    page: &Page,
    title: &'static str,
    lead: &'static str,
    filter: &'static str,
    terms: &[Term],
) -> Result<HttpResponse> {
    let word = |term: &Term| {
        let others = term.label.iter().filter(|(language, _)| *language != page.language());
        Word {
            href: format!("/products?{filter}={}", term.key),
            label: term.label.best(page.language()).to_owned(),
            others: others.map(|(_, text)| text).collect::<Vec<_>>().join(" · "),
        }
    };
    let mut words: Vec<Word> = terms.iter().map(word).collect();
    words.sort_by_key(|word| word.label.to_lowercase());
    page.show(&VocabularyPage { page, title, lead, words })
}

async fn crafts(page: Page) -> Result<HttpResponse> {
    vocabulary_page(&page, "vocabulary-crafts", "vocabulary-crafts-lead", "craft", vocabulary::crafts())
}

async fn materials(page: Page) -> Result<HttpResponse> {
    vocabulary_page(
        &page,
        "vocabulary-materials",
        "vocabulary-materials-lead",
        "material",
        vocabulary::materials(),
    )
}

async fn techniques(page: Page) -> Result<HttpResponse> {
    vocabulary_page(
        &page,
        "vocabulary-techniques",
        "vocabulary-techniques-lead",
        "technique",
        vocabulary::techniques(),
    )
}
