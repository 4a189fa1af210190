//! What each stroke of a key costs, beside a search for prefixes on tantivy alone.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::bare::Bare;
use crate::catalogue::{product, query};
use divan::Bencher;
use search_index::{Identity, Index, Language, Role, Suggest, Text};
use tantivy::IndexReader;
use tempfile::TempDir;

const DOCUMENTS: u64 = 20_000;
const HEAP: usize = 29_000_000;

/// Words of the crafts among the drawn ones, so that concepts come up too.
const CRAFTS: [&str; 8] = [
    "zellige tile",
    "table lamp",
    "tablecloth of linen",
    "olive wood bowl",
    "tajine",
    "berber carpet",
    "brass tray",
    "leather pouf",
];

fn documents() -> impl Iterator<Item = search_index::Document> {
    (0..DOCUMENTS).map(|number| {
        let mut product = product(number);
        let craft = CRAFTS[(number % 8) as usize];
        product.texts.push(Text::new(Role::Title, Some(Language::English), craft));
        product.quality = (number % 101) as u8;
        product
    })
}

static OURS: LazyLock<(TempDir, Index)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let identity = Identity { database: "bench".into(), epoch: 0 };
    let mut rebuild = Index::rebuild_beside(folder.path(), &identity, HEAP).expect("begun");
    documents().for_each(|document| rebuild.put(&document).expect("put"));
    let index = rebuild.finish(0).expect("finished");
    (folder, index)
});

static BARE: LazyLock<(TempDir, Bare, IndexReader)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let bare = Bare::create(folder.path());
    let mut writer = bare.index.writer_with_num_threads(1, HEAP).expect("a writer");
    documents().for_each(|document| bare.add(&writer, &document));
    writer.commit().expect("committed");
    writer.wait_merging_threads().expect("merged");
    let reader = bare.index.reader().expect("a reader");
    (folder, bare, reader)
});

/// The first letters of a word of the catalogue or of the trade.
fn beginning(letters: usize, number: u64) -> String {
    let text = match number % 2 {
        0 => CRAFTS[(number / 2 % 8) as usize].to_owned(),
        _ => query(number % 1_000).1,
    };
    text.chars().take(letters).collect()
}

fn ask(bencher: Bencher<'_, '_>, text: impl Fn(u64) -> String + Sync) {
    let index = &OURS.1;
    let number = AtomicU64::new(0);
    bencher
        .with_inputs(|| Suggest::of(text(number.fetch_add(1, Ordering::Relaxed))))
        .bench_values(|suggest| index.suggest(&suggest).expect("suggestions").len());
}

#[divan::bench(args = [1, 2, 3, 5, 8], sample_count = 1_000, sample_size = 1)]
fn letters(bencher: Bencher<'_, '_>, letters: usize) {
    ask(bencher, |number| beginning(letters, number));
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn a_second_word(bencher: Bencher<'_, '_>) {
    ask(bencher, |number| {
        ["table l", "olive wo", "berber carp", "leather p"][(number % 4) as usize].to_owned()
    });
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn a_slip(bencher: Bencher<'_, '_>) {
    ask(bencher, |number| ["zelllig", "lethaer", "tajnie", "brebe"][(number % 4) as usize].to_owned());
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn bare_tantivy_three_letters(bencher: Bencher<'_, '_>) {
    let (_, bare, reader) = &*BARE;
    let number = AtomicU64::new(0);
    bencher
        .with_inputs(|| beginning(3, number.fetch_add(1, Ordering::Relaxed)))
        .bench_values(|text| bare.beginning(reader, &text));
}
