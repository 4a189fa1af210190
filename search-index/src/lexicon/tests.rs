//! The shipped lexicon keeps its own rules, and correcting it changes what it should.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::annotate::{Annotator, attributes, spot_all};

fn keys_in(text: &str, language: Language, lexicon: &Arc<Lexicon>) -> Vec<String> {
    let mut annotator = Annotator::new(lexicon);
    let (spotted, nested) = spot_all(annotator.read(text, language), lexicon, language);
    let attributes = attributes(&spotted, nested, lexicon);
    let ids = spotted.iter().chain(&attributes).flat_map(|spotted| &spotted.concepts);
    ids.map(|id| lexicon.concept(*id).key.to_string()).collect()
}

fn entry(key: &str, class: Class, en: &str, ar: &str) -> Entry {
    let labels = Labels { en: vec![en.into()], fr: vec![en.into()], ar: vec![ar.into()], also: Vec::new() };
    Entry { key: key.into(), class, labels, broader: Vec::new(), near: Vec::new(), withdrawn: false }
}

#[test]
fn it_is_deep_and_wide() {
    let lexicon = Lexicon::shipped();
    let mut of = BTreeMap::<Class, usize>::new();
    let mut labels = 0;
    for (_, concept) in lexicon.concepts() {
        *of.entry(concept.class).or_default() += 1;
        labels += concept.labels.all().count();
        for language in Language::ALL {
            assert!(!concept.labels.of(language).is_empty(), "{} has no name in {language:?}", concept.key);
        }
    }
    assert!(of[&Class::Place] >= 200, "{of:?}");
    assert!(of.values().sum::<usize>() - of[&Class::Place] >= 600, "{of:?}");
    assert!(labels >= 5 * of.values().sum::<usize>(), "{labels} labels are not deep");
}

#[test]
fn every_key_is_defined_once_and_every_relation_leads_somewhere() {
    let entries = shipped::entries();
    let mut keys = BTreeSet::new();
    for entry in entries {
        assert!(keys.insert(entry.key.as_str()), "{} is defined twice", entry.key);
    }
    for entry in entries {
        for other in entry.broader.iter().chain(&entry.near) {
            assert!(keys.contains(other.as_str()), "{} names {other}, which nothing defines", entry.key);
            assert_ne!(other, &entry.key, "{other} names itself");
        }
    }
}

#[test]
fn nothing_is_broader_than_itself() {
    let lexicon = Lexicon::shipped();
    for (id, concept) in lexicon.concepts() {
        for broader in &concept.ancestors {
            let back = lexicon.concept(*broader).ancestors.contains(&id);
            assert!(
                !back,
                "{} and {} are each broader than the other",
                concept.key,
                lexicon.concept(*broader).key
            );
        }
    }
}

#[test]
fn languages_scripts_and_spellings_meet() {
    let lexicon = Lexicon::shipped();
    for (key, texts) in [
        (
            "zellige",
            [
                ("Zellige blanc", Language::French),
                ("zellij tiles", Language::English),
                ("بالزليج", Language::Arabic),
            ],
        ),
        (
            "nablus",
            [
                ("savon de Naplouse", Language::French),
                ("Nablus", Language::English),
                ("صابون نابلسي", Language::Arabic),
            ],
        ),
        (
            "mother-of-pearl",
            [
                ("nacre", Language::French),
                ("mother of pearl", Language::English),
                ("مطعمة بالصدف", Language::Arabic),
            ],
        ),
    ] {
        for (text, language) in texts {
            let keys = keys_in(text, language, &lexicon);
            assert!(keys.iter().any(|found| found == key), "{text}: {keys:?}");
        }
    }
}

#[test]
fn the_word_as_it_is_written_decides_between_equal_stems() {
    let lexicon = Lexicon::shipped();
    let tray = keys_in("صينية نحاس", Language::Arabic, &lexicon);
    assert!(tray.contains(&"tray".to_owned()) && !tray.contains(&"china".to_owned()), "{tray:?}");
    assert!(!keys_in("food safe glaze", Language::English, &lexicon).contains(&"safi".to_owned()));
}

