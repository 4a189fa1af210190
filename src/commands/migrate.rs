//! `fondouk migrate`: opening the database brings it up to date.

use crate::clock::Clock;
use crate::db::Db;
use crate::error::Result;
use crate::settings::Settings;

pub(super) fn migrate(settings: Settings) -> Result<()> {
    Db::open(&settings.database, settings.sqlite_file(), Clock::Machine)?;
    println!("The database is up to date.");
    Ok(())
}
