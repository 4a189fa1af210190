//! The calendar for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::{PeriodForm, PeriodView, add_period, calendar, delete_period};
use crate::accounts::AnyMaker;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::PeriodId;
use crate::web::{Access, House, Input, Listed, Route};

pub fn routes() -> Vec<Route> {
    use Access::AnyMaker;
    vec![
        Route::get("/api/v1/workshop/calendar", AnyMaker, "see one's calendar", list)
            .gives::<Listed<PeriodView>>(200),
        Route::post("/api/v1/workshop/calendar", AnyMaker, "add to one's calendar", add)
            .takes::<PeriodForm>()
            .gives::<PeriodView>(201),
        Route::delete("/api/v1/workshop/calendar/{id}", AnyMaker, "take out of one's calendar", delete)
            .gives_nothing(),
    ]
}

async fn list(house: web::Data<House>, maker: AnyMaker) -> Result<HttpResponse> {
    let today = house.today();
    let read = move |conn: &mut DbConnection| calendar(conn, &maker, today);
    let periods = house.db.read(read).await?;
    let items: Vec<PeriodView> = periods.into_iter().map(PeriodView::from).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn add(house: web::Data<House>, maker: AnyMaker, input: Input<PeriodForm>) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| add_period(tx, &maker, &form).map(PeriodView::from);
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn delete(house: web::Data<House>, maker: AnyMaker, id: web::Path<PeriodId>) -> Result<HttpResponse> {
    house.db.write(move |tx| delete_period(tx, &maker, *id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
