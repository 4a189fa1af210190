//! What an operator does, with the real binary: backup and restore, reindex, import, doctor, and a server that stops.

mod backup;
mod commands;
mod server;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use fondouk::clock::Clock;
use fondouk::db::{Db, rows, tables};
use fondouk::settings::Settings;

use crate::support::TestApp;

/// The binary, for a house of its own.
fn fondouk(folder: &Path, database: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fondouk"));
    command
        .env("FONDOUK_DATABASE__URL", database)
        .env("FONDOUK_LOG__FILTER", "warn")
        .arg("--data")
        .arg(folder);
    command
}

fn url_of(app: &TestApp) -> &str {
    &app.fondouk.house.settings.database.url
}

/// Runs the binary on the data of a house that is open meanwhile.
async fn beside(app: &TestApp, arguments: &[&str]) -> Output {
    let mut command = fondouk(app.folder(), url_of(app));
    command.args(arguments);
    tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap()
}

#[track_caller]
fn good(output: &Output) -> String {
    assert!(output.status.success(), "{}", said(output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[track_caller]
fn refused(output: &Output, text: &str) {
    assert_eq!(output.status.code(), Some(1), "{}", said(output));
    assert!(said(output).contains(text), "{text:?} is not in: {}", said(output));
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

type Rows = BTreeMap<String, (Option<i64>, Vec<String>)>;

fn open(folder: &Path, url: &str) -> Db {
    let mut settings = Settings::defaults();
    settings.data.folder = folder.to_owned();
    settings.database.url = url.to_owned();
    Db::open(&settings.database, settings.sqlite_file(), Clock::Machine).unwrap()
}

/// All rows of all tables, and the last id that each gave out; without the epoch, which a restore is to raise.
fn everything(db: &Db) -> Rows {
    let read = db.read_now(|conn| {
        let mut found = Rows::new();
        for table in tables::all(conn)? {
            let mut lines = Vec::new();
            rows::read(conn, &table, |line| {
                // The two databases put blanks into JSON, or do not.
                let row: serde_json::Value = serde_json::from_str(line)?;
                if row["key"] != "epoch" || table.name != "house_facts" {
                    lines.push(row.to_string());
                }
                Ok(())
            })?;
            lines.sort();
            found.insert(table.name.clone(), (rows::last_id(conn, &table)?, lines));
        }
        Ok(found)
    });
    read.unwrap()
}
