//! Which words of documents or queries the lexicon does not know: where to go on writing it.
//!
//! ```text
//! cargo run -p search-index --example coverage -- FILE... [--top N]
//! ```
//!
//! A line that is a JSON object is a document: its `title`, `description`, `craft`, `materials`, `place` and `texts` are
//! read, each a text, a list of texts, or texts by language (`{"fr": …}`, `{"language": "fr", "text": …}`); `language`
//! is that of the document. Any other line is a query. Prints how many words stand inside a label, and the most
//! frequent ones that do not (30, unless told), each with where it first came.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::sync::Arc;

use search_index::lexicon::{Analyzers, Coverage};
use search_index::{Language, Lexicon};
use serde_json::Value;

const USUAL_TOP: usize = 30;
const FIELDS: [&str; 6] = ["title", "description", "craft", "materials", "place", "texts"];

fn main() -> Result<(), Box<dyn Error>> {
    let (files, top) = arguments()?;
    let mut reader = Reader::new();
    let (mut documents, mut queries) = (0, 0);
    for file in &files {
        let opened = File::open(file).map_err(|error| format!("{}: {error}", file.display()))?;
        for line in BufReader::new(opened).lines() {
            let line = line.map_err(|error| format!("{}: {error}", file.display()))?;
            match serde_json::from_str(&line) {
                Ok(document @ Value::Object(_)) => {
                    documents += 1;
                    reader.document(&document);
                }
                _ if line.trim().is_empty() => {}
                _ => {
                    queries += 1;
                    reader.text(&line, None);
                }
            }
        }
    }
    let mut out = std::io::stdout().lock();
    writeln!(out, "{documents} documents, {queries} queries")?;
    report(&reader.coverage, top, &mut out)?;
    Ok(())
}

fn arguments() -> Result<(Vec<PathBuf>, usize), Box<dyn Error>> {
    let (mut files, mut top) = (Vec::new(), USUAL_TOP);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--top" {
            let number = arguments.next().ok_or("--top needs a number")?;
            top = number.to_string_lossy().parse().map_err(|_| format!("--top {number:?} is no number"))?;
        } else {
            files.push(PathBuf::from(argument));
        }
    }
    if files.is_empty() {
        return Err("usage: coverage FILE... [--top N]".into());
    }
    Ok((files, top))
}

/// Reads texts, remembering what the lexicon knew of them.
struct Reader {
    lexicon: Arc<Lexicon>,
    analyzers: Analyzers,
    coverage: Coverage,
}

impl Reader {
    fn new() -> Self {
        let lexicon = Lexicon::shipped();
        Self { analyzers: Analyzers::new(&lexicon), lexicon, coverage: Coverage::default() }
    }

    fn text(&mut self, text: &str, language: Option<Language>) {
        self.coverage.read(text, language, &self.lexicon, &mut self.analyzers);
    }

    fn document(&mut self, document: &Value) {
        let language = document["language"].as_str().and_then(Language::parse);
        for field in FIELDS {
            self.field(&document[field], language);
        }
    }

    fn field(&mut self, value: &Value, language: Option<Language>) {
        match value {
            Value::String(text) => self.text(text, language),
            Value::Array(values) => values.iter().for_each(|value| self.field(value, language)),
            Value::Object(parts) => {
                if let Some(text) = parts.get("text") {
                    let own = parts.get("language").and_then(Value::as_str).and_then(Language::parse);
                    self.field(text, own.or(language));
                } else {
                    for (tag, text) in parts {
                        if let Some(own) = Language::parse(tag) {
                            self.field(text, Some(own));
                        }
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

fn report(coverage: &Coverage, top: usize, out: &mut impl Write) -> std::io::Result<()> {
    let unknown = coverage.unknown();
    let share = 100.0 * coverage.known as f64 / coverage.words.max(1) as f64;
    writeln!(
        out,
        "{} words that say something, {} of them ({share:.1} %) inside a label; {} different words are not",
        coverage.words,
        coverage.known,
        unknown.len()
    )?;
    for word in unknown.iter().take(top) {
        let example: Vec<_> = word.example.split_whitespace().collect();
        let (code, example) = (word.language.code(), example.join(" "));
        writeln!(out, "{:>7}  {code}  {:<24} {example}", word.count, word.word)?;
    }
    Ok(())
}
