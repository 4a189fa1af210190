//! The officers' checklist, and what waits for them, for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::views::{ChangeView, ProofView, RowView, WaitingView};
use super::{RowForm, rows, store};
use crate::accounts::{self, Officer};
use crate::catalogue::views::MakerRef;
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::AdmissionRowId;
use crate::web::{Access, House, Input, Listed, Listing, Paging, Route};

pub fn routes() -> Vec<Route> {
    use Access::Officer;
    vec![
        Route::get("/api/v1/admission-rows", Officer, "list the checklist's rows", list)
            .gives::<Listed<RowView>>(200),
        Route::post("/api/v1/admission-rows", Officer, "add a row to the checklist", add)
            .takes::<RowForm>()
            .gives::<RowView>(201),
        Route::put("/api/v1/admission-rows/{id}", Officer, "edit a row of the checklist", edit)
            .takes::<RowForm>()
            .gives::<RowView>(200),
        Route::get("/api/v1/admission-rows/{id}", Officer, "edit a row of the checklist", show)
            .gives::<RowView>(200),
        Route::get("/api/v1/admission-rows/{id}/history", Officer, "edit a row of the checklist", history)
            .gives::<Listed<ChangeView>>(200),
        Route::get("/api/v1/admission-proofs", Officer, "list what waits to be verified", waiting)
            .asks::<Paging>()
            .gives::<Listed<WaitingView>>(200),
    ]
}

async fn list(house: web::Data<House>, _officer: Officer) -> Result<HttpResponse> {
    let rows = house.db.read(|conn| rows(conn, true)).await?;
    let items: Vec<RowView> = rows.into_iter().map(RowView::from).collect();
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

async fn add(house: web::Data<House>, officer: Officer, input: Input<RowForm>) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| super::add_row(tx, &officer, &form).map(RowView::from);
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn edit(
    house: web::Data<House>,
    officer: Officer,
    id: web::Path<AdmissionRowId>,
    input: Input<RowForm>,
) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| super::edit_row(tx, &officer, *id, &form).map(RowView::from);
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn show(
    house: web::Data<House>,
    _officer: Officer,
    id: web::Path<AdmissionRowId>,
) -> Result<HttpResponse> {
    let row = house.db.read(move |conn| store::row(conn, *id)).await?;
    Ok(HttpResponse::Ok().json(RowView::from(row)))
}

async fn history(
    house: web::Data<House>,
    _officer: Officer,
    id: web::Path<AdmissionRowId>,
) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        store::row(conn, *id)?;
        let changes = store::changes(conn, *id)?;
        changes.into_iter().map(|changed| ChangeView::read(conn, changed)).collect()
    };
    let items: Vec<ChangeView> = house.db.read(read).await?;
    Ok(HttpResponse::Ok().json(Listed { items, next: None }))
}

/// What makers have sent and nobody has answered.
pub(super) fn waiting_views(conn: &mut DbConnection, listing: Listing) -> Result<Listed<WaitingView>> {
    let listed = listing.page(store::waiting_proofs(conn, listing)?, |proof| proof.id.0);
    let mut items = Vec::new();
    for proof in listed.items {
        let row = store::row(conn, proof.row_id)?;
        items.push(WaitingView {
            maker: MakerRef::from(&accounts::organisation(conn, proof.maker_id)?),
            row: row.id,
            wording: row.wording.into_inner(),
            proof: ProofView::from(&proof),
        });
    }
    Ok(Listed { items, next: listed.next })
}

async fn waiting(house: web::Data<House>, _officer: Officer, listing: Listing) -> Result<HttpResponse> {
    let listed = house.db.read(move |conn| waiting_views(conn, listing)).await?;
    Ok(HttpResponse::Ok().json(listed))
}
