//! Connections are opened once and lent out.

use std::time::Duration;

use diesel::connection::SimpleConnection;

use super::DbConnection;
use super::connection::Address;
use crate::error::{Error, Result};

pub(super) type Pool = r2d2::Pool<Opener>;

#[derive(Debug)]
pub(super) struct Opener(pub(super) Address);

/// r2d2 wants one error type for opening and testing.
#[derive(Debug, thiserror::Error)]
pub(super) enum OpenError {
    #[error(transparent)]
    Open(#[from] diesel::ConnectionError),
    #[error(transparent)]
    Test(#[from] diesel::result::Error),
}

impl r2d2::ManageConnection for Opener {
    type Connection = DbConnection;
    type Error = OpenError;

    fn connect(&self) -> Result<DbConnection, OpenError> {
        Ok(self.0.open()?)
    }

    fn is_valid(&self, conn: &mut DbConnection) -> Result<(), OpenError> {
        // An embedded connection does not break by itself; a network one may have.
        match conn {
            DbConnection::Sqlite(_) => Ok(()),
            DbConnection::Postgres(conn) => Ok(conn.batch_execute("SELECT 1")?),
        }
    }

    fn has_broken(&self, _: &mut DbConnection) -> bool {
        std::thread::panicking()
    }
}

pub(super) fn build(address: Address, size: u32) -> Result<Pool> {
    r2d2::Pool::builder()
        .max_size(size)
        .min_idle(Some(1))
        .connection_timeout(Duration::from_secs(5))
        .build(Opener(address))
        .map_err(Error::wrap)
}
