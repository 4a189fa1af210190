//! Looking for the products that answer a request, and keeping what was found in step with both.
//!
//! Everything here may be done twice: the second time finds nothing to change.

use std::collections::{BTreeMap, BTreeSet};

use super::audience;
use super::candidate::{candidate, workshops};
use super::exposure::Season;
use super::found::Match;
use super::held::circumstances;
use super::matcher::{self, Candidate, Circumstances, Matched, Wish, Workshop};
use super::reasons::{Fit, Why};
use super::request::SourcingRequest;
use super::store::{self, Stock};
use crate::accounts;
use crate::catalogue::{self, Product};
use crate::db::{DbConnection, Write};
use crate::error::{Result, if_found};
use crate::ids::{OrganisationId, ProductId, RequestId};

/// More would keep a write busy for long; search brings in those beyond that fit best.
const MOST_CANDIDATES: i64 = 2_000;

/// What a look for matches changed for one request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Products that match now and did not before (near misses are none), by maker.
    pub new: BTreeMap<OrganisationId, Vec<ProductId>>,
    /// Before, nothing matched at all.
    pub first: bool,
    pub changed: usize,
    pub removed: usize,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed == 0 && self.removed == 0
    }

    /// Adds what another look changed for the same request.
    pub fn take_in(&mut self, other: Self) {
        for (maker, products) in other.new {
            self.new.entry(maker).or_default().extend(products);
        }
        self.first |= other.first;
        self.changed += other.changed;
        self.removed += other.removed;
    }
}

/// Products worth comparing with a request: of its crafts, or any if it names none.
pub fn candidates(conn: &mut DbConnection, request: &SourcingRequest) -> Result<Vec<ProductId>> {
    store::products_of_crafts(conn, &request.crafts, MOST_CANDIDATES)
}

/// Looks again for everything that answers a request. `called` are the products that [`super::products_for`] found for it;
/// None where search could not be asked: what it once found then stays.
pub fn rematch_request(
    tx: &mut Write<'_>,
    request: &SourcingRequest,
    called: Option<&BTreeSet<ProductId>>,
) -> Result<Changes> {
    if !looks_for_answers(tx, request)? {
        return Ok(Changes::default());
    }
    let known = store::matches_of_request(tx, request.id)?;
    let mut ids: BTreeSet<ProductId> = candidates(tx, request)?.into_iter().collect();
    ids.extend(called.into_iter().flatten());
    ids.extend(known.iter().map(|found| found.product_id));
    let ids: Vec<ProductId> = ids.into_iter().collect();
    let today = tx.today();
    let stock = store::stock(tx, &ids, today)?;
    let workshops = workshops(&stock);
    let called = called.cloned().unwrap_or_else(|| called_before(&known));
    let wish = Wish { called, ..Wish::from(request) };
    let mut answers = answers(&wish, &compared(&stock, &workshops), &circumstances(tx, today)?);
    keep_admitted(tx, request, &mut answers)?;
    let mut season = Season::of(tx);
    settle(tx, request.id, known, answers, &mut season)
}

/// Looks again at one product: for every open request that it answers, answered or may answer. `answered` are those that
/// [`super::Waiting`] says it answers by its words; None where search could not be asked.
pub fn rematch_product(
    tx: &mut Write<'_>,
    product: ProductId,
    answered: Option<&BTreeSet<RequestId>>,
) -> Result<BTreeMap<RequestId, Changes>> {
    let mut season = Season::of(tx);
    let mut known: BTreeMap<RequestId, Match> = store::open_matches_of_product(tx, product)?
        .into_iter()
        .map(|found| (found.request_id, found))
        .collect();
    let others = known.keys().chain(answered.into_iter().flatten()).copied().collect();
    let touched = requests_touched_by(tx, product, others)?;
    if touched.is_empty() {
        return Ok(BTreeMap::new());
    }
    let today = tx.today();
    let circumstances = circumstances(tx, today)?;
    let stock = store::stock(tx, &[product], today)?;
    let workshops = workshops(&stock);
    let candidates = compared(&stock, &workshops);
    let mut all = BTreeMap::new();
    for request in touched {
        let old: Vec<Match> = known.remove(&request.id).into_iter().collect();
        let called = match answered {
            Some(answered) => answered.get(&request.id).map(|_| product).into_iter().collect(),
            None => called_before(&old),
        };
        let mut answers = answers(&Wish { called, ..Wish::from(&request) }, &candidates, &circumstances);
        keep_admitted(tx, &request, &mut answers)?;
        let mut changes = settle(tx, request.id, old, answers, &mut season)?;
        changes.first = !changes.new.is_empty() && store::count_matches(tx, request.id)? == 1;
        if !changes.is_empty() {
            all.insert(request.id, changes);
        }
    }
    Ok(all)
}

