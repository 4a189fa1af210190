//! `fondouk import`: products from a file, checked in full and then written at once, with row and column of every
//! refusal.

use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::progress;
use crate::accounts::{Kind, organisation_by_slug};
use crate::catalogue::import::{self, CellProblem, Ended, Format, Report, Wish};
use crate::clock::Clock;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::ids::{ImportId, OrganisationId};
use crate::locale::{Language, say};
use crate::money::Currency;
use crate::settings::Settings;

/// Somebody may work in the catalogue at the same time; a report that became untrue is made anew so often.
const ATTEMPTS: usize = 3;

#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    /// The file: XLSX, CSV, JSON Lines, or what Shopify, WooCommerce or Etsy export; `-` reads standard input.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Whose products these are; without it each line names its own `maker`.
    #[arg(long, value_name = "SLUG")]
    maker: Option<String>,
    /// auto, jsonl, csv, xlsx, shopify, woocommerce or etsy; the file itself says it if this does not.
    #[arg(long, default_value = "auto", value_parser = format)]
    format: Format,
    /// Of prices that name none: an ISO 4217 code. Without it the prices of Shopify and WooCommerce are left out.
    #[arg(long, value_name = "CODE", value_parser = currency)]
    currency: Option<Currency>,
    /// Of a text file, for example windows-1256; told by evidence if not said.
    #[arg(long)]
    encoding: Option<String>,
    /// Of texts that do not show it: en, fr or ar.
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
    /// Write nothing if any product is refused.
    #[arg(long)]
    strict: bool,
    /// Only say what would happen.
    #[arg(long)]
    dry_run: bool,
    /// End with one line of JSON: {"read","created","changed","skipped","refused","problems",…}.
    #[arg(long)]
    json: bool,
}

fn format(text: &str) -> std::result::Result<Format, String> {
    text.parse().map_err(|message| say(Language::En, &message))
}

fn currency(text: &str) -> std::result::Result<Currency, String> {
    Currency::parse(text).map_err(|message| say(Language::En, &message))
}

fn language(text: &str) -> std::result::Result<Language, String> {
    text.parse().map_err(|message| say(Language::En, &message))
}

pub(super) fn run(settings: &Settings, arguments: &ImportArguments) -> Result<ExitCode> {
    let file = open(&arguments.file)?;
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::Machine)?;
    let wish = Wish {
        maker: arguments.maker.as_deref().map(|slug| maker(&db, slug)).transpose()?,
        by: None,
        file: arguments.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        format: arguments.format,
        currency: arguments.currency.map(|currency| currency.code().to_owned()),
        encoding: arguments.encoding.clone(),
        language: arguments.language,
        strict: arguments.strict,
    };
    let bar = progress::turning("taking the file in");
    let id = import::stage(&db, &file, &wish)?;
    bar.set_message("rows checked");
    let mut report = checked(&db, id, &bar)?;
    for problem in &report.problems {
        bar.suspend(|| eprintln!("{}", words(problem)));
    }
    let held_back = report.refused == report.read || (arguments.strict && report.refused > 0);
    if !held_back && !arguments.dry_run {
        bar.set_message("products written");
        report = write(&db, id, &bar)?;
    }
    bar.finish_and_clear();
    // Nobody would come back for it.
    import::discard(&db, id)?;
    conclude(&report, arguments, held_back)
}

fn checked(db: &Db, id: ImportId, bar: &indicatif::ProgressBar) -> Result<Report> {
    import::finish(db, id, &mut |import| bar.set_position(import.tally.checked))?;
    db.read_now(|conn| {
        let own = import::import(conn, id)?;
        import::report(conn, &own, Language::En)
    })
}

fn write(db: &Db, id: ImportId, bar: &indicatif::ProgressBar) -> Result<Report> {
    for _ in 0..ATTEMPTS {
        if let Ended::Written(_) = import::commit(db, None, id, &mut |done| bar.set_position(done))? {
            return checked(db, id, bar);
        }
        checked(db, id, bar)?;
    }
    Err(Error::Busy)
}

fn conclude(report: &Report, arguments: &ImportArguments, held_back: bool) -> Result<ExitCode> {
    let Report { read, created, changed, skipped, refused, .. } = report;
    if arguments.json {
        println!("{}", serde_json::to_string(report)?);
    } else {
        for note in &report.notes {
            println!("{}", note.note);
        }
        for column in report.columns.iter().filter(|column| column.field.is_none()) {
            println!("The column “{}” is not known and was passed over.", column.header);
        }
        let how = report.encoding.as_deref().map(|encoding| format!(" ({encoding})")).unwrap_or_default();
        println!(
            "{read} products{how}: {created} created, {changed} changed, {skipped} the same as before, {refused} refused."
        );
        match (held_back, arguments.dry_run) {
            (true, _) => println!("Nothing was written; mend what is refused and import the file again."),
            (_, true) => println!("Nothing was written: this was a dry run."),
            _ if *refused > 0 => {
                println!(
                    "Mend what is refused and import the file again: what is in already is passed over."
                );
            }
            _ => {}
        }
    }
    Ok(if held_back { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn words(problem: &CellProblem) -> String {
    let CellProblem { row, column, value, problem, expected } = problem;
    let hint = if expected.is_empty() { String::new() } else { format!(" ({expected})") };
    let shown = if value.is_empty() { String::new() } else { format!(" “{value}”") };
    match column.as_str() {
        "line" => format!("row {row}: {problem}{hint}"),
        column => format!("row {row}, {column}{shown}: {problem}{hint}"),
    }
}

/// A wrong name on the command line is one mistake, and not one in every line.
fn maker(db: &Db, slug: &str) -> Result<OrganisationId> {
    match db.read_now(|conn| organisation_by_slug(conn, slug)) {
        Ok(found) if found.kind == Kind::Maker => Ok(found.id),
        Ok(_) => Err(Error::broken(format!("--maker: {slug} is not a maker"))),
        Err(Error::NotFound) => Err(Error::broken(format!(
            "--maker: there is no maker with the slug {slug}; it is the last part of the address of the maker's page"
        ))),
        Err(error) => Err(error),
    }
}

/// The file is read more than once, which standard input cannot be.
fn open(path: &Path) -> Result<File> {
    if path != Path::new("-") {
        return File::open(path)
            .map_err(|error| Error::broken(format!("cannot read {}: {error}", path.display())));
    }
    let mut spool = tempfile::tempfile()?;
    io::copy(&mut io::stdin().lock(), &mut spool)?;
    spool.seek(SeekFrom::Start(0))?;
    Ok(spool)
}
