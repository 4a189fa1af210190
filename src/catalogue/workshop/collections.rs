//! A collection on the maker's bench.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::drafts::{Kept, changed_meanwhile};
use super::products::Thumbnail;
use crate::accounts::{AnyMaker, Maker, Member, Standing, Viewer};
use crate::catalogue::api::receive;
use crate::catalogue::shelf::{ProductCard, ShownProduct, show_products, title_or};
use crate::catalogue::{
    Audience, Collection, CollectionForm, Picture, Status, Subject, collections, drafts, history, store,
};
use crate::error::{Error, Problems, Result};
use crate::ids::CollectionId;
use crate::web::{Access, Crumb, FormView, House, Input, Page, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::{AnyMaker, Maker};
    vec![
        Route::get("/workshop/collections/new", AnyMaker, "create a collection", new),
        Route::post("/workshop/collections/new", AnyMaker, "create a collection", create),
        Route::get("/workshop/collections/{id}", AnyMaker, "edit a collection", show),
        Route::post("/workshop/collections/{id}", AnyMaker, "edit a collection", save),
        Route::post("/workshop/collections/{id}/publish", Maker, "publish a collection", publish),
        Route::post("/workshop/collections/{id}/withdraw", AnyMaker, "withdraw a collection", withdraw),
        Route::post(
            "/workshop/collections/{id}/pictures",
            AnyMaker,
            "add pictures to a collection",
            add_pictures,
        )
        .uploads(),
    ]
}

#[derive(Template)]
#[template(path = "catalogue/workshop_collection.html")]
pub(super) struct CollectionPage<'a> {
    page: &'a Page,
    crumbs: Vec<Crumb>,
    title: String,
    /// None while it is being written for the first time.
    collection: Option<Collection>,
    pub form: FormView,
    pub kept: Kept,
    products: Vec<ProductCard>,
    /// Drafts that would be published with it, and drafts that lack something.
    ready: i64,
    lacking: i64,
    pictures: Vec<Thumbnail>,
    sending: FormView,
    has_room: bool,
    waiting: bool,
}

#[derive(Default)]
pub(super) struct Bench {
    collection: Option<Collection>,
    pictures: Vec<Picture>,
    products: Vec<ShownProduct>,
}

pub(super) async fn bench(house: &House, by: &Member, id: CollectionId) -> Result<Bench> {
    let by = by.clone();
    let read = move |conn: &mut crate::db::DbConnection| {
        let collection = collections::own(conn, &by, id)?;
        let products = store::products_of_collection(conn, id)?;
        Ok(Bench {
            pictures: store::pictures_of_collection(conn, id)?,
            products: show_products(conn, &Audience::Programme, products)?,
            collection: Some(collection),
        })
    };
    house.db.read(read).await
}

impl<'a> CollectionPage<'a> {
    pub fn new(house: &House, page: &'a Page, by: &Member, bench: Bench, form: &CollectionForm) -> Self {
        let title = match &bench.collection {
            Some(collection) => title_or(page, &collection.title, "collection-untitled"),
            None => page.say("collection-new").to_string(),
        };
        let drafts = || bench.products.iter().filter(|shown| shown.product.status == Status::Draft);
        let ready = drafts().filter(|shown| shown.product.missing().is_empty()).count() as i64;
        let viewer = Viewer(Some(by.clone()));
        let room = house.settings.limits.pictures_per_product - bench.pictures.len() as i64;
        Self {
            page,
            crumbs: vec![Crumb::new("/workshop", page.say("nav-workshop")), Crumb::new("", &title)],
            title,
            form: FormView::new(page.language(), form),
            lacking: drafts().count() as i64 - ready,
            ready,
            products: bench.products.iter().map(|shown| shown.workshop_card(page, &viewer)).collect(),
            pictures: Thumbnail::all(page, &bench.pictures),
            sending: FormView::new(page.language(), &()),
            has_room: room > 0,
            kept: Kept::of::<CollectionForm>(bench.collection.as_ref().map(|collection| collection.id.0)),
            waiting: by.standing == Standing::Pending,
            collection: bench.collection,
        }
    }

    /// The bench of a collection as it stands.
    async fn load(house: &House, page: &'a Page, by: &Member, id: CollectionId) -> Result<Self> {
        let bench = bench(house, by, id).await?;
        let form = bench.collection.as_ref().map(CollectionForm::from).unwrap_or_default();
        Ok(Self::new(house, page, by, bench, &form))
    }
}

