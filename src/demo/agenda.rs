//! What happens when: acts in the order of their days, each of which may bring on others.

use std::collections::BTreeMap;

use chrono::TimeDelta;

use super::stage::Stage;
use super::{season, stock, talks};
use crate::clock::Time;
use crate::error::{Error, Result};
use crate::ids::{CollectionId, DealId, QuoteId};

/// How far the play has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    pub done: usize,
    pub known: usize,
    pub at: Time,
}

/// One thing that somebody does.
#[derive(Clone, Debug)]
pub(super) enum Act {
    /// A maker lists its pieces; the number is its place in the script.
    List(usize),
    OpenRequest(usize),
    /// A quote that leads to an agreement, and its acceptance.
    Offer(usize),
    Accept(usize, QuoteId),
    /// A quote that leads to nothing, or to haggling.
    Haggle(usize),
    Agree(usize),
    Order(usize),
    Ship(usize, DealId),
    Deliver(usize, DealId),
    Pay(usize, DealId),
    Cancel(DealId, usize),
    Verify(DealId),
    VerifyAgreement(usize),
    VerifyCollection(CollectionId),
    /// What goes on at the end.
    Talk(talks::Step),
}

/// Acts by day; the second number keeps the order of those of one instant.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    acts: BTreeMap<(i64, usize), Act>,
    known: usize,
}

impl Agenda {
    pub(super) fn put(&mut self, at: Time, act: Act) {
        self.known += 1;
        self.acts.insert((at.micros(), self.known), act);
    }
}

fn months_before(time: Time, months: i64) -> Time {
    time.minus(TimeDelta::days(months * 30))
}

/// Officers look through the collections of one maker in so many; the others wait for their verdict.
const SEEN_BY_OFFICERS: usize = 2;

/// The whole script as an agenda. A day's hour differs from act to act, as it does in life.
fn agenda(stage: &Stage) -> Agenda {
    let mut agenda = Agenda::default();
    let script = &stage.script;
    let hours = |number: usize| TimeDelta::minutes(((number * 97) % 600) as i64);
    let makers = script.makers.len().max(1);
    for number in 0..script.makers.len() {
        // Those who trade from the beginning must have listed by then; the others come in over the two years.
        let key = &script.makers[number].key;
        let trades = script.agreements.iter().any(|agreement| &agreement.maker == key)
            || script.quotes.iter().any(|quote| &quote.maker == key);
        let days = if trades { number as i64 / 4 } else { (number * 640 / makers) as i64 };
        let at = months_before(stage.today, super::MONTHS).plus(TimeDelta::days(days));
        agenda.put(at.plus(hours(number)), Act::List(number));
    }
    for (number, request) in script.requests.iter().enumerate() {
        let at =
            months_before(stage.today, request.months_ago).plus(hours(number)).minus(TimeDelta::hours(11));
        agenda.put(at, Act::OpenRequest(number));
    }
    for (number, agreement) in script.agreements.iter().enumerate() {
        let start = months_before(stage.today, agreement.started_months_ago);
        if agreement.request.is_some() {
            agenda.put(start.minus(TimeDelta::days(6)).plus(hours(number)), Act::Offer(number));
        }
        agenda.put(start.minus(TimeDelta::hours(9)), Act::Agree(number));
    }
    for (number, deal) in script.deals.iter().enumerate() {
        agenda.put(months_before(stage.today, deal.months_ago).plus(hours(number)), Act::Order(number));
    }
    for (number, quote) in script.quotes.iter().enumerate() {
        let at = stage.today.minus(TimeDelta::days(quote.days_ago)).plus(hours(number));
        agenda.put(at, Act::Haggle(number));
    }
    talks::put(stage, &mut agenda);
    agenda
}

/// Plays every act whose day has come before the end.
pub(super) async fn play(stage: &mut Stage, progress: &mut dyn FnMut(Progress)) -> Result<()> {
    let mut agenda = agenda(stage);
    let mut given = stock::Given::new();
    let mut done = 0;
    while let Some((&(micros, order), _)) = agenda.acts.first_key_value() {
        let at = Time::from_micros(micros);
        if at > stage.today {
            break;
        }
        let Some(act) = agenda.acts.remove(&(micros, order)) else { break };
        stage.fondouk.house.clock().turn_to(at);
        season::dates(stage).await?;
        let outcome = match act.clone() {
            Act::List(number) => {
                let maker = stage.script.makers[number].clone();
                let listed = stock::list(stage, &maker, &mut given).await;
                if number % SEEN_BY_OFFICERS == 0 {
                    for collection in stage.collections(&maker.key) {
                        agenda.put(at.plus(TimeDelta::days(25)), Act::VerifyCollection(collection));
                    }
                }
                listed
            }
            Act::Talk(step) => talks::play(stage, step, at, &mut agenda).await,
            other => season::play(stage, other, at, &mut agenda).await,
        };
        match outcome {
            Ok(()) => {}
            // The house said no, as it would to anyone: the story goes on without this act.
            Err(error @ (Error::Refused(_) | Error::Invalid(_))) => {
                tracing::warn!(?act, %error, "an act of the demo was refused");
                stage.refused.push(format!("{act:?}: {error}"));
            }
            Err(error) => return Err(error),
        }
        done += 1;
        progress(Progress { done, known: agenda.known, at });
    }
    Ok(())
}
