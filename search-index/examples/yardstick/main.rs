//! What a query costs beside the same query on bare tantivy, on a catalogue of any size, in one run and one thread.
//!
//! ```text
//! cargo run --release -p search-index --example yardstick -- CATALOGUE.jsonl QUERIES.jsonl
//! ```
//!
//! A line of the catalogue has `title`, `description`, `language` and what the facets count; a line of the queries has
//! `q`. The yardstick is an OR query over one field with tantivy's own tokenizer: the first twenty with their stored
//! fields, and the count; with facets, tantivy's own aggregations besides.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use search_index::{Facet, Identity, Index, Lexicon, Search, Suggest};

#[path = "../../benches/beside_tantivy/bare.rs"]
mod bare;
mod catalogue;
mod dearest;

use catalogue::{document, lines};

/// For both sides, as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const HEAP: usize = 29_000_000;
const ROUNDS: usize = 3;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(catalogue), Some(queries)) = (arguments.next(), arguments.next()) else {
        return Err("usage: yardstick CATALOGUE.jsonl QUERIES.jsonl".into());
    };
    let queries = lines(&queries)?
        .map(|line| Ok(line?["q"].as_str().unwrap_or_default().to_owned()))
        .collect::<Result<Vec<_>, Box<dyn Error>>>()?;

    let started = Instant::now();
    black_box(Lexicon::shipped());
    let lexicon = started.elapsed();

    let place = tempfile::tempdir()?;
    let started = Instant::now();
    let bare = bare::Bare::create(place.path());
    let mut writer = bare.index.writer_with_num_threads(1, HEAP)?;
    let mut documents = 0_u64;
    let mut reading = Duration::ZERO;
    for line in lines(&catalogue)? {
        let document = timed(&mut reading, || document(&line?))?;
        bare.add(&writer, &document);
        documents += 1;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    let bare_rate = documents as f64 / (started.elapsed() - reading).as_secs_f64();
    let reader = bare.index.reader()?;

    let own_place = tempfile::tempdir()?;
    let started = Instant::now();
    let identity = Identity { database: "yardstick".into(), epoch: 0 };
    let mut rebuild = Index::rebuild_beside(own_place.path(), &identity, HEAP)?;
    reading = Duration::ZERO;
    for line in lines(&catalogue)? {
        let document = timed(&mut reading, || document(&line?))?;
        rebuild.put(&document)?;
    }
    let index = rebuild.finish(0)?;
    let own_rate = documents as f64 / (started.elapsed() - reading).as_secs_f64();
    let size = |folder: &Path| bytes_under(folder).map(|bytes| bytes as f64 / documents as f64);
    println!("{documents} documents       bare tantivy   search-index   ratio");
    println!("the lexicon was read in {} ms: once for a process, whatever its index", lexicon.as_millis());
    row("documents/s", bare_rate, own_rate);
    row("bytes/document", size(place.path())?, size(own_place.path())?);

    let plain = |text: &str| Search::of(text);
    let explained = |text: &str| Search { highlight: true, ..Search::of(text) };
    let counted = |text: &str| Search { facets: Facet::ALL.to_vec(), ..Search::of(text) };
    let whole = |text: &str| Search { highlight: true, facets: Facet::ALL.to_vec(), ..Search::of(text) };
    let own = |search: &dyn Fn(&str) -> Search| {
        median_round(&queries, |text| {
            black_box(index.search(&search(text)).map(|answer| answer.total).unwrap_or_default());
        })
    };
    let bare_plain = median_round(&queries, |text| {
        black_box(bare.search(&reader, text));
    });
    let bare_facets = median_round(&queries, |text| {
        black_box(bare.search_with_facets(&reader, text));
    });
    println!("microseconds a query, mean of {} queries, median of {ROUNDS} rounds", queries.len());
    row("words", bare_plain, own(&plain));
    row("words, explained", bare_plain, own(&explained));
    row("words, facets", bare_facets, own(&counted));
    row("all of it", bare_facets, own(&whole));

    let typed = |text: &str| text.chars().take(4).collect::<String>();
    let bare_beginning = median_round(&queries, |text| {
        black_box(bare.beginning(&reader, &typed(text)));
    });
    let own_beginning = median_round(&queries, |text| {
        let asked = Suggest::of(typed(text));
        black_box(index.suggest(&asked).map(|list| list.len()).unwrap_or_default());
    });
    row("four letters, suggested", bare_beginning, own_beginning);

    let took = |text: &str| {
        let started = Instant::now();
        black_box(index.search(&whole(text)).map(|answer| answer.total).unwrap_or_default());
        started.elapsed().as_secs_f64() * 1e6
    };
    let mut each: Vec<_> = queries.iter().map(|text| took(text)).collect();
    each.sort_by(f64::total_cmp);
    let median = each[each.len() / 2];
    println!("all of it: p50 {median:.0} µs, p99 {:.0} µs", each[each.len() * 99 / 100]);
    println!("texts made to be dear, in µs and as a multiple of that median:");
    for (what, text) in dearest::texts(&catalogue)? {
        let least = (0..5).map(|_| took(&text)).fold(f64::MAX, f64::min);
        println!("  {what:<40} {least:>8.0} {:>7.1}", least / median);
    }
    if let Ok(status) = std::fs::read_to_string("/proc/self/status") {
        status
            .lines()
            .filter(|line| line.starts_with("Rss") || line.starts_with("VmRSS"))
            .for_each(|line| println!("{line}"));
    }
    Ok(())
}

fn row(what: &str, bare: f64, own: f64) {
    println!("{what:<24} {bare:>12.1} {own:>14.1} {:>7.2}", own / bare);
}

fn timed<T>(spent: &mut Duration, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = work();
    *spent += started.elapsed();
    done
}

/// The mean of all queries in microseconds, of the round in the middle.
fn median_round(queries: &[String], ask: impl Fn(&str)) -> f64 {
    let mut rounds: Vec<_> = (0..ROUNDS)
        .map(|_| {
            let started = Instant::now();
            queries.iter().for_each(|text| ask(text));
            started.elapsed().as_secs_f64() * 1e6 / queries.len() as f64
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    rounds[ROUNDS / 2]
}

fn bytes_under(folder: &Path) -> std::io::Result<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        bytes +=
            if entry.file_type()?.is_dir() { bytes_under(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}
