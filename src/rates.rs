//! The monthly exchange rates that the house keeps, and how they come in.
//!
//! Amounts that must stay as they are (a verified export) are frozen with their rate by whoever verifies them; so a month's
//! rate may be corrected here without changing any figure after the fact.

use data_encoding::HEXLOWER;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::clock::{Date, Time, month_of};
use crate::db::schema::exchange_rates;
use crate::db::{DbConnection, Write};
use crate::error::{Error, Message, Problems, Result};
use crate::money::{Currency, Rate, Rates};

/// The table that a new house begins with; its origin stands in the file beside it.
const FIRST_TABLE: &str = include_str!("programme/data/rates.csv");
const FIRST_SOURCE: &str = "HM Revenue & Customs, monthly exchange rates for customs and VAT";

/// The rates of one month, as `2026-11`; without any entry where the month is not in the table.
pub fn of_month(conn: &mut DbConnection, month: &str) -> Result<Rates> {
    let rows: Vec<(Currency, String)> = exchange_rates::table
        .filter(exchange_rates::month.eq(month))
        .select((exchange_rates::currency, exchange_rates::per_eur))
        .load(conn)?;
    let per_eur = rows.into_iter().map(|(currency, text)| Ok((currency, stored_rate(&text)?)));
    Ok(Rates { month: month.to_owned(), per_eur: per_eur.collect::<Result<_>>()? })
}

/// The rates of the latest month that is in the table and not after a date.
pub fn latest(conn: &mut DbConnection, date: Date) -> Result<Rates> {
    let month: Option<String> = exchange_rates::table
        .filter(exchange_rates::month.le(month_of(date)))
        .select(diesel::dsl::max(exchange_rates::month))
        .first(conn)?;
    month.map_or_else(|| Ok(Rates::default()), |month| of_month(conn, &month))
}

/// Where the rate of a currency in a month comes from.
pub fn source_of(conn: &mut DbConnection, month: &str, currency: Currency) -> Result<Option<String>> {
    Ok(exchange_rates::table
        .filter(exchange_rates::month.eq(month).and(exchange_rates::currency.eq(currency)))
        .select(exchange_rates::source)
        .first(conn)
        .optional()?)
}

/// Gives a new house its first table of rates; a house that has rates keeps them.
pub fn seed(tx: &mut Write<'_>) -> Result<usize> {
    let known: i64 = exchange_rates::table.count().get_result(&mut **tx)?;
    if known > 0 { Ok(0) } else { load_csv(tx, FIRST_TABLE, FIRST_SOURCE) }
}

/// Takes in a table `month,currency,per_eur`, all of it or nothing, and says how many rates are new or changed.
/// A problem names its line.
pub fn load_csv(tx: &mut Write<'_>, csv: &str, source: &str) -> Result<usize> {
    let rows = read_csv(csv)?;
    let source_hash = HEXLOWER.encode(&Sha256::digest(csv.as_bytes()));
    let mut new = Vec::new();
    let mut changed = 0;
    let known = known_rates(tx)?;
    for row in rows {
        let entry = Entry {
            month: row.month,
            currency: row.currency,
            per_eur: row.rate.to_string(),
            source,
            source_hash: &source_hash,
            recorded_at: tx.now(),
        };
        match known.get(&(entry.month.clone(), entry.currency)) {
            None => new.push(entry),
            Some(per_eur) if *per_eur == entry.per_eur => {}
            Some(_) => changed += replace(tx, &entry)?,
        }
    }
    // Few enough at a time for SQLite's limit of bound values.
    for some in new.chunks(500) {
        crate::on_each_backend!(&mut **tx, |conn| diesel::insert_into(exchange_rates::table)
            .values(some)
            .execute(conn))?;
    }
    Ok(new.len() + changed)
}

#[derive(Insertable)]
#[diesel(table_name = exchange_rates)]
struct Entry<'a> {
    month: String,
    currency: Currency,
    per_eur: String,
    source: &'a str,
    source_hash: &'a str,
    recorded_at: Time,
}

type Known = std::collections::HashMap<(String, Currency), String>;

fn known_rates(conn: &mut DbConnection) -> Result<Known> {
    let rows: Vec<(String, Currency, String)> = exchange_rates::table
        .select((exchange_rates::month, exchange_rates::currency, exchange_rates::per_eur))
        .load(conn)?;
    Ok(rows.into_iter().map(|(month, currency, rate)| ((month, currency), rate)).collect())
}

fn replace(tx: &mut Write<'_>, entry: &Entry<'_>) -> Result<usize> {
    Ok(diesel::update(exchange_rates::table)
        .filter(exchange_rates::month.eq(&entry.month).and(exchange_rates::currency.eq(entry.currency)))
        .set((
            exchange_rates::per_eur.eq(&entry.per_eur),
            exchange_rates::source.eq(entry.source),
            exchange_rates::source_hash.eq(entry.source_hash),
            exchange_rates::recorded_at.eq(entry.recorded_at),
        ))
        .execute(&mut **tx)?)
}

