//! Who looks at a page, as far as the frame around it shows: `accounts` knows the rest and sets this.

use crate::ids::{OrganisationId, PersonId};
use crate::locale::Language;

#[derive(Clone, Debug)]
pub struct Visitor {
    pub name: String,
    pub organisation: Option<String>,
    pub links: Vec<MenuLink>,
    pub language: Language,
    /// Whose idempotency keys these are.
    pub scope: String,
    /// Whose conversations the menu counts, and who has read how far in them.
    pub reads_for: Option<(PersonId, OrganisationId)>,
    /// Whom they act for, when it is not themselves.
    pub acts_for: Option<ActsFor>,
}

impl Visitor {
    /// How much is new behind all entries of the menu.
    pub fn unread(&self) -> i64 {
        self.links.iter().map(|link| link.count).sum()
    }
}

/// The maker for whom an agent's session works.
#[derive(Clone, Debug)]
pub struct ActsFor {
    pub maker: String,
    /// The consent does not hold any more: nothing is done for the maker until the agent has noticed.
    pub stopped: bool,
}

#[derive(Clone, Debug)]
pub struct MenuLink {
    pub href: String,
    /// The key of its text.
    pub key: &'static str,
    /// How much is new there.
    pub count: i64,
}
