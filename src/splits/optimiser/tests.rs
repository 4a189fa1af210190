//! The optimiser against two slow, obvious ways of finding the same: every combination on small cases, a table of the best
//! cost per number of pieces on large ones.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn row(workshop: usize, lot: i64, least: i64, most: i64, price: i64) -> Row {
    Row { workshop, product: workshop, lot, least, most, price }
}

fn question(rows: Vec<Row>, least: i64, most: i64) -> Question {
    Question { rows, least, most, most_workshops: None, per_workshop: 0 }
}

/// Every workshop makes nothing or something of one of its rows: all of that, tried out.
fn tried_out(question: &Question) -> Option<(i64, Vec<Part>)> {
    let workshops: BTreeSet<usize> = question.rows.iter().map(|row| row.workshop).collect();
    let mut plans: Vec<Vec<Part>> = vec![Vec::new()];
    for workshop in workshops {
        let mut longer = plans.clone();
        for (place, row) in question.rows.iter().enumerate().filter(|(_, row)| row.workshop == workshop) {
            let mut pieces = row.least;
            while pieces <= row.most {
                for plan in &plans {
                    let mut plan = plan.clone();
                    plan.push(Part { row: place, pieces });
                    longer.push(plan);
                }
                pieces += row.lot;
            }
        }
        plans = longer;
    }
    let sound = plans.into_iter().filter(|plan| question.admits(plan));
    sound.map(|plan| (question.cost(&plan), plan)).min_by_key(|(cost, _)| *cost)
}

/// What the best plan costs, number of pieces by number of pieces.
fn by_table(question: &Question) -> Option<i64> {
    let last = question.most as usize;
    let mut best: Vec<Option<i64>> = vec![None; last + 1];
    best[0] = Some(0);
    let workshops: BTreeSet<usize> = question.rows.iter().map(|row| row.workshop).collect();
    for workshop in workshops {
        let before = best.clone();
        for row in question.rows.iter().filter(|row| row.workshop == workshop) {
            for pieces in (row.least..=row.most.min(question.most)).step_by(row.lot as usize) {
                for made in 0..=(last - pieces as usize) {
                    let Some(cost) = before[made] else { continue };
                    let cost = cost + row.price * pieces + question.per_workshop;
                    let reached = &mut best[made + pieces as usize];
                    *reached = Some(reached.map_or(cost, |known| known.min(cost)));
                }
            }
        }
    }
    (question.least..=question.most).filter_map(|pieces| best[pieces as usize]).min()
}

#[test]
fn the_cheaper_workshop_makes_what_it_can() {
    let asked = question(vec![row(0, 6, 12, 60, 900), row(1, 4, 8, 200, 1_000)], 100, 100);
    let plan = cheapest(&asked).plan().unwrap();
    assert_eq!(plan.parts, [Part { row: 0, pieces: 60 }, Part { row: 1, pieces: 40 }]);
    assert_eq!((plan.cost, plan.bound), (94_000, 94_000));
}

#[test]
fn another_workshop_is_worth_less_than_its_trouble() {
    let rows = vec![row(0, 1, 1, 50, 990), row(1, 1, 1, 100, 1_000)];
    let asked = Question { per_workshop: 1_000, ..question(rows, 100, 100) };
    let plan = cheapest(&asked).plan().unwrap();
    assert_eq!(plan.parts, [Part { row: 1, pieces: 100 }]);
}

#[test]
fn what_no_lots_add_up_to_is_impossible_and_the_most_is_known() {
    let asked = question(vec![row(0, 6, 6, 60, 1), row(1, 4, 4, 40, 1)], 99, 99);
    assert_eq!(cheapest(&asked), Answer::Impossible);
    assert_eq!(most(&asked).plan().unwrap().pieces(), 96);
    let tolerant = Question { most: 100, ..asked };
    assert_eq!(cheapest(&tolerant).plan().unwrap().pieces(), 100);
}

#[test]
fn a_dearer_row_of_the_same_workshop_is_no_row() {
    let asked = question(vec![row(0, 12, 12, 48, 900), row(0, 6, 6, 60, 800), row(0, 6, 6, 60, 800)], 48, 48);
    assert_eq!(asked.useful(), [1]);
}

