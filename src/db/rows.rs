//! Rows as lines of JSON that mean the same to both databases: whole and real numbers as such, truth as 0 or 1,
//! dates as `2026-03-02`, times as `2026-03-02 09:00:00.5` with as few digits as needed, the rest as text.

use diesel::RunQueryDsl;
use diesel::connection::DefaultLoadingMode;
use diesel::pg::PgRowByRowLoadingMode;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::tables::{Column, Kind, Table, quoted};
use super::{DbConnection, Write};
use crate::error::{Error, Result};

#[derive(diesel::QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = Nullable<BigInt>)]
    number: Option<i64>,
}

fn number(conn: &mut DbConnection, query: String) -> Result<Option<i64>> {
    let rows: Vec<Number> = diesel::sql_query(query).load(conn)?;
    Ok(rows.first().and_then(|row| row.number))
}

/// Lets a long reading take its time.
pub fn be_patient(conn: &mut DbConnection) -> Result<()> {
    if let DbConnection::Postgres(conn) = conn {
        diesel::sql_query("SET LOCAL statement_timeout = 0").execute(conn)?;
        diesel::sql_query("SET LOCAL idle_in_transaction_session_timeout = 0").execute(conn)?;
    }
    Ok(())
}

pub fn count(conn: &mut DbConnection, table: &Table) -> Result<u64> {
    let found = number(conn, format!("SELECT count(*) AS number FROM {}", quoted(&table.name)))?;
    Ok(found.unwrap_or(0).unsigned_abs())
}

/// Reads a table row by row, however long it is, in the order of its key.
pub fn read(conn: &mut DbConnection, table: &Table, mut each: impl FnMut(&str) -> Result<()>) -> Result<()> {
    let first = table.columns.first().ok_or_else(|| Error::broken("a table without columns"))?;
    let (name, key) = (quoted(&table.name), quoted(&first.name));
    match conn {
        DbConnection::Sqlite(conn) => {
            let pairs = pairs(table, |column| quoted(&column.name));
            let query = format!("SELECT json_object({pairs}) AS line FROM {name} ORDER BY {key}");
            for row in diesel::sql_query(query).load_iter::<Line, DefaultLoadingMode>(conn)? {
                each(&row?.line)?;
            }
        }
        DbConnection::Postgres(conn) => {
            let pairs = pairs(table, postgres_value);
            let collation = if first.kind == Kind::Text { " COLLATE \"C\"" } else { "" };
            let query = format!(
                "SELECT json_build_object({pairs})::text AS line FROM {name} ORDER BY {key}{collation}"
            );
            for row in diesel::sql_query(query).load_iter::<Line, PgRowByRowLoadingMode>(conn)? {
                each(&row?.line)?;
            }
        }
    }
    Ok(())
}

fn pairs(table: &Table, value: impl Fn(&Column) -> String) -> String {
    let pair = |column: &Column| format!("'{}', {}", column.name.replace('\'', "''"), value(column));
    table.columns.iter().map(pair).collect::<Vec<_>>().join(", ")
}

/// As Diesel writes it on SQLite, where times are compared as text.
fn postgres_value(column: &Column) -> String {
    let name = quoted(&column.name);
    match column.kind {
        Kind::Integer | Kind::Real | Kind::Text => name,
        Kind::Boolean => format!("{name}::int"),
        Kind::Date => format!("to_char({name}, 'YYYY-MM-DD')"),
        Kind::Time => format!(
            "to_char({name}, 'YYYY-MM-DD HH24:MI:SS') || CASE \
             WHEN extract(microseconds FROM {name})::bigint % 1000000 = 0 THEN '' \
             WHEN extract(microseconds FROM {name})::bigint % 1000 = 0 THEN to_char({name}, '.MS') \
             ELSE to_char({name}, '.US') END"
        ),
    }
}

/// Writes lines that [`read`] gave into an empty table.
pub fn write(tx: &mut Write<'_>, table: &Table, lines: &[String]) -> Result<usize> {
    let columns: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let (name, columns) = (quoted(&table.name), columns.join(", "));
    let array = format!("[{}]", lines.join(","));
    let written = match &mut **tx {
        DbConnection::Sqlite(conn) => {
            let value = |column: &Column| format!("value ->> '$.{}'", quoted(&column.name));
            let values: Vec<String> = table.columns.iter().map(value).collect();
            let insert =
                format!("INSERT INTO {name} ({columns}) SELECT {} FROM json_each(?1)", values.join(", "));
            diesel::sql_query(insert).bind::<Text, _>(array).execute(conn)?
        }
        DbConnection::Postgres(conn) => {
            let insert = format!(
                "INSERT INTO {name} ({columns}) \
                 SELECT {columns} FROM json_populate_recordset(NULL::{name}, $1::json)"
            );
            diesel::sql_query(insert).bind::<Text, _>(array).execute(conn)?
        }
    };
    Ok(written)
}

/// The highest id that was ever given out, also to a row that is gone: no id may come again.
pub fn last_id(conn: &mut DbConnection, table: &Table) -> Result<Option<i64>> {
    let Some(column) = table.counted() else { return Ok(None) };
    let query = match conn {
        DbConnection::Sqlite(_) => {
            format!("SELECT seq AS number FROM sqlite_sequence WHERE name = {}", text(&table.name))
        }
        DbConnection::Postgres(_) => format!(
            "SELECT pg_sequence_last_value(pg_get_serial_sequence({}, {})::regclass) AS number",
            text(&quoted(&table.name)),
            text(&column.name)
        ),
    };
    Ok(Some(number(conn, query)?.unwrap_or(0)))
}

/// Lets the database go on counting after an id.
pub fn count_on_from(tx: &mut Write<'_>, table: &Table, last: i64) -> Result<()> {
    let Some(column) = table.counted() else { return Ok(()) };
    match &mut **tx {
        DbConnection::Sqlite(conn) => {
            let name = text(&table.name);
            diesel::sql_query(format!("DELETE FROM sqlite_sequence WHERE name = {name}")).execute(conn)?;
            diesel::sql_query(format!("INSERT INTO sqlite_sequence (name, seq) VALUES ({name}, {last})"))
                .execute(conn)?;
        }
        // A restart would be forgotten by `last_id` until the next row comes.
        DbConnection::Postgres(conn) if last > 0 => {
            let (name, column) = (text(&quoted(&table.name)), text(&column.name));
            diesel::sql_query(format!(
                "SELECT setval(pg_get_serial_sequence({name}, {column})::regclass, {last})"
            ))
            .execute(conn)?;
        }
        DbConnection::Postgres(_) => {}
    }
    Ok(())
}

fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
