//! A small index to ask: a folder that lives as long as the test, and short ways to fill and question it.

use std::path::Path;
use std::time::Duration;

use search_index::{
    Answer, Document, Error, Identity, Index, Kind, Language, Opened, Role, Search, Text, Writer,
};
use tempfile::TempDir;

pub const HEAP: usize = 15_000_000;

pub struct Shelf {
    pub folder: TempDir,
    pub index: Index,
}

impl Shelf {
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let rebuild = Index::rebuild_beside(folder.path(), &identity(), HEAP).expect("begun");
        let index = rebuild.finish(0).expect("finished");
        Self { folder, index }
    }

    pub fn of(documents: impl IntoIterator<Item = Document>) -> Self {
        let shelf = Self::empty();
        let mut writer = shelf.writer();
        for document in documents {
            writer.put(&document).expect("put");
        }
        writer.commit(1).expect("committed");
        shelf
    }

    /// A process that another test has just started holds what is open here, the lock of a writer that is gone too, until it
    /// has become another program. That takes a moment.
    pub fn writer(&self) -> Writer {
        for _ in 0..500 {
            match Writer::open(&self.index, HEAP) {
                Err(Error::Locked(_)) => std::thread::sleep(Duration::from_millis(10)),
                opened => return opened.expect("a writer"),
            }
        }
        panic!("the lock stays taken");
    }

    pub fn ask(&self, search: &Search) -> Answer {
        self.index.search(search).expect("an answer")
    }

    pub fn many_keys(&self, search: &Search, most: usize) -> Vec<String> {
        self.index.keys(search, most).expect("keys")
    }

    pub fn keys(&self, text: &str) -> Vec<String> {
        keys(&self.ask(&Search::of(text)))
    }
}

pub fn identity() -> Identity {
    Identity { database: "workshop".into(), epoch: 1 }
}

pub fn reopen(folder: &Path) -> Opened {
    Index::open(folder, &identity()).expect("the folder can be read")
}

pub fn keys(answer: &Answer) -> Vec<String> {
    answer.hits.iter().map(|hit| hit.key.clone()).collect()
}

pub fn product(key: &str, language: Language, title: &str) -> Document {
    let mut product = Document::new(key, Kind::Product);
    product.texts.push(Text::new(Role::Title, Some(language), title));
    product.stored = format!("card of {key}");
    product
}
