//! The code on a line sheet: nobody guesses it, and anybody can type it. Sixty random bits in letters and figures that are
//! not taken for each other; what people mistake all the same is read as it was meant.

use std::fmt;
use std::str::FromStr;

use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;

use crate::error::Message;

/// Without I, L, O and U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 12;
const GROUP: usize = 4;

/// As it is written: `K7QM-2F9T-XW4A`.
#[derive(Clone, Debug, PartialEq, Eq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Code(String);

impl Code {
    pub fn random() -> Self {
        let bytes: [u8; LENGTH] = rand::random();
        Self::grouped(bytes.map(|byte| char::from(LETTERS[usize::from(byte % 32)])))
    }

    fn grouped(letters: [char; LENGTH]) -> Self {
        let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
        Self(groups.join("-"))
    }
}

impl FromStr for Code {
    type Err = Message;

    fn from_str(text: &str) -> Result<Self, Message> {
        let wrong = || Message::new("problem-line-sheet-code");
        let mut letters = ['0'; LENGTH];
        let mut read = 0;
        for letter in text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-') {
            let meant = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let known = u8::try_from(meant).is_ok_and(|byte| LETTERS.contains(&byte));
            *letters.get_mut(read).filter(|_| known).ok_or_else(wrong)? = meant;
            read += 1;
        }
        if read == LENGTH { Ok(Self::grouped(letters)) } else { Err(wrong()) }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<DB> ToSql<Text, DB> for Code
where
    DB: diesel::backend::Backend,
    String: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB> FromSql<Text, DB> for Code
where
    DB: diesel::backend::Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        String::from_sql(bytes).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_meant() {
        let code: Code = "K7QM-2F9T-XW01".parse().unwrap();
        for typed in ["k7qm2f9txw01", " K7QM 2F9T XW01 ", "k7qm-2f9t-xwol", "K7QM-2F9T-XWOI"] {
            assert_eq!(typed.parse::<Code>().unwrap(), code, "{typed}");
        }
        for wrong in ["", "K7QM", "K7QM-2F9T-XW4AA", "K7QM-2F9T-XW4U", "K7QM-2F9T-XWشش", "\0"] {
            assert!(wrong.parse::<Code>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn codes_come_back_from_their_text_and_differ() {
        let (one, other) = (Code::random(), Code::random());
        assert_eq!(one.to_string().parse::<Code>().unwrap(), one);
        assert_ne!(one, other);
    }
}
