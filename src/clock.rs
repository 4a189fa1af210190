//! The time: microseconds in UTC, because that is what both databases keep.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, SubsecRound, TimeDelta, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Timestamp;
use diesel::{AsExpression, FromSqlRow};

pub type Date = NaiveDate;

/// Days since the first of January 1970, as the search index counts them; earlier days are day 0.
pub fn day_number(date: Date) -> u32 {
    u32::try_from(date.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or(0)
}

/// An instant in UTC, cut to microseconds: PostgreSQL would round the rest and then differ from what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Time(NaiveDateTime);

impl Time {
    pub fn from_micros(micros: i64) -> Self {
        Self(DateTime::from_timestamp_micros(micros).unwrap_or_default().naive_utc())
    }

    pub fn micros(self) -> i64 {
        self.0.and_utc().timestamp_micros()
    }

    pub fn date(self) -> Date {
        self.0.date()
    }

    pub fn plus(self, delta: TimeDelta) -> Self {
        Self(self.0 + delta)
    }

    pub fn minus(self, delta: TimeDelta) -> Self {
        Self(self.0 - delta)
    }

    pub fn rfc3339(self) -> String {
        self.0.and_utc().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
    }
}

impl From<DateTime<Utc>> for Time {
    fn from(time: DateTime<Utc>) -> Self {
        Self(time.naive_utc().trunc_subsecs(6))
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rfc3339())
    }
}

impl serde::Serialize for Time {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.rfc3339())
    }
}

impl<'de> serde::Deserialize<'de> for Time {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        DateTime::<Utc>::deserialize(deserializer).map(Self::from)
    }
}

impl schemars::JsonSchema for Time {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Time".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <DateTime<Utc> as schemars::JsonSchema>::json_schema(generator)
    }
}

impl<DB> ToSql<Timestamp, DB> for Time
where
    DB: Backend,
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB> FromSql<Timestamp, DB> for Time
where
    DB: Backend,
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        NaiveDateTime::from_sql(bytes).map(Self)
    }
}

/// Where the time comes from: the machine, or a hand that sets it (tests, and the demo's two years of history).
#[derive(Clone, Debug)]
pub enum Clock {
    Machine,
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still until it is moved.
    pub fn set_to(time: Time) -> Self {
        Self::Set(Arc::new(AtomicI64::new(time.micros())))
    }

    pub fn now(&self) -> Time {
        match self {
            Self::Machine => Utc::now().into(),
            Self::Set(micros) => Time::from_micros(micros.load(Ordering::SeqCst)),
        }
    }

    pub fn today(&self) -> Date {
        self.now().date()
    }

    /// Moves a set clock; the machine's clock is not ours to move.
    pub fn advance(&self, delta: TimeDelta) {
        if let Self::Set(micros) = self {
            micros.fetch_add(delta.num_microseconds().unwrap_or(0), Ordering::SeqCst);
        }
    }

    /// Puts a set clock to an instant.
    pub fn turn_to(&self, time: Time) {
        if let Self::Set(micros) = self {
            micros.store(time.micros(), Ordering::SeqCst);
        }
    }
}

/// The month of a date as `2026-11`, the key of monthly exchange rates.
pub fn month_of(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nanoseconds_are_cut_not_rounded() {
        let time = DateTime::parse_from_rfc3339("2026-01-01T00:00:00.123456999Z").unwrap();
        assert_eq!(Time::from(time.to_utc()).rfc3339(), "2026-01-01T00:00:00.123456Z");
    }

    #[test]
    fn a_set_clock_moves_only_by_hand() {
        let clock = Clock::set_to(Time::from_micros(0));
        assert_eq!(clock.now(), clock.now());
        clock.advance(TimeDelta::days(1));
        assert_eq!(clock.today(), Date::from_ymd_opt(1970, 1, 2).unwrap());
    }
}
