//! A message for a person: a key of the texts with its arguments, said later in the reader's language.

/// What stands in a message's gap.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    Text(String),
    Number(i64),
    /// Another message, said in the same language.
    Message(Message),
    /// A text that people wrote in several languages, by their codes; the reader's own is said.
    Written(Vec<(&'static str, String)>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    pub key: &'static str,
    pub arguments: Vec<(&'static str, Argument)>,
}

impl Message {
    pub const fn new(key: &'static str) -> Self {
        Self { key, arguments: Vec::new() }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number.try_into().unwrap_or(i64::MAX))
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}
