//! What stands in somebody's letter: everything that waits for them, looked at again. What was closed, withdrawn, declined
//! by their workshop or may not be known to them any more is left out.

use std::collections::BTreeMap;

use super::searches::{self, SavedSearch};
use super::store;
use super::tiding::{Kind, Tiding};
use crate::accounts::{self, Kind as Of, Member, Organisation};
use crate::catalogue::{self, Audience, Product, Status};
use crate::db::Write;
use crate::error::{Result, if_found};
use crate::ids::{OrganisationId, PersonId, ProductId, RequestId, SavedSearchId};
use crate::matching::{self, SourcingRequest};

/// A request that a workshop's products answer.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub organisation: OrganisationId,
    pub request: SourcingRequest,
    pub products: Vec<Product>,
}

/// Products that answer a buyer's request and did not before, the best first.
#[derive(Clone, Debug)]
pub(super) struct Answers {
    pub request: SourcingRequest,
    pub products: Vec<(Product, Organisation)>,
}

/// Products that a saved search finds, the newest first.
#[derive(Clone, Debug)]
pub(super) struct FoundBy {
    pub search: SavedSearch,
    pub products: Vec<(Product, Organisation)>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct News {
    pub wanted: Vec<Wanted>,
    pub answers: Vec<Answers>,
    pub found: Vec<FoundBy>,
    /// The tidings that stand in it.
    pub told: Vec<i64>,
    /// Those that were left out.
    pub over: Vec<i64>,
}

impl News {
    pub(super) fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.answers.is_empty() && self.found.is_empty()
    }
}

/// As whose member somebody is concerned.
#[derive(Default)]
struct Members(BTreeMap<OrganisationId, Option<Member>>);

impl Members {
    fn of(
        &mut self,
        tx: &mut Write<'_>,
        person: PersonId,
        organisation: OrganisationId,
    ) -> Result<Option<Member>> {
        if let Some(known) = self.0.get(&organisation) {
            return Ok(known.clone());
        }
        let member = accounts::member_in(tx, person, organisation)?;
        self.0.insert(organisation, member.clone());
        Ok(member)
    }
}

pub(super) fn compose(tx: &mut Write<'_>, person: PersonId, waiting: &[Tiding]) -> Result<News> {
    let mut news = News::default();
    let mut members = Members::default();
    let mut answers: BTreeMap<RequestId, Vec<&Tiding>> = BTreeMap::new();
    let mut found: BTreeMap<SavedSearchId, Vec<&Tiding>> = BTreeMap::new();
    for tiding in waiting {
        match (tiding.kind, tiding.request_id, tiding.search_id) {
            (Kind::Wanted, Some(request), _) => {
                let member = members.of(tx, person, tiding.organisation_id)?;
                match member.map(|member| wanted(tx, &member, request)).transpose()?.flatten() {
                    Some(wanted) => {
                        news.told.push(tiding.id);
                        news.wanted.push(wanted);
                    }
                    None => news.over.push(tiding.id),
                }
            }
            (Kind::Answer, Some(request), _) => answers.entry(request).or_default().push(tiding),
            (Kind::Found, _, Some(search)) => found.entry(search).or_default().push(tiding),
            _ => news.over.push(tiding.id),
        }
    }
    for (request, tidings) in answers {
        let member = members.of(tx, person, tidings[0].organisation_id)?;
        let products = match &member {
            Some(member) => answers_to(tx, member, request, &ids(&tidings))?,
            None => None,
        };
        let Some(one) = products else {
            news.over.extend(tidings.iter().map(|tiding| tiding.id));
            continue;
        };
        part(&mut news, &tidings, &one.products);
        news.answers.push(one);
    }
    for (search, tidings) in found {
        let member = members.of(tx, person, tidings[0].organisation_id)?;
        let products = match &member {
            Some(member) => found_by(tx, member, search, &ids(&tidings))?,
            None => None,
        };
        let Some(one) = products else {
            news.over.extend(tidings.iter().map(|tiding| tiding.id));
            continue;
        };
        part(&mut news, &tidings, &one.products);
        news.found.push(one);
    }
    Ok(news)
}

fn ids(tidings: &[&Tiding]) -> Vec<ProductId> {
    tidings.iter().filter_map(|tiding| tiding.product_id).collect()
}

/// Parts the tidings into those whose products are told and those that are left out.
fn part(news: &mut News, tidings: &[&Tiding], products: &[(Product, Organisation)]) {
    for tiding in tidings {
        let is_told = products.iter().any(|(product, _)| Some(product.id) == tiding.product_id);
        if is_told { news.told.push(tiding.id) } else { news.over.push(tiding.id) }
    }
}

/// A request for a maker, if it is open, may be read, is answered still, and was not declined.
pub(super) fn wanted(tx: &mut Write<'_>, member: &Member, id: RequestId) -> Result<Option<Wanted>> {
    if !member.is_approved(Of::Maker) || matching::decline_of(tx, id, member.organisation)?.is_some() {
        return Ok(None);
    }
    let today = tx.today();
    let Some((request, _)) = if_found(matching::readable_request(tx, member, id))? else { return Ok(None) };
    let products = matching::fitting(tx, id, member.organisation)?;
    let holds = request.is_open_on(today) && !products.is_empty();
    Ok(holds.then_some(Wanted { organisation: member.organisation, request, products }))
}

fn answers_to(
    tx: &mut Write<'_>,
    member: &Member,
    id: RequestId,
    products: &[ProductId],
) -> Result<Option<Answers>> {
    let today = tx.today();
    let Some(request) = if_found(matching::request(tx, id))? else { return Ok(None) };
    // Matches are shown to verified buyers alone.
    if !request.is_of(member) || !member.is_approved(Of::Buyer) || !request.is_open_on(today) {
        return Ok(None);
    }
    let audience = Audience::of(Some(member));
    let mut products = matching::answering(tx, id, products)?;
    products.retain(|(product, _)| product.is_shown_to(&audience));
    Ok((!products.is_empty()).then_some(Answers { request, products }))
}

fn found_by(
    tx: &mut Write<'_>,
    member: &Member,
    id: SavedSearchId,
    products: &[ProductId],
) -> Result<Option<FoundBy>> {
    let Some(search) = if_found(store::search(tx, id))? else { return Ok(None) };
    // Whoever sees no prices any more must not be told what a price would find.
    if !searches::may_ask(member, &search.query) {
        return Ok(None);
    }
    let audience = Audience::of(Some(member));
    let mut shown = Vec::new();
    for id in products {
        let Some(product) = if_found(catalogue::product(tx, *id))? else { continue };
        let maker = accounts::organisation(tx, product.maker_id)?;
        if product.status == Status::Published && maker.is_approved() && product.is_shown_to(&audience) {
            shown.push((product, maker));
        }
    }
    shown.sort_by_key(|(product, _)| std::cmp::Reverse((product.published_at, product.id)));
    Ok((!shown.is_empty()).then_some(FoundBy { search, products: shown }))
}
