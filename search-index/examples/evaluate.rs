//! How well the index ranks a judged set.
//!
//! ```text
//! cargo run --release -p search-index --example evaluate -- DIR [--run FILE]
//! ```
//!
//! DIR holds `documents.jsonl` or `corpus.jsonl.gz`, `queries.tsv` and `qrels.tsv`. Prints nDCG@10 (linear gains, log2
//! discount, unjudged 0), MRR@10 and Recall@20 and @100, over all queries with an answer and per kind; queries without
//! any relevant document are counted apart. `--run` writes the results in TREC format.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use search_index::{Document, Identity, Index, Kind, Language, Opened, Role, Search, Text};
use serde_json::Value;

const DEPTH: usize = 100;
const HEAP: usize = 100_000_000;

type Grades = HashMap<String, f64>;

fn main() -> Result<(), Box<dyn Error>> {
    let (folder, run) = arguments()?;
    let place = tempfile::tempdir()?;
    let index = build(&folder, place.path())?;
    let judged = read_grades(&folder.join("qrels.tsv"))?;
    let mut run = run.map(File::create).transpose()?.map(BufWriter::new);
    let mut figures = BTreeMap::<String, Figures>::new();
    for query in read_queries(&folder.join("queries.tsv"))? {
        let found = find(&index, &query)?;
        if let Some(run) = &mut run {
            for (rank, (key, score)) in found.iter().enumerate() {
                writeln!(run, "{} Q0 {key} {} {score} search-index", query.id, rank + 1)?;
            }
        }
        let grades = judged.get(&query.id);
        for group in ["all"].into_iter().chain(query.kind.as_deref()) {
            figures.entry(group.to_owned()).or_default().add(&found, grades);
        }
    }
    println!("{:<18} {:>7} {:>8} {:>8} {:>8} {:>8}", "kind", "queries", "nDCG@10", "MRR@10", "R@20", "R@100");
    for (kind, figures) in &figures {
        figures.print(kind);
    }
    Ok(())
}

fn arguments() -> Result<(PathBuf, Option<PathBuf>), Box<dyn Error>> {
    let (mut folder, mut run) = (None, None);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--run" {
            run = Some(arguments.next().ok_or("--run needs a file")?.into());
        } else {
            folder = Some(PathBuf::from(argument));
        }
    }
    Ok((folder.ok_or("usage: evaluate DIR [--run FILE]")?, run))
}

fn build(folder: &Path, place: &Path) -> Result<Index, Box<dyn Error>> {
    let identity = Identity { database: folder.display().to_string(), epoch: 0 };
    if let Opened::Ready(index) = Index::open(place, &identity)? {
        return Ok(index);
    }
    let mut rebuild = Index::rebuild_beside(place, &identity, HEAP)?;
    for line in open_lines(folder)? {
        let fields: Value = serde_json::from_str(&line?)?;
        rebuild.put(&document(&fields).ok_or("a document without id")?)?;
    }
    Ok(rebuild.finish(0)?)
}

fn open_lines(folder: &Path) -> Result<Box<dyn Iterator<Item = std::io::Result<String>>>, Box<dyn Error>> {
    let plain = folder.join("documents.jsonl");
    if plain.exists() {
        return Ok(Box::new(BufReader::new(File::open(plain)?).lines()));
    }
    let packed = flate2::read::GzDecoder::new(File::open(folder.join("corpus.jsonl.gz"))?);
    Ok(Box::new(BufReader::new(packed).lines()))
}

/// The same mapping for every set: whichever of these fields a document has.
fn document(fields: &Value) -> Option<Document> {
    let mut document = Document::new(fields["id"].as_str()?, Kind::Product);
    let language = fields["language"].as_str().and_then(Language::parse);
    for (field, role) in [
        ("title", Role::Title),
        ("text", Role::Body),
        ("description", Role::Body),
        ("name", Role::Keyword),
        ("supplier", Role::Keyword),
        ("craft", Role::Keyword),
        ("place", Role::Keyword),
        ("materials", Role::Keyword),
    ] {
        let values = match &fields[field] {
            Value::Array(values) => values.as_slice(),
            value => std::slice::from_ref(value),
        };
        for value in values.iter().filter_map(Value::as_str) {
            document.texts.push(Text::new(role, language, value));
        }
    }
    document.country = fields["country"].as_str().map(str::to_owned);
    Some(document)
}

