//! Sourcing requests and matches for programs.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use schemars::JsonSchema;
use serde::Deserialize;

use super::audience::Known;
use super::drafting::{self, RequestForm};
use super::reading::{self, Opportunity};
use super::request::{SourcingRequest, reads_open_requests};
use super::store;
use super::views::{OfferedMatch, OpportunityView, RequestView};
use super::{answers, attachments};
use super::{opening, readable_request};
use crate::accounts::{self, Buyer, Kind, Maker, Member, SignedIn, VerifiedBuyer, Viewer};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Result};
use crate::ids::RequestId;
use crate::input::Raw;
use crate::vocabulary;
use crate::web::{Access, House, Input, Listed, Listing, Nothing, PageLanguage, Paging, Query, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/api/v1/sourcing-requests", Anyone, "list sourcing requests", list)
            .asks::<RequestQuery>()
            .gives::<Listed<RequestView>>(200),
        Route::post("/api/v1/sourcing-requests", Buyer, "draft a sourcing request", create)
            .takes::<RequestForm>()
            .gives::<RequestView>(201),
        Route::get("/api/v1/sourcing-requests/{id}", SignedIn, "see a sourcing request", show)
            .gives::<RequestView>(200),
        Route::put("/api/v1/sourcing-requests/{id}", Buyer, "change a sourcing request", edit)
            .takes::<RequestForm>()
            .gives::<RequestView>(200),
        Route::delete("/api/v1/sourcing-requests/{id}", Buyer, "discard a draft request", discard)
            .gives_nothing(),
        Route::post("/api/v1/sourcing-requests/{id}/open", VerifiedBuyer, "open a sourcing request", open)
            .takes::<Nothing>()
            .gives::<RequestView>(200),
        Route::post("/api/v1/sourcing-requests/{id}/close", Buyer, "close a sourcing request", close)
            .takes::<Nothing>()
            .gives::<RequestView>(200),
        Route::get("/api/v1/sourcing-requests/{id}/matches", SignedIn, "see a request's matches", matches)
            .asks::<Paging>()
            .gives::<Listed<OfferedMatch>>(200),
        Route::get("/api/v1/matches", Maker, "see which requests one's products answer", opportunities)
            .asks::<Paging>()
            .gives::<Listed<OpportunityView>>(200),
    ]
}

/// Which requests somebody wants to see.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RequestQuery {
    /// A key of the crafts.
    pub craft: Raw,
    pub cursor: Raw,
    pub limit: Raw,
}

impl RequestQuery {
    pub(super) fn craft(&self) -> Result<Option<String>> {
        let key = self.craft.trimmed();
        match key.is_empty() {
            true => Ok(None),
            false if vocabulary::is_craft(key) => Ok(Some(key.to_owned())),
            false => {
                let shown: String = key.chars().take(40).collect();
                Err(Error::invalid("craft", Message::new("problem-unknown-key").with("key", shown)))
            }
        }
    }
}

async fn list(
    house: web::Data<House>,
    viewer: Viewer,
    Query(query): Query<RequestQuery>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (craft, today) = (query.craft()?, house.today());
    let views = house.db.read(move |conn| requests_for(conn, viewer.member(), today, craft, listing)).await?;
    Ok(HttpResponse::Ok().json(listing.page(views, |view| view.id.0)))
}

/// A buyer's own requests, or the open ones: in full for those for whom they are, in outline for everyone else.
fn requests_for(
    conn: &mut DbConnection,
    member: Option<&Member>,
    today: crate::clock::Date,
    craft: Option<String>,
    listing: Listing,
) -> Result<Vec<RequestView>> {
    if let Some(buyer) = member.filter(|member| member.kind == Kind::Buyer) {
        let organisation = accounts::organisation(conn, buyer.organisation)?;
        let own = store::requests_of_buyer(conn, buyer.organisation, listing)?;
        let mut attached = attachments::shown_of_each(conn, &ids(own.iter()))?;
        let view = |request: &SourcingRequest| {
            RequestView::full(request, &organisation, attached.remove(&request.id).unwrap_or_default())
        };
        return Ok(own.iter().map(view).collect());
    }
    let full = member.is_some_and(reads_open_requests);
    let known = Known::to(conn, member)?;
    let open = store::open_requests(conn, today, craft.as_deref(), &known, listing)?;
    if !full {
        return Ok(open.iter().map(|(request, _)| RequestView::outline(request)).collect());
    }
    let mut attached = attachments::shown_of_each(conn, &ids(open.iter().map(|(request, _)| request)))?;
    let view = |(request, buyer): &(SourcingRequest, accounts::Organisation)| {
        RequestView::full(request, buyer, attached.remove(&request.id).unwrap_or_default())
    };
    Ok(open.iter().map(view).collect())
}