fn stored_rate(text: &str) -> Result<Rate> {
    text.parse().map_err(|_| Error::broken(format!("{text:?} is stored as an exchange rate")))
}

#[derive(Debug, PartialEq)]
struct Row {
    month: String,
    currency: Currency,
    rate: Rate,
}

fn read_csv(csv: &str) -> Result<Vec<Row>> {
    let mut lines = csv.trim_start_matches('\u{feff}').lines().enumerate();
    let header = lines.next().map(|(_, line)| line.trim());
    if header != Some("month,currency,per_eur") {
        return Err(Error::invalid("line.1", "problem-rates-header"));
    }
    let mut problems = Problems::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for (position, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let Some(row) = problems.take(&format!("line.{}", position + 1), read_row(line)) else { continue };
        if seen.insert((row.month.clone(), row.currency)) {
            rows.push(row);
        } else {
            problems.add(format!("line.{}", position + 1), "problem-rate-twice");
        }
    }
    problems.check()?;
    Ok(rows)
}

fn read_row(line: &str) -> Result<Row, Message> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [month, currency, rate] = cells[..] else { return Err(Message::new("problem-rates-header")) };
    let first_day = Date::parse_from_str(&format!("{month}-01"), "%Y-%m-%d");
    let month = first_day.map(month_of).map_err(|_| Message::new("problem-month-unreadable"))?;
    Ok(Row { month, currency: Currency::parse(currency)?, rate: rate.parse()? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;
    use crate::db::Db;
    use crate::money::Money;

    fn house() -> (tempfile::TempDir, Db) {
        let folder = tempfile::tempdir().unwrap();
        let settings = crate::settings::Settings::defaults().database;
        let db =
            Db::open(&settings, folder.path().join("test.db"), Clock::set_to(Time::from_micros(0))).unwrap();
        (folder, db)
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_table_is_taken_in_once_and_read_back_exactly() {
        let (_folder, db) = house();
        assert_eq!(db.write_now(seed).unwrap(), FIRST_TABLE.lines().count() - 1);
        assert_eq!(db.write_now(seed).unwrap(), 0);
        assert_eq!(db.write_now(|tx| load_csv(tx, FIRST_TABLE, "again")).unwrap(), 0);
        let rates = db.read_now(|conn| of_month(conn, "2025-12")).unwrap();
        let lbp = Currency::parse("LBP").unwrap();
        assert_eq!(rates.of(lbp).unwrap().to_string(), "104135.852225");
        assert!(rates.to_eur(Money::new(1, lbp)).is_some());
    }

    #[test]
    fn the_latest_rates_are_never_those_of_the_future() {
        let (_folder, db) = house();
        let csv = "month,currency,per_eur\n2025-11,MAD,10.7\n2026-01,MAD,10.9\n";
        db.write_now(|tx| load_csv(tx, csv, "test")).unwrap();
        let month = |date: &str| db.read_now(|conn| latest(conn, day(date))).unwrap().month;
        assert_eq!(month("2025-12-31"), "2025-11");
        assert_eq!(month("2026-01-01"), "2026-01");
        assert_eq!(month("2030-05-05"), "2026-01");
        assert_eq!(month("2020-01-01"), "");
    }

    #[test]
    fn a_corrected_rate_replaces_the_old_one_with_its_source() {
        let (_folder, db) = house();
        let mad = Currency::parse("MAD").unwrap();
        for (rate, source) in [("10.7", "first"), ("10.8", "corrected")] {
            let csv = format!("month,currency,per_eur\n2025-11,MAD,{rate}\n");
            assert_eq!(db.write_now(move |tx| load_csv(tx, &csv, source)).unwrap(), 1);
        }
        let rates = db.read_now(|conn| of_month(conn, "2025-11")).unwrap();
        assert_eq!(rates.of(mad).unwrap().to_string(), "10.800000");
        let source = db.read_now(move |conn| source_of(conn, "2025-11", mad)).unwrap();
        assert_eq!(source.as_deref(), Some("corrected"));
    }

    #[test]
    fn each_bad_line_is_named_and_nothing_is_taken() {
        let csv = "month,currency,per_eur\n2025-13,MAD,1\n2025-11,XXQ,1\n2025-11,MAD,0\n2025-11,TND,3.4\n2025-11,TND,3.5\n";
        let Err(Error::Invalid(problems)) = read_csv(csv) else { panic!("four problems expected") };
        let lines: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(lines, ["line.2", "line.3", "line.4", "line.6"]);
        assert!(read_csv("month;currency\n").is_err());
    }
}
