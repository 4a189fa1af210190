//! While somebody types, what they may mean comes up: across languages and scripts, and never what is not there.

use search_index::{
    Document, Index, Kind, Language, Role, Suggest, Suggested, Suggestion, SuggestionKind, Text, Writer,
};

use crate::shelf::{HEAP, Shelf, product};

fn suggest(shelf: &Shelf, suggest: Suggest) -> Vec<Suggestion> {
    shelf.index.suggest(&suggest).expect("suggestions")
}

/// The keys of what is suggested, concepts with a sign before them.
fn keys(suggestions: &[Suggestion]) -> Vec<String> {
    let key = |suggestion: &Suggestion| match &suggestion.what {
        Suggested::Concept { key, .. } => format!("#{key}"),
        Suggested::Document { key, .. } => key.clone(),
    };
    suggestions.iter().map(key).collect()
}

fn typed(shelf: &Shelf, text: &str) -> Vec<String> {
    keys(&suggest(shelf, Suggest::of(text)))
}

fn titles(shelf: &Shelf, text: &str) -> Vec<String> {
    let kinds = Kind::ALL.map(SuggestionKind::Document).to_vec();
    keys(&suggest(shelf, Suggest { kinds, ..Suggest::of(text) }))
}

fn named(key: &str, kind: Kind, title: &str) -> Document {
    let mut document = Document::new(key, kind);
    document.texts.push(Text::new(Role::Title, Some(Language::French), title));
    document.stored = format!("card of {key}");
    document
}

fn of_quality(quality: u8, document: Document) -> Document {
    Document { quality, ..document }
}

#[test]
fn a_concept_comes_up_in_any_spelling_and_script_and_is_named_as_the_reader_names_it() {
    let shelf = Shelf::of([product("1", Language::Arabic, "بلاط زليج")]);
    for text in ["zel", "Zéll", "زلي", "زُلَي", "الزلي", "zili", "z", "ز", "zelige "] {
        for (language, name) in [(Language::English, "zellige"), (Language::Arabic, "زليج")] {
            let all = suggest(&shelf, Suggest { language: Some(language), ..Suggest::of(text) });
            let zellige = all.iter().find(|one| keys(std::slice::from_ref(one)) == ["#zellige"]);
            assert_eq!(zellige.map(|one| one.text.as_str()), Some(name), "{text}");
        }
    }
    let all = suggest(&shelf, Suggest::of("زلي"));
    let Suggested::Concept { label, documents, .. } = &all[0].what else { panic!("{all:?}") };
    assert_eq!((label.as_str(), *documents), ("زليج", 1));
}

#[test]
fn what_no_document_carries_is_not_suggested() {
    let shelf =
        Shelf::of([product("1", Language::English, "zellige"), product("2", Language::English, "kilim rug")]);
    assert!(typed(&shelf, "kil").contains(&"#kilim".to_owned()));
    assert!(typed(&shelf, "tag").is_empty());
    let mut writer = shelf.writer();
    writer.remove("2").expect("removed");
    writer.commit(2).expect("committed");
    for text in ["kil", "ki", "kilim"] {
        assert!(typed(&shelf, text).is_empty(), "{text}: {:?}", typed(&shelf, text));
    }
}

#[test]
fn what_is_called_exactly_so_comes_first_then_the_common() {
    let rugs = (0..5).map(|number| product(&format!("r{number}"), Language::English, "tablecloth"));
    let shelf = Shelf::of(rugs.chain([product("t", Language::English, "table")]));
    assert_eq!(typed(&shelf, "table")[0], "#table");
    let beginning = typed(&shelf, "tabl");
    let place = |key: &str| beginning.iter().position(|one| one == key);
    assert!(place("#tablecloth") < place("#table"), "{beginning:?}");
    assert!(place("#tablecloth").is_some());
}

