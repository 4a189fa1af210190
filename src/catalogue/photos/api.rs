//! Photos and labels for programs.

use actix_web::{HttpResponse, web};

use super::labels::{LabelsForm, label_products};
use super::receive;
use crate::accounts::{AnyMaker, Member};
use crate::catalogue::Product;
use crate::catalogue::views::{ProductView, product_views};
use crate::error::Result;
use crate::ids::CollectionId;
use crate::web::{Access, House, Input, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::post("/api/v1/collections/{id}/photos", AnyMaker, "make products of photos", make)
            .uploads()
            .gives::<Vec<ProductView>>(201),
        Route::put("/api/v1/collections/{id}/labels", AnyMaker, "label the products of a collection", label)
            .takes::<LabelsForm>()
            .gives::<Vec<ProductView>>(200),
    ]
}

async fn shown(house: &House, by: &Member, products: Vec<Product>) -> Result<Vec<ProductView>> {
    let (by, today) = (by.clone(), house.today());
    house.db.read(move |conn| product_views(conn, Some(&by), products.clone(), today)).await
}

async fn make(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    upload: Upload,
) -> Result<HttpResponse> {
    let made = receive(&house, &maker, *id, upload).await?;
    Ok(HttpResponse::Created().json(shown(&house, &maker, made).await?))
}

async fn label(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<CollectionId>,
    input: Input<LabelsForm>,
) -> Result<HttpResponse> {
    let (by, form) = (maker.clone(), input.into_inner());
    let labelled = house.db.write(move |tx| label_products(tx, &by, *id, &form)).await?;
    Ok(HttpResponse::Ok().json(shown(&house, &maker, labelled).await?))
}
