//! A match: a product that answers a request, or almost does, and why.

use diesel::prelude::*;

use super::reasons::{Fit, Reasons};
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::matches;
use crate::ids::{MatchId, OrganisationId, ProductId, RequestId};

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = matches)]
pub struct Match {
    pub id: MatchId,
    pub request_id: RequestId,
    pub product_id: ProductId,
    pub maker_id: OrganisationId,
    pub verdict: Fit,
    pub score: f64,
    pub reasons: Json<Reasons>,
    pub found_at: Time,
    pub updated_at: Time,
    /// Those of one band fit equally well.
    pub band: i64,
    /// The place among them, the smallest first.
    pub turn: i64,
}