async fn new(house: web::Data<House>, page: Page, maker: AnyMaker) -> Result<HttpResponse> {
    let form = CollectionForm::default();
    let mut shown = CollectionPage::new(&house, &page, &maker, Bench::default(), &form);
    shown.kept.look::<CollectionForm>(&house, &page, &maker).await?;
    page.show(&shown)
}

async fn create(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    input: Input<CollectionForm>,
) -> Result<HttpResponse> {
    let (form, by) = (input.into_inner(), maker.clone());
    let wanted = form.clone();
    let work = move |tx: &mut crate::db::Write<'_>| {
        drafts::throw_away_draft::<CollectionForm>(tx, &by, None)?;
        collections::create_collection(tx, &by, &wanted)
    };
    match house.db.write(work).await {
        Ok(collection) => {
            Ok(page.see_other(&Subject::Collection(collection.id).bench(), Some("notice-collection-saved")))
        }
        Err(Error::Invalid(problems)) => {
            let mut again = CollectionPage::new(&house, &page, &maker, Bench::default(), &form);
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

async fn show(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    let mut shown = CollectionPage::load(&house, &page, &maker, *id).await?;
    shown.kept.look::<CollectionForm>(&house, &page, &maker).await?;
    page.show(&shown)
}

async fn save(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<CollectionForm>,
) -> Result<HttpResponse> {
    let (id, form, by) = (id.into_inner(), input.into_inner(), maker.clone());
    let wanted = form.clone();
    let work = move |tx: &mut crate::db::Write<'_>| {
        collections::edit_collection(tx, &by, id, &wanted)?;
        drafts::throw_away_draft::<CollectionForm>(tx, &by, Some(id.0))?;
        history::just_changed(tx, Subject::Collection(id))
    };
    match house.db.write(work).await {
        Ok(undo) => {
            let undo = undo.map(|id| id.0);
            Ok(page.see_other_undoable(&Subject::Collection(id).bench(), "notice-collection-saved", undo))
        }
        Err(Error::Conflict) => {
            let Some(merged) = changed_meanwhile(&house, &page, &maker, id.0, &form).await? else {
                return Err(Error::Conflict);
            };
            let bench = bench(&house, &maker, id).await?;
            let mut shown = CollectionPage::new(&house, &page, &maker, bench, &merged.form);
            shown.kept.merged = Some(merged.into());
            page.show_with(StatusCode::CONFLICT, &shown)
        }
        Err(Error::Invalid(problems)) => {
            let bench = bench(&house, &maker, id).await?;
            let mut again = CollectionPage::new(&house, &page, &maker, bench, &form);
            again.form = again.form.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}

/// Publishing may fail for what lacks, or because nothing in it can be shown: both are said on the bench.
async fn publish(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    let (id, by) = (id.into_inner(), maker.clone());
    let work = move |tx: &mut crate::db::Write<'_>| {
        collections::publish_collection(tx, &by, id)?;
        history::just_changed(tx, Subject::Collection(id))
    };
    let problems = match house.db.write(work).await {
        Ok(undo) => {
            let undo = undo.map(|id| id.0);
            return Ok(page.see_other_undoable(
                &Subject::Collection(id).bench(),
                "notice-collection-published",
                undo,
            ));
        }
        Err(Error::Invalid(problems)) => problems,
        Err(Error::Refused(message)) => Problems::one("products", message),
        Err(error) => return Err(error),
    };
    let mut again = CollectionPage::load(&house, &page, &maker, id).await?;
    again.form = again.form.with_problems(problems);
    page.show_again(&again)
}

async fn withdraw(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    let work = move |tx: &mut crate::db::Write<'_>| {
        collections::withdraw_collection(tx, &maker, id)?;
        history::just_changed(tx, Subject::Collection(id))
    };
    let undo = house.db.write(work).await?.map(|id| id.0);
    Ok(page.see_other_undoable(&Subject::Collection(id).bench(), "notice-collection-withdrawn", undo))
}

async fn add_pictures(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    upload: Upload,
) -> Result<HttpResponse> {
    let id = id.into_inner();
    match receive(&house, &maker, Subject::Collection(id), upload).await {
        Ok(_) => Ok(page.see_other(
            &format!("{}#pictures", Subject::Collection(id).bench()),
            Some("notice-pictures-added"),
        )),
        Err(Error::Invalid(problems)) => {
            let mut again = CollectionPage::load(&house, &page, &maker, id).await?;
            again.sending = again.sending.with_problems(problems);
            page.show_again(&again)
        }
        Err(error) => Err(error),
    }
}
