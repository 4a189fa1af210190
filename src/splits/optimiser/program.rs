//! The question as an integer program, for microlp: per row a binary, whether it is used, and its whole lots.

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable};

use super::{Answer, Part, Plan, Question, bounds};

/// So many thousandths stand in the program for one: its numbers are floats, and fare best when they are neither large nor
/// tiny.
fn scale(question: &Question) -> f64 {
    let largest = question.rows.iter().map(|row| (row.price * row.lot).abs()).max();
    largest.unwrap_or(1).max(question.per_workshop).max(1) as f64 / 100.0
}

struct Built {
    problem: Problem,
    /// The row, whether it is used, how many lots.
    rows: Vec<(usize, Variable, Variable)>,
}

fn built(question: &Question, scale: f64) -> Built {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut rows = Vec::new();
    let mut of_workshop = std::collections::BTreeMap::<usize, Vec<Variable>>::new();
    let mut pieces = Vec::new();
    let mut all = Vec::new();
    for place in question.useful() {
        let row = &question.rows[place];
        let lots = |pieces: i64| i32::try_from(pieces / row.lot).unwrap_or(i32::MAX);
        let used = problem.add_binary_var(question.per_workshop as f64 / scale);
        let most = lots(row.most.min(question.most));
        let least = lots(row.least);
        let made = problem.add_integer_var((row.price * row.lot) as f64 / scale, (0, most));
        problem.add_constraint([(made, 1.0), (used, -f64::from(most))], ComparisonOp::Le, 0.0);
        problem.add_constraint([(made, 1.0), (used, -f64::from(least))], ComparisonOp::Ge, 0.0);
        of_workshop.entry(row.workshop).or_default().push(used);
        pieces.push((made, row.lot as f64));
        all.push((used, 1.0));
        rows.push((place, used, made));
    }
    for own in of_workshop.into_values().filter(|own| own.len() > 1) {
        let ones: Vec<(Variable, f64)> = own.into_iter().map(|used| (used, 1.0)).collect();
        problem.add_constraint(ones, ComparisonOp::Le, 1.0);
    }
    match question.least == question.most {
        true => problem.add_constraint(pieces, ComparisonOp::Eq, question.least as f64),
        false => {
            problem.add_constraint(pieces.clone(), ComparisonOp::Ge, question.least as f64);
            problem.add_constraint(pieces, ComparisonOp::Le, question.most as f64);
        }
    }
    if let Some(most) = question.most_workshops {
        problem.add_constraint(all, ComparisonOp::Le, most as f64);
    }
    Built { problem, rows }
}

/// `begun` is a plan to be bettered.
pub(super) fn solve(question: &Question, begun: Option<Vec<Part>>) -> Answer {
    let scale = scale(question);
    let built = built(question, scale);
    if built.rows.is_empty() {
        return Answer::Impossible;
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(bounds::NODES);
    options.warm_start = begun.as_ref().map(|parts| begin(question, &built, parts));
    let outcome = match built.problem.solve_with(options) {
        Ok(outcome) => outcome,
        // Rounding may call impossible what a plan in hand shows to be possible.
        Err(microlp::Error::Infeasible) if begun.is_none() => return Answer::Impossible,
        Err(_) => return unproved(question, begun),
    };
    let is_optimal = outcome.is_optimal();
    let SolveOutcome::Solution(solution) = outcome else { return unproved(question, begun) };
    let whole = |variable: Variable| solution.var_value(variable).round() as i64;
    let part = |(row, used, made): &(usize, Variable, Variable)| {
        let pieces = whole(*made) * question.rows[*row].lot;
        (whole(*used) == 1 && pieces > 0).then_some(Part { row: *row, pieces })
    };
    let found: Vec<Part> = built.rows.iter().filter_map(part).collect();
    // What the solver says is checked by our own rules; a float that went astray must not become an order.
    let best = [Some(found), begun].into_iter().flatten().filter(|parts| question.admits(parts));
    let Some(parts) = best.min_by_key(|parts| question.cost(parts)) else { return Answer::Unknown };
    let cost = question.cost(&parts);
    let bound = match is_optimal {
        true => cost,
        false => {
            let proved = solution.stats().best_bound.map_or(0, |bound| (bound * scale).floor() as i64);
            proved.min(cost)
        }
    };
    Answer::Found(Plan { parts, cost, bound })
}

fn begin(question: &Question, built: &Built, parts: &[Part]) -> Vec<(Variable, f64)> {
    let value = |(row, used, made): &(usize, Variable, Variable)| {
        let pieces = parts.iter().find(|part| part.row == *row).map_or(0, |part| part.pieces);
        let lots = pieces / question.rows[*row].lot;
        [(*used, if lots > 0 { 1.0 } else { 0.0 }), (*made, lots as f64)]
    };
    built.rows.iter().flat_map(value).collect()
}

/// A plan without any proof but that nothing costs less than nothing.
fn unproved(question: &Question, begun: Option<Vec<Part>>) -> Answer {
    let Some(parts) = begun else { return Answer::Unknown };
    let cost = question.cost(&parts);
    Answer::Found(Plan { parts, cost, bound: cost.min(0) })
}
