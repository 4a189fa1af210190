//! Histories for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Serialize;

use super::undo::{self, RestoreForm};
use super::views::{self, RevisionView};
use crate::accounts::{AnyMaker, SignedIn};
use crate::catalogue::Subject;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{BulkChangeId, CollectionId, ProductId, RevisionId};
use crate::web::{Access, House, Input, Listed, Listing, Nothing, PageLanguage, Paging, Route};

pub fn routes() -> Vec<Route> {
    use Access::{AnyMaker, SignedIn};
    vec![
        Route::get("/api/v1/products/{id}/history", SignedIn, "see a product's history", of_product)
            .asks::<Paging>()
            .gives::<Listed<RevisionView>>(200),
        Route::get("/api/v1/collections/{id}/history", SignedIn, "see a collection's history", of_collection)
            .asks::<Paging>()
            .gives::<Listed<RevisionView>>(200),
        Route::post("/api/v1/revisions/{id}/undo", AnyMaker, "undo a change", undo_one)
            .takes::<Nothing>()
            .gives::<RevisionView>(200),
        Route::post("/api/v1/revisions/{id}/restore", AnyMaker, "restore an earlier state", restore)
            .takes::<RestoreForm>()
            .gives::<RevisionView>(200),
        Route::post(
            "/api/v1/bulk-changes/{id}/undo",
            AnyMaker,
            "undo a change of several products",
            undo_bulk,
        )
        .takes::<Nothing>()
        .gives::<Undone>(200),
    ]
}

/// What was taken back.
#[derive(Debug, Serialize, JsonSchema)]
struct Undone {
    /// How many products are as they were.
    products: i64,
}

async fn list(
    house: &House,
    by: SignedIn,
    subject: Subject,
    PageLanguage(language): PageLanguage,
    listing: Listing,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| views::history(conn, &by, subject, language, listing);
    Ok(HttpResponse::Ok().json(house.db.read(read).await?.listed))
}

async fn of_product(
    house: web::Data<House>,
    by: SignedIn,
    language: PageLanguage,
    id: web::Path<ProductId>,
    listing: Listing,
) -> Result<HttpResponse> {
    list(&house, by, Subject::Product(*id), language, listing).await
}

async fn of_collection(
    house: web::Data<House>,
    by: SignedIn,
    language: PageLanguage,
    id: web::Path<CollectionId>,
    listing: Listing,
) -> Result<HttpResponse> {
    list(&house, by, Subject::Collection(*id), language, listing).await
}

async fn undo_one(
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    id: web::Path<RevisionId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| {
        let subject = undo::undo(tx, &maker, *id)?;
        views::newest(tx, subject, language)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn restore(
    house: web::Data<House>,
    maker: AnyMaker,
    PageLanguage(language): PageLanguage,
    id: web::Path<RevisionId>,
    input: Input<RestoreForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let subject = undo::restore(tx, &maker, *id, &form)?;
        views::newest(tx, subject, language)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn undo_bulk(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<BulkChangeId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| Ok(Undone { products: undo::undo_bulk_change(tx, &maker, *id)? });
    input.once.answer(&house.db, StatusCode::OK, work).await
}
