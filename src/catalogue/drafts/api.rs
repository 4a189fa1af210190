//! Drafts for programs, and for the script that keeps them while somebody types.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::{Draft, Drafted, draft, keep_draft, throw_away_draft};
use crate::accounts::AnyMaker;
use crate::catalogue::{CollectionForm, ProductForm};
use crate::clock::Time;
use crate::db::Write;
use crate::error::{Error, Result};
use crate::ids::{CollectionId, ProductId};
use crate::web::{Access, House, Input, Route};

pub fn routes() -> Vec<Route> {
    const KEEP: [&str; 2] = ["keep a product's draft", "keep a collection's draft"];
    const SEE: [&str; 2] = ["see a product's draft", "see a collection's draft"];
    const THROW: [&str; 2] = ["throw a product's draft away", "throw a collection's draft away"];
    let maker = Access::AnyMaker;
    let new_product = "/api/v1/workshop/drafts/product";
    let product = "/api/v1/products/{id}/draft";
    let new_collection = "/api/v1/workshop/drafts/collection";
    let collection = "/api/v1/collections/{id}/draft";
    let product_draft = |route: Route| route.takes::<ProductForm>().gives::<DraftView<ProductForm>>(200);
    let collection_draft =
        |route: Route| route.takes::<CollectionForm>().gives::<DraftView<CollectionForm>>(200);
    vec![
        product_draft(Route::put(new_product, maker, KEEP[0], keep_new::<ProductForm>)),
        Route::get(new_product, maker, SEE[0], show_new::<ProductForm>).gives::<DraftView<ProductForm>>(200),
        Route::delete(new_product, maker, THROW[0], throw_new::<ProductForm>).gives_nothing(),
        product_draft(Route::put(product, maker, KEEP[0], keep_product)),
        Route::get(product, maker, SEE[0], show_product).gives::<DraftView<ProductForm>>(200),
        Route::delete(product, maker, THROW[0], throw_product).gives_nothing(),
        collection_draft(Route::put(new_collection, maker, KEEP[1], keep_new::<CollectionForm>)),
        Route::get(new_collection, maker, SEE[1], show_new::<CollectionForm>)
            .gives::<DraftView<CollectionForm>>(200),
        Route::delete(new_collection, maker, THROW[1], throw_new::<CollectionForm>).gives_nothing(),
        collection_draft(Route::put(collection, maker, KEEP[1], keep_collection)),
        Route::get(collection, maker, SEE[1], show_collection).gives::<DraftView<CollectionForm>>(200),
        Route::delete(collection, maker, THROW[1], throw_collection).gives_nothing(),
    ]
}

/// What was typed, as it was typed.
#[derive(Debug, Serialize, JsonSchema)]
struct DraftView<F> {
    form: F,
    kept_at: Time,
}

impl<F> From<Draft<F>> for DraftView<F> {
    fn from(draft: Draft<F>) -> Self {
        Self { form: draft.form, kept_at: draft.kept_at }
    }
}

async fn keep<F: Drafted>(
    house: &House,
    maker: AnyMaker,
    id: Option<i64>,
    input: Input<F>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| keep_draft(tx, &maker, id, &form).map(DraftView::from);
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn show<F: Drafted>(house: &House, maker: AnyMaker, id: Option<i64>) -> Result<HttpResponse> {
    let found = house.db.read(move |conn| draft::<F>(conn, &maker, id)).await?;
    Ok(HttpResponse::Ok().json(found.map(DraftView::from).ok_or(Error::NotFound)?))
}

async fn throw<F: Drafted>(house: &House, maker: AnyMaker, id: Option<i64>) -> Result<HttpResponse> {
    house.db.write(move |tx| throw_away_draft::<F>(tx, &maker, id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn keep_new<F: Drafted>(
    house: web::Data<House>,
    maker: AnyMaker,
    input: Input<F>,
) -> Result<HttpResponse> {
    keep(&house, maker, None, input).await
}

async fn show_new<F: Drafted>(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    show::<F>(&house, maker, None).await
}

async fn throw_new<F: Drafted>(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    throw::<F>(&house, maker, None).await
}

async fn keep_product(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<ProductForm>,
) -> Result<HttpResponse> {
    keep(&house, maker, Some(id.0), input).await
}

async fn show_product(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    show::<ProductForm>(&house, maker, Some(id.0)).await
}

async fn throw_product(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    throw::<ProductForm>(&house, maker, Some(id.0)).await
}

async fn keep_collection(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<CollectionForm>,
) -> Result<HttpResponse> {
    keep(&house, maker, Some(id.0), input).await
}

async fn show_collection(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    show::<CollectionForm>(&house, maker, Some(id.0)).await
}

async fn throw_collection(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
) -> Result<HttpResponse> {
    throw::<CollectionForm>(&house, maker, Some(id.0)).await
}
