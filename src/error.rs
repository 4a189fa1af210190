//! What can go wrong, in the domain's words. Nothing here knows HTTP: `web` alone turns these into a status.

mod message;
mod problems;

pub use message::{Argument, Message};
pub use problems::{Problem, Problems};

/// Every use case answers with this error.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It does not exist, or the asker may not know that it does.
    #[error("not found")]
    NotFound,
    /// Nobody is signed in, and somebody must be.
    #[error("sign-in needed")]
    SignInNeeded,
    /// The asker may know of it, but may not do this.
    #[error("forbidden: {}", .0.key)]
    Forbidden(Message),
    /// The input is wrong: which fields, why, and what would be right.
    #[error("invalid input: {0}")]
    Invalid(Problems),
    /// The input is right, but the rules of the trade say no.
    #[error("refused: {}", .0.key)]
    Refused(Message),
    /// Somebody else changed the same thing in the meantime.
    #[error("conflict with a concurrent change")]
    Conflict,
    /// The body is larger than the limit.
    #[error("too large")]
    TooLarge,
    /// The body is of a kind that this route does not read.
    #[error("wrong media type")]
    WrongMediaType,
    /// The asker did this too often and is to wait.
    #[error("too many attempts, wait {seconds} s")]
    TooMany { seconds: i64 },
    /// Too much at once; the same request may succeed a little later.
    #[error("busy")]
    Busy,
    /// Something is broken on our side; the source is for the operator's log.
    #[error("broken: {0}")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What was looked for, or none where it is not there.
pub fn if_found<T>(found: Result<T>) -> Result<Option<T>> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Error {
    /// The domain says no, with one message.
    pub fn refused(key: &'static str) -> Self {
        Self::Refused(Message::new(key))
    }

    /// The asker may not do this, with one message.
    pub fn forbidden(key: &'static str) -> Self {
        Self::Forbidden(Message::new(key))
    }

    /// One field is wrong.
    pub fn invalid(field: impl Into<String>, message: impl Into<Message>) -> Self {
        Self::Invalid(Problems::one(field, message))
    }

    /// Something is broken, in words for the operator.
    pub fn broken(text: impl Into<String>) -> Self {
        Self::Broken(text.into().into())
    }

    /// Wraps a library's error for the operator's log: `.map_err(Error::wrap)`.
    pub fn wrap(source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Broken(source.into())
    }
}

impl From<Problems> for Error {
    fn from(problems: Problems) -> Self {
        Self::Invalid(problems)
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error as Diesel};
        match error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Self::Conflict,
            other => Self::Broken(Box::new(other)),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        Self::Broken(Box::new(error))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Broken(Box::new(error))
    }
}
