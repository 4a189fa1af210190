//! Looking for pairs that fit: the products that answer a request, the requests that a product answers. Nothing is written
//! here, so a look keeps nobody from writing; what changes in the meantime has a fact of its own, and is looked at then.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::audience;
use super::candidate::{candidate, workshops};
use super::found::Match;
use super::held::circumstances;
use super::matcher::{self, Candidate, Circumstances, Matched, Wish, Workshop};
use super::open::{Asked, OpenRequests};
use super::reasons::Why;
use super::request::SourcingRequest;
use super::shelf::{Shelf, Ware};
use super::store::{self, OnShow, Stock};
use crate::accounts;
use crate::clock::Date;
use crate::db::DbConnection;
use crate::error::Result;
use crate::ids::{OrganisationId, ProductId, RequestId};

/// The newest products of the crafts, beside those that search brings in.
const MOST_CANDIDATES: i64 = 2_000;

/// What was read for one look and serves the next.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    pub(super) shelf: Shelf,
    pub(super) open: OpenRequests,
}

impl Memory {
    /// Reads the open requests that are new or have changed, of those that are open now, each at its version.
    pub fn hear(&mut self, conn: &mut DbConnection, open: &BTreeMap<RequestId, i64>) -> Result<()> {
        let new = self.open.keep(open);
        for request in store::requests(conn, &new)? {
            self.open.put(request);
        }
        Ok(())
    }

    /// An open request without its text.
    pub fn request(&self, id: RequestId) -> Option<&SourcingRequest> {
        self.open.get(id).map(|asked| &asked.request)
    }
}

/// What matches or almost does, with its maker.
pub type Answers = BTreeMap<ProductId, (OrganisationId, Matched)>;

/// Everything that may answer a request, before the rules.
#[derive(Clone, Debug)]
pub struct Field {
    wish: Wish,
    stock: Stock,
    workshops: BTreeMap<OrganisationId, Workshop>,
    circumstances: Circumstances,
    /// None where all makers may answer.
    admitted: Option<BTreeSet<OrganisationId>>,
}

impl Field {
    /// Products of the crafts, those that search found for what the request is called, and those that are known to answer.
    /// `called` is None where search could not be asked: what it once found then stays. None where the request looks for
    /// no answers.
    pub fn of_request(
        conn: &mut DbConnection,
        memory: &mut Memory,
        request: &SourcingRequest,
        called: Option<&BTreeSet<ProductId>>,
        today: Date,
    ) -> Result<Option<Self>> {
        if !request.is_open_on(today) || !accounts::organisation(conn, request.buyer_id)?.is_approved() {
            return Ok(None);
        }
        let (known, called) = match called {
            Some(called) => (store::matched_products(conn, request.id)?, called.clone()),
            None => {
                let known = store::matches_of_request(conn, request.id)?;
                (known.iter().map(|found| found.product_id).collect(), called_before(&known))
            }
        };
        let mut on_show = store::on_show_of_crafts(conn, &request.crafts, MOST_CANDIDATES)?;
        let listed: BTreeSet<ProductId> = on_show.iter().map(|one| one.product).collect();
        let others: BTreeSet<ProductId> = called.iter().copied().chain(known).collect();
        let others: Vec<ProductId> = others.difference(&listed).copied().collect();
        on_show.extend(store::on_show(conn, &others)?);
        let stock = store::stock(conn, &mut memory.shelf, &on_show, today)?;
        Ok(Some(Self {
            wish: Wish { called: Arc::new(called), ..Wish::from(request) },
            workshops: workshops(&stock),
            stock,
            circumstances: circumstances(conn, today)?,
            admitted: audience::makers(conn, request)?,
        }))
    }

    /// Those that fit, by the rules and with a score: the work of the matcher alone.
    pub fn judge(&self) -> Answers {
        let may = |maker| self.admitted.as_ref().is_none_or(|admitted| admitted.contains(&maker));
        let admitted = self.stock.wares.values().filter(|ware| may(ware.place.maker_id));
        let answer = |ware: &Arc<Ware>| {
            let candidate = compared(ware, &self.workshops, &self.stock)?;
            let matched = matcher::answer(&self.wish, &candidate, &self.circumstances)?;
            Some((candidate.product, (candidate.workshop.maker, matched)))
        };
        admitted.filter_map(answer).collect()
    }

    /// How many products are compared.
    pub fn len(&self) -> usize {
        self.stock.wares.len()
    }

    pub fn is_empty(&self) -> bool {
        self.stock.wares.is_empty()
    }
}

fn compared<'a>(
    ware: &Ware,
    workshops: &'a BTreeMap<OrganisationId, Workshop>,
    stock: &Stock,
) -> Option<Candidate<'a>> {
    Some(candidate(ware, workshops.get(&ware.place.maker_id)?, stock))
}

/// The products that were found by what a request is called.
pub(super) fn called_before(known: &[Match]) -> BTreeSet<ProductId> {
    known.iter().filter(|found| is_by_call(found)).map(|found| found.product_id).collect()
}

fn is_by_call(found: &Match) -> bool {
    found.reasons.constraints.iter().any(|one| one.why == Why::Called)
}

