//! Translations for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{CollectionTranslation, ProductTranslation};
use super::overview::{self, Item, Lacking, Ware};
use super::{translate_collection, translate_product};
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::views::{self, CollectionView, ProductView};
use crate::catalogue::{Collection, Picture, Product, collections, products, store};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{CollectionId, ProductId};
use crate::input::{Fields, Raw};
use crate::locale::Language;
use crate::web::{Access, House, Input, Listing, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/api/v1/workshop/translations", AnyMaker, "list what lacks a translation", list)
            .asks::<TranslationsQuery>()
            .gives::<OverviewView>(200),
        Route::get("/api/v1/products/{id}/translations", AnyMaker, "translate a product", show_product)
            .gives::<ProductTranslation>(200),
        Route::put("/api/v1/products/{id}/translations", AnyMaker, "translate a product", save_product)
            .takes::<ProductTranslation>()
            .gives::<ProductView>(200),
        Route::get(
            "/api/v1/collections/{id}/translations",
            AnyMaker,
            "translate a collection",
            show_collection,
        )
        .gives::<CollectionTranslation>(200),
        Route::put(
            "/api/v1/collections/{id}/translations",
            AnyMaker,
            "translate a collection",
            save_collection,
        )
        .takes::<CollectionTranslation>()
        .gives::<CollectionView>(200),
    ]
}

/// Of what to list.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct TranslationsQuery {
    /// `product` or `collection`; products if it is left out.
    pub kind: Raw,
    /// `en`, `fr` or `ar`: what is missing in it. Left out: what is missing in any.
    pub missing: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl TranslationsQuery {
    pub(super) fn check(&self) -> Result<(Ware, Option<Language>)> {
        let mut fields = Fields::new();
        let kind = match self.kind.is_blank() {
            true => Ware::Product,
            false => fields.choice("kind", &self.kind),
        };
        let language = (!self.missing.is_blank()).then(|| fields.choice("missing", &self.missing));
        fields.done((kind, language))
    }
}

#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OverviewView {
    /// How many products lack something in each language.
    pub products: Lacking,
    pub collections: Lacking,
    pub items: Vec<Item>,
    /// Hand it back as `cursor` for the page after this one; null on the last.
    pub next: Option<String>,
}

pub(super) fn read_overview(
    conn: &mut DbConnection,
    by: &Member,
    (kind, language): (Ware, Option<Language>),
    listing: Listing,
) -> Result<OverviewView> {
    let maker = by.organisation;
    let listed = overview::list(conn, maker, kind, language, listing)?;
    Ok(OverviewView {
        products: overview::count_products(conn, maker)?,
        collections: overview::count_collections(conn, maker)?,
        items: listed.items,
        next: listed.next,
    })
}

/// One's own product with its pictures.
pub(super) fn read_product(
    conn: &mut DbConnection,
    by: &Member,
    id: ProductId,
) -> Result<(Product, Vec<Picture>)> {
    Ok((products::own(conn, by, id)?, store::pictures_of_product(conn, id)?))
}

pub(super) fn read_collection(
    conn: &mut DbConnection,
    by: &Member,
    id: CollectionId,
) -> Result<(Collection, Vec<Picture>)> {
    Ok((collections::own(conn, by, id)?, store::pictures_of_collection(conn, id)?))
}

async fn list(
    house: web::Data<House>,
    maker: AnyMaker,
    Query(query): Query<TranslationsQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let asked = query.check()?;
    let read = move |conn: &mut DbConnection| read_overview(conn, &maker, asked, listing);
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn show_product(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let (product, pictures) = house.db.read(move |conn| read_product(conn, &maker, *id)).await?;
    Ok(HttpResponse::Ok().json(ProductTranslation::of(&product, &pictures)))
}

async fn save_product(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<ProductTranslation>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let product = translate_product(tx, &maker, *id, &form)?;
        let today = tx.today();
        views::product_view(tx, Some(&maker), product, today)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn show_collection(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    let (collection, pictures) = house.db.read(move |conn| read_collection(conn, &maker, *id)).await?;
    Ok(HttpResponse::Ok().json(CollectionTranslation::of(&collection, &pictures)))
}

async fn save_collection(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<CollectionTranslation>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let collection = translate_collection(tx, &maker, *id, &form)?;
        views::collection_view(tx, Some(&maker), collection)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
