//! Documents that are for some only.

use search_index::{Document, Facet, Filters, Kind, Role, Search, Suggest, Text};

use crate::shelf::{Shelf, keys};

fn bowl(key: &str, only_for: &[&str]) -> Document {
    let mut bowl = Document::new(key, Kind::Product);
    bowl.texts.push(Text::new(Role::Title, None, "Quorblique bowl"));
    bowl.country = Some("TN".to_owned());
    bowl.only_for = only_for.iter().map(|word| (*word).to_owned()).collect();
    bowl
}

#[test]
fn what_is_for_some_is_found_counted_and_suggested_for_nobody_else() {
    let shelf =
        Shelf::of([bowl("for-all", &[]), bowl("for-france", &["FR"]), bowl("for-two", &["DE", "programme"])]);
    let found = |asker: &[&str]| {
        let filters =
            Filters { asker: asker.iter().map(|word| (*word).to_owned()).collect(), ..Filters::default() };
        let search = Search { filters, facets: vec![Facet::Country], ..Search::of("quorblique") };
        let answer = shelf.ask(&search);
        let mut keys = keys(&answer);
        keys.sort();
        assert_eq!(answer.total, keys.len() as u64);
        let counted: u64 = answer.facets[&Facet::Country].iter().map(|(_, count)| count).sum();
        assert_eq!(counted, answer.total);
        keys
    };
    assert_eq!(found(&[]), ["for-all"]);
    assert_eq!(found(&["IT"]), ["for-all"]);
    assert_eq!(found(&["FR"]), ["for-all", "for-france"]);
    assert_eq!(found(&["programme", "FR"]), ["for-all", "for-france", "for-two"]);
    assert_eq!(found(&["*"]), ["for-all"], "the mark of such documents opens nothing");
    assert_eq!(shelf.index.suggest(&Suggest::of("quorb")).expect("suggestions").len(), 1);

    let mut writer = shelf.writer();
    writer.put(&bowl("for-all", &["FR"])).expect("put");
    writer.commit(2).expect("committed");
    assert_eq!(found(&[]), Vec::<String>::new());
    assert_eq!(found(&["FR"]), ["for-all", "for-france"]);
}
