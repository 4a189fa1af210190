//! What the world reads about a maker.

use diesel::prelude::*;

use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::maker_profiles;
use crate::ids::OrganisationId;
use crate::locale::Wording;
use crate::money::Currency;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = maker_profiles)]
pub struct MakerProfile {
    pub maker_id: OrganisationId,
    pub place: Json<Wording>,
    /// Keys of the crafts.
    pub crafts: Json<Vec<String>>,
    pub story: Json<Wording>,
    pub founded: Option<i64>,
    pub people_count: Option<i64>,
    /// Pieces a week, over all products.
    pub weekly_capacity: Option<i64>,
    /// Many makers may not export themselves; then an exporter of record stands in the deal.
    pub exports_itself: bool,
    /// The currency that the maker's prices begin with.
    pub currency: Currency,
    pub updated_at: Time,
    pub version: i64,
}
