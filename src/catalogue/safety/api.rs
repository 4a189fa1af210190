//! Product safety for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::address::{Contact, Manufacturer, ProductSafety, Responsible};
use super::export::{self, SafetyQuery, SafetyView};
use super::lacking::{Lack, lacks};
use super::set::read_sets;
use super::{ManufacturerForm, OwnSafety, ProductSafetyForm, ResponsibleForm, own_safety, store};
use crate::accounts::{AnyMaker, SignedIn};
use crate::catalogue::api::exports::attach;
use crate::catalogue::export::Kind;
use crate::catalogue::{Product, products};
use crate::clock::{Date, Time};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{ProductId, ResponsibleId};
use crate::web::{Access, House, Input, Listed, PageLanguage, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::{AnyMaker, SignedIn};
    vec![
        Route::get("/api/v1/workshop/manufacturer", AnyMaker, "say where one is reached", show)
            .gives::<OwnSafetyView>(200),
        Route::put("/api/v1/workshop/manufacturer", AnyMaker, "say where one is reached", set)
            .takes::<ManufacturerForm>()
            .gives::<OwnSafetyView>(200),
        Route::post("/api/v1/workshop/responsible-persons", AnyMaker, "add a responsible person", add)
            .takes::<ResponsibleForm>()
            .gives::<ResponsibleView>(201),
        Route::put("/api/v1/workshop/responsible-persons/{id}", AnyMaker, "edit a responsible person", edit)
            .takes::<ResponsibleForm>()
            .gives::<ResponsibleView>(200),
        Route::get("/api/v1/workshop/responsible-persons/{id}", AnyMaker, "edit a responsible person", one)
            .gives::<ResponsibleView>(200),
        Route::delete(
            "/api/v1/workshop/responsible-persons/{id}",
            AnyMaker,
            "remove a responsible person",
            remove,
        )
        .gives_nothing(),
        Route::get("/api/v1/products/{id}/safety", AnyMaker, "note a product's safety", of_product)
            .gives::<ProductSafetyView>(200),
        Route::put("/api/v1/products/{id}/safety", AnyMaker, "note a product's safety", set_of_product)
            .takes::<ProductSafetyForm>()
            .gives::<ProductSafetyView>(200),
        Route::get("/api/v1/product-safety", SignedIn, "export product safety", json)
            .asks::<SafetyQuery>()
            .gives::<Listed<SafetyView>>(200),
        Route::get("/api/v1/product-safety.csv", SignedIn, "export product safety", csv)
            .asks::<SafetyQuery>(),
    ]
}

/// Where a maker is reached, and who is responsible for its products.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OwnSafetyView {
    /// Null until it has been said.
    pub manufacturer: Option<Contact>,
    /// Who is responsible where a product names nobody else.
    pub responsible: Option<ResponsibleId>,
    pub responsible_persons: Vec<ResponsibleView>,
    /// Send it back with a change.
    pub version: Option<i64>,
}

impl OwnSafetyView {
    fn new(name: &str, own: OwnSafety) -> Self {
        let manufacturer: Option<&Manufacturer> = own.manufacturer.as_ref();
        Self {
            responsible: manufacturer.and_then(|one| one.responsible_id),
            version: manufacturer.map(|one| one.version),
            manufacturer: manufacturer.map(|one| Contact::of_manufacturer(name, one)),
            responsible_persons: own.responsible.iter().map(ResponsibleView::from).collect(),
        }
    }
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ResponsibleView {
    pub id: ResponsibleId,
    #[serde(flatten)]
    pub contact: Contact,
    pub updated_at: Time,
    /// Send it back with a change.
    pub version: i64,
}

impl From<&Responsible> for ResponsibleView {
    fn from(one: &Responsible) -> Self {
        Self { id: one.id, contact: one.into(), updated_at: one.updated_at, version: one.version }
    }
}

/// What is noted of a product's safety, for its maker.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProductSafetyView {
    pub identifier: Option<String>,
    pub needs_no_warnings: bool,
    /// A responsible person of its own; null where it is the maker's default.
    pub responsible: Option<ResponsibleId>,
    /// What it lacks before it may be offered in the European Union, whatever the language.
    pub missing: Vec<Lack>,
    /// Send it back with a change; null as long as nothing was noted.
    pub version: Option<i64>,
}

