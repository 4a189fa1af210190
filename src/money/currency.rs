//! The currencies of ISO 4217 and how many decimals each has.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use diesel::{AsExpression, FromSqlRow};

use crate::error::Message;

/// An active ISO 4217 currency; unknown codes cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Currency(&'static str);

/// Code and decimals, from the table that also names them.
static DECIMALS: LazyLock<HashMap<&'static str, u32>> = LazyLock::new(|| {
    include_str!("../locale/cldr/currencies.tsv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, cells.next()?.parse().ok()?))
        })
        .collect()
});

impl Currency {
    pub const EUR: Self = Self("EUR");

    pub fn parse(text: &str) -> Result<Self, Message> {
        let code = text.trim().to_ascii_uppercase();
        DECIMALS
            .get_key_value(code.as_str())
            .map(|(code, _)| Self(code))
            .ok_or_else(|| Message::new("problem-currency-unknown"))
    }

    pub fn code(self) -> &'static str {
        self.0
    }

    pub fn decimals(self) -> u32 {
        DECIMALS.get(self.0).copied().unwrap_or(2)
    }

    /// One major unit in minor units: 1000 for TND.
    pub fn minor_per_major(self) -> i64 {
        10_i64.pow(self.decimals())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl<DB> ToSql<Text, DB> for Currency
where
    DB: Backend,
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB> FromSql<Text, DB> for Currency
where
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let code = String::from_sql(bytes)?;
        Self::parse(&code).map_err(|_| format!("no currency {code:?}").into())
    }
}
