//! Which database this is. The search index remembers it, so that it never serves another database's past.

use diesel::prelude::*;

use super::schema::house_facts;
use super::{DbConnection, Write};
use crate::error::Result;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Random, made with the database.
    pub database: String,
    /// Raised by every restore: ids given out after the backup may come again and mean something else.
    pub epoch: i64,
}

fn fact(conn: &mut DbConnection, key: &str) -> Result<Option<String>> {
    Ok(house_facts::table.find(key).select(house_facts::value).first(conn).optional()?)
}

fn set(conn: &mut DbConnection, key: &str, value: &str) -> Result<()> {
    diesel::delete(house_facts::table.find(key)).execute(conn)?;
    diesel::insert_into(house_facts::table)
        .values((house_facts::key.eq(key), house_facts::value.eq(value)))
        .execute(conn)?;
    Ok(())
}

impl Identity {
    /// Reads the identity; a database that was never served has none yet.
    pub fn read(conn: &mut DbConnection) -> Result<Option<Self>> {
        let Some(database) = fact(conn, "database")? else { return Ok(None) };
        let epoch = fact(conn, "epoch")?.and_then(|text| text.parse().ok()).unwrap_or(1);
        Ok(Some(Self { database, epoch }))
    }

    /// Reads the identity, giving one to a new database.
    pub fn establish(tx: &mut Write<'_>) -> Result<Self> {
        if let Some(identity) = Self::read(tx)? {
            return Ok(identity);
        }
        let identity = Self { database: format!("{:032x}", rand::random::<u128>()), epoch: 1 };
        set(tx, "database", &identity.database)?;
        set(tx, "epoch", &identity.epoch.to_string())?;
        Ok(identity)
    }

    /// Marks that history was rewound. An epoch is never used twice, even if one backup is restored again and again:
    /// therefore it takes the time with it, and not only the number that stands in the backup.
    pub fn raise_epoch(tx: &mut Write<'_>) -> Result<Self> {
        let identity = Self::establish(tx)?;
        let raised = Self { epoch: tx.now().micros().max(identity.epoch + 1), ..identity };
        set(tx, "epoch", &raised.epoch.to_string())?;
        Ok(raised)
    }
}
