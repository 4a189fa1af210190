//! Splitting 3,000 pieces over 60 workshops: how long it takes, what is proved, and what a plan at first sight costs more.
//!
//! `cargo bench --bench splits`. Seasons are drawn from seeds, so that everybody measures the same ones.

use std::time::{Duration, Instant};

use fondouk::splits::optimiser::{Plan, Question, Row, cheapest, fewest, greedy};

const WORKSHOPS: usize = 60;
const PIECES: i64 = 3_000;
const SEASONS: u64 = 20;

/// Numbers that are the same on every machine.
struct Draw(u64);

impl Draw {
    fn between(&mut self, least: i64, most: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        least + (self.0 % (most - least + 1) as u64) as i64
    }

    fn one_of(&mut self, all: &[i64]) -> i64 {
        all[self.between(0, all.len() as i64 - 1) as usize]
    }
}

/// Workshops with one to three products, each with a price for some, for more and for many.
fn season(seed: u64, percent: i64) -> Question {
    let mut draw = Draw(seed * 7_919 + 12_345);
    let mut rows = Vec::new();
    for workshop in 0..WORKSHOPS {
        let able = draw.between(8, 60) * draw.between(2, 8);
        for product in 0..draw.between(1, 3) as usize {
            let lot = draw.one_of(&[1, 2, 4, 6, 10, 12, 24]);
            let up = |pieces: i64| (pieces + lot - 1) / lot * lot;
            let least = up(draw.one_of(&[1, 12, 24, 30, 50]));
            let (price, most) = (draw.between(600_000, 1_400_000), able / lot * lot);
            let starts = [least, up(60), up(120)];
            for (step, of_price) in [100, 93, 87].into_iter().enumerate() {
                let from = starts[step].max(least);
                let to = starts.get(step + 1).map_or(most, |next| (next - lot).min(most));
                if from <= to {
                    let (price, product) = (price * of_price / 100, workshop * 3 + product);
                    rows.push(Row { workshop, product, lot, least: from, most: to, price });
                }
            }
        }
    }
    let tolerance = PIECES * percent / 100;
    let (least, most) = (PIECES - tolerance, PIECES + tolerance);
    Question { rows, least, most, most_workshops: None, per_workshop: 4_000_000 }
}

fn gap(plan: &Plan) -> f64 {
    (plan.cost - plan.bound) as f64 * 100.0 / plan.cost as f64
}

fn main() {
    println!("{PIECES} pieces over {WORKSHOPS} workshops, {SEASONS} seasons for each tolerance");
    for percent in [0, 2, 5] {
        let (mut times, mut fewest_times): (Vec<Duration>, Vec<Duration>) = Default::default();
        let (mut worst_gap, mut optimal, mut over) = (0.0_f64, 0, Vec::new());
        for seed in 1..=SEASONS {
            let question = season(seed, percent);
            let begun = Instant::now();
            let Some(plan) = cheapest(&question).plan() else { continue };
            times.push(begun.elapsed());
            worst_gap = worst_gap.max(gap(&plan));
            optimal += u32::from(plan.cost == plan.bound);
            if let Some(parts) = greedy(&question) {
                over.push((question.cost(&parts) - plan.cost) as f64 * 100.0 / plan.cost as f64);
            }
            let begun = Instant::now();
            let least = fewest(&question).plan().map_or(0.0, |plan| gap(&plan));
            fewest_times.push(begun.elapsed());
            worst_gap = worst_gap.max(least);
        }
        times.sort_unstable();
        fewest_times.sort_unstable();
        over.sort_unstable_by(f64::total_cmp);
        let half = |times: &[Duration]| times.get(times.len() / 2).copied().unwrap_or_default();
        println!(
            "tolerance {percent} %: cheapest p50 {:.1?}, worst {:.1?}, proved optimal {optimal} of {}; fewest p50 {:.1?}, worst \
             {:.1?}; worst gap {worst_gap:.4} %; at first sight costs {:.2} % more (median), {:.2} % (worst), finds a plan in {} of {}",
            half(&times),
            times.last().copied().unwrap_or_default(),
            times.len(),
            half(&fewest_times),
            fewest_times.last().copied().unwrap_or_default(),
            over.get(over.len() / 2).copied().unwrap_or_default(),
            over.last().copied().unwrap_or_default(),
            over.len(),
            times.len(),
        );
    }
}
