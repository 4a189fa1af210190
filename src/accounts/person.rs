//! A person, and the rules for their name, address and password.

use diesel::prelude::*;

use crate::clock::Time;
use crate::db::schema::people;
use crate::error::Message;
use crate::ids::PersonId;
use crate::locale::Language;

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = people)]
pub struct Person {
    pub id: PersonId,
    pub email: String,
    pub name: String,
    pub language: Language,
    pub password_hash: String,
    pub email_verified_at: Option<Time>,
    pub disabled_at: Option<Time>,
    pub created_at: Time,
}

/// What a person may do for their organisation: owners also decide who belongs to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    #[default]
    Owner,
    Member,
}

crate::text_enum!(Role { Owner => "owner", Member => "member" });

#[derive(Clone, Debug, PartialEq)]
pub struct NewPerson {
    pub email: String,
    pub name: String,
    pub language: Language,
    pub password_hash: String,
}

/// Passwords are long rather than strange: length is what makes guessing dear.
const SHORTEST_PASSWORD: usize = 10;
/// Argon2 reads every byte; nobody types more than this.
const LONGEST_PASSWORD: usize = 256;

/// One spelling per mailbox, so that nobody signs up twice by accident.
pub fn parse_email(text: &str) -> Result<String, Message> {
    let email = text.trim().to_lowercase();
    let wrong = || Message::new("problem-email");
    if email.len() > 254 || email.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return Err(wrong());
    }
    let address: lettre::Address = email.parse().map_err(|_| wrong())?;
    // A mailbox on the internet has a domain with a dot; without one it is a typing error.
    if address.domain().contains('.') { Ok(email) } else { Err(wrong()) }
}

pub fn check_password(password: &str, email: &str) -> Result<(), Message> {
    let length = password.chars().count();
    if length < SHORTEST_PASSWORD {
        return Err(Message::new("problem-password-short").with("least", SHORTEST_PASSWORD));
    }
    if length > LONGEST_PASSWORD {
        return Err(Message::new("problem-too-long").with("longest", LONGEST_PASSWORD));
    }
    let lower = password.to_lowercase();
    let name = email.split('@').next().unwrap_or_default();
    if lower == email || (name.len() >= 4 && lower.contains(name) && length < name.chars().count() + 6) {
        return Err(Message::new("problem-password-guessable"));
    }
    let mut letters: Vec<char> = lower.chars().collect();
    letters.sort_unstable();
    letters.dedup();
    if letters.len() < 4 { Err(Message::new("problem-password-guessable")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mailbox_has_one_spelling() {
        assert_eq!(parse_email(" Amina@Example.ORG ").unwrap(), "amina@example.org");
        for wrong in
            ["", "amina", "amina@", "@example.org", "a b@example.org", "amina@localhost", "a@b.c\nBcc: x@y.z"]
        {
            assert!(parse_email(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn guessable_passwords_are_refused() {
        assert!(check_password("short", "amina@example.org").is_err());
        assert!(check_password("aaaaaaaaaaaa", "amina@example.org").is_err());
        assert!(check_password("amina12345", "amina@example.org").is_err());
        assert!(check_password("four plates of glazed clay", "amina@example.org").is_ok());
    }
}
