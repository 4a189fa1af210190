//! From what is stored to what the matcher compares.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::matcher::{Candidate, Certified, ClosedTo, Wish, Workshop};
use super::request::SourcingRequest;
use super::shelf::{WORTH_TELLING, Ware};
use super::store::Stock;
use super::words::WordSet;
use crate::catalogue::{Agreed, Certificate, Covers, ProductPlace};
use crate::commitments::Capacity;
use crate::ids::OrganisationId;

impl From<&SourcingRequest> for Wish {
    fn from(request: &SourcingRequest) -> Self {
        let mut words = WordSet::default();
        words.add(request.language, &request.title);
        words.add(request.language, &request.wanted);
        Self {
            request: Some(request.id),
            buyer: request.buyer_id,
            crafts: request.crafts.to_vec(),
            materials: request.materials.to_vec(),
            words: Arc::new(words),
            called: Arc::default(),
            quantity: request.quantity,
            target: request.target_price(),
            destination: request.destination.clone(),
            channel: request.channel,
            needed_by: request.needed_by,
            quantity_most: request.quantity_most.unwrap_or(request.quantity),
            certificates: request.certificates.to_vec(),
            promised: BTreeSet::new(),
            incoterms: request.incoterms.to_vec(),
            languages: request.languages.to_vec(),
            sample: request.sample_wanted,
        }
    }
}

/// The makers behind the products, once each.
pub(super) fn workshops(stock: &Stock) -> BTreeMap<OrganisationId, Workshop> {
    let workshop = |(maker, country): (&OrganisationId, &String)| {
        let profile = stock.profiles.get(maker);
        let weekly = profile.and_then(|profile| profile.weekly_capacity);
        let workshop = Workshop {
            maker: *maker,
            country: country.clone(),
            exports_itself: profile.is_some_and(|profile| profile.exports_itself),
            in_cluster: stock.in_cluster.contains(maker),
            capacity: Capacity::of_workshop(
                *maker,
                weekly,
                of(&stock.reservations, maker),
                of(&stock.periods, maker),
            ),
            grants: of(&stock.grants, maker).to_vec(),
            certificates: certified(of(&stock.certificates, maker)),
            incoterms: profile.map(|profile| profile.incoterms.to_vec()).unwrap_or_default(),
            languages: stock.languages.get(maker).cloned().unwrap_or_default(),
            declined: stock.declined.get(maker).cloned().unwrap_or_default(),
            busy_until: stock.limits.get(maker).and_then(|limits| limits.busy_until),
        };
        (*maker, workshop)
    };
    stock.countries.iter().map(workshop).collect()
}

fn of<'a, T>(all: &'a BTreeMap<OrganisationId, Vec<T>>, maker: &OrganisationId) -> &'a [T] {
    all.get(maker).map_or(&[], Vec::as_slice)
}

/// What a maker can show, or will be able to once an officer has looked at it.
fn certified(certificates: &[Certificate]) -> Vec<Certified> {
    let certified = |one: &Certificate| Certified {
        scheme: one.scheme.clone(),
        products: match one.covers {
            Covers::All => None,
            Covers::Chosen => Some(one.products.to_vec()),
        },
        valid_from: one.valid_from,
        valid_until: one.valid_until,
        is_confirmed: one.is_confirmed(),
    };
    certificates.iter().filter(|one| !one.is_refused()).map(certified).collect()
}

pub(super) fn candidate<'a>(ware: &Ware, workshop: &'a Workshop, stock: &Stock) -> Candidate<'a> {
    let (place, maker) = (ware.place, &ware.place.maker_id);
    let limits = stock.limits.get(maker).cloned().unwrap_or_default();
    let (reserved, periods) = (of(&stock.reservations, maker), of(&stock.periods, maker));
    Candidate {
        product: place.id,
        workshop,
        collection: place.collection_id,
        craft: ware.craft.clone(),
        materials: ware.materials.clone(),
        words: Arc::clone(&ware.words),
        price: ware.price,
        tiers: ware.tiers.clone(),
        moq: ware.moq.unwrap_or(1).max(limits.least_pieces.unwrap_or(1)),
        multiple: ware.order_multiple.unwrap_or(1),
        lead_time_days: ware.lead_time_days,
        agreed: agreed(place, stock),
        capacity: Capacity::of_product(place, ware.weekly_capacity, reserved, periods),
        closed_to: closed_to(ware, limits.not_to),
        sample: ware.sample,
        completeness: (ware.told + usize::from(stock.pictured.contains(&place.id))) as f64
            / WORTH_TELLING as f64,
    }
}

/// Where its maker does not offer it, and where the maker does not want to sell at all.
fn closed_to(ware: &Ware, not_to: Vec<String>) -> ClosedTo {
    match ware.only_in.is_empty() {
        true => ClosedTo::These([ware.except_in.clone(), not_to].concat()),
        false => {
            let open = ware.only_in.iter().filter(|country| !not_to.contains(country));
            ClosedTo::AllBut(open.cloned().collect())
        }
    }
}

/// What each buyer has agreed on who has agreed on anything about it.
fn agreed(place: ProductPlace, stock: &Stock) -> BTreeMap<OrganisationId, Agreed> {
    let with_buyers = stock.agreed.get(&place.maker_id).into_iter().flatten();
    let agreed = with_buyers.map(|(buyer, conditions)| (*buyer, conditions.at(place)));
    agreed.filter(|(_, agreed)| !agreed.is_nothing()).collect()
}
