//! `fondouk migrate`: brings the tables up to date and says what that took.

use crate::db::Db;
use crate::error::Result;
use crate::settings::Settings;

pub(super) fn migrate(settings: &Settings) -> Result<()> {
    let applied = Db::migrate(&settings.database, settings.sqlite_file())?;
    for name in &applied {
        println!("Applied {name}.");
    }
    match applied.len() {
        0 => println!("The database was up to date already."),
        1 => println!("The database is up to date: 1 migration was applied."),
        many => println!("The database is up to date: {many} migrations were applied."),
    }
    Ok(())
}
