//! Words find things across inflection, typing habits, spellings and scripts.

use search_index::{Document, Kind, Language, Lexicon, Role, Search, Sort, Text};

use crate::shelf::{Shelf, keys, product};

#[test]
fn each_language_is_found_by_its_own_rules() {
    let shelf = Shelf::of([
        product("ar", Language::Arabic, "صينية نحاسية من المدينة القديمة"),
        product("fr", Language::French, "Plateaux d’olivier martelés"),
        product("en", Language::English, "Embroidered slippers"),
    ]);
    for (text, key) in [
        ("صينيه", "ar"),
        ("الصينية", "ar"),
        ("والنحاسيات", "ar"),
        ("المدينه", "ar"),
        ("plateau", "fr"),
        ("olivier", "fr"),
        ("l'olivier", "fr"),
        ("martele", "fr"),
        ("slipper", "en"),
        ("EMBROIDERED", "en"),
    ] {
        assert_eq!(shelf.keys(text)[0], key, "{text}");
    }
}

#[test]
fn spellings_of_one_word_meet_across_scripts() {
    let shelf = Shelf::of([
        product("ar", Language::Arabic, "بلاط زليج"),
        product("fr", Language::French, "carreaux de zellige"),
        product("en", Language::English, "kilim rug"),
    ]);
    for text in ["zellige", "zellij", "zilij", "زليج"] {
        let mut found = shelf.keys(text);
        found.sort();
        assert_eq!(found, ["ar", "fr"], "{text}");
    }
}

#[test]
fn an_attribute_may_be_missing_but_not_the_thing() {
    let shelf = Shelf::of([
        product("bowl", Language::English, "ceramic bowl"),
        product("blue", Language::English, "blue ceramic bowl"),
        product("rug", Language::English, "blue rug"),
    ]);
    let found = shelf.keys("blue ceramic bowl");
    assert_eq!(found, ["blue", "bowl"]);
}

#[test]
fn the_title_counts_more_than_the_body() {
    let with = |key: &str, role, text: &str| {
        let mut document = Document::new(key, Kind::Product);
        document.texts.push(Text::new(role, Some(Language::English), text));
        document.texts.push(Text::new(
            if role == Role::Title { Role::Body } else { Role::Title },
            Some(Language::English),
            "made by hand",
        ));
        document
    };
    let shelf = Shelf::of([with("body", Role::Body, "olive tray"), with("title", Role::Title, "olive tray")]);
    assert_eq!(shelf.keys("tray"), ["title", "body"]);
}

#[test]
fn a_translated_document_is_not_punished_for_its_length() {
    let mut translated = product("translated", Language::English, "copper tray");
    translated.texts.push(Text::new(
        Role::Title,
        Some(Language::French),
        "plateau rond en cuivre rouge gravé main",
    ));
    translated.texts.push(Text::new(Role::Title, Some(Language::Arabic), "صينية نحاس مستديرة منقوشة باليد"));
    let shelf = Shelf::of([translated, product("plain", Language::English, "copper tray")]);
    let answer = shelf.ask(&Search::of("copper tray"));
    let scores: Vec<_> = answer.hits.iter().map(|hit| hit.score).collect();
    assert!((scores[0] - scores[1]).abs() < 1e-4, "{scores:?}");
}

#[test]
fn a_query_in_two_languages_is_answered_in_both() {
    let shelf = Shelf::of([
        product("fr", Language::French, "lanterne ajourée"),
        product("ar", Language::Arabic, "فانوس نحاس"),
    ]);
    let mut found = shelf.keys("lanternes الفانوس");
    found.sort();
    assert_eq!(found, ["ar", "fr"]);
}

#[test]
fn nothing_typed_finds_all_with_the_newest_first() {
    let dated = |key: &str, newest| Document { newest, ..product(key, Language::English, "bowl") };
    let shelf = Shelf::of([dated("old", -5), dated("new", 9), dated("middle", 0)]);
    assert_eq!(shelf.keys("  "), ["new", "middle", "old"]);
}

#[test]
fn signs_and_unknown_words_find_nothing() {
    let shelf = Shelf::of([product("bowl", Language::English, "a bowl of the house")]);
    for text in ["???", "🫖", "qwertzuiop"] {
        assert_eq!(shelf.ask(&Search::of(text)).total, 0, "{text}");
    }
}

#[test]
fn stop_words_alone_find_only_what_holds_them() {
    let shelf = Shelf::of([
        product("with", Language::English, "The Boys"),
        product("without", Language::English, "blue bowl"),
    ]);
    assert_eq!(shelf.keys("the"), ["with"]);
}

#[test]
fn a_changed_document_is_found_by_its_new_words_only() {
    let shelf = Shelf::of([product("1", Language::English, "vase")]);
    let mut writer = shelf.writer();
    writer.put(&product("1", Language::English, "lamp")).expect("put");
    writer.commit(2).expect("committed");
    assert!(shelf.keys("vase").is_empty());
    assert_eq!(shelf.keys("lamp"), ["1"]);
    writer.remove("1").expect("removed");
    writer.commit(3).expect("committed");
    assert_eq!(shelf.ask(&Search::of("")).total, 0);
}

#[test]
fn a_hit_brings_its_card_and_shows_what_matched() {
    let shelf = Shelf::of([product("1", Language::Arabic, "طواجن الفخار")]);
    let answer = shelf.ask(&Search { highlight: true, ..Search::of("فخار") });
    let hit = &answer.hits[0];
    assert_eq!((hit.kind, hit.stored.as_str()), (Kind::Product, "card of 1"));
    let pieces: Vec<_> =
        hit.highlights[0].pieces.iter().map(|piece| (piece.text.as_str(), piece.marked)).collect();
    assert_eq!(pieces, [("طواجن ", false), ("الفخار", true)]);
    assert!(shelf.ask(&Search::of("فخار")).hits[0].highlights.is_empty());
}

#[test]
fn sorting_by_newest_still_asks_for_a_match() {
    let dated =
        |key: &str, title: &str, newest| Document { newest, ..product(key, Language::English, title) };
    let shelf = Shelf::of([dated("a", "bowl", 1), dated("b", "bowl", 3), dated("c", "vase", 2)]);
    let answer = shelf.ask(&Search { sort: Sort::Newest, ..Search::of("bowl") });
    assert_eq!(keys(&answer), ["b", "a"]);
}

#[test]
fn only_what_is_misspelt_is_read_as_something_else() {
    let shelf = Shelf::of([product("1", Language::English, "mosaic table")]);
    let read_as = |text: &str| shelf.ask(&Search::of(text)).read_as;
    assert_eq!(read_as("moasic table").as_deref(), Some("mosaic table"));
    assert_eq!(read_as("mosaic table"), None);
    assert_eq!(read_as("Copper teapot"), None, "known words that nothing here is called");
}

#[test]
fn a_few_words_are_a_demand_and_a_question_is_none() {
    let lexicon = Lexicon::shipped();
    for text in ["carreaux de zellige bleus", "the rug", "طاجين من فخار"] {
        assert!(Search::of(text).is_demand(&lexicon), "{text}");
    }
    let long = "a rug a bowl a vase a lamp a chair a table a basket a mirror a tray";
    for text in ["", "!?", "who weaves rugs", "quel tapis", "des tapis ?", "هل عندكم سجاد", long] {
        assert!(!Search::of(text).is_demand(&lexicon), "{text}");
    }
}
