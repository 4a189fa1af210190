//! A yes-or-no function of a few bits, for 64 documents at once.

use rustc_hash::FxHashMap;

/// A function that never turns from yes to no when one more bit is set, as a diagram of decisions.
pub(crate) struct Formula {
    /// Each one after those that it leads to.
    decisions: Vec<Decision>,
    /// What never and always come to, then each decision, for the documents at hand.
    values: Vec<u64>,
    root: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Decision {
    bit: usize,
    /// Which value counts where the bit is not set, and where it is.
    unset: usize,
    set: usize,
}

const NEVER: usize = 0;
const ALWAYS: usize = 1;

impl Formula {
    /// From what every set of bits comes to.
    pub fn of(table: &[bool]) -> Self {
        let mut formula = Self { decisions: Vec::new(), values: vec![0, !0], root: NEVER };
        formula.root = formula.add(table, &mut FxHashMap::default());
        formula
    }

    fn add(&mut self, table: &[bool], known: &mut FxHashMap<Decision, usize>) -> usize {
        if table.iter().all(|yes| *yes == table[0]) {
            return if table[0] { ALWAYS } else { NEVER };
        }
        let (unset, set) = table.split_at(table.len() / 2);
        let decision = Decision {
            bit: set.len().trailing_zeros() as usize,
            unset: self.add(unset, known),
            set: self.add(set, known),
        };
        if decision.unset == decision.set {
            return decision.set;
        }
        *known.entry(decision).or_insert_with(|| {
            self.decisions.push(decision);
            self.values.push(0);
            self.values.len() - 1
        })
    }

    /// For each document, by the documents that have each bit.
    #[inline(always)]
    pub fn holds(&mut self, having: impl Fn(usize) -> u64) -> u64 {
        for (place, decision) in self.decisions.iter().enumerate() {
            self.values[ALWAYS + 1 + place] =
                self.values[decision.unset] | having(decision.bit) & self.values[decision.set];
        }
        self.values[self.root]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_says_what_its_table_says() {
        for bits in 0..=6 {
            let sets = 1_usize << bits;
            let weight =
                |set: usize| -> usize { (0..bits).map(|bit| (set >> bit & 1) * (bit * 3 + 2)).sum() };
            for least in 0..=weight(sets - 1) + 1 {
                let table: Vec<bool> = (0..sets).map(|set| weight(set) >= least).collect();
                // Each of as many documents as there are sets has one of them.
                let having =
                    |bit: usize| (0..sets).fold(0, |all, set| all | ((set >> bit & 1) as u64) << set);
                let yes = Formula::of(&table).holds(having);
                for (set, expected) in table.iter().enumerate() {
                    assert_eq!(yes >> set & 1 == 1, *expected, "{set} of {bits} bits, least {least}");
                }
            }
        }
    }
}
