//! What the matcher compares, for others who reckon with it: all that some makers offer, and a request as a wish.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::candidate::{candidate, workshops};
use super::looking::called_before;
use super::matcher::{Candidate, Circumstances, Wish, Workshop};
use super::request::SourcingRequest;
use super::shelf::{Shelf, Ware};
use super::store::{self, Stock};
use crate::clock::Date;
use crate::commitments::{Booking, Capacity};
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId};
use crate::rates;

/// What a maker has been promised for beside the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Promise {
    pub maker: OrganisationId,
    pub product: ProductId,
    pub booking: Booking,
}

/// Products on show with everything that candidates are made of.
#[derive(Clone, Debug)]
pub struct Held {
    stock: Stock,
    workshops: BTreeMap<OrganisationId, Workshop>,
    promised: Vec<Promise>,
}

pub fn held(
    conn: &mut DbConnection,
    makers: &[OrganisationId],
    today: Date,
    promised: Vec<Promise>,
) -> Result<Held> {
    let mut ids = Vec::new();
    for maker in makers {
        ids.extend(store::all_published_of(conn, *maker)?);
    }
    let on_show = store::on_show(conn, &ids)?;
    let stock = store::stock(conn, &mut Shelf::default(), &on_show, today)?;
    let mut workshops = workshops(&stock);
    for promise in &promised {
        if let Some(workshop) = workshops.get_mut(&promise.maker) {
            let with = |capacity: Capacity| capacity.with_booking(promise.booking.clone());
            workshop.capacity = workshop.capacity.take().map(with);
        }
    }
    Ok(Held { stock, workshops, promised })
}

impl Held {
    pub fn products(&self) -> impl Iterator<Item = ProductId> {
        self.stock.wares.keys().copied()
    }

    /// As any buyer would find them: what one of them has agreed on with a maker stays between the two.
    pub fn candidates(&self) -> Vec<Candidate<'_>> {
        let of = |ware: &Arc<Ware>| {
            let workshop = self.workshops.get(&ware.place.maker_id)?;
            let mut candidate = candidate(ware, workshop, &self.stock);
            for promise in self.promised.iter().filter(|promise| promise.product == candidate.product) {
                let with = |capacity: Capacity| capacity.with_booking(promise.booking.clone());
                candidate.capacity = candidate.capacity.map(with);
            }
            candidate.agreed = BTreeMap::new();
            Some(candidate)
        };
        self.stock.wares.values().filter_map(of).collect()
    }
}

/// A request as the matcher reads it, with the products that search once found for it.
pub fn wish(conn: &mut DbConnection, request: &SourcingRequest) -> Result<Wish> {
    let called = called_before(&store::matches_of_request(conn, request.id)?);
    Ok(Wish { called: Arc::new(called), ..Wish::from(request) })
}

pub fn circumstances(conn: &mut DbConnection, today: Date) -> Result<Circumstances> {
    Ok(Circumstances { today, rates: rates::latest(conn, today)? })
}
