//! SQL about imports and their rows.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use serde::{Deserialize, Serialize};

use super::layout::Layout;
use super::reading::Row;
use super::report::{Change, KeptProblem, Outcome, RowView, Tally};
use super::staged::{About, Import, State};
use crate::clock::Time;
use crate::columns::Json;
use crate::db::schema::{import_items, import_mappings, import_rows, imports};
use crate::db::{DbConnection, Write};
use crate::error::Result;
use crate::ids::{ImportId, OrganisationId, PersonId};
use crate::locale::{Language, Wording};

/// What was found about a product, kept with its first row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Verdict {
    pub sku: String,
    pub title: Wording,
    pub changes: Vec<Change>,
    pub problems: Vec<KeptProblem>,
    pub lacks: Vec<String>,
}

/// A verdict on its way into its row.
#[derive(Debug, Serialize)]
pub(super) struct Judged {
    pub number: u64,
    /// By what its products and variants may not come again.
    #[serde(skip)]
    pub items: Vec<String>,
    pub outcome: &'static str,
    /// JSON in JSON: to the database it is a text.
    pub verdict: String,
}

pub(super) fn import(conn: &mut DbConnection, id: ImportId) -> Result<Import> {
    Ok(Import::query().filter(imports::id.eq(id)).first(conn)?)
}

/// The one that this file began and did not finish.
pub(super) fn same(
    conn: &mut DbConnection,
    maker: Option<OrganisationId>,
    content_hash: &str,
) -> Result<Option<Import>> {
    let mut query = Import::query()
        .filter(imports::content_hash.eq(content_hash).and(imports::state.ne(State::Committed)))
        .into_boxed();
    query = match maker {
        Some(maker) => query.filter(imports::maker_id.eq(maker)),
        None => query.filter(imports::maker_id.is_null()),
    };
    Ok(query.order(imports::id.desc()).first(conn).optional()?)
}

pub(super) fn of_maker(conn: &mut DbConnection, maker: OrganisationId, most: i64) -> Result<Vec<Import>> {
    Ok(Import::query()
        .filter(imports::maker_id.eq(maker))
        .order(imports::id.desc())
        .limit(most)
        .load(conn)?)
}

pub(super) struct NewImport<'a> {
    pub maker: Option<OrganisationId>,
    pub content_hash: &'a str,
    pub about: &'a About,
    pub layout: &'a Layout,
    pub by: Option<PersonId>,
}

pub(super) fn insert(tx: &mut Write<'_>, new: &NewImport<'_>) -> Result<ImportId> {
    let now = tx.now();
    Ok(diesel::insert_into(imports::table)
        .values((
            imports::maker_id.eq(new.maker),
            imports::content_hash.eq(new.content_hash),
            imports::about.eq(Json::from(new.about.clone())),
            imports::layout.eq(Json::from(new.layout.clone())),
            imports::state.eq(State::Reading),
            imports::staged.eq(0),
            imports::position.eq(0),
            imports::tally.eq(Json::from(Tally::default())),
            imports::created_by.eq(new.by),
            imports::created_at.eq(now),
            imports::updated_at.eq(now),
        ))
        .returning(imports::id)
        .get_result(&mut **tx)?)
}

