//! Keeping what was found in step with products and requests: what a look found is written down, what does not fit any more
//! is cleared away.
//!
//! Everything here may be done twice: the second time finds nothing to change.

use std::collections::{BTreeMap, BTreeSet};

use super::exposure::{Place, Season};
use super::found::Match;
use super::looking::{AnsweredBy, Answers, Field, Look, Memory, look_at};
use super::matcher::Matched;
use super::reasons::Fit;
use super::request::SourcingRequest;
use super::store;
use crate::db::Write;
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, RequestId};

/// The best answers to one request that are kept. Nobody looks through more, and an open market would otherwise keep every
/// product beside every request.
pub const MOST_KEPT: usize = 300;

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

/// Looks for everything that answers a request, and keeps it. `called` are the products that [`super::products_for`] found
/// for it; None where search could not be asked.
pub fn rematch_request(
    tx: &mut Write<'_>,
    request: &SourcingRequest,
    called: Option<&BTreeSet<ProductId>>,
) -> Result<Changes> {
    let today = tx.today();
    match Field::of_request(tx, &mut Memory::default(), request, called, today)? {
        Some(field) => keep_answers(tx, request.id, &field.judge()),
        None => Ok(Changes::default()),
    }
}

/// Looks at some products, for every open request, and keeps what was found. `answered` are the requests that
/// [`super::Waiting`] says they answer by their words; None where search could not be asked.
pub fn rematch_products(
    tx: &mut Write<'_>,
    products: &BTreeSet<ProductId>,
    answered: Option<&AnsweredBy>,
) -> Result<BTreeMap<RequestId, Changes>> {
    let (mut memory, today) = (Memory::default(), tx.today());
    let open = store::open_versions(tx, today)?;
    memory.hear(tx, &open)?;
    let looks = look_at(tx, &mut memory, products, answered, today)?;
    keep_looks(tx, &looks)
}

/// Brings the matches of a request to what a look for it found.
pub fn keep_answers(tx: &mut Write<'_>, request: RequestId, answers: &Answers) -> Result<Changes> {
    let (mut season, known) = (Season::of(tx), store::matches_of_request(tx, request)?);
    // What was closed in the meantime keeps what it had.
    if !store::is_open(tx, request)? {
        return Ok(Changes::default());
    }
    season.look_up(tx, answers.values().map(|(maker, _)| *maker))?;
    let turns = known.iter().map(|found| (found.product_id, found.turn)).collect();
    let best = best_of(answers, |product, maker| turn_of(&turns, product, &season, request, maker));
    settle(tx, request, known, best, &mut season)
}

fn turn_of(
    known: &BTreeMap<ProductId, i64>,
    product: ProductId,
    season: &Season,
    request: RequestId,
    maker: OrganisationId,
) -> i64 {
    known.get(&product).copied().unwrap_or_else(|| season.turn(request, maker))
}

type Found<'a> = BTreeMap<ProductId, (OrganisationId, &'a Matched)>;

/// The best, in the order in which they are shown.
fn best_of(answers: &Answers, turn: impl Fn(ProductId, OrganisationId) -> i64) -> Found<'_> {
    let mut all: Vec<_> = answers.iter().collect();
    if all.len() > MOST_KEPT {
        all.sort_by_cached_key(|(product, (maker, matched))| {
            Place::new(matched.verdict, matched.score, turn(**product, *maker), **product)
        });
        all.truncate(MOST_KEPT);
    }
    all.into_iter().map(|(product, (maker, matched))| (*product, (*maker, matched))).collect()
}

/// Brings the matches of some products to what looks at them found; what changed for a request is told once.
pub fn keep_looks(tx: &mut Write<'_>, looks: &[Look]) -> Result<BTreeMap<RequestId, Changes>> {
    let mut all: BTreeMap<RequestId, Changes> = BTreeMap::new();
    let mut season = Season::of(tx);
    for look in looks {
        for (request, changes) in keep_look(tx, look, &mut season)? {
            all.entry(request).or_default().take_in(changes);
        }
    }
    all.retain(|_, changes| !changes.is_empty());
    Ok(all)
}

fn keep_look(tx: &mut Write<'_>, look: &Look, season: &mut Season) -> Result<BTreeMap<RequestId, Changes>> {
    let mut known: BTreeMap<RequestId, Match> = store::open_matches_of_product(tx, look.product)?
        .into_iter()
        .map(|found| (found.request_id, found))
        .collect();
    let mut all = BTreeMap::new();
    for request in look.asked.iter().copied() {
        let old: Vec<Match> = known.remove(&request).into_iter().collect();
        let answer = look.answers.get(&request);
        let is_new = old.is_empty() && answer.is_some();
        let is_same = matches!((old.as_slice(), answer), ([old], Some((_, new))) if says_the_same(old, new));
        if is_same || (old.is_empty() && !is_new) {
            continue;
        }
        if let Some((maker, matched)) = answer.filter(|_| is_new)
            && !(is_among_best(tx, request, look.product, *maker, matched, season)?
                && store::is_open(tx, request)?)
        {
            continue;
        }
        let found = answer.map(|(maker, matched)| (look.product, (*maker, matched))).into_iter().collect();
        let had_matches = store::has_matches(tx, request)?;
        let mut changes = settle(tx, request, old, found, season)?;
        if is_new {
            store::keep_best(tx, request, MOST_KEPT)?;
        }
        changes.first = !changes.new.is_empty() && !had_matches;
        all.insert(request, changes);
    }
    Ok(all)
}

/// Whether a new answer would be kept: most products of a large house are not among the best for most requests.
fn is_among_best(
    tx: &mut Write<'_>,
    request: RequestId,
    product: ProductId,
    maker: OrganisationId,
    matched: &Matched,
    season: &mut Season,
) -> Result<bool> {
    season.look_up(tx, [maker].into_iter())?;
    let place = Place::new(matched.verdict, matched.score, season.turn(request, maker), product);
    Ok(store::kept_at(tx, request, MOST_KEPT - 1)?.is_none_or(|last| place < last))
}

/// Brings stored matches to what was found now; rows that say the same already are left alone.
fn settle(
    tx: &mut Write<'_>,
    request: RequestId,
    known: Vec<Match>,
    mut found: Found<'_>,
    season: &mut Season,
) -> Result<Changes> {
    let mut changes =
        Changes { first: !known.iter().any(|found| found.verdict == Fit::Match), ..Changes::default() };
    for old in known {
        match found.remove(&old.product_id) {
            None => {
                store::delete_match(tx, old.id)?;
                changes.removed += 1;
            }
            Some((maker, matched)) => {
                if says_the_same(&old, matched) {
                    continue;
                }
                store::replace_match(tx, old.id, matched)?;
                changes.changed += 1;
                if old.verdict == Fit::Near && matched.verdict == Fit::Match {
                    changes.new.entry(maker).or_default().push(old.product_id);
                }
            }
        }
    }
    season.look_up(tx, found.values().map(|(maker, _)| *maker))?;
    for (product, (maker, matched)) in found {
        store::insert_match(tx, request, product, maker, season.turn(request, maker), matched)?;
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
