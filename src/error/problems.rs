//! What is wrong with an input, field by field.

use std::fmt;

use super::{Error, Message};

/// One field and what is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub field: String,
    pub message: Message,
}

/// Collects every problem of an input, so that a person mends them all at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problems(Vec<Problem>);

impl Problems {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn one(field: impl Into<String>, message: impl Into<Message>) -> Self {
        let mut problems = Self::new();
        problems.add(field, message);
        problems
    }

    pub fn add(&mut self, field: impl Into<String>, message: impl Into<Message>) {
        self.0.push(Problem { field: field.into(), message: message.into() });
    }

    /// Keeps the value of a good field; notes the problem of a bad one and goes on to the next field.
    pub fn take<T>(&mut self, field: &str, parsed: Result<T, Message>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(message) => {
                self.add(field, message);
                None
            }
        }
    }

    /// Takes over further problems.
    pub fn append(&mut self, mut others: Problems) {
        self.0.append(&mut others.0);
    }

    /// What was checked elsewhere, if nothing is wrong with either; otherwise all that is wrong is told at once.
    pub fn told_with<T>(self, checked: Result<T, Error>) -> Result<T, Error> {
        match checked {
            Err(Error::Invalid(mut problems)) => {
                problems.append(self);
                Err(Error::Invalid(problems))
            }
            Err(error) => Err(error),
            Ok(value) => self.check().map(|()| value),
        }
    }

    /// Takes over the problems of a part of the input, their fields prefixed with its name.
    pub fn nest(&mut self, prefix: &str, inner: Problems) {
        for problem in inner.0 {
            self.0.push(Problem { field: format!("{prefix}.{}", problem.field), ..problem });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    pub fn of(&self, field: &str) -> Option<&Message> {
        self.0.iter().find(|problem| problem.field == field).map(|problem| &problem.message)
    }

    /// No problem at all, or the error that carries them.
    pub fn check(self) -> Result<(), Error> {
        if self.is_empty() { Ok(()) } else { Err(Error::Invalid(self)) }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.0.iter().enumerate() {
            let separator = if position == 0 { "" } else { ", " };
            write!(f, "{separator}{}: {}", problem.field, problem.message.key)?;
        }
        Ok(())
    }
}