/// What a look at one product found.
#[derive(Clone, Debug)]
pub struct Look {
    pub product: ProductId,
    /// Requests that it was compared with.
    pub asked: BTreeSet<RequestId>,
    pub answers: BTreeMap<RequestId, (OrganisationId, Matched)>,
}

/// Which requests each product answers by its words.
pub type AnsweredBy = BTreeMap<ProductId, BTreeSet<RequestId>>;

/// Compares products with every open request that they answer, answered or may answer: see [`Visit::of_products`].
pub fn look_at(
    conn: &mut DbConnection,
    memory: &mut Memory,
    products: &BTreeSet<ProductId>,
    answered: Option<&AnsweredBy>,
    today: Date,
) -> Result<Vec<Look>> {
    let visit = Visit::of_products(conn, memory, products, answered, today)?;
    let mut looks = visit.judge();
    visit.keep_admitted(conn, &mut looks)?;
    Ok(looks)
}

/// Products with the requests that each is to be compared with, before the rules.
#[derive(Debug)]
pub struct Visit<'a> {
    memory: &'a Memory,
    stock: Stock,
    workshops: BTreeMap<OrganisationId, Workshop>,
    circumstances: Circumstances,
    /// By product, each request with whether what it is called answers it.
    asked: BTreeMap<ProductId, BTreeMap<RequestId, bool>>,
}

impl<'a> Visit<'a> {
    /// For every open request that the products answer, answered or may answer. `answered` are those that search says they
    /// answer by their words; None where it could not be asked. The memory has heard of the open requests.
    pub fn of_products(
        conn: &mut DbConnection,
        memory: &'a mut Memory,
        products: &BTreeSet<ProductId>,
        answered: Option<&AnsweredBy>,
        today: Date,
    ) -> Result<Self> {
        let ids: Vec<ProductId> = products.iter().copied().collect();
        let on_show: Vec<OnShow> = store::on_show(conn, &ids)?;
        let stock = store::stock(conn, &mut memory.shelf, &on_show, today)?;
        let memory = &*memory;
        let mut asked: BTreeMap<ProductId, BTreeMap<RequestId, bool>> = BTreeMap::new();
        for product in ids {
            let requests = asked.entry(product).or_default();
            // What is not on show any more answers nothing.
            if let Some(ware) = stock.wares.get(&product) {
                requests.extend(memory.open.open_to(ware.craft.as_ref()).into_iter().map(|id| (id, false)));
            }
            match answered {
                Some(answered) => {
                    requests.extend(
                        store::requests_matched_with(conn, product)?.into_iter().map(|id| (id, false)),
                    );
                    requests.extend(answered.get(&product).into_iter().flatten().map(|id| (*id, true)));
                }
                None => requests.extend(
                    store::open_matches_of_product(conn, product)?
                        .iter()
                        .map(|found| (found.request_id, is_by_call(found))),
                ),
            }
            requests.retain(|id, _| memory.open.get(*id).is_some());
        }
        Ok(Self {
            memory,
            workshops: workshops(&stock),
            stock,
            circumstances: circumstances(conn, today)?,
            asked,
        })
    }

    /// Those that fit, by the rules and with a score: the work of the matcher alone.
    pub fn judge(&self) -> Vec<Look> {
        let look = |(product, asked): (&ProductId, &BTreeMap<RequestId, bool>)| {
            let ware = self.stock.wares.get(product);
            let candidate = ware.and_then(|ware| compared(ware, &self.workshops, &self.stock));
            let answer = |(request, by_call): (&RequestId, &bool)| {
                let (candidate, Asked { wish, .. }) = (candidate.as_ref()?, self.memory.open.get(*request)?);
                let matched = match by_call {
                    true => {
                        let called = Arc::new(BTreeSet::from([*product]));
                        matcher::answer(&Wish { called, ..wish.clone() }, candidate, &self.circumstances)?
                    }
                    false => matcher::answer(wish, candidate, &self.circumstances)?,
                };
                Some((*request, (candidate.workshop.maker, matched)))
            };
            Look {
                product: *product,
                asked: asked.keys().copied().collect(),
                answers: asked.iter().filter_map(answer).collect(),
            }
        };
        self.asked.iter().map(look).collect()
    }

    /// How many pairs are compared.
    pub fn len(&self) -> usize {
        self.asked.values().map(BTreeMap::len).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.asked.values().all(BTreeMap::is_empty)
    }

    /// Whom a request is not for is not matched with it.
    pub fn keep_admitted(&self, conn: &mut DbConnection, looks: &mut [Look]) -> Result<()> {
        let mut known: BTreeMap<RequestId, Option<BTreeSet<OrganisationId>>> = BTreeMap::new();
        for request in looks.iter().flat_map(|look| look.answers.keys()) {
            if !known.contains_key(request)
                && let Some(asked) = self.memory.open.get(*request)
            {
                known.insert(*request, audience::makers(conn, &asked.request)?);
            }
        }
        let may = |request: &RequestId, maker: &OrganisationId| match known.get(request) {
            Some(Some(admitted)) => admitted.contains(maker),
            _ => true,
        };
        for look in looks {
            look.answers.retain(|request, (maker, _)| may(request, maker));
        }
        Ok(())
    }
}
