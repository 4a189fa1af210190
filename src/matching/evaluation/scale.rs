//! How long matching takes where there is much to match: one request against all products, one product against all open
//! requests, each step by itself. It works as the worker does, and keeps what it finds.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use search_index::Index;

use crate::db::Db;
use crate::error::Result;
use crate::ids::{ProductId, RequestId};
use crate::matching::{self, Field, Memory, Visit, Waiting};
use crate::search;

/// Times of one step, sorted.
#[derive(Clone, Debug, Default)]
pub struct Times(Vec<Duration>);

impl Times {
    fn sorted(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// That within which so many of a hundred end.
    pub fn percentile(&self, percent: usize) -> Duration {
        let place = (self.0.len() * percent).div_ceil(100).saturating_sub(1);
        self.0.get(place).copied().unwrap_or_default()
    }
}

/// One sort of look.
#[derive(Clone, Debug, Default)]
pub struct Measured {
    /// Asking search, and reading from the database.
    pub finding: Times,
    /// Rules and scores.
    pub judging: Times,
    /// Both together.
    pub looking: Times,
    /// Writing down what was found.
    pub keeping: Times,
    /// Pairs that were compared and that fitted, in all.
    pub compared: usize,
    pub fitted: usize,
}

#[derive(Debug, Default)]
struct Steps {
    finding: Vec<Duration>,
    judging: Vec<Duration>,
    keeping: Vec<Duration>,
    compared: usize,
    fitted: usize,
}

impl Steps {
    fn measured(self) -> Measured {
        let looking = self.finding.iter().zip(&self.judging).map(|(finding, judging)| *finding + *judging);
        Measured {
            looking: Times::sorted(looking.collect()),
            finding: Times::sorted(self.finding),
            judging: Times::sorted(self.judging),
            keeping: Times::sorted(self.keeping),
            compared: self.compared,
            fitted: self.fitted,
        }
    }
}

/// Each of these requests against all products.
pub fn requests(db: &Db, index: &Index, memory: &mut Memory, ids: &[RequestId]) -> Result<Measured> {
    let (mut steps, today) = (Steps::default(), db.clock().today());
    for id in ids {
        let begun = Instant::now();
        let request = db.read_now(|conn| matching::request(conn, *id))?;
        let called = matching::products_for(index, &request)?;
        let field = db.read_now(|conn| Field::of_request(conn, memory, &request, Some(&called), today))?;
        let Some(field) = field else { continue };
        let found = Instant::now();
        let answers = field.judge();
        let judged = Instant::now();
        db.write_now(|tx| matching::keep_answers(tx, *id, &answers))?;
        steps.finding.push(found - begun);
        steps.judging.push(judged - found);
        steps.keeping.push(judged.elapsed());
        steps.compared += field.len();
        steps.fitted += answers.len();
    }
    Ok(steps.measured())
}

/// The open requests, taken up for the first time.
pub fn listen(db: &Db, index: &Index, memory: &mut Memory, waiting: &mut Waiting) -> Result<Duration> {
    let begun = Instant::now();
    hear(db, index, memory, waiting)?;
    Ok(begun.elapsed())
}

fn hear(db: &Db, index: &Index, memory: &mut Memory, waiting: &mut Waiting) -> Result<()> {
    let today = db.clock().today();
    let open = db.read_now(|conn| {
        let open = matching::open_versions(conn, today)?;
        memory.hear(conn, &open)?;
        Ok(open)
    })?;
    let new = waiting.keep(&open, index);
    new.iter().filter_map(|id| memory.request(*id)).try_for_each(|request| waiting.put_request(request))
}

/// Each of these products against all open requests.
pub fn products(
    db: &Db,
    index: &Index,
    memory: &mut Memory,
    waiting: &mut Waiting,
    ids: &[ProductId],
) -> Result<Measured> {
    let (mut steps, today) = (Steps::default(), db.clock().today());
    for id in ids {
        let begun = Instant::now();
        hear(db, index, memory, waiting)?;
        let mut answered = BTreeMap::new();
        for (product, document) in db.read_now(|conn| search::documents_of_products(conn, &[*id]))? {
            answered.insert(product, waiting.answered(&document, index)?);
        }
        let products = BTreeSet::from([*id]);
        let (found, looks) = db.read_now(|conn| {
            let visit = Visit::of_products(conn, memory, &products, Some(&answered), today)?;
            let found = Instant::now();
            steps.compared += visit.len();
            let mut looks = visit.judge();
            visit.keep_admitted(conn, &mut looks)?;
            Ok((found, looks))
        })?;
        let judged = Instant::now();
        db.write_now(|tx| matching::keep_looks(tx, &looks))?;
        steps.finding.push(found - begun);
        steps.judging.push(judged - found);
        steps.keeping.push(judged.elapsed());
        steps.fitted += looks.iter().map(|look| look.answers.len()).sum::<usize>();
    }
    Ok(steps.measured())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_times() {
        let times = Times::sorted((1..=200).rev().map(Duration::from_millis).collect());
        let of = |percent| times.percentile(percent).as_millis();
        assert_eq!((of(50), of(99), of(100)), (100, 198, 200));
        assert_eq!(Times::default().percentile(50), Duration::ZERO);
        assert_eq!(Times::sorted(vec![Duration::from_millis(3)]).percentile(99).as_millis(), 3);
    }
}
