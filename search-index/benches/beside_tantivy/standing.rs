//! How long it takes to tell which of ten thousand stored demands a document answers, beside running them all.

use std::sync::{Arc, LazyLock};

use divan::Bencher;
use search_index::lexicon::Class;
use search_index::{
    Document, Filters, Identity, Index, Kind, Language, Lexicon, Role, Search, Standing, Text,
};
use tempfile::TempDir;

use crate::catalogue::Chance;

const DOCUMENTS: u64 = 20_000;
const DEMANDS: u64 = 10_000;
const HEAP: usize = 29_000_000;

static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::shipped);

/// A label of a concept of a class, in a language.
fn label(class: Class, language: Language, chance: &mut Chance) -> String {
    let of_class: Vec<_> = LEXICON.concepts().filter(|(_, concept)| concept.class == class).collect();
    let concept = of_class[chance.below(of_class.len() as u64) as usize].1;
    let labels = concept.labels.of(language);
    labels[chance.below(labels.len().min(3) as u64) as usize].clone()
}

/// A thing and some of what may be said of it.
fn words(chance: &mut Chance) -> (Language, String) {
    let language = Language::ALL[chance.below(3) as usize];
    let mut words = vec![label(Class::Object, language, chance)];
    for (class, of_ten) in
        [(Class::Material, 6), (Class::Technique, 3), (Class::Place, 3), (Class::Colour, 3)]
    {
        if chance.below(10) < of_ten {
            words.push(label(class, language, chance));
        }
    }
    (language, words.join(" "))
}

fn document(number: u64) -> Document {
    let mut chance = Chance::new(number + 1);
    let mut document = Document::new(format!("product:{number}"), Kind::Product);
    let (language, title) = words(&mut chance);
    document.texts.push(Text::new(Role::Title, Some(language), title));
    let (language, body) = words(&mut chance);
    document.texts.push(Text::new(Role::Body, Some(language), body));
    document.country = Some(["MA", "DZ", "TN", "EG"][chance.below(4) as usize].into());
    document
}

fn demand(number: u64) -> Search {
    let mut chance = Chance::new(0xfeed_0000 + number);
    let mut filters = Filters::default();
    if chance.below(4) == 0 {
        filters.countries = vec!["MA".into(), "TN".into()];
    }
    Search { filters, ..Search::of(words(&mut chance).1) }
}

static INDEX: LazyLock<(TempDir, Index)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let identity = Identity { database: "bench".into(), epoch: 0 };
    let mut rebuild = Index::rebuild_beside(folder.path(), &identity, HEAP).expect("begun");
    for number in 0..DOCUMENTS {
        rebuild.put(&document(number)).expect("put");
    }
    let index = rebuild.finish(0).expect("finished");
    (folder, index)
});

fn fill() -> Standing<u64> {
    let mut standing = Standing::new(INDEX.1.lexicon());
    for number in 0..DEMANDS {
        standing.put(number, &demand(number)).expect("stored");
    }
    standing
}

static STANDING: LazyLock<Standing<u64>> = LazyLock::new(fill);

#[divan::bench(sample_count = 300, sample_size = 1)]
fn one_document_against_all(bencher: Bencher<'_, '_>) {
    let (standing, index) = (&*STANDING, &INDEX.1);
    let number = std::sync::atomic::AtomicU64::new(0);
    bencher
        .with_inputs(|| document(number.fetch_add(1, std::sync::atomic::Ordering::Relaxed) * 7))
        .bench_values(|document| standing.matches(&document, index).expect("matched").len());
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn running_them_all(bencher: Bencher<'_, '_>) {
    let index = &INDEX.1;
    let demands: Vec<_> = (0..DEMANDS).map(demand).collect();
    bencher
        .bench(|| demands.iter().map(|demand| index.search(demand).expect("an answer").total).sum::<u64>());
}

#[divan::bench(sample_count = 1, sample_size = 1)]
fn storing_them_all(bencher: Bencher<'_, '_>) {
    let _ready = &INDEX.1;
    bencher.bench(fill);
}
