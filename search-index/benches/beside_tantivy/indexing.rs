//! How many documents a second the index takes in, beside tantivy alone with its default tokenizer.

use crate::bare::Bare;
use crate::catalogue::product;
use divan::Bencher;
use divan::counter::ItemsCount;
use search_index::{Document, Identity, Index};

const DOCUMENTS: u64 = 5_000;
/// One thread each, so that the two compare.
const HEAP: usize = 29_000_000;

fn documents() -> Vec<Document> {
    (0..DOCUMENTS).map(product).collect()
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn search_index(bencher: Bencher<'_, '_>) {
    let documents = documents();
    bencher
        .counter(ItemsCount::new(DOCUMENTS))
        .with_inputs(|| tempfile::tempdir().expect("a folder"))
        .bench_values(|folder| {
            let identity = Identity { database: "bench".into(), epoch: 0 };
            let mut rebuild = Index::rebuild_beside(folder.path(), &identity, HEAP).expect("begun");
            for document in &documents {
                rebuild.put(document).expect("put");
            }
            (rebuild.finish(0).expect("finished"), folder)
        });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn bare_tantivy(bencher: Bencher<'_, '_>) {
    let documents = documents();
    bencher
        .counter(ItemsCount::new(DOCUMENTS))
        .with_inputs(|| tempfile::tempdir().expect("a folder"))
        .bench_values(|folder| {
            let bare = Bare::create(folder.path());
            let mut writer = bare.index.writer_with_num_threads(1, HEAP).expect("a writer");
            for document in &documents {
                bare.add(&writer, document);
            }
            writer.commit().expect("committed");
            writer.wait_merging_threads().expect("merged");
            (bare.index, folder)
        });
}