struct Query {
    id: String,
    kind: Option<String>,
    text: String,
}

/// The columns are named in the first line.
fn read_queries(path: &Path) -> Result<Vec<Query>, Box<dyn Error>> {
    let table = fs::read_to_string(path)?;
    let mut lines = table.lines();
    let names: Vec<_> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| names.iter().position(|other| *other == name);
    let (id, text) = (column("query_id").ok_or("no query_id")?, column("query").ok_or("no query")?);
    let kind = column("kind");
    lines
        .map(|line| {
            let cells: Vec<_> = line.split('\t').collect();
            let cell = |place: usize| cells.get(place).map(|cell| (*cell).to_owned());
            Ok(Query {
                id: cell(id).ok_or("a line without id")?,
                text: cell(text).ok_or("a line without query")?,
                kind: kind.and_then(cell),
            })
        })
        .collect()
}

fn read_grades(path: &Path) -> Result<HashMap<String, Grades>, Box<dyn Error>> {
    let mut judged = HashMap::<String, Grades>::new();
    for line in fs::read_to_string(path)?.lines().skip(1) {
        let cells: Vec<_> = line.split('\t').collect();
        let [query, document, grade] = cells[..] else {
            return Err(format!("not a judgement: {line}").into());
        };
        judged.entry(query.to_owned()).or_default().insert(document.to_owned(), grade.parse()?);
    }
    Ok(judged)
}

fn find(index: &Index, query: &Query) -> Result<Vec<(String, f32)>, Box<dyn Error>> {
    let answer = index.search(&Search { limit: DEPTH, ..Search::of(query.text.as_str()) })?;
    Ok(answer.hits.into_iter().map(|hit| (hit.key, hit.score)).collect())
}

#[derive(Default)]
struct Figures {
    queries: usize,
    gain: f64,
    reciprocal: f64,
    recall: [f64; 2],
    unanswerable: usize,
    left_unanswered: usize,
}

impl Figures {
    fn add(&mut self, found: &[(String, f32)], grades: Option<&Grades>) {
        let Some(grades) = grades.filter(|grades| grades.values().any(|grade| *grade > 0.0)) else {
            self.unanswerable += 1;
            self.left_unanswered += usize::from(found.is_empty());
            return;
        };
        let gains: Vec<_> = found.iter().map(|(key, _)| grades.get(key).copied().unwrap_or(0.0)).collect();
        let mut ideal: Vec<_> = grades.values().copied().collect();
        ideal.sort_by(|one, other| other.total_cmp(one));
        self.queries += 1;
        self.gain += discounted(&gains) / discounted(&ideal);
        let first = gains.iter().take(10).position(|gain| *gain > 0.0);
        self.reciprocal += first.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        let relevant: HashSet<_> =
            grades.iter().filter(|(_, grade)| **grade > 0.0).map(|(key, _)| key).collect();
        for (recall, depth) in self.recall.iter_mut().zip([20, DEPTH]) {
            let seen = found.iter().take(depth).filter(|(key, _)| relevant.contains(key)).count();
            *recall += seen as f64 / relevant.len() as f64;
        }
    }

    fn print(&self, kind: &str) {
        let mean = |sum: f64| sum / self.queries.max(1) as f64;
        if self.queries > 0 {
            let [near, far] = self.recall.map(mean);
            let (gain, reciprocal) = (mean(self.gain), mean(self.reciprocal));
            println!("{kind:<18} {:>7} {gain:>8.4} {reciprocal:>8.4} {near:>8.4} {far:>8.4}", self.queries);
        }
        if self.unanswerable > 0 {
            println!(
                "{kind:<18} without a relevant document: {} of {} left unanswered",
                self.left_unanswered, self.unanswerable
            );
        }
    }
}

fn discounted(gains: &[f64]) -> f64 {
    gains.iter().take(10).enumerate().map(|(rank, gain)| gain / ((rank + 2) as f64).log2()).sum()
}
