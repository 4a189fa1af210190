//! One thing that waits to be told to one person, and how they want to be told.

use diesel::prelude::*;

use super::Rhythm;
use crate::clock::Time;
use crate::db::schema::{tiding_readers, tidings};
use crate::ids::{OrganisationId, PersonId, ProductId, RequestId, SavedSearchId};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// A maker's products answer a request.
    #[default]
    Wanted,
    /// A product answers a buyer's request.
    Answer,
    /// A product answers a saved search.
    Found,
}

crate::text_enum!(Kind { Wanted => "wanted", Answer => "answer", Found => "found" });

#[derive(Clone, Debug, PartialEq, HasQuery)]
#[diesel(table_name = tidings)]
pub(super) struct Tiding {
    pub id: i64,
    /// As whose member they are concerned.
    pub organisation_id: OrganisationId,
    pub kind: Kind,
    pub request_id: Option<RequestId>,
    pub product_id: Option<ProductId>,
    pub search_id: Option<SavedSearchId>,
    pub found_at: Time,
}

/// What a tiding is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum About {
    Wanted(RequestId),
    Answer(RequestId, ProductId),
    Found(SavedSearchId, ProductId),
}

impl About {
    pub(super) fn kind(self) -> Kind {
        match self {
            Self::Wanted(_) => Kind::Wanted,
            Self::Answer(..) => Kind::Answer,
            Self::Found(..) => Kind::Found,
        }
    }

    pub(super) fn request(self) -> Option<RequestId> {
        match self {
            Self::Wanted(request) | Self::Answer(request, _) => Some(request),
            Self::Found(..) => None,
        }
    }

    pub(super) fn product(self) -> Option<ProductId> {
        match self {
            Self::Answer(_, product) | Self::Found(_, product) => Some(product),
            Self::Wanted(_) => None,
        }
    }

    pub(super) fn search(self) -> Option<SavedSearchId> {
        match self {
            Self::Found(search, _) => Some(search),
            Self::Wanted(_) | Self::Answer(..) => None,
        }
    }
}

/// How somebody wants to be told; whoever never said it has no row.
#[derive(Clone, Copy, Debug, PartialEq, HasQuery)]
#[diesel(table_name = tiding_readers)]
pub(super) struct Reader {
    pub person_id: PersonId,
    pub rhythm: Rhythm,
    /// What it was before they ended their letters.
    pub former_rhythm: Rhythm,
    /// The moment of the last letter.
    pub told_to: Option<Time>,
}

impl Reader {
    pub(super) fn new(person_id: PersonId) -> Self {
        Self { person_id, rhythm: Rhythm::default(), former_rhythm: Rhythm::default(), told_to: None }
    }

    /// When what has waited since then is told. No moment serves two letters.
    pub(super) fn due(&self, since: Time) -> Option<Time> {
        self.rhythm.due(self.told_to.map_or(since, |told| told.max(since)))
    }
}
