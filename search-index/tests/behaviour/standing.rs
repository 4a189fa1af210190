//! Stored searches are answered by a document exactly where searching would have found it.

use std::collections::BTreeMap;
use std::sync::Arc;

use search_index::{Language, Search, Standing};

use crate::shelf::{Shelf, product};
use crate::trade::{Chance, Trade};

/// All documents that a search finds, with their scores, page by page.
fn found(shelf: &Shelf, search: &Search) -> BTreeMap<String, f32> {
    let mut found = BTreeMap::new();
    let mut search = Search { limit: 100, ..search.clone() };
    loop {
        let answer = shelf.ask(&search);
        found.extend(answer.hits.into_iter().map(|hit| (hit.key, hit.score)));
        match answer.next {
            Some(next) => search.after = Some(next),
            None => return found,
        }
    }
}

#[test]
fn documents_answer_the_demands_whose_search_finds_them_with_the_same_score() {
    let mut chance = Chance(0x5eed_cafe);
    let trade = Trade::new(&mut chance);
    let mut documents: Vec<_> = (0..300).map(|number| trade.document(number, &mut chance)).collect();
    let demands: Vec<_> = (0..300).map(|_| trade.demand(&mut chance)).collect();

    let shelf = Shelf::of(documents.iter().cloned());
    // Some documents change, so that there are several segments and words of documents that are gone.
    let mut writer = shelf.writer();
    for document in documents.iter_mut().step_by(7) {
        document.texts[0].text = trade.words(Language::French, &mut chance);
        writer.put(document).expect("put");
    }
    writer.commit(2).expect("committed");

    let mut standing = Standing::new(Arc::clone(&trade.lexicon));
    for (id, demand) in demands.iter().enumerate() {
        standing.put(id, demand).expect("stored");
    }
    let mut backward = vec![BTreeMap::new(); demands.len()];
    for document in &documents {
        for (id, score) in standing.matches(document, &shelf.index).expect("matched") {
            backward[id].insert(document.key.clone(), score);
        }
    }

    let mut pairs = 0;
    let mut corrected = 0;
    for (demand, backward) in demands.iter().zip(&backward) {
        let forward = found(&shelf, demand);
        assert!(
            forward.keys().eq(backward.keys()),
            "{:?}\nforward {:?}\nbackward {:?}",
            demand,
            forward.keys(),
            backward.keys()
        );
        for (key, score) in &forward {
            assert!(
                (score - backward[key]).abs() <= 1e-3 * score.max(1.0),
                "{demand:?} {key}: {score} {}",
                backward[key]
            );
        }
        pairs += forward.len();
        corrected += usize::from(shelf.ask(demand).read_as.is_some() && !forward.is_empty());
    }
    assert!(pairs > 2_000, "only {pairs} pairs say little");
    assert!(corrected > 5, "only {corrected} demands were misspelt");
}

#[test]
fn a_document_answers_before_the_index_knows_it() {
    let shelf = Shelf::of([product("1", Language::English, "wool rug")]);
    let mut standing = Standing::new(shelf.index.lexicon());
    for (id, text) in [("fr", "carreaux de zellige"), ("ar", "زليج"), ("broad", "tiles"), ("rug", "rug")]
    {
        standing.put(id, &Search::of(text)).expect("stored");
    }
    let zellige = product("2", Language::English, "zellige tile");
    let mut answered: Vec<_> =
        standing.matches(&zellige, &shelf.index).expect("matched").into_iter().map(|(id, _)| id).collect();
    answered.sort();
    assert_eq!(answered, ["ar", "broad", "fr"]);
}

#[test]
fn a_demand_is_replaced_and_forgotten() {
    let shelf = Shelf::of([product("1", Language::English, "copper lantern")]);
    let lantern = product("1", Language::English, "copper lantern");
    let mut standing = Standing::new(shelf.index.lexicon());
    let matches = |standing: &Standing<String>| -> Vec<String> {
        let all = standing.matches(&lantern, &shelf.index).expect("matched");
        all.into_iter().map(|(id, _)| id).collect()
    };
    standing.put("a".to_owned(), &Search::of("lantern")).expect("stored");
    standing.put("b".to_owned(), &Search::of("")).expect("stored");
    assert_eq!(matches(&standing), ["a", "b"]);
    standing.put("a".to_owned(), &Search::of("wool rug")).expect("stored");
    assert_eq!(matches(&standing), ["b"]);
    standing.put("c".to_owned(), &Search::of("lanterne")).expect("stored");
    assert!(standing.remove(&"b".to_owned()) && !standing.remove(&"b".to_owned()));
    assert_eq!((matches(&standing), standing.len()), (vec!["c".to_owned()], 2));
    standing.remove(&"c".to_owned());
    standing.remove(&"a".to_owned());
    assert!(standing.is_empty() && matches(&standing).is_empty());
    assert!(format!("{standing:?}").contains("terms: 0"), "{standing:?}");
}

#[test]
fn the_best_answered_demand_comes_first() {
    let shelf = Shelf::of([product("1", Language::English, "blue ceramic bowl")]);
    let bowl = product("1", Language::English, "blue ceramic bowl");
    let mut standing = Standing::new(shelf.index.lexicon());
    for (id, text) in [(1_u64, "bowl"), (2, "blue ceramic bowl"), (3, "ceramic bowl")] {
        standing.put(id, &Search::of(text)).expect("stored");
    }
    let order: Vec<u64> =
        standing.matches(&bowl, &shelf.index).expect("matched").into_iter().map(|(id, _)| id).collect();
    assert_eq!(order, [2, 3, 1]);
}
