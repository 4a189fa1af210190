//! All SQL about what waits to be told, to whom, and the links of its letters.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use diesel::dsl::min;
use diesel::prelude::*;

use super::Rhythm;
use super::links::Link;
use super::searches::{Asking, SavedSearch};
use super::tiding::{About, Kind, Reader, Tiding};
use crate::accounts;
use crate::catalogue::Audience;
use crate::clock::{Date, Time};
use crate::db::schema::{saved_searches, tiding_links, tiding_readers, tidings};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, PersonId, ProductId, SavedSearchId};
use crate::web::Listing;

/// As many ids as a statement may name on either database.
const CHUNK: usize = 500;
/// What has waited longer than this (its reader had ended the letters, the house was closed) is no news any more.
const NEWS_DAYS: i64 = 30;
/// That somebody was told of a thing is remembered this long.
const REMEMBERED_DAYS: i64 = 400;
/// A link that has expired says so for this long, before nobody knows of it any more.
const EXPIRED_DAYS: i64 = 60;

pub(super) fn news_from(now: Time) -> Time {
    now.minus(TimeDelta::days(NEWS_DAYS))
}

/// Notes something, once for each person and thing: says whether it was not known before. With `told_at` it waits no more.
pub(super) fn insert(
    tx: &mut Write<'_>,
    person: PersonId,
    organisation: OrganisationId,
    about: About,
    told_at: Option<Time>,
) -> Result<bool> {
    let row = (
        tidings::person_id.eq(person),
        tidings::organisation_id.eq(organisation),
        tidings::kind.eq(about.kind()),
        tidings::request_id.eq(about.request()),
        tidings::product_id.eq(about.product()),
        tidings::search_id.eq(about.search()),
        tidings::found_at.eq(tx.now()),
        tidings::told_at.eq(told_at),
    );
    let inserted = crate::on_each_backend!(&mut **tx, |conn| diesel::insert_into(tidings::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn))?;
    Ok(inserted == 1)
}

/// Who has something waiting, and since when.
pub(super) fn waiting(conn: &mut DbConnection, now: Time) -> Result<Vec<(PersonId, Time)>> {
    let rows: Vec<(PersonId, Option<Time>)> = tidings::table
        .filter(tidings::told_at.is_null().and(tidings::found_at.gt(news_from(now))))
        .group_by(tidings::person_id)
        .order(tidings::person_id)
        .select((tidings::person_id, min(tidings::found_at)))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(person, since)| Some((person, since?))).collect())
}

pub(super) fn waiting_for(
    conn: &mut DbConnection,
    person: PersonId,
    now: Time,
    most: i64,
) -> Result<Vec<Tiding>> {
    Ok(Tiding::query()
        .filter(tidings::person_id.eq(person).and(tidings::told_at.is_null()))
        .filter(tidings::found_at.gt(news_from(now)))
        .order(tidings::id)
        .limit(most)
        .load(conn)?)
}

pub(super) fn set_told(tx: &mut Write<'_>, ids: &[i64]) -> Result<()> {
    let now = tx.now();
    for some in ids.chunks(CHUNK) {
        diesel::update(tidings::table.filter(tidings::id.eq_any(some)))
            .set(tidings::told_at.eq(Some(now)))
            .execute(&mut **tx)?;
    }
    Ok(())
}

pub(super) fn delete(tx: &mut Write<'_>, ids: &[i64]) -> Result<()> {
    for some in ids.chunks(CHUNK) {
        diesel::delete(tidings::table.filter(tidings::id.eq_any(some))).execute(&mut **tx)?;
    }
    Ok(())
}

/// A product has changed: the searches that it does not answer any more need not be told of it.
pub(super) fn keep_only(tx: &mut Write<'_>, product: ProductId, answered: &[SavedSearchId]) -> Result<()> {
    let waiting: Vec<(i64, Option<SavedSearchId>)> = tidings::table
        .filter(tidings::product_id.eq(product).and(tidings::kind.eq(Kind::Found)))
        .filter(tidings::told_at.is_null())
        .select((tidings::id, tidings::search_id))
        .load(&mut **tx)?;
    let over = waiting.into_iter().filter(|(_, search)| search.is_none_or(|own| !answered.contains(&own)));
    let over: Vec<i64> = over.map(|(id, _)| id).collect();
    delete(tx, &over)
}

/// Clears away what nobody will be told any more, what was told long ago, and links that have expired.
pub fn forget_old(tx: &mut Write<'_>) -> Result<usize> {
    let now = tx.now();
    let old = tidings::table.filter(tidings::found_at.le(now.minus(TimeDelta::days(REMEMBERED_DAYS))));
    let told = diesel::delete(old).execute(&mut **tx)?;
    let stale = tidings::table.filter(tidings::told_at.is_null().and(tidings::found_at.le(news_from(now))));
    let untold = diesel::delete(stale).execute(&mut **tx)?;
    let expired = now.minus(TimeDelta::days(EXPIRED_DAYS));
    let links = diesel::delete(tiding_links::table.filter(tiding_links::expires_at.le(expired)));
    Ok(told + untold + links.execute(&mut **tx)?)
}

pub(super) fn reader(conn: &mut DbConnection, person: PersonId) -> Result<Reader> {
    let known = Reader::query().filter(tiding_readers::person_id.eq(person)).first(conn).optional()?;
    Ok(known.unwrap_or_else(|| Reader::new(person)))
}

