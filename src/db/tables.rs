//! What tables there are, asked of the database itself: a backup holds whatever the migrations of its time made.

use std::collections::{BTreeMap, BTreeSet};

use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Text};

use super::{DbConnection, Write, migrations};
use crate::error::{Error, Result};

#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
    /// Does the database count it up by itself?
    pub counted: bool,
}

/// The few types that both databases know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Integer,
    Real,
    Text,
    Boolean,
    Time,
    Date,
}

impl Kind {
    fn parse(name: &str) -> Result<Self> {
        match name.to_ascii_lowercase().as_str() {
            "integer" | "bigint" => Ok(Self::Integer),
            "double precision" => Ok(Self::Real),
            "text" => Ok(Self::Text),
            "boolean" => Ok(Self::Boolean),
            "timestamp" | "timestamp without time zone" => Ok(Self::Time),
            "date" => Ok(Self::Date),
            other => Err(Error::broken(format!("columns of the type {other} are not known here"))),
        }
    }
}

impl Table {
    /// The column that the database counts up, if there is one.
    pub fn counted(&self) -> Option<&Column> {
        self.columns.iter().find(|column| column.counted)
    }
}

#[derive(diesel::QueryableByName)]
struct ColumnRow {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    column_name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = BigInt)]
    counted: i64,
}

#[derive(diesel::QueryableByName)]
struct Reference {
    #[diesel(sql_type = Text)]
    child: String,
    #[diesel(sql_type = Text)]
    parent: String,
}

const SQLITE_COLUMNS: &str = "
    SELECT t.name AS table_name, c.name AS column_name, c.type AS kind,
           c.pk = 1 AND t.sql LIKE '%AUTOINCREMENT%' AS counted
    FROM sqlite_schema t JOIN pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND t.name <> '__diesel_schema_migrations'
    ORDER BY t.name, c.cid";

const POSTGRES_COLUMNS: &str = "
    SELECT table_name::text, column_name::text, data_type::text AS kind,
           (is_identity = 'YES')::int::bigint AS counted
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
      AND table_name <> '__diesel_schema_migrations'
    ORDER BY table_name, ordinal_position";

const SQLITE_REFERENCES: &str = "
    SELECT t.name AS child, f.\"table\" AS parent
    FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'";

const POSTGRES_REFERENCES: &str = "
    SELECT child.relname::text AS child, parent.relname::text AS parent
    FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
    WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace";

/// All tables, each after those that it refers to.
pub fn all(conn: &mut DbConnection) -> Result<Vec<Table>> {
    let (columns, references) = match conn {
        DbConnection::Sqlite(_) => (SQLITE_COLUMNS, SQLITE_REFERENCES),
        DbConnection::Postgres(_) => (POSTGRES_COLUMNS, POSTGRES_REFERENCES),
    };
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for row in diesel::sql_query(columns).load::<ColumnRow>(conn)? {
        let column =
            Column { kind: Kind::parse(&row.kind)?, name: row.column_name, counted: row.counted == 1 };
        let table = tables
            .entry(row.table_name.clone())
            .or_insert(Table { name: row.table_name, columns: Vec::new() });
        table.columns.push(column);
    }
    let mut parents: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in diesel::sql_query(references).load::<Reference>(conn)? {
        if row.child != row.parent {
            parents.entry(row.child).or_default().insert(row.parent);
        }
    }
    in_order(tables, &parents)
}

fn in_order(
    mut tables: BTreeMap<String, Table>,
    parents: &BTreeMap<String, BTreeSet<String>>,
) -> Result<Vec<Table>> {
    let mut ordered: Vec<Table> = Vec::new();
    while !tables.is_empty() {
        let is_free = |name: &str| match parents.get(name) {
            Some(parents) => parents.iter().all(|parent| !tables.contains_key(parent)),
            None => true,
        };
        let free: Vec<String> = tables.keys().filter(|name| is_free(name)).cloned().collect();
        if free.is_empty() {
            let names: Vec<&str> = tables.keys().map(String::as_str).collect();
            return Err(Error::broken(format!(
                "these tables refer to each other in a circle: {}",
                names.join(", ")
            )));
        }
        ordered.extend(free.iter().filter_map(|name| tables.remove(name)));
    }
    Ok(ordered)
}

/// Lays all tables anew, empty and as they were when just these migrations were applied. Everything else is gone,
/// unless the write fails.
pub fn lay_anew(tx: &mut Write<'_>, versions: &[String]) -> Result<()> {
    if let DbConnection::Postgres(conn) = &mut **tx {
        // A restore takes as long as it takes, and a node that starts meanwhile waits for its end.
        diesel::sql_query("SET LOCAL statement_timeout = 0").execute(conn)?;
        diesel::sql_query("SET LOCAL idle_in_transaction_session_timeout = 0").execute(conn)?;
        diesel::sql_query("SELECT pg_advisory_xact_lock(7203390)").execute(conn)?;
    }
    // SQLite looks whether anything still refers to what is dropped, so those that refer go first.
    for table in all(tx)?.iter().rev() {
        diesel::sql_query(format!("DROP TABLE {}", quoted(&table.name))).execute(&mut **tx)?;
    }
    diesel::sql_query("DELETE FROM __diesel_schema_migrations").execute(&mut **tx)?;
    migrations::apply_only(tx, |version| versions.iter().any(|wanted| wanted == version))?;
    Ok(())
}

/// Applies the migrations that [`lay_anew`] left out.
pub fn bring_up_to_date(tx: &mut Write<'_>) -> Result<Vec<String>> {
    migrations::apply_only(tx, |_| true)
}

/// The migrations of this database, and those that are missing or not known.
pub fn age(conn: &mut DbConnection) -> Result<super::Age> {
    migrations::age(conn)
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str) -> (String, Table) {
        (name.to_owned(), Table { name: name.to_owned(), columns: Vec::new() })
    }

    fn refers(child: &str, parent: &str) -> (String, BTreeSet<String>) {
        (child.to_owned(), BTreeSet::from([parent.to_owned()]))
    }

    #[test]
    fn a_table_stands_after_those_it_refers_to() {
        let tables = || BTreeMap::from([table("a"), table("b"), table("c")]);
        let ordered = in_order(tables(), &BTreeMap::from([refers("a", "b"), refers("b", "c")])).unwrap();
        let names: Vec<_> = ordered.iter().map(|table| table.name.as_str()).collect();
        assert_eq!(names, ["c", "b", "a"]);
        assert!(in_order(tables(), &BTreeMap::from([refers("a", "b"), refers("b", "a")])).is_err());
    }
}
