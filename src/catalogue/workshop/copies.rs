//! Making another one like it, from the maker's bench.

use actix_web::{HttpResponse, web};

use crate::accounts::AnyMaker;
use crate::catalogue::Subject;
use crate::catalogue::copies::{CollectionCopyForm, copy_collection, copy_product};
use crate::error::Result;
use crate::ids::{CollectionId, ProductId};
use crate::web::{Access, House, Input, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::post("/workshop/products/{id}/copy", AnyMaker, "copy a product", of_product),
        Route::post("/workshop/collections/{id}/copy", AnyMaker, "copy a collection", of_collection),
    ]
}

async fn of_product(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<ProductId>,
) -> Result<HttpResponse> {
    let copy = house.db.write(move |tx| copy_product(tx, &maker, *id)).await?;
    Ok(page.see_other(&Subject::Product(copy.id).bench(), Some("notice-product-copied")))
}

async fn of_collection(
    house: web::Data<House>,
    page: Page,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<CollectionCopyForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let copy = house.db.write(move |tx| copy_collection(tx, &maker, *id, &form)).await?;
    Ok(page.see_other(&Subject::Collection(copy.id).bench(), Some("notice-collection-copied")))
}
