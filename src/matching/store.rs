//! All SQL about sourcing requests and matches.

use diesel::prelude::*;

use super::SourcingRequest;
use crate::db::DbConnection;
use crate::db::schema::sourcing_requests;
use crate::error::Result;
use crate::ids::RequestId;

pub fn request(conn: &mut DbConnection, id: RequestId) -> Result<SourcingRequest> {
    Ok(SourcingRequest::query().filter(sourcing_requests::id.eq(id)).first(conn)?)
}