impl ProductSafetyView {
    fn read(conn: &mut DbConnection, product: Product, today: Date) -> Result<Self> {
        let noted: Option<ProductSafety> = store::product_safety(conn, &[product.id])?.pop();
        let set = read_sets(conn, &[product], today)?.pop().ok_or(Error::NotFound)?;
        Ok(Self {
            missing: lacks(&set, None),
            identifier: set.own_identifier,
            needs_no_warnings: set.needs_no_warnings,
            responsible: noted.as_ref().and_then(|one| one.responsible_id),
            version: noted.map(|one| one.version),
        })
    }
}

async fn show(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let own = own_safety(conn, maker.organisation)?;
        Ok(OwnSafetyView::new(&maker.organisation_name, own))
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn set(
    house: web::Data<House>,
    maker: AnyMaker,
    input: Input<ManufacturerForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        super::set_manufacturer(tx, &maker, &form)?;
        let own = own_safety(tx, maker.organisation)?;
        Ok(OwnSafetyView::new(&maker.organisation_name, own))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn add(
    house: web::Data<House>,
    maker: AnyMaker,
    input: Input<ResponsibleForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work =
        move |tx: &mut Write<'_>| Ok(ResponsibleView::from(&super::add_responsible(tx, &maker, &form)?));
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn edit(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ResponsibleId>,
    input: Input<ResponsibleForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        Ok(ResponsibleView::from(&super::edit_responsible(tx, &maker, *id, &form)?))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn one(house: web::Data<House>, maker: AnyMaker, id: web::Path<ResponsibleId>) -> Result<HttpResponse> {
    let found = house.db.read(move |conn| super::own_responsible(conn, &maker, *id)).await?;
    Ok(HttpResponse::Ok().json(ResponsibleView::from(&found)))
}

async fn remove(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ResponsibleId>,
) -> Result<HttpResponse> {
    house.db.write(move |tx| super::remove_responsible(tx, &maker, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn of_product(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| {
        let product = products::own(conn, &maker, *id)?;
        ProductSafetyView::read(conn, product, today)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn set_of_product(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<ProductSafetyForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let (product, _) = super::set_product_safety(tx, &maker, *id, &form)?;
        let today = tx.today();
        ProductSafetyView::read(tx, product, today)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

/// What a shop takes in, in its language.
pub(super) async fn views(
    house: &House,
    member: SignedIn,
    query: SafetyQuery,
    language: crate::locale::Language,
) -> Result<Vec<SafetyView>> {
    let (today, settings) = (house.today(), house.settings.clone());
    let read = move |conn: &mut DbConnection| export::find(conn, &member, &query, today);
    let found = house.db.read(read).await?;
    Ok(found.sets.iter().map(|set| SafetyView::new(&settings, set, language)).collect())
}

pub(super) async fn json(
    house: web::Data<House>,
    member: SignedIn,
    Query(query): Query<SafetyQuery>,
    PageLanguage(language): PageLanguage,
) -> Result<HttpResponse> {
    let items = views(&house, member, query, language).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "private, no-store"))
        .json(Listed { items, next: None }))
}

pub(super) async fn csv(
    request: HttpRequest,
    house: web::Data<House>,
    member: SignedIn,
    Query(query): Query<SafetyQuery>,
    PageLanguage(language): PageLanguage,
) -> Result<HttpResponse> {
    let views = views(&house, member, query, language).await?;
    let write = move || export::sheet(&views, language);
    let file = tokio::task::spawn_blocking(write).await.map_err(Error::wrap)??;
    let name = format!("product-safety-{}-{}.csv", language.code(), house.today());
    attach(&request, file, Kind::Csv.media_type(), name)
}
