//! A revision: who changed which fields of a product or a collection when, each before and after.

use diesel::prelude::*;

use super::state::Change;
use crate::catalogue::Subject;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::Actor;
use crate::db::schema::{bulk_changes, revisions};
use crate::ids::{BulkChangeId, CollectionId, OrganisationId, PersonId, ProductId, RevisionId};

/// What was done when something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Created,
    Edited,
    Terms,
    Pictures,
    Published,
    Withdrawn,
    Imported,
    Copied,
    Translated,
    Bulk,
    Undone,
    Restored,
}

crate::text_enum!(Act {
    Created => "created",
    Edited => "edited",
    Terms => "terms",
    Pictures => "pictures",
    Published => "published",
    Withdrawn => "withdrawn",
    Imported => "imported",
    Copied => "copied",
    Translated => "translated",
    Bulk => "bulk",
    Undone => "undone",
    Restored => "restored",
});

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = revisions)]
pub struct Revision {
    pub id: RevisionId,
    pub maker_id: OrganisationId,
    pub product_id: Option<ProductId>,
    pub collection_id: Option<CollectionId>,
    pub act: Act,
    /// The revision that this one undoes, or whose state it brings back.
    pub about_id: Option<RevisionId>,
    pub bulk_change_id: Option<BulkChangeId>,
    /// That of the thing once it was changed.
    pub version: i64,
    pub changes: Json<Vec<Change>>,
    pub person_id: Option<PersonId>,
    pub organisation_id: Option<OrganisationId>,
    pub recorded_at: Time,
}

impl Revision {
    pub fn subject(&self) -> Option<Subject> {
        self.product_id.map(Subject::Product).or(self.collection_id.map(Subject::Collection))
    }
}

/// Many products changed at once.
#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = bulk_changes)]
pub struct BulkChange {
    pub id: BulkChangeId,
    pub maker_id: OrganisationId,
    pub products: i64,
    pub person_id: Option<PersonId>,
    pub organisation_id: Option<OrganisationId>,
    pub changed_at: Time,
    pub undone_at: Option<Time>,
}

/// What is said of a revision beside its changes.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub actor: Actor,
    pub act: Act,
    pub about: Option<RevisionId>,
    pub bulk: Option<BulkChangeId>,
}

impl Entry {
    pub fn of(actor: Actor, act: Act) -> Self {
        Self { actor, act, about: None, bulk: None }
    }

    pub fn about(self, revision: RevisionId) -> Self {
        Self { about: Some(revision), ..self }
    }

    pub fn within(self, bulk: Option<BulkChangeId>) -> Self {
        Self { bulk, ..self }
    }
}
