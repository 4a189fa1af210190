//! A collection: products that belong together and are shown together.

use diesel::prelude::*;

use super::Status;
use crate::accounts::Organisation;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::collections;
use crate::ids::{CollectionId, OrganisationId};
use crate::locale::Wording;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = collections)]
pub struct Collection {
    pub id: CollectionId,
    pub maker_id: OrganisationId,
    pub slug: String,
    pub title: Json<Wording>,
    pub story: Json<Wording>,
    pub status: Status,
    pub created_at: Time,
    pub updated_at: Time,
    pub published_at: Option<Time>,
    pub withdrawn_at: Option<Time>,
    pub version: i64,
}

impl Collection {
    pub fn is_public(&self, maker: &Organisation) -> bool {
        self.status == Status::Published && maker.is_approved()
    }
}
