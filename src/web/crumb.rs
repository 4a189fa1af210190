//! The way to a page, for people who want to go back a step.

/// One step of the way to a page; the last one is the page itself.
#[derive(Clone, Debug)]
pub struct Crumb {
    pub href: String,
    pub label: String,
}

impl Crumb {
    pub fn new(href: impl Into<String>, label: impl ToString) -> Self {
        Self { href: href.into(), label: label.to_string() }
    }
}