fn ids<'a>(requests: impl Iterator<Item = &'a SourcingRequest>) -> Vec<RequestId> {
    requests.map(|request| request.id).collect()
}

async fn create(house: web::Data<House>, buyer: Buyer, input: Input<RequestForm>) -> Result<HttpResponse> {
    let form = input.value;
    let work = move |tx: &mut Write<'_>| {
        let request = drafting::draft_request(tx, &buyer, &form)?;
        RequestView::read(tx, &request)
    };
    input.once.answer(&house.db, StatusCode::CREATED, work).await
}

async fn show(house: web::Data<House>, member: SignedIn, id: web::Path<RequestId>) -> Result<HttpResponse> {
    let read = move |conn: &mut DbConnection| {
        let (request, _) = readable_request(conn, &member, *id)?;
        RequestView::read(conn, &request)
    };
    Ok(HttpResponse::Ok().json(house.db.read(read).await?))
}

async fn edit(
    house: web::Data<House>,
    buyer: Buyer,
    id: web::Path<RequestId>,
    input: Input<RequestForm>,
) -> Result<HttpResponse> {
    let form = input.into_inner();
    let work = move |tx: &mut Write<'_>| {
        let request = drafting::edit_request(tx, &buyer, *id, &form)?;
        RequestView::read(tx, &request)
    };
    Ok(HttpResponse::Ok().json(house.db.write(work).await?))
}

async fn discard(house: web::Data<House>, buyer: Buyer, id: web::Path<RequestId>) -> Result<HttpResponse> {
    let unused = house.db.write(move |tx| drafting::discard_request(tx, &buyer, *id)).await?;
    house.files.delete_all(unused).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn open(
    house: web::Data<House>,
    buyer: VerifiedBuyer,
    id: web::Path<RequestId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let settings = house.settings.clone();
    let work = move |tx: &mut Write<'_>| {
        let request = opening::open_request(tx, &settings, &buyer, *id)?;
        RequestView::read(tx, &request)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn close(
    house: web::Data<House>,
    buyer: Buyer,
    id: web::Path<RequestId>,
    input: Input<Nothing>,
) -> Result<HttpResponse> {
    let work = move |tx: &mut Write<'_>| {
        let request = opening::close_request(tx, &buyer, *id)?;
        RequestView::read(tx, &request)
    };
    input.once.answer(&house.db, StatusCode::OK, work).await
}

async fn matches(
    house: web::Data<House>,
    member: SignedIn,
    language: PageLanguage,
    id: web::Path<RequestId>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (found, progress) = house
        .db
        .read(move |conn| {
            let request = reading::request_with_matches(conn, &member, *id)?;
            Ok((reading::matches_page(conn, request.id, listing)?, answers::progress(conn, request.id)?))
        })
        .await?;
    let page = found.map(|found| {
        let progress = progress.get(&found.2.id).copied().unwrap_or_default();
        OfferedMatch::new(&found, progress, language.0)
    });
    Ok(HttpResponse::Ok().json(page))
}

async fn opportunities(
    house: web::Data<House>,
    maker: Maker,
    language: PageLanguage,
    listing: Listing,
) -> Result<HttpResponse> {
    let (maker, today) = (maker.organisation, house.today());
    let (found, mut attached) = house
        .db
        .read(move |conn| {
            let found = reading::opportunities(conn, maker, today, listing)?;
            let attached = attachments::shown_of_each(conn, &ids(found.iter().map(|one| &one.request)))?;
            Ok((found, attached))
        })
        .await?;
    let page = listing.page(found, |opportunity: &Opportunity| opportunity.request.id.0);
    let page = page.map(|opportunity| {
        let attached = attached.remove(&opportunity.request.id).unwrap_or_default();
        OpportunityView::new(&opportunity, attached, language.0)
    });
    Ok(HttpResponse::Ok().json(page))
}
