//! Column types of our own: words of a closed set, and small structures kept as JSON.

use std::borrow::Cow;
use std::ops::Deref;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use diesel::{AsExpression, FromSqlRow};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Makes an enum a word in the database, in JSON and in URLs: one spelling everywhere.
#[macro_export]
macro_rules! text_enum {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        const _: () = {
            use diesel::sql_types::Text;

            #[derive(diesel::AsExpression, diesel::FromSqlRow)]
            #[diesel(foreign_derive, sql_type = Text)]
            #[allow(dead_code, missing_debug_implementations)]
            struct Proxy($name);

            impl $name {
                #[allow(dead_code)]
                pub fn word(self) -> &'static str {
                    match self { $(Self::$variant => $word),+ }
                }

                /// Every word of the set, in order.
                #[allow(dead_code)]
                pub const WORDS: &'static [&'static str] = &[$($word),+];
            }

            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(self.word())
                }
            }

            impl std::str::FromStr for $name {
                type Err = $crate::error::Message;

                fn from_str(text: &str) -> Result<Self, Self::Err> {
                    match text {
                        $($word => Ok(Self::$variant),)+
                        _ => Err($crate::error::Message::new("problem-not-a-choice")
                            .with("choices", [$($word),+].join(", "))),
                    }
                }
            }

            impl serde::Serialize for $name {
                fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.word())
                }
            }

            impl<'de> serde::Deserialize<'de> for $name {
                fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                    text.parse().map_err(|_| serde::de::Error::unknown_variant(&text, &[$($word),+]))
                }
            }

            impl schemars::JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                    schemars::json_schema!({ "type": "string", "enum": [$($word),+] })
                }
            }

            impl<DB> diesel::serialize::ToSql<Text, DB> for $name
            where
                DB: diesel::backend::Backend,
                str: diesel::serialize::ToSql<Text, DB>,
            {
                fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                    self.word().to_sql(out)
                }
            }

            impl<DB> diesel::deserialize::FromSql<Text, DB> for $name
            where
                DB: diesel::backend::Backend,
                String: diesel::deserialize::FromSql<Text, DB>,
            {
                fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                    let text = String::from_sql(bytes)?;
                    text.parse().map_err(|_| format!("{text:?} is no {}", stringify!($name)).into())
                }
            }
        };
    };
}

/// A small structure kept as JSON in a TEXT column (Diesel's own Json type does not work over both databases).
/// The text is made once, when the value comes in, because a bind value must outlive the statement.
#[derive(Clone, Debug, Default, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Json<T> {
    value: T,
    text: String,
}

impl<T> Json<T> {
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T: Serialize> From<T> for Json<T> {
    fn from(value: T) -> Self {
        let text = serde_json::to_string(&value).expect("our column types serialise");
        Self { value, text }
    }
}

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: PartialEq> PartialEq for Json<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Serialize> Serialize for Json<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T: JsonSchema> JsonSchema for Json<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

impl<T, DB> ToSql<Text, DB> for Json<T>
where
    T: std::fmt::Debug,
    DB: Backend,
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.text.to_sql(out)
    }
}

impl<T, DB> FromSql<Text, DB> for Json<T>
where
    T: DeserializeOwned,
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = String::from_sql(bytes)?;
        Ok(Self { value: serde_json::from_str(&text)?, text })
    }
}
