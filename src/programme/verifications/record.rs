//! A deal, an agreement or a collection as an officer looks at it: what it says, whether it is ripe for a verdict, and a
//! hash over everything in it that a verdict rests on.

use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::Subject;
use crate::accounts::Organisation;
use crate::catalogue::{Collection, Status};
use crate::clock::Date;
use crate::error::{Error, Message, Result};
use crate::ids::OrganisationId;
use crate::locale::{self, Language, Wording};
use crate::money::Money;
use crate::trade::agreements::{Agreement, AgreementStatus};
use crate::trade::deals::{Deal, DealLine, DealStatus};

/// One side of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub id: OrganisationId,
    pub slug: String,
    pub name: String,
    pub name_ar: Option<String>,
    pub country: String,
}

impl Party {
    pub fn name_in(&self, language: Language) -> &str {
        match &self.name_ar {
            Some(name) if language == Language::Ar => name,
            _ => &self.name,
        }
    }
}

impl From<Organisation> for Party {
    fn from(organisation: Organisation) -> Self {
        Self {
            id: organisation.id,
            slug: organisation.slug,
            name: organisation.name,
            name_ar: organisation.name_ar,
            country: organisation.country,
        }
    }
}

/// How far a record has come on its own, whatever officers say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ripeness {
    Ripe,
    /// Not shipped, not signed, not published yet.
    Early,
    /// Cancelled, withdrawn.
    Gone,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    pub subject: Subject,
    pub id: i64,
    /// Deals have none of their own; people call them by number.
    pub title: Option<Wording>,
    pub maker: Party,
    pub buyer: Option<Party>,
    pub status: &'static str,
    pub ripeness: Ripeness,
    /// Shipped, signed or published: the day to whose month it counts.
    pub day: Option<Date>,
    pub amount: Option<Money>,
    pub origin: Option<String>,
    pub destination: Option<String>,
    pub hash: String,
    /// Where the record itself is read.
    pub href: String,
}

impl Record {
    pub fn name_in(&self, language: Language) -> String {
        match &self.title {
            Some(title) => title.best(language).to_owned(),
            None => locale::say(language, &Message::new("record-deal").with("number", self.id.to_string())),
        }
    }

    /// Leaves its country of origin. What never was to leave (an agreement, a collection) is not held back by this.
    pub fn crosses_a_border(&self) -> bool {
        self.origin != self.destination || self.origin.is_none()
    }

    /// An early or cancelled record has nothing to verify.
    pub fn check_ripe(&self) -> Result<()> {
        match (self.ripeness, self.subject) {
            (Ripeness::Ripe, _) => Ok(()),
            (Ripeness::Early, Subject::Deal) => Err(Error::refused("refusal-deal-not-shipped")),
            (Ripeness::Gone, Subject::Deal) => Err(Error::refused("refusal-verify-cancelled")),
            (_, Subject::Agreement) => Err(Error::refused("refusal-agreement-not-signed")),
            (_, Subject::Collection) => Err(Error::refused("refusal-collection-not-published")),
        }
    }

    pub fn of_deal(deal: Deal, lines: &[DealLine], maker: Party, buyer: Party) -> Self {
        let ripeness = match deal.status {
            DealStatus::Draft | DealStatus::Confirmed => Ripeness::Early,
            DealStatus::Shipped | DealStatus::Delivered | DealStatus::Paid => Ripeness::Ripe,
            DealStatus::Cancelled => Ripeness::Gone,
        };
        Self {
            subject: Subject::Deal,
            id: deal.id.0,
            title: None,
            maker,
            buyer: Some(buyer),
            status: deal.status.word(),
            ripeness,
            day: deal.shipped_on,
            amount: Some(deal.total()),
            hash: hash_of_deal(&deal, lines),
            href: format!("/deals/{}", deal.id),
            origin: Some(deal.origin),
            destination: Some(deal.destination),
        }
    }

    pub fn of_agreement(agreement: Agreement, maker: Party, buyer: Party) -> Self {
        let signed = matches!(
            agreement.status,
            AgreementStatus::Signed | AgreementStatus::Active | AgreementStatus::Ended
        );
        Self {
            subject: Subject::Agreement,
            id: agreement.id.0,
            maker,
            buyer: Some(buyer),
            status: agreement.status.word(),
            ripeness: match (agreement.status, signed && agreement.signed_at.is_some()) {
                (_, true) => Ripeness::Ripe,
                (AgreementStatus::Withdrawn, _) => Ripeness::Gone,
                _ => Ripeness::Early,
            },
            day: agreement.signed_at.map(|at| at.date()),
            amount: None,
            origin: None,
            destination: None,
            hash: hash_of_agreement(&agreement),
            href: format!("/agreements/{}", agreement.id),
            title: Some(Wording::in_language(agreement.terms_language, agreement.title)),
        }
    }

    pub fn of_collection(collection: Collection, maker: Party) -> Self {
        Self {
            subject: Subject::Collection,
            id: collection.id.0,
            maker,
            buyer: None,
            status: collection.status.word(),
            ripeness: match collection.status {
                Status::Draft => Ripeness::Early,
                Status::Published => Ripeness::Ripe,
                Status::Withdrawn => Ripeness::Gone,
            },
            day: collection.published_at.map(|at| at.date()),
            amount: None,
            origin: None,
            destination: None,
            hash: hash_of_collection(&collection),
            href: format!("/collections/{}", collection.slug),
            title: Some(collection.title.into_inner()),
        }
    }
}

/// A hash over the fields in a fixed order. The status is left out, because a deal that was shipped goes on to be
/// delivered and paid without becoming another deal.
fn hash(kind: &str, fields: &impl Serialize) -> String {
    let text = serde_json::to_string(fields).expect("texts and numbers serialise");
    HEXLOWER.encode(&Sha256::digest(format!("{kind} 1\n{text}")))
}

fn hash_of_deal(deal: &Deal, lines: &[DealLine]) -> String {
    let mut lines: Vec<_> = lines.iter().collect();
    lines.sort_by_key(|line| line.id);
    let lines: Vec<_> = lines
        .iter()
        .map(|line| {
            (
                line.product_id,
                &line.title,
                &line.sku,
                &line.hs_code,
                &line.origin,
                line.quantity,
                line.unit_price_minor,
            )
        })
        .collect();
    let parties = (deal.id, deal.agreement_id, deal.maker_id, deal.buyer_id, deal.exporter_id);
    let amount = (deal.currency.code(), deal.total_minor);
    let carriage = (deal.incoterm, &deal.named_place, &deal.origin, &deal.destination, deal.shipped_on);
    hash("deal", &(parties, amount, carriage, lines))
}

fn hash_of_agreement(agreement: &Agreement) -> String {
    let parties = (agreement.id, agreement.maker_id, agreement.buyer_id);
    let scope = (&agreement.territory, agreement.channel, agreement.exclusive, &agreement.collections);
    let period = (agreement.starts_on, agreement.ends_on, agreement.signed_at);
    hash("agreement", &(parties, &agreement.title, scope, period, &agreement.terms, &agreement.terms_hash))
}

fn hash_of_collection(collection: &Collection) -> String {
    hash("collection", &(collection.id, collection.maker_id, &collection.title, &collection.story))
}
