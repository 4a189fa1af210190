//! Every text that the code names exists, and no text is left over.

use std::collections::BTreeSet;
use std::path::Path;

use fondouk::locale::{Language, keys};

fn read(folder: &Path, all: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, all);
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "html") {
            all.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// The literals that stand in `say("…")`.
fn said(source: &str) -> BTreeSet<&str> {
    source
        .split("say(\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|key| !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'))
        .collect()
}

#[test]
fn every_text_that_a_page_says_exists() {
    let mut source = String::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut source);
    // Comments show examples such as `page.say("key")`.
    let missing: Vec<_> =
        said(&source).into_iter().filter(|key| *key != "key" && !keys(Language::En).contains(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