/// Those of some people who have a row of their own.
pub(super) fn readers(conn: &mut DbConnection, people: &[PersonId]) -> Result<BTreeMap<PersonId, Reader>> {
    let mut readers = BTreeMap::new();
    for some in people.chunks(CHUNK) {
        let known: Vec<Reader> = Reader::query().filter(tiding_readers::person_id.eq_any(some)).load(conn)?;
        readers.extend(known.into_iter().map(|reader| (reader.person_id, reader)));
    }
    Ok(readers)
}

/// Writes down how somebody wants to be told, and up to when they were.
pub(super) fn set_reader(tx: &mut Write<'_>, reader: &Reader) -> Result<()> {
    let content = (
        tiding_readers::rhythm.eq(reader.rhythm),
        tiding_readers::former_rhythm.eq(reader.former_rhythm),
        tiding_readers::told_to.eq(reader.told_to),
        tiding_readers::changed_at.eq(tx.now()),
    );
    crate::on_each_backend!(&mut **tx, |conn| diesel::insert_into(tiding_readers::table)
        .values((tiding_readers::person_id.eq(reader.person_id), content))
        .on_conflict(tiding_readers::person_id)
        .do_update()
        .set(content)
        .execute(conn))?;
    Ok(())
}

pub(super) fn insert_link(tx: &mut Write<'_>, link: &Link, hash: &str) -> Result<()> {
    diesel::insert_into(tiding_links::table)
        .values((
            tiding_links::token_hash.eq(hash),
            tiding_links::person_id.eq(link.person_id),
            tiding_links::organisation_id.eq(link.organisation_id),
            tiding_links::request_id.eq(link.request_id),
            tiding_links::action.eq(link.action),
            tiding_links::expires_at.eq(link.expires_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Also one that was used or has expired.
pub(super) fn link(conn: &mut DbConnection, hash: &str) -> Result<Link> {
    Ok(Link::query().filter(tiding_links::token_hash.eq(hash)).first(conn)?)
}

pub(super) fn spend_link(tx: &mut Write<'_>, id: i64) -> Result<()> {
    let now = tx.now();
    diesel::update(tiding_links::table.find(id))
        .set(tiding_links::used_at.eq(Some(now)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn searches_of(
    conn: &mut DbConnection,
    person: PersonId,
    listing: Listing,
) -> Result<Vec<SavedSearch>> {
    Ok(SavedSearch::query()
        .filter(saved_searches::person_id.eq(person))
        .filter(saved_searches::id.lt(SavedSearchId(listing.before)))
        .order(saved_searches::id.desc())
        .limit(listing.fetch())
        .load(conn)?)
}

pub(super) fn count_searches(conn: &mut DbConnection, person: PersonId) -> Result<i64> {
    Ok(saved_searches::table.filter(saved_searches::person_id.eq(person)).count().get_result(conn)?)
}

pub(super) fn search(conn: &mut DbConnection, id: SavedSearchId) -> Result<SavedSearch> {
    Ok(SavedSearch::query().filter(saved_searches::id.eq(id)).first(conn)?)
}

pub(super) fn insert_search(
    tx: &mut Write<'_>,
    person: PersonId,
    name: &str,
    query: &str,
) -> Result<SavedSearchId> {
    let now = tx.now();
    Ok(diesel::insert_into(saved_searches::table)
        .values((
            saved_searches::person_id.eq(person),
            saved_searches::name.eq(name),
            saved_searches::query.eq(query),
            saved_searches::created_at.eq(now),
        ))
        .returning(saved_searches::id)
        .get_result(&mut **tx)?)
}

/// With what waits to be told of it, and what was.
pub(super) fn delete_search(tx: &mut Write<'_>, person: PersonId, id: SavedSearchId) -> Result<()> {
    let own = saved_searches::table.find(id).filter(saved_searches::person_id.eq(person));
    own.select(saved_searches::id).first::<SavedSearchId>(&mut **tx)?;
    diesel::delete(tidings::table.filter(tidings::search_id.eq(id))).execute(&mut **tx)?;
    match diesel::delete(saved_searches::table.find(id)).execute(&mut **tx)? {
        1 => Ok(()),
        _ => Err(Error::NotFound),
    }
}

/// Every saved search of those who can be written to, as it is to be read on this day.
pub fn askings(conn: &mut DbConnection, today: Date) -> Result<BTreeMap<SavedSearchId, Asking>> {
    let saved: Vec<SavedSearch> = SavedSearch::query().order(saved_searches::id).load(conn)?;
    let mut people: Vec<PersonId> = saved.iter().map(|search| search.person_id).collect();
    people.dedup();
    let ended = readers(conn, &people)?;
    people.retain(|person| ended.get(person).is_none_or(|reader| reader.rhythm != Rhythm::Never));
    let members = accounts::members(conn, &people)?;
    let asking = |search: SavedSearch| {
        let member = members.get(&search.person_id)?;
        Some((search.id, Asking::new(search.query, member, today)))
    };
    Ok(saved.into_iter().filter_map(asking).collect())
}

/// From where somebody looks, and whether they see prices.
pub(super) fn eyes(member: &accounts::Member) -> (Audience, bool) {
    (Audience::of(Some(member)), member.sees_prices())
}
