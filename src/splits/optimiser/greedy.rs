//! A plan at first sight: the best offers first, then one of them made to fit. It is where the search begins, and what the
//! benchmark holds it against.

use super::{Part, Question};

/// None where it finds no plan, though there may be one.
pub fn greedy(question: &Question) -> Option<Vec<Part>> {
    let mut places = question.useful();
    // What a piece costs when as many are taken as can be.
    let each = |place: usize| {
        let row = &question.rows[place];
        row.price + question.per_workshop / row.most
    };
    places.sort_by_key(|place| (each(*place), *place));
    let mut parts: Vec<Part> = Vec::new();
    let mut taken = 0;
    for place in &places {
        let row = &question.rows[*place];
        let same = |part: &Part| question.rows[part.row].workshop == row.workshop;
        if parts.iter().any(same) || question.most_workshops.is_some_and(|most| parts.len() >= most) {
            continue;
        }
        if taken >= question.least {
            break;
        }
        // As many lots as are missing still, if that is not too many.
        let wanted = (question.least - taken + row.lot - 1) / row.lot * row.lot;
        let pieces = row.most.min(wanted.max(row.least)).min(question.most - taken) / row.lot * row.lot;
        if pieces >= row.least {
            parts.push(Part { row: *place, pieces });
            taken += pieces;
        }
    }
    parts.sort_unstable();
    if question.admits(&parts) { Some(parts) } else { mended(question, parts) }
}

/// Too few pieces, by less than a lot: one part gives up some lots so that another row fills the gap.
fn mended(question: &Question, parts: Vec<Part>) -> Option<Vec<Part>> {
    let pieces: i64 = parts.iter().map(|part| part.pieces).sum();
    for (at, giving) in parts.iter().enumerate() {
        let lot = question.rows[giving.row].lot;
        for given in 0..=(giving.pieces - question.rows[giving.row].least) / lot {
            let left = giving.pieces - given * lot;
            let missing = question.most - (pieces - giving.pieces + left);
            for place in question.useful() {
                let row = &question.rows[place];
                let fill = row.most.min(missing) / row.lot * row.lot;
                let mut tried = parts.clone();
                tried[at].pieces = left;
                tried.push(Part { row: place, pieces: fill });
                tried.sort_unstable();
                if fill >= row.least && question.admits(&tried) {
                    return Some(tried);
                }
            }
        }
    }
    None
}