#[test]
fn an_arabic_label_with_a_small_word_is_known_in_a_french_text() {
    let lexicon =
        Arc::new(Lexicon::of(vec![entry("gold-thread", Class::Material, "gold thread", "خيط من ذهب")]));
    for language in Language::ALL {
        assert_eq!(keys_in("خيط من ذهب", language, &lexicon), ["gold-thread"], "{language:?}");
    }
}

#[test]
fn an_entry_adds_replaces_and_withdraws() {
    let shipped = Lexicon::shipped();
    let added =
        Arc::new(Lexicon::with(&[entry("sniwa-cloth", Class::Object, "sniwa cloth", "قماش السنيوة")]));
    assert_eq!(keys_in("قماش السنيوة", Language::Arabic, &added), ["sniwa-cloth"]);
    assert!(added.concept(added.find("sniwa-cloth").expect("it was added")).recent);
    assert_ne!(added.version(), shipped.version());

    let withdrawn = Entry { withdrawn: true, ..Lexicon::shipped_entry("tagine").expect("it is shipped") };
    let without = Lexicon::with(&[withdrawn]);
    assert_eq!(without.find("tagine"), None);
    assert_eq!(Lexicon::with(&[]).version(), shipped.version());
}

#[test]
fn a_circle_that_somebody_writes_ends() {
    let mut one = entry("one", Class::Object, "onething", "شيءاول");
    let mut other = entry("other", Class::Object, "otherthing", "شيءثان");
    one.broader = vec!["other".into(), "nothing-known".into()];
    other.broader = vec!["one".into()];
    other.near = vec!["one".into(), "other".into()];
    let lexicon = Lexicon::of(vec![one, other]);
    let (one, other) = (lexicon.find("one").expect("one"), lexicon.find("other").expect("other"));
    assert_eq!(lexicon.concept(one).ancestors, [other]);
    assert_eq!(lexicon.concept(one).near, [other]);
}

#[test]
fn what_no_concept_knows_is_told() {
    let lexicon = Lexicon::shipped();
    let mut coverage = Coverage::default();
    let mut analyzers = Analyzers::new(&lexicon);
    for text in ["a zellige flurbish", "the flurbishes of zellige"] {
        coverage.read(text, Some(Language::English), &lexicon, &mut analyzers);
    }
    let unknown = coverage.unknown();
    assert_eq!((coverage.words, coverage.known), (4, 2));
    assert_eq!(unknown.len(), 1);
    assert_eq!((unknown[0].word.as_str(), unknown[0].count), ("flurbish", 2));
}

#[test]
fn a_small_word_that_makes_another_thing_of_a_name_is_not_left_out() {
    let lexicon = Lexicon::shipped();
    let has =
        |text: &str, language, key: &str| keys_in(text, language, &lexicon).iter().any(|one| one == key);
    for (with, without, language, key) in [
        ("sous-verre en liège", "vase en verre", Language::French, "coaster"),
        ("sous-main en cuir", "tissé à la main", Language::French, "desk-pad"),
        ("un fait-tout émaillé", "fait main", Language::French, "cooking-pot"),
        ("émail sans plomb", "figurine en plomb", Language::French, "lead-free"),
        ("coton non blanchi", "coton blanchi", Language::French, "ecru"),
        ("an off-white vase", "a white vase", Language::English, "off-white"),
        ("صوف غير مصبوغ", "صوف مصبوغ", Language::Arabic, "natural-colour"),
    ] {
        assert!(has(with, language, key), "{with}: {:?}", keys_in(with, language, &lexicon));
        assert!(!has(without, language, key), "{without}: {:?}", keys_in(without, language, &lexicon));
    }
    // An article or a plain preposition adds nothing.
    assert!(has("couvercle en bois", Language::French, "with-lid"));
    assert!(
        has("from El Kef", Language::English, "el-kef") && has("poterie du Kef", Language::French, "el-kef")
    );
}
