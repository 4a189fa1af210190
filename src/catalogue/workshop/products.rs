//! A product on the maker's bench.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::currencies::currencies;
use super::drafts::{Kept, changed_meanwhile};
use crate::accounts::{AnyMaker, Maker, Member, Standing};
use crate::catalogue::api::receive;
use crate::catalogue::pages::terms;
use crate::catalogue::shelf::{PictureShown, title_or};
use crate::catalogue::{Picture, Product, ProductForm, Subject, products, store, vocabulary};
use crate::catalogue::{drafts, history};
use crate::clusters::customary_currency;
use crate::error::{Error, Problems, Result};
use crate::ids::{CollectionId, PictureId, ProductId};
use crate::input::{Raw, RawMoney};
use crate::locale::Wording;
use crate::web::{Access, Choice, Crumb, FormView, House, Input, Page, Query, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::{AnyMaker, Maker};
    vec![
        Route::get("/workshop/products/new", AnyMaker, "create a product", new),
        Route::post("/workshop/products/new", AnyMaker, "create a product", create),
        Route::get("/workshop/products/{id}", AnyMaker, "edit a product", show),
        Route::post("/workshop/products/{id}", AnyMaker, "edit a product", save),
        Route::post("/workshop/products/{id}/publish", Maker, "publish a product", publish),
        Route::post("/workshop/products/{id}/withdraw", AnyMaker, "withdraw a product", withdraw),
        Route::post("/workshop/products/{id}/pictures", AnyMaker, "add pictures to a product", add_pictures)
            .uploads(),
    ]
}

/// A picture in the row from which it is opened.
pub(super) struct Thumbnail {
    pub id: PictureId,
    pub picture: PictureShown,
}

impl Thumbnail {
    pub(super) fn all(page: &Page, pictures: &[Picture]) -> Vec<Self> {
        let one = |picture: &Picture| Self { id: picture.id, picture: PictureShown::small(page, picture) };
        pictures.iter().map(one).collect()
    }
}

#[derive(Template)]
#[template(path = "catalogue/workshop_product.html")]
pub(super) struct ProductPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    title: String,
    /// None while it is being written for the first time.
    product: Option<Product>,
    pub form: FormView,
    pub kept: Kept,
    collections: Vec<Choice>,
    crafts: Vec<Choice>,
    materials: Vec<Choice>,
    techniques: Vec<Choice>,
    currencies: Vec<Choice>,
    countries: Vec<Choice>,
    missing: Vec<String>,
    pictures: Vec<Thumbnail>,
    sending: FormView,
    has_room: bool,
    waiting: bool,
}

/// What the bench needs from the database.
pub(super) struct Bench {
    product: Option<Product>,
    pictures: Vec<Picture>,
    collections: Vec<(CollectionId, String, Wording)>,
}

pub(super) async fn bench(house: &House, by: &Member, id: Option<ProductId>) -> Result<Bench> {
    let by = by.clone();
    let read = move |conn: &mut crate::db::DbConnection| {
        let product = id.map(|id| products::own(conn, &by, id)).transpose()?;
        let pictures = id.map(|id| store::pictures_of_product(conn, id)).transpose()?.unwrap_or_default();
        Ok(Bench { product, pictures, collections: store::collection_titles(conn, by.organisation)? })
    };
    house.db.read(read).await
}

impl<'a> ProductPage<'a> {
    pub fn new(house: &House, page: &'a Page, by: &Member, bench: Bench, form: &ProductForm) -> Self {
        let title = match &bench.product {
            Some(product) => title_or(page, &product.title, "product-untitled"),
            None => page.say("product-new").to_string(),
        };
        let collection = |(id, _, title): &(CollectionId, String, Wording)| {
            Choice::new(id.to_string(), title_or(page, title, "collection-untitled"))
        };
        let missing = bench.product.as_ref().map(|product| super::missing_words(page, product));
        let room = house.settings.limits.pictures_per_product - bench.pictures.len() as i64;
        Self {
            page,
            crumbs: vec![
                Crumb::new("/workshop", page.say("nav-workshop")),
                Crumb::new("/workshop/products", page.say("kind-products")),
                Crumb::new("", &title),
            ],
            title,
            collections: bench.collections.iter().map(collection).collect(),
            crafts: terms(page.language(), vocabulary::crafts()),
            materials: terms(page.language(), vocabulary::materials()),
            techniques: terms(page.language(), vocabulary::techniques()),
            currencies: currencies(page, &form.price),
            countries: page.country_choices(),
            missing: missing.unwrap_or_default(),
            pictures: Thumbnail::all(page, &bench.pictures),
            form: FormView::new(page.language(), form),
            sending: FormView::new(page.language(), &()),
            has_room: room > 0,
            kept: Kept::of::<ProductForm>(bench.product.as_ref().map(|product| product.id.0)),
            waiting: by.standing == Standing::Pending,
            product: bench.product,
        }
    }
}

/// What may be known before a maker writes a word.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct NewQuery {
    collection: Raw,
}

