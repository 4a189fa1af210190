//! SQL about revisions.

use std::collections::HashSet;

use diesel::prelude::*;

use super::revision::{BulkChange, Entry, Revision};
use super::state::Change;
use crate::catalogue::Subject;
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{bulk_changes, revisions};
use crate::db::{Actor, DbConnection, Write};
use crate::error::Result;
use crate::ids::{BulkChangeId, OrganisationId, RevisionId};
use crate::web::Listing;

pub(super) fn revision(conn: &mut DbConnection, id: RevisionId) -> Result<Revision> {
    Ok(Revision::query().filter(revisions::id.eq(id)).first(conn)?)
}

/// The newest first.
pub(super) fn of_subject(
    conn: &mut DbConnection,
    subject: Subject,
    listing: Listing,
) -> Result<Vec<Revision>> {
    let query = Revision::query()
        .filter(revisions::id.lt(RevisionId(listing.before)))
        .order(revisions::id.desc())
        .limit(listing.fetch())
        .into_boxed();
    Ok(match subject {
        Subject::Product(id) => query.filter(revisions::product_id.eq(id)).load(conn)?,
        Subject::Collection(id) => query.filter(revisions::collection_id.eq(id)).load(conn)?,
    })
}

/// Everything that came after one, the newest first.
pub(super) fn since(conn: &mut DbConnection, subject: Subject, id: RevisionId) -> Result<Vec<Revision>> {
    let query = Revision::query().filter(revisions::id.gt(id)).order(revisions::id.desc()).into_boxed();
    Ok(match subject {
        Subject::Product(id) => query.filter(revisions::product_id.eq(id)).load(conn)?,
        Subject::Collection(id) => query.filter(revisions::collection_id.eq(id)).load(conn)?,
    })
}

/// Everything that came after a version of the thing, the newest first.
pub(super) fn since_version(
    conn: &mut DbConnection,
    subject: Subject,
    version: i64,
) -> Result<Vec<Revision>> {
    let query =
        Revision::query().filter(revisions::version.gt(version)).order(revisions::id.desc()).into_boxed();
    Ok(match subject {
        Subject::Product(id) => query.filter(revisions::product_id.eq(id)).load(conn)?,
        Subject::Collection(id) => query.filter(revisions::collection_id.eq(id)).load(conn)?,
    })
}

/// Which of these were undone.
pub(super) fn undone(conn: &mut DbConnection, ids: &[RevisionId]) -> Result<HashSet<RevisionId>> {
    let found: Vec<Option<RevisionId>> = revisions::table
        .filter(revisions::about_id.eq_any(ids).and(revisions::act.eq(super::Act::Undone)))
        .select(revisions::about_id)
        .load(conn)?;
    Ok(found.into_iter().flatten().collect())
}

pub(super) fn insert(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    subject: Subject,
    version: i64,
    entry: &Entry,
    changes: Vec<Change>,
) -> Result<RevisionId> {
    let now = tx.now();
    let (product, collection) = match subject {
        Subject::Product(id) => (Some(id), None),
        Subject::Collection(id) => (None, Some(id)),
    };
    Ok(diesel::insert_into(revisions::table)
        .values((
            revisions::maker_id.eq(maker),
            revisions::product_id.eq(product),
            revisions::collection_id.eq(collection),
            revisions::act.eq(entry.act),
            revisions::about_id.eq(entry.about),
            revisions::bulk_change_id.eq(entry.bulk),
            revisions::version.eq(version),
            revisions::changes.eq(Json::from(changes)),
            revisions::person_id.eq(entry.actor.person),
            revisions::organisation_id.eq(entry.actor.organisation),
            revisions::recorded_at.eq(now),
        ))
        .returning(revisions::id)
        .get_result(&mut **tx)?)
}

pub fn insert_bulk_change(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    actor: Actor,
    products: i64,
) -> Result<BulkChangeId> {
    let now = tx.now();
    Ok(diesel::insert_into(bulk_changes::table)
        .values((
            bulk_changes::maker_id.eq(maker),
            bulk_changes::products.eq(products),
            bulk_changes::person_id.eq(actor.person),
            bulk_changes::organisation_id.eq(actor.organisation),
            bulk_changes::changed_at.eq(now),
        ))
        .returning(bulk_changes::id)
        .get_result(&mut **tx)?)
}

pub(super) fn bulk_change(conn: &mut DbConnection, id: BulkChangeId) -> Result<BulkChange> {
    Ok(BulkChange::query().filter(bulk_changes::id.eq(id)).first(conn)?)
}

pub(super) fn set_undone(tx: &mut Write<'_>, id: BulkChangeId) -> Result<()> {
    let now = tx.now();
    diesel::update(bulk_changes::table.find(id)).set(bulk_changes::undone_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

/// What one change of many products did to each.
pub(super) fn of_bulk_change(conn: &mut DbConnection, id: BulkChangeId) -> Result<Vec<Revision>> {
    Ok(Revision::query().filter(revisions::bulk_change_id.eq(id)).order(revisions::id).load(conn)?)
}

pub(super) fn forget_before(tx: &mut Write<'_>, time: Time) -> Result<usize> {
    Ok(diesel::delete(revisions::table.filter(revisions::recorded_at.lt(time))).execute(&mut **tx)?)
}

/// Forgets what lies behind the newest so many of each thing.
pub(super) fn forget_beyond(tx: &mut Write<'_>, most: i64) -> Result<usize> {
    let products: Vec<(Option<crate::ids::ProductId>, i64)> = revisions::table
        .filter(revisions::product_id.is_not_null())
        .group_by(revisions::product_id)
        .having(diesel::dsl::count_star().gt(most))
        .select((revisions::product_id, diesel::dsl::count_star()))
        .load(&mut **tx)?;
    let collections: Vec<(Option<crate::ids::CollectionId>, i64)> = revisions::table
        .filter(revisions::collection_id.is_not_null())
        .group_by(revisions::collection_id)
        .having(diesel::dsl::count_star().gt(most))
        .select((revisions::collection_id, diesel::dsl::count_star()))
        .load(&mut **tx)?;
    let full = products.into_iter().filter_map(|(id, _)| id.map(Subject::Product));
    let full = full.chain(collections.into_iter().filter_map(|(id, _)| id.map(Subject::Collection)));
    let mut forgotten = 0;
    for subject in full {
        let newest = of_subject(tx, subject, Listing { before: i64::MAX, limit: most - 1 })?;
        let Some(oldest) = newest.last() else { continue };
        let older = revisions::id.lt(oldest.id);
        forgotten += match subject {
            Subject::Product(id) => {
                let old = revisions::table.filter(revisions::product_id.eq(id).and(older));
                diesel::delete(old).execute(&mut **tx)?
            }
            Subject::Collection(id) => {
                let old = revisions::table.filter(revisions::collection_id.eq(id).and(older));
                diesel::delete(old).execute(&mut **tx)?
            }
        };
    }
    Ok(forgotten)
}
