//! `fondouk import`: products from a file of JSON lines, with a line number for every refusal.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::progress;
use crate::accounts::{Kind, organisation_by_slug};
use crate::catalogue::import::{ImportOptions, LineProblem, Progress, Report, import};
use crate::clock::Clock;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::locale::Language;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    /// The file, one product per line; `-` reads standard input.
    #[arg(value_name = "FILE.jsonl")]
    file: PathBuf,
    /// Whose products these are; without it each line names its own `maker`.
    #[arg(long, value_name = "SLUG")]
    maker: Option<String>,
    /// Write nothing if any line is refused.
    #[arg(long)]
    strict: bool,
    /// End with one line of JSON: {"read","created","changed","skipped","refused"}.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(settings: &Settings, arguments: &ImportArguments) -> Result<ExitCode> {
    let source = Source::open(&arguments.file)?;
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::Machine)?;
    if let Some(slug) = &arguments.maker {
        expect_maker(&db, slug)?;
    }
    let options = ImportOptions {
        maker: arguments.maker.clone(),
        strict: arguments.strict,
        language: Language::En,
        by: None,
    };
    let bar = progress::turning("lines checked");
    let report = import(&db, || source.read(), &options, &mut |told| match told {
        Progress::Checked { lines } => bar.set_position(lines),
        Progress::Refused(problem) => bar.suspend(|| eprintln!("{}", words(problem))),
        Progress::Written { lines } => {
            bar.set_message("lines written");
            bar.set_position(lines);
        }
    })?;
    bar.finish_and_clear();
    Ok(conclude(&report, arguments))
}

fn conclude(report: &Report, arguments: &ImportArguments) -> ExitCode {
    let Report { read, created, changed, skipped, refused, .. } = report;
    let held_back = *refused > 0 && (arguments.strict || refused == read);
    if arguments.json {
        // Written out, so that the numbers stand in the documented order.
        println!(
            r#"{{"read":{read},"created":{created},"changed":{changed},"skipped":{skipped},"refused":{refused}}}"#
        );
    } else {
        println!(
            "{read} lines: {created} created, {changed} changed, {skipped} the same as before, {refused} refused."
        );
        if held_back {
            println!("Nothing was written; mend the refused lines and import the file again.");
        } else if *refused > 0 {
            println!("Mend the refused lines and import the file again: what is in already is passed over.");
        }
    }
    if held_back { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn words(problem: &LineProblem) -> String {
    let LineProblem { line, field, problem, expected } = problem;
    let hint = if expected.is_empty() { String::new() } else { format!(" ({expected})") };
    match field.as_str() {
        "line" => format!("line {line}: {problem}{hint}"),
        field => format!("line {line}, {field}: {problem}{hint}"),
    }
}

/// A wrong name on the command line is one mistake, and not one in every line.
fn expect_maker(db: &Db, slug: &str) -> Result<()> {
    match db.read_now(|conn| organisation_by_slug(conn, slug)) {
        Ok(found) if found.kind == Kind::Maker => Ok(()),
        Ok(_) => Err(Error::broken(format!("--maker: {slug} is not a maker"))),
        Err(Error::NotFound) => Err(Error::broken(format!(
            "--maker: there is no maker with the slug {slug}; it is the last part of the address of the maker's page"
        ))),
        Err(error) => Err(error),
    }
}

/// The file is read twice, which standard input cannot be.
#[derive(Debug)]
enum Source {
    Named(PathBuf),
    Spooled(tempfile::NamedTempFile),
}

impl Source {
    fn open(file: &Path) -> Result<Self> {
        if file != Path::new("-") {
            File::open(file)
                .map_err(|error| Error::broken(format!("cannot read {}: {error}", file.display())))?;
            return Ok(Self::Named(file.to_owned()));
        }
        let mut spool = tempfile::NamedTempFile::new()?;
        io::copy(&mut io::stdin().lock(), &mut spool)?;
        Ok(Self::Spooled(spool))
    }

    fn read(&self) -> io::Result<Box<dyn BufRead>> {
        let file = match self {
            Self::Named(path) => File::open(path)?,
            Self::Spooled(spool) => spool.reopen()?,
        };
        Ok(Box::new(BufReader::new(file)))
    }
}
