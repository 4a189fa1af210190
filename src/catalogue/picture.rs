//! A picture of a product or a collection: re-encoded, in two sizes.

use diesel::prelude::*;

use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::pictures;
use crate::ids::{CollectionId, OrganisationId, PictureId, ProductId};
use crate::locale::Wording;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = pictures)]
pub struct Picture {
    pub id: PictureId,
    pub product_id: Option<ProductId>,
    pub collection_id: Option<CollectionId>,
    pub maker_id: OrganisationId,
    /// The order in which they are shown; the first is the cover.
    pub rank: i64,
    pub large_key: String,
    pub small_key: String,
    pub width: i64,
    pub height: i64,
    pub caption: Json<Wording>,
    pub created_at: Time,
}
