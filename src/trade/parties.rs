//! The two sides of a trade and who may look on: the permission types of quotes, agreements and deals.
//!
//! Whoever is neither gets the answer that there is nothing here: not even the existence of a negotiation is anyone
//! else's business.

use std::collections::HashMap;
use std::fmt::Debug;
use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::str::FromStr;

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web};
use schemars::JsonSchema;
use serde::Serialize;

use crate::accounts::{self, Kind, Member, Organisation, Standing};
use crate::db::{DbConnection, Write};
use crate::error::{Error, Result, if_found};
use crate::ids::OrganisationId;
use crate::input::Raw;
use crate::locale::Language;
use crate::web::House;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Maker,
    Buyer,
}

impl Side {
    pub fn other(self) -> Self {
        match self {
            Self::Maker => Self::Buyer,
            Self::Buyer => Self::Maker,
        }
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::Maker => Kind::Maker,
            Self::Buyer => Kind::Buyer,
        }
    }
}

/// A thing between one maker and one buyer.
pub trait Between: Clone + Debug + Send + 'static {
    type Id: Copy + FromStr + Send + 'static;

    fn find(conn: &mut DbConnection, id: Self::Id) -> Result<Self>;
    fn maker(&self) -> OrganisationId;
    fn buyer(&self) -> OrganisationId;
    /// May this member know that it exists?
    fn is_readable_by(&self, member: &Member) -> bool;

    fn organisation(&self, side: Side) -> OrganisationId {
        match side {
            Side::Maker => self.maker(),
            Side::Buyer => self.buyer(),
        }
    }

    fn side_of(&self, organisation: OrganisationId) -> Option<Side> {
        [Side::Maker, Side::Buyer].into_iter().find(|side| self.organisation(*side) == organisation)
    }
}

/// A member who may read the thing that the address names.
#[derive(Clone, Debug)]
pub struct Reader<T> {
    pub member: Member,
    pub of: T,
}

/// A member of one of the two sides, who may act.
#[derive(Clone, Debug)]
pub struct Party<T> {
    member: Member,
    pub side: Side,
    pub of: T,
}

impl<T: Between> Reader<T> {
    pub fn side(&self) -> Option<Side> {
        self.of.side_of(self.member.organisation)
    }
}

impl<T: Between> Party<T> {
    pub fn new(member: Member, of: T) -> Result<Self> {
        if !of.is_readable_by(&member) {
            return Err(Error::NotFound);
        }
        let side = of.side_of(member.organisation).ok_or(Error::NotFound)?;
        if member.standing != Standing::Approved {
            return Err(Error::forbidden("refusal-trade-standing"));
        }
        Ok(Self { member, side, of })
    }
}

impl<T> Deref for Party<T> {
    type Target = Member;

    fn deref(&self) -> &Member {
        &self.member
    }
}

type Extracted<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

impl<T: Between> FromRequest for Reader<T> {
    type Error = Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let member = request.extensions().get::<Member>().cloned().ok_or(Error::SignInNeeded)?;
            let id = request.match_info().get("id").and_then(|text| text.parse::<T::Id>().ok());
            let id = id.ok_or(Error::NotFound)?;
            let house = request.app_data::<web::Data<House>>().cloned();
            let house = house.ok_or_else(|| Error::broken("no house"))?;
            let of = house.db.read(move |conn| T::find(conn, id)).await?;
            if of.is_readable_by(&member) { Ok(Self { member, of }) } else { Err(Error::NotFound) }
        })
    }
}

impl<T: Between> FromRequest for Party<T> {
    type Error = Error;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let reader = Reader::<T>::from_request(request, payload);
        Box::pin(async move {
            let Reader { member, of } = reader.await?;
            Self::new(member, of)
        })
    }
}

/// What a use case begins with: the member as the database knows them now, the thing, and the member's side of it.
pub(super) fn as_party<T: Between>(tx: &mut Write<'_>, by: &Member, id: T::Id) -> Result<(T, Side)> {
    by.confirm(tx)?;
    let party = Party::new(by.clone(), T::find(tx, id)?)?;
    Ok((party.of, party.side))
}

/// A member of an approved maker or of a verified buyer: who may begin a trade.
#[derive(Clone, Debug)]
pub struct Trader {
    member: Member,
    pub side: Side,
}

impl TryFrom<Member> for Trader {
    type Error = Error;

    fn try_from(member: Member) -> Result<Self> {
        let side = match member.kind {
            Kind::Maker => Side::Maker,
            Kind::Buyer => Side::Buyer,
            _ => return Err(Error::forbidden("refusal-trade-kind")),
        };
        match member.standing {
            Standing::Approved => Ok(Self { member, side }),
            _ => Err(Error::forbidden("refusal-trade-standing")),
        }
    }
}

impl Deref for Trader {
    type Target = Member;

    fn deref(&self) -> &Member {
        &self.member
    }
}

impl FromRequest for Trader {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let member = request.extensions().get::<Member>().cloned().ok_or(Error::SignInNeeded);
        std::future::ready(member.and_then(Self::try_from))
    }
}

/// An organisation as the other side of a trade sees it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Partner {
    pub id: OrganisationId,
    pub slug: String,
    pub name: String,
    pub country: String,
    #[serde(skip)]
    name_ar: Option<String>,
}

impl Partner {
    pub fn name_in(&self, language: Language) -> &str {
        match &self.name_ar {
            Some(name) if language == Language::Ar => name,
            _ => &self.name,
        }
    }
}

impl From<Organisation> for Partner {
    fn from(organisation: Organisation) -> Self {
        Self {
            id: organisation.id,
            slug: organisation.slug,
            name: organisation.name,
            country: organisation.country,
            name_ar: organisation.name_ar,
        }
    }
}

/// Looks partners up, each once: lists name the same few again and again.
#[derive(Debug, Default)]
pub(super) struct Partners {
    known: HashMap<OrganisationId, Partner>,
}

impl Partners {
    pub fn get(&mut self, conn: &mut DbConnection, id: OrganisationId) -> Result<Partner> {
        if let Some(known) = self.known.get(&id) {
            return Ok(known.clone());
        }
        let found = Partner::from(accounts::organisation(conn, id)?);
        self.known.insert(id, found.clone());
        Ok(found)
    }
}

/// The organisation that a field names, by its id or by its slug; none if there is no such one.
pub(super) fn named(conn: &mut DbConnection, raw: &Raw) -> Result<Option<Organisation>> {
    if_found(accounts::organisation_named(conn, raw.trimmed()))
}

/// Both sides must still be approved when something binds them.
pub(super) fn check_both_approved(conn: &mut DbConnection, between: &impl Between) -> Result<()> {
    for side in [Side::Maker, Side::Buyer] {
        if !accounts::organisation(conn, between.organisation(side))?.is_approved() {
            return Err(Error::refused("refusal-trade-partner-standing"));
        }
    }
    Ok(())
}
