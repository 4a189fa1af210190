//! Pages follow one another without gap or repetition, also while the index changes.

use search_index::{Cursor, Document, Error, Language, MAX_LIMIT, Search, Sort};

use crate::shelf::{Shelf, keys, product};

const MANY: usize = 250;

fn many() -> Shelf {
    Shelf::of((0..MANY).map(|number| Document {
        // Few different values, so that the order rests on ties.
        newest: (number % 7) as i64,
        lead_time_days: (number % 5 > 0).then_some((number % 5) as u64),
        ..product(
            &format!("product:{number}"),
            Language::English,
            if number % 3 == 0 { "blue bowl" } else { "bowl" },
        )
    }))
}

fn walk(shelf: &Shelf, search: Search) -> Vec<String> {
    let (mut search, mut all) = (search, Vec::new());
    loop {
        let answer = shelf.ask(&search);
        all.extend(keys(&answer));
        match answer.next {
            Some(next) => search.after = Some(Cursor::parse(&next.to_string()).expect("our own cursor")),
            None => return all,
        }
    }
}

#[test]
fn every_document_comes_exactly_once_in_every_order() {
    let shelf = many();
    for sort in [Sort::Relevance, Sort::Newest, Sort::LeadTime] {
        let found = walk(&shelf, Search { sort: sort.clone(), limit: 7, ..Search::of("blue bowl") });
        let mut different = found.clone();
        different.sort();
        different.dedup();
        assert_eq!((found.len(), different.len()), (MANY, MANY), "{sort:?}");
        let at_once = walk(&shelf, Search { sort, limit: 100, ..Search::of("blue bowl") });
        assert_eq!(found, at_once);
    }
}

#[test]
fn the_total_and_the_last_page_are_exact() {
    let shelf = many();
    let answer = shelf.ask(&Search { limit: 50, ..Search::of("blue") });
    assert_eq!(answer.total, 84);
    let last = shelf.ask(&Search { limit: 50, after: answer.next, ..Search::of("blue") });
    assert_eq!((last.total, last.hits.len(), last.next), (84, 34, None));
    assert_eq!(shelf.ask(&Search { limit: 84, ..Search::of("blue") }).next, None);
}

#[test]
fn a_page_is_never_larger_than_the_limit_allows() {
    let shelf = many();
    assert_eq!(shelf.ask(&Search { limit: 100_000, ..Search::of("bowl") }).hits.len(), MAX_LIMIT);
    let none = shelf.ask(&Search { limit: 0, ..Search::of("bowl") });
    assert_eq!((none.total, none.hits.len(), none.next), (MANY as u64, 0, None));
}

#[test]
fn what_was_added_meanwhile_moves_no_page() {
    let shelf = many();
    let first = shelf.ask(&Search { sort: Sort::Newest, limit: 100, ..Search::of("") });
    let mut writer = shelf.writer();
    for number in 0..20 {
        let newer =
            Document { newest: 1_000, ..product(&format!("new:{number}"), Language::English, "vase") };
        writer.put(&newer).expect("put");
    }
    writer.remove(&first.hits[99].key).expect("removed");
    writer.commit(2).expect("committed");
    let rest =
        walk(&shelf, Search { sort: Sort::Newest, limit: 100, after: first.next.clone(), ..Search::of("") });
    assert_eq!(rest.len(), MANY - 100);
    assert!(rest.iter().all(|key| !keys(&first).contains(key) && !key.starts_with("new:")));
}

#[test]
fn a_cursor_is_only_good_for_its_own_search() {
    let shelf = many();
    let next = shelf.ask(&Search { limit: 5, ..Search::of("bowl") }).next;
    let other = shelf.index.search(&Search { after: next, ..Search::of("blue") });
    assert!(matches!(other, Err(Error::Cursor)));
    assert!(matches!(Cursor::parse("no cursor"), Err(Error::Cursor)));
}

#[test]
fn all_keys_at_once_are_those_of_all_pages() {
    let shelf = many();
    for (text, sort) in [("blue bowl", Sort::Relevance), ("blue", Sort::LeadTime), ("", Sort::Newest)] {
        let search = Search { sort, limit: 100, ..Search::of(text) };
        let walked = walk(&shelf, search.clone());
        let keys = |most| shelf.many_keys(&search, most);
        assert_eq!(keys(MANY), walked, "{text}");
        assert_eq!(keys(150)[..], walked[..150.min(walked.len())], "{text}");
        assert_eq!(keys(0), Vec::<String>::new());
    }
}
