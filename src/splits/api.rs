//! Splits and shares for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::choosing::Mending;
use super::forms::{ChooseForm, DeclineForm, SplitForm};
use super::reading::{self, Whole};
use super::split::Split;
use super::splitting::Reckoning;
use super::views::{OwnShareView, SplitView, SplitsView};
use super::{answering, choosing, releasing, splitting, store};
use crate::accounts::{Agent, Maker};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{RequestId, ShareId, SplitId};
use crate::web::{Access, House, Input, Listed, Listing, Nothing, Paging, Route};

pub fn routes() -> Vec<Route> {
    use Access::{Agent, Maker};
    vec![
        Route::get("/api/v1/sourcing-requests/{id}/splits", Agent, "see how a request can be split", show)
            .gives::<SplitsView>(200),
        Route::post("/api/v1/sourcing-requests/{id}/splits", Agent, "split a request over workshops", split)
            .takes::<SplitForm>()
            .gives::<SplitsView>(201),
        Route::post("/api/v1/splits/{id}/choose", Agent, "choose a split", choose)
            .takes::<ChooseForm>()
            .gives::<SplitView>(200),
        Route::post("/api/v1/splits/{id}/mend", Agent, "ask others for declined shares", mend)
            .takes::<ChooseForm>()
            .gives::<SplitView>(200),
        Route::post("/api/v1/splits/{id}/withdraw", Agent, "withdraw a split", withdraw)
            .takes::<Nothing>()
            .gives::<SplitView>(200),
        Route::get("/api/v1/workshop/shares", Maker, "see the shares one is asked for", list)
            .asks::<Paging>()
            .gives::<Listed<OwnShareView>>(200),
        Route::post("/api/v1/workshop/shares/{id}/confirm", Maker, "confirm a share", confirm)
            .takes::<Nothing>()
            .gives::<OwnShareView>(200),
        Route::post("/api/v1/workshop/shares/{id}/decline", Maker, "decline a share", decline)
            .takes::<DeclineForm>()
            .gives::<OwnShareView>(200),
    ]
}

fn view(tx: &mut Write<'_>, split: Split) -> Result<SplitView> {
    Ok(SplitView::from(&Whole::read(tx, split)?))
}

async fn show(house: web::Data<House>, agent: Agent, id: web::Path<RequestId>) -> Result<HttpResponse> {
    let board = house.db.read(move |conn| reading::board(conn, &agent, *id)).await?;
    Ok(HttpResponse::Ok().json(SplitsView::from(&board)))
}

async fn split(
    house: web::Data<House>,
    agent: Agent,
    id: web::Path<RequestId>,
    input: Input<SplitForm>,
) -> Result<HttpResponse> {
    let (form, today, by, id) = (input.value, house.today(), agent.clone(), id.into_inner());
    let reckon = move |conn: &mut DbConnection| splitting::reckon(conn, &by, id, &form, today);
    let keep = move |tx: &mut Write<'_>, reckoning: &Reckoning| {
        splitting::keep(tx, &agent, reckoning)?;
        Ok(SplitsView::from(&reading::board(tx, &agent, id)?))
    };
    input.once.answer_upon(&house.db, StatusCode::CREATED, reckon, keep).await
}

async fn choose(
    house: web::Data<House>,
    agent: Agent,
    id: web::Path<SplitId>,
    input: Input<ChooseForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        let split = choosing::choose_split(tx, &settings, &agent, *id, &form)?;
        view(tx, split)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn mend(
    house: web::Data<House>,
    agent: Agent,
    id: web::Path<SplitId>,
    input: Input<ChooseForm>,
) -> Result<HttpResponse> {
    let (form, settings, today, by) = (input.value, house.settings.clone(), house.today(), agent.clone());
    let id = id.into_inner();
    let reckon = move |conn: &mut DbConnection| choosing::reckon_mending(conn, &by, id, today);
    let mend = move |tx: &mut Write<'_>, mending: &Mending| {
        let split = choosing::mend_split(tx, &settings, &agent, mending, &form)?;
        view(tx, split)
    };
    input.once.answer_upon(&house.db, StatusCode::OK, reckon, mend).await
}

async fn withdraw(
    house: web::Data<House>,
    agent: Agent,
    id: web::Path<SplitId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let work = move |tx: &mut Write<'_>| {
        let split = releasing::withdraw_split(tx, &settings, &agent, *id)?;
        view(tx, split)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn list(house: web::Data<House>, maker: Maker, listing: Listing) -> Result<HttpResponse> {
    let own = maker.organisation;
    let shares = house.db.read(move |conn| store::own_shares(conn, own, None, listing)).await?;
    let page = listing.page(shares, |own| own.share.id.0);
    Ok(HttpResponse::Ok().json(page.map(|own| OwnShareView::from(&own))))
}

async fn confirm(
    house: web::Data<House>,
    maker: Maker,
    id: web::Path<ShareId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let work = move |tx: &mut Write<'_>| {
        Ok(OwnShareView::from(&answering::confirm_share(tx, &settings, &maker, *id)?))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn decline(
    house: web::Data<House>,
    maker: Maker,
    id: web::Path<ShareId>,
    input: Input<DeclineForm>,
) -> Result<HttpResponse> {
    let (form, settings) = (input.value, house.settings.clone());
    let work = move |tx: &mut Write<'_>| {
        Ok(OwnShareView::from(&answering::decline_share(tx, &settings, &maker, *id, &form)?))
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}