#[test]
fn titles_come_up_by_any_of_their_words_the_best_first() {
    let shelf = Shelf::of([
        of_quality(20, named("poor", Kind::Product, "Vaisselle Xarbouche")),
        of_quality(90, named("good", Kind::Product, "Xarbouche d'olivier")),
        of_quality(50, named("fair", Kind::Product, "Grand Xarbouche")),
        named("maker", Kind::Maker, "Atelier Xarbouche"),
        named("cluster", Kind::Cluster, "Potiers de Xarb"),
        named("set", Kind::Collection, "Collection Xarbi"),
    ]);
    for text in ["x", "xa", "xarb", "XARB"] {
        let found = titles(&shelf, text);
        let products: Vec<_> =
            found.iter().filter(|key| ["poor", "good", "fair"].contains(&key.as_str())).collect();
        assert_eq!(products, ["good", "fair", "poor"], "{text}");
        assert_eq!(found.len(), 6, "{text}: {found:?}");
        // No kind has to wait until another is through.
        assert!(
            ["maker", "cluster", "set"].iter().all(|key| found[..4].contains(&(*key).to_owned())),
            "{found:?}"
        );
    }
    assert_eq!(titles(&shelf, "xarbouche gra"), ["fair"]);
    assert_eq!(titles(&shelf, "potiers de xa"), ["cluster"]);
    assert_eq!(titles(&shelf, "xarbouche d'"), titles(&shelf, "xarbouche "));
    assert_eq!(titles(&shelf, "xarbouche d'o"), ["good"]);
    assert!(titles(&shelf, "gra xarbouche").is_empty(), "earlier words are whole");
    assert_eq!(titles(&shelf, "xarb "), ["cluster"]);
    let card =
        suggest(&shelf, Suggest { kinds: vec![SuggestionKind::Document(Kind::Maker)], ..Suggest::of("xar") });
    assert_eq!(card[0].text, "Atelier Xarbouche");
    assert!(matches!(&card[0].what, Suggested::Document { stored, .. } if stored == "card of maker"));
}

#[test]
fn the_title_is_the_readers_own() {
    let mut bowl = product("1", Language::French, "Xoulette rouge");
    bowl.texts.push(Text::new(Role::Title, Some(Language::Arabic), "كسولة حمراء"));
    let shelf = Shelf::of([bowl]);
    for (language, title) in [(Language::Arabic, "كسولة حمراء"), (Language::English, "Xoulette rouge")]
    {
        for text in ["xoul", "كسو", "الكسو"] {
            let kinds = vec![SuggestionKind::Document(Kind::Product)];
            let all = suggest(&shelf, Suggest { language: Some(language), kinds, ..Suggest::of(text) });
            assert_eq!(all.len(), 1, "{text}");
            assert_eq!(all[0].text, title, "{text}");
        }
    }
}

#[test]
fn a_slip_is_forgiven_where_nothing_begins_like_it() {
    let shelf = Shelf::of([
        product("1", Language::English, "Boutros lantern"),
        product("2", Language::English, "lampshade"),
    ]);
    assert_eq!(titles(&shelf, "bouros"), ["1"]);
    assert_eq!(titles(&shelf, "botu"), ["1"]);
    assert_eq!(titles(&shelf, "boutrs lan"), ["1"]);
    assert!(typed(&shelf, "lanetrn").contains(&"#lantern".to_owned()));
    // Three letters are no word yet, and what begins rightly is not a slip.
    assert!(titles(&shelf, "bor").is_empty());
    assert_eq!(titles(&shelf, "lamp"), ["2"]);
    assert!(typed(&shelf, "qwertzuiop").is_empty());
}

#[test]
fn half_of_the_room_is_for_titles_and_nothing_comes_twice() {
    let vases = (0..30).map(|number| named(&format!("v{number}"), Kind::Product, "table tablette tableau"));
    let shelf = Shelf::of(vases.chain([
        product("a", Language::English, "tablecloth, table, table runner, table lamp, tablet, tabla"),
        product("b", Language::Arabic, "طاولة"),
    ]));
    for text in ["tab", "t", "ta", "table"] {
        let all = typed(&shelf, text);
        let mut different = all.clone();
        different.sort();
        different.dedup();
        assert_eq!((all.len(), different.len()), (8, 8), "{text}: {all:?}");
        assert!(all.iter().filter(|key| !key.starts_with('#')).count() >= 4, "{text}: {all:?}");
    }
    assert_eq!(suggest(&shelf, Suggest { limit: 1, ..Suggest::of("table") }).len(), 1);
    assert!(suggest(&shelf, Suggest { limit: 0, ..Suggest::of("table") }).is_empty());
    assert_eq!(
        suggest(&shelf, Suggest { limit: 1000, ..Suggest::of("table") }).len(),
        search_index::MAX_SUGGESTIONS
    );
}