/// Looks again at everything that a maker offers: its standing, its cluster, its promises have changed.
pub fn rematch_maker(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    answered: Option<&BTreeMap<ProductId, BTreeSet<RequestId>>>,
) -> Result<BTreeMap<RequestId, Changes>> {
    let products = store::all_published_of(tx, maker)?;
    rematch_products(tx, &products.into_iter().collect(), answered)
}

/// Looks again at several products; what changed for a request is told once.
pub fn rematch_products(
    tx: &mut Write<'_>,
    products: &BTreeSet<ProductId>,
    answered: Option<&BTreeMap<ProductId, BTreeSet<RequestId>>>,
) -> Result<BTreeMap<RequestId, Changes>> {
    let mut all: BTreeMap<RequestId, Changes> = BTreeMap::new();
    for product in products.iter().copied() {
        let answered = answered.and_then(|answered| answered.get(&product));
        for (request, changes) in rematch_product(tx, product, answered)? {
            all.entry(request).or_default().take_in(changes);
        }
    }
    Ok(all)
}

/// An open request of a buyer who is verified now.
fn looks_for_answers(tx: &mut Write<'_>, request: &SourcingRequest) -> Result<bool> {
    Ok(request.is_open_on(tx.today()) && accounts::organisation(tx, request.buyer_id)?.is_approved())
}

/// Those of its craft or of none, and `others` that are open still.
fn requests_touched_by(
    tx: &mut Write<'_>,
    product: ProductId,
    others: BTreeSet<RequestId>,
) -> Result<Vec<SourcingRequest>> {
    let today = tx.today();
    let craft = if_found(catalogue::product(tx, product))?.and_then(|product| product.craft);
    let mut touched = store::open_to_craft(tx, today, craft.as_deref())?;
    let named: BTreeSet<RequestId> = touched.iter().map(|request| request.id).collect();
    let others: Vec<RequestId> = others.difference(&named).copied().collect();
    for request in store::requests(tx, &others)? {
        if looks_for_answers(tx, &request)? {
            touched.push(request);
        }
    }
    Ok(touched)
}

/// The products that were found by what a request is called.
pub(super) fn called_before(known: &[Match]) -> BTreeSet<ProductId> {
    let by_call = |found: &&Match| found.reasons.constraints.iter().any(|one| one.why == Why::Called);
    known.iter().filter(by_call).map(|found| found.product_id).collect()
}

fn compared<'a>(stock: &Stock, workshops: &'a BTreeMap<OrganisationId, Workshop>) -> Vec<Candidate<'a>> {
    let with_workshop =
        |product: &Product| Some(candidate(product, workshops.get(&product.maker_id)?, stock));
    stock.products.iter().filter_map(with_workshop).collect()
}

type Answers = BTreeMap<ProductId, (OrganisationId, Matched)>;

fn answers(wish: &Wish, candidates: &[Candidate<'_>], circumstances: &Circumstances) -> Answers {
    candidates
        .iter()
        .map(|candidate| (candidate, matcher::compare(wish, candidate, circumstances)))
        .filter(|(_, matched)| matched.verdict != Fit::No)
        .map(|(candidate, matched)| (candidate.product, (candidate.workshop.maker, matched)))
        .collect()
}

/// Whom a request is not for is not matched with it.
fn keep_admitted(tx: &mut Write<'_>, request: &SourcingRequest, answers: &mut Answers) -> Result<()> {
    if let Some(makers) = audience::makers(tx, request)? {
        answers.retain(|_, (maker, _)| makers.contains(maker));
    }
    Ok(())
}

/// Brings the stored matches to what was found now; rows that say the same already are left alone.
fn settle(
    tx: &mut Write<'_>,
    request: RequestId,
    known: Vec<Match>,
    mut answers: Answers,
    season: &mut Season,
) -> Result<Changes> {
    let mut changes =
        Changes { first: !known.iter().any(|found| found.verdict == Fit::Match), ..Changes::default() };
    for old in known {
        match answers.remove(&old.product_id) {
            None => {
                store::delete_match(tx, old.id)?;
                changes.removed += 1;
            }
            Some((maker, matched)) => {
                if says_the_same(&old, &matched) {
                    continue;
                }
                store::replace_match(tx, old.id, &matched)?;
                changes.changed += 1;
                if old.verdict == Fit::Near && matched.verdict == Fit::Match {
                    changes.new.entry(maker).or_default().push(old.product_id);
                }
            }
        }
    }
    season.look_up(tx, answers.values().map(|(maker, _)| *maker))?;
    for (product, (maker, matched)) in answers {
        store::insert_match(tx, request, product, maker, season.turn(request, maker), &matched)?;
        changes.changed += 1;
        if matched.verdict == Fit::Match {
            changes.new.entry(maker).or_default().push(product);
        }
    }
    changes.first &= !changes.new.is_empty();
    if !changes.new.is_empty() {
        season.introduce(tx, request)?;
    }
    Ok(changes)
}

fn says_the_same(old: &Match, new: &Matched) -> bool {
    old.verdict == new.verdict && old.score == new.score && *old.reasons == new.reasons
}
