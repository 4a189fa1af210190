//! Empties the outbox: takes due letters under a lease, sends them outside any transaction, records what became of them.

use std::time::Duration;

use chrono::TimeDelta;
use futures_util::{StreamExt, stream};

use super::carrier::{Carrier, Failure};
use super::store::{self, Posted};
use crate::db::Db;
use crate::error::Result;
use crate::settings::Settings;

/// Letters taken at once.
const BATCH: i64 = 12;
/// Letters of a batch that are on their way at the same time.
const AT_ONCE: usize = 4;
/// How long one letter may take from first greeting to last answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long a letter belongs to the node that took it. After a crash it becomes due again when this is over.
const LEASE: TimeDelta = TimeDelta::minutes(10);

// While a batch is under way no other node may come to think that it is not.
const _: () = assert!(PATIENCE.as_secs() * (BATCH as u64 / AT_ONCE as u64 + 1) < LEASE.num_seconds() as u64);

/// Sends what is due and answers how many letters left. Stops after a batch of which none left: then the mail server
/// is likely down, and the rest waits for the next call instead of failing one by one.
pub async fn deliver_due(db: &Db, carrier: &Carrier, settings: &Settings) -> Result<usize> {
    let host = settings.site.public_url.host_str().unwrap_or("localhost").to_owned();
    let most_attempts = settings.mail.attempts;
    let mut sent = 0;
    loop {
        let now = db.clock().now();
        // This is asked often and is mostly answered with no: a look must not cost a write.
        if !db.read(move |conn| store::is_any_due(conn, now)).await? {
            return Ok(sent);
        }
        let host = host.clone();
        let batch = db.write(move |tx| store::take_due(tx, BATCH, LEASE, &host)).await?;
        let outcomes: Vec<Result<bool>> = stream::iter(batch)
            .map(|letter| deliver(db.clone(), carrier.clone(), letter, most_attempts))
            .buffer_unordered(AT_ONCE)
            .collect()
            .await;
        // Every letter of the batch had its turn before the first error is told.
        let left = outcomes.into_iter().collect::<Result<Vec<_>>>()?.into_iter().filter(|left| *left).count();
        if left == 0 {
            return Ok(sent);
        }
        sent += left;
    }
}

/// Carries one letter and records the outcome: did it leave?
async fn deliver(db: Db, carrier: Carrier, letter: Posted, most_attempts: i64) -> Result<bool> {
    let id = letter.id;
    let outcome = tokio::time::timeout(PATIENCE, carrier.carry(&letter)).await;
    let failure = match outcome {
        Ok(Ok(())) => {
            metrics::counter!("fondouk_letters_sent_total").increment(1);
            db.write(move |tx| store::record_sent(tx, id)).await?;
            return Ok(true);
        }
        Ok(Err(failure)) => failure,
        Err(_) => Failure::ForNow("no answer in time".to_owned()),
    };
    metrics::counter!("fondouk_letters_failed_total").increment(1);
    let (error, hopeless) = match failure {
        Failure::ForNow(error) => (error, false),
        Failure::Hopeless(error) => (error, true),
    };
    tracing::warn!(letter = id.0, error, hopeless, "a letter did not leave");
    let last = move |attempts| hopeless || attempts >= most_attempts;
    let given_up = db.write(move |tx| store::record_failure(tx, id, &error, last)).await?;
    if given_up {
        metrics::counter!("fondouk_letters_given_up_total").increment(1);
        tracing::error!(letter = id.0, "a letter was put aside for the operator");
    }
    Ok(false)
}
