//! What a correction of the lexicon touches, and what it does not.

use std::sync::Arc;

use search_index::lexicon::{Class, Entry, Labels};
use search_index::{Document, Index, Language, Lexicon, Opened, Role, Text};

use crate::shelf::{HEAP, Shelf, identity, keys, product, reopen};

fn labels(en: &[&str], ar: &[&str], also: &[&str]) -> Labels {
    let own = |list: &[&str]| list.iter().map(|label| (*label).to_owned()).collect();
    Labels { en: own(en), fr: Vec::new(), ar: own(ar), also: own(also) }
}

fn entry(key: &str, labels: Labels, broader: &[&str]) -> Entry {
    let broader = broader.iter().map(|key| (*key).to_owned()).collect();
    Entry { key: key.into(), class: Class::Object, labels, broader, near: Vec::new(), withdrawn: false }
}

fn body(key: &str, language: Language, text: &str) -> Document {
    let mut product = product(key, language, "Piece");
    product.texts.push(Text::new(Role::Body, Some(language), text));
    product
}

#[test]
fn the_documents_that_hold_a_label_are_named_and_no_others() {
    let shelf = Shelf::of([
        product("one", Language::English, "A flurbish for the wall"),
        product("two", Language::English, "Two Flurbishes"),
        product("three", Language::French, "Un flurbish bleu"),
        product("four", Language::English, "Red lantern"),
        body("five", Language::Arabic, "صنعت وبالفلوربيش الأزرق"),
        product("six", Language::English, "wall bracket"),
    ]);
    let holding = |labels: &Labels| {
        let mut keys = shelf.index.holding(labels).expect("answered");
        keys.sort();
        keys
    };
    // An English word is no French one; a name of no language is both.
    assert_eq!(holding(&labels(&["flurbish"], &[], &[])), ["one", "two"]);
    assert_eq!(holding(&labels(&[], &[], &["flurbish"])), ["one", "three", "two"]);
    assert_eq!(holding(&labels(&[], &["فلوربيش"], &[])), ["five"]);
    assert_eq!(holding(&labels(&["the wall flurbish"], &[], &[])), ["one"]);
    assert!(holding(&labels(&["of the"], &[], &[])).is_empty());
    assert!(holding(&Labels::default()).is_empty());
}

#[test]
fn a_removed_document_is_not_named() {
    let shelf =
        Shelf::of([product("one", Language::English, "Tagine"), product("two", Language::English, "Tagine")]);
    assert_eq!(shelf.index.count_about("tagine").expect("counted"), 2);
    let mut writer = shelf.writer();
    writer.remove("one").expect("removed");
    writer.commit(2).expect("committed");
    assert_eq!(shelf.index.about(["tagine"]).expect("answered"), ["two"]);
    assert_eq!(shelf.index.count_about("tagine").expect("counted"), 1);
}

#[test]
fn a_new_concept_is_found_by_all_its_names_once_its_documents_are_put_again() {
    let rug = product("rug", Language::English, "Flurbish of wool");
    let bowl = product("bowl", Language::English, "Olive wood bowl");
    let shelf = Shelf::of([rug.clone(), bowl.clone()]);
    assert!(shelf.keys("zarbouta").is_empty());

    let new = labels(&["flurbish"], &[], &["zarbouta"]);
    let lexicon = Arc::new(Lexicon::with(&[entry("flurbish", new.clone(), &["kilim"])]));
    shelf.index.use_lexicon(lexicon);
    assert_eq!(shelf.index.holding(&new).expect("answered"), ["rug"]);
    let mut writer = shelf.writer();
    writer.put(&rug).expect("put");
    writer.commit(2).expect("committed");
    assert_eq!(shelf.keys("zarbouta"), ["rug"]);
    assert_eq!(shelf.index.about(["flurbish"]).expect("answered"), ["rug"]);
    assert_eq!(shelf.index.about(["kilim"]).expect("answered"), ["rug"], "what is broader is there too");
}

#[test]
fn a_rebuilt_index_knows_the_lexicon_that_it_was_given() {
    let shelf = Shelf::empty();
    let lexicon =
        Arc::new(Lexicon::with(&[entry("flurbish", labels(&["flurbish"], &[], &["zarbouta"]), &[])]));
    let mut rebuild = Index::rebuild_beside(shelf.folder.path(), &identity(), HEAP).expect("begun");
    rebuild.use_lexicon(&lexicon);
    rebuild.put(&product("one", Language::English, "Flurbish")).expect("put");
    let index = rebuild.finish(1).expect("finished");
    let found = index.search(&search_index::Search::of("zarbouta")).expect("an answer");
    assert_eq!(keys(&found), ["one"]);
    assert_eq!(index.lexicon().version(), lexicon.version());
    // Opened anew it knows the shipped one, until it is told.
    let Opened::Ready(index) = reopen(shelf.folder.path()) else { panic!("it is whole") };
    assert_eq!(index.lexicon().version(), Lexicon::with(&[]).version());
}

#[test]
fn what_is_narrower_is_known_at_any_remove() {
    let lexicon = Lexicon::with(&[
        entry("one", labels(&["onething"], &[], &[]), &[]),
        entry("two", labels(&["twothing"], &[], &[]), &["one"]),
        entry("three", labels(&["threething"], &[], &[]), &["two"]),
    ]);
    let one = lexicon.find("one").expect("it was given");
    let mut narrower: Vec<&str> = lexicon.narrower(one).map(|concept| &*concept.key).collect();
    narrower.sort_unstable();
    assert_eq!(narrower, ["three", "two"]);
}
