//! How long matching takes where there is much to match: one request against all products, one product against all open
//! requests, each step by itself. It works as the worker does, and keeps what it finds.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use search_index::Index;

use super::heard::{self, Listening};
use crate::db::Db;
use crate::error::Result;
use crate::events;
use crate::ids::{ProductId, RequestId};
use crate::matching::{self, Field, Memory, Visit};
use crate::search::Finder;

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

/// Each of these products against all open requests, which are taken up at the first of them.
pub async fn products(db: &Db, finder: &Finder, ids: &[ProductId]) -> Result<(Duration, Measured)> {
    let (mut steps, today) = (Steps::default(), db.clock().today());
    let (mut listening, mut taking_up) = (Listening::default(), Duration::ZERO);
    let newest = db.read(events::newest).await?;
    for (place, id) in ids.iter().enumerate() {
        let (products, begun) = (BTreeSet::from([*id]), Instant::now());
        let heard = heard::answered_by(db, finder, &mut listening, &products, newest).await?;
        if place == 0 {
            taking_up = begun.elapsed();
            continue;
        }
        let answered = heard.map(|heard| heard.requests);
        let memory = listening.memory();
        let (found, compared, looks) = db
            .read(move |conn| {
                let mut memory = heard::held(&memory);
                let visit = Visit::of_products(conn, &mut memory, &products, answered.as_ref(), today)?;
                let found = Instant::now();
                let mut looks = visit.judge();
                visit.keep_admitted(conn, &mut looks)?;
                Ok((found, visit.len(), looks))
            })
            .await?;
        let judged = Instant::now();
        steps.compared += compared;
        steps.fitted += looks.iter().map(|look| look.answers.len()).sum::<usize>();
        db.write(move |tx| matching::keep_looks(tx, &looks)).await?;
        steps.finding.push(found - begun);
        steps.judging.push(judged - found);
        steps.keeping.push(judged.elapsed());
    }
    Ok((taking_up, steps.measured()))
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
