//! How long a query takes, beside the same OR query on tantivy alone: twenty hits, their stored fields, the count.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::bare::Bare;
use crate::catalogue::{product, query};
use divan::Bencher;
use search_index::{Facet, Filters, Identity, Index, Search, Sort};
use tantivy::IndexReader;
use tempfile::TempDir;

const DOCUMENTS: u64 = 20_000;
const HEAP: usize = 29_000_000;

static OURS: LazyLock<(TempDir, Index)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let identity = Identity { database: "bench".into(), epoch: 0 };
    let mut rebuild = Index::rebuild_beside(folder.path(), &identity, HEAP).expect("begun");
    for number in 0..DOCUMENTS {
        rebuild.put(&product(number)).expect("put");
    }
    let index = rebuild.finish(0).expect("finished");
    (folder, index)
});

static BARE: LazyLock<(TempDir, Bare, IndexReader)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let bare = Bare::create(folder.path());
    let mut writer = bare.index.writer_with_num_threads(1, HEAP).expect("a writer");
    for number in 0..DOCUMENTS {
        bare.add(&writer, &product(number));
    }
    writer.commit().expect("committed");
    writer.wait_merging_threads().expect("merged");
    let reader = bare.index.reader().expect("a reader");
    (folder, bare, reader)
});

/// Goes through the same queries in the same order, whatever is measured.
fn ask(bencher: Bencher<'_, '_>, change: impl Fn(Search) -> Search + Sync) {
    let index = &OURS.1;
    let number = AtomicU64::new(0);
    bencher
        .with_inputs(|| change(Search::of(query(number.fetch_add(1, Ordering::Relaxed) % 1_000).1)))
        .bench_values(|search| index.search(&search).expect("an answer").total);
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn bare_tantivy(bencher: Bencher<'_, '_>) {
    let (_, bare, reader) = &*BARE;
    let number = AtomicU64::new(0);
    bencher
        .with_inputs(|| query(number.fetch_add(1, Ordering::Relaxed) % 1_000).1)
        .bench_values(|text| bare.search(reader, &text));
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn bare_tantivy_with_its_aggregations(bencher: Bencher<'_, '_>) {
    let (_, bare, reader) = &*BARE;
    let number = AtomicU64::new(0);
    bencher
        .with_inputs(|| query(number.fetch_add(1, Ordering::Relaxed) % 1_000).1)
        .bench_values(|text| bare.search_with_facets(reader, &text));
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn words(bencher: Bencher<'_, '_>) {
    ask(bencher, |search| search);
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn words_and_a_filter(bencher: Bencher<'_, '_>) {
    ask(bencher, |search| Search {
        filters: Filters { countries: vec!["TN".into()], ..Filters::default() },
        ..search
    });
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn words_and_six_facets(bencher: Bencher<'_, '_>) {
    ask(bencher, |search| Search { facets: Facet::ALL.to_vec(), ..search });
}

#[divan::bench(sample_count = 1_000, sample_size = 1)]
fn words_and_highlights(bencher: Bencher<'_, '_>) {
    ask(bencher, |search| Search { highlight: true, ..search });
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn everything_by_newest(bencher: Bencher<'_, '_>) {
    ask(bencher, |search| Search { text: String::new(), sort: Sort::Newest, ..search });
}