/// How far an import has come.
pub(super) fn advance(
    tx: &mut Write<'_>,
    id: ImportId,
    state: State,
    position: i64,
    tally: &Tally,
) -> Result<()> {
    let now = tx.now();
    let committed_at = (state == State::Committed).then_some(now);
    diesel::update(imports::table.find(id))
        .set((
            imports::state.eq(state),
            imports::position.eq(position),
            imports::tally.eq(Json::from(tally.clone())),
            imports::updated_at.eq(now),
            imports::committed_at.eq(committed_at),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn set_staged(tx: &mut Write<'_>, id: ImportId, staged: i64) -> Result<()> {
    let now = tx.now();
    diesel::update(imports::table.find(id))
        .set((imports::staged.eq(staged), imports::updated_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn set_layout(tx: &mut Write<'_>, id: ImportId, layout: &Layout) -> Result<()> {
    diesel::update(imports::table.find(id))
        .set(imports::layout.eq(Json::from(layout.clone())))
        .execute(&mut **tx)?;
    Ok(())
}

#[derive(Serialize)]
struct NewRow {
    number: u64,
    /// JSON in JSON: to the database it is a text.
    cells: String,
}

/// A whole batch in one statement: a statement per row would be most of the time.
pub(super) fn insert_rows(tx: &mut Write<'_>, id: ImportId, rows: &[Row]) -> Result<()> {
    let turn = |row: &Row| Ok(NewRow { number: row.number, cells: serde_json::to_string(&row.cells)? });
    let batch = serde_json::to_string(&rows.iter().map(turn).collect::<Result<Vec<_>>>()?)?;
    execute(
        tx,
        id,
        batch,
        "INSERT INTO import_rows (import_id, number, leader, cells) \
         SELECT ?1, value ->> '$.number', value ->> '$.number', value ->> '$.cells' FROM json_each(?2)",
        "INSERT INTO import_rows (import_id, number, leader, cells) \
         SELECT $1, number, number, cells FROM json_to_recordset($2::json) AS r(number BIGINT, cells TEXT)",
    )
}

/// Which row leads which: pairs of number and leader.
///
/// The rows are all there, so every one of them conflicts. An UPDATE with a join would say the same, but SQLite goes
/// through all rows of the import for it.
pub(super) fn set_leaders(tx: &mut Write<'_>, id: ImportId, pairs: &[(i64, i64)]) -> Result<()> {
    let batch: Vec<_> = pairs.iter().map(|(n, l)| serde_json::json!({ "number": n, "leader": l })).collect();
    execute(
        tx,
        id,
        serde_json::to_string(&batch)?,
        "INSERT INTO import_rows (import_id, number, leader, cells) \
         SELECT ?1, value ->> '$.number', value ->> '$.leader', '' FROM json_each(?2) WHERE true \
         ON CONFLICT (import_id, number) DO UPDATE SET leader = excluded.leader",
        "INSERT INTO import_rows (import_id, number, leader, cells) \
         SELECT $1, number, leader, '' FROM json_to_recordset($2::json) AS v(number BIGINT, leader BIGINT) \
         ON CONFLICT (import_id, number) DO UPDATE SET leader = excluded.leader",
    )
}

/// The same for what was found.
pub(super) fn set_verdicts(tx: &mut Write<'_>, id: ImportId, judged: &[Judged]) -> Result<()> {
    execute(
        tx,
        id,
        serde_json::to_string(judged)?,
        "INSERT INTO import_rows (import_id, number, leader, cells, outcome, verdict) \
         SELECT ?1, value ->> '$.number', 0, '', value ->> '$.outcome', value ->> '$.verdict' \
         FROM json_each(?2) WHERE true ON CONFLICT (import_id, number) \
         DO UPDATE SET outcome = excluded.outcome, verdict = excluded.verdict",
        "INSERT INTO import_rows (import_id, number, leader, cells, outcome, verdict) \
         SELECT $1, number, 0, '', outcome, verdict FROM json_to_recordset($2::json) \
         AS v(number BIGINT, outcome TEXT, verdict TEXT) ON CONFLICT (import_id, number) \
         DO UPDATE SET outcome = excluded.outcome, verdict = excluded.verdict",
    )?;
    let of_one = |one: &Judged| {
        let number = one.number;
        one.items.iter().map(move |item| serde_json::json!({ "item": item, "number": number })).collect()
    };
    let items: Vec<serde_json::Value> = judged.iter().flat_map::<Vec<_>, _>(of_one).collect();
    execute(
        tx,
        id,
        serde_json::to_string(&items)?,
        "INSERT INTO import_items (import_id, item, number) \
         SELECT ?1, value ->> '$.item', value ->> '$.number' FROM json_each(?2)",
        "INSERT INTO import_items (import_id, item, number) \
         SELECT $1, item, number FROM json_to_recordset($2::json) AS i(item TEXT, number BIGINT)",
    )
}

fn execute(tx: &mut Write<'_>, id: ImportId, batch: String, sqlite: &str, postgres: &str) -> Result<()> {
    match &mut **tx {
        DbConnection::Sqlite(conn) => {
            diesel::sql_query(sqlite).bind::<BigInt, _>(id).bind::<Text, _>(batch).execute(conn)?
        }
        DbConnection::Postgres(conn) => {
            diesel::sql_query(postgres).bind::<BigInt, _>(id).bind::<Text, _>(batch).execute(conn)?
        }
    };
    Ok(())
}

/// Every row is its own leader again, and nothing is known about any.
pub(super) fn forget_verdicts(tx: &mut Write<'_>, id: ImportId) -> Result<()> {
    diesel::delete(import_items::table.filter(import_items::import_id.eq(id))).execute(&mut **tx)?;
    diesel::update(import_rows::table.filter(import_rows::import_id.eq(id)))
        .set((
            import_rows::leader.eq(import_rows::number),
            import_rows::outcome.eq(None::<Outcome>),
            import_rows::verdict.eq(None::<String>),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Rows in their order, from behind a number on.
pub(super) fn rows_after(conn: &mut DbConnection, id: ImportId, after: i64, most: i64) -> Result<Vec<Row>> {
    let rows: Vec<(i64, Json<Vec<String>>)> = import_rows::table
        .filter(import_rows::import_id.eq(id).and(import_rows::number.gt(after)))
        .order(import_rows::number)
        .limit(most)
        .select((import_rows::number, import_rows::cells))
        .load(conn)?;
    Ok(rows.into_iter().map(|(number, cells)| row(number, cells)).collect())
}

fn row(number: i64, cells: Json<Vec<String>>) -> Row {
    Row { number: number.unsigned_abs(), cells: cells.into_inner() }
}

/// Products from behind a leader on, each with its leader and all its rows.
pub(super) fn products_after(
    conn: &mut DbConnection,
    id: ImportId,
    after: i64,
    most: i64,
) -> Result<Vec<(i64, Vec<Row>)>> {
    let leaders: Vec<i64> = import_rows::table
        .filter(import_rows::import_id.eq(id).and(import_rows::number.gt(after)))
        .filter(import_rows::leader.eq(import_rows::number))
        .order(import_rows::number)
        .limit(most)
        .select(import_rows::number)
        .load(conn)?;
    let Some(last) = leaders.last() else { return Ok(Vec::new()) };
    let rows: Vec<(i64, i64, Json<Vec<String>>)> = import_rows::table
        .filter(import_rows::import_id.eq(id))
        .filter(import_rows::leader.gt(after).and(import_rows::leader.le(*last)))
        .order((import_rows::leader, import_rows::number))
        .select((import_rows::leader, import_rows::number, import_rows::cells))
        .load(conn)?;
    let mut products: Vec<(i64, Vec<Row>)> = Vec::new();
    for (leader, number, cells) in rows {
        match products.last_mut().filter(|(of, _)| *of == leader) {
            Some((_, product)) => product.push(row(number, cells)),
            None => products.push((leader, vec![row(number, cells)])),
        }
    }
    Ok(products)
}

/// The row of the same file that brought this product before.
pub(super) fn earlier(conn: &mut DbConnection, id: ImportId, item: &str, number: i64) -> Result<Option<i64>> {
    Ok(import_items::table
        .filter(import_items::import_id.eq(id).and(import_items::item.eq(item)))
        .filter(import_items::number.lt(number))
        .order(import_items::number)
        .select(import_items::number)
        .first(conn)
        .optional()?)
}

/// An outcome and its verdict, if there is one yet.
pub(super) type Kept = (Option<Outcome>, Option<String>);

/// Outcomes and verdicts, to be held against what is true now.
pub(super) fn verdicts(
    conn: &mut DbConnection,
    id: ImportId,
    from: i64,
    until: i64,
) -> Result<BTreeMap<i64, Kept>> {
    let rows: Vec<(i64, Option<Outcome>, Option<String>)> = import_rows::table
        .filter(import_rows::import_id.eq(id))
        .filter(import_rows::number.ge(from).and(import_rows::number.le(until)))
        .filter(import_rows::leader.eq(import_rows::number))
        .select((import_rows::number, import_rows::outcome, import_rows::verdict))
        .load(conn)?;
    Ok(rows.into_iter().map(|(number, outcome, verdict)| (number, (outcome, verdict))).collect())
}

/// The first problems of a file.
pub(super) fn problems(conn: &mut DbConnection, id: ImportId, most: usize) -> Result<Vec<KeptProblem>> {
    let rows: Vec<Option<Json<Verdict>>> = import_rows::table
        .filter(import_rows::import_id.eq(id).and(import_rows::outcome.eq(Outcome::Refused)))
        .order(import_rows::number)
        .limit(most as i64)
        .select(import_rows::verdict)
        .load(conn)?;
    let problems = rows.into_iter().flatten().flat_map(|verdict| verdict.into_inner().problems);
    Ok(problems.take(most).collect())
}

/// Products of a dry run in the order of the file, from a place on.
pub(super) fn views(
    conn: &mut DbConnection,
    id: ImportId,
    outcome: Option<Outcome>,
    place: i64,
    most: i64,
    language: Language,
) -> Result<Vec<RowView>> {
    let mut query = import_rows::table
        .filter(import_rows::import_id.eq(id).and(import_rows::outcome.is_not_null()))
        .select((import_rows::number, import_rows::outcome, import_rows::verdict))
        .into_boxed();
    if let Some(outcome) = outcome {
        query = query.filter(import_rows::outcome.eq(outcome));
    }
    let rows: Vec<(i64, Option<Outcome>, Option<Json<Verdict>>)> =
        query.order(import_rows::number).offset(place).limit(most).load(conn)?;
    let view = |(number, outcome, verdict): (i64, Option<Outcome>, Option<Json<Verdict>>)| {
        let verdict = verdict?.into_inner();
        Some(RowView {
            row: number.unsigned_abs(),
            outcome: outcome?,
            sku: verdict.sku,
            title: verdict.title,
            changes: verdict.changes,
            problems: verdict.problems.iter().map(|problem| problem.shown(language)).collect(),
            lacks: verdict.lacks,
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

pub(super) fn delete(tx: &mut Write<'_>, id: ImportId) -> Result<()> {
    diesel::delete(import_items::table.filter(import_items::import_id.eq(id))).execute(&mut **tx)?;
    diesel::delete(import_rows::table.filter(import_rows::import_id.eq(id))).execute(&mut **tx)?;
    diesel::delete(imports::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

/// Those that nobody has touched since.
pub(super) fn older_than(conn: &mut DbConnection, time: Time, most: i64) -> Result<Vec<ImportId>> {
    Ok(imports::table
        .filter(imports::updated_at.lt(time))
        .order(imports::id)
        .limit(most)
        .select(imports::id)
        .load(conn)?)
}

/// Those whose check stands still: whoever was at it has died.
pub(super) fn standing_still(conn: &mut DbConnection, since: Time) -> Result<Vec<ImportId>> {
    Ok(imports::table
        .filter(imports::state.eq_any([State::Grouping, State::Checking]))
        .filter(imports::updated_at.lt(since))
        .order(imports::id)
        .limit(10)
        .select(imports::id)
        .load(conn)?)
}

/// What a maker said about headers: folded header and field.
pub(super) fn mappings(conn: &mut DbConnection, maker: OrganisationId) -> Result<BTreeMap<String, String>> {
    let rows: Vec<(String, String)> = import_mappings::table
        .filter(import_mappings::maker_id.eq(maker))
        .select((import_mappings::header, import_mappings::field))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

pub(super) fn remember_mapping(
    tx: &mut Write<'_>,
    maker: OrganisationId,
    header: &str,
    field: &str,
) -> Result<()> {
    let now = tx.now();
    let known = import_mappings::table
        .filter(import_mappings::maker_id.eq(maker).and(import_mappings::header.eq(header)));
    let changed = diesel::update(known)
        .set((import_mappings::field.eq(field), import_mappings::mapped_at.eq(now)))
        .execute(&mut **tx)?;
    if changed == 0 {
        diesel::insert_into(import_mappings::table)
            .values((
                import_mappings::maker_id.eq(maker),
                import_mappings::header.eq(header),
                import_mappings::field.eq(field),
                import_mappings::mapped_at.eq(now),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}
