//! Whether a document that answers so much of a demand is a match, and what is left of its score.

use std::ops::Range;

use crate::formula::Formula;
use crate::parts::Part;
use crate::plan::Plan;
use crate::ranking;

/// A bit for each thing that a document answers, where [`Layout`] says.
pub(crate) type Answered = u32;

/// Which bit says what: the units, then the binding parts, then whether no object is known in the document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout<'a> {
    units: usize,
    binding: &'a [Range<usize>],
}

impl<'a> Layout<'a> {
    pub fn of(units: usize, binding: &'a [Range<usize>]) -> Self {
        Self { units, binding }
    }

    pub fn unit(self, unit: usize) -> usize {
        unit
    }

    /// The bit of the binding part that a unit is of.
    pub fn part_of(self, unit: usize) -> Option<usize> {
        let part = self.binding.iter().position(|units| units.contains(&unit));
        part.map(|part| self.units + part)
    }

    pub fn no_object(self) -> usize {
        self.units + self.binding.len()
    }

    /// How many bits there are.
    pub fn len(self) -> usize {
        self.no_object() + 1
    }

    /// The units among the bits.
    pub fn units(self, answered: Answered) -> usize {
        answered as usize & ((1 << self.units) - 1)
    }

    /// Of which documents the binding parts are what they are about, by the documents that have each bit.
    #[inline(always)]
    pub fn bound(self, having: impl Fn(usize) -> u64) -> u64 {
        let mut all = !0;
        for (part, units) in self.binding.iter().enumerate() {
            let mut bound = having(self.units + part);
            if part == 0 {
                // Where no object is known, words alone may name the thing.
                bound |= units.clone().fold(having(self.no_object()), |all, unit| all & having(unit));
            }
            all &= bound;
        }
        all
    }

    /// The same of one document.
    pub fn is_bound(self, answered: Answered) -> bool {
        self.bound(|bit| u64::from(answered >> bit & 1)) & 1 == 1
    }
}

/// The factor of the score of a document that answers so much of a demand; 0 where it is no good match.
pub(crate) fn verdict<P>(plan: &Plan<P>, answered: Answered) -> f32 {
    let layout = plan.layout();
    factor(plan, layout.units(answered), layout.is_bound(answered))
}

fn factor<P>(plan: &Plan<P>, units: usize, bound: bool) -> f32 {
    let all: f32 = plan.telling.iter().sum();
    let said = |unit: &usize| units >> unit & 1 == 1;
    let covered: f32 = (0..plan.units.len()).filter(said).map(|unit| plan.telling[unit]).sum();
    let covered = if all > 0.0 { covered / all } else { 0.0 };
    let least = match plan.asks_for_an_object {
        true if bound => ranking::LEAST_COVERAGE_OF_THE_THING,
        _ if bound => ranking::LEAST_COVERAGE,
        _ => ranking::WHOLE,
    };
    match covered >= least {
        true if bound => ranking::coverage(covered),
        true => ranking::coverage(covered) * ranking::UNBOUND,
        false => 0.0,
    }
}

/// The verdicts on all that a document may answer of a plan, each worked out once.
pub(crate) struct Verdicts<'a> {
    /// None for a sentence: it is answered by whatever holds any of its words.
    judge: Option<Judge<'a>>,
}

struct Judge<'a> {
    layout: Layout<'a>,
    /// By units, first where the binding parts are not what the document is about, then where they are.
    factors: [Vec<f32>; 2],
    /// Which units make a match in either case.
    matching: [Formula; 2],
}

impl<'a> Verdicts<'a> {
    pub fn of(plan: &'a Plan) -> Self {
        let judge = is_judged(plan).then(|| {
            let factors = [false, true]
                .map(|bound| (0..1 << plan.units.len()).map(|units| factor(plan, units, bound)).collect());
            let matching = factors.each_ref().map(|factors: &Vec<f32>| {
                Formula::of(&factors.iter().map(|factor| *factor > 0.0).collect::<Vec<_>>())
            });
            Judge { layout: plan.layout(), factors, matching }
        });
        Self { judge }
    }

    /// Which documents are a match, by the documents that have each bit; of a sentence, the first one.
    #[inline(always)]
    pub fn matches(&mut self, having: impl Fn(usize) -> u64) -> u64 {
        let Some(Judge { layout, matching: [whole, least], .. }) = &mut self.judge else { return having(0) };
        // What is enough for another thing is enough for the thing itself.
        layout.bound(&having) & least.holds(&having) | whole.holds(&having)
    }

    /// The factor of the score of a match. No factor is greater than one.
    #[inline(always)]
    pub fn factor(&self, has: impl Fn(usize) -> bool) -> f32 {
        let Some(Judge { layout, factors, .. }) = &self.judge else { return 1.0 };
        let answered = (0..layout.len()).fold(0, |all: Answered, bit| all | Answered::from(has(bit)) << bit);
        factors[usize::from(layout.is_bound(answered))][layout.units(answered)]
    }
}

/// Whether it matters what a document answers.
pub(crate) fn is_judged<P>(plan: &Plan<P>) -> bool {
    plan.is_demand && !Part::Verdict.is_left_out()
}
