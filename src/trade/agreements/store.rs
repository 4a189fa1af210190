//! All SQL about agreements and signatures.

use diesel::prelude::*;

use super::{Agreement, Signature};
use crate::db::DbConnection;
use crate::db::schema::{agreements, signatures};
use crate::error::Result;
use crate::ids::AgreementId;

pub fn agreement(conn: &mut DbConnection, id: AgreementId) -> Result<Agreement> {
    Ok(Agreement::query().filter(agreements::id.eq(id)).first(conn)?)
}

pub fn signatures(conn: &mut DbConnection, agreement: AgreementId) -> Result<Vec<Signature>> {
    Ok(Signature::query().filter(signatures::agreement_id.eq(agreement)).order(signatures::id).load(conn)?)
}
