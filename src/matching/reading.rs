//! Who reads what: a request in full, its matches, and a maker's opportunities. What somebody may not know of is not found.

use super::audience;
use super::found::Match;
use super::request::{RequestStatus, SourcingRequest};
use super::store::{self, Found};
use crate::accounts::{self, Kind, Member, Organisation};
use crate::catalogue::Product;
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, RequestId};
use crate::web::{Cursor, Listed, Listing};

/// A request and its buyer, for those who may read it in full: its buyer, officers, and those for whom it was opened.
/// A maker whom it was matched with reads on after it is closed.
pub fn readable_request(
    conn: &mut DbConnection,
    member: &Member,
    id: RequestId,
) -> Result<(SourcingRequest, Organisation)> {
    let request = store::request(conn, id)?;
    let buyer = accounts::organisation(conn, request.buyer_id)?;
    let readable = match request.status {
        _ if request.is_of(member) || member.is_officer() => true,
        RequestStatus::Draft | RequestStatus::Submitted => false,
        RequestStatus::Open => buyer.is_approved() && audience::is_for(conn, &request, member)?,
        RequestStatus::Closed => {
            member.is_approved(Kind::Maker) && store::is_matched(conn, id, member.organisation)?
        }
    };
    if readable { Ok((request, buyer)) } else { Err(Error::NotFound) }
}

/// A request whose matches a member may see. They show prices, so its buyer must be verified still.
pub(super) fn request_with_matches(
    conn: &mut DbConnection,
    member: &Member,
    id: RequestId,
) -> Result<SourcingRequest> {
    let request = store::request(conn, id)?;
    if !request.is_of(member) && !member.is_officer() {
        return Err(Error::NotFound);
    }
    if !member.sees_prices() {
        return Err(Error::forbidden("refusal-not-verified-buyer"));
    }
    Ok(request)
}

/// A page of a request's matches. They are ordered by how well they fit, so the cursor counts places.
pub(super) fn matches_page(
    conn: &mut DbConnection,
    request: RequestId,
    listing: Listing,
) -> Result<Listed<Found>> {
    let place = if listing.before == i64::MAX { 0 } else { listing.before.max(0) };
    let mut items = store::found_for_request(conn, request, place, listing.fetch())?;
    let more = items.len() as i64 > listing.limit;
    items.truncate(listing.limit as usize);
    let next = more.then(|| Cursor(place + listing.limit).to_string());
    Ok(Listed { items, next })
}

/// An open request that a maker's products answer.
#[derive(Clone, Debug)]
pub struct Opportunity {
    pub request: SourcingRequest,
    pub buyer: Organisation,
    pub products: Vec<(Match, Product)>,
}

/// The open requests that a maker's products answer, newest first; one row more than the page holds.
pub fn opportunities(
    conn: &mut DbConnection,
    maker: OrganisationId,
    today: Date,
    listing: Listing,
) -> Result<Vec<Opportunity>> {
    let requests = store::requests_matched_by(conn, maker, today, listing)?;
    let ids: Vec<RequestId> = requests.iter().map(|(request, _)| request.id).collect();
    let found = store::found_for_maker(conn, maker, &ids)?;
    let of = |request: &SourcingRequest| {
        found.iter().filter(|(found, _)| found.request_id == request.id).cloned().collect()
    };
    let opportunity = |(request, buyer): (SourcingRequest, Organisation)| Opportunity {
        products: of(&request),
        request,
        buyer,
    };
    Ok(requests.into_iter().map(opportunity).collect())
}
