//! How many pieces each workshop makes: pure, deterministic, and proved as far as it says.
//!
//! What is minimised: the price of all pieces, and [`weights::PER_WORKSHOP_EUR_CENTS`] for each workshop that has a part,
//! in one currency. A workshop makes its part of one product, whole lots of it, not fewer than its smallest order and not
//! more than it can make until the day; the parts together lie within the buyer's tolerance. Lateness is not weighed
//! against money: what would be late is not among the rows.
//!
//! An integer program says it so, `program` has it solved. Its work is bounded by nodes, not by time, so the same question
//! always has the same answer; where the bound was met first, a plan says how far below its cost the proof reaches.

mod greedy;
mod program;
#[cfg(test)]
mod tests;

pub use greedy::greedy;

/// What an aim weighs besides prices.
pub mod weights {
    /// What one more workshop costs the cluster: samples, visits, one more van. In cents of the euro.
    pub const PER_WORKSHOP_EUR_CENTS: i64 = 4_000;
}

/// How long is looked for something better.
mod bounds {
    /// Nodes of one integer program.
    pub const NODES: u64 = 4_000;
}

/// Some quantities of one product at one price: a row of its price list, cut to what can be made until the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Whose it is, as a number of the caller's.
    pub workshop: usize,
    pub product: usize,
    /// Pieces are ordered in multiples of it.
    pub lot: i64,
    /// The fewest pieces and the most, both whole lots.
    pub least: i64,
    pub most: i64,
    /// Of one piece, in thousandths of the smallest unit of the currency.
    pub price: i64,
}

/// What is to be split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub rows: Vec<Row>,
    /// The fewest pieces that do, and the most.
    pub least: i64,
    pub most: i64,
    pub most_workshops: Option<usize>,
    /// For each workshop, in thousandths as prices are.
    pub per_workshop: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Part {
    /// Its place among the question's rows.
    pub row: usize,
    pub pieces: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// In the order of the rows.
    pub parts: Vec<Part>,
    /// Prices and what workshops cost.
    pub cost: i64,
    /// No plan costs less than this.
    pub bound: i64,
}

impl Plan {
    pub fn pieces(&self) -> i64 {
        self.parts.iter().map(|part| part.pieces).sum()
    }
}

/// What became of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Found(Plan),
    /// No plan exists.
    Impossible,
    /// None was found with the work that was allowed.
    Unknown,
}

impl Answer {
    pub fn plan(self) -> Option<Plan> {
        match self {
            Self::Found(plan) => Some(plan),
            Self::Impossible | Self::Unknown => None,
        }
    }
}

impl Question {
    pub fn cost(&self, parts: &[Part]) -> i64 {
        parts.iter().map(|part| self.rows[part.row].price * part.pieces + self.per_workshop).sum()
    }

    /// Does it break no rule?
    pub fn admits(&self, parts: &[Part]) -> bool {
        let fits = |part: &Part| {
            let row = &self.rows[part.row];
            row.least <= part.pieces && part.pieces <= row.most && part.pieces % row.lot == 0
        };
        let mut workshops: Vec<usize> = parts.iter().map(|part| self.rows[part.row].workshop).collect();
        workshops.sort_unstable();
        workshops.dedup();
        let pieces: i64 = parts.iter().map(|part| part.pieces).sum();
        parts.iter().all(fits)
            && workshops.len() == parts.len()
            && self.most_workshops.is_none_or(|most| parts.len() <= most)
            && (self.least..=self.most).contains(&pieces)
    }

    /// The places of the rows that a best plan may need: those that no other row of the same workshop replaces at no
    /// greater price.
    fn useful(&self) -> Vec<usize> {
        let replaces = |other: usize, own: usize| {
            let (one, two) = (&self.rows[other], &self.rows[own]);
            one.workshop == two.workshop
                && one.least <= two.least
                && one.most >= two.most
                && one.price <= two.price
                && two.lot % one.lot == 0
                && (other < own || one != &Row { product: one.product, ..two.clone() })
        };
        let sound = |own: &usize| {
            let row = &self.rows[*own];
            row.lot > 0 && row.least > 0 && row.least <= row.most && row.least <= self.most
        };
        let all: Vec<usize> = (0..self.rows.len()).filter(sound).collect();
        let needed = |own: &usize| !all.iter().any(|other| other != own && replaces(*other, *own));
        all.iter().copied().filter(needed).collect()
    }

    /// The most that all workshops together can make, were their lots of no account.
    fn room(&self, workshops: Option<usize>) -> i64 {
        let mut most = std::collections::BTreeMap::new();
        for place in self.useful() {
            let row = &self.rows[place];
            let own: &mut i64 = most.entry(row.workshop).or_default();
            *own = row.most.max(*own);
        }
        let mut most: Vec<i64> = most.into_values().collect();
        most.sort_unstable_by(|one, two| two.cmp(one));
        most.into_iter().take(workshops.unwrap_or(usize::MAX)).sum()
    }
}

/// The plan that costs least.
pub fn cheapest(question: &Question) -> Answer {
    if question.room(question.most_workshops) < question.least {
        return Answer::Impossible;
    }
    program::solve(question, greedy(question))
}

/// Among the plans with the fewest workshops the one that costs least.
pub fn fewest(question: &Question) -> Answer {
    let workshops = question.rows.iter().map(|row| row.workshop + 1).max().unwrap_or(0);
    let allowed = question.most_workshops.unwrap_or(workshops).min(workshops);
    let mut none = Answer::Impossible;
    for most in 1..=allowed {
        match cheapest(&Question { most_workshops: Some(most), ..question.clone() }) {
            Answer::Impossible => {}
            Answer::Unknown => none = Answer::Unknown,
            found @ Answer::Found(_) => return found,
        }
    }
    none
}

/// Is there any plan? Where that cannot be said with the work that is allowed, there is none.
pub fn is_possible(question: &Question) -> bool {
    question.room(question.most_workshops) >= question.least
        && (greedy(question).is_some() || matches!(cheapest(question), Answer::Found(_)))
}

/// The most pieces that can be made, no more than the question wants, and the plan for them that costs least.
pub fn most(question: &Question) -> Answer {
    let counted = Question {
        rows: question.rows.iter().map(|row| Row { price: -1, ..row.clone() }).collect(),
        least: 1,
        per_workshop: 0,
        ..question.clone()
    };
    match cheapest(&counted) {
        Answer::Found(plan) => {
            let pieces = plan.pieces();
            cheapest(&Question { least: pieces, most: pieces, ..question.clone() })
        }
        none => none,
    }
}
