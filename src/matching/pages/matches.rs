//! The products that answer a request, for its buyer; the requests that a maker's products answer, for the maker.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::shown::{MatchCard, OpportunityCard, RequestCard};
use crate::accounts::{Maker, Member, SignedIn};
use crate::error::Result;
use crate::ids::RequestId;
use crate::matching::{answers, reading};
use crate::web::{Access, House, Listing, Page, Route};

pub fn routes() -> Vec<Route> {
    use Access::*;
    vec![
        Route::get("/sourcing-requests/{id}/matches", SignedIn, "see a request's matches", matches),
        Route::get("/matches", Maker, "see which requests one's products answer", opportunities),
    ]
}

#[derive(Template)]
#[template(path = "matching/pages/matches.html")]
struct MatchesPage<'a> {
    page: &'a Page,
    request: RequestCard,
    own: bool,
    open: bool,
    matches: Vec<MatchCard>,
    near: Vec<MatchCard>,
    next: Option<String>,
    /// The way back to the first page; empty on it.
    first_href: String,
}

async fn matches(
    house: web::Data<House>,
    page: Page,
    member: SignedIn,
    id: web::Path<RequestId>,
    listing: Listing,
) -> Result<HttpResponse> {
    let (id, member) = (id.into_inner(), Member::clone(&member));
    let asking = member.clone();
    let (request, found, progress) = house
        .db
        .read(move |conn| {
            let request = reading::request_with_matches(conn, &asking, id)?;
            Ok((request, reading::matches_page(conn, id, listing)?, answers::progress(conn, id)?))
        })
        .await?;
    let next = found.next.map(|cursor: String| format!("/sourcing-requests/{id}/matches?cursor={cursor}"));
    let (own, open) = (request.is_of(&member), request.is_open_on(house.today()));
    let cards = found.items.iter().map(|(found, product, maker)| {
        let card = MatchCard::new(&page, found, product, Some(maker));
        let card = if own && open { card.writable_to(id, maker) } else { card };
        let progress = progress.get(&maker.id).copied().unwrap_or_default();
        if own { card.markable(id, maker, progress) } else { card }
    });
    let (matches, near) = cards.partition(|card| card.fits);
    page.show(&MatchesPage {
        page: &page,
        request: RequestCard::new(&page, &request, None, true),
        own,
        open,
        matches,
        near,
        next,
        first_href: match listing.before {
            i64::MAX | 0 => String::new(),
            _ => format!("/sourcing-requests/{id}/matches"),
        },
    })
}

#[derive(Template)]
#[template(path = "matching/pages/opportunities.html")]
struct OpportunitiesPage<'a> {
    page: &'a Page,
    opportunities: Vec<OpportunityCard>,
    next: Option<String>,
}

async fn opportunities(
    house: web::Data<House>,
    page: Page,
    maker: Maker,
    listing: Listing,
) -> Result<HttpResponse> {
    let (maker, today) = (maker.organisation, house.today());
    let found = house.db.read(move |conn| reading::opportunities(conn, maker, today, listing)).await?;
    let listed = listing.page(found, |opportunity| opportunity.request.id.0);
    page.show(&OpportunitiesPage {
        page: &page,
        opportunities: listed.items.iter().map(|one| OpportunityCard::new(&page, one)).collect(),
        next: listed.next.map(|cursor| format!("/matches?cursor={cursor}")),
    })
}
