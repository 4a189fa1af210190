//! `fondouk backup` and `fondouk restore`: the whole house in one file, and back.

use std::future::Future;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::HumanBytes;

use super::progress::Steps;
use crate::backup;
use crate::clock::Clock;
use crate::db::Db;
use crate::error::Result;
use crate::files::Files;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(super) struct BackupArguments {
    /// The archive to write, for example fondouk-2026-03-02.tar.zst; it must not be there yet.
    #[arg(value_name = "FILE.tar.zst")]
    file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct RestoreArguments {
    /// An archive that `fondouk backup` wrote, on this or on another kind of database.
    #[arg(value_name = "FILE.tar.zst")]
    file: PathBuf,
    /// Replace what is in the database.
    #[arg(long)]
    force: bool,
}

pub(super) fn backup(settings: &Settings, arguments: &BackupArguments) -> Result<()> {
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::Machine)?;
    let store = Files::open(settings)?;
    let steps = Steps::new();
    let told = |step| steps.show(step);
    let manifest = wait_for(backup::take(&db, &store, &arguments.file, &told))?;
    for key in &manifest.missing {
        eprintln!(
            "fondouk: the file {key} is lost or damaged, so it is not in the backup; `fondouk doctor` says more"
        );
    }
    println!(
        "{}: {} rows of {} tables and {} files, {}, as of fact {}. Restore it with `fondouk restore`.",
        arguments.file.display(),
        manifest.rows(),
        manifest.tables.len(),
        manifest.files(),
        HumanBytes(size(&arguments.file)),
        manifest.newest_fact,
    );
    Ok(())
}

pub(super) fn restore(settings: &Settings, arguments: &RestoreArguments) -> Result<()> {
    let steps = Steps::new();
    let shown = steps.clone();
    let manifest = backup::check(&arguments.file, move |step| shown.show(step))?;
    let db = Db::open(&settings.database, settings.sqlite_file(), Clock::Machine)?;
    let store = Files::open(settings)?;
    let told = |step| steps.show(step);
    wait_for(backup::restore(&db, &store, &arguments.file, &manifest, arguments.force, &told))?;
    for key in &manifest.missing {
        eprintln!("fondouk: the file {key} was lost before the backup was made");
    }
    println!(
        "Restored {} rows and {} files, as they were on {}. The search index is built anew at the next start; a \
         running server does it by itself.",
        manifest.rows(),
        manifest.files(),
        manifest.made_at,
    );
    Ok(())
}

fn wait_for<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map(|found| found.len()).unwrap_or(0)
}
