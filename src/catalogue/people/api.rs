//! The people of workshops for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::portrait;
use super::views::{ArtisanView, CreditView, OwnArtisanView};
use super::{ArtisanForm, CreditsForm, ErasureForm, store};
use crate::accounts::{AnyMaker, Viewer};
use crate::catalogue::products;
use crate::clusters::workshop;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{ArtisanId, ProductId, Slug};
use crate::web::{Access, House, Input, Listed, Route, Upload};

pub fn routes() -> Vec<Route> {
    use Access::{AnyMaker, Anyone};
    vec![
        Route::get("/api/v1/makers/{slug}/people", Anyone, "see a maker", of_maker)
            .gives::<Listed<ArtisanView>>(200),
        Route::get("/api/v1/workshop/people", AnyMaker, "list one's people", list)
            .gives::<Listed<OwnArtisanView>>(200),
        Route::post("/api/v1/workshop/people", AnyMaker, "add somebody to one's people", add)
            .takes::<ArtisanForm>()
            .gives::<OwnArtisanView>(201),
        Route::put("/api/v1/workshop/people/{id}", AnyMaker, "edit one of one's people", edit)
            .takes::<ArtisanForm>()
            .gives::<OwnArtisanView>(200),
        Route::get("/api/v1/workshop/people/{id}", AnyMaker, "edit one of one's people", show)
            .gives::<OwnArtisanView>(200),
        Route::post("/api/v1/workshop/people/{id}/portrait", AnyMaker, "set somebody's portrait", portray)
            .uploads()
            .gives::<OwnArtisanView>(200),
        Route::delete("/api/v1/workshop/people/{id}/portrait", AnyMaker, "remove somebody's portrait", hide)
            .gives_nothing(),
        Route::post("/api/v1/workshop/people/{id}/erase", AnyMaker, "erase one of one's people", erase)
            .takes::<ErasureForm>()
            .gives_nothing(),
        Route::get("/api/v1/products/{id}/people", AnyMaker, "say who made a product", credits)
            .gives::<Listed<CreditView>>(200),
        Route::put("/api/v1/products/{id}/people", AnyMaker, "say who made a product", set_credits)
            .takes::<CreditsForm>()
            .gives::<Listed<CreditView>>(200),
    ]
}

async fn of_maker(
    house: web::Data<House>,
    Viewer(viewer): Viewer,
    slug: web::Path<Slug>,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let maker = workshop(conn, &slug, viewer.as_ref())?.organisation;
        super::artisans_on_show(conn, maker.id)
    };
    let items: Vec<ArtisanView> = house.db.read(read).await?.iter().map(ArtisanView::from).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn list(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let mut artisans = store::artisans_of_maker(conn, maker.organisation)?;
        artisans.retain(|artisan| artisan.erased_at.is_none());
        artisans.iter().map(|artisan| OwnArtisanView::read(conn, artisan)).collect()
    };
    let items: Vec<OwnArtisanView> = house.db.read(read).await?;
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn show(house: web::Data<House>, maker: AnyMaker, id: web::Path<ArtisanId>) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let artisan = super::own(conn, &maker, *id)?;
        OwnArtisanView::read(conn, &artisan)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn add(house: web::Data<House>, maker: AnyMaker, input: Input<ArtisanForm>) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let artisan = super::add_artisan(tx, &maker, &form)?;
        OwnArtisanView::read(tx, &artisan)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn edit(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ArtisanId>,
    input: Input<ArtisanForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let artisan = super::edit_artisan(tx, &maker, *id, &form)?;
        OwnArtisanView::read(tx, &artisan)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn portray(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ArtisanId>,
    upload: Upload,
) -> Result<HttpResponse> {
    portrait::receive(&house, &maker, *id, upload).await?;
    show(house, maker, id).await
}

async fn hide(house: web::Data<House>, maker: AnyMaker, id: web::Path<ArtisanId>) -> Result<HttpResponse> {
    portrait::remove(&house, &maker, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn erase(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ArtisanId>,
    input: Input<ErasureForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let left = house.db.write(move |tx| super::erase_artisan(tx, &maker, *id, &form)).await?;
    portrait::delete(&house.files, left).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn credits(house: web::Data<House>, maker: AnyMaker, id: web::Path<ProductId>) -> Result<HttpResponse> {
    let (id, own) = (*id, maker.organisation);
    let read = move |conn: &mut DbConnection| {
        products::own(conn, &maker, id)?;
        Ok(super::credits_of_products(conn, &[id])?.remove(&id).unwrap_or_default())
    };
    let credits = house.db.read(read).await?;
    let items: Vec<CreditView> = credits.iter().map(|credit| CreditView::new(credit, Some(own))).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn set_credits(
    house: web::Data<House>,
    maker: AnyMaker,
    id: web::Path<ProductId>,
    input: Input<CreditsForm>,
) -> Result<HttpResponse> {
    let (form, own) = (input.value, maker.organisation);
    let work = move |tx: &mut Write<'_>| {
        let (_, credits) = super::set_credits(tx, &maker, *id, &form)?;
        let items: Vec<CreditView> =
            credits.iter().map(|credit| CreditView::new(credit, Some(own))).collect();
        Ok(Listed { items, next: None })
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