#[test]
fn what_is_changed_or_removed_comes_up_no_more() {
    let shelf = Shelf::of([named("1", Kind::Maker, "Xarbouche"), named("2", Kind::Maker, "Xarif")]);
    let mut writer = shelf.writer();
    assert_eq!(titles(&shelf, "x").len(), 2);
    writer.put(&named("1", Kind::Maker, "Benzarti")).expect("put");
    writer.remove("2").expect("removed");
    writer.commit(2).expect("committed");
    for text in ["x", "xar", "xarbouche"] {
        assert!(titles(&shelf, text).is_empty(), "{text}");
    }
    assert_eq!(titles(&shelf, "ben"), ["1"]);
}

#[test]
fn strange_texts_are_answered_with_nothing() {
    let shelf = Shelf::of([product("1", Language::English, "the table of the house")]);
    let long = "table ".repeat(100);
    for text in ["", "  ", "???", "'", "l'", "🫖", "ـ", &"x".repeat(5000)] {
        assert!(typed(&shelf, text).is_empty(), "{text}");
    }
    assert_eq!(titles(&shelf, &long), ["1"]);
}

#[test]
fn a_new_lexicon_is_heard_at_once() {
    let shelf = Shelf::of([product("1", Language::English, "zellige")]);
    assert_eq!(typed(&shelf, "ze")[0], "#zellige");
    let mut entry = search_index::Lexicon::shipped_entry("zellige").expect("it is shipped");
    entry.labels.en.insert(0, "qobbli tile".into());
    shelf.index.use_lexicon(std::sync::Arc::new(search_index::Lexicon::with(&[entry])));
    let all = suggest(&shelf, Suggest::of("qob"));
    assert_eq!(all[0].text, "qobbli tile");
    assert_eq!(suggest(&shelf, Suggest::of("ze"))[0].text, "qobbli tile");
}

#[test]
fn the_word_itself_comes_before_longer_ones_in_a_large_index() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut rebuild = Index::rebuild_beside(folder.path(), &crate::shelf::identity(), HEAP).expect("begun");
    for number in 0..3_000 {
        let title = format!("Xarbouche{} nommé", char::from(b'a' + (number % 26) as u8));
        rebuild.put(&named(&format!("{number}"), Kind::Product, &title)).expect("put");
    }
    rebuild.put(&named("itself", Kind::Product, "Xarbouche")).expect("put");
    let index = rebuild.finish(0).expect("finished");
    let mut writer = Writer::open(&index, HEAP).expect("the lock is free");
    writer.put(&of_quality(100, named("best", Kind::Product, "Xarbouchez"))).expect("put");
    writer.commit(1).expect("committed");
    let all = index.suggest(&Suggest { limit: 20, ..Suggest::of("xarbouche") }).expect("suggestions");
    assert_eq!(keys(&all)[0], "best");
    assert_eq!(all.len(), 20);
}

#[test]
fn a_name_that_the_word_completes_comes_before_one_that_goes_on() {
    let salt = (0..5).map(|number| product(&format!("s{number}"), Language::English, "table salt"));
    let shelf = Shelf::of(salt.chain([product("t", Language::English, "dining table")]));
    let concepts = Suggest { kinds: vec![SuggestionKind::Concept], ..Suggest::of("tabl") };
    let names: Vec<String> = suggest(&shelf, concepts).into_iter().map(|one| one.text).collect();
    let place = |name: &str| names.iter().position(|other| other == name);
    assert!(place("table") < place("salt"), "{names:?}");
}

#[test]
fn a_small_word_at_the_end_does_not_empty_the_list() {
    let shelf = Shelf::of([
        named("1", Kind::Product, "Plateau martelé de Marrakech"),
        named("2", Kind::Product, "Offrande du soir"),
    ]);
    for text in ["plateau mart", "plateau de", "plateau martelé de", "plateau de "] {
        assert_eq!(titles(&shelf, text), ["1"], "{text}");
    }
    assert_eq!(titles(&shelf, "of"), ["2"], "it may also be the beginning of a word");
}
