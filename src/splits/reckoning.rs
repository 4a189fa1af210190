//! The ways to split a request, each best at something else; and if it cannot be met, what can.

use chrono::TimeDelta;

use super::offers::{FINENESS, Market, Offered};
use super::optimiser::{self, Answer, Part, Plan, Question, weights};
use super::split::{Aim, Aside, NewShare};
use crate::clock::Date;
use crate::money::{Currency, Money};

/// How long after the day somebody would still like to hear when all can be there.
const LOOKED_AHEAD_DAYS: i64 = 365;

/// How much is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted {
    pub quantity: i64,
    pub least: i64,
    pub most: i64,
    pub most_workshops: Option<i64>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    pub aims: Vec<Aim>,
    pub shares: Vec<NewShare>,
    pub pieces: i64,
    /// In the common currency, as the two that follow.
    pub goods: i64,
    /// The goods, and what workshops cost.
    pub cost: i64,
    pub bound: i64,
    pub ready_on: Date,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Reckoned {
    pub possible: i64,
    pub all_by: Option<Date>,
    pub per_workshop: i64,
    pub aside: Vec<Aside>,
    pub alternatives: Vec<Alternative>,
}

impl Market<'_> {
    fn question(&self, offered: &Offered, wanted: &Wanted) -> Question {
        Question {
            rows: offered.rows.clone(),
            least: wanted.least,
            most: wanted.most,
            most_workshops: wanted.most_workshops.and_then(|most| usize::try_from(most).ok()),
            per_workshop: self.per_workshop(),
        }
    }

    /// Where no rate is known, money is compared in euro.
    fn per_workshop(&self) -> i64 {
        self.fine(Money::new(weights::PER_WORKSHOP_EUR_CENTS, Currency::EUR)).unwrap_or_default()
    }

    fn is_possible(&self, by: Date, wanted: &Wanted) -> bool {
        optimiser::is_possible(&self.question(&self.offered(by), wanted))
    }

    /// The first day by which it is possible, if it is by the last.
    fn first_day(&self, from: Date, last: Date, wanted: &Wanted) -> Option<Date> {
        if !self.is_possible(last, wanted) {
            return None;
        }
        let (mut low, mut high) = (0, (last - from).num_days());
        while low < high {
            let middle = (low + high) / 2;
            match self.is_possible(from + TimeDelta::days(middle), wanted) {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        Some(from + TimeDelta::days(high))
    }

    pub fn reckon(&self, wanted: &Wanted) -> Reckoned {
        let (today, by) = (self.circumstances.today, self.wish.needed_by);
        let offered = self.offered(by);
        let question = self.question(&offered, wanted);
        let mut reckoned = Reckoned {
            possible: wanted.quantity,
            all_by: None,
            per_workshop: rounded(self.per_workshop()),
            aside: offered.aside,
            alternatives: Vec::new(),
        };
        let cheapest = optimiser::cheapest(&question);
        if let Answer::Found(plan) = cheapest {
            let soonest = self.first_day(today, by, wanted).unwrap_or(by);
            let sooner = self.question(&self.offered(soonest), wanted);
            let others = [
                (Aim::Fewest, by, optimiser::fewest(&question).plan().map(|plan| (plan, &question))),
                (Aim::Soonest, soonest, optimiser::cheapest(&sooner).plan().map(|plan| (plan, &sooner))),
            ];
            reckoned.add(self.alternative(Aim::Cheapest, &plan, &question, by));
            for (aim, by, found) in others {
                reckoned.add(found.and_then(|(plan, asked)| self.alternative(aim, &plan, asked, by)));
            }
            return reckoned;
        }
        let most = optimiser::most(&question).plan();
        reckoned.possible = most.as_ref().map_or(0, Plan::pieces);
        reckoned.all_by = self.first_day(by, by + TimeDelta::days(LOOKED_AHEAD_DAYS), wanted);
        reckoned.add(most.and_then(|plan| self.alternative(Aim::Most, &plan, &question, by)));
        reckoned
    }

    fn alternative(&self, aim: Aim, plan: &Plan, question: &Question, by: Date) -> Option<Alternative> {
        let share = |part: &Part| self.share(question.rows[part.row].product, part.pieces, by);
        let shares: Vec<NewShare> = plan.parts.iter().map(share).collect::<Option<_>>()?;
        Some(Alternative {
            aims: vec![aim],
            pieces: plan.pieces(),
            goods: rounded(plan.cost - question.per_workshop * plan.parts.len() as i64),
            cost: rounded(plan.cost),
            bound: rounded(plan.bound),
            ready_on: shares.iter().map(|share| share.ready_on).max()?,
            shares,
        })
    }
}

impl Reckoned {
    /// What is best at two things is one alternative.
    fn add(&mut self, found: Option<Alternative>) {
        let Some(found) = found else { return };
        match self.alternatives.iter_mut().find(|known| known.shares == found.shares) {
            Some(known) => known.aims.extend(found.aims),
            None => self.alternatives.push(found),
        }
    }
}

fn rounded(fine: i64) -> i64 {
    (fine + FINENESS / 2).div_euclid(FINENESS)
}
