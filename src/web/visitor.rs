//! Who looks at a page, as far as the frame around it shows: `accounts` knows the rest and sets this.

use crate::locale::Language;

#[derive(Clone, Debug)]
pub struct Visitor {
    pub name: String,
    pub organisation: Option<String>,
    pub links: Vec<MenuLink>,
    pub language: Language,
    /// Whose idempotency keys these are.
    pub scope: String,
}

#[derive(Clone, Debug)]
pub struct MenuLink {
    pub href: String,
    /// The key of its text.
    pub key: &'static str,
}