fn rows(workshops: usize) -> impl Strategy<Value = Vec<Row>> {
    let one = (0..workshops, 1..6_i64, 1..4_i64, 0..4_i64, 1..500_i64)
        .prop_map(|(of, lot, least, more, price)| row(of, lot, lot * least, lot * (least + more), price));
    prop::collection::vec(one, 1..7)
}

fn small() -> impl Strategy<Value = Question> {
    (rows(4), 1..40_i64, 0..6_i64, prop::option::of(1..4_usize), 0..800_i64).prop_map(
        |(rows, least, more, most_workshops, per_workshop)| Question {
            most_workshops,
            per_workshop,
            ..question(rows, least, least + more)
        },
    )
}

proptest! {
    #[test]
    fn it_costs_what_the_best_of_all_combinations_costs(asked in small()) {
        match (cheapest(&asked), tried_out(&asked)) {
            (Answer::Found(plan), Some((cost, _))) => {
                prop_assert!(asked.admits(&plan.parts));
                prop_assert_eq!(plan.cost, cost);
                prop_assert_eq!(plan.bound, cost);
            }
            (Answer::Impossible, None) => prop_assert!(!is_possible(&asked)),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    #[test]
    fn no_plan_has_fewer_workshops(asked in small()) {
        let found = fewest(&asked).plan().map(|plan| plan.parts.len());
        let fewer = (1..=4).find(|most| {
            let most = asked.most_workshops.map_or(*most, |own| own.min(*most));
            tried_out(&Question { most_workshops: Some(most), ..asked.clone() }).is_some()
        });
        prop_assert_eq!(found, fewer);
    }

    #[test]
    fn no_plan_makes_more(asked in small()) {
        let found = most(&asked).plan().map(|plan| plan.pieces());
        let best = (1..=asked.most).rev().find(|pieces| {
            tried_out(&Question { least: *pieces, most: *pieces, ..asked.clone() }).is_some()
        });
        prop_assert_eq!(found, best);
    }

    #[test]
    fn what_is_found_at_first_sight_breaks_no_rule(asked in small()) {
        if let Some(parts) = greedy(&asked) {
            prop_assert!(asked.admits(&parts));
        }
    }
}

/// As the benchmark's: sixty workshops with up to three products, in three steps of price each.
fn season(seed: u64) -> Question {
    let mut state = seed * 7_919 + 12_345;
    let mut between = move |least: i64, most: i64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        least + (state % (most - least + 1) as u64) as i64
    };
    let mut rows = Vec::new();
    for workshop in 0..60 {
        let able = between(8, 60) * between(2, 8);
        for product in 0..between(1, 3) {
            let lot = [1, 2, 4, 6, 10, 12, 24][between(0, 6) as usize];
            let least = (between(1, 50) + lot - 1) / lot * lot;
            let (price, most) = (between(600_000, 1_400_000), able / lot * lot);
            let starts = [least, (60 + lot - 1) / lot * lot, (120 + lot - 1) / lot * lot];
            for (step, percent) in [100, 93, 87].into_iter().enumerate() {
                let from = starts[step].max(least);
                let to = starts.get(step + 1).map_or(most, |next| (next - lot).min(most));
                if from <= to {
                    let price = price * percent / 100;
                    rows.push(Row {
                        workshop,
                        product: workshop * 3 + product as usize,
                        lot,
                        least: from,
                        most: to,
                        price,
                    });
                }
            }
        }
    }
    Question { per_workshop: 4_000_000, ..question(rows, 3_000, 3_000) }
}

#[test]
fn three_thousand_pieces_over_sixty_workshops_are_split_at_the_least_cost() {
    for seed in 1..4 {
        let asked = season(seed);
        let plan = cheapest(&asked).plan().unwrap();
        assert!(asked.admits(&plan.parts));
        assert_eq!(Some(plan.cost), by_table(&asked), "season {seed}");
        assert_eq!(plan.bound, plan.cost);
        assert_eq!(cheapest(&asked).plan(), Some(plan), "the same question has the same answer");
    }
}
