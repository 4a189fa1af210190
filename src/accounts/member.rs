//! A person acting for an organisation: what every permission rests on.

use super::{Acting, Kind, Organisation, Person, Role, Standing, store};
use crate::db::{Actor, Write};
use crate::error::{Error, Result};
use crate::ids::{OrganisationId, PersonId};
use crate::locale::Language;

/// What a token may be used for. Sessions may do all that their person may.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    #[default]
    Read,
    Write,
}

crate::text_enum!(Scope { Read => "read", Write => "write" });

#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub role: Role,
    pub organisation: OrganisationId,
    pub organisation_name: String,
    pub kind: Kind,
    pub slug: String,
    pub country: String,
    pub standing: Standing,
    pub scope: Scope,
    /// Set when the person is an agent who does this for the organisation, without belonging to it.
    pub acting: Option<Acting>,
}

impl Member {
    pub(super) fn new(person: Person, role: Role, organisation: Organisation, scope: Scope) -> Self {
        Self {
            person: person.id,
            organisation_name: organisation.name_in(person.language).to_owned(),
            name: person.name,
            email: person.email,
            language: person.language,
            role,
            organisation: organisation.id,
            kind: organisation.kind,
            slug: organisation.slug,
            country: organisation.country,
            standing: organisation.standing,
            scope,
            acting: None,
        }
    }

    pub fn actor(&self) -> Actor {
        let consent = self.acting.as_ref().map(|acting| acting.consent);
        Actor { person: Some(self.person), organisation: Some(self.organisation), consent }
    }

    pub fn is_officer(&self) -> bool {
        self.kind == Kind::Programme && self.standing == Standing::Approved
    }

    pub fn is_approved(&self, kind: Kind) -> bool {
        self.kind == kind && self.standing == Standing::Approved
    }

    /// May this person see wholesale prices? Verified buyers, officers, and makers and agents, whose trade it is.
    /// A maker sees the prices of others only as a verified buyer would not mind: not at all; see `sees_prices_of`.
    pub fn sees_prices(&self) -> bool {
        self.is_approved(Kind::Buyer) || self.is_officer()
    }

    /// Prices of one maker: besides those who see all prices, the maker itself.
    pub fn sees_prices_of(&self, maker: OrganisationId) -> bool {
        self.sees_prices() || self.organisation == maker
    }

    /// The same member as the database knows them now, inside the write: what a permission rests on may have changed
    /// since the request was let in. Called first by every use case that changes something.
    pub fn confirm(&self, tx: &mut Write<'_>) -> Result<()> {
        let organisation = store::organisation(tx, self.organisation)?;
        let belongs = match &self.acting {
            None => store::role_of(tx, self.person, self.organisation)?.is_some(),
            Some(acting) => return acting.confirm(tx, self, &organisation),
        };
        let same = belongs && organisation.standing == self.standing && self.scope == Scope::Write;
        if same { Ok(()) } else { Err(Error::forbidden("refusal-standing-changed")) }
    }
}
