//! The modules stand in the order in which they may depend on each other: left never looks right.

use std::path::{Path, PathBuf};

/// The modules in the order of `src/lib.rs`.
fn modules() -> Vec<String> {
    let lib = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let names = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn sources(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_dir() {
        for entry in std::fs::read_dir(path).unwrap() {
            sources(&entry.unwrap().path(), found);
        }
    } else if path.extension().is_some_and(|kind| kind == "rs") {
        found.push(path.to_owned());
    }
}

/// The modules of this crate that a source names, its own tests left out.
fn named(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let text: String = lines.collect::<Vec<_>>().join("\n");
    let mut names = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        if text[..at].ends_with('$') {
            continue;
        }
        let rest = &text[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            // `use crate::{catalogue, clusters};`
            Some(list) => {
                let list = list.split('}').next().unwrap();
                names.extend(list.split(',').map(|part| first_word(part.trim())));
            }
            None => names.push(first_word(rest)),
        }
    }
    names
}

fn first_word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn left_never_looks_right() {
    let order = modules();
    let place = |name: &str| order.iter().position(|module| module == name);
    let mut wrong = Vec::new();
    for (own, module) in order.iter().enumerate() {
        let mut files = Vec::new();
        let folder = root().join("src").join(module);
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
        let single = root().join("src").join(format!("{module}.rs"));
        if single.exists() {
            files.push(single);
        }
        assert!(!files.is_empty(), "{module} has no files");
        for file in files {
            let source = std::fs::read_to_string(&file).unwrap();
            for name in named(&source) {
                if place(&name).is_some_and(|other| other > own) {
                    wrong.push(format!("{} looks right, at {name}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
