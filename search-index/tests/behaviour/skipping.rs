//! Where only a page is asked for, most documents are counted without a score: nothing may be lost by that.

use search_index::{Facet, Filters, Search};

use crate::shelf::Shelf;
use crate::trade::{Chance, Trade};

/// Several windows in a segment.
const DOCUMENTS: usize = 6_000;

#[test]
fn a_page_is_the_same_whether_all_matches_are_scored_or_not() {
    let mut chance = Chance(0xca7a_106e);
    let trade = Trade::new(&mut chance);
    let shelf = Shelf::of((0..DOCUMENTS).map(|number| trade.document(number, &mut chance)));
    let demands: Vec<_> = (0..400)
        .map(|_| Search { limit: 5, filters: Filters::default(), ..trade.demand(&mut chance) })
        .collect();

    let mut most = 0;
    let compare = |demand: &Search| {
        let page = shelf.ask(demand);
        // What is counted by facet is looked at one by one.
        let all = shelf.ask(&Search { facets: vec![Facet::Kind], ..demand.clone() });
        assert_eq!((page.total, &page.hits), (all.total, &all.hits), "{demand:?}");
        assert_eq!(page.next.is_some(), all.next.is_some(), "{demand:?}");
        if let Some(next) = page.next {
            let after = Search { after: Some(next), ..demand.clone() };
            let facets = Search { facets: vec![Facet::Kind], ..after.clone() };
            assert_eq!(shelf.ask(&after).hits, shelf.ask(&facets).hits, "{demand:?}");
        }
        page.total
    };
    for demand in &demands {
        most = most.max(compare(demand));
    }
    assert!(most > DOCUMENTS as u64 / 4, "no demand was broad: {most}");

    // What is kept of a segment is handed on to the next commit, which has one more, and lacks some documents.
    let mut writer = shelf.writer();
    for number in (0..DOCUMENTS).step_by(97) {
        writer.remove(&format!("{number}")).expect("removed");
        writer.put(&trade.document(DOCUMENTS + number, &mut chance)).expect("put");
    }
    writer.commit(2).expect("committed");
    for demand in &demands {
        compare(demand);
    }
}
