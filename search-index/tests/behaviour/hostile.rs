//! Whatever is typed or put in, nothing panics and no work is without bound.

use std::cell::RefCell;

use proptest::prelude::*;
use search_index::{Facet, Language, Role, Search, Text};

use crate::shelf::{Shelf, product};

const ODD: &str = "(\\PC|[\u{0}-\u{1f}]|['’ʿ\u{64b}\u{670}\u{301}\u{200f}\u{feff}ا-يﻻa-zé0-9٠-٩ ]){0,80}";

#[test]
fn no_query_panics() {
    let shelf = Shelf::of([
        product("1", Language::English, "blue bowl"),
        product("2", Language::French, "bol d’argile"),
        product("3", Language::Arabic, "وعاء من الفخار"),
    ]);
    proptest!(|(text in ODD)| {
        let search = Search { highlight: true, facets: Facet::ALL.to_vec(), ..Search::of(text) };
        shelf.ask(&search);
    });
}

#[test]
fn no_document_panics_and_each_comes_back_as_it_was_put() {
    let shelf = Shelf::empty();
    let documents = RefCell::new(Vec::new());
    proptest!(ProptestConfig::with_cases(64), |(title in ODD, body in ODD, card in ODD)| {
        let key = format!("product:{}", documents.borrow().len());
        let mut document = product(&key, Language::Arabic, &title);
        document.texts.push(Text::new(Role::Body, None, body));
        document.crafts.push(title);
        document.stored = card;
        documents.borrow_mut().push(document);
    });
    let documents = documents.into_inner();
    let mut writer = shelf.writer();
    for document in &documents {
        writer.put(document).expect("put");
    }
    writer.commit(1).expect("committed");
    let answer = shelf.ask(&Search { limit: 100, highlight: true, ..Search::of("") });
    assert_eq!(answer.total, documents.len() as u64);
    for hit in &answer.hits {
        let document = documents.iter().find(|document| document.key == hit.key).expect("one of them");
        assert_eq!(hit.stored, document.stored);
    }
}

#[test]
fn an_endless_query_is_answered_from_its_beginning() {
    let shelf = Shelf::of([product("1", Language::English, "blue bowl")]);
    let endless = format!("bowl {}", "blue ".repeat(100_000));
    assert_eq!(shelf.keys(&endless), ["1"]);
}
