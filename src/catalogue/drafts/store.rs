//! SQL about drafts.

use diesel::prelude::*;

use super::Kind;
use crate::accounts::Member;
use crate::clock::Time;
use crate::db::schema::form_drafts;
use crate::db::{DbConnection, Write};
use crate::error::Result;

pub(super) fn find(
    conn: &mut DbConnection,
    by: &Member,
    kind: Kind,
    thing: i64,
) -> Result<Option<(String, Time)>> {
    Ok(form_drafts::table
        .filter(form_drafts::person_id.eq(by.person).and(form_drafts::maker_id.eq(by.organisation)))
        .filter(form_drafts::kind.eq(kind).and(form_drafts::thing_id.eq(thing)))
        .select((form_drafts::content, form_drafts::kept_at))
        .first(conn)
        .optional()?)
}

/// One draft of each thing: the last one.
pub(super) fn keep(tx: &mut Write<'_>, by: &Member, kind: Kind, thing: i64, content: &str) -> Result<()> {
    let now = tx.now();
    let known = form_drafts::table
        .filter(form_drafts::person_id.eq(by.person).and(form_drafts::maker_id.eq(by.organisation)))
        .filter(form_drafts::kind.eq(kind).and(form_drafts::thing_id.eq(thing)));
    let changed = diesel::update(known)
        .set((form_drafts::content.eq(content), form_drafts::kept_at.eq(now)))
        .execute(&mut **tx)?;
    if changed == 0 {
        diesel::insert_into(form_drafts::table)
            .values((
                form_drafts::person_id.eq(by.person),
                form_drafts::maker_id.eq(by.organisation),
                form_drafts::kind.eq(kind),
                form_drafts::thing_id.eq(thing),
                form_drafts::content.eq(content),
                form_drafts::kept_at.eq(now),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn delete(tx: &mut Write<'_>, by: &Member, kind: Kind, thing: i64) -> Result<()> {
    let known = form_drafts::table
        .filter(form_drafts::person_id.eq(by.person).and(form_drafts::maker_id.eq(by.organisation)))
        .filter(form_drafts::kind.eq(kind).and(form_drafts::thing_id.eq(thing)));
    diesel::delete(known).execute(&mut **tx)?;
    Ok(())
}

pub(super) fn forget_before(tx: &mut Write<'_>, time: Time) -> Result<usize> {
    Ok(diesel::delete(form_drafts::table.filter(form_drafts::kept_at.lt(time))).execute(&mut **tx)?)
}