async fn new(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    Query(query): Query<NewQuery>,
) -> Result<HttpResponse> {
    let form = ProductForm {
        collection: query.collection,
        price: RawMoney { currency: customary_currency(&maker.country).into(), ..RawMoney::default() },
        order_multiple: 1.into(),
        origin: maker.country.as_str().into(),
        ..ProductForm::default()
    };
    let bench = bench(&house, &maker, None).await?;
    let mut shown = ProductPage::new(&house, &page, &maker, bench, &form);
    shown.kept.look::<ProductForm>(&house, &page, &maker).await?;
    page.show(&shown)
}

/// The bench again, with what is wrong.
async fn again(
    house: &House,
    page: &Page,
    by: &Member,
    id: Option<ProductId>,
    form: &ProductForm,
    problems: Problems,
) -> Result<HttpResponse> {
    let mut shown = ProductPage::new(house, page, by, bench(house, by, id).await?, form);
    shown.form = shown.form.with_problems(problems);
    page.show_again(&shown)
}

async fn create(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<ProductForm>,
) -> Result<HttpResponse> {
    let (form, by) = (input.into_inner(), maker.clone());
    let wanted = form.clone();
    let work = move |tx: &mut crate::db::Write<'_>| {
        drafts::throw_away_draft::<ProductForm>(tx, &by, None)?;
        products::create_product(tx, &by, &wanted)
    };
    match house.db.write(work).await {
        Ok(product) => {
            Ok(page.see_other(&Subject::Product(product.id).bench(), Some("notice-product-saved")))
        }
        Err(Error::Invalid(problems)) => again(&house, &page, &maker, None, &form, problems).await,
        Err(error) => Err(error),
    }
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let bench = bench(&house, &maker, Some(*id)).await?;
    let form = bench.product.as_ref().map(ProductForm::from).unwrap_or_default();
    let mut shown = ProductPage::new(&house, &page, &maker, bench, &form);
    shown.kept.look::<ProductForm>(&house, &page, &maker).await?;
    page.show(&shown)
}

async fn save(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<ProductForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (id.into_inner(), input.into_inner(), maker.clone());
    let wanted = form.clone();
    let work = move |tx: &mut crate::db::Write<'_>| {
        products::edit_product(tx, &by, id, &wanted)?;
        drafts::throw_away_draft::<ProductForm>(tx, &by, Some(id.0))?;
        history::just_changed(tx, Subject::Product(id))
    };
    match house.db.write(work).await {
        Ok(undo) => {
            let undo = undo.map(|id| id.0);
            Ok(page.see_other_undoable(&Subject::Product(id).bench(), "notice-product-saved", undo))
        }
        Err(Error::Invalid(problems)) => again(&house, &page, &maker, Some(id), &form, problems).await,
        Err(Error::Conflict) => {
            let Some(merged) = changed_meanwhile(&house, &page, &maker, id.0, &form).await? else {
                return Err(Error::Conflict);
            };
            let bench = bench(&house, &maker, Some(id)).await?;
            let mut shown = ProductPage::new(&house, &page, &maker, bench, &merged.form);
            shown.kept.merged = Some(merged.into());
            page.show_with(StatusCode::CONFLICT, &shown)
        }
        Err(error) => Err(error),
    }
}

async fn publish(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let (id, by) = (id.into_inner(), maker.clone());
    let work = move |tx: &mut crate::db::Write<'_>| {
        products::publish_product(tx, &by, id)?;
        history::just_changed(tx, Subject::Product(id))
    };
    match house.db.write(work).await {
        Ok(undo) => {
            let undo = undo.map(|id| id.0);
            Ok(page.see_other_undoable(&Subject::Product(id).bench(), "notice-product-published", undo))
        }
        Err(Error::Invalid(problems)) => {
            let bench = bench(&house, &maker, Some(id)).await?;
            let form = bench.product.as_ref().map(ProductForm::from).unwrap_or_default();
            let mut shown = ProductPage::new(&house, &page, &maker, bench, &form);
            shown.form = shown.form.with_problems(problems);
            page.show_again(&shown)
        }
        Err(error) => Err(error),
    }
}

async fn withdraw(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    let work = move |tx: &mut crate::db::Write<'_>| {
        products::withdraw_product(tx, &maker, id)?;
        history::just_changed(tx, Subject::Product(id))
    };
    let undo = house.db.write(work).await?.map(|id| id.0);
    Ok(page.see_other_undoable(&Subject::Product(id).bench(), "notice-product-withdrawn", undo))
}

async fn add_pictures(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    upload: Upload,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    match receive(&house, &maker, Subject::Product(id), upload).await {
        Ok(_) => Ok(page
            .see_other(&format!("{}#pictures", Subject::Product(id).bench()), Some("notice-pictures-added"))),
        Err(Error::Invalid(problems)) => {
            let bench = bench(&house, &maker, Some(id)).await?;
            let form = bench.product.as_ref().map(ProductForm::from).unwrap_or_default();
            let mut shown = ProductPage::new(&house, &page, &maker, bench, &form);
            shown.sending = shown.sending.with_problems(problems);
            page.show_again(&shown)
        }
        Err(error) => Err(error),
    }
}
