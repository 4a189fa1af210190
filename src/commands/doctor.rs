//! `fondouk doctor`: looks at everything that a house stands on, and says what to do about what is wrong. It repairs
//! and changes nothing.

mod data;
mod finding;
mod house;
mod machine;

use std::process::ExitCode;

use clap::Args;

use self::finding::{Finding, Verdict};
use crate::clock::Clock;
use crate::db::Db;
use crate::error::Result;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(super) struct DoctorArguments {
    /// Answer in JSON: {"verdict","findings":[{"subject","verdict","found","advice"}]}.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(settings: &Settings, arguments: &DoctorArguments) -> Result<ExitCode> {
    let findings = examine(settings)?;
    let worst = findings.iter().map(|finding| finding.verdict).max().unwrap_or(Verdict::Ok);
    match arguments.json {
        true => println!("{}", finding::json(worst, &findings)),
        false => print!("{}", finding::table(worst, &findings)),
    }
    Ok(if worst == Verdict::Fail { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn examine(settings: &Settings) -> Result<Vec<Finding>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut findings = machine::settings(settings);
    findings.extend([machine::folder(settings), machine::disk(settings)]);
    let (tables, is_current) = data::tables(settings);
    findings.push(tables);
    // Opening a database brings its tables up to date, which is not the doctor's to do.
    if is_current {
        match Db::open(&settings.database, settings.sqlite_file(), Clock::Machine) {
            Ok(db) => findings.extend(examine_house(&db, settings, &runtime)),
            Err(error) => findings.push(Finding::broken("database", &error, "see whether it is running")),
        }
    }
    findings.push(runtime.block_on(house::carrier(settings)));
    Ok(findings)
}

fn examine_house(db: &Db, settings: &Settings, runtime: &tokio::runtime::Runtime) -> Vec<Finding> {
    let mut findings = vec![
        data::content(db),
        data::clock(db),
        data::identity(db),
        house::index(db, settings),
        house::consumers(db),
    ];
    findings.extend(runtime.block_on(house::files(db, settings)));
    findings.extend([house::letters(db), house::officers(db)]);
    findings
}
