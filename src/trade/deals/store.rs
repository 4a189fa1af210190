//! All SQL about deals.

use diesel::prelude::*;

use super::{Deal, DealLine};
use crate::db::DbConnection;
use crate::db::schema::{deal_lines, deals};
use crate::error::Result;
use crate::ids::DealId;

pub fn deal(conn: &mut DbConnection, id: DealId) -> Result<Deal> {
    Ok(Deal::query().filter(deals::id.eq(id)).first(conn)?)
}

pub fn lines(conn: &mut DbConnection, deal: DealId) -> Result<Vec<DealLine>> {
    Ok(DealLine::query().filter(deal_lines::deal_id.eq(deal)).order(deal_lines::id).load(conn)?)
}
